"""How networks are run: by ONNX Runtime, on the processor, with the same answers on every processor."""

from functools import cache
from pathlib import Path

import onnxruntime

_EXACT = "session.x64quantprecision"
"""Has processors that lack VNNI take a slower way: they would add two products of eight bits in sixteen, where large
sums are cut off silently (``onnxruntime_session_options_config_keys.h``). Others would be slower by half for nothing.
"""

_VNNI = frozenset({"avx512_vnni", "avx_vnni"})
_PROCESSORS = Path("/proc/cpuinfo")


def session(model: Path | bytes, threads: int = 1) -> onnxruntime.InferenceSession:
    """A network from a file or from its bytes. Raises what ONNX Runtime raises for a file that it cannot read."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    if not _has_vnni():
        options.add_session_config_entry(_EXACT, "1")
    source = model if isinstance(model, bytes) else str(model)
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def names_vnni(processors: str) -> bool:
    """Whether a description of the processors, as Linux gives it, names instructions that add such products exactly."""
    return not _VNNI.isdisjoint(processors.split())


@cache
def _has_vnni() -> bool:
    """False as well where the system does not say."""
    return _PROCESSORS.is_file() and names_vnni(_PROCESSORS.read_text(encoding="utf-8", errors="replace"))
