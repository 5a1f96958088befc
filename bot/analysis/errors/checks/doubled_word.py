"""The same word twice in a row: "sent a a letter"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar, places
from bot.language.dates import MONTHS, WEEKDAYS
from bot.language.titles import is_honorific
from bot.model import Span

_TWICE = re.compile(r"(?<![\w’'.-])([A-Za-z]+)[ \u00a0\t]+(\1)(?![\w’'-])", re.IGNORECASE)
_NUMBER_TWICE = re.compile(
    r"(?<![\w.,-])([$€£¥]\d[\d,.]*[a-z]{0,2}|\d[\d,.]+\d[a-z]{0,2}|\d+%)[ \u00a0]+(\1)(?=[ \u00a0]+[a-z]+[ \u00a0,.])"
)
"""A number twice, and words behind it: tables and telephone numbers have none."""
_PHRASE_TWICE = re.compile(r"(?<![\w’'.-])((?:[A-Za-z’']+[ \u00a0]){1,5}[A-Za-z’']+)[ \u00a0]+(\1)(?![\w’'-])")
"""Two to six words that stand twice in a row."""
_GRAMMATICAL = frozenset({"had", "her", "do", "did", "you"})
"""Words that grammar may put twice: "had had", "gave her her coat", "did you you"."""
_OPENS_A_CLAUSE = frozenset({"DT", "PRP", "PRP$", "NNS", "EX"})
"""Tags of a word behind "that that" to which the second cannot belong."""
_ANYONE = frozenset(
    {"anyone", "anybody", "anything", "everyone", "everybody", "nobody", "nothing", "someone", "somebody", "something"}
)
"""Words behind "that that" whose tags vary."""
_ASKED = frozenset({"know", "ask", "wonder", "say", "tell", "see", "remember", "decide", "matter"})
"""Verbs behind which "who who" may be a question within a clause."""
_GENERIC = frozenset({"lake", "mount", "river", "cape", "port", "fort", "street", "saint"})
"""Words that names start with, and no name has twice."""
_DAYS_AND_MONTHS = frozenset({*WEEKDAYS, *MONTHS}) - {"march", "april", "may", "june", "august"}
"""Those that are nobody's name and no other word."""
_FREE_RELATIVE = re.compile(
    r"\b(?:what|who|where|how|which|that|problem|thing|all|point|truth|reason)\b[^.!?]*$", re.IGNORECASE
)
_PARTICLES = frozenset({"in", "on", "over", "up", "by", "off", "out", "down", "through", "around"})
_PHRASAL = frozenset(
    {"go", "move", "carry", "come", "drag", "press", "live", "keep", "log", "sign", "take", "check", "call", "give"}
    | {"step", "let", "break", "cave", "settle", "opt", "join", "pitch", "phone", "walk", "run", "rush", "pour", "snow"}
    | {"wall", "lock", "box", "fence", "put", "set", "send", "start", "climb", "sail", "drive", "fly", "ride", "fall"}
    | {"hand", "turn", "pass", "get", "drop", "bring", "hold", "stay", "hang", "march", "tune", "fill", "bid", "look"}
)
"""Verbs with particles: after them "on on" may be a particle and a preposition."""
_EMPHATIC = frozenset(
    {"very", "really", "so", "no", "yes", "far", "many", "much", "more", "long", "never", "ever", "again", "always"}
    | {"bye", "hush", "tut", "knock", "ha", "now", "big", "old", "please", "there", "go", "run", "wait", "stop", "well"}
)


_SPOKEN = frozenset({"never", "again", "ever", "more"})
"""Those of them that nobody puts twice but in speech."""
_GIVING = frozenset(
    {"give", "hand", "pass", "show", "tell", "teach", "send", "bring", "buy", "lend", "offer", "pay", "cost", "earn"}
    | {"win", "grant", "deny", "wish", "ask", "call", "make", "save", "spare", "owe", "allow", "find", "get", "leave"}
    | {"promise", "read", "sell", "throw", "cook", "pour", "refuse", "name", "lose", "guarantee", "afford", "assure"}
    | {"remind", "persuade", "convince", "inform", "warn", "want", "see", "let", "hear", "consider", "think", "help"}
    | {"feed", "serve", "award", "assign", "fetch", "rob", "return", "take", "build", "draw", "write", "sing", "say"}
)
"""Verbs with two objects, or with a person and a clause: "told her her son was safe"."""
_FAR = 5
"""Words behind "that that" among which the noun is that the second would have to go with."""
_CLAUSES = frozenset({"if", "when", "while", "because", "although", "though", "unless", "once"})


@check("typo.doubled-word", "Doubled word", severity="minor", confidence=0.95)
def doubled_word(copy: Copy) -> Iterator[Finding]:
    """Repeated words, save where grammar, emphasis or a name allows the repetition."""
    for match, field in copy.matches(_TWICE):
        first, second = match.group(1), match.group(2)
        lowered = first.lower()
        behind = match.string[match.end() : match.end() + 2]
        told = field == "text" and not copy.is_quoted(match.start())
        if lowered in _GRAMMATICAL and not (field == "text" and _cannot_follow(copy, match.start(2))):
            continue
        if lowered in _EMPHATIC and not (told and lowered in _SPOKEN and behind != " l"):  # "Never Never Land"
            continue
        if _is_name(first, second, behind):
            continue
        if lowered in ("that", "who") and (field == "title" or _is_asked_for(copy, lowered, match.start(2))):
            continue
        if lowered in ("is", "was") and _FREE_RELATIVE.search(match.string[max(0, match.start() - 60) : match.start()]):
            continue
        if field == "text" and lowered in _PARTICLES and _is_particle(copy, match.start()):
            continue
        yield _finding(copy.span(match.start(), match.end(), field), second if first == second else lowered, first)
    for match in (*find_all(_NUMBER_TWICE, copy.text), *find_all(_PHRASE_TWICE, copy.text)):
        said = match.group(1).lower().split()
        if (
            said[0] not in _REFRAIN
            and said[-1] not in ("after", "by", "and", "or", "upon")
            and not copy.is_quoted(match.start())
        ):
            yield _finding(copy.span(*match.span()), match.group(1), match.group(1))


_REFRAIN = frozenset({"and", "or", "by", "but", "no", "ha", "bye", "blah", "yes"})
"""Words that open what may be said over and over: "on and on and on"."""


def _finding(where: Span, word: str, suggestion: str) -> Finding:
    message = f"Possible slip: “{word}” stands twice in a row. Check whether one of them should go."
    return Finding(where, message, suggestion=suggestion)


def _is_name(first: str, second: str, behind: str) -> bool:
    """ "Duran Duran" is a name; "The the" at the start of a sentence is not, nor is "Lake Lake" or "Monday Monday".

    ``behind`` are the characters that follow: on "Sunday Sunday Times" appears.
    """
    lowered = second.lower()
    if lowered in _GENERIC or is_honorific(second):
        return False
    if lowered in _DAYS_AND_MONTHS:
        return behind[1:].isupper()
    if second.istitle() and (place := places.lookup(second)) is not None:
        return place.kind != "demonym"
    return second[0].isupper() or (first.isupper() and len(first) > 1)


def _cannot_follow(copy: Copy, offset: int) -> bool:
    """True for the second "had" of "had had finished" and the second "her" of "it reached her her ankles"."""
    return _helps_twice(copy, offset) or _is_no_gift(copy, offset)


def _is_no_gift(copy: Copy, offset: int) -> bool:
    """True for "it reached her her ankles", whose verb has no two objects as "gave her her coat" has.

    Not where a clause may end between the two ("when he met her her father was ill"), nor for "her whole life".
    """
    span = copy.body.char_span(offset, offset + 3)
    if span is None or span[0].lower_ != "her" or span.start < 2 or span.end >= len(copy.body):
        return False
    verb, behind = span[0].nbor(-2), span[0].nbor()
    may_end = grammar.relation(verb) in ("advcl", "acl:relcl") or behind.lower_ in ("whole", "entire")
    return verb.pos_ == "VERB" and verb.lemma_.lower() not in _GIVING and not may_end


def _helps_twice(copy: Copy, offset: int) -> bool:
    """True for "had had finished", where both help one participle; "had had broken bones" is sound."""
    span = copy.body.char_span(offset, offset + 3)
    if span is None or span[0].lower_ != "had" or span.end >= len(copy.body):
        return False
    verb = span[0].nbor()
    helps = {word.head.i for word in (span[0], span[0].nbor(-1)) if word.dep_ in ("aux", "aux:pass")}
    return verb.tag_ == "VBN" and helps == {verb.i}


def _is_asked_for(copy: Copy, word: str, offset: int) -> bool:
    """True where grammar can have the second "that" or "who": "said that that deal", "asked who who was"."""
    span = copy.body.char_span(offset, offset + len(word))
    if span is None or span.end >= len(copy.body):
        return True
    if word == "that":
        after = span[0].nbor()
        noun = next((t for t in copy.body[after.i : after.i + _FAR] if t.tag_ not in ("JJ", "VBN", "CD")), after)
        return noun.tag_ != "NNS" and after.tag_ not in _OPENS_A_CLAUSE and after.lower_ not in _ANYONE | _CLAUSES
    return span.start < 2 or span[0].nbor(-2).lemma_ in _ASKED


def _is_particle(copy: Copy, offset: int) -> bool:
    """True for the first "on" of "went on on Monday", which belongs to the verb."""
    span = copy.body.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or span[0].i == 0:
        return False
    before = span[0].nbor(-1)
    return before.lemma_ in _PHRASAL or (span[0].tag_ == "RP" and before.pos_ not in ("VERB", "AUX"))
