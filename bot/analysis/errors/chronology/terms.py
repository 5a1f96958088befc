"""When somebody began or ended what the text says lasted from one year to another: "worked there from 2014 to 2021"."""

import re
from datetime import date

from bot.analysis.errors.chronology.events import ENDLESS, Event
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.language.tokens import Token

_TERM = re.compile(
    r"\b(?:from|between) (?:[A-Z][a-z]+ )?(?P<first>(?:1[6-9]|20)\d\d) (?:to|until|till|and|through) (?:[A-Z][a-z]+ )?"
    r"(?P<last>(?:1[6-9]|20)\d\d)\b"
)
_LEAVES = word_set("leave quit retire resign depart step_down stand_down go dismiss sack fire oust")
_COMES = word_set("join arrive come take_over appoint hire elect")
_HELD = word_set(
    "be work serve lead run head manage direct chair coach teach play live edit command own keep oversee sit represent"
    " govern rule preside hold employ train study captain conduct"
)
"""What lasts as long as somebody is in a place."""


def told_elsewhere(copy: Copy, what: Token, late: Moment, dated: list[Event]) -> list[Moment]:
    """The dates that other sentences give what a verb tells of its subject."""
    subject = grammar.subject(what)
    if subject is None or late.grain == "weekday":
        return []
    names = {what.lemma_.lower(), *(f"{what.lemma_.lower()}_{child.lower_}" for child in what.children)}
    found = [
        event.moment
        for event in dated
        if event.word.lemma_ == what.lemma_
        and event.word != what
        and event.moment != late
        and event.moment.dated == late.dated
        and event.moment.first > 1
        and event.moment.last < ENDLESS
        and _is_one(copy, grammar.subject(event.word), subject)
    ]
    if not found and late.dated and (names & _LEAVES or names & _COMES):
        found = list(_ends(copy, subject, is_start=not names & _LEAVES))
    return found


def _ends(copy: Copy, subject: Token, *, is_start: bool) -> list[Moment]:
    """The first or the last years of what the text says lasted from one year to another for somebody."""
    found = []
    for match in find_all(_TERM, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        verb = grammar.governor(span.root) if span is not None else None
        verb = grammar.governor(verb) if verb is not None and verb.pos_ in ("NUM", "PROPN") else verb
        if verb is None or (verb.lemma_.lower() not in _HELD and not grammar.related(verb, "cop")):
            continue
        holder = grammar.subject(verb)
        if holder is not None and _is_one(copy, grammar.antecedent(holder) or holder, subject):
            year = int(match["first" if is_start else "last"])
            at = match.span("first" if is_start else "last")
            found.append(Moment(*at, "year", date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), dated=True))
    return found


def _is_one(copy: Copy, one: Token | None, other: Token) -> bool:
    """True for two words for one actor, or two that name a thing by the same noun."""
    if one is None:
        return False
    first, second = copy.actors.of(one), copy.actors.of(other)
    if first is not None and second is not None:
        return first.id == second.id
    return one.pos_ in ("NOUN", "PROPN") and one.lemma_ == other.lemma_
