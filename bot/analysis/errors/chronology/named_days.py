"""Days of the week beside dates in figures, beside "yesterday" and "tomorrow", and counted from one another."""

import re
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.distances import counted
from bot.analysis.errors.chronology.feasts import FEASTS, feast
from bot.analysis.errors.chronology.writing import line_day
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import date_line
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding
from bot.language.dates import WEEKDAYS
from bot.model import FieldName

_DAYS = "|".join(day.title() for day in WEEKDAYS)
_FEASTS = "|".join(name.replace("'", "[’']") for name in FEASTS)
_FIGURES = r"(?P<{0}>\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.](?:\d{{4}}|\d\d)\b)(?![\d/])"
_IS = (
    r"(?:,? (?:which )?(?:is|was|falls on|fell on|falls|fell|will be|will fall on)(?: an?)?|, an?|,| \(an?| \()"
    rf" ?(?P<day2>{_DAYS})\b"
)
_IN_FIGURES = re.compile(
    rf"\b(?P<day>{_DAYS})(?:,| on|:)? \(?{_FIGURES.format('date')}|\b{_FIGURES.format('date2')}{_IS}"
)
_FEAST = re.compile(
    rf"\b(?P<day>{_DAYS}),? (?P<date>(?:{_FEASTS}),? (?:19|20)\d\d)\b"
    rf"|\b(?P<date2>(?:{_FEASTS}),?(?: in| of)? (?:19|20)\d\d){_IS}"
)


def in_figures(copy: Copy) -> Iterator[Finding]:
    """ "Sunday, 6/14/2025", "2024-12-17, a Monday": whichever number is the month, the day is none of that name."""
    for pattern in (_IN_FIGURES, _FEAST):
        for match, field in copy.matches(pattern):
            yield from _unlike(copy, match, field)


def _unlike(copy: Copy, match: re.Match[str], field: FieldName) -> Iterator[Finding]:
    """A date, in figures or of a feast, with a day of the week that it is not."""
    written = match["date"] or match["date2"]
    named = WEEKDAYS.index((match["day"] or match["day2"]).lower())
    days = list(_days(written))
    if days and all(day.weekday() != named for day in days):
        right = " or ".join(dict.fromkeys(WEEKDAYS[day.weekday()].title() for day in days))
        yield Finding(
            copy.span(*match.span(), field),
            f"Possible wrong date: {written} was a {right}. Check the day and the date.",
        )


def _days(written: str) -> Iterator[date]:
    """The days that a date in figures, or a feast with its year, may mean."""
    name, _, last = written.rpartition(" ")
    if (of_feast := feast(name.removesuffix(" in").removesuffix(" of").removesuffix(","))) is not None:
        yield date(int(last), *of_feast)
        return
    parts = [int(part) for part in re.split(r"[-/.]", written)]
    year, rest = (parts[0], parts[1:]) if "-" in written else (parts[2], parts[:2])
    year += 2000 if year < 100 else 0
    for month, day in {tuple(rest), tuple(rest) if "-" in written else tuple(rest[::-1])}:
        if 1 <= month <= 12 and 1 <= day <= 31:
            try:
                yield date(year, month, day)
            except ValueError:
                continue


_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_RELATIVE = "today|tonight|yesterday|tomorrow"
_BESIDE = re.compile(
    rf"\b(?P<when>{_RELATIVE}),? (?:\(|on )?(?P<day>{_DAYS})\b(?![’']s)"
    rf"|\b(?P<day2>{_DAYS})(?:, | \()(?P<when2>{_RELATIVE})(?=[,.)])",
    re.IGNORECASE,
)


def beside_today(copy: Copy) -> Iterator[Finding]:
    """ "tomorrow, Sunday" against the day of the date line, and against "today (Thursday)" above it."""
    base: tuple[int, int, int] | None = None
    for match in find_all(_BESIDE, copy.text):
        when, day = (match["when"] or match["when2"]).lower(), (match["day"] or match["day2"]).lower()
        today = (WEEKDAYS.index(day) - _OFFSETS[when]) % 7
        if copy.is_quoted(match.start()):
            yield from _as_told(copy, match, today)
            continue
        if base is None:
            line = date_line(copy)
            written = line_day(line, line.year) if line is not None and line.year is not None else None
            own = copy.span(*match.span())
            base = (written.weekday(), *_place(copy)) if written is not None else (today, own.start, own.end)
        if base[0] != today:
            other = copy.span(*base[1:])
            yield Finding(
                copy.span(*match.span()),
                f"Possible wrong day: beside “{other.text}” {when} is a "
                f"{WEEKDAYS[(base[0] + _OFFSETS[when]) % 7].title()}. Check the days.",
                evidence=(other,),
                confidence=0.8,
            )


_SAID_ON = re.compile(
    rf"[^.;]{{0,80}}?(?<!by )(?<!until )(?<!for )(?<!from )(?<!last )(?<!next )\b(?P<day>{_DAYS})\b(?![’']s)"
)
_WORDS_END = re.compile(r"[^”\"]{0,200}[”\"] ?")


def _as_told(copy: Copy, match: re.Match[str], today: int) -> Iterator[Finding]:
    """ "“See you tomorrow, Sunday,” he said on Friday": what is quoted against the day on which it was said."""
    end = _WORDS_END.match(copy.text, match.end())
    said = _SAID_ON.match(copy.text, end.end()) if end is not None else None
    if said is not None and "\n" not in said.group() and WEEKDAYS.index(said["day"].lower()) != today:
        yield Finding(
            copy.span(*match.span()),
            f"Possible wrong day: it was said on {said['day']}. Check the days.",
            evidence=(copy.span(*said.span("day")),),
            confidence=0.8,
        )


def _place(copy: Copy) -> tuple[int, int]:
    """Where the date of the date line stands."""
    line = date_line(copy)
    place = line.date_place if line is not None else None
    return (place.start, place.end) if place is not None else (0, 0)


_DAY_OF = r"(?:on )?(?:the |last |this )?"
_STEP = (
    r"(?:(?P<{2}>less than|barely|hardly|not even|not quite) )?"
    r"(?P<{0}>the|an?|one|two|three|four|five|six|\d) (?:full |whole )?(?:days?|nights?|evening|morning)"
    r" (?P<{1}>before|after|ahead of|following|earlier than|later than)"
)
_FROM_EACH_OTHER = re.compile(
    rf"\b(?P<day>{_DAYS})(?: morning| afternoon| evening| night)?(?:,| [–—-]|:)? (?:and |just |only )?"
    rf"{_STEP.format('count', 'way', 'least')} {_DAY_OF}(?P<from>{_DAYS})\b(?!s\b)"
    rf"|\b{_STEP.format('count2', 'way2', 'least2')} {_DAY_OF}(?P<from2>{_DAYS})\b(?!s\b)"
    r"(?:[’']s [^.;,\d–—]{1,50}| [^.;,\d–—]{0,30})?"
    rf"(?:,| [–—]) (?:late |early )?(?:on )?(?:the )?(?P<day2>{_DAYS})\b(?!s\b|[’'])",
    re.IGNORECASE,
)


def from_each_other(copy: Copy) -> Iterator[Finding]:
    """ "Friday, two days before Wednesday’s vote", "a day after Monday’s fire, on Thursday"."""
    for match, field in copy.matches(_FROM_EACH_OTHER):
        end = "" if match["day"] else "2"
        count = counted(match[f"count{end}"]) if match[f"count{end}"].lower() != "the" else 1.0
        if count is None:
            continue
        step = round(count) * (-1 if match[f"way{end}"].lower() in ("before", "ahead of", "earlier than") else 1)
        day, start = (WEEKDAYS.index(match[name].lower()) for name in (f"day{end}", f"from{end}"))
        least = step - (1 if step > 0 else -1) if match[f"least{end}"] else step
        if (start + step - day) % 7 and (start + least - day) % 7:
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible wrong day: counted from {match[f'from{end}']} it is a "
                f"{WEEKDAYS[(start + step) % 7].title()}, not a {match[f'day{end}']}. Check the days.",
                confidence=0.9,
            )


_LAST_DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?![\d,.:]*\d|%|pm|am)"
_SHORT_DAYS = tuple(day[:3].title() for day in WEEKDAYS)
_SPAN_OF_DAYS = re.compile(
    r"\b([MTWFS][a-z]{2,5})day,? (?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:to|and|until|till|or|through|–|-) "
    rf"([MTWFS][a-z]{{2,5}})day,? (?:the )?{_LAST_DAY}"
)
"""Two days of one month, the first without its name: "from Friday 6 to Sunday 8 June"."""


def spans_of_days(copy: Copy) -> Iterator[Finding]:
    """ "from Friday 6 to Sunday 9 June": two days that lie otherwise apart than their numbers."""
    for match in find_all(_SPAN_OF_DAYS, copy.text):
        first, last = match.group(1)[:3], match.group(3)[:3]
        days = int(match.group(4)) - int(match.group(2))
        if first not in _SHORT_DAYS or last not in _SHORT_DAYS or days <= 0:
            continue
        if (_SHORT_DAYS.index(last) - _SHORT_DAYS.index(first) - days) % 7:
            yield Finding(
                copy.span(*match.span()),
                f"Possible wrong date: {match.group(1)}day and {match.group(3)}day do not lie {days} days apart. "
                "Check the days and the dates.",
                confidence=0.9,
            )
