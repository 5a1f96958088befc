"""The moments that a text states, each as the days that it may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bot.analysis.errors.chronology.feasts import FEASTS
from bot.analysis.errors.openings import find_all
from bot.language.dates import MONTHS, WEEKDAYS

Grain = Literal["day", "month", "season", "year", "weekday"]

_NO_YEAR = 1900
"""Stands in where a text gives no year; its days are compared with one another only."""

_MONTH = (
    r"(?P<month>" + "|".join(m.title() for m in MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_SAME = r"(?P<same>(?:that|the same) year)"
_OF_YEAR = rf"(?:,? {_YEAR}|,? (?:of )?{_SAME})"
_IN = (
    r"(?:in|for|since|until|till|by|of|before|after|from|during|early|late|mid|to|and|between|around|about|through|spring"
    r"|summer|autumn|fall|winter)"
)
_FEAST = "|".join(sorted((name.replace("'", "[’']") for name in FEASTS), key=len, reverse=True))
_PATTERNS: tuple[tuple[str, Grain], ...] = (
        (rf"(?<![\w-])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {_MONTH}{_OF_YEAR}?(?!\w)", "day"),
        (rf"(?<![\w-]){_MONTH} (?P<day>[0-3]?\d)(?![\d:]|%|,\d{{3}})(?:st|nd|rd|th)?{_OF_YEAR}?", "day"),
        (rf"(?<![\w-]){_MONTH}(?: of)?,? (?:{_YEAR}|(?:of )?{_SAME})(?!\w)", "month"),
        (rf"(?P<next>(?i:the following|the next)) {_MONTH}(?!\w)", "month"),
        (rf"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? (?:{_YEAR}|{_SAME})(?!\w)", "season"),
        (rf"(?:(?i:in|since|until|till|by|before|after|from|during|early|mid|late) ){_MONTH}(?!\w)", "month"),
        (rf"\b(?i:{_IN})[ -]{_YEAR}(?!\d|%|[,.]\d|-)", "year"),
        (rf"(?<!\w)(?P<feast>{_FEAST})(?:,? {_YEAR})?(?!\w|[’']s)", "day"),
        (rf"(?P<weekday>{'|'.join(d.title() for d in WEEKDAYS)})(?!\w|s\b|[’'])", "weekday"),
)  # fmt: skip
_FORMS = tuple((re.compile(pattern), grain) for pattern, grain in _PATTERNS)
_SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (1, 12)}


@dataclass(frozen=True, slots=True)
class Moment:
    """``text[start:end]`` states a time between the days ``first`` and ``last`` (ordinals; the weekday for a bare one).

    ``dated`` is False where the text gives no year.
    """

    start: int
    end: int
    grain: Grain
    first: int
    last: int
    dated: bool

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return date.fromordinal(self.first).year

    @property
    def month(self) -> int:
        """The month in which it begins, counted through the years."""
        day = date.fromordinal(self.first)
        return day.year * 12 + day.month

    def in_year(self, year: int) -> "Moment | None":
        """The same in a year that the text gives elsewhere; None for 29 February in a year that has none."""
        try:
            first, last = (date.fromordinal(day).replace(year=year).toordinal() for day in (self.first, self.last))
        except ValueError:
            return None
        return replace(self, first=first, last=last, dated=True)

    def is_comparable(self, other: "Moment") -> bool:
        """True when the text says enough to tell which of two came first."""
        if "weekday" in (self.grain, other.grain) or self.dated != other.dated:
            return False
        return self.dated or abs(self.first - other.first) < _HALF_A_YEAR

    def is_before(self, other: "Moment") -> bool:
        """True when it ends before the other begins."""
        return self.is_comparable(other) and self.last < other.first


_HALF_A_YEAR = 150


def moments(text: str) -> list[Moment]:
    """The moments of a text, in order, none overlapping another."""
    found: list[tuple[int, int, re.Match[str], Grain]] = []
    for pattern, grain in _FORMS:
        for match in find_all(pattern, text):
            start = min(match.start(name) for name, part in match.groupdict().items() if part is not None)
            if not any(start < other[1] and other[0] < match.end() for other in found):
                found.append((start, match.end(), match, grain))
    return list(_resolved(sorted(found, key=lambda f: f[0])))


def _resolved(found: list[tuple[int, int, re.Match[str], Grain]]) -> Iterator[Moment]:
    last_year: int | None = None
    last: Moment | None = None
    for start, end, match, grain in found:
        parts = match.groupdict()
        if grain == "weekday":
            day = WEEKDAYS.index(parts["weekday"].lower())
            yield Moment(start, end, grain, day, day, dated=False)
            continue
        year = int(parts["year"]) if parts.get("year") else last_year if parts.get("same") else None
        if parts.get("next") and last is not None and last.dated:
            year = (
                last.year
                if last.grain != "year" and _month(parts["month"]) > date.fromordinal(last.first).month
                else last.year + 1
            )
        days = _days(year or _NO_YEAR, parts, grain)
        if days is not None:
            last = Moment(start, end, grain, *days, dated=year is not None)
            yield last
        last_year = year or last_year


def _days(year: int, parts: dict[str, str | None], grain: Grain) -> tuple[int, int] | None:
    """The first and the last day that may be meant; None for a day that does not exist."""
    if grain == "year":
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if grain == "season":
        low, high = _SEASONS[(parts["season"] or "").lower()]
        return date(year, low, 1).toordinal(), date(year, high, 28).toordinal()
    if parts.get("feast"):
        day = date(year, *FEASTS[(parts["feast"] or "").replace("’", "'")]).toordinal()
        return day, day
    month = _month(parts["month"])
    try:
        if grain == "day":
            day = date(year, month, int(parts["day"] or 0)).toordinal()
            return day, day
        following = date(year + month // 12, month % 12 + 1, 1).toordinal()
    except ValueError:
        return None
    return date(year, month, 1).toordinal(), following - 1


def _month(name: str | None) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith((name or "").lower().rstrip(".")[:3]))
