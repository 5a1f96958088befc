"""Clock times, and the minutes and hours that a text says lie between two of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.chronology.distances import counted
from bot.analysis.errors.openings import find_all

_HALF = r"[ap](?:\.m\b\.?|m\b)|in the (?P<part>morning|afternoon|evening)|at night"
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TIME = re.compile(
    rf"(?<![\d.:,£$€-])(?:(?P<h>[01]?\d|2[0-3])(?:[.:](?P<m>[0-5]\d))? ?(?P<half>{_HALF})"
    r"|(?P<h2>[01]?\d|2[0-3])(?::|(?<=at \d)\.|(?<=at \d\d)\.)"
    r"(?P<m2>[0-5]\d)(?![\d:%]|\.\d| per\b| [mb]illion)"
    r"|(?<!\w)(?P<name>noon|midday|midnight)(?!\w)"
    rf"|(?<=\b[Aa]t )(?:(?P<past>half past|a quarter past) )?(?P<word>{'|'.join(_HOURS)})(?: o[’']clock)?"
    r"(?: in the (?P<part2>morning|afternoon|evening)| (?P<night>at night))?"
    r"(?=[,.;:)]| (?:and|but|when|on|after|before|that|yesterday|today|tomorrow)\b|$))"
)
_STEP = re.compile(
    r"\b(?:(?P<hedge>more than|less than|about|almost|nearly|barely|over|under|just|only|exactly|some|around"
    r"|just (?:over|under|after)|roughly|at least) )?"
    r"(?:(?P<part>half an|(?:a )?quarter of an|three[- ]quarters of an)"
    r"|(?P<count>an?|\d{1,3}|[a-z]+(?:-[a-z]+)?|(?:an?|one|two|three|four|five|six) and a half)) "
    r"(?P<unit>minute|hour)s?(?P<half> and a half)? (?P<way>later|after(?:wards)?|earlier|before(?:hand)?)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:a few |some )?(?:minutes|moments|seconds)|shortly|soon|just|an instant) (?P<way>after|before)\b",
    re.IGNORECASE,
)
_PARTS = {"half an": 0.5, "quarter of an": 0.25, "a quarter of an": 0.25}
DAY, _HALF_DAY = 1440, 720
_NOON = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """``text[start:end]`` is a time of day, in minutes; ``turn`` is after how many minutes it comes again."""

    start: int
    end: int
    minutes: int
    turn: int


@dataclass(frozen=True, slots=True)
class Wait:
    """``text[start:end]`` says that something is so many minutes after a time, or before it when negative.

    ``is_open`` is True when a phrase behind it may say after what; ``slack`` is by how much it may be off. A vague one
    ("shortly after") says no more than which comes first.
    """

    start: int
    end: int
    minutes: float
    slack: float
    is_open: bool
    is_vague: bool = False

    def fits(self, start: Clock, end: Clock) -> bool:
        """True when it leads from one time to the other, by way of midnight as well."""
        turn = min(start.turn, end.turn)
        if self.is_vague:
            return (end.minutes - start.minutes) * self.minutes % turn <= turn // 2
        off = (end.minutes - start.minutes - self.minutes) % turn
        return min(off, turn - off) <= self.slack


_DAY_NAMES = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_ON_BEHIND = re.compile(rf"(?: local time)?,?(?: on| last)? ({'|'.join(_DAY_NAMES)})day\b")
_ON_BEFORE = re.compile(rf"\b({'|'.join(_DAY_NAMES)})day(?: morning| afternoon| evening| night)?,? at $")
WEEK = 7 * DAY


def in_week(text: str, time: Clock) -> int | None:
    """The minutes of a week at a time of day beside which a weekday stands: "at 4am on Thursday"."""
    if time.turn != DAY:
        return None
    day = _ON_BEHIND.match(text, time.end) or _ON_BEFORE.search(text, max(0, time.start - 30), time.start)
    return _DAY_NAMES.index(day.group(1)) * DAY + time.minutes if day is not None else None


def clock_times(text: str) -> list[Clock]:
    """The times of day of a text; those of which it does not say which half of the day come twice a day."""
    return [_clock(match) for match in find_all(_TIME, text)]


def waits(text: str) -> Iterator[Wait]:
    """The minutes and hours that a text says lie between two times."""
    for match in find_all(_STEP, text):
        count = _PARTS.get(match["part"].lower(), 0.75) if match["part"] else counted(match["count"])
        if count is None:
            continue
        count += 0.5 if match["half"] else 0.0
        length = count * (60 if match["unit"].lower() == "hour" else 1)
        hedge = (match["hedge"] or "").lower()
        slack = 2.0 if hedge in ("", "exactly", "just", "only") else max(5.0, 0.25 * length)
        slack = max(slack, 15.0, 0.1 * length) if match["unit"].lower() == "hour" else slack
        way = match["way"].lower()
        yield Wait(*match.span(), length * _sign(way), slack, is_open=way in ("after", "before"))
    for match in find_all(_VAGUE, text):
        yield Wait(*match.span(), _sign(match["way"].lower()), 0.0, is_open=True, is_vague=True)


def _sign(way: str) -> int:
    return 1 if way.startswith(("later", "after")) else -1


def _clock(match: re.Match[str]) -> Clock:
    if match["name"]:
        return Clock(*match.span(), 0 if match["name"] == "midnight" else _HALF_DAY, DAY)
    half, part = match["half"] or match["part2"] or match["night"], match["part"] or match["part2"]
    if match["word"]:
        hour, minute = _HOURS.index(match["word"]) + 1, 30 if (match["past"] or "").startswith("half") else 0
        minute = 15 if match["past"] and not minute else minute
    else:
        hour, minute = int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0)
    if half is None:
        is_of_day = hour == 0 or hour > _NOON or (match["h2"] or "").startswith("0")
        return Clock(*match.span(), hour * 60 + minute, DAY if is_of_day else _HALF_DAY)
    is_late = half.startswith("p") or part in ("afternoon", "evening") or (half == "at night" and hour > 5)
    late = _HALF_DAY if is_late and hour <= 12 else 0
    return Clock(*match.span(), (hour % 12 if hour <= 12 else hour) * 60 + minute + late, DAY)
