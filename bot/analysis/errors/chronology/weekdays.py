"""The years in which the days of a text fall on the weekdays that it gives them."""

import re
from datetime import date

from bot.analysis.errors.openings import find_all
from bot.language.dates import MONTHS, WEEKDAYS

_MONTH = "|".join(month.title() for month in MONTHS)
_NAMED_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(day.title() for day in WEEKDAYS)}),? (?:the )?"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
    r"(?![\w%]|[,.:]\d)(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)


def fitting_years(text: str, first: int, last: int) -> list[int]:
    """The years from first to last in which every day that is named without a year ("Tuesday 16 May") is so named.

    None at all where the text names no such day.
    """
    days = {
        (WEEKDAYS.index(match["weekday"].lower()), _month(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
        for match in find_all(_NAMED_DAY, text)
        if not match["year"]
    }
    return [year for year in range(first, last + 1) if all(_is_on(year, *day) for day in days)] if days else []


def named_years(text: str) -> set[int]:
    """The years of the days that a text names in full, the weekday included, as news does of what is new."""
    return {int(match["year"]) for match in find_all(_NAMED_DAY, text) if match["year"]}


def _month(name: str) -> int:
    return MONTHS.index(name.lower()) + 1


def _is_on(year: int, weekday: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False
