"""A determiner and a noun of different number: "these decision", "three minister", "every players"."""

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

_MANY = frozenset({"these", "those", "several", "many", "few", "both", "various", "numerous"})
_ONE = frozenset({"every", "each", "another", "this", "that"})
_UNCHANGED = word_set(
    "fish sheep deer aircraft spacecraft series species people staff percent dozen hundred thousand "
    "million billion cent "
    "crew offspring data police cattle headquarters means head score trillion euro yen yuan won rand baht quid bn half "
    "salmon trout cod squid shrimp moose bison elk swine hovercraft gross stone hertz horsepower pm am "
    "mph kg km lb cm mm "
    "youth elite public media many few other such same more most less enough time kind sort type"
)
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty")
_LEAST = 20
"""Commonness of a plural from which its noun can be counted."""


@check("grammar.determiner", "Determiner and noun of different number", severity="minor", confidence=0.75)
def determiners(copy: Copy) -> Iterator[Finding]:
    """A word for many before a singular that ends its phrase, or one for a single thing before a plural."""
    for words in copy.all_words:
        doc = words.doc
        for word in words.tagged("JJS", "RBS"):
            if (single := _one_of(word)) is not None:
                yield Finding(
                    copy.of(single),
                    f"Possible slip: “{single.text}”; behind “one of the” stands a plural. Check the noun.",
                )
        for word in words.spelt(_MANY | _NUMBERS | _ONE):
            noun = grammar.governor(word)
            if (
                noun is None
                or not 0 < noun.i - word.i <= 3
                or not noun.is_alpha
                or not noun.text.islower()
                or _goes_on(noun)
            ):
                continue
            inside = doc[word.i + 1 : noun.i]
            if any(
                t.is_punct or t.tag_ in ("CD", "POS", "NN", "NNS", "IN", "CC") or t.head.i != noun.i for t in inside
            ):
                continue
            if grammar.relation(word) not in ("det", "amod", "nummod") or inside[:1].text in ("a", "an"):
                continue
            if (_is_many(word) and _is_countable(noun)) or _is_one(word, noun):
                yield Finding(
                    copy.of(doc[word.i : noun.i + 1]),
                    f"Possible slip: “{word.text}” with “{noun.text}” do not agree in number. Check both.",
                )


def _one_of(superlative: Token) -> DocSpan | None:
    """ "one of the biggest storm": the stretch, when the noun of the superlative is a singular that can be counted."""
    doc, at = superlative.doc, superlative.i
    noun = grammar.governor(superlative)
    while noun is not None and noun.pos_ == "ADJ":
        noun = grammar.governor(noun)
    opened = at >= 3 and [token.lower_ for token in doc[at - 3 : at]] == ["one", "of", "the"]
    if noun is None or not opened or noun.i <= at or not _is_countable(noun) or _goes_on(noun):
        return None
    return doc[at - 3 : noun.i + 1]


def _is_many(word: Token) -> bool:
    if word.lower_ in _MANY:
        return word.tag_ in ("DT", "JJ", "PDT")
    large = word.tag_ == "CD" and word.lower_ in _NUMBERS
    return (
        large
        and grammar.relation(word) == "nummod"
        and (word.i == 0 or word.nbor(-1).text not in ("-", "–", "$", "£", "€"))
    )


def _is_countable(noun: Token) -> bool:
    lower = noun.lower_
    plural = lower[:-1] + "ies" if lower.endswith("y") and lower[-2:-1] not in "aeiou" else lower + "s"
    return (
        noun.tag_ == "NN"
        and lower not in _UNCHANGED
        and not lower.endswith(("s", "men", "craft", "people", "ese"))
        and max(commonness(plural), commonness(lower + "es")) >= _LEAST
    )


def _is_one(word: Token, noun: Token) -> bool:
    if word.lower_ not in _ONE or word.tag_ != "DT" or noun.tag_ != "NNS" or not noun.lower_.endswith("s"):
        return False
    return noun.lower_ not in ("means", "series", "species", "news", "works", "headquarters", "barracks", "crossroads")


def _goes_on(noun: Token) -> bool:
    if noun.i + 1 >= len(noun.doc):
        return False
    after = noun.nbor()
    joined = not noun.whitespace_ and after.text[0] in "-–’'/"
    return joined or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "POS", "CD", "JJ", "VBG", "HYPH")
