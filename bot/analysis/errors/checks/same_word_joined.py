"""One word joined to itself: "a clear and clear timetable"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_JOINED = re.compile(r"(?<![\w’'-])([a-z]{4,}) (?:and|or) (\1)(?![\w’'-])")
_LAPSE = frozenset(
    {"ago", "after", "before", "again", "over", "through", "round", "around", "more", "less", "such", "time"}
)
_QUANTITIES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|year|decade|centurie|age|generation|mile|metre|meter|inche|acre"
    r"|page|row|line|layer|load|lot|ton|tonne|pile|heap|stack|dozen|score|hundred|thousand|million|billion|time|rep)s"
)


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your"})


def _bare_twins(words: Concordance) -> Iterator[tuple[Token, Token]]:
    """Two joined nouns or adjectives that are one word, neither told apart by anything: "the cook and the cook"."""
    for second in words.related("conj"):
        first = second.head
        if not first.i < second.i <= first.i + 4 or first.lower_ != second.lower_:
            continue
        if (
            len(second) < _LEAST_LETTERS
            or (not second.is_alpha and "-" not in second.text)
            or second.tag_ not in ("NN", "NNS", "JJ")
        ):
            continue
        if first.ent_type_ or second.ent_type_ or first.tag_ != second.tag_ or _is_quantity(second.lower_):
            continue
        own = [t for t in (*first.children, *second.children) if t.head.i == second.i or t.i < first.i]
        apart = any(grammar.relation(t) not in ("det", "cc", "punct", "conj", "case", "mark") for t in own)
        apart = apart or any(t.pos_ == "DET" and t.lower_ not in _DETERMINERS for t in own)
        between = words.doc[first.i + 1 : second.i]
        joined = all(t.lower_ in _DETERMINERS | {"and", "or", "nor", ","} for t in between) and len(between)
        if joined and not apart and {t.lower_ for t in own if t.pos_ == "DET"} != {"a", "the"}:
            yield first, second


_LEAST_LETTERS = 4


def _is_quantity(word: str) -> bool:
    return word in _LAPSE or _QUANTITIES.fullmatch(word) is not None


@check("wording.same-word-joined", "Same word on both sides of “and”", severity="minor", confidence=0.88)
def same_word_joined(copy: Copy) -> Iterator[Finding]:
    """Two different words that became the same one, as synonym replacement does."""
    for words in copy.all_words:
        for first, second in _bare_twins(words):
            yield Finding(
                copy.of(words.doc[first.i : second.i + 1]),
                f"Possibly two different words that became one: “{second.text}” is joined to itself. "
                "Check the original wording.",
            )
    for match, field in copy.matches(_JOINED):
        word = match.group(1)
        if word in _LAPSE or _QUANTITIES.fullmatch(word):
            continue
        doc = copy.docs[0 if field == "title" else 1]
        other = doc.char_span(*match.span(2))
        if other is not None and _is_drawn_out(other[0]):
            continue
        yield Finding(
            copy.span(match.start(), match.end(), field),
            f"Possibly two different words that became one: “{word}” is joined to itself. Check the original wording.",
        )


def _is_drawn_out(word: Token) -> bool:
    """True for repetition that paints length or degree: "they waited and waited", "taller and taller"."""
    comparative = word.tag_ in ("JJR", "RBR") or (word.tag_ == "RB" and not word.lower_.endswith("ly"))
    return comparative or (word.tag_ in ("VBD", "VB", "VBP", "VBZ", "VBG", "RP", "IN") and word.dep_ != "amod")
