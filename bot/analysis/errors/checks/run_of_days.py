"""Things that last for days, against the days on which they begin and end."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from bot.analysis.errors.chronology.events import Event, dated_events
from bot.analysis.errors.chronology.runs import Length, Nth, begun, by_kind, ended, lengths, nths, weekday
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.dates import WEEKDAYS

_Told = TypeVar("_Told")


@check("date.run", "Days that do not make the length", severity="major", confidence=0.75)
def run_of_days(copy: Copy) -> Iterator[Finding]:
    """ "a 48-hour strike … began on Monday and is to end on Friday"; "for a fourth day by Friday … began on Monday"."""
    said, days = lengths(copy.text), list(nths(copy))
    if not said and not days:
        return
    dated = copy.once(dated_events)
    nth_of, length_of = by_kind((nth.kind, nth) for nth in days), by_kind((length.kind, length) for length in said)
    told = {kind: _unlike(found, lambda nth: (nth.count, nth.moment.first)) for kind, found in nth_of.items()}
    long = {kind: _unlike(found, lambda length: (length.days, length.slack)) for kind, found in length_of.items()}
    lasts = by_kind(((kind, last.word.sent.start), last) for kind, last in ended(dated))
    for kind, first in begun(dated):
        yield from _against_nths(copy, first, told.get(kind, []))
        for last in lasts.get((kind, first.word.sent.start), []):
            yield from _against_lengths(copy, first, last, long.get(kind, []))


def _unlike(found: Iterable[_Told], what: Callable[[_Told], Hashable]) -> list[_Told]:
    """The first of each that say the same, so that a long text costs no more than its days are many."""
    unlike: dict[Hashable, _Told] = {}
    for one in found:
        unlike.setdefault(what(one), one)
    return list(unlike.values())


def _against_nths(copy: Copy, first: Event, days: list[Nth]) -> Iterator[Finding]:
    start = weekday(first.moment)
    if start is None:
        return
    is_late = _is_late(copy, first)
    for nth in days:
        if not nth.fits(start, is_late=is_late):
            right = WEEKDAYS[(nth.moment.first - nth.count + 1) % 7].title()
            yield Finding(
                copy.span(first.moment.start, first.moment.end),
                f"Possible wrong day: what is “{copy.text[nth.start : nth.end]}” on "
                f"{copy.text[nth.moment.start : nth.moment.end]} began on {right}. Check the days.",
                evidence=(copy.span(nth.start, nth.end), copy.span(nth.moment.start, nth.moment.end)),
            )


def _against_lengths(copy: Copy, first: Event, last: Event, said: list[Length]) -> Iterator[Finding]:
    gap = _gap(first, last)
    is_weekday = "weekday" in (first.moment.grain, last.moment.grain)
    if gap is not None and said and not any(length.fits(gap, is_weekday=is_weekday) for length in said):
        length = said[0]
        yield Finding(
            copy.span(last.moment.start, last.moment.end),
            f"Possible wrong day: from {copy.text[first.moment.start : first.moment.end]} to "
            f"{copy.text[last.moment.start : last.moment.end]} it is no "
            f"“{copy.text[length.start : length.end]}”. Check the days.",
            evidence=(copy.span(length.start, length.end), copy.span(first.moment.start, first.moment.end)),
        )


_LATE = re.compile(r"\b(?:late|night|evening|overnight|midnight|p\.?m)\b")
_AROUND = 20


def _is_late(copy: Copy, first: Event) -> bool:
    """True for a beginning at the end of its day."""
    return _LATE.search(copy.text, max(0, first.moment.start - _AROUND), first.moment.end + _AROUND) is not None


def _gap(first: Event, last: Event) -> int | None:
    """The days from a first to a last day; of weekdays the least that there can be."""
    if first.moment.grain == last.moment.grain == "day":
        return last.moment.first - first.moment.first if first.moment.is_comparable(last.moment) else None
    one, other = weekday(first.moment), weekday(last.moment)
    return (other - one) % 7 if one is not None and other is not None else None
