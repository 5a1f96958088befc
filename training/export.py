"""Exports a checkpoint as the model folder that the bot loads.

    python -m training.export OUT/epoch4.pt OUT/model --version 0.3.0 [--blend OUT/restored.pt]

The network goes to ONNX, its matrices and embeddings to eight bits. ``rel.npz`` holds the relation
matrix in half precision, which numpy applies at run time to the pairs the tree has chosen.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from bot.language.network import FORMAT
from training.corpora import CORPORA
from training.network import Tagger
from training.train import PRETRAINED

NAME = "newsroom-minilm"
TOLERANCE = 2e-3
"""Largest difference between the network and its export that is rounding and no mistake."""


class Plain(nn.Module):
    """The network with its attention spelt out, as the exporter wants it."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, types: Tensor, widx: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        outputs: tuple[Tensor, Tensor, Tensor, Tensor] = self.model(ids, types, widx, plain=True)
        return outputs


def export_onnx(model: Tagger, path: Path) -> None:
    """Writes the network at full precision and checks that onnxruntime computes the same."""
    ids = torch.randint(200, 9000, (2, 20))
    ids[1, 15:] = 0
    types, words = torch.zeros(2, 20, dtype=torch.long), torch.randint(0, 15, (2, 9))
    outputs = ("tags", "arcs", "dependants", "heads")
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "types")}
    axes |= {name: {0: "batch", 1: "words"} for name in ("widx", *outputs)}
    torch.onnx.export(
        Plain(model).eval(),
        (ids, types, words),
        str(path),
        input_names=["ids", "types", "widx"],
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(None, {"ids": ids.numpy(), "types": types.numpy(), "widx": words.numpy()})
    with torch.no_grad():
        expected = model(ids, types, words)
    worst = max(float(np.abs(a - b.numpy()).max()) for a, b in zip(found, expected, strict=True))
    if worst > TOLERANCE:
        raise ValueError(f"the export differs from the network by {worst}")


def load(checkpoint: Path) -> tuple[Tagger, dict[str, list[str]]]:
    """The network of a checkpoint, answering in the first corpus' guidelines, and its labels."""
    state = torch.load(checkpoint, map_location="cpu")
    model = Tagger(state["labels"], len(CORPORA))
    model.load_state_dict(state["average"])
    model.fold_guidelines(0)
    return model, state["labels"]


def blend(model: Tagger, start: Tagger) -> None:
    """Moves the weights half of the way back to those that the run started from.

    The mean of both reads other kinds of text better than either (Wortsman et al. 2022, "Robust
    fine-tuning of zero-shot models").
    """
    with torch.no_grad():
        for learnt, before in zip(model.parameters(), start.parameters(), strict=True):
            learnt.lerp_(before, 0.5)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--blend", type=Path, help="the checkpoint that the run started from, to average with")
    options = parser.parse_args()
    model, labels = load(options.checkpoint)
    if options.blend:
        blend(model, load(options.blend)[0])
    model.eval()
    options.target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export_onnx(model, full)
        quantize_dynamic(
            full,
            options.target / "model.int8.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
    np.savez_compressed(options.target / "rel.npz", U=model.relations.detach().numpy().astype(np.float16))
    shutil.copy(PRETRAINED / "tokenizer.json", options.target / "tokenizer.json")
    described = {"format": FORMAT, "name": NAME, "version": options.version, **labels, "unused": 0}
    (options.target / "labels.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
