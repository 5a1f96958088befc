"""Trains the encoder that looks closely at a sentence in which a word may be a slip.

    python -m training.slip_reader CORPORA WORDNET LANGUAGE OUT [--steps 360 1400] [--rate 0.8] [--start FILE.pt]

CORPORA and WORDNET as for :mod:`training.proofreader`, whose network this is, with all six layers. They start from a
checkpoint LANGUAGE of the language model (:mod:`training.restore`), which knows the grammar already. It learns first
from slips that :mod:`training.slips` makes, then, in about every second step, from the passages of
:mod:`training.passages`, whose slips are such as reporters leave. OUT gets ``slip_reader.pt`` and
``slip_reader.int8.onnx``, to be copied to ``bot/analysis/errors/data``. About an hour of one core; a run with
``--start`` goes on from an earlier one.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import torch

from bot.language.features import Features
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training import proofreader
from training.passages import LEARNT, Sample, samples
from training.proofreader import ENCODER_RATE, HEAD_RATE, WARM_UP, Batch, Document, Proofreader
from training.slips import Marked, Slipper
from training.train import LAYER_DECAY, PRETRAINED

LAYERS = 6
WINDOWS = (20, 40, 96)
"""Words from which a window of passages is full: one passage or several."""

ALTERED = 0.6
"""Share of passages that are read with their slip."""

REWRITTEN = 0.25
"""Share of windows with many replaced words, as a rewriting machine leaves them."""

CURLY = 0.5
COOLDOWN = 0.7
DOCUMENTS = 300
"""Documents with made slips between two readings of the passages."""

SEED = 31


class SlipReader(Proofreader):
    """The proofreader's network with all layers of a language model's encoder."""

    def load_language(self, checkpoint: Path) -> None:
        """Takes the encoder of a checkpoint; what it says of how words are written moves behind the first layer."""
        self.load_pretrained(PRETRAINED / "model.safetensors", LAYERS)
        taken = torch.load(checkpoint, map_location="cpu")["average"]
        state = self.state_dict()
        for name, weights in taken.items():
            if name.startswith("encoder.") and "types" not in name:
                state[name].copy_(weights)
        types = taken["encoder.types.weight"]
        usual = types.mean(0, keepdim=True)
        self.encoder.types.weight.data[:] = usual
        self.shapes.weight.data[: len(types)] = types - usual


def windows(passages: list[Sample], rng: random.Random) -> list[list[Marked]]:
    """The passages in a new order, some right and some altered, several to a window or one by one."""
    found: list[list[Marked]] = []
    window: list[Marked] = []
    full = rng.choice(WINDOWS)
    for passage in rng.sample(passages, len(passages)):
        sentences = passage.sentences(altered=rng.random() < ALTERED)
        words = [word for sentence in sentences for word in sentence]
        if window and len(window) + len(words) > full:
            found.append(window)
            window, full = [], rng.choice(WINDOWS)
        window = window + (proofreader.with_curly_marks(words) if rng.random() < CURLY else words)
    return [*found, window]


def written(passages: list[Sample], features: Features, rng: random.Random) -> Iterator[Batch]:
    """Batches of passages without end."""
    while True:
        yield from proofreader.batches(windows(passages, rng), features, rng)


def made(documents: list[Document], slipper: Slipper, features: Features, rng: random.Random) -> Iterator[Batch]:
    """Batches of documents with made slips without end."""
    while True:
        yield from proofreader.epoch(rng.sample(documents, DOCUMENTS), slipper, features, rng)


def train(model: SlipReader, sources: list[Iterator[Batch]], steps: int, rate: float, rng: random.Random) -> None:
    """Trains in place, each step on a batch of one of the sources."""
    layers = list(model.encoder.layers)
    model.encoder.requires_grad_(False)
    groups: list[dict[str, object]] = [
        {"params": [*model.slips.parameters(), *model.shapes.parameters()], "lr": rate * HEAD_RATE}
    ]
    for depth, layer in enumerate(reversed(layers[1:])):
        layer.requires_grad_(True)
        groups.append({"params": list(layer.parameters()), "lr": rate * ENCODER_RATE * LAYER_DECAY**depth})
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP, (1 - step / steps) / COOLDOWN)
    )
    model.train()
    for step in range(steps):
        loss = proofreader.learn(model, optimizer, next(rng.choice(sources)))
        schedule.step()
        if step % 50 == 0:
            print(f"{step}/{steps} {loss:.4f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("language", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, nargs=2, default=(360, 1400), help="on made slips alone, and on both")
    parser.add_argument("--rate", type=float, default=0.8, help="times the learning rates, on both")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = SlipReader()
    model.load_language(options.language)
    if options.start:
        model.load_state_dict(torch.load(options.start, map_location="cpu"))
    features = Features((PRETRAINED / "tokenizer.json").read_text(encoding="utf-8"))
    nlp = Reader(LanguageSettings()).nlp
    texts = proofreader.documents(options.corpora)
    passages = [sample for part in LEARNT for sample in samples(part, nlp)]
    slipper = proofreader.slipper(texts, options.wordnet, REWRITTEN)
    slips = made(texts, slipper, features, rng)
    if options.steps[0]:
        train(model, [slips], options.steps[0], 1.0, rng)
    train(model, [slips, written(passages, features, rng)], options.steps[1], options.rate, rng)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "slip_reader.pt")
    proofreader.export(model.eval(), options.out / "slip_reader.int8.onnx")


if __name__ == "__main__":
    main()
