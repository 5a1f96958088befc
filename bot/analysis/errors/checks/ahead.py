"""What is told as past, at a time that the story has yet to reach."""

import re
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.plans import PLANS
from bot.analysis.errors.chronology.relative import counted_from, relative_moments
from bot.analysis.errors.chronology.writing import StoryDay, story_day
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_MONTHS_AHEAD = 2
"""Months by which what is told as past may lie ahead of the story; what lies farther off is of the year before.

"In February" of a story of December is the February of its year.
"""
_LATE = 7
"""Days by which a story may be younger than the day that it seems to be of."""
_AT = frozenset({"", "in", "on", "since", "from"})
_UNTIL = frozenset({"until", "till"})
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BEFORE = re.compile(r"\b(?:last|previous|that|the same|next|following|every|each|early|late) $")
_BEHIND = re.compile(
    r",? (?:of )?(?:last|this|the same|that|the previous|the following|next|each|every) \w+|,? the \w+ "
)


@check("date.ahead", "Past, at a time yet to come", severity="major", confidence=0.7)
def ahead(copy: Copy) -> Iterator[Finding]:
    """ "She was still working in a bank until August" in a story of July; "In 2024 … four years later she won"."""
    written = copy.once(story_day) if copy.moments else None
    if written is None:
        return
    stated = [one for one in copy.moments if written.is_stated or (written.is_of_late and one.dated)]
    for moment in (*stated, *copy.once(relative_moments)):
        if moment.grain == "weekday" or copy.is_quoted(moment.start) or not _is_ahead(moment, written):
            continue
        if _is_counted_from_ahead(copy, moment, written):
            continue
        verb = _past_verb(copy, moment, written.day.year if written.has_year else None)
        if verb is not None:
            yield Finding(
                _place(copy, moment),
                f"Possible wrong date: “{verb.text}” is past, and {copy.text[moment.start : moment.end]} comes after "
                f"{written.day.day} {written.day:%B}, of which the story tells. Check the date.",
                evidence=(copy.of(verb),),
            )


_BESIDE = 130
"""Characters from a date to what is counted from it that are marked as a whole."""


def _place(copy: Copy, moment: Moment) -> Span:
    """A moment, with the date that it is counted from, as either may be wrong."""
    point = counted_from(copy, moment) if moment in copy.once(relative_moments) else None
    is_near = point is not None and moment.end - point.start <= _BESIDE
    return copy.span(point.start if point is not None and is_near else moment.start, moment.end)


def _is_counted_from_ahead(copy: Copy, moment: Moment, written: StoryDay) -> bool:
    """True for "five years later" in a tale that begins in years to come."""
    point = counted_from(copy, moment) if moment in copy.once(relative_moments) else None
    return point is not None and _is_ahead(point, written)


def _is_ahead(moment: Moment, written: StoryDay) -> bool:
    """True for a time after the day of the story, of the same year where it states none."""
    if moment.dated:
        return written.has_year and moment.first > written.day.toordinal() + _LATE
    first = date.fromordinal(moment.first)
    if moment.grain == "day" and first.month == written.day.month:
        return first.day > written.day.day + _LATE
    return moment.grain in ("day", "month") and 0 < first.month - written.day.month <= _MONTHS_AHEAD


def _past_verb(copy: Copy, moment: Moment, year: int | None) -> Token | None:
    """The verb of what happened at a moment, or went on until it, unless another year is near."""
    span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
    verb = grammar.governor(span.root) if span is not None else None
    if span is None or verb is None or not grammar.is_predicate(verb) or verb.tag_ == "VB":
        return None
    how = grammar.preposition(span.root)
    if how not in _AT and not (how in _UNTIL and verb.tag_ == "VBG"):
        return None
    helpers = (*grammar.auxiliaries(verb), *grammar.related(verb, "cop"))
    finite = helpers[0] if helpers else verb
    if finite.tag_ != "VBD" or finite.lower_ in ("would", "could", "might", "should"):
        return None
    above = grammar.governor(verb)
    if {verb.lemma_.lower(), above.lemma_.lower() if above is not None else ""} & PLANS:
        return None
    if grammar.relation(verb) == "acl" or (not moment.dated and _is_of_other_year(copy, moment, year)):
        return None
    return verb


def _is_of_other_year(copy: Copy, moment: Moment, year: int | None) -> bool:
    """True where words beside a date, or a year of its sentence or the one before, put it into another year."""
    if _BEHIND.match(copy.text, moment.end) or _BEFORE.search(copy.text, max(0, moment.start - 12), moment.start):
        return True
    span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
    start = span.doc[max(0, span.sent.start - 1)].sent.start_char if span is not None else 0
    return any(int(found.group()) != year for found in _YEAR.finditer(copy.text, start, moment.end + 40))
