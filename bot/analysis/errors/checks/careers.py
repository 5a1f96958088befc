"""Events whose stated dates run against the only order they can have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.dates import MONTHS, dates
from bot.model import Span

_ORDER: tuple[tuple[str, str], ...] = (
    ("build construct found establish create", "open reopen close shut demolish sell merge dissolve burn inaugurate"),
    ("open launch start begin found establish create form", "close shut end finish conclude dissolve abolish fold"),
    ("arrest detain charge", "convict sentence release acquit free jail imprison"),
    ("convict sentence jail imprison", "release free parole"),
    ("bear", "die join marry graduate elect appoint retire become"),
    ("join enter", "leave retire"),
    ("elect appoint", "resign retire oust"),
    ("sign pass adopt approve propose introduce enact", "come take repeal ratify abolish"),
    ("marry", "divorce"),
    ("buy acquire purchase", "sell"),
    ("leave arrive depart", "return"),
    ("propose announce plan", "open complete"),
)
_AFTER = {(first, later): True for firsts, laters in _ORDER for first in firsts.split() for later in laters.split()}
_NEEDS = {"come": "force effect", "take": "effect"}
_AFTERLIFE = frozenset(
    {"publish", "write", "play", "move", "win", "join", "marry", "found", "open", "retire", "sing", "buy"}
)
"""What nobody does after dying."""

_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which"})
_REACH = 40
"""Events with more dated ones between them are not set against each other, so that time grows with the text only."""

_NO_YEAR = date(2001, 1, 1)
"""Stands in where a text gives no year, so that two days of one month can still be told apart."""


@dataclass(frozen=True, slots=True)
class _Event:
    verb: Token
    day: str
    place: Span


@check("date.career", "Events in an order they cannot have", severity="major", confidence=0.7)
def career(copy: Copy) -> Iterator[Finding]:
    """Pairs of dated verbs of one subject ("joined in 2015 … became its leader in 2011")."""
    reference = copy.published or (date(copy.year, 12, 31) if copy.year else None)
    found = [d for d in dates(copy.text, reference or _NO_YEAR) if d.iso and d.granularity in ("day", "month", "year")]
    spans = [(d.iso or "", copy.span(d.start, d.end)) for d in found]
    events = [event for iso, span in spans if (event := _event(copy, iso, span)) is not None]
    pairs = ((one, other) for i, one in enumerate(events, 1) for other in events[i : i + _REACH])
    for one, other in pairs:
        if _is_one_story(one.verb, other.verb) and _runs_backwards(one, other):
            yield Finding(
                other.place,
                f"Possible wrong date: “{one.verb.text}” is dated {one.place.text}, “{other.verb.text}” "
                f"{other.place.text}. Check the order of the two.",
                evidence=(one.place,),
            )


def _are_comparable(first: str, last: str) -> bool:
    """True for dates that both state the year, or that lie in one month of a year left open."""
    if all(re.search(r"\b\d{4}\b", text) for text in (first, last)):
        return True
    months = [{m for m in MONTHS if m in text.lower()} for text in (first, last)]
    return months[0] == months[1] != set()


def _event(copy: Copy, iso: str, place: Span) -> _Event | None:
    """The verb that a date modifies: as an adverbial of its own, not inside quotations."""
    span = copy.body.char_span(place.start, place.end, alignment_mode="expand")
    if span is None or copy.is_quoted(place.start):
        return None
    verb = grammar.governor(span.root)
    if verb is None or verb.pos_ != "VERB" or not grammar.relation(span.root).startswith(("obl", "nmod:unmarked")):
        return None
    if grammar.preposition(span.root) not in ("", "on", "in") or grammar.modal(verb) or grammar.is_negated(verb):
        return None
    return _Event(verb, iso, place)


def _is_one_story(one: Token, other: Token) -> bool:
    """True for verbs of one subject, in one sentence or in two that follow each other."""
    if one == other:
        return False
    first, second = grammar.subject(one), grammar.subject(other)
    if first is None or second is None:
        return False
    same = first == second or (first.lemma_.lower() == second.lemma_.lower() and first.pos_ != "PRON")
    near = second.lower_ in _PRONOUNS and 0 <= second.sent.start - first.sent.end <= 1
    return same or (near and first.i < second.i and "\n\n" not in one.doc[first.i : second.i].text)


def _runs_backwards(one: _Event, other: _Event) -> bool:
    size = min(len(one.day), len(other.day))
    a, b = one.day[:size], other.day[:size]
    if not (_are_comparable(one.place.text, other.place.text) or size == 4):
        return False
    verbs = one.verb.lemma_.lower(), other.verb.lemma_.lower()
    if verbs in _AFTER and b < a:
        return _is_meant(other.verb)
    if verbs[::-1] in _AFTER and a < b:
        return _is_meant(one.verb)
    return verbs[0] == "die" and verbs[1] in _AFTERLIFE and a < b and not grammar.is_passive(other.verb)


def _is_meant(verb: Token) -> bool:
    """True unless only a certain complement makes the verb the one of the table ("came into force")."""
    needed = _NEEDS.get(verb.lemma_.lower())
    return needed is None or any(child.lower_ in needed.split() for child in verb.children)
