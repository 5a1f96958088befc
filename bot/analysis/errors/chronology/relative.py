"""Moments that a text counts from another: "Four years later she …"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.analysis.errors.chronology.distances import Distance
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy

_BESIDE = 30
"""Characters from a distance to a date that states the same time: "four years later, in 1974"."""

_REACH = 220
"""Characters before a distance within which the date stands that it is counted from."""

_JOINED = re.compile(r"[ ,(–—-]*")
_OTHER_POINT = re.compile(
    r"\b(?:born|aged?|birth|who was|had|at (?:the age of )?\d\d|now|today|this year|last year)\b|\n"
)
"""What may stand between a date and a distance that counts from something else."""


def relative_moments(copy: Copy) -> list[Moment]:
    """The years that distances lead to, each counted from the last date before it; a view for :meth:`Copy.once`."""
    found: list[Moment] = []
    for distance in copy.distances:
        if distance.unit == "year" and not distance.is_open and not distance.hedged and distance.count % 1 == 0:
            found.extend(_led_to(copy, distance, found))
    return found


def _is_dated_by(copy: Copy, distance: Distance, moment: Moment) -> bool:
    """True for "four years later, in 1974", whose date stands beside it."""
    if moment.end <= distance.start:
        return _JOINED.fullmatch(copy.text, moment.end, distance.start) is not None
    return 0 <= moment.start - distance.end < _BESIDE


def _led_to(copy: Copy, distance: Distance, earlier: list[Moment]) -> Iterator[Moment]:
    starts = [moment.start for moment in copy.moments]
    at = bisect_left(starts, distance.start)
    around = copy.moments[max(0, at - 1) : at + 2]
    if any(_is_dated_by(copy, distance, moment) for moment in around):
        return
    before = [moment for moment in (*copy.moments[max(0, at - 1) : at], *earlier[-1:]) if moment.end <= distance.start]
    point = max(before, key=lambda moment: moment.start, default=None)
    if point is None or not point.dated or distance.start - point.end > _REACH or copy.is_quoted(point.start):
        return
    if _OTHER_POINT.search(copy.text, point.end, distance.start) or copy.text.startswith(" than", distance.end):
        return
    year = point.year + int(distance.count)
    if point.first <= 1 or not 1500 < year < 2100:
        return
    yield replace(
        point,
        start=distance.start,
        end=distance.end,
        grain="year",
        first=date(year, 1, 1).toordinal(),
        last=date(year, 12, 31).toordinal(),
    )


def counted_from(copy: Copy, moment: Moment) -> Moment | None:
    """The date that stands before a counted moment."""
    return next((one for one in reversed(copy.moments) if one.dated and one.end <= moment.start), None)
