"""How networks are run: by ONNX Runtime, on the processor, with the same answers on every processor."""

from pathlib import Path

import onnxruntime

_EXACT = "session.x64quantprecision"
"""Without it processors that lack VNNI add two products of eight bits in sixteen, where large sums are cut off
silently; with it they take a slower way (``onnxruntime_session_options_config_keys.h``). It changes nothing elsewhere.
"""


def session(model: Path | bytes, threads: int = 1) -> onnxruntime.InferenceSession:
    """A network from a file or from its bytes. Raises what ONNX Runtime raises for a file that it cannot read."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry(_EXACT, "1")
    source = model if isinstance(model, bytes) else str(model)
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
