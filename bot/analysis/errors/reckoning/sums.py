"""Figures near each other that make, but for one slip of the keys, another: nothing but the wording says they should.

Right copy shows which wordings mean a sum: of the groups of figures that come out exactly or miss by one slip,
those with "the remaining" before a part or a list of parts behind a colon mostly come out, those with "from" or "ago"
do so by chance. ``training/fit_sums.py`` weighs the cues of ``sum_cues.py`` on that; here a group that misses by a slip
is told of when its wording is that of groups that come out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, islice
from math import exp
from pathlib import Path

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, shown
from bot.analysis.errors.reckoning.sum_cues import Group, Told, contradicted, cues, has_rest, may_add, may_be_kin
from bot.analysis.errors.taken_up import is_slip

WEIGHTS = Path(__file__).parent.parent / "data" / "sum_cues.tsv"

LEAST = 10
"""Wholes below this are made by others too often."""

_SURE, _SURE_OF_SWAP = 0.97, 0.9
"""How likely the wording means a sum when it is told of; two digits that changed places are hardly chance."""

_WINDOW = 2
"""Sentences from one figure of a group to another, but for a whole that the opening tells."""

_LEAD = 3
_MOST_PARTS = 4
_MOST_BESIDE = 6
"""Figures behind the first part that the others are chosen from."""

_NEAREST, _OPENING = 10, 24
"""Figures on either side of a whole that its parts are chosen from, and of a text whose lead tells the whole."""

_MOST, _MOST_CHOICES = 80, 1000
"""Figures of a text that are looked at, and groups of them: a text with more is a table."""

_CROWD = 10
"""Figures of a sentence from which on it is a list or a table, whose figures make others by chance."""

_RATIO = 2.0
"""How many times as big as the whole what the parts make may be, or the whole as that."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A group of figures that one slip keeps from coming out, and the figures that it may be in, with what is right."""

    group: Group
    slips: tuple[tuple[Told, float], ...]


def sums(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Groups with a rest that miss by one slip and whose wording is that of a sum, the likeliest of each figure."""
    _, missed = groups(title, sentences)
    whole = [found for found in missed if has_rest(found.group.parts)]
    rated = sorted(((likelihood(found.group), found) for found in whole), key=lambda rated: -rated[0])
    used: set[Told] = set()
    for likely, found in rated:
        figures = {*found.group.parts, found.group.whole}
        swapped = any(sorted(f"{one.value:.10g}") == sorted(f"{right:.10g}") for one, right in found.slips)
        if likely < (_SURE_OF_SWAP if swapped else _SURE):
            continue
        if not figures & used:
            yield _mismatch(found)
        used |= figures


def groups(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> tuple[list[Group], list[NearMiss]]:
    """The groups of a text that come out, and those that a slip keeps from it which nothing else explains."""
    numbered = [*((-1, s) for s in title), *((at, s) for at, s in enumerate(sentences) if len(s.figures) < _CROWD)]
    told = [one for at, s in numbered for f in s.figures if may_add(one := Told(f, s, at))][:_MOST]
    exact, near = [], []
    for parts, whole in islice(_choices(told), _MOST_CHOICES):
        total = sum(part.value for part in parts)
        if abs(total - whole.value) < 1e-6 * whole.value:
            exact.append(Group(parts, whole, told))
        elif sum(part.value < LEAST for part in parts) < 2 and (slips := _slips(parts, whole, total)):
            near.append((Group(parts, whole, told), slips))
    exact = [group for group in exact if group.is_of_one_kind and not contradicted(group.parts, group.whole)]
    bound = [{*group.parts, group.whole} for group in exact]
    times = Counter(f.value for s in (*title, *sentences) for f in s.figures)
    stated = {(f.quantity.kind, f.value) for s in (*title, *sentences) for f in s.figures}
    known = set().union(*bound)
    missed = []
    for group, slips in near:
        open_slips = tuple((one, right) for one, right in slips if times[one.value] == 1 and one not in known)
        figures = {*group.parts, group.whole}
        explained = any(len(figures & some) > 1 for some in bound)
        if any((group.whole.figure.quantity.kind, value) in stated for value in _in_between(group)):
            continue
        if open_slips and group.is_of_one_kind and not explained and not contradicted(group.parts, group.whole):
            missed.append(NearMiss(group, open_slips))
    return exact, missed


def _in_between(group: Group) -> tuple[float, float, float]:
    """What the text may tell elsewhere to explain a miss: a part left out, what the parts make, a greater whole."""
    total, whole = sum(part.value for part in group.parts), group.whole.value
    return round(abs(whole - total), 6), total, total + whole


def likelihood(group: Group) -> float:
    """How likely, 0–1, the wording around some figures means that they should come out."""
    weights = _weights()
    return 1 / (1 + exp(-weights[""] - sum(weights.get(cue, 0.0) for cue in cues(group))))


@cache
def _weights() -> dict[str, float]:
    rows = (line.split("\t") for line in WEIGHTS.read_text(encoding="utf-8").splitlines())
    return {cue: float(weight) for cue, weight in rows}


def _choices(told: Sequence[Told]) -> Iterator[tuple[tuple[Told, ...], Told]]:
    """Parts and wholes near each other whose sizes fit."""
    for place, whole in enumerate(told):
        if whole.value < LEAST:
            continue
        near = [
            one for one in _around(told, place)
            if one.at >= 0 and one.value < whole.value and may_be_kin(one, whole)
        ]  # fmt: skip
        for i, first in enumerate(near):
            beside = near[i + 1 : i + 1 + _MOST_BESIDE]
            for size in range(1, _MOST_PARTS):
                reach = _WINDOW if size == 1 else 1
                for others in combinations([one for one in beside if one.at - first.at <= reach], size):
                    total = first.value + sum(one.value for one in others)
                    if 1 / _RATIO < total / whole.value < _RATIO:
                        yield (first, *others), whole


def _around(told: Sequence[Told], place: int) -> Sequence[Told]:
    """The figures near one; for one of the lead the first of the text as well."""
    whole = told[place]
    near = [one for one in told[max(0, place - _NEAREST) : place + _NEAREST] if abs(one.at - whole.at) <= _WINDOW]
    return near if whole.at >= _LEAD else told[: max(_OPENING, place + _NEAREST)]


def _slips(parts: Sequence[Told], whole: Told, total: float) -> list[tuple[Told, float]]:
    """The figures of a group that may be one slip away from what would make it come out."""
    right = [(whole, total), *((part, round(whole.value - total + part.value, 6)) for part in parts)]
    return [(one, value) for one, value in right if value > 0 and is_slip(one.value, value)]


def _mismatch(found: NearMiss) -> Mismatch:
    """Marks the figures that may be wrong, as far as they stand in the sentence of the last of them."""
    last = max((one for one, _ in found.slips), key=lambda one: one.at)
    marked: list[Figure] = [one.figure for one, _ in found.slips if one.at == last.at]
    values = [part.value for part in found.group.parts]
    return Mismatch(
        min(f.start for f in marked),
        max(f.end for f in marked),
        f"{' and '.join(map(shown, values))} make {shown(sum(values))}, not {shown(found.group.whole.value)}",
    )
