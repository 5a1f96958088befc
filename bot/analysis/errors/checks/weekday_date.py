"""Dates that no calendar has: the wrong weekday, the thirtieth of February."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?![\d,.:]*\d|%|pm|am)"
_WEEKDAY = r"(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: morning| afternoon| evening| night)?,? ?\(?(?:the )?)?"
_YEAR = r"(?:,? (?:in )?((?:1[89]|20)\d\d)(?!\d))?"
_DATES = (
    (re.compile(rf"\b{_WEEKDAY}{_MONTH} {_DAY}{_YEAR}"), (1, 3, 2, 4)),
    (re.compile(rf"\b{_WEEKDAY}(?:the )?(?<![\d.,:$€£-]){_DAY} (?:of )?{_MONTH}\b{_YEAR}"), (1, 2, 3, 4)),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR = 60
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


@check("date.weekday", "Weekday and date do not fit", severity="major", confidence=0.97)
def weekday_date(copy: Copy) -> Iterator[Finding]:
    """Weekdays against the calendar. Without a year, the article's own and its two neighbours are tried."""
    for pattern, (w, d, m, y) in _DATES:
        for match, field in copy.matches(pattern):
            if match.group(w) is None:
                continue
            weekday, day, month = _WEEKDAYS.index(match.group(w)), int(match.group(d)), _month(match.group(m))
            stated = match.group(y)
            years = [int(stated)] if stated else _years(copy, month, day)
            right = {year: calendar_day for year in years if (calendar_day := _weekday(year, month, day)) is not None}
            if not right or weekday in right.values():
                continue
            year = years[len(years) // 2]
            if year not in right:
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible wrong date: {day} {calendar.month_name[month]} {year} was a "
                f"{calendar.day_name[right[year]]}. Check the day and the date.",
                suggestion=f"{calendar.day_name[right[year]]}, {calendar.month_name[month]} {day}",
            )


@check("date.impossible", "Date that does not exist", severity="major", confidence=0.97)
def impossible_date(copy: Copy) -> Iterator[Finding]:
    """Days past the end of their month. 29 February is questioned in stated years that have none."""
    for pattern, (_, d, m, y) in _DATES:
        for match, field in copy.matches(pattern):
            day, month, year = int(match.group(d)), _month(match.group(m)), int(match.group(y) or 2000)
            last = calendar.monthrange(year, month)[1]
            # "May 45" is hardly a date: the word is a verb or a name as well.
            if last < day <= 39 or (day == 0 and month != 5):
                yield Finding(
                    copy.span(*match.span(), field),
                    f"Possible wrong date: {calendar.month_name[month]} has {last} days. Check the date.",
                )


def _years(copy: Copy, month: int, day: int) -> list[int]:
    """The years that a date without one may be meant in, the likeliest in the middle; none when nothing is known.

    A date within two months of publication is in that year; any other may be in a neighbouring one.
    """
    if copy.year is None:
        return []
    published = copy.published
    exists = _weekday(copy.year, month, day) is not None
    if published is not None and exists and abs((date(copy.year, month, day) - published).days) <= _NEAR:
        return [copy.year]
    return [copy.year - 1, copy.year, copy.year + 1]


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
