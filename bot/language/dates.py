"""Dates in running text, resolved against the date of the article.

Only what English news states plainly is found: calendar dates, weekdays, months, years, "last week",
"three days ago", "within 48 hours", "by the end of March". Day and month in figures ("3/4") are left
alone, since nobody can tell which is which.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.language.quantities import number

Granularity = Literal["day", "week", "month", "year"]
Direction = Literal["past", "future"]
Match = re.Match[str]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)

_NAMED = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "the day after tomorrow": 2,
    "tomorrow": 1,
}
_PERIODS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class DateExpression:
    """``text[start:end]`` states a date. ``iso`` is "2024-05-31", "2024-W22", "2024-05" or "2024", by granularity.

    ``iso`` is None when it depends on a reference date that was not given.
    """

    start: int
    end: int
    granularity: Granularity
    iso: str | None


def dates(text: str, reference: date | None, lean: Direction = "past") -> Iterator[DateExpression]:
    """The dates of a text, in order, none overlapping another.

    ``reference`` is the day the article appeared; ``lean`` says whether a bare weekday or a date
    without a year means the one before it or the one to come (for deadlines).
    """
    found: list[DateExpression] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span("date")
            if any(start < other.end and other.start < end for other in found):
                continue
            meaning = read(match, reference, lean)
            if meaning is not None:
                found.append(DateExpression(start, end, *meaning))
    yield from sorted(found, key=lambda expression: expression.start)


def resolve(expression: str, reference: date | None, lean: Direction = "past") -> str | None:
    """The ISO date of the first date in a phrase: "by Friday", "no later than 3 May"; None when there is none."""
    return next((found.iso for found in dates(expression, reference, lean)), None)


Found = tuple[Granularity, str | None]


def _calendar(match: Match, reference: date | None, lean: Direction) -> Found | None:
    """ "12 March", "March 12, 2024", "Sunday 3 May"."""
    month, day = _month_number(match["month"]), int(match["day"])
    if not 1 <= day <= monthrange(2000, month)[1]:
        return None
    year = int(match["year"]) if match["year"] else _nearest_year(month, day, reference, lean)
    return "day", f"{year:04}-{month:02}-{day:02}" if year else None


def _iso(match: Match, reference: date | None, lean: Direction) -> Found | None:
    try:
        return _day(date.fromisoformat(match["date"]))
    except ValueError:
        return None


def _nearest_year(month: int, day: int, reference: date | None, lean: Direction) -> int | None:
    """The year that puts a day nearest the reference, with half a year's grace against the lean."""
    if reference is None:
        return None
    back, ahead = (300, 65) if lean == "past" else (65, 300)
    for year in (reference.year, reference.year - 1, reference.year + 1):
        if day <= monthrange(year, month)[1]:
            distance = (date(year, month, day) - reference).days
            if -back <= distance <= ahead:
                return year
    return reference.year


def _month(match: Match, reference: date | None, lean: Direction) -> Found | None:
    """ "March 2024", "in March", "last March"."""
    month = _month_number(match["month"])
    parts = match.groupdict()
    if parts.get("year"):
        return "month", f"{match['year']}-{month:02}"
    which = (parts.get("which") or "").lower()
    direction: Direction = "past" if which == "last" else "future" if which == "next" else lean
    year = _nearest_year(month, 15, reference, direction)
    return "month", f"{year:04}-{month:02}" if year else None


def _weekday(match: Match, reference: date | None, lean: Direction) -> Found | None:
    if reference is None:
        return "day", None
    number_ = WEEKDAYS.index(match["weekday"].lower())
    which = (match["which"] or "").lower()
    if which in ("last", "past"):
        back = (reference.weekday() - number_) % 7 or 7
        return "day", (reference - timedelta(back)).isoformat()
    if which in ("next", "coming", "this coming", "this") or lean == "future":
        ahead = (number_ - reference.weekday()) % 7
        return "day", (reference + timedelta(ahead or (0 if which in ("", "this") else 7))).isoformat()
    return "day", (reference - timedelta((reference.weekday() - number_) % 7)).isoformat()


def _named(match: Match, reference: date | None, lean: Direction) -> Found | None:
    offset = _NAMED[" ".join(match["date"].lower().split())]
    return _day(reference + timedelta(offset) if reference else None)


def _period(match: Match, reference: date | None, lean: Direction) -> Found | None:
    step = _PERIODS[match["which"].lower()]
    period = match["period"].lower()
    if period == "week":
        return "week", _week(reference + timedelta(7 * step)) if reference else None
    if period == "month":
        return "month", _shift_months(reference, step).isoformat()[:7] if reference else None
    return "year", f"{reference.year + step:04}" if reference else None


def _ago(match: Match, reference: date | None, lean: Direction) -> Found | None:
    return _offset(match, reference, -1)


def _ahead(match: Match, reference: date | None, lean: Direction) -> Found | None:
    return _offset(match, reference, 1)


def _offset(match: Match, reference: date | None, sign: int) -> Found | None:
    count = 1.0 if match["count"].lower() in ("a", "an") else number(match["count"])
    if count is None or not count.is_integer() or count > 1000:
        return None
    unit, steps = match["unit"].lower(), sign * int(count)
    if unit in ("month", "year"):
        moved = _shift_months(reference, steps * (12 if unit == "year" else 1)) if reference else None
        return ("month", moved.isoformat()[:7] if moved else None) if sign < 0 else _day(moved)
    days = {"day": steps, "week": 7 * steps, "fortnight": 14 * steps, "hour": sign * (int(count) + 23) // 24}[unit]
    return _day(reference + timedelta(days) if reference else None)


def _day(found: date | None) -> Found:
    return "day", found.isoformat() if found else None


def _end_of_month(match: Match, reference: date | None, lean: Direction) -> Found | None:
    """ "the end of March", "the end of March 2026"."""
    month = _month_number(match["month"])
    year = int(match["year"]) if match["year"] else _nearest_year(month, 28, reference, "future")
    return _day(date(year, month, monthrange(year, month)[1]) if year else None)


def _end_of_period(match: Match, reference: date | None, lean: Direction) -> Found | None:
    """ "the end of the week", "the end of next month", "year's end"."""
    if reference is None:
        return "day", None
    step = 1 if match["which"].lower() == "next" else 0
    if match["period"].lower() == "week":
        return _day(reference + timedelta(6 - reference.weekday() + 7 * step))
    if match["period"].lower() == "year":
        return _day(date(reference.year + step, 12, 31))
    moved = _shift_months(reference, step)
    return _day(moved.replace(day=monthrange(moved.year, moved.month)[1]))


def _end_of_year(match: Match, reference: date | None, lean: Direction) -> Found | None:
    return "day", f"{match['year']}-12-31"


def _year(match: Match, reference: date | None, lean: Direction) -> Found | None:
    return "year", match["year"]


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _shift_months(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_WEEKDAY = rf"(?P<weekday>{'|'.join(day.title() for day in WEEKDAYS)})"
_MONTH = rf"(?P<month>{'|'.join(m.title() for m in MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
_DAY_NUMBER = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SPAN_OF_TIME = r"(?P<count>an?|\d+|[a-z]+(?:-[a-z]+)?)\s+(?P<unit>hour|day|week|fortnight|month|year)s?"
_PERIOD = r"(?P<period>week|month|year)"
_WHICH = r"(?i:(?P<which>last|next|this))"

Reading = Callable[[Match, date | None, Direction], Found | None]


def _forms(*forms: tuple[str, Reading]) -> tuple[tuple[re.Pattern[str], Reading], ...]:
    return tuple((re.compile(rf"(?<![\w-]){pattern}(?!\w)"), read) for pattern, read in forms)


# Earlier forms win where two overlap. Names of months and weekdays must be capitalised.
_FORMS = _forms(
    (r"(?P<date>(?:19|20)\d\d-[01]\d-[0-3]\d)", _iso),
    (rf"(?P<date>(?i:the\s+)?(?i:end\s+of)\s+{_MONTH}(?:,?\s+{_YEAR})?)", _end_of_month),
    (rf"(?P<date>(?i:the\s+)?(?i:end\s+of\s+(?P<which>this|next|the)\s+{_PERIOD}))", _end_of_period),
    (rf"(?P<date>(?i:the\s+)?(?i:end\s+of)\s+{_YEAR})", _end_of_year),
    (rf"(?P<date>(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY_NUMBER}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?)", _calendar),
    (rf"(?P<date>(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY_NUMBER}(?!\d|%|,\d{{3}})(?:,?\s+{_YEAR})?)", _calendar),
    (rf"(?P<date>{_MONTH}(?:\s+of)?,?\s+{_YEAR})", _month),
    (rf"(?P<date>{_WHICH}\s+{_MONTH})", _month),
    (rf"(?i:in|since|until|till|by|before|after|from|during|early|mid|late)[\s-](?P<date>{_MONTH})", _month),
    (rf"(?P<date>(?i:(?P<which>last|next|this coming|this|coming|past)\s+)?{_WEEKDAY})", _weekday),
    (rf"(?P<date>(?i:{'|'.join(_NAMED)}))", _named),
    (rf"(?P<date>{_WHICH}\s+(?i:{_PERIOD}))", _period),
    (rf"(?P<date>(?i:{_SPAN_OF_TIME}\s+ago))", _ago),
    (rf"(?P<date>(?i:(?:within|in)\s+(?:the\s+(?:next|coming)\s+)?{_SPAN_OF_TIME}(?:['’]s?\s+time)?))", _ahead),
    (rf"(?i:in|since|until|by|of|before|after|from|during|early|mid|late)[\s-](?P<date>{_YEAR})", _year),
)
