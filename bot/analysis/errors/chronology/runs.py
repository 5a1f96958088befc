"""Things that last for days: when they begin and end, how long they are said to be, and which of their days it is."""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.analysis.errors.chronology.distances import counted
from bot.analysis.errors.chronology.events import Event
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.language.tokens import Token

_KINDS = (
    "strike walkout stoppage action dispute",
    "fire wildfire blaze bushfire",
    "search hunt rescue",
    "protest demonstration blockade sit-in occupation vigil",
    "truce ceasefire cease-fire pause armistice",
    "talk negotiation summit conference meeting congress session assembly",
    "trial hearing inquest inquiry",
    "festival fair carnival event feast",
    "tour visit trip pilgrimage",
    "tournament championship competition race regatta game series match",
    "fighting clash battle siege offensive assault shelling bombardment",
    "exhibition show display",
    "curfew lockdown closure shutdown blackout outage",
    "exercise drill manoeuvre maneuver",
    "sale auction course campaign mourning",
    "storm heatwave downpour rain flood flooding",
)
"""Nouns of what has a first and a last day, those that may be said of one and the same thing together."""

KIND: dict[str, int] = {noun: kind for kind, group in enumerate(_KINDS) for noun in group.split()}
_BEGIN = frozenset(
    {"begin", "start", "open", "launch", "commence", "take_effect", "break_out", "break", "erupt", "kick"}
)
_END = frozenset({"end", "close", "finish", "conclude", "run", "last"})
_COUNT = r"(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_LONG = re.compile(rf"(?<![\w-]){_COUNT}-(?P<unit>hour|day|week) (?:[a-z-]+ ){{0,2}}?(?P<noun>{'|'.join(KIND)})\b")
_NTH = re.compile(
    r"\b(?:for|into|on|of|in|enter(?:s|ed|ing)?) (?:an?|its|their|the) (?P<nth>second|third|fourth|fifth|sixth|seventh)"
    r"(?: straight| consecutive| successive| full)? (?:day|night)\b(?! (?:this|since|in) )"
)
_BESIDE = re.compile(r",? (?:on |by )?")
_NTHS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_IN_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}


@dataclass(frozen=True, slots=True)
class Length:
    """``text[start:end]`` says that a thing of some kind lasts so many days; ``slack`` is what they may be off by."""

    start: int
    end: int
    kind: int
    days: float
    slack: float

    def fits(self, gap: int, *, is_weekday: bool) -> bool:
        """True when so many days, or more of whole weeks, may lie between the first and the last."""
        return any(
            self.days - 1 - self.slack <= gap + weeks <= self.days + self.slack
            for weeks in (range(0, _YEARS_END, 7) if is_weekday else (0,))
        )


@dataclass(frozen=True, slots=True)
class Nth:
    """``text[start:end]`` says that a thing of some kind is in its so-many-th day on a weekday."""

    start: int
    end: int
    kind: int
    count: int
    moment: Moment

    def fits(self, start: int, *, is_late: bool) -> bool:
        """True when it may have begun on a weekday: late on the day before its first, or with a weekend off."""
        gaps = {self.count - 1, self.count + is_late - 1}
        if start < _SATURDAY <= start + self.count - 1:
            gaps.add(self.count + 1)
        return (self.moment.first - start) % 7 in gaps


_SATURDAY, _YEARS_END = 5, 365
_Kind = TypeVar("_Kind", bound=Hashable)
_Found = TypeVar("_Found")


def by_kind(found: Iterable[tuple[_Kind, _Found]]) -> dict[_Kind, list[_Found]]:
    """What was found of each kind, in text order, so that nothing is set against what is of another kind."""
    kinds: dict[_Kind, list[_Found]] = {}
    for kind, one in found:
        kinds.setdefault(kind, []).append(one)
    return kinds


def lengths(text: str) -> list[Length]:
    """The lengths that a text gives things: "a 48-hour strike"."""
    found = []
    for match in find_all(_LONG, text):
        count = counted(match["count"])
        if count is not None:
            unit = match["unit"]
            slack = {"hour": 1.0, "day": 0.0, "week": 4.0}[unit]
            found.append(Length(*match.span(), KIND[match["noun"]], count * _IN_DAYS[unit], slack))
    return found


def nths(copy: Copy) -> Iterator[Nth]:
    """ "A wildfire burning for a fourth day … by Wednesday": the kind of thing, the count and the day."""
    weekdays = sorted((moment for moment in copy.moments if moment.grain == "weekday"), key=lambda m: m.start)
    starts = [moment.start for moment in weekdays]
    for match in find_all(_NTH, copy.text):
        span = copy.body.char_span(*match.span(), alignment_mode="expand")
        if span is None or copy.is_quoted(match.start()):
            continue
        low, high = span.sent.start_char, span.sent.end_char
        days = weekdays[bisect_left(starts, low) : bisect_left(starts, high)]
        days = [moment for moment in days if _BESIDE.fullmatch(copy.text, match.end(), moment.start)] or days
        kinds = [KIND[token.lemma_.lower()] for token in span.sent if token.lemma_.lower() in KIND]
        if len(days) == 1 and len(set(kinds)) == 1:
            yield Nth(*match.span(), kinds[0], _NTHS.index(match["nth"]) + 1, days[0])


def begun(dated: list[Event]) -> Iterator[tuple[int, Event]]:
    """The events that are the beginning of something, with its kind."""
    yield from _of_kind(dated, _BEGIN)


def ended(dated: list[Event]) -> Iterator[tuple[int, Event]]:
    """The events that are the end of something, with its kind."""
    yield from _of_kind(dated, _END)


def weekday(moment: Moment) -> int | None:
    """The weekday of a day; None for a date without a year."""
    if moment.grain == "weekday":
        return moment.first
    return date.fromordinal(moment.first).weekday() if moment.grain == "day" and moment.dated else None


def _of_kind(dated: list[Event], what: frozenset[str]) -> Iterator[tuple[int, Event]]:
    for event in dated:
        subject = grammar.subject(event.word)
        if event.word.pos_ != "VERB" or subject is None or event.moment.grain not in ("day", "weekday"):
            continue
        kind = KIND.get(_thing(subject).lemma_.lower())
        verb = event.word.lemma_.lower()
        if kind is not None and (event.what in what or verb in what):
            yield kind, event


def _thing(subject: Token) -> Token:
    """What "which" and "that" stand for."""
    return (grammar.antecedent(subject) or subject) if subject.pos_ == "PRON" else subject
