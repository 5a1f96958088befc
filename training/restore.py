"""Turns the eight-bit weights of a model folder back into a checkpoint, to learn on from them.

    python -m training.restore MODEL OUT/restored.pt

The rounding to eight bits stays in the weights; the corpora's own guidelines are lost, since the export
folds the first's into the network.
"""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.corpora import CORPORA
from training.network import Tagger

_MODULE = "model."
"""What the export puts before the names of the network's parts."""


def restore(folder: Path, labels: dict[str, list[str]]) -> Tagger:
    """The network of a model folder at full precision."""
    model = Tagger(labels, len(CORPORA))
    graph = onnx.load(folder / "model.int8.onnx").graph
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    products = {node.output[0]: node.input[1] for node in graph.node if node.op_type == "MatMulInteger"}
    state = model.state_dict()
    with np.load(folder / "rel.npz") as relations:
        weights: dict[str, NDArray[np.float32]] = {"relations": relations["U"].astype(np.float32)}
    for name in state:
        if f"{_MODULE}{name}" in arrays:
            weights[name] = arrays[f"{_MODULE}{name}"]
        elif f"{_MODULE}{name}_quantized" in arrays:
            weights[name] = _full(arrays, f"{_MODULE}{name}")
    for output, matrix in products.items():
        name = output.removeprefix("/model/").partition("/MatMul")[0].replace("/", ".") + ".weight"
        weights[name] = _full(arrays, matrix.removesuffix("_quantized")).T
    missing = set(state) - set(weights) - {"guidelines"}
    if missing:
        raise ValueError(f"not found in the model: {sorted(missing)}")
    model.load_state_dict({name: torch.tensor(weights[name]) if name in weights else state[name] for name in state})
    return model


def _full(arrays: Mapping[str, NDArray[np.float32]], name: str) -> NDArray[np.float32]:
    """A matrix from its eight-bit values, one scale for all of it or for each column."""
    values = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return (values * arrays[f"{name}_scale"]).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("checkpoint", type=Path)
    options = parser.parse_args()
    described = json.loads((options.model / "labels.json").read_text(encoding="utf-8"))
    labels = {kind: described[kind] for kind in ("entities", "pos", "tags", "relations")}
    torch.save({"labels": labels, "average": restore(options.model, labels).state_dict()}, options.checkpoint)


if __name__ == "__main__":
    main()
