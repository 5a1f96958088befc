"""Stretches of time that are said to lie between two moments: "three years later, in 1962"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.analysis.errors.openings import find_all
from bot.language.quantities import number

Unit = Literal["day", "week", "month", "year", "decade"]

UNITS: dict[str, Unit] = {
    "day": "day", "night": "day", "week": "week", "fortnight": "week", "month": "month", "year": "year",
    "decade": "decade",
}  # fmt: skip
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_COUNT = r"(?P<count>an?|one|\d{1,3}|[a-z]{1,20}(?:-[a-z]{1,20})?|(?:an?|one|two|three|four|five) (?:and a half))"
_WAY = r"(?P<way>later|after(?:wards?)?|earlier|before(?:hand)?|early(?=,? on\b)|late(?=,? on\b))"
_STEP = re.compile(
    r"\b(?:(?P<next>the (?:next|following) (?:day|morning|afternoon|evening|night)|the (?:day|morning) after)"
    r"|(?P<last>the (?:previous|preceding) (?:day|evening|night)|the (?:day|evening|night) before)"
    r"|(?:(?P<hedge>more than|less than|about|almost|nearly|barely|over|under|just|only|exactly|some) )?"
    rf"{_COUNT} (?P<unit>day|night|week|fortnight|month|year|decade)s? {_WAY})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Distance:
    """``text[start:end]`` says that something is so many units after a moment, or before it when ``count`` is negative.

    ``end`` is that of the word "later" or "after"; ``is_open`` is True when a phrase behind it may say after what.
    """

    start: int
    end: int
    count: float
    unit: Unit
    hedged: bool
    is_open: bool

    @property
    def days(self) -> float:
        """Its length in days, negative for what lies before."""
        return self.count * _DAYS[self.unit]


def distances(text: str) -> Iterator[Distance]:
    """The distances that a text states."""
    for match in find_all(_STEP, text):
        if match["next"] or match["last"]:
            words = (match["next"] or match["last"]).lower()
            is_open = words.endswith(("after", "before"))
            yield Distance(*match.span(), 1.0 if match["next"] else -1.0, "day", hedged=False, is_open=is_open)
            continue
        count = counted(match["count"])
        if count is None:
            continue
        unit = UNITS[match["unit"].lower()]
        if match["unit"].lower() == "fortnight":
            count *= 2
        way = match["way"].lower()
        sign = 1.0 if way.startswith(("late", "after")) else -1.0
        hedged = (match["hedge"] or "").lower() not in ("", "exactly", "just", "only")
        yield Distance(*match.span(), sign * count, unit, hedged=hedged, is_open=way in ("after", "before"))


def counted(words: str) -> float | None:
    """The value of a count of time: "a", "three", "two and a half"."""
    whole, half, _ = words.lower().partition(" and a half")
    value = 1.0 if whole in ("a", "an", "one") else number(whole)
    return None if value is None else value + (0.5 if half else 0.0)
