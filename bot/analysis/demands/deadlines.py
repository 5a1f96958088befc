"""By when something is demanded: the words, and the date they mean."""

import re
from datetime import date

from bot.analysis.demands import around
from bot.analysis.demands.matching import Match
from bot.language import dates, grammar
from bot.language.reading import Reading
from bot.model import Deadline

_BEFORE_TRIGGER = 40
_LIMIT = r"by|before|until|till|no later than|not later than|prior to|on or before|up to|deadline of|deadline for"
_LIMITED = re.compile(
    rf"\b(?:{_LIMIT})\s+(?:(?!in\s)(?-i:[a-z\d:.]+|[A-Z]{{2,4}})\s+(?:on\s+)?){{0,2}}$", re.IGNORECASE
)
_UNIT = "(?:minute|hour|day|week|month|year)"
_UNDATED = re.compile(
    r"\b(?:by|before|until) (?:noon|midday|midnight|dawn|daybreak|sunrise|dusk|dark|nightfall|sunset|sundown)"
    r"|\b(?:by|before|until|within) (?:the )?(?:weekend|spring|summer|autumn|winter|season|year|month|week)\b(?! of)"
    rf"|\b(?:in|within) a matter of {_UNIT}s|\bwithin {_UNIT}s|\b[\w]+-{_UNIT}(?= (?:deadline|ultimatum))",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    rf"\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|\w+ty) {_UNIT}s?\b", re.IGNORECASE
)
_EVENTS = ("before", "until", "till", "by")


def deadline_of(reading: Reading, match: Match, scope: int) -> Deadline | None:
    """The deadline that the sentence of a demand gives, from right before its trigger to ``scope``; None without one.

    ``iso`` is None when no calendar date follows from the words and the article's date.
    """
    shift = match.trigger.sent.start_char
    text = match.trigger.sent.text_with_ws[: scope - shift]
    first = match.trigger.idx - shift - _BEFORE_TRIGGER
    reference = _reference(reading)
    for found in dates.dates(text, reference, "future"):
        if found.start < first:
            continue
        limit = _LIMITED.search(text[: found.start])
        if limit is not None:
            start = limit.start() if "deadline" not in limit.group() else found.start
            return _deadline(reading, match, shift + start, shift + found.end, found.iso)
        if text[found.start : found.end].lower().startswith(("in ", "within ")):
            return _deadline(reading, match, shift + found.start, shift + found.end, found.iso)
    undated = next((m for m in _UNDATED.finditer(text) if m.start() >= first), None)
    if undated is not None:
        iso = dates.resolve(f"within {undated.group().replace('-', ' ')}s", reference, "future")
        return _deadline(reading, match, shift + undated.start(), shift + undated.end(), iso)
    return _granted(reading, match, reference) or _event(reading, match)


def _granted(reading: Reading, match: Match, reference: date | None) -> Deadline | None:
    """ "ten days" in "gave the yard ten days to answer"."""
    if "timed" not in match.frame.pattern.flags or match.action is None:
        return None
    doc = match.trigger.doc
    words = doc[match.trigger.i + 1 : match.action.i]
    found = _PERIOD.search(words.text)
    if found is None:
        return None
    start = words.start_char + found.start()
    iso = dates.resolve(f"within {found.group()}", reference, "future")
    return _deadline(reading, match, start, words.start_char + found.end(), iso)


def _event(reading: Reading, match: Match) -> Deadline | None:
    """ "before parliament votes": a clause that hangs on the action."""
    if match.action is None or match.is_thing:
        return None
    for clause in around.clauses(match.action):
        opener = next((word for word in _EVENTS if around.opened_by(clause, word)), None)
        if opener is not None and grammar.own_subject(clause) is not None:
            words = list(clause.subtree)
            while len(words) > 1 and words[-1].is_punct:
                words.pop()
            return _deadline(reading, match, words[0].idx, words[-1].idx + len(words[-1]), None)
    return None


def _deadline(reading: Reading, match: Match, start: int, end: int, iso: str | None) -> Deadline:
    span = reading.article.span(start, end, reading.field_of(match.trigger))
    return Deadline(text=span.text, iso=iso, span=span)


def _reference(reading: Reading) -> date | None:
    """The day the article appeared; None when that is unknown."""
    try:
        return date.fromisoformat((reading.article.published or "")[:10])
    except ValueError:
        return None
