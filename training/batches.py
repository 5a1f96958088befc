"""Training documents cut into windows and windows into batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from bot.language.features import Features, Shape, Word, pad
from bot.language.network import MAX_PIECES
from training.corpora import CORPORA, IGNORED, Sample
from training.swaps import Swaps

PIECES_PER_BATCH = 900
SHORTEST = 12
LONGEST_SENTENCE = 250
SHARE = {"crossner": 0.35, "btc": 0.2, "re3d": 2.0}
"""How often an epoch sees a document of a corpus, where that is not once."""

HEADLINE, CAPITALS, SMALL = 0.04, 0.01, 0.02
"""How many windows are recased as headlines, capitals and small letters, so that case alone does not make a name."""

_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sample with its words as the encoder sees them and its labels as numbers."""

    sample: Sample
    words: list[Word]
    pos: list[int]
    tags: list[int]
    relations: list[int]

    @property
    def corpus(self) -> int:
        return CORPORA.index(self.sample.corpus)


@dataclass(frozen=True, slots=True)
class Window:
    source: Encoded
    start: int
    end: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Batch:
    ids: Tensor
    types: Tensor
    words: Tensor
    corpus: Tensor
    labels: dict[str, Tensor]
    parsed: bool


def encode(samples: Sequence[Sample], features: Features, labels: dict[str, list[str]]) -> list[Encoded]:
    """Looks every word and label up once."""
    numbers = {kind: {label: i for i, label in enumerate(values)} for kind, values in labels.items()}
    return [
        Encoded(
            sample,
            features.words(sample.words, sample.joined),
            [numbers["pos"].get(label, IGNORED) for label in sample.pos],
            [numbers["tags"].get(label, IGNORED) for label in sample.tags],
            [numbers["relations"].get(label, IGNORED) for label in sample.relations],
        )
        for sample in samples
    ]


def windows(source: Encoded, rng: random.Random) -> Iterator[Window]:
    """Cuts a document into windows that end with a sentence; every second document into short ones.

    Short windows make the model read paragraphs of one or two sentences as surely as long ones.
    """
    sample, lengths = source.sample, [len(word.pieces) for word in source.words]
    short = rng.random() < 0.5
    start = 0
    while start < len(lengths):
        limit = rng.randint(SHORTEST, MAX_PIECES) if short else MAX_PIECES
        end, pieces = start, 0
        while end < len(lengths) and (pieces + lengths[end] <= limit or end == start):
            pieces += lengths[end]
            end += 1
        if end < len(lengths):
            cut = next((i for i in range(end, start, -1) if _ends_sentence(sample, i)), None)
            if cut is None:
                cut = end
                while cut < len(lengths) and not _ends_sentence(sample, cut) and pieces < LONGEST_SENTENCE:
                    pieces += lengths[cut]
                    cut += 1
            end = cut
        yield Window(source, start, end, sum(lengths[start:end]))
        start = end


def _ends_sentence(sample: Sample, i: int) -> bool:
    """True when word i opens a sentence, or follows a full stop where sentences are not marked."""
    if i >= len(sample.words):
        return True
    return sample.starts[i] if sample.parsed else sample.words[i - 1] in _STOPS


def epoch(sources: Sequence[Encoded], rng: random.Random) -> list[list[Window]]:
    """All batches of one pass, windows of like length together, parsed and unparsed corpora apart."""
    batches: list[list[Window]] = []
    for parsed in (True, False):
        chosen = [
            window
            for source in sources
            if source.sample.parsed == parsed
            for _ in range(_times(SHARE.get(source.sample.corpus, 1.0), rng))
            for window in windows(source, rng)
        ]
        chosen.sort(key=lambda window: window.pieces + rng.random() * 8)
        current: list[Window] = []
        for window in chosen:
            if current and max(window.pieces, current[-1].pieces) * (len(current) + 1) > PIECES_PER_BATCH:
                batches.append(current)
                current = []
            current.append(window)
        if current:
            batches.append(current)
    rng.shuffle(batches)
    return batches


def _times(share: float, rng: random.Random) -> int:
    return int(share) + (rng.random() < share % 1)


def collate(group: Sequence[Window], swaps: Swaps, rng: random.Random) -> Batch:
    """Tensors of a batch. A head outside its window is ignored."""
    parsed = group[0].source.sample.parsed
    parts = [(w.source.words[w.start : w.end], w.source.sample.entities[w.start : w.end]) for w in group]
    inputs = pad([_recase(swaps.apply(words, entities, rng), rng) for words, entities in parts])
    shape = inputs.words.shape
    labels = {
        kind: np.full(shape, IGNORED, np.int64) for kind in ("entities", "pos", "tags", "heads", "relations", "starts")
    }
    for row, window in enumerate(group):
        source, part, columns = window.source, slice(window.start, window.end), slice(1, window.end - window.start + 1)
        labels["entities"][row, columns] = source.sample.entities[part]
        if parsed:
            labels["pos"][row, columns] = source.pos[part]
            labels["tags"][row, columns] = source.tags[part]
            labels["relations"][row, columns] = source.relations[part]
            labels["starts"][row, columns] = source.sample.starts[part]
            labels["starts"][row, 1] = 1
            heads = np.array(source.sample.heads[part])
            local = np.where(heads < 0, 0, heads - window.start + 1)
            local[(heads >= 0) & ((heads < window.start) | (heads >= window.end))] = IGNORED
            labels["heads"][row, columns] = local
    return Batch(
        torch.from_numpy(inputs.ids),
        torch.from_numpy(inputs.types),
        torch.from_numpy(inputs.words),
        torch.tensor([window.source.corpus for window in group]),
        {kind: torch.from_numpy(values) for kind, values in labels.items()},
        parsed,
    )


def _recase(words: Sequence[Word], rng: random.Random) -> list[Word]:
    """Sometimes writes a window in another case; the pieces have no case, so shapes suffice."""
    chance = rng.random()
    if chance < HEADLINE:
        shape = Shape.TITLE
    elif chance < HEADLINE + CAPITALS:
        shape = Shape.UPPER
    elif chance < HEADLINE + CAPITALS + SMALL:
        shape = Shape.LOWER
    else:
        return list(words)
    return [
        Word(word.pieces, 2 * shape + word.type % 2) if word.type // 2 in (Shape.LOWER, Shape.TITLE) else word
        for word in words
    ]
