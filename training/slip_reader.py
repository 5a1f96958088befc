"""Trains the encoder that looks closely at a sentence in which a word may be a slip.

    python -m training.slip_reader CORPORA WORDNET OUT [--steps 1500] [--rate 1] [--start FILE] [--threads 1]

CORPORA and WORDNET as for :mod:`training.proofreader`. The network is :mod:`training.mpnet`. It learns from the
passages of :mod:`training.passages`, whose slips are such as reporters leave, from sentences of the articles of
:mod:`training.articles`, and in about every tenth step from slips that :mod:`training.slips` makes. OUT gets
``slip_reader.pt`` and ``slip_reader.int8.onnx``, to be copied to ``bot/analysis/errors/data``; a step takes two to five
seconds of one core. A run with ``--start`` goes on from an earlier one, by its weights or by what it exported. What the
shipped file saw stands in docs/model-card.md.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch

from bot.language.features import Features
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training import proofreader
from training.articles import articles
from training.mpnet import FROZEN, SlipReader
from training.passages import LEARNT, Sample, samples
from training.proofreader import Batch, Document
from training.restore import fill
from training.slips import Marked, Slipper
from training.train import PRETRAINED

WINDOWS = (20, 40, 96)
"""Words from which a window of passages is full: one passage or several."""

ALTERED = 0.6
"""Share of passages that are read with their slip."""

WRITTEN, ARTICLES = 0.9, 0.75
"""Share of steps on what was written, and of these on articles; the others are on slips that are made."""

RIGHT = 3
"""Sentences of articles without a slip that are read for one with a slip."""

REWRITTEN = 0.25
"""Share of windows with many replaced words, as a rewriting machine leaves them."""

ALONE = 0.45
"""Share of passages whose sentences are read one by one, as they are in an article."""

SHORTEST = 4
"""Words from which a sentence alone is worth a window; stray stops leave short ones."""

CURLY = 0.5
HEAD_RATE, DISTANCE_RATE, LAYER_RATE, LAYER_DECAY = 1e-3, 1e-4, 1e-4, 0.9
WARM_UP, COOLDOWN = 60, 0.7
DOCUMENTS = 200
"""Documents with made slips before new ones are drawn."""

SEED = 31


def curled(words: list[Marked], rng: random.Random) -> list[Marked]:
    """Words with curly marks half of the time."""
    return proofreader.with_curly_marks(words) if rng.random() < CURLY else words


def windows(passages: list[Sample], rng: random.Random) -> list[list[Marked]]:
    """The passages in a new order, some right and some altered, several to a window or one by one."""
    found: list[list[Marked]] = []
    window: list[Marked] = []
    full = rng.choice(WINDOWS)
    for passage in rng.sample(passages, len(passages)):
        sentences = passage.sentences(altered=rng.random() < ALTERED)
        if rng.random() < ALONE:
            found += [curled(sentence, rng) for sentence in sentences if len(sentence) >= SHORTEST]
            continue
        words = [word for sentence in sentences for word in sentence]
        if window and len(window) + len(words) > full:
            found.append(window)
            window, full = [], rng.choice(WINDOWS)
        window = window + curled(words, rng)
    return [*found, window] if window else found


def sentences(learnt: list[Sample], rng: random.Random) -> list[list[Marked]]:
    """The sentences of articles that hold a slip and some that hold none, each alone, as the detector reads them."""
    found = [each for article in learnt for altered in (True, False) for each in article.sentences(altered=altered)]
    slipped = [each for each in found if any(word.slip for word in each)]
    right = [each for each in found if len(each) >= SHORTEST and not any(word.slip for word in each)]
    chosen = [*slipped, *rng.sample(right, min(len(right), RIGHT * len(slipped)))]
    return [curled(each, rng) for each in chosen]


def written(passages: list[Sample], learnt: list[Sample], features: Features, rng: random.Random) -> Iterator[Batch]:
    """Batches of passages and of sentences of articles without end."""
    waiting: dict[bool, list[Batch]] = {True: [], False: []}
    while True:
        of_articles = rng.random() < ARTICLES
        if not waiting[of_articles]:
            found = sentences(learnt, rng) if of_articles else windows(passages, rng)
            waiting[of_articles] = proofreader.batches(found, features, rng)
        yield waiting[of_articles].pop()


def made(documents: list[Document], slipper: Slipper, features: Features, rng: random.Random) -> Iterator[Batch]:
    """Batches of documents with made slips without end."""
    while True:
        yield from proofreader.epoch(rng.sample(documents, DOCUMENTS), slipper, features, rng)


def train(model: SlipReader, slips: Iterator[Batch], passages: Iterator[Batch], steps: int, rate: float) -> None:
    """Trains in place, each step on a batch of passages or of made slips."""
    rng = random.Random(SEED)
    model.requires_grad_(False)
    layers = list(model.layers)[FROZEN:]
    groups: list[dict[str, object]] = [
        {"params": [*model.slips.parameters(), *model.shapes.parameters()], "lr": rate * HEAD_RATE},
        {"params": [*model.distance.parameters()], "lr": rate * DISTANCE_RATE},
        *(
            {"params": list(layer.parameters()), "lr": rate * LAYER_RATE * LAYER_DECAY**depth}
            for depth, layer in enumerate(reversed(layers))
        ),
    ]
    for module in (model.slips, model.shapes, model.distance, *layers):
        module.requires_grad_(True)
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_UP, (1 - step / steps) / COOLDOWN)
    )
    model.train()
    for step in range(steps):
        loss = proofreader.learn(model, optimizer, next(passages if rng.random() < WRITTEN else slips))
        schedule.step()
        if step % 20 == 0:
            print(f"{step}/{steps} {loss:.4f}", flush=True)


def load(model: SlipReader, start: Path) -> None:
    """Puts in the weights of an earlier run: a checkpoint, or an exported network at full precision again."""
    if start.suffix == ".onnx":
        fill(model, onnx.load(str(start)).graph, "model.", "/model/")
    else:
        model.load_state_dict(torch.load(start, map_location="cpu"))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=1.0, help="times the learning rates")
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from: FILE.pt or FILE.onnx")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    tokenizer = PRETRAINED / "tokenizer.json"
    model = SlipReader()
    model.load_pretrained(tokenizer)
    if options.start:
        load(model, options.start)
    features = Features(tokenizer.read_text(encoding="utf-8"))
    nlp = Reader(LanguageSettings()).nlp
    texts = proofreader.documents(options.corpora)
    passages = [sample for part in LEARNT for sample in samples(part, nlp)]
    slips = made(texts, proofreader.slipper(texts, options.wordnet, REWRITTEN), features, rng)
    learnt = list(articles(weighed=False, read=nlp))
    train(model, slips, written(passages, learnt, features, rng), options.steps, options.rate)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "slip_reader.pt")
    proofreader.export(model.eval(), options.out / "slip_reader.int8.onnx", reduced=True)


if __name__ == "__main__":
    main()
