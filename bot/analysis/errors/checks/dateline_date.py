"""A date line whose date lies on the wrong side of what the story tells."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from bot.analysis.errors.chronology.weekdays import fitting_years, named_years
from bot.analysis.errors.chronology.writing import DATE, day_of, is_told, line_day, tense_at
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import DateLine, date_line
from bot.analysis.errors.registry import Finding, check
from bot.language.dates import WEEKDAYS

_OFFSETS: tuple[tuple[re.Pattern[str], int, int], ...] = (
    (re.compile(r"\btomorrow,? (?:on )?(?:\w+day,? )?$"), 1, 1),
    (re.compile(r"\byesterday,? (?:on )?(?:\w+day,? )?$"), -1, -1),
    (re.compile(r"\bnext week,? (?:on )?(?:\w+day,? )?$"), 1, 14),
    (re.compile(r"\blast week,? (?:on )?(?:\w+day,? )?$"), -14, -1),
    (re.compile(r"\bnext month,? (?:on )?(?:\w+day,? )?$"), 1, 62),
    (re.compile(r"\blast month,? (?:on )?(?:\w+day,? )?$"), -62, -1),
)
_ANNIVERSARY = re.compile(r"\banniversary (?:fell|falls|was|is)\b|\b(?:on|marking|marked) the (?:\w+ )?anniversary\b")
_ANY_YEAR = 2023
_AHEAD, _BEHIND = 90, 150
_DAYS_OFF = 10
_LATE = 6
"""Years back in which a story was written, as it seems, that names no year."""
_HALF_A_WEEK, _SEVERAL, _LEAD, _MONDAY = 4, 2, 300, 0


@check("dateline.date", "Date line before or after its story", severity="major", confidence=0.7)
def dateline_date(copy: Copy) -> Iterator[Finding]:
    """A date of writing after what is still to come, before what is past, or far from the anniversary that is kept."""
    line = date_line(copy)
    if line is None or line.date is None or line.date_place is None:
        return
    year = line.year or (copy.published.year if copy.published is not None else None)
    written = line_day(line, year or _ANY_YEAR)
    if written is None:
        return
    news = [_old_news(copy, line, one) for one in ([year] if year is not None else _late_years(copy))]
    if news and news[0] is not None and None not in news:
        yield news[0]
        return
    for match in DATE.finditer(copy.text, line.end):
        reason = None if copy.is_quoted(match.start()) else _reason(copy, match, written, year)
        if reason is not None and _is_borne_out(copy, line, written, match):
            yield Finding(
                copy.span(*match.span()),
                f"Possible wrong date: the story is dated {line.date}, but {reason}. Check the date.",
                evidence=(line.date_place,),
            )
            return
        if reason is not None:
            yield Finding(
                line.date_place,
                f"Possible wrong date line: the story is dated {line.date}, but {reason}. Check the date.",
                evidence=(copy.span(*match.span()),),
            )
            return


def _late_years(copy: Copy) -> list[int]:
    """The late years in which a story may have been written that names none: those that fit the days it names."""
    today = datetime.now(UTC).year
    named = [moment.year for moment in copy.moments if moment.dated and moment.year <= today]
    if (latest := max(named, default=0)) in named_years(copy.text):
        return [latest]
    first = max(latest, today - _LATE)
    return fitting_years(copy.text, first, today) or list(range(first, today + 1))


def _old_news(copy: Copy, line: DateLine, year: int) -> Finding | None:
    """A day of writing that comes half a week or more after every day that is told by its weekday alone."""
    written = line_day(line, year)
    if written is None or line.date_place is None:
        return None
    told = [moment for moment in copy.moments if moment.start >= line.end and is_told(copy, moment)]
    gaps = [(written.weekday() - moment.first) % 7 for moment in told]
    is_lead = bool(told) and told[0].start <= line.end + _LEAD
    is_sure = line.year is not None and is_lead and written.weekday() != _MONDAY  # on which news may be of Friday
    if not told or min(gaps) < _HALF_A_WEEK - is_sure or (len(told) < _SEVERAL and not is_lead):
        return None
    return Finding(
        line.date_place,
        f"Possible wrong date line: {line.date} {year} was a {WEEKDAYS[written.weekday()].title()}, and the story "
        f"tells of {copy.text[told[0].start : told[0].end]}. Check the date.",
        evidence=tuple(copy.span(moment.start, moment.end) for moment in told[:3]),
    )


_CLOSE, _LATELY = 14, 45
"""Days by which a date is hardly off a date line by mistake of that; and within which other dates bear it out."""


def _is_borne_out(copy: Copy, line: DateLine, written: date, odd: re.Match[str]) -> bool:
    """True when a date lies close behind the date line, and another of the text close before."""
    days = [(m.start(), day_of(m, written.year)) for m in DATE.finditer(copy.text, line.end) if not m["year"]]
    gaps = {at: (day - written).days for at, day in days if day is not None}
    is_close = 0 < gaps.get(odd.start(), 0) <= _CLOSE
    return is_close and any(-_LATELY <= gap <= 0 for at, gap in gaps.items() if at != odd.start())


def _reason(copy: Copy, match: re.Match[str], written: date, year: int | None) -> str | None:
    """Why a date of the text does not go with the day of writing; None when it does."""
    if match["year"] and int(match["year"]) != year:
        return _anniversary(copy, match, written)
    day = day_of(match, written.year)
    if day is None:
        return None
    apart = ((day - written).days + 182) % 365 - 182
    before = copy.text[max(0, match.start() - 40) : match.start()]
    for words, least, most in _OFFSETS:
        if said := words.search(before):
            return None if least <= apart <= most else f"“{said.group()}{match.group()}” does not fit"
    when = tense_at(copy, *match.span())
    if when == "future" and -_BEHIND <= apart < -1:
        return f"{match.group()}, which lies before, is still to come"
    if when == "past" and 1 < apart <= _AHEAD:
        return f"{match.group()}, which lies after, is past"
    return None


def _anniversary(copy: Copy, match: re.Match[str], written: date) -> str | None:
    """A story on what happened so many years ago is written at about that day of the year."""
    day = day_of(match, written.year)
    opening = copy.text[: match.end() + 200]
    if day is None or not _ANNIVERSARY.search(opening):
        return None
    apart = ((day - written).days + 182) % 365 - 182
    return f"the anniversary of {match.group()} is told of" if abs(apart) > _DAYS_OFF else None
