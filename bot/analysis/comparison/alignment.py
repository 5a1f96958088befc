"""Which sentences of two versions tell the same, and the words in which they differ."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
from math import log
from typing import Final

from bot.analysis.comparison.words import Word, sentences
from bot.model import Article

Sentence = tuple[Word, ...]

SAME_SENTENCE: Final = 0.45
"""From this share of common words on, weighted by how rare they are, two sentences tell the same."""
DISTANCE_COST: Final = 0.1
"""Between equal candidates, what one at the other end of the text loses against one at the same place."""
LONGEST_PASSAGE: Final = 4
"""More sentences than this are never taken for one that was divided or joined."""
MOST_PAIRS: Final = 900
"""A word that links more pairs of sentences than this tells nothing about any of them."""
MOST_CELLS: Final = 250_000
"""Longer passages, in words of one side by words of the other, are no sentences and are not compared."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of this version that stand where the other has others; one side may be empty.

    ``before`` and ``after`` are the words around them that both versions share, None at the ends of the passage.
    """

    mine: Sentence
    theirs: Sentence
    before: Word | None
    after: Word | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of this version and those of the other that tell the same; ``likeness`` is the share of equal words."""

    mine: Sentence
    theirs: Sentence
    edits: tuple[Edit, ...]
    likeness: float


def align(mine: Article, theirs: Article) -> list[Passage]:
    """The passages that two versions share, the headlines first, the body in this version's order."""
    titles = [(tuple(sentences(article.title or "", "title"))) for article in (mine, theirs)]
    bodies = [tuple(sentences(article.text)) for article in (mine, theirs)]
    return [*_passages(*titles), *_passages(*bodies)]


def _passages(mine: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[Passage]:
    for here, there in _groups(mine, theirs):
        yield _passage(_joined(mine, here), _joined(theirs, there))


def _joined(every: Sequence[Sentence], chosen: Sequence[int]) -> Sentence:
    return tuple(word for index in chosen for word in every[index])


def _groups(mine: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[tuple[list[int], list[int]]]:
    """Indices of sentences that belong together: each joins its best counterpart on the other side."""
    scores = _scores(mine, theirs)
    links: set[tuple[int, int]] = set()
    for side in (0, 1):
        best: dict[int, tuple[float, tuple[int, int]]] = {}
        for pair, score in scores.items():
            best[pair[side]] = max(best.get(pair[side], (0.0, pair)), (score, pair))
        links |= {pair for _, pair in best.values()}
    yield from _components(sorted(links))


def _components(links: Sequence[tuple[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    group_of: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for here, there in links:
        merged = group_of.get((0, here), {(0, here)}) | group_of.get((1, there), {(1, there)})
        for node in merged:
            group_of[node] = merged
    seen: set[int] = set()
    for here, _ in links:
        group = group_of[0, here]
        if id(group) in seen:
            continue
        seen.add(id(group))
        mine, theirs = (sorted(index for side, index in group if side == wanted) for wanted in (0, 1))
        if max(_extent(mine), _extent(theirs)) <= LONGEST_PASSAGE:
            yield mine, theirs


def _extent(indices: Sequence[int]) -> int:
    return indices[-1] - indices[0] + 1


def _scores(mine: Sequence[Sentence], theirs: Sequence[Sentence]) -> dict[tuple[int, int], float]:
    """Pairs of sentences that tell the same, with how much so."""
    bags = [[Counter(word.key for word in sentence) for sentence in side] for side in (mine, theirs)]
    holders: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, of_side in enumerate(bags):
        for index, bag in enumerate(of_side):
            for key in bag:
                holders[key][side].append(index)
    total = len(mine) + len(theirs)
    weight = {key: log(1 + total / (len(here) + len(there))) for key, (here, there) in holders.items()}
    mass = [[sum(weight[key] * count for key, count in bag.items()) for bag in of_side] for of_side in bags]
    telling = (sides for sides in holders.values() if len(sides[0]) * len(sides[1]) <= MOST_PAIRS)
    found = {}
    for here, there in {pair for sides in telling for pair in product(*sides)}:
        one, other = bags[0][here], bags[1][there]
        common = sum(weight[key] * min(count, other[key]) for key, count in one.items() if key in other)
        low, high = sorted((mass[0][here], mass[1][there]))
        if common >= SAME_SENTENCE * low and common >= SAME_SENTENCE / LONGEST_PASSAGE * high:
            found[here, there] = common / low - DISTANCE_COST * abs(here / len(mine) - there / len(theirs))
    return found


def _passage(mine: Sentence, theirs: Sentence) -> Passage:
    if len(mine) * len(theirs) > MOST_CELLS:
        return Passage(mine, theirs, (), 0.0)
    matcher = SequenceMatcher(None, [word.key for word in mine], [word.key for word in theirs], autojunk=False)
    edits = tuple(
        Edit(mine[a:b], theirs[c:d], mine[a - 1] if a else None, mine[b] if b < len(mine) else None)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
    return Passage(mine, theirs, edits, matcher.ratio())
