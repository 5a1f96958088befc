"""A preposition that its verb, adjective or noun does not take: "responsible of", "accused for"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_TABLE: tuple[tuple[str, str, str], ...] = (
    ("apologise apologize", "for", "of on at from"),
    ("accuse", "of", "for with on from about"),
    ("charge", "with", "of"),
    ("depend rely", "on", "of from at to in"),
    ("insist", "on", "in at of to for"),
    ("consist", "of", "from by with to"),
    ("suffer", "from", "of at"),
    ("object", "to", "against of for on"),
    ("comply", "with", "to of at"),
    ("cooperate", "with", "to at of"),
    ("participate", "in", "at to on of"),
    ("concentrate focus", "on", "at of to for"),
    ("refrain abstain", "from", "of to at for"),
    ("deprive", "of", "from with to"),
    ("rid", "of", "from with"),
    ("result", "in", "to on at"),
    ("specialise specialize", "in", "on at to"),
    ("congratulate", "on", "of at"),
    ("suspect convict acquit", "of", "for with"),
    ("sentence", "to", "for of"),
    ("prevent prohibit", "from", "of to"),
    ("interfere", "in", "to at of"),
    ("belong", "to", "of at"),
    ("marry", "to", "with"),
    ("responsible", "for", "of at from"),
    ("capable", "of", "for to in at"),
    ("guilty", "of", "for"),
    ("aware", "of", "on at for from"),
    ("interested", "in", "on at for to of"),
    ("proud", "of", "on for at"),
    ("afraid", "of", "from for at"),
    ("dependent", "on", "of from to"),
    ("independent", "of", "to at"),
    ("similar", "to", "with of from"),
    ("superior inferior", "to", "than of from"),
    ("close", "to", "from of"),
    ("opposed", "to", "against of from"),
    ("famous", "for", "of at from"),
    ("eligible", "for", "of at"),
    ("worthy", "of", "for to"),
    ("subject", "to", "of for with"),
    ("familiar", "with", "of at on"),
    ("successor", "to of as", "with for"),
    ("solution", "to", "of"),
)
_WRONG = {word: (right, frozenset(wrong.split())) for words, right, wrong in _TABLE for word in words.split()}
_PASSIVE_ONLY = frozenset({"charge", "sentence", "suspect", "convict", "acquit", "marry", "prevent", "prohibit", "rid"})
_NOT_AN_OBJECT = frozenset(
    {"time", "year", "month", "week", "day", "moment", "once", "least", "last", "first", "all", "now"}
)
_WHEN: tuple[tuple[str, str], ...] = (
    (
        r"\b(?:in|at) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= ?[.,;]| (?:and|after|to|for|that|by|when|but)\b)",
        "on",
    ),
    (
        r"\b(?:on|at) (?:January|February|March|April|June|July|August|September|October|November"
        r"|December)(?= ?[.,;]| (?:and|after|to|for|that|by|when|but|19|20)\b)",
        "in",
    ),
    (
        r"\b(?:in|at) (?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December) \d{1,2}(?!\d)",
        "on",
    ),
    (r"\b(?:on|at) (?:19|20)\d\d(?= ?[.,;]| (?:and|after|to|for|that|by|when|but)\b)", "in"),
)
_TIMES = tuple((re.compile(pattern), right) for pattern, right in _WHEN)


@check("grammar.preposition", "Preposition that does not belong", severity="minor", confidence=0.75)
def prepositions(copy: Copy) -> Iterator[Finding]:
    """A table of words and the preposition they take; "on" and "in" before days, months and years."""
    for doc in copy.docs:
        for word in doc[:-1] if len(doc) else ():
            after = word.nbor()
            found = _WRONG.get(word.lemma_.lower()) or _WRONG.get(word.lower_)
            if found is None or after.lower_ not in found[1] or after.pos_ not in ("ADP", "SCONJ", "PART"):
                continue
            if word.pos_ not in ("VERB", "ADJ", "NOUN") or not _has_object(word, after):
                continue
            yield Finding(
                copy.of(doc[word.i : after.i + 1]),
                f"Possible slip: “{word.text} {after.text}”; the usual preposition is "
                f"“{found[0].split()[0]}”. Check the phrase.",
                suggestion=f"{word.text} {found[0].split()[0]}",
            )
    for pattern, right in _TIMES:
        for match, field in copy.matches(pattern):
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible slip: “{match.group()}”; before this it is “{right}”. Check the preposition.",
            )


def _has_object(word: Token, preposition: Token) -> bool:
    """True when the preposition opens a phrase of the word, and the phrase says neither when nor how long."""
    lemma = word.lemma_.lower()
    if lemma in _PASSIVE_ONLY and not (word.tag_ == "VBN" and grammar.is_passive(word)):
        return False
    if word.pos_ == "NOUN" and lemma not in ("successor", "solution"):
        return False
    noun = preposition.head
    if preposition.tag_ == "TO" or noun == word or noun.i < preposition.i:
        return preposition.lower_ != "to" and noun.i > preposition.i and noun.tag_ == "VBG"
    below = {noun.lemma_.lower(), *(child.lemma_.lower() for child in noun.children)}
    return (
        not below & _NOT_AN_OBJECT
        and noun.ent_type_ not in ("DATE", "MONEY")
        and noun.pos_ in ("NOUN", "PROPN", "PRON", "VERB")
    )
