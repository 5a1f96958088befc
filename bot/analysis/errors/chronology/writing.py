"""The day on which a story says that it was written, and the days of which it tells as past."""

import re
from dataclasses import dataclass
from datetime import date

from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.plans import PLANNING
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import DateLine, date_line
from bot.language import grammar
from bot.language.dates import MONTHS
from bot.language.tokens import Span, Token

_MONTH = r"(?P<m{0}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.?"
DATE = re.compile(
    rf"\b(?:{_MONTH.format(1)} (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,:]\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH.format(2)}\b)(?:,? (?P<year>\d{{4}}))?"
)
_DATE_BEHIND = re.compile(r",? (?:the )?\d|,? [A-Z][a-z]{2,8}\.? \d")
_BESIDE = 2
"""Words from a verb of planning to a time of its own: "agreed on Thursday to go"."""
_LAST = re.compile(r"\b(?:last|previous|that|the) $")
_AT = frozenset({"on", "", "from", "since"})


def is_told(copy: Copy, moment: Moment) -> bool:
    """True for a bare weekday as the time of a verb in the past."""
    if moment.grain != "weekday" or copy.is_quoted(moment.start) or _DATE_BEHIND.match(copy.text, moment.end):
        return False
    span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
    verb = (_verb_behind(span) or grammar.governor(span.root)) if span is not None else None
    if span is None or verb is None or _finite(verb).tag_ != "VBD" or verb.tag_ == "VB":
        return False
    if verb.lemma_.lower() in PLANNING - {"say", "announce"} and not 0 < span.start - verb.i <= _BESIDE:
        return False
    return grammar.preposition(span.root) in ("", "on") and not _LAST.search(copy.text[: moment.start][-12:])


def _verb_behind(day: Span) -> Token | None:
    """The verb right behind a day that stands before it: "parliament on Wednesday approved"."""
    behind = day.doc[day.end] if day.end < len(day.doc) else None
    is_verb = behind is not None and behind.tag_ == "VBD" and behind.pos_ == "VERB"
    return behind if is_verb and grammar.preposition(day.root) == "on" else None


def is_coming(copy: Copy, moment: Moment) -> bool:
    """True for a bare weekday as the time of what is to come."""
    if moment.grain != "weekday" or copy.is_quoted(moment.start) or _DATE_BEHIND.match(copy.text, moment.end):
        return False
    return tense_at(copy, moment.start, moment.end) == "future"


def _finite(verb: Token) -> Token:
    """The word of a predicate that carries its tense."""
    return next(iter((*grammar.auxiliaries(verb), *grammar.related(verb, "cop"))), verb)


def line_day(line: DateLine, year: int) -> date | None:
    """The day of a date line, in a year."""
    return day_of(DATE.match(line.date), year) if line.date is not None else None


def day_of(match: re.Match[str] | None, year: int) -> date | None:
    """The day that a match of :data:`DATE` states, in a year; None for one that does not exist."""
    if match is None:
        return None
    name = match["m1"] or match["m2"]
    month = next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name.lower()))
    try:
        return date(year, month, int(match["d1"] or match["d2"]))
    except ValueError:
        return None


def tense_at(copy: Copy, start: int, end: int) -> str | None:
    """Whether the verb that a date belongs to speaks of the past or of what will be; None when unclear."""
    span = copy.body.char_span(start, end, alignment_mode="expand")
    above = grammar.governor(span.root) if span is not None else None
    if span is None or above is None or not grammar.is_predicate(above) or grammar.relation(above).startswith("acl"):
        return None
    if grammar.preposition(span.root) not in _AT:
        return None
    helpers = {aux.lower_ for aux in grammar.auxiliaries(above)}
    if "will" in helpers or "’ll" in helpers or (above.tag_ == "VB" and {"is", "are"} & _words_before(above)):
        return "future"
    if above.tag_ == "VB" and _is_planned(above):
        return "future"
    if above.tag_ == "VBD" or (above.tag_ == "VBN" and helpers & {"was", "were", "had"} and "would" not in helpers):
        return None if above.lemma_.lower() in PLANNING else "past"
    return None


_PLANNED = frozenset({"due", "set", "schedule", "expect", "plan", "hope", "aim", "intend", "likely"})
"""What in the present makes its infinitive one of what is to come: "is due to", "plans to"."""


def _is_planned(verb: Token) -> bool:
    above = grammar.governor(verb)
    if above is None or grammar.relation(verb) != "xcomp" or above.lemma_.lower() not in _PLANNED:
        return False
    finite = next(iter((*grammar.auxiliaries(above), *grammar.related(above, "cop"))), above)
    return finite.tag_ in ("VBZ", "VBP")


def _words_before(verb: Token) -> set[str]:
    """The two words before a verb: "is to" before "open"."""
    return {token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i]}


_LEAD = 900


@dataclass(frozen=True, slots=True)
class StoryDay:
    """The day on which a story seems to be written, and whether its year is known.

    ``is_stated`` is False for a day of its news, which it may be much younger than; ``is_of_late`` is True for one of
    those that stands beside its weekday.
    """

    day: date
    has_year: bool
    is_stated: bool = True
    is_of_late: bool = False


def story_day(copy: Copy) -> StoryDay | None:
    """The day of publication, of the date line, or the last that the lead tells of in full as past.

    Where a later one is told as past, the day is known only if it stands beside its weekday and is contradicted once.
    """
    if copy.published is not None:
        return StoryDay(copy.published, has_year=True)
    line = date_line(copy)
    if line is not None and line.date is not None:
        day = line_day(line, line.year or _ANY_YEAR)
        return StoryDay(day, line.year is not None) if day is not None else None
    told = [
        moment.first
        for moment in copy.moments
        if moment.dated and moment.grain == "day" and moment.start < _LEAD and _is_of_news(copy, moment)
    ]
    last = max(told, default=0)
    later = [moment for moment in copy.moments if moment.dated and moment.first > last]
    odd = [moment for moment in later if tense_at(copy, moment.start, moment.end) != "future"]
    stated = [moment for moment in copy.moments if moment.first == last and _has_weekday(copy, moment)]
    is_of_late = bool(stated) and not _comes_back_to(copy, stated[0])
    is_of_history = any(moment.first - last > _SLIP for moment in odd)
    if not last or len(odd) > is_of_late or is_of_history:
        return None
    return StoryDay(date.fromordinal(last), has_year=True, is_stated=False, is_of_late=is_of_late)


def _comes_back_to(copy: Copy, day: Moment) -> bool:
    """True for a day that a story of another looks back on: "marked it on Tuesday. They wed on Sunday, 3 May 1959"."""
    before = (moment for moment in copy.moments if moment.start < day.start and is_told(copy, moment))
    return any(moment.first != date.fromordinal(day.first).weekday() for moment in before)


_SLIP = 9 * 366
"""Days by which a year told by a slip lies ahead at most; where one lies farther, the day was rather long ago."""


def _has_weekday(copy: Copy, moment: Moment) -> bool:
    """True for "Friday, 3 May 2024", as a story tells of its own days, and of hardly any other."""
    return _WEEKDAY_BEFORE.search(copy.text, max(0, moment.start - 14), moment.start) is not None


_ANY_YEAR = 2023
_WEEKDAY_BEFORE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $")


def _is_of_news(copy: Copy, moment: Moment) -> bool:
    """True for a day of what happened, and for one with its weekday that nothing puts into the time to come."""
    when = tense_at(copy, moment.start, moment.end)
    if when is not None:
        return when == "past"
    span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
    before = copy.text[max(0, moment.start - 12) : moment.start]
    if span is None or _WEEKDAY_BEFORE.search(before) is None or grammar.preposition(span.root) not in ("", "on"):
        return False
    verb = grammar.governor(span.root)
    return verb is None or not grammar.is_predicate(verb) or verb.tag_ in ("VBD", "VBN")
