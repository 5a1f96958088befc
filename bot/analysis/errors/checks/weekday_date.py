"""Dates that no calendar has: the wrong weekday, the thirtieth of February."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import cycle, pairwise

from bot.analysis.errors.chronology.named_days import beside_today, from_each_other, in_figures, spans_of_days
from bot.analysis.errors.chronology.writing import is_coming, is_told, line_day, tense_at
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import date_line
from bot.analysis.errors.lives.ages import writing
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?(?![\d,.:]*\d|%|pm|am)"
_NAME = (
    r"(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|(?<![Tt]he )Sun|Sun(?=day)|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)"
)
_WEEKDAY = (
    rf"(?:{_NAME}(?:DAY|day(?: morning| lunchtime| noon| afternoon| evening| night)?|\.)?"
    r"(?:,? ?\(?(?:the )?| ?[–—:-] ?|,? (?:at (?:noon|midnight|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?)|last|next"
    r"|(?:of )?(?:this|last|next) week),? (?:on )?\(?(?:the )?|,? in the (?:early|small) hours of (?:the )?))?"
)
_YEAR = r"(?:,? (?:in )?((?:1[89]|20)\d\d)(?!\d))?"
_IS = (
    r"(?:,? (?:which )?(?:is|was|falls on|fell on|will be|will fall on)(?: an?)?"
    r"|,? an?(?: [a-z]{3,9})?| \(|\. (?:It|That|This|The day) (?:was|is|fell on) an?)(?= ?[MTWFS])"
)
"""What stands between a date and the day of the week that it is said to be: "3 March 2025, a Monday"."""
_DATES = (
    (re.compile(rf"\b{_WEEKDAY}{_MONTH} {_DAY}{_YEAR}"), (1, 3, 2, 4)),
    (re.compile(rf"\b{_WEEKDAY}(?:the )?(?<![\d.,:$€£-]){_DAY} (?:of )?{_MONTH}(?!\w){_YEAR}"), (1, 2, 3, 4)),
    (re.compile(rf"\b{_MONTH} {_DAY}{_YEAR}{_IS} ?\(?{_NAME}(?:day|DAY)\b"), (4, 2, 1, 3)),
    (
        re.compile(rf"(?<![\d.,:$€£-])\b{_DAY} (?:of )?{_MONTH}(?!\w){_YEAR}{_IS} ?\(?{_NAME}(?:day|DAY)\b"),
        (4, 1, 2, 3),
    ),
)
_SHORT = "(?:J[Aa][Nn]|F[Ee][Bb]|M[Aa][RrYy]|A[Pp][Rr]|J[Uu][NnLl]|A[Uu][Gg]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc])"
_HINTS = re.compile(rf"{_SHORT}[A-Za-z]*\.? \d"), re.compile(rf"\d(?:st|nd|rd|th)? (?:of )?{_SHORT}")
"""What no text lacks in which the first and third pattern, or the second and fourth match; quick to look for."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR = 62
_MONTHS_APART = 4
_SPREAD = 2
"""Years in which an article may have been written of which there must be fewer, so that its dates tell anything."""
_ANY_YEARS = range(2000, 2028)
"""Every kind of year that there is: all weekdays of 1 January, leap years included."""
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@check("date.weekday", "Weekday and date do not fit", severity="major", confidence=0.97)
def weekday_date(copy: Copy) -> Iterator[Finding]:
    """Weekdays against the calendar, and against one another where no year is known.

    Without a year, the article's own and its two neighbours are tried.
    """
    wrong: set[int] = set()
    for finding in _against_calendar(copy):
        if finding.span is not None and finding.span.field == "text":
            wrong.add(finding.span.start)
        yield finding
    yield from _against_each_other(copy, wrong)
    yield from _against_line(copy, wrong)
    yield from spans_of_days(copy)
    yield from in_figures(copy)
    yield from beside_today(copy)
    yield from from_each_other(copy)


def _patterns(copy: Copy) -> Iterator[tuple[re.Pattern[str], tuple[int, int, int, int]]]:
    """The patterns that can match; many articles state no date."""
    for row, hint in zip(_DATES, cycle(_HINTS), strict=False):
        if hint.search(copy.text) or hint.search(copy.title):
            yield row


def _against_calendar(copy: Copy) -> Iterator[Finding]:
    for pattern, (w, d, m, y) in _patterns(copy):
        for match, field in copy.matches(pattern):
            if match.group(w) is None:
                continue
            weekday, day, month = (
                _WEEKDAYS.index(match.group(w)[:3].title()),
                int(match.group(d)),
                _month(match.group(m)),
            )
            stated = match.group(y)
            years = [int(stated)] if stated else _years(copy, month, day, match if field == "text" else None)
            right = {year: calendar_day for year in years if (calendar_day := _weekday(year, month, day)) is not None}
            if not right or weekday in right.values():
                continue
            year = years[(len(years) - 1) // 2]
            if year not in right:
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible wrong date: {day} {calendar.month_name[month]} {year} was a "
                f"{calendar.day_name[right[year]]}. Check the day and the date.",
                suggestion=f"{calendar.day_name[right[year]]}, {calendar.month_name[month]} {day}",
            )


def _against_each_other(copy: Copy, wrong: set[int]) -> Iterator[Finding]:
    """Of two days, months apart at most, one without a year at least, the one that no year has beside the other.

    Where one states its year, the other is questioned; else the later one in the text.
    """
    stated = sorted(_stated(copy, wrong), key=lambda day: day.place.start)
    for first, second in pairwise(stated):
        one, other = (second, first) if second.year is not None else (first, second)
        step = (other.month - one.month + 6) % 12 - 6
        if any(_OTHER_YEAR.search(copy.text, *_around(copy, day.place.start)) for day in (first, second)):
            continue
        if abs(step) > _MONTHS_APART or one.place.start in wrong or other.year is not None:
            continue
        years = [
            year
            for year in ([one.year] if one.year is not None else _ANY_YEARS)
            if _weekday(year, one.month, one.day) == one.weekday
        ]
        turn = (other.month - one.month - step) // -12  # in which year the other lies: this, the next or the one before
        if years and not any(_weekday(year + turn, other.month, other.day) == other.weekday for year in years):
            wrong.add(other.place.start)
            yield Finding(
                other.place,
                f"Possible wrong date: if {one.place.text} is right, {other.place.text} is not"
                f"{'' if one.year is not None else ', in any year'}. Check the days and the dates.",
                evidence=(one.place,),
                confidence=0.9,
            )


_OTHER_YEAR = re.compile(
    r"\b(?:last|next|following|previous|preceding) (?:year|season|term|spring|summer|autumn|winter)\b"
    r"|\b(?:a|one|two|three) years? (?:later|earlier|before|after|ago|on)\b",
    re.IGNORECASE,
)
"""Beside two dates, what may put one into another year."""


def _around(copy: Copy, at: int) -> tuple[int, int]:
    """The sentence of a character and the one before, or of the headline the same stretch of the text."""
    span = copy.body.char_span(at, at + 1, alignment_mode="expand")
    if span is None:
        return at, at
    return span.doc[max(0, span.sent.start - 1)].sent.start_char, span.sent.end_char


_LEAD = 300
_LATE = 3
"""Days by which a date line may come after the weekday that its lead tells of."""


def _against_line(copy: Copy, wrong: set[int]) -> Iterator[Finding]:
    """ "June 12 – Leaders agreed on Thursday … on Thursday 3 October": no June 12 right after a Thursday has that.

    Only where the article tells no year.
    """
    line = date_line(copy) if copy.year is None else None
    if line is None or line.date_place is None or line.year is not None:
        return
    told = next((moment for moment in copy.moments if moment.start >= line.end and is_told(copy, moment)), None)
    if told is None or told.start > line.end + _LEAD:
        return
    days = [day for year in _ANY_YEARS if (day := line_day(line, year)) is not None]
    coming = {moment.first for moment in copy.moments if moment.start >= line.end and is_coming(copy, moment)}
    fitting = [
        day for day in days if (day.weekday() - told.first) % 7 <= _LATE and day.weekday() not in coming - {told.first}
    ]
    for one in _stated(copy, wrong):
        step = (one.month - days[0].month + 6) % 12 - 6 if days else _MONTHS_APART + 1
        if one.year is not None or abs(step) > _MONTHS_APART:
            continue
        turn = (one.month - days[0].month - step) // -12
        if fitting and not any(_weekday(day.year + turn, one.month, one.day) == one.weekday for day in fitting):
            wrong.add(one.place.start)
            yield Finding(
                one.place,
                f"Possible wrong date: the story is dated {line.date} and tells of "
                f"{copy.text[told.start : told.end]}, and {one.place.text} fits in no such year. "
                "Check the day and the date.",
                evidence=(line.date_place, copy.span(told.start, told.end)),
                confidence=0.8,
            )


@dataclass(frozen=True, slots=True)
class _Stated:
    """A day of the body with its weekday, and with its year where it states one."""

    month: int
    day: int
    weekday: int
    year: int | None
    place: Span


def _stated(copy: Copy, wrong: set[int]) -> Iterator[_Stated]:
    for pattern, (w, d, m, y) in _patterns(copy):
        for match in find_all(pattern, copy.text):
            if match.group(w) and match.start() not in wrong:
                yield _Stated(
                    _month(match.group(m)),
                    int(match.group(d)),
                    _WEEKDAYS.index(match.group(w)[:3].title()),
                    int(match.group(y)) if match.group(y) else None,
                    copy.span(*match.span()),
                )


@check("date.impossible", "Date that does not exist", severity="major", confidence=0.97)
def impossible_date(copy: Copy) -> Iterator[Finding]:
    """Days past the end of their month. 29 February is questioned in stated years that have none."""
    for pattern, (_, d, m, y) in _patterns(copy):
        for match, field in copy.matches(pattern):
            day, month, year = int(match.group(d)), _month(match.group(m)), int(match.group(y) or 2000)
            last = calendar.monthrange(year, month)[1]
            # "May 45" is hardly a date: the word is a verb or a name as well.
            if last < day <= 39 or (day == 0 and month != 5):
                yield Finding(
                    copy.span(*match.span(), field),
                    f"Possible wrong date: {calendar.month_name[month]} has {last} days. Check the date.",
                )


def _years(copy: Copy, month: int, day: int, place: re.Match[str] | None) -> list[int]:
    """The years that a date without one may be meant in, the likeliest in the middle; none when nothing is known.

    A date within two months of the day of writing is the one that lies so near; any other may be in three years, but
    what is still to come does not lie before what the text dates in full.
    """
    if copy.year is None:
        written_in = copy.once(writing)
        is_known = written_in.is_sure and written_in.last - written_in.first < _SPREAD
        return list(range(written_in.first - 1, written_in.last + 2)) if is_known else []
    years = [copy.year - 1, copy.year, copy.year + 1]
    written = copy.once(_written)
    days = [date(year, month, day) for year in years if _weekday(year, month, day) is not None]
    if written is not None and (near := [one.year for one in days if abs((one - written).days) <= _NEAR]):
        return near
    told = written or copy.once(_told)
    if told is not None and place is None and (near := [one.year for one in days if abs((one - told).days) <= _NEAR]):
        return near  # of a headline, which tells of what the text does
    if told is None or place is None or not _is_to_come(copy, place):
        return years
    ahead = [one.year for one in days if one >= told]
    return ahead[:1] if written is not None else [year for year in years if year >= min(ahead, default=year)]


def _written(copy: Copy) -> date | None:
    """The day of publication, else that of a date line that states its year."""
    if copy.published is not None:
        return copy.published
    line = date_line(copy)
    return line_day(line, line.year) if line is not None and line.year is not None else None


_BY = frozenset({"until", "till", "by", "through"})


def _told(copy: Copy) -> date | None:
    """The last day that the body dates in full, of what is not still to come; it is not after the day of writing."""
    known = None
    for moment in copy.moments:
        span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand") if moment.dated else None
        if span is None or moment.grain != "day" or grammar.preposition(span.root) in _BY:
            continue
        if (
            tense_at(copy, moment.start, moment.end) == "future"
            or _is_scheduled(span.root)
            or _hangs_on_plan(span.root)
        ):
            return None
        known = max(known or moment.first, moment.first)
    return date.fromordinal(known) if known is not None else None


def _hangs_on_plan(day: Token) -> bool:
    """True for a day in what comes along with what will be: "it will last a year, with the last buses running on"."""
    return any(aux.lower_ in ("will", "’ll", "'ll") for verb in day.ancestors for aux in grammar.auxiliaries(verb))


_SCHEDULED = frozenset(
    {
        "open",
        "begin",
        "start",
        "meet",
        "end",
        "close",
        "resume",
        "return",
        "expire",
        "run",
        "continue",
        "reopen",
        "kick",
    }
)
"""Verbs whose present tells what is fixed for a day to come."""


def _is_to_come(copy: Copy, place: re.Match[str]) -> bool:
    """True for a day of what is still to come."""
    span = copy.body.char_span(*place.span(), alignment_mode="expand")
    return span is not None and (
        tense_at(copy, *place.span()) == "future" or _is_scheduled(span.root) or _is_expected(span.root)
    )


def _is_expected(day: Token) -> bool:
    """True for "is expected by Friday, 27 June" and "must be paid before 1 May"."""
    verb = grammar.governor(day)
    if verb is None or grammar.preposition(day) not in ("by", "until", "before", "on", ""):
        return False
    helpers = grammar.auxiliaries(verb)
    finite = helpers[0] if helpers else verb
    return finite.lower_ in ("must", "will") or (verb.lemma_.lower() in _EXPECTED and finite.tag_ in ("VBZ", "VBP"))


_EXPECTED = frozenset({"expect", "due", "schedule", "plan", "set", "likely"})


def _is_scheduled(day: Token) -> bool:
    verb = grammar.governor(day)
    if verb is None or verb.tag_ not in ("VBZ", "VBP") or grammar.auxiliaries(verb):
        return False
    return verb.lemma_.lower() in _SCHEDULED and grammar.preposition(day) in ("", "on")


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
