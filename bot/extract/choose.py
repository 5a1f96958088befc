"""Which blocks are the article: a logistic regression over the block features, then whole copies taken out.

The coefficients (``blocks.json``) were fitted by ``evals/extraction_train.py`` on pages with a marked-up body,
each page weighing the same; only the coefficients are kept.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Final

import numpy as np

from bot.extract.blocks import Block, Place
from bot.extract.features import SHINGLE, PageFacts, features

COEFFICIENTS: Final = "blocks.json"
LARGE_SHARE: Final = 0.2
"""A second copy of the article holds at least this share of the kept words."""
SAME_SIZE: Final = 0.7
SAME_TEXT: Final = 0.7


def choose(blocks: Sequence[Block], candidates: dict[str, str], facts: PageFacts) -> list[Block]:
    """The blocks of the article in reading order."""
    if not blocks:
        return []
    names, matrix = features(blocks, candidates, facts)
    intercept, weights = _coefficients()
    chances = 1 / (1 + np.exp(-np.clip(intercept + matrix @ np.array([weights[name] for name in names]), -50, 50)))
    return without_copies([b for b, chance in zip(blocks, chances, strict=True) if chance > 0.5])


@cache
def _coefficients() -> tuple[float, dict[str, float]]:
    stored = json.loads(files(__package__).joinpath(COEFFICIENTS).read_text(encoding="utf-8"))
    return stored["intercept"], stored["weights"]


def without_copies(kept: list[Block]) -> list[Block]:
    """Takes out second copies of the article (a flattened one for machines, a hidden one for phones)."""
    while copy := _copy_in(kept):
        gone = {id(block) for block in copy}
        kept = [block for block in kept if id(block) not in gone]
    return kept


def _copy_in(kept: Sequence[Block]) -> list[Block]:
    """The blocks of the lesser of two containers that hold the same text, if there are two."""
    held: dict[Place, list[Block]] = defaultdict(list)
    mass: Counter[Place] = Counter()
    for block in kept:
        for place in block.place.ancestors():
            held[place].append(block)
            mass[place] += len(block.words)
    least = LARGE_SHARE * sum(len(b.words) for b in kept)
    outermost: dict[tuple[int, ...], Place] = {}
    for place, words in mass.items():
        if words >= max(1.0, least):
            outermost.setdefault(tuple(id(b) for b in held[place]), place)
    pairs = [
        (one, two)
        for one, two in combinations(outermost.values(), 2)
        if SAME_SIZE < mass[one] / mass[two] < 1 / SAME_SIZE and _same_text(held[one], held[two])
    ]
    if not pairs:
        return []
    pair = max(pairs, key=lambda pair: mass[pair[0]])
    return held[max(pair, key=lambda place: (place.hidden, -len(held[place])))]


def _same_text(one: Sequence[Block], two: Sequence[Block]) -> bool:
    if {id(b) for b in one} & {id(b) for b in two}:
        return False
    first, second = _runs(one), _runs(two)
    return (first & second).total() >= SAME_TEXT * max(1, min(first.total(), second.total()))


def _runs(blocks: Sequence[Block]) -> Counter[tuple[str, ...]]:
    words = [word for block in blocks for word in block.words]
    return Counter(zip(*(words[i:] for i in range(SHINGLE)), strict=False))


def plain_blocks(text: str) -> list[str]:
    """The non-empty lines of a candidate's text, white space collapsed."""
    return [line for raw in text.splitlines() if (line := re.sub(r"\s+", " ", raw).strip())]
