"""Turns the eight-bit weights of a model folder back into a checkpoint, to learn on from them.

    python -m training.restore MODEL OUT/restored.pt

The rounding to eight bits stays in the weights; the corpora's own guidelines are lost, since the export
folds the first's into the network.
"""

import argparse
import json
from collections.abc import Mapping, Set
from pathlib import Path
from types import MappingProxyType

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import GraphProto, numpy_helper
from torch import nn

from training.corpora import CORPORA
from training.network import Tagger


def restore(folder: Path, labels: dict[str, list[str]]) -> Tagger:
    """The network of a model folder at full precision."""
    model = Tagger(labels, len(CORPORA))
    graph = onnx.load(folder / "model.int8.onnx").graph
    with np.load(folder / "rel.npz") as relations:
        known = {"relations": relations["U"].astype(np.float32)}
    fill(model, graph, "model.", "/model/", known, absent={"guidelines"})
    return model


def fill(
    model: nn.Module,
    graph: GraphProto,
    prefix: str,
    path: str,
    known: Mapping[str, NDArray[np.float32]] = MappingProxyType({}),
    absent: Set[str] = frozenset(),
) -> None:
    """Puts the weights of an exported network into ``model``.

    The export puts ``prefix`` before the names of the network's parts and ``path`` before the products with its
    matrices. ``known`` are weights from elsewhere; those ``absent`` stay as they are. Raises ValueError for others that
    the graph lacks.
    """
    arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = model.state_dict()
    weights = dict(known)
    for name in state:
        if f"{prefix}{name}" in arrays:
            weights[name] = arrays[f"{prefix}{name}"]
        elif f"{prefix}{name}_quantized" in arrays:
            weights[name] = _full(arrays, f"{prefix}{name}")
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.output[0].startswith(path):
            name = node.output[0].removeprefix(path).partition("/MatMul")[0].replace("/", ".") + ".weight"
            weights[name] = _full(arrays, node.input[1].removesuffix("_quantized")).T
    missing = set(state) - set(weights) - absent
    if missing:
        raise ValueError(f"not found in the model: {sorted(missing)}")
    model.load_state_dict({name: torch.tensor(weights[name]) if name in weights else state[name] for name in state})


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
