"""Ranges that run backwards, and odds that the two figures do not give."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.language.quantities import number

_BETWEEN = re.compile(rf"\bbetween {HEDGE}$")
_NO_RANGE = re.compile(
    r"\b(?:difference|gap|ratio|split|choice|choose|chose|match|score|balance|distance|relation\w*|link|exchange"
    r"|correlation|compar\w+|contrast|swap\w*|switch\w*|alternat\w+|distinction|distinguish\w*)\b[^,;]*$"
)
_AND = re.compile(rf"(?: [a-z]+)? and {HEDGE}")


def ranges(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "valued at between 5 million and 3 million euros": the lower end comes first."""
    for low, high in pairwise(sentence.figures):
        before = sentence.before(low)
        if not _BETWEEN.search(before) or _NO_RANGE.search(before) or not _AND.fullmatch(sentence.between(low, high)):
            continue
        a, b = low.quantity, high.quantity
        bare = low.is_plain and low.measure is None and (low.noun is None or low.noun.i >= high.token.i)
        alike = bare or ((a.kind, a.unit, low.measure, low.lemma) == (b.kind, b.unit, high.measure, high.lemma))
        whole = re.match(r",? ?(?:B\.?C|degrees? below|below zero)", sentence.after(high)) is None
        if alike and whole and a.value > b.value >= a.value / _FAR:
            yield mismatch([low, high], f"a range from {shown(a.value)} to {shown(b.value)} runs backwards")


_FAR = 20
"""Ends further apart are hardly of one unit ("between 500 and 2 thousand")."""
_ODDS = re.compile(
    r"\b(?:majority|margin|ratio|vote)(?: [a-z]+)? of "
    r"(?P<hedge>(?:more than|almost|nearly|about|roughly|over|just over) )?"
    r"(?P<many>[a-z]+|\d{1,2})(?: to |-to-)one\b"
)
_SLACK = 0.2
_BELOW, _ABOVE = ("almost", "nearly"), ("more than", "over", "just over")


_FOR_EVERY = re.compile(r"\bone (?P<one>[a-z]+) (?:for|to) (?:every|each) (?P<many>[a-z]+|\d{1,3}(?:,\d{3})*)\b")


def for_every(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "240 pupils and 12 teachers, or one teacher for every 30": one figure divided by the other."""
    match = _FOR_EVERY.search(sentence.text)
    times = number(match["many"]) if match is not None else None
    if match is None or not times:
        return
    counted = [f for f in sentence.figures if f.is_plain and not f.measure and f.end - sentence.start < match.start()]
    fewer = [f for f in counted if f.lemma == match["one"]]
    if len(counted) != 2 or len(fewer) != 1:
        return
    ratio = max(f.value for f in counted) / fewer[0].value
    hedged = any(f.quantity.hedge for f in counted)
    if ratio > 1 and abs(ratio - times) > max(0.51, (0.15 if hedged else 0.08) * ratio):
        values = " and ".join(shown(f.value) for f in counted)
        message = f"{values} make one for every {shown(round(ratio, 1))}"
        yield Mismatch(counted[0].start, sentence.start + match.end(), message)


def odds(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "by 300 votes to 100, a majority of nearly five to one": one figure divided by the other."""
    match = _ODDS.search(sentence.text)
    times = number(match.group("many")) if match is not None else None
    if match is None or times is None:
        return
    votes = [f for f in sentence.figures if f.is_plain and f.end - sentence.start < match.start() and f.value >= 1]
    if len(votes) != 2 or not re.search(r"\b(?:against|opposed|to|no)\b", sentence.text[: match.start()]):
        return
    ratio = max(f.value for f in votes) / min(f.value for f in votes)
    hedge = (match.group("hedge") or "").strip()
    low = times * (1 - _SLACK) if hedge not in _ABOVE else times * 0.97
    high = times * (1 + _SLACK) if hedge not in _BELOW else times * 1.03
    if not low <= ratio <= high:
        values = [shown(f.value) for f in votes]
        yield Mismatch(
            votes[0].start, sentence.start + match.end(), f"{values[0]} against {values[1]} is {ratio:.2g} to one"
        )
