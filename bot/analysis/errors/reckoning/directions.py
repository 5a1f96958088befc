"""Figures that move the other way than the word that says so."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.analysis.errors.figures import Figure, Sentence, comparable
from bot.analysis.errors.reckoning.changes import DOWN, HEDGE, UP
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.wholes import fraction, fractions
from bot.language.quantities import Quantity

_MILLION = 1e6
_MOVE = rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))"
_BESIDE = rf"(?: (?!(?:{UP}|{DOWN}|[a-z]+(?:ed|ing))\b)[a-z]+)?"
"""A word between a move and where it goes, that is none itself: "rose sharply from", not "growth slowed from"."""
_FROM = re.compile(rf"{_MOVE}{_BESIDE},? from {HEDGE}$", re.IGNORECASE)
_LATER_FROM = re.compile(
    r"^(?: (?!and\b|but\b|while\b)[\w’'-]+){0,5}?(?:,| \(| –| —)? ?(?:(?P<up>up|an? (?:[a-z]+"
    r" )?(?:rise|increase|jump|gain))"
    rf"|(?P<down>down|an? (?:[a-z]+ )?(?:fall|drop|decrease|decline)))(?: [a-z]+)? from (?:the )?{HEDGE}$"
)
_WITHIN = re.compile(r"\b(?:in|over|during|within|for) (?:the |its |their )?(?:first |last |past |latest )?$")
"""Before a stretch of time in which something may have been counted."""
_TO = re.compile(rf"{_MOVE}{_BESIDE} to {HEDGE}$", re.IGNORECASE)
_FROM_THEN = re.compile(rf"(?: (?!and\b|but\b|while\b)[\w’'-]+){{0,4}},? from (?:the )?{HEDGE}")
_RESUMED = re.compile(
    r"(?:^|; |, and |, but |and |but )(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]he (?:figure|number|rate|share"
    r"|proportion|total)) [^;]{0,30}$"
    r"|\band (?:has |have |had |then |is |was |now |since )*$"
)
_WAS = re.compile(
    rf"^(?:This|That|It) (?:is|was|marks|represents) an? (?:[a-z]+ )?{_MOVE}[^.;]{{0,40}}? (?:from"
    rf"|on) [^.;]{{0,40}}?{HEDGE}$"
)


def direction(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "fell from 6.2 percent to 6.8 percent"; "5 million,
    up from 6 million"; "It was 70 percent; it has dropped to 76"."""
    figures = sentence.figures
    pairs = list(itertools.pairwise(figures)) if " from " in sentence.text else []
    for old, new in pairs:
        verb = _FROM.search(sentence.before(old)[-50:])
        if verb is not None and re.fullmatch(
            rf"(?: (?!to\b|and\b)[\w’'-]+){{0,5}}?,? to (?:a record )?{HEDGE}", sentence.between(old, new)
        ):
            yield from _judge(old, new, verb)
    for at, (new, old) in enumerate(pairs):
        verb = _TO.search(sentence.before(new))
        if verb is not None and _FROM_THEN.fullmatch(sentence.between(new, old)):
            yield from _judge(_in_the_unit_of(new, old), new, verb)
        verb = _LATER_FROM.match(sentence.between(new, old))
        if verb is not None and not _is_time_of_another(sentence, figures[:at], new):
            yield from _judge(old, new, verb)
    for new in figures:
        before = sentence.before(new)
        verb = _TO.search(before)
        if verb is not None and _RESUMED.search(before[: verb.start()]):
            known = _last_before(new, sentence, previous)
            if known is not None and known.end <= sentence.start + verb.start():
                yield from _judge(known, new, verb)
    if previous is not None and figures:
        verb = _WAS.match(sentence.before(figures[0]))
        then = _share_in_words(previous, figures[0]) if verb is not None else []
        then = then or list(previous.figures)
        if verb is not None and len(then) == 1:
            yield from _judge(figures[0], then[0], verb)


def _is_time_of_another(sentence: Sentence, before: Sequence[Figure], new: Figure) -> bool:
    """True for the ten days of "60 cases in the ten days to Monday, up from 25": the count has moved."""
    counted = any(not figure.measure_of_time and figure.quantity.kind != "ordinal" for figure in before)
    return new.measure_of_time and counted and _WITHIN.search(sentence.before(new)) is not None


def _share_in_words(sentence: Sentence, like: Figure) -> list[Figure]:
    """The fractions of a sentence that has no percentages, as percentages: "a quarter of voters"."""
    if like.quantity.unit != "%" or any(f.quantity.unit == "%" for f in sentence.figures):
        return []
    return [
        replace(
            like, quantity=Quantity(sentence.start + m.start(), sentence.start + m.end(), 100 * share, "percent", "%")
        )
        for m in fractions(sentence.text)
        if (share := fraction(m)) is not None
    ]


def _in_the_unit_of(other: Figure, bare: Figure) -> Figure:
    """A figure that counts nothing, in the unit of the one it is set beside: "1.2 billion dollars from 900 million"."""
    if not bare.is_plain or bare.noun is not None or bare.measure is not None or bare.quantity.value < _MILLION:
        return bare
    return replace(bare, quantity=replace(bare.quantity, kind=other.quantity.kind, unit=other.quantity.unit))


def _last_before(new: Figure, sentence: Sentence, previous: Sentence | None) -> Figure | None:
    """The one figure of its unit in the clause before, or in the sentence before."""
    found = [f for f in sentence.figures if f.end < new.start and comparable(f, new)]
    if not found and previous is not None:
        found = [f for f in previous.figures if comparable(f, new)]
    return found[0] if len(found) == 1 and found[0].quantity.kind == new.quantity.kind else None


def _judge(old: Figure, new: Figure, verb: re.Match[str]) -> Iterator[Mismatch]:
    if not comparable(old, new) or old.value == new.value or "points" in (old.quantity.unit, new.quantity.unit):
        return
    if old.is_plain and (old.measure_of_time or (old.lemma and new.lemma and old.lemma != new.lemma)):
        return
    risen = new.value > old.value
    if (verb.group("up") and not risen) or (verb.group("down") and risen):
        moved = f"from {shown(old.value)} to {shown(new.value)} is {'up' if risen else 'down'}"
        yield mismatch([old, new] if old.start > new.start else [new], moved)
