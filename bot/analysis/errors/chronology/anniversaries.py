"""Anniversaries and birthdays against the years that they are counted from."""

import re
from collections.abc import Iterator

from bot.analysis.errors.chronology.events import Event
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding
from bot.analysis.errors.word_families import same_family
from bot.language import grammar
from bot.language.quantities import ordinals

_YEAR = r"((?:1[6-9]|20)\d\d)"
_MOST = 100
"""Events of founding that are looked at."""

_FOUNDED = frozenset(
    {"found", "establish", "open", "create", "launch", "sign", "form", "set_up", "start", "begin", "build", "bear"}
)
_ANNIVERSARY = re.compile(r" (?:anniversary|birthday|jubilee)\b")
_OF_BIRTH = re.compile(r" anniversary of (?:\S+ ){0,4}birth\b")
_WHOSE = re.compile(r"(?:\b(?:his|her)|[’']s) $")


def anniversaries(copy: Copy, dated: list[Event]) -> Iterator[Finding]:
    """ "founded in 1995, it marked its 20th anniversary in 2018"."""
    marked = [o for o in ordinals(copy.text) if _ANNIVERSARY.match(copy.text, o.end)]
    if not marked:
        return
    founded = [e for e in dated if e.what in _FOUNDED and e.moment.dated and e.moment.first > 1][:_MOST]
    latest = max((m.year for m in copy.moments if m.dated), default=0)
    for ordinal in marked:
        is_of_birth = _is_of_birth(copy, ordinal.start, ordinal.end)
        begun = [event for event in founded if is_of_birth or event.what != "bear"]
        tail = re.match(rf" \w+ in {_YEAR}", copy.text[ordinal.end : ordinal.end + 40])
        if is_of_birth and tail is None and _is_dated_otherwise(copy, ordinal.start):
            continue
        begun = [event for event in begun if is_of_birth or _is_of(copy, ordinal.end, event)]
        wrong = [
            e for e in begun if not _is_anniversary(e, ordinal.value, int(tail.group(1)) if tail else copy.year, latest)
        ]
        if begun and len(wrong) == len(begun):
            event = wrong[0]
            yield Finding(
                copy.span(ordinal.start, ordinal.end),
                f"Possible miscalculation: “{event.word.text}” is dated {event.moment.year}. "
                "Check year and anniversary.",
                evidence=(copy.span(event.moment.start, event.moment.end),),
            )


_OF = re.compile(r" \w+ of ")


def _is_of(copy: Copy, end: int, event: Event) -> bool:
    """False for an anniversary that is said to be of another thing than what was founded: "of its flotation"."""
    match = _OF.match(copy.text, end)
    span = copy.body.char_span(match.end(), match.end() + 1, alignment_mode="expand") if match is not None else None
    if span is None:
        return True
    word = span.root
    while word.pos_ not in ("NOUN", "PROPN") and (above := grammar.governor(word)) is not None:
        word = above
    founded = (grammar.subject(event.word), *grammar.objects(event.word))
    verb, noun = event.word.lemma_.lower(), word.lemma_.lower()
    return same_family(noun, verb) or any(thing is not None and thing.lemma_.lower() == noun for thing in founded)


def _is_dated_otherwise(copy: Copy, at: int) -> bool:
    """True where the sentence of a birthday tells of a year: "in 1953, days before her 15th birthday"."""
    span = copy.body.char_span(at, at + 1, alignment_mode="expand")
    sent = span.sent if span is not None else None
    return sent is not None and any(m.dated and sent.start_char <= m.start < sent.end_char for m in copy.moments)


def _is_of_birth(copy: Copy, start: int, end: int) -> bool:
    """True for "his 70th birthday" and "the 200th anniversary of her birth", not for a birthday of a shop."""
    if copy.text.startswith(" birthday", end):
        return _WHOSE.search(copy.text, max(0, start - 4), start) is not None
    return _OF_BIRTH.match(copy.text, end) is not None


def _is_anniversary(event: Event, count: float, now: int | None, latest: int) -> bool:
    """True when the years fit. Where nothing dates the article, it is no older than the latest year of its text."""
    right = (now or latest) - event.moment.year
    return abs(right - count) <= 1 if now is not None else count >= right - 1
