"""Times that contradict one another or the tense of their sentence."""

import re
from collections.abc import Iterator

from bot.analysis.errors.chronology.events import Event, dated_events
from bot.analysis.errors.chronology.moments import Moment
from bot.analysis.errors.chronology.plans import PLANS
from bot.analysis.errors.clauses import SPEECH
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Span

_WEEKDAY = r"(?:Mon|Tues?|Wednes|Thurs|Fri|Satur|Sun)day"
_PERIOD = rf"(?:week|month|year|spring|summer|autumn|winter|{_WEEKDAY})"
_FUTURE = re.compile(
    r"\b(?:(?:an?|\d+|[a-z]{3,9}) (?:days?|weeks?|months?|years?|decades?) (?:from now|hence)"
    rf"|[Tt]omorrow|(?<![Tt]he )(?:[Nn]ext|(?:this )?coming) {_PERIOD})\b(?![’'])",
)
_PAST = re.compile(
    rf"\b(?:[Yy]esterday|[Ll]ast (?:night|{_PERIOD})|(?:\d+|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight"
    r"|[Nn]ine|[Tt]en|[Aa]) (?:days?|weeks?|months?|years?) ago|earlier this (?:week|month|year))\b(?![’'])"
)


@check("date.tense", "Time and tense do not fit", severity="major", confidence=0.7)
def tense(copy: Copy) -> Iterator[Finding]:
    """ "Next week, 20 people were hurt"; "Last month they will meet"; "He went to prison if he is convicted"."""
    for match in find_all(_FUTURE, copy.text):
        verb = _verb_of(copy, match, far=_NEAR)
        if verb is not None and _is_plain_past(verb):
            yield _finding(copy, match, verb, "a time to come with the past tense")
    for match in find_all(_PAST, copy.text):
        verb = _verb_of(copy, match, far=_FAR)
        if (
            verb is not None
            and not _is_compared(copy, verb, match)
            and any(t.lower_ in ("will", "shall", "’ll", "'ll") for t in grammar.auxiliaries(verb))
            and not _is_perfect(verb)
        ):
            yield _finding(copy, match, verb, "a time past with the future tense")
    yield from _conditions(copy)
    yield from _bygone(copy)


def _bygone(copy: Copy) -> Iterator[Finding]:
    """ "The last of them will leave in 2012" in a story that tells of later years as past."""
    for moment in copy.moments:
        verb = _will_at(copy, moment) if moment.dated and moment.grain != "season" else None
        if verb is None:
            continue
        later = next((one.moment for one in copy.once(dated_events) if _is_past_after(one, moment)), None)
        if later is not None:
            yield Finding(
                copy.span(min(copy.of(verb).start, moment.start), max(copy.of(verb).end, moment.end)),
                f"Possible wrong time: “{verb.text}” is still to come, and {copy.text[later.start : later.end]}, "
                "which lies after, is past. Check when this happens or happened.",
                evidence=(copy.span(later.start, later.end),),
            )


_LIVELY = 15
"""Years from a time that "will" tells of to a later one; farther back it is how history is told: "In 1914 he will"."""


def _is_past_after(event: Event, moment: Moment) -> bool:
    """True for what has happened in a year after a moment."""
    is_later = event.moment.dated and 0 < event.moment.year - moment.year <= _LIVELY and event.word.pos_ == "VERB"
    return is_later and _finite(event.word).tag_ == "VBD" and event.word.lemma_.lower() not in PLANS


_CLOSELY = 4
"""Words from a verb to a date behind it that is surely its own."""


def _will_at(copy: Copy, moment: Moment) -> Token | None:
    """The verb with "will" that a date belongs to, with nothing between the two or at the head of the sentence."""
    span = copy.body.char_span(moment.start, moment.end, alignment_mode="expand")
    verb = grammar.governor(span.root) if span is not None else None
    if span is None or verb is None or copy.is_quoted(moment.start):
        return None
    opens = span.start - span.sent.start <= 1
    if not any(aux.lower_ == "will" for aux in grammar.auxiliaries(verb)) or _is_have(verb):
        return None
    if grammar.preposition(span.root) not in ("in", "on", "") or not (opens or 0 < span.start - verb.i <= _CLOSELY):
        return None
    between = copy.body[verb.i + 1 : span.start] if not opens else ()
    return None if any(token.pos_ in ("NOUN", "PROPN", "VERB") and token.dep_ != "obj" for token in between) else verb


def _is_have(verb: Token) -> bool:
    return any(aux.lower_ == "have" for aux in grammar.auxiliaries(verb))


_OPEN = frozenset({"if", "once", "unless"})
"""What opens a clause of what has yet to be, when its verb is in the present."""


def _conditions(copy: Copy) -> Iterator[Finding]:
    """What happened, though it hangs on what is still to come; and what will be once something "was"."""
    for mark in copy.body:
        if mark.lower_ not in _OPEN or mark.dep_ != "mark":
            continue
        clause = grammar.governor(mark)
        main = grammar.governor(clause) if clause is not None else None
        if clause is None or main is None or grammar.relation(clause) != "advcl":
            continue
        addresses = (subject := grammar.subject(clause)) is not None and subject.lower_ == "you"
        if _is_present(clause) and _is_told(main) and not addresses:
            why = f"“{main.text}” tells what has happened, and “{mark.lower_}” what has yet to be"
        elif mark.lower_ == "once" and _is_past(clause) and _is_to_come(main):
            why = f"“{main.text}” is still to come, and “{clause.text}” after “once” is past"
        else:
            continue
        span, other = (copy.of(main), copy.of(clause)) if _is_told(main) else (copy.of(clause), copy.of(main))
        yield Finding(span, f"Possible wrong tense: {why}. Check when it happens or happened.", evidence=(other,))


def _finite(verb: Token) -> Token:
    """The word of a predicate that carries its tense."""
    return next(iter(grammar.auxiliaries(verb)), verb)


def _is_present(verb: Token) -> bool:
    return _finite(verb).tag_ in ("VBZ", "VBP")


def _is_past(verb: Token) -> bool:
    return _finite(verb).tag_ == "VBD" and _finite(verb).lower_ != "had"


def _is_to_come(verb: Token) -> bool:
    return _finite(verb).lower_ in ("will", "shall", "’ll", "'ll")


def _is_told(verb: Token) -> bool:
    """A plain past that reports neither words nor plans."""
    if verb.pos_ != "VERB" or verb.tag_ != "VBD" or grammar.relation(verb) == "parataxis":
        return False
    says = verb.lemma_.lower() in SPEECH and not grammar.objects(verb)
    return not says and grammar.complement_clause(verb) is None


_NEAR, _FAR = 6, 12
"""Words between a verb and a time that most likely belongs to it, and that surely does if it ends the clause."""


def _verb_of(copy: Copy, match: re.Match[str], *, far: int) -> Token | None:
    """The predicate that a time modifies directly; None when quoted or when the time belongs to a noun."""
    if copy.is_quoted(match.start()):
        return None
    span = copy.body.char_span(*match.span(), alignment_mode="expand")
    if span is None:
        return None
    verb = grammar.governor(span.root)
    if verb is not None and verb.pos_ == "NOUN" and match.group().endswith(("now", "hence")):
        verb = grammar.governor(verb)  # "commissioned a study six years from now"
    opens = span.start == span.sent.start or span[0].nbor(-1).is_sent_start
    closes = span.end < len(copy.body) and copy.body[span.end].is_punct
    if (
        verb is None
        or not grammar.is_predicate(verb)
        or grammar.relation(span.root) not in ("obl", "advmod", "nmod", "nmod:unmarked")
    ):
        return None
    is_open = grammar.preposition(span.root) in ("", "on") or match.group().endswith("from now")
    if not is_open or not (opens or abs(verb.i - span.root.i) <= (far if closes else _NEAR)):
        return None
    return verb


def _is_compared(copy: Copy, verb: Token, time: re.Match[str]) -> bool:
    """True for a time of what is told beside: "will press 6,500 tonnes, against 15,200 last year"."""
    words = copy.text[verb.idx : time.start()]
    return _COMPARED.search(words) is not None and time.start() > verb.idx


_COMPARED = re.compile(
    r"\b(?:(?:compared (?:with|to)|up from|down from|(?<!more )(?<!fewer )(?<!less )than)(?: [^;:]{1,40}?)?"
    r"|(?:[$£€]?\d[\w.,]*|two|three|four|five|six|seven|eight|nine|ten|an?)(?: [a-z]+)? (?:more|fewer|less) than"
    r"|as|like|(?:against|from|versus|after) (?:an? [\w-]+ of |about |some |just |only |the )*"
    r"(?:[$£€]?\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[^;:]{0,40}?),? $"
)
"""What makes a figure one of another time, up to the time: "against 15,200 last year", "up from 3% last month"."""


_TIMES = ("obl", "advmod", "nmod")
"""How a time depends on its verb, or on the object of its verb."""


def _is_plain_past(verb: Token) -> bool:
    """Simple past as main verb. Plans ("was to meet", "were due", "expected") and reported futures are none."""
    helpers = grammar.auxiliaries(verb)
    finite = helpers[0] if helpers else verb
    if finite.tag_ != "VBD" or verb.tag_ == "VB" or finite.lower_ in ("would", "could", "should", "might"):
        return False
    if any(child.lower_ in ("to", "due") and child.dep_ == "mark" for child in verb.children):
        return False  # "was to have been shut next month", "had been due to be shut"
    around = {verb.lemma_.lower(), verb.lower_} | {
        child.lemma_.lower() for child in grammar.dependents(verb) if child.dep_ == "xcomp"
    }
    inside_report = any(
        above.lemma_.lower() in ("say", "tell", "announce", "suggest", "think", "wish", "if")
        for above in verb.ancestors
    )
    wish = any(child.lower_ in ("if", "before", "until", "unless", "whether", "when") for child in verb.children)
    return not (around & PLANS) and not inside_report and not wish


def _is_perfect(verb: Token) -> bool:
    return any(token.lower_ in ("have", "be") for token in grammar.auxiliaries(verb)[1:])


def _finding(copy: Copy, match: re.Match[str], verb: Token, what: str) -> Finding:
    """Marks the time and its verb, for either may be the wrong one; a verb far away is evidence only."""
    time, own = copy.span(*match.span()), copy.of(verb)
    start, end = min(time.start, own.start), max(time.end, own.end)
    return Finding(
        copy.span(start, end) if end - start <= _CLOSE else time,
        f"Possible wrong time: {what} (“{match.group()}”, “{verb.text}”). Check when this happens or happened.",
        evidence=(own,),
    )


_CLOSE = 60
"""Characters of a stretch with a verb and its time that is marked as a whole."""


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
