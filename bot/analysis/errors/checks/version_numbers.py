"""A number, weekday or month that is another one in the version read before."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from bot.analysis.comparison import Word
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.versions import Change, Versions
from bot.analysis.errors.word_classes import DAYS, MONTHS, same_lemma
from bot.language.quantities import Quantity, ordinals, quantities
from bot.model import Article

_WHAT: Final = "a wrong number or date"
_MANY: Final = 3
"""So many different numbers that all grew, or all fell, are the course of events and no slips."""
_HEDGED: Final = 0.1
"""How far "about" and "nearly" may be from the number itself."""


@check("version.number", "Number changed from another version", severity="critical", confidence=0.75)
def version_number(versions: Versions) -> Iterator[Finding]:
    """The same thing counted, another value; rounding, hedges, digits for words and other units are no change."""
    found = [(change, pair) for change in versions.changes if (pair := _other_number(versions, change)) is not None]
    pairs = {(here.value, there.value) for _, (here, there) in found}
    all_one_way = len(pairs) >= _MANY and len({here > there for here, there in pairs}) == 1
    for change, (here, there) in found:
        grew = versions.later is True and here.value > there.value
        moved = not change.quoted and _may_move(here) and (versions.told_anew or grew or all_one_way)
        yield versions.finding(change, _WHAT, confidence=0.75, moved=moved)
    for change in versions.changes:
        if _other_day(change):
            yield versions.finding(change, _WHAT, confidence=0.75)


def _may_move(quantity: Quantity) -> bool:
    """True for what events change: neither a year nor a rank."""
    is_year = quantity.kind == "number" and quantity.value in range(1500, 2101)
    return not is_year and quantity.kind != "ordinal"


def _other_day(change: Change) -> bool:
    """One weekday or month for another; "on Tuesday" for "on May 3" is none."""
    if len(change.mine) != 1 or len(change.theirs) != 1:
        return False
    pair = {change.mine[0].key, change.theirs[0].key}
    capitalised = change.mine[0].is_capitalised and change.theirs[0].is_capitalised
    return capitalised and len(pair) == 2 and (pair <= DAYS or pair <= MONTHS)


def _other_number(versions: Versions, change: Change) -> tuple[Quantity, Quantity] | None:
    """The number here and the one that the other version has for the same thing."""
    here, there = _numbers(versions.mine.article, change.mine), _numbers(versions.theirs.article, change.theirs)
    if len(here) != 1 or len(there) != 1:
        return None
    one, other = here[0], there[0]
    if one.kind != other.kind or one.unit != other.unit or _same_value(one, other):
        return None
    elsewhere = (
        _numbers(versions.mine.article, change.passage.mine),
        _numbers(versions.theirs.article, change.passage.theirs),
    )
    if any(_same_value(one, number) for number in elsewhere[1]) or any(_same_value(other, n) for n in elsewhere[0]):
        return None  # the numbers of the sentence stand in another order
    same = _same_thing(one, change.passage.mine, other, change.passage.theirs)
    return (one, other) if same else None


def _same_value(one: Quantity, other: Quantity) -> bool:
    """True for equal values, for one that rounds the other, and for one that a hedge allows."""
    if one.kind != other.kind:
        return False
    low, high = sorted((one.value, other.value))
    if math.isclose(low, high) or ((one.hedge or other.hedge) and high - low <= _HEDGED * high):
        return True
    return low >= 100 and any(math.isclose(_rounded(a, b), b) for a, b in ((low, high), (high, low)))


def _rounded(value: float, like: float) -> float:
    """A value to as many figures as another shows."""
    figures = len(f"{like:.6f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0").lstrip("0")) or 1
    return float(f"{value:.{figures}g}")


def _same_thing(one: Quantity, mine: tuple[Word, ...], other: Quantity, theirs: tuple[Word, ...]) -> bool:
    """True when the same word follows both numbers, or both end their sentence."""
    here, there = _next_word(one, mine), _next_word(other, theirs)
    if here is None or there is None:
        return here is there
    return same_lemma(here.key, there.key)


def _next_word(quantity: Quantity, passage: tuple[Word, ...]) -> Word | None:
    return next((word for word in passage if word.start >= quantity.end), None)


def _numbers(article: Article, some: tuple[Word, ...]) -> list[Quantity]:
    """The numbers of which some words are a part."""
    if not some:
        return []
    source = article.text if some[0].field == "text" else article.title or ""
    return [
        quantity
        for quantity in _all_numbers(source)
        if any(quantity.start < word.end and word.start < quantity.end for word in some)
    ]


@lru_cache(maxsize=8)  # two versions, each with a headline; not more, for texts are long
def _all_numbers(text: str) -> list[Quantity]:
    return sorted([*quantities(text), *ordinals(text)], key=lambda quantity: quantity.start)
