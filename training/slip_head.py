"""Fits the head of the language model that doubts words, and writes it into the model.

    python -m training.slip_head CORPORA MODEL [--epochs 5]

CORPORA is the folder of the language model's training corpora, MODEL a model folder as :mod:`training.export` writes
it or as it is shipped; its ``model.int8.onnx`` gets the output ``doubts``, everything else in it stays as it is. The
head reads the states of three layers for a word and its neighbours, so that it costs next to nothing at run time. It
learns from the passages of :mod:`training.passages`, right and altered, and from clean text of the corpora. About ten
minutes of one core.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import ModelProto, TensorProto, helper, numpy_helper
from torch import Tensor, nn

from bot.analysis.errors.proofreader import Slip
from bot.language.features import Features, Word, pad
from bot.language.network import MAX_PIECES
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.passages import LEARNT, samples
from training.proofreader import documents, encode
from training.proofreader import windows as windows_of
from training.slips import Marked

LAYERS = (2, 4, 5)
"""Layers of the encoder that are read, counted from 0: low ones tell words apart, high ones what they do there."""

STATE = "/model/encoder/layers.{}/norm_output/LayerNormalization_output_0"
PLACES = "/model/Expand_output_0"
"""Where the first piece of each word lies, spread over the width of a layer."""

HIDDEN = 256
CLEAN_WORDS = 200_000
UNCHANGED = 0.5
"""Share of passages that are also read as they should be."""

ROWS, BATCH, RATE, WARM_UP, COOLDOWN = 16, 1024, 1e-3, 100, 0.7
SEED = 1

States = npt.NDArray[np.float16]
Window = tuple[list[Word], list[int]]


class Head(nn.Module):
    """One hidden layer over the states of a word and its neighbours."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(3 * width, HIDDEN)
        self.odds = nn.Linear(HIDDEN, 1)

    def forward(self, states: Tensor) -> Tensor:
        """(words, 3 × width) to log-odds (words)."""
        x = F.gelu(self.hidden(F.dropout(states, 0.1, self.training)))
        odds: Tensor = self.odds(F.dropout(x, 0.3, self.training))[:, 0]
        return odds


def with_states(model: ModelProto) -> ModelProto:
    """A copy that also answers with the states of the layers that are read."""
    copy = ModelProto()
    copy.CopyFrom(model)
    del copy.graph.output[:]
    copy.graph.output.extend(helper.make_tensor_value_info(STATE.format(i), TensorProto.FLOAT, None) for i in LAYERS)
    return copy


def read(model: ModelProto, windows: Sequence[list[Word]]) -> Iterator[tuple[int, States]]:
    """Number of each window and the states of its words, the start marker's first; windows of like length together."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(with_states(model).SerializeToString(), options)
    order = sorted(range(len(windows)), key=lambda i: sum(len(word.pieces) for word in windows[i]))
    for first in range(0, len(order), ROWS):
        group = order[first : first + ROWS]
        inputs = pad([windows[i] for i in group])
        states = session.run(None, {"ids": inputs.ids, "types": inputs.types, "widx": inputs.words})
        for row, number in enumerate(group):
            words = inputs.words[row, : len(windows[number]) + 1]
            yield number, np.concatenate([layer[row, words] for layer in states], 1).astype(np.float16)


def material(corpora: Path, features: Features) -> Iterator[Window]:
    """Windows with labels: passages, and clean text."""
    rng = random.Random(SEED)
    nlp = Reader(LanguageSettings()).nlp
    for part in LEARNT:
        for sample in samples(part, nlp):
            for altered in (True, False) if rng.random() < UNCHANGED else (True,):
                words: list[Marked] = [word for each in sample.sentences(altered=altered) for word in each]
                yield encode(words, features)
    left = CLEAN_WORDS
    for document in rng.sample(texts := documents(corpora), len(texts)):
        for window in windows_of(document, rng):
            if left > 0:
                left -= len(window)
                yield encode(window, features)


def gathered(model: ModelProto, windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """All states, for each word the rows of the one before, itself and the one behind, and which words are slips.

    At the edges of a window the start marker stands for the neighbour, as it does at run time.
    """
    states: list[States] = []
    around: list[npt.NDArray[np.int64]] = []
    labels: list[npt.NDArray[np.float32]] = []
    at = 0
    for number, found in read(model, [words for words, _ in windows]):
        last = at + len(found) - 1
        words = np.arange(at + 1, last + 1)
        around.append(np.stack([words - 1, words, np.where(words == last, at, words + 1)], 1))
        labels.append(np.array(windows[number][1], np.float32) != Slip.NONE)
        states.append(found)
        at += len(found)
    return (
        torch.from_numpy(np.concatenate(states)),
        torch.from_numpy(np.concatenate(around)),
        torch.from_numpy(np.concatenate(labels).astype(np.float32)),
    )


def fit(states: Tensor, around: Tensor, slips: Tensor, epochs: int) -> Head:
    """The head, trained on the words in random order."""
    head = Head(states.shape[1])
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.02)
    steps = epochs * (len(slips) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP, (1 - step / steps) / COOLDOWN)
    )
    for epoch in range(epochs):
        total = 0.0
        for chosen in torch.randperm(len(slips)).split(BATCH)[: len(slips) // BATCH]:
            odds = head(states[around[chosen]].flatten(1).float())
            loss = F.binary_cross_entropy_with_logits(odds, slips[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch} {total / (len(slips) // BATCH):.4f}", flush=True)
    return head.eval()


def add(model: ModelProto, head: Head) -> None:
    """Writes the head into the graph as the output ``doubts``, (batch, words), replacing one that is there."""
    graph = model.graph
    kept = [node for node in graph.node if not node.name.startswith("doubts.")]
    weights = [tensor for tensor in graph.initializer if not tensor.name.startswith("doubts.")]
    outputs = [output for output in graph.output if output.name != "doubts"]
    hidden = head.hidden.weight.detach().numpy()
    arrays = {
        "hidden": hidden.reshape(HIDDEN, 3, -1).transpose(2, 1, 0).reshape(-1, 3 * HIDDEN).astype(np.float16),
        "bias": head.hidden.bias.detach().numpy(),
        "odds": head.odds.weight.detach().numpy().T,
        "odds_bias": head.odds.bias.detach().numpy(),
        "first": np.array([0]), "second": np.array([1]), "last": np.array([-1]), "end": np.array([2**31 - 1]),
        "words": np.array([1]), "width": np.array([-1]), "root": np.array(np.sqrt(0.5), np.float32),
        "one": np.array(1, np.float32), "half": np.array(0.5, np.float32),
    }  # fmt: skip
    weights += [numpy_helper.from_array(array, f"doubts.{name}") for name, array in arrays.items()]
    nodes: list[tuple[str, list[str], list[str], dict[str, object]]] = [
        *(("GatherElements", [STATE.format(i), PLACES], [f"state{i}"], {"axis": 1}) for i in LAYERS),
        ("Concat", [f"state{i}" for i in LAYERS], ["states"], {"axis": 2}),
        ("Cast", ["hidden"], ["matrix"], {"to": TensorProto.FLOAT}),
        ("MatMul", ["states", "matrix"], ["parts"], {}),
        ("Split", ["parts"], ["before", "itself", "behind"], {"axis": 2}),
        ("Slice", ["before", "first", "second", "words"], ["before_first"], {}),
        ("Slice", ["before", "first", "last", "words"], ["before_rest"], {}),
        ("Concat", ["before_first", "before_rest"], ["from_before"], {"axis": 1}),
        ("Slice", ["behind", "second", "end", "words"], ["behind_rest"], {}),
        ("Slice", ["behind", "first", "second", "words"], ["behind_first"], {}),
        ("Concat", ["behind_rest", "behind_first"], ["from_behind"], {"axis": 1}),
        ("Sum", ["from_before", "itself", "from_behind", "bias"], ["sum"], {}),
        ("Mul", ["sum", "root"], ["scaled"], {}),
        ("Erf", ["scaled"], ["erf"], {}),
        ("Add", ["erf", "one"], ["shifted"], {}),
        ("Mul", ["sum", "shifted"], ["doubled"], {}),
        ("Mul", ["doubled", "half"], ["active"], {}),
        ("MatMul", ["active", "odds"], ["column"], {}),
        ("Add", ["column", "odds_bias"], ["odds_column"], {}),
        ("Squeeze", ["odds_column", "width"], ["answer"], {}),
    ]

    def name(value: str) -> str:
        return value if value.startswith("/") else "doubts" if value == "answer" else f"doubts.{value}"

    for number, (kind, inputs, results, attributes) in enumerate(nodes):
        kept.append(
            helper.make_node(kind, [*map(name, inputs)], [*map(name, results)], name=f"doubts.{number}", **attributes)
        )
    outputs.append(helper.make_tensor_value_info("doubts", TensorProto.FLOAT, ["batch", "words"]))
    for field, values in ((graph.node, kept), (graph.initializer, weights), (graph.output, outputs)):
        del field[:]
        field.extend(values)
    onnx.checker.check_model(model)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    path = options.model / "model.int8.onnx"
    model = onnx.load(str(path))
    features = Features((options.model / "tokenizer.json").read_text(encoding="utf-8"))
    windows = [window for window in material(options.corpora, features) if window[0]]
    print(f"{len(windows)} windows of at most {MAX_PIECES} pieces", flush=True)
    add(model, fit(*gathered(model, windows), options.epochs))
    path.write_bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
