"""Singulars where a count or a word for a crowd wants a plural: "300 bather", "six gold producer"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.verbs import is_base_only
from bot.language import grammar
from bot.language.tokens import Span, Token

_FIGURE = re.compile(r"[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+")
"""A figure that counts more than one; four digits without a comma are mostly a year."""

_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion"
)
_ROUND = word_set("dozen hundred thousand million billion")
_CROWDS = word_set("dozens hundreds thousands scores")
_OF_SOME = word_set("many several few")
_BEFORE = ("IN", "VB", "VBD", "VBG", "VBP", "VBZ", "PRP$", "RB", "RP", "TO", "MD", ":", ",")
"""Tags of what stands before a count; behind a noun or a name a figure mostly is a part of it: "Route 66", "July 4"."""

_NO_COUNT = word_set("under over aged top at page")
"""Before a figure that is an age, a rank or a place."""

_MEASURES = word_set("foot pound mile stone ton inch pint quid acre point")
"""Singulars that many a speaker counts: "a field of 40 acre", "six foot"."""

_UNCHANGED = word_set(
    "fish sheep deer aircraft spacecraft series species people staff percent dozen hundred thousand "
    "million billion cent "
    "crew offspring data police cattle headquarters means head score trillion euro yen yuan won rand baht quid bn half "
    "salmon trout cod squid shrimp moose bison elk swine hovercraft gross stone hertz horsepower pm am "
    "mph kg km lb cm mm noon midnight plus love rate "
    "youth elite public media many few other such same more most less enough kind sort type"
)
_LEAST, _RARE = 20, 15
"""Commonness of a plural from which its noun can be counted; or of a noun that is no commoner than its plural."""

WHOLES = word_set(
    "family generation group team gang party couple pair trio duo squad cast audience band panel class bunch lot set "
    "population crowd congregation workforce community electorate membership council board committee jury public "
    "work rest money time food land"
)
"""Singulars some or many of which, or of whose members, may be meant."""

_INSIDE = ("JJ", "JJR", "VBN", "NN")
_ENDS = ("VBD", "VBP", "VBZ", "MD", "WP", "WDT", "IN", ".", ",", "RB", "TO", "CC", "-RRB-", "''")
"""Tags behind a noun that is the last word of its phrase."""


def uncounted(words: Concordance) -> Iterator[Span]:
    """The stretches from a count to the singular behind it."""
    for number in words.tagged("CD"):
        noun = grammar.governor(number)
        if noun is not None and grammar.relation(number) == "nummod" and _counts(number) and _is_wrong(number, noun):
            yield number.doc[number.i : noun.i + 1]
    for crowd in words.spelt(_CROWDS | _OF_SOME):
        noun = _of(crowd)
        if noun is not None and noun.lower_ not in WHOLES:
            yield crowd.doc[crowd.i : noun.i + 1]


def _counts(number: Token) -> bool:
    """True for a figure or word that is not part of a name, a date, a score or a rank."""
    first = number
    while first.i and first.nbor(-1).tag_ == "CD" and first.lower_ in _ROUND:
        first = first.nbor(-1)
    if first.i > 0 and first.nbor(-1).lower_ == "a" and first.lower_ not in _ROUND:
        return False  # "a 40 metre pool"
    if not (_FIGURE.fullmatch(number.text) or number.lower_ in _WORDS) or (first.i and not first.nbor(-1).whitespace_):
        return False
    if first is number and number.lower_ in _ROUND:
        return number.i > 0 and number.nbor(-1).lower_ == "a"
    before = first.nbor(-1) if first.i else first
    return first.is_sent_start or before.lower_ == "some" or (before.tag_ in _BEFORE and before.lower_ not in _NO_COUNT)


def _is_wrong(number: Token, noun: Token) -> bool:
    if not number.i < noun.i <= number.i + 4 or not _is_singular(noun) or noun.lower_ in _MEASURES:
        return False
    inside = noun.doc[number.i + 1 : noun.i]
    if any(t.tag_ not in _INSIDE or t.head.i != noun.i or not t.text.islower() for t in inside):
        return False
    if any(is_base_only(t.lower_) for t in inside):
        return False  # "two more await trial"
    return all(child.lower_ in ("some", "a") for child in noun.children if child.tag_ in ("DT", "PDT"))


def _of(crowd: Token) -> Token | None:
    """The singular behind "hundreds of" and "many of the"."""
    doc, at = crowd.doc, crowd.i + 2
    if at + 1 >= len(doc) or doc[at - 1].lower_ != "of":
        return None
    if doc[at].tag_ in ("DT", "PRP$") and doc[at].lower_ not in ("a", "an", "this", "that", "each", "every", "any"):
        at += 1
    elif crowd.lower_ in _OF_SOME:
        return None
    while at + 1 < len(doc) and doc[at].tag_ in _INSIDE and doc[at + 1].tag_ in (*_INSIDE, "NNS"):
        at += 1
    return doc[at] if at < len(doc) and _is_singular(doc[at]) else None


def _is_singular(noun: Token) -> bool:
    """True for the singular of a noun that can be counted, where it ends its phrase."""
    if not is_countable(noun) or not noun.text.isalpha() or not noun.text.islower():
        return False
    if is_base_only(noun.lower_):
        return False
    return noun.i + 1 == len(noun.doc) or (noun.nbor().tag_ in _ENDS and noun.nbor().text[0] not in "-–’'/")


def is_countable(noun: Token) -> bool:
    """True for the singular of a noun whose plural is common."""
    lower = noun.lower_
    common = max(map(commonness, _plurals(lower)))
    return (
        noun.tag_ in ("NN", "NNS")  # behind a count the tagger may take "trader" for the plural that it should be
        and lower not in _UNCHANGED
        and not noun.like_num
        and not lower.endswith(("s", "men", "craft", "people", "ese"))
        and (common >= _LEAST or _RARE <= commonness(lower) <= common)
    )


def _plurals(noun: str) -> tuple[str, ...]:
    """What may be the plural of a noun in small letters."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return (noun[:-1] + "ies",)
    if noun.endswith(("man", "child")):
        return (noun[:-3] + "men", noun + "ren")
    return noun + "s", noun + "es", noun.removesuffix("e").removesuffix("f") + "ves"
