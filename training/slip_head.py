"""Fits the head of the language model that doubts words, and writes it into the model.

    python -m training.slip_head CORPORA WORDNET MODEL [--on] [--epochs 5] [--rate 1] [--threads 1]

CORPORA and WORDNET as for :mod:`training.proofreader`, MODEL a model folder as :mod:`training.export` writes it or as
it is shipped; its ``model.int8.onnx`` gets the output ``doubts``, everything else in it stays as it is. The head is a
small network beside the encoder that reads the states of all of its layers and changes none (Sung et al. 2022, "LST:
Ladder Side-Tuning"), so it costs little at run time. It learns from the passages of :mod:`training.passages`, right and
altered, from the articles of :mod:`training.articles`, and from the corpora, as they are and with slips that
:mod:`training.slips` makes (:mod:`training.slip_windows`). About an hour of one core; the states of all words take some
5 GB of memory.
"""

import argparse
import math
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
import torch.nn.functional as F
from onnx import ModelProto, TensorProto, compose, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from bot.analysis.errors.proofreader import Slip
from bot.language.features import Features, Word, pad
from bot.language.inference import session
from training.network import LAYERS, WIDTH
from training.proofreader import encode
from training.restore import fill
from training.slip_windows import windows

STATE = "/model/encoder/layers.{}/norm_output/LayerNormalization_output_0"
PLACES = "/model/Expand_output_0"
"""Where the first piece of each word lies, spread over the width of a layer."""

PREFIX = "doubts."
"""Of what the head adds to the graph of the model."""

NARROW, HEADS, NEAR, KERNEL = 128, 4, 8, 5
"""Width of the head, its attention heads, the distances that they tell apart, words that a convolution sees."""

STAGES = 3
"""Pairs of layers, each taken in by a block; a fourth block follows."""

ROWS, BATCH, RATE, DECAY, WARM_UP, COOLDOWN = 16, 1100, 1.5e-3, 0.05, 200, 0.7
AVERAGED = 0.998
"""Of the running average of the weights, which is what is kept."""

INPUT_DROPOUT, DROPOUT, OUTPUT_DROPOUT = 0.2, 0.2, 0.3
SEED = 1
_HIDDEN = -1e4

States = npt.NDArray[np.float16]
Window = tuple[list[Word], list[int]]


class Attention(nn.Module):
    """Multi-head attention that knows how far apart two words are."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(NARROW, 3 * NARROW)
        self.out = nn.Linear(NARROW, NARROW)
        self.distance = nn.Parameter(torch.zeros(HEADS, 2 * NEAR + 1))

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """``x``: (batch, words, width); ``there``: (batch, words, 1), 0 for padding."""
        batch, words, _ = x.shape
        query, key, value = self.qkv(x).view(batch, words, 3, HEADS, NARROW // HEADS).permute(2, 0, 3, 1, 4)
        places = torch.arange(words)
        distance = (places[None] - places[:, None]).clamp(-NEAR, NEAR) + NEAR
        scores = query @ key.transpose(-1, -2) / math.sqrt(NARROW // HEADS) + self.distance[:, distance][None]
        weights = torch.softmax(scores + (1 - there[:, None, None, :, 0]) * _HIDDEN, -1)
        found: Tensor = self.out((weights @ value).transpose(1, 2).reshape(batch, words, NARROW))
        return found


class Convolution(nn.Module):
    """What stands close by, each channel for itself."""

    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Conv1d(NARROW, NARROW, KERNEL, padding=KERNEL // 2, groups=NARROW)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """As for :class:`Attention`."""
        found: Tensor = self.near((x * there).transpose(1, 2)).transpose(1, 2)
        return found


class Block(nn.Module):
    """One pre-norm block: words are mixed, then each is worked on."""

    def __init__(self, mix: nn.Module) -> None:
        super().__init__()
        self.mix = mix
        self.norm_mix, self.norm_inner = nn.LayerNorm(NARROW), nn.LayerNorm(NARROW)
        self.up, self.down = nn.Linear(NARROW, 2 * NARROW), nn.Linear(2 * NARROW, NARROW)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """As for :class:`Attention`."""
        x = x + F.dropout(self.mix(self.norm_mix(x), there), DROPOUT, self.training)
        return x + F.dropout(self.down(F.gelu(self.up(self.norm_inner(x)))), DROPOUT, self.training)


class Head(nn.Module):
    """Log-odds of a slip for each word, from the states that the layers of the encoder have for it."""

    def __init__(self) -> None:
        super().__init__()
        width = LAYERS // STAGES * WIDTH
        # What they take in is added up, so one bias does.
        self.taken = nn.ModuleList(nn.Linear(width, NARROW, bias=not stage) for stage in range(STAGES))
        self.blocks = nn.ModuleList(Block(mix()) for mix in (Convolution, Attention, Convolution, Attention))
        self.norm = nn.LayerNorm(NARROW)
        self.odds = nn.Linear(NARROW, 1)

    def forward(self, states: Tensor, words: Tensor) -> Tensor:
        """(batch, words, layers × width) to (batch, words). ``words`` is 0 for padding, and for the start marker."""
        there = ((words > 0) | (torch.arange(words.shape[1]) == 0)).to(states.dtype)[..., None]
        pairs = F.dropout(states, INPUT_DROPOUT, self.training).chunk(STAGES, -1)
        x = torch.zeros(())
        for stage, (taken, pair) in enumerate(zip(self.taken, pairs, strict=True)):
            x = self.blocks[stage](x + taken(pair), there)
        x = self.norm(self.blocks[STAGES](x, there))
        odds: Tensor = self.odds(F.dropout(x, OUTPUT_DROPOUT, self.training))[..., 0]
        return odds


@dataclass(frozen=True, slots=True)
class Material:
    """The words of all windows one after the other, each window's start marker first.

    ``states`` has a row for each; window i reaches from ``edges[i]`` to ``edges[i + 1]``.
    """

    states: States
    slips: npt.NDArray[np.bool_]
    edges: npt.NDArray[np.int64]


def bare(model: ModelProto) -> ModelProto:
    """A copy without the head that doubts words."""
    copy = ModelProto()
    copy.CopyFrom(model)
    graph = copy.graph
    for field in (graph.node, graph.initializer):
        kept = [each for each in field if not each.name.startswith(PREFIX)]
        del field[:]
        field.extend(kept)
    outputs = [output for output in graph.output if output.name != "doubts"]
    del graph.output[:]
    graph.output.extend(outputs)
    return copy


def read(model: ModelProto, windows: Sequence[Window]) -> Material:
    """The states of all words; windows of like length are read together."""
    asking = bare(model)
    del asking.graph.output[:]
    names = [STATE.format(layer) for layer in range(LAYERS)]
    asking.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    network = session(asking.SerializeToString())
    edges = np.cumsum([0, *(len(words) + 1 for words, _ in windows)])
    found = Material(np.zeros((edges[-1], LAYERS * WIDTH), np.float16), np.zeros(edges[-1], bool), edges)
    order = sorted(range(len(windows)), key=lambda i: sum(len(word.pieces) for word in windows[i][0]))
    for first in range(0, len(order), ROWS):
        group = order[first : first + ROWS]
        inputs = pad([windows[i][0] for i in group])
        states = network.run(None, {"ids": inputs.ids, "types": inputs.types, "widx": inputs.words})
        for row, i in enumerate(group):
            start, end = edges[i], edges[i + 1]
            words = inputs.words[row, : end - start]
            found.states[start:end] = np.concatenate([layer[row, words] for layer in states], 1)
            found.slips[start + 1 : end] = np.array(windows[i][1]) != Slip.NONE
    return found


def batches(material: Material, rng: random.Random) -> list[list[int]]:
    """The numbers of all windows in random groups of like length."""
    lengths = np.diff(material.edges)
    groups: list[list[int]] = [[]]
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i] + 3 * rng.random()):
        if groups[-1] and (len(groups[-1]) + 1) * lengths[i] > BATCH:
            groups.append([])
        groups[-1].append(i)
    rng.shuffle(groups)
    return groups


def tensors(material: Material, group: Sequence[int]) -> tuple[Tensor, Tensor, Tensor]:
    """States, word numbers (0 for padding) and labels of some windows."""
    places = [slice(material.edges[i], material.edges[i + 1]) for i in group]
    longest = max(place.stop - place.start for place in places)
    states = np.zeros((len(group), longest, LAYERS * WIDTH), np.float16)
    words = np.zeros((len(group), longest), np.int64)
    slips = np.zeros((len(group), longest), np.float32)
    for row, place in enumerate(places):
        length = place.stop - place.start
        states[row, :length] = material.states[place]
        words[row, :length] = np.arange(length)
        slips[row, :length] = material.slips[place]
    return torch.from_numpy(states).float(), torch.from_numpy(words), torch.from_numpy(slips)


def fit(material: Material, head: Head, epochs: int, rate: float = 1.0) -> Head:
    """The head, trained on the windows in random order, at ``rate`` times the rate."""
    rng = random.Random(SEED)
    optimizer = torch.optim.AdamW(head.parameters(), lr=rate * RATE, weight_decay=DECAY)
    average = AveragedModel(head, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    steps = epochs * len(batches(material, rng))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        # The number of batches differs a little between epochs.
        optimizer,
        lambda step: max(0.0, min(1.0, (step + 1) / WARM_UP, (1 - step / steps) / COOLDOWN)),
    )
    began = time.monotonic()
    for epoch in range(epochs):
        losses = []
        for group in batches(material, rng):
            states, words, slips = tensors(material, group)
            odds, asked = head(states, words), words > 0
            loss = F.binary_cross_entropy_with_logits(odds[asked], slips[asked])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(head)
            losses.append(loss.item())
        print(f"epoch {epoch} {np.mean(losses):.4f} {time.monotonic() - began:.0f} s", flush=True)
    kept = average.module
    assert isinstance(kept, Head)
    return kept.eval()


def shipped(model: ModelProto) -> Head:
    """The head that a model has, at full precision again."""
    head = Head()
    fill(head, model.graph, PREFIX, f"{PREFIX}/")
    return head


def exported(head: Head) -> ModelProto:
    """The head as a graph of its own: ``states`` and ``words`` to ``odds``.

    Its matrices have eight bits, of which one is unused, as in :func:`training.proofreader.export`.
    """
    inputs = (torch.randn(2, 9, LAYERS * WIDTH), torch.tensor([[*range(9)], [*range(6), 0, 0, 0]]))
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            head,
            inputs,
            str(full),
            input_names=["states", "words"],
            output_names=["odds"],
            dynamic_axes={name: {0: "batch", 1: "words"} for name in ("states", "words", "odds")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )
        return onnx.load(str(small))


def add(model: ModelProto, head: Head) -> ModelProto:
    """The model with the head as the output ``doubts``, (batch, words), in place of one that is there."""
    found = bare(model)
    graph, side = found.graph, compose.add_prefix(exported(head), PREFIX).graph
    known = {"states": f"{PREFIX}all", "words": "widx", "odds": "doubts"}
    renamed = {f"{PREFIX}{name}": known[name] for name in known}
    states = [f"{PREFIX}state{layer}" for layer in range(LAYERS)]
    nodes = [
        helper.make_node("GatherElements", [STATE.format(layer), PLACES], [state], name=f"{PREFIX}{layer}", axis=1)
        for layer, state in enumerate(states)
    ]
    nodes.append(helper.make_node("Concat", states, [f"{PREFIX}all"], name=f"{PREFIX}concat", axis=2))
    for node in side.node:
        node.input[:] = [renamed.get(name, name) for name in node.input]
        node.output[:] = [renamed.get(name, name) for name in node.output]
        if not node.name.startswith(PREFIX):
            node.name = f"{PREFIX}{node.output[0]}"
    graph.node.extend([*nodes, *side.node])
    graph.initializer.extend(side.initializer)
    graph.output.append(helper.make_tensor_value_info("doubts", TensorProto.FLOAT, ["batch", "words"]))
    onnx.checker.check_model(found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--on", action="store_true", help="learn on from the head that MODEL has")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1.0, help="times the learning rate")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    path = options.model / "model.int8.onnx"
    model = onnx.load(str(path))
    features = Features((options.model / "tokenizer.json").read_text(encoding="utf-8"))
    encoded = (encode(window, features) for window in windows(options.corpora, options.wordnet))
    material = read(model, [window for window in encoded if window[0]])
    print(f"{len(material.edges) - 1} windows, {len(material.slips)} words", flush=True)
    head = fit(material, shipped(model) if options.on else Head(), options.epochs, options.rate)
    path.write_bytes(add(model, head).SerializeToString())


if __name__ == "__main__":
    main()
