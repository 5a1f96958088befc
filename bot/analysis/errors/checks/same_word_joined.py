"""One word joined to itself: "a clear and clear timetable"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_JOINED = re.compile(r"(?<![\w’'-])([a-z]{4,}) (?:and|or) (\1)(?![\w’'-])")
_LAPSE = frozenset(
    {"ago", "after", "before", "again", "over", "through", "round", "around", "more", "less", "such", "time"}
)
_QUANTITIES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|year|decade|centurie|age|generation|mile|metre|meter|inche|acre"
    r"|page|row|line|layer|load|lot|ton|tonne|pile|heap|stack|dozen|score|hundred|thousand|million|billion|time|rep)s"
)


@check("wording.same-word-joined", "Same word on both sides of “and”", severity="minor", confidence=0.88)
def same_word_joined(copy: Copy) -> Iterator[Finding]:
    """Two different words that became the same one, as synonym replacement does."""
    for match, field in copy.matches(_JOINED):
        word = match.group(1)
        if word in _LAPSE or _QUANTITIES.fullmatch(word):
            continue
        doc = copy.docs[0 if field == "title" else 1]
        second = doc.char_span(*match.span(2))
        if second is not None and _is_drawn_out(second[0]):
            continue
        yield Finding(
            copy.span(match.start(), match.end(), field),
            f"Possibly two different words that became one: “{word}” is joined to itself. Check the original wording.",
        )


def _is_drawn_out(word: Token) -> bool:
    """True for repetition that paints length or degree: "they waited and waited", "taller and taller"."""
    comparative = word.tag_ in ("JJR", "RBR") or (word.tag_ == "RB" and not word.lower_.endswith("ly"))
    return comparative or (word.tag_ in ("VBD", "VB", "VBP", "VBZ", "VBG", "RP", "IN") and word.dep_ != "amod")
