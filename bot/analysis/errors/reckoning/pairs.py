"""Two figures of a sentence that miss by one slip what the opening, or the sentence before, says they make.

"Creating a 9,150-mile network. … The one brings 5,380 miles of track, and the other 3,970": nothing but the sense
says that they make the whole, so only slips are told of, and only of pairs that no other number of the text explains.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.parts import OVERLAP
from bot.analysis.errors.reckoning.totals import NOT_ADDENDS
from bot.analysis.errors.taken_up import is_slip
from bot.language import grammar

_LEAD = 3
"""Sentences of the text that tell, with the headline, what the whole is."""

_NEAR = 1.25
"""How many times as big as the whole what the two make may be, or the whole as that."""

_JOINED = re.compile(r"^[^;.:—–]{1,80}?(?:,? and|,? plus|,? while|,? with)(?: [^;.,:—–]{0,50})? $")
_NO_ADDEND = re.compile(
    rf"\b(?:from|than|of the|of its|of their|up to|to|against|by|another|more|until|between|every|each|or) {HEDGE}$"
)


def pairs(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Pairs of figures that make nearly, but not quite, a whole told before them."""
    stated = [f for s in (*title, *sentences) for f in s.figures]
    for at, sentence in enumerate(sentences):
        if len(sentence.figures) < 2 or OVERLAP.search(sentence.text) or NOT_ADDENDS.search(sentence.text):
            continue
        before = [f for s in (*title, *sentences[: min(_LEAD, at)], *sentences[max(0, at - 1) : at]) for f in s.figures]
        for one, two in pairwise(sentence.figures):
            alike = [f for f in sentence.figures if comparable(f, one)]
            if len(alike) == len((one, two)) and _may_add(sentence, one, two):
                yield from _compare(one, two, before, stated)


def _may_add(sentence: Sentence, one: Figure, two: Figure) -> bool:
    if any(f.quantity.hedge or f.quantity.kind == "percent" or f.measure_of_time for f in (one, two)):
        return False
    if not _alike(one, two) or not _JOINED.match(sentence.between(one, two)):
        return False
    return not any(_NO_ADDEND.search(sentence.before(f)) for f in (one, two))


def _alike(one: Figure, two: Figure) -> bool:
    """True for two sums, two measures in one unit, and counts of one thing or of two that are named together."""
    if not one.is_plain or not two.is_plain or one.measure != two.measure:
        bare = one.is_plain and two.is_plain and one.measure is not None and two.noun is None
        return comparable(one, two) and (bare or not one.is_plain)
    if one.noun is None or two.noun is None or one.lemma == two.lemma:
        return two.noun is None or one.lemma == two.lemma
    return two.noun in grammar.conjuncts(one.noun)


def _may_be_of(whole: Figure, one: Figure, two: Figure) -> bool:
    """True for a whole in the same money or measure, for one of the same noun, and for one of two named kinds."""
    if not whole.is_plain or one.measure:
        return not one.is_plain or whole.measure == one.measure
    counted = one.lemma or next(
        (noun.lemma_.lower() for how, noun in grammar.modifiers(one.token) if how == "of"), None
    )
    if two.noun is not None and one.lemma != two.lemma:
        return whole.lemma not in (one.lemma, two.lemma)  # not "450 passengers" of passengers and crew
    return counted == whole.lemma is not None


def _compare(one: Figure, two: Figure, before: Sequence[Figure], stated: Sequence[Figure]) -> Iterator[Mismatch]:
    total = one.value + two.value
    biggest = max(one.value, two.value)
    wholes = [
        f for f in before
        if comparable(f, one) and _may_be_of(f, one, two)
        and biggest < f.value and 1 / _NEAR < total / f.value < _NEAR
    ]  # fmt: skip
    if (
        len({f.value for f in wholes}) != 1
        or wholes[0].quantity.hedge
        or any(close(f.value, total, 0.005) for f in stated)
    ):
        return
    whole = wholes[0]
    slips = ((total, whole.value), (one.value, whole.value - two.value), (two.value, whole.value - one.value))
    if any(is_slip(a, b) for a, b in slips):
        made = f"{shown(one.value)} and {shown(two.value)} make {shown(total)}, not {shown(whole.value)} as told before"
        yield mismatch([one, two], made)
