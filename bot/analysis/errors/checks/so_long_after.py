"""How long ago a lead says that something happened, against the date that the story gives it."""

from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.distances import Distance, distances
from bot.analysis.errors.chronology.events import ENDLESS, Event, dated_events
from bot.analysis.errors.chronology.writing import story_day
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token

_LEAD = 700
_SLACK = {"day": 1, "week": 5, "month": 32, "year": 366, "decade": 1500}
_HAPPENS = frozenset(
    {"happen", "occur", "break", "strike", "begin", "start", "break_out", "take", "come", "hit", "erupt"}
)
_YEAR, _MONTH = 365.25, 31


@check("date.ago", "So long after, and not by its date", severity="major", confidence=0.7)
def so_long_after(copy: Copy) -> Iterator[Finding]:
    """ "Sixteen months after a main burst, … The main burst on January 18, 2024" in a story of May 2024."""
    said = [one for one in distances(copy.text[:_LEAD]) if one.is_open and one.count > 0]
    written = copy.once(story_day) if said else None
    if written is None or not written.has_year:
        return
    dated = [
        one
        for one in copy.once(dated_events)
        if one.moment.dated and one.moment.first > 1 and one.moment.last < ENDLESS
    ]
    for distance in said:
        link = copy.body.char_span(distance.start, distance.end, alignment_mode="expand")
        what = grammar.governor(link[-1]) if link is not None else None
        if link is None or what is None or what.i < link.end or copy.is_quoted(distance.start):
            continue
        if any(link.sent.start_char <= moment.start < link.sent.end_char for moment in copy.moments if moment.dated):
            continue
        told = [event for event in dated if event.word.sent != link.sent and _is_same(event, what)]
        alike = [
            event for event in dated if event.word.sent != link.sent and _is_likely(event, what, distance, written.day)
        ]
        if told and not any(_fits(event, distance, written.day) for event in told):
            yield _finding(copy, distance, told[0])
        elif alike and not told:
            yield _finding(copy, distance, alike[0])


def _finding(copy: Copy, distance: Distance, event: Event) -> Finding:
    place = copy.span(event.moment.start, event.moment.end)
    words = copy.text[distance.start : distance.end]
    return Finding(
        place,
        f"Possible wrong date: the story is told “{words}”, and {place.text} is another time. Check the dates.",
        evidence=(copy.span(distance.start, distance.end),),
    )


def _is_same(event: Event, what: Token) -> bool:
    """True for an event that is named by the same noun, or told by the same verb of the same thing."""
    lemma = what.lemma_.lower()
    subject = grammar.subject(event.word)
    told_of = subject.lemma_.lower() if subject is not None else ""
    if what.pos_ == "NOUN":
        return event.what == lemma or (told_of == lemma and event.what in _HAPPENS)
    own = grammar.subject(what)
    return own is not None and own.lemma_.lower() == told_of and event.word.lemma_.lower() == lemma


def _is_likely(event: Event, what: Token, distance: Distance, written: date) -> bool:
    """True for a thing told of by another verb, whose day would fit in another year."""
    own, subject = grammar.subject(what), grammar.subject(event.word)
    if (
        distance.unit != "month"
        or own is None
        or own.pos_ in ("PRON", "PROPN")
        or subject is None
        or own.lemma_ != subject.lemma_
    ):
        return False
    off = written.toordinal() - distance.days - (event.moment.first + event.moment.last) / 2
    years = round(off / _YEAR)
    return years != 0 and abs(off - years * _YEAR) < _MONTH and not _fits(event, distance, written)


def _fits(event: Event, distance: Distance, written: date) -> bool:
    slack = _SLACK[distance.unit] + (0.25 * distance.days if distance.hedged else 0)
    when = written.toordinal() - distance.days
    return event.moment.first - slack <= when <= event.moment.last + slack
