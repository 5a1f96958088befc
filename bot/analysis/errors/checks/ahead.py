"""What is told as past, at a time that the story has yet to reach."""

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Token

from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.writing import PLANNING, story_day
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_MONTHS_AHEAD = 4
"""Months by which what is told as past may lie ahead of the story; what lies farther off is of the year before."""
_AT = frozenset({"", "in", "on", "since", "from"})
_UNTIL = frozenset({"until", "till"})
_PLANS = PLANNING | frozenset(
    {"due", "hope", "intend", "want", "tell", "think", "promise", "vow", "urge", "decide", "call", "invite", "book", "go"}
    | {"propose", "ask", "have", "order", "arrange", "summon", "aim", "need", "likely", "offer", "push", "reschedule"}
    | {"adjourn", "remand", "suspend", "extend", "bail", "ban", "close", "reserve", "list", "bring", "defer", "target"}
)
"""What in the past points to what was then still to come."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_BEFORE = re.compile(r"\b(?:last|previous|that|the same|next|following|every|each|early|late) $")
_BEHIND = re.compile(r",? (?:of )?(?:last|this|the same|that|the previous|the following|next|each|every) \w+|,? the \w+ ")


@check("date.ahead", "Past, at a time yet to come", severity="major", confidence=0.7)
def ahead(copy: Copy) -> Iterator[Finding]:
    """ "She was still working in a bank until August" in a story of July."""
    if all(moment.dated or moment.grain not in ("month", "day") for moment in copy.moments):
        return
    written = copy.once(story_day)
    for moment in copy.moments if written is not None else ():
        if written is None or moment.dated or moment.grain not in ("month", "day") or copy.is_quoted(moment.start):
            continue
        months = (date.fromordinal(moment.first).month - written.month) % 12
        verb = _past_verb(copy, moment, written.year) if 0 < months <= _MONTHS_AHEAD else None
        if verb is not None:
            yield Finding(
                copy.span(moment.start, moment.end),
                f"Possible wrong date: “{verb.text}” is past, and {copy.text[moment.start : moment.end]} comes after "
                f"{written.day} {written:%B}, of which the story tells. Check the date.",
                evidence=(copy.of(verb),),
            )


def _past_verb(copy: Copy, moment: Moment, year: int) -> Token | None:
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
    if verb.lemma_.lower() in _PLANS or grammar.relation(verb) == "acl" or _is_of_other_year(copy, moment, year):
        return None
    return verb


def _is_of_other_year(copy: Copy, moment: Moment, year: int) -> bool:
    """True where words beside a date, or a year of its sentence or the one before, put it into another year."""
    if _BEHIND.match(copy.text, moment.end) or _BEFORE.search(copy.text, max(0, moment.start - 12), moment.start):
        return True
    span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
    start = span.doc[max(0, span.sent.start - 1)].sent.start_char if span is not None else 0
    return any(int(found.group()) != year for found in _YEAR.finditer(copy.text, start, moment.end + 40))
