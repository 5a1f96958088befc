"""Times that contradict one another or the tense of their sentence."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.model import Span

_FUTURE = re.compile(
    r"\b(?:[Tt]omorrow|[Nn]ext (?:week|month|year|spring|summer|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day))\b(?![’'])"
)
_PAST = re.compile(
    r"\b(?:[Yy]esterday|[Ll]ast (?:week|month|year|night|spring|summer|autumn|winter)|(?:\d+|[Tt]wo|[Tt]hree"
    r"|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en|[Aa]) (?:days?|weeks?|months?|years?) ago"
    r"|earlier this (?:week|month|year))\b(?![’'])"
)


@check("date.tense", "Time and tense do not fit", severity="major", confidence=0.7)
def tense(copy: Copy) -> Iterator[Finding]:
    """ "Next week, 20 people were hurt"; "Last month they will meet": a time that opens or closes its own clause."""
    for match in _FUTURE.finditer(copy.text):
        verb = _verb_of(copy, match)
        if verb is not None and _is_plain_past(verb):
            yield _finding(copy, match, verb, "a time to come with the past tense")
    for match in _PAST.finditer(copy.text):
        verb = _verb_of(copy, match)
        if (
            verb is not None
            and any(t.lower_ in ("will", "shall", "’ll", "'ll") for t in grammar.auxiliaries(verb))
            and not _is_perfect(verb)
        ):
            yield _finding(copy, match, verb, "a time past with the future tense")


def _verb_of(copy: Copy, match: re.Match[str]) -> Token | None:
    """The predicate that a time modifies directly; None when quoted or when the time belongs to a noun."""
    if copy.is_quoted(match.start()):
        return None
    span = copy.body.char_span(*match.span(), alignment_mode="expand")
    if span is None:
        return None
    verb = grammar.governor(span.root)
    opens = span.start == span.sent.start or span[0].nbor(-1).is_sent_start
    if verb is None or not grammar.is_predicate(verb) or grammar.relation(span.root) not in ("obl", "advmod"):
        return None
    if grammar.preposition(span.root) not in ("", "on") or not (opens or abs(verb.i - span.root.i) <= 6):
        return None
    return verb


def _is_plain_past(verb: Token) -> bool:
    """Simple past as main verb. Plans ("was to meet", "were due", "expected") and reported futures are none."""
    helpers = grammar.auxiliaries(verb)
    finite = helpers[0] if helpers else verb
    if finite.tag_ != "VBD" or verb.tag_ == "VB" or finite.lower_ in ("would", "could", "should", "might"):
        return False
    plans = {
        "due",
        "schedule",
        "plan",
        "expect",
        "set",
        "hope",
        "intend",
        "want",
        "say",
        "tell",
        "announce",
        "agree",
        "think",
    }
    plans |= {
        "promise",
        "vow",
        "urge",
        "decide",
        "call",
        "invite",
        "book",
        "go",
        "propose",
        "postpone",
        "move",
        "delay",
        "ask",
    }
    plans |= {
        "have",
        "order",
        "arrange",
        "summon",
        "aim",
        "need",
        "likely",
        "offer",
        "push",
        "reschedule",
        "begin",
        "leave",
    }
    around = {verb.lemma_.lower(), verb.lower_} | {
        child.lemma_.lower() for child in grammar.dependents(verb) if child.dep_ == "xcomp"
    }
    inside_report = any(
        above.lemma_.lower() in ("say", "tell", "announce", "suggest", "think", "wish", "if")
        for above in verb.ancestors
    )
    wish = any(child.lower_ in ("if", "before", "until", "unless", "whether", "when") for child in verb.children)
    return not (around & plans) and not inside_report and not wish


def _is_perfect(verb: Token) -> bool:
    return any(token.lower_ in ("have", "be") for token in grammar.auxiliaries(verb)[1:])


def _finding(copy: Copy, match: re.Match[str], verb: Token, what: str) -> Finding:
    return Finding(
        copy.span(*match.span()),
        f"Possible wrong time: {what} (“{match.group()}”, “{verb.text}”). Check when this happens or happened.",
        evidence=(copy.of(verb),),
    )


_EVENT = re.compile(
    r"\b([Tt]he (?:accident|incident|attack|crash|explosion|blast|collision|shooting|stampede|collapse|fire"
    r"|strike|earthquake|robbery"
    r"|derailment|storm|vote|raid|protest|ceremony|match|meeting))(?:,? (?:which|that))? (?:occurred|happened"
    r"|took place|struck|was held) "
    r"(?:on |late on |early on |late |early )((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_LEAD_DAY = re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday)\b")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@check("date.event-day", "Two days for one event", severity="major", confidence=0.65)
def event_day(copy: Copy) -> Iterator[Finding]:
    """The one day that the lead gives against the day that a later sentence gives "the accident"."""
    lead = _lead(copy)
    if lead is None:
        return
    if any(_is_of_other(copy, lead.start + m.start()) for m in _LEAD_DAY.finditer(lead.text)):
        return
    stated = {(_day(copy, m.group()), m.start(), m.end()) for m in _LEAD_DAY.finditer(lead.text)}
    days = {day for day, _, _ in stated}
    if len(days) != 1 or None in days:
        return
    day, start, end = next(iter(stated))
    for match in _EVENT.finditer(copy.text, lead.end):
        if match.group(2) != day:
            yield Finding(
                copy.span(match.start(2), match.end(2)),
                f"Possible contradiction: {match.group(1).lower()} is dated {match.group(2)} here, and the lead "
                f"says {day}. Check the day.",
                suggestion=day,
                evidence=(copy.span(lead.start + start, lead.start + end),),
            )


_OTHER_EVENTS = frozenset(
    {"say", "tell", "announce", "end", "finish", "call", "agree", "close", "vote", "rule", "report", "confirm", "warn"}
    | {"open", "begin", "start", "release", "publish", "reach", "sign", "arrest", "charge", "appear", "plead", "jail"}
)


def _is_of_other(copy: Copy, at: int) -> bool:
    """True when the lead's day is that of a statement, or of the start or the end of something."""
    span = copy.body.char_span(at, at + 1, alignment_mode="expand")
    verb = grammar.governor(span.root) if span is not None else None
    return verb is not None and verb.lemma_.lower() in _OTHER_EVENTS


def _lead(copy: Copy) -> Span | None:
    """The first paragraph that is a sentence, not a date line."""
    return next((p for p in copy.paragraphs[:3] if len(p.text) > 60), None)


def _day(copy: Copy, word: str) -> str | None:
    if word.lower() not in ("yesterday", "today"):
        return word
    if copy.published is None:
        return None
    return _DAYS[(copy.published.weekday() - (word.lower() == "yesterday")) % 7]
