"""The same word twice in a row: "sent a a letter"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import places

_TWICE = re.compile(r"(?<![\w’'.-])([A-Za-z]+)[ \u00a0\t]+(\1)(?![\w’'-])", re.IGNORECASE)
_PHRASE_TWICE = re.compile(r"(?<![\w’'.-])((?:[A-Za-z’']+[ \u00a0]){1,5}[A-Za-z’']+)[ \u00a0]+(\1)(?![\w’'-])")
"""Two to six words that stand twice in a row."""
_GRAMMATICAL = frozenset({"had", "that", "her", "do", "did", "you", "who"})
"""Words that grammar may put twice: "had had", "gave her her coat", "did you you"."""
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


@check("typo.doubled-word", "Doubled word", severity="minor", confidence=0.95)
def doubled_word(copy: Copy) -> Iterator[Finding]:
    """Repeated words, save where grammar, emphasis or a name allows the repetition."""
    for match, field in copy.matches(_TWICE):
        first, second = match.group(1), match.group(2)
        lowered = first.lower()
        if lowered in _GRAMMATICAL or lowered in _EMPHATIC or _is_name(first, second):
            continue
        if lowered in ("is", "was") and _FREE_RELATIVE.search(match.string[max(0, match.start() - 60) : match.start()]):
            continue
        if field == "text" and lowered in _PARTICLES and _is_particle(copy, match.start()):
            continue
        yield Finding(
            copy.span(match.start(), match.end(), field),
            f"Possible slip: “{lowered}” stands twice in a row. Check whether one of them should go.",
            suggestion=first,
        )
    for match in _PHRASE_TWICE.finditer(copy.text):
        said = match.group(1).lower().split()
        if (
            said[0] not in _REFRAIN
            and said[-1] not in ("after", "by", "and", "or", "upon")
            and not copy.is_quoted(match.start())
        ):
            yield Finding(
                copy.span(*match.span()),
                f"Possible slip: “{match.group(1)}” stands twice in a row. Check whether one of them should go.",
                suggestion=match.group(1),
            )


_REFRAIN = frozenset({"and", "or", "by", "but", "no", "ha", "bye", "blah", "yes"})
"""Words that open what may be said over and over: "on and on and on"."""


def _is_name(first: str, second: str) -> bool:
    """ "Duran Duran" is a name; "The the" at the start of a sentence is not."""
    if second.istitle() and (place := places.lookup(second)) is not None:
        return place.kind != "demonym"
    return second[0].isupper() or (first.isupper() and len(first) > 1)


def _is_particle(copy: Copy, offset: int) -> bool:
    """True for the first "on" of "went on on Monday", which belongs to the verb."""
    span = copy.body.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or span[0].i == 0:
        return False
    before = span[0].nbor(-1)
    return before.lemma_ in _PHRASAL or (span[0].tag_ == "RP" and before.pos_ not in ("VERB", "AUX"))
