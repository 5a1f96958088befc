"""What is known of each block before it is kept or left out: a matrix of numbers, one row a block.

Three sorts of evidence: whether the outside extractors kept the block (their votes), what stands around it
(votes of neighbours, siblings and blocks marked up alike), and what it is (tag, class names, links, wording).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.extract.blocks import Block, Place
from bot.extract.patterns import NAME_PATTERNS, WORDING_PATTERNS

Matrix = NDArray[np.float64]
SHINGLE: Final = 4
NEAR_LEVELS: Final = 5
"""How many enclosing elements' class names count as near."""

_TAGS: Final[dict[str, frozenset[str]]] = {
    "in_heading": frozenset(["h1", "h2", "h3", "h4", "h5", "h6"]),
    "in_h1": frozenset({"h1"}),
    "in_list": frozenset(["li", "dd", "dt"]),
    "in_table": frozenset({"table"}),
    "in_caption": frozenset(["figcaption", "figure", "caption"]),
    "in_quote": frozenset({"blockquote"}),
    "in_aside": frozenset({"aside"}),
    "in_chrome": frozenset(["nav", "footer", "header", "menu"]),
    "in_form": frozenset(["form", "fieldset"]),
    "in_article": frozenset({"article"}),
    "in_main": frozenset({"main"}),
}
_SENTENCE_END: Final = re.compile(r"[.!?。！？…]['\"”’»)\]]*$")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the block features need to know of the whole page."""

    titles: tuple[str, ...] = ()
    description: str = ""
    authors: tuple[str, ...] = ()


class Votes:
    """How much of each block an extractor's text holds, 0–1, by runs of four words (whole lines when shorter)."""

    def __init__(self, text: str) -> None:
        words = _WORD.findall(text)
        self.shingles = set(zip(*(words[i:] for i in range(SHINGLE)), strict=False))
        self.lines = {tuple(_WORD.findall(line)) for line in text.splitlines()}

    def of(self, block: Block) -> float:
        """The share of ``block`` that the extractor kept."""
        words = block.words
        if len(words) < SHINGLE:
            return float(tuple(words) in self.lines)
        runs = list(zip(*(words[i:] for i in range(SHINGLE)), strict=False))
        return sum(run in self.shingles for run in runs) / len(runs)


def features(blocks: Sequence[Block], candidates: dict[str, str], facts: PageFacts) -> tuple[list[str], Matrix]:
    """Names of the columns and the matrix, shape (blocks, columns)."""
    columns: dict[str, Matrix] = {}
    size = np.array([len(b.words) for b in blocks], dtype=float)
    votes = np.zeros((len(blocks), len(candidates)))
    for j, (name, text) in enumerate(candidates.items()):
        judge = Votes(text)
        votes[:, j] = [judge.of(b) for b in blocks]
        columns[f"vote_{name}"] = votes[:, j]
    mean = votes.mean(axis=1)
    columns["vote_all"] = votes.min(axis=1)
    columns["vote_any"] = votes.max(axis=1)
    union = (votes.max(axis=1) * size).sum() or 1.0
    for j, name in enumerate(candidates):
        cover = (votes[:, j] * size).sum() / union
        columns[f"passed_over_{name}"] = (1 - votes[:, j]) * cover**2
        columns[f"sole_{name}"] = votes[:, j] * cover**2
    columns |= _title_distance(blocks, facts)
    columns |= _surroundings(blocks, mean, size)
    columns |= _markup(blocks)
    columns |= _wording(blocks, size, facts)
    return list(columns), np.column_stack([*columns.values()])


def _title_distance(blocks: Sequence[Block], facts: PageFacts) -> dict[str, Matrix]:
    """Where each block stands to the headline that repeats the page's title."""
    titles = [title for title in ([w.lower() for w in _WORD.findall(t)] for t in facts.titles) if title]
    likely, at = 0.0, -1
    for i, block in enumerate(blocks):
        words = {w.lower() for w in block.words}
        for title in titles:
            share = len(words & set(title)) / max(len(words | set(title)), 1)
            share += 0.3 * (block.place.tag in ("h1", "h2")) + 0.2 * (block.place.tag == "h1")
            if words and share > likely and share > 0.6:
                likely, at = share, i
    n = len(blocks)
    if at < 0:
        return {"after_title": np.full(n, 0.5), "title_family": np.full(n, 0.3), "title_distance": np.full(n, 0.3)}
    own = {p: d for d, p in enumerate(blocks[at].place.ancestors())}
    family = []
    for block in blocks:
        family.append(next((1 / (1 + own[p]) for p in block.place.ancestors() if p in own), 0.0))
    cum = np.cumsum([len(b.words) for b in blocks])
    distance = np.maximum(0, cum - cum[at]) / max(1, cum[-1])
    return {
        "after_title": (np.arange(n) > at).astype(float),
        "title_family": np.array(family),
        "title_distance": distance,
    }


def _surroundings(blocks: Sequence[Block], mean: Matrix, size: Matrix) -> dict[str, Matrix]:
    """Votes of the blocks before and after, of siblings, and of blocks marked up alike."""
    n = len(blocks)
    columns = {
        "prev_vote": np.concatenate([[0.0], mean[:-1]]),
        "next_vote": np.concatenate([mean[1:], [0.0]]),
        "window_vote": _window(mean * size, 3) / np.maximum(1.0, _window(size, 3)),
        "sibling_vote": _group_vote(blocks, mean, size, lambda b: id(b.place.parent)),
        "alike_vote": _group_vote(
            blocks, mean, size, lambda b: (b.place.tag, b.place.names, _names_of(b.place.parent))
        ),
    }
    kept = mean * size
    total = kept.sum() or 1.0
    before = np.cumsum(kept) - kept
    columns["share_before"] = before / total
    columns["nothing_before"] = (before <= 0.02 * total).astype(float)
    columns["nothing_after"] = (total - before - kept <= 0.02 * total).astype(float)
    home, share = _home(blocks, kept)
    columns["in_home"] = np.array([float(any(place is home for place in b.place.ancestors())) for b in blocks])
    columns["home_share"] = np.full(n, share)
    columns["parent_share"] = _parent_share(blocks, kept) / total
    return columns


def _window(values: Matrix, reach: int) -> Matrix:
    return np.convolve(values, np.ones(2 * reach + 1), mode="full")[reach : reach + len(values)]


def _names_of(place: Place | None) -> str:
    return f"{place.tag} {place.names}" if place else ""


def _group_vote(blocks: Sequence[Block], mean: Matrix, size: Matrix, key: Callable[[Block], object]) -> Matrix:
    """Mean vote, by words, of the other blocks with the same key; the block's own when it is alone."""
    kept: dict[object, float] = defaultdict(float)
    total: dict[object, float] = defaultdict(float)
    keys = [key(b) for b in blocks]
    for k, vote, words in zip(keys, mean, size, strict=True):
        kept[k] += vote * words
        total[k] += words
    rest = [total[k] - words for k, words in zip(keys, size, strict=True)]
    return np.array(
        [
            (kept[k] - vote * words) / other if other > 0 else vote
            for k, vote, words, other in zip(keys, mean, size, rest, strict=True)
        ]
    )


def _home(blocks: Sequence[Block], kept: Matrix) -> tuple[Place | None, float]:
    """The deepest element that holds nine tenths of the voted words, and the share it holds."""
    mass: Counter[Place] = Counter()
    for block, words in zip(blocks, kept, strict=True):
        if words > 0:
            for place in block.place.ancestors():
                mass[place] += words
    total = kept.sum()
    inside = [place for place, words in mass.items() if words >= 0.9 * total]
    home = max(inside, key=lambda place: place.depth, default=None)
    return home, (mass[home] / total if home and total else 0.0)


def _parent_share(blocks: Sequence[Block], kept: Matrix) -> Matrix:
    mass: dict[int, float] = defaultdict(float)
    for block, words in zip(blocks, kept, strict=True):
        mass[id(block.place.parent)] += words
    return np.array([mass[id(b.place.parent)] for b in blocks])


def _markup(blocks: Sequence[Block]) -> dict[str, Matrix]:
    names = [*_TAGS, "is_p", "hidden", *(f"own_{n}" for n in NAME_PATTERNS), *(f"near_{n}" for n in NAME_PATTERNS)]
    rows: dict[Place, list[float]] = {}
    matrix = np.array([_place_row(b.place, rows) for b in blocks])
    return {name: matrix[:, j] for j, name in enumerate(names)}


def _place_row(place: Place, known: dict[Place, list[float]]) -> list[float]:
    if place in known:
        return known[place]
    tags = {p.tag for p in place.ancestors()}
    near = [p for p, _ in zip(place.ancestors(), range(NEAR_LEVELS), strict=False)]
    own, around = (" ".join(p.names for p in part if p.tag not in ("body", "html")) for part in (near[:2], near[2:]))
    row = [float(bool(tags & wanted)) for wanted in _TAGS.values()]
    row += [float(place.tag == "p"), float(place.hidden)]
    row += [float(bool(pattern.search(own))) for pattern in NAME_PATTERNS.values()]
    row += [float(bool(pattern.search(around))) for pattern in NAME_PATTERNS.values()]
    known[place] = row
    return row


def _wording(blocks: Sequence[Block], size: Matrix, facts: PageFacts) -> dict[str, Matrix]:
    length = np.array([len(b.text) for b in blocks], dtype=float)
    columns = {name: _flags(blocks, _searcher(pattern)) for name, pattern in WORDING_PATTERNS.items()}
    columns["log_words"] = np.log1p(size) / 5
    columns["short"] = (size < 5).astype(float)
    columns["links"] = np.minimum(1.0, np.array([b.link_chars for b in blocks]) / length)
    columns["all_link"] = (columns["links"] > 0.85).astype(float)
    columns["all_strong"] = (np.array([b.strong_chars for b in blocks]) / length > 0.9).astype(float)
    columns["sentence"] = _flags(blocks, lambda b: _SENTENCE_END.search(b.text))
    columns["commas"] = np.minimum(1.0, np.array([b.text.count(",") for b in blocks]) / 4)
    columns["capitals"] = np.array([sum(w[0].isupper() for w in b.words) / max(1, len(b.words)) for b in blocks])
    titles = {tuple(_WORD.findall(title.lower())) for title in facts.titles}
    columns["is_title"] = _flags(blocks, lambda b: tuple(w.lower() for w in b.words) in titles)
    summary = tuple(_WORD.findall(facts.description.lower()))
    columns["is_description"] = _flags(
        blocks, lambda b: len(b.words) > 3 and tuple(w.lower() for w in b.words) == summary
    )
    first: dict[str, int] = {}
    for block in blocks:
        first.setdefault(block.text, block.order)
    columns["repeated"] = _flags(blocks, lambda b: first[b.text] < b.order)
    return columns


def _searcher(pattern: re.Pattern[str]) -> Callable[[Block], object]:
    return lambda block: pattern.search(block.text)


def _flags(blocks: Sequence[Block], test: Callable[[Block], object]) -> Matrix:
    return np.array([float(bool(test(b))) for b in blocks])
