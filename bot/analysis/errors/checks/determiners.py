"""A determiner and a noun of different number: "these decision", "three minister", "every players"."""

from collections.abc import Iterator

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counted import WHOLES, is_countable, uncounted
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms, is_base_only
from bot.language import grammar
from bot.language.tokens import Span as DocSpan
from bot.language.tokens import Token

_MANY = frozenset({"these", "those", "several", "many", "few", "both", "various", "numerous"})
_ONE = frozenset({"every", "each", "another", "this", "that", "neither", "either"})
_MASS = frozenset({"much", "less"})
"""Words for a mass, which do not count."""
_PARTS = word_set("one two three four five six seven eight nine ten each both another neither either")
"""Words that pick some out of many: "one of the lorries"."""
_RANKED = word_set("category level phase stage grade tier round type class step part year group formula division")
_ROUND = word_set("dozen hundred thousand million billion score")
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty")
_ALONE = word_set("rising falling existing working ageing aging remaining")
"""What takes no object, and so tells of the noun behind it: "those rising costs"."""
_LEAST = 20
"""Commonness of a plural from which its noun can be counted."""


@check("grammar.determiner", "Determiner and noun of different number", severity="minor", confidence=0.75)
def determiners(copy: Copy) -> Iterator[Finding]:
    """A word for many before a singular that ends its phrase, or one for a single thing before a plural."""
    for words in copy.all_words:
        doc = words.doc
        for word in words.spelt(_PARTS):
            if (single := _picked(word, words)) is not None:
                yield Finding(
                    copy.of(single),
                    f"Possible slip: “{single.text}”; behind “{word.text} of” stands a plural. Check the noun.",
                )
        for word in words.spelt(_ROUND):
            if _is_bare(word):
                span = doc[word.i : word.i + 2]
                yield Finding(
                    copy.of(span), f"Possible slip: “{span.text}”. Check whether “{word.text}s of” was meant."
                )
        for word in words.spelt(_MASS):
            after = doc[word.i + 1 : word.i + 2]
            if word.tag_ in ("JJ", "JJR") and len(after) and after[0].tag_ == "NNS" and _is_counted(after[0]):
                yield Finding(
                    copy.of(doc[word.i : word.i + 2]),
                    f"Possible slip: “{word.text}” with “{after.text}”, which can be counted. Check both.",
                )
        for span in uncounted(words) if doc is copy.body else ():
            if not copy.is_quoted(span.start_char):
                yield Finding(
                    copy.of(span), f"Possible slip: “{span.text}”; more than one is counted. Check number and noun."
                )
        for span in _unlike(words):
            yield Finding(
                copy.of(span),
                f"Possible slip: “{span[0].text}” with “{span[-1].text}” do not agree in number. Check both.",
            )


def _unlike(words: Concordance) -> Iterator[DocSpan]:
    """The stretches from a determiner to a noun of another number, with nothing but adjectives between them."""
    for word in words.spelt(_MANY | _NUMBERS | _ONE):
        noun = grammar.governor(word)
        if (
            noun is None
            or not 0 < noun.i - word.i <= 3
            or not noun.is_alpha
            or not noun.text.islower()
            or (_goes_on(noun) and not (_is_many(word) and _owns(noun)))
            or _may_be_verb(word, noun)
        ):
            continue
        inside = word.doc[word.i + 1 : noun.i]
        if any(
            t.is_punct
            or is_base_only(t.lower_)
            or t.tag_ in ("CD", "POS", "NN", "NNS", "IN", "CC")
            or (t.tag_ == "VBG" and word.lower_ == "those" and t.lower_ not in _ALONE)  # "those starting school"
            or t.head.i != noun.i
            for t in inside
        ):
            continue
        if grammar.relation(word) not in ("det", "amod", "nummod") or any(t.tag_ == "DT" for t in inside):
            continue
        if (_is_many(word) and is_countable(noun)) or _is_one(word, noun):
            yield word.doc[word.i : noun.i + 1]


def _picked(word: Token, words: Concordance) -> DocSpan | None:
    """ "one of the biggest storm": the stretch, when what some are picked from is a singular that can be counted."""
    tokens = words.tokens[word.i : word.i + _LONGEST]
    if len(tokens) < _SHORTEST or tokens[1].lower_ != "of" or tokens[2].tag_ not in ("DT", "PRP$"):
        return None
    if grammar.relation(tokens[2]) == "nmod":
        return None  # "two of those back"
    if tokens[2].lower_ in ("a", "an", "this", "that", "every", "each", "all"):
        return None
    noun = next((token for token in tokens[3:] if token.tag_ not in _MODIFIERS), None)
    while noun is not None and noun.tag_ == "NN" and noun.i + 1 < len(noun.doc) and noun.nbor().tag_ == "NN":
        noun = noun.nbor()  # "two of its border crossing"
    if noun is None or not is_countable(noun) or noun.lower_ in WHOLES or not noun.text.islower() or _goes_on(noun):
        return None
    return word.doc[word.i : noun.i + 1]


def _may_be_verb(word: Token, noun: Token) -> bool:
    """True for "Another answers with a word", "The two plan to go", "not a few end up"; and for "first three home"."""
    if noun.i != word.i + 1 or noun.i + 1 >= len(noun.doc):
        return False
    table, after = forms(), noun.nbor()
    if word.lower_ in _MANY:
        is_clause = grammar.relation(noun) in ("acl:relcl", "advcl", "ccomp", "conj", "root")
        return noun.lower_ in table.bases and (after.tag_ == "RP" or (is_clause and after.tag_ == "IN"))
    before = word.nbor(-1).lower_ if word.i else ""
    if word.lower_ in _NUMBERS and before == "as" and after.tag_ == "IN":
        goes_on = any(t.tag_ in ("VBD", "VBZ", "VBP") for t in noun.doc[after.i : noun.sent.end])
        return noun.lower_ in table.bases and not goes_on  # "Rates held as two vote for cut"
    if noun.lower_ == "home" and before in ("first", "last"):
        return True  # "saddles the first three home"
    is_head = noun.lower_ in table.bases and grammar.relation(noun) == "root"
    if word.lower_ in _NUMBERS and is_head and after.tag_ in ("TO", "IN", "RP"):
        return "the" in (t.lower_ for t in noun.lefts)  # "The two plan to test it", "The top two meet on Friday"
    opens = word.i == word.sent.start and grammar.relation(noun) == "root"
    return opens and noun.lower_ in table.thirds and not any(c.dep_ == "cop" for c in noun.children)


_SHORTEST, _LONGEST = 4, 8
_MODIFIERS = ("JJ", "JJR", "JJS", "RB", "RBS", "VBN", "CD")


def _is_bare(number: Token) -> bool:
    """True for "dozen of" without a number or an article before."""
    doc, at = number.doc, number.i
    if number.tag_ not in ("NN", "CD") or at + 1 == len(doc) or doc[at + 1].lower_ != "of":
        return False
    return at > 0 and doc[at - 1].is_alpha and doc[at - 1].tag_[:2] in ("VB", "IN") and doc[at - 1].lower_ != "per"


def _is_counted(noun: Token) -> bool:
    """True for a plural whose singular is a word of its own, with nothing of which it may be the first half."""
    single = noun.lemma_.lower()
    unsure = noun.lower_ in _MASS_PLURALS or noun.ent_type_ or not noun.text.islower()
    return not unsure and single != noun.lower_ and commonness(single) >= _LEAST and not _goes_on(noun)


_MASS_PLURALS = word_set(
    "clothes goods means news savings earnings thanks woods odds times days years hours minutes weeks months"
)


def _is_many(word: Token) -> bool:
    if word.i and word.nbor(-1).lower_ in _RANKED:
        return False  # "the category four storm"
    if word.lower_ in _MANY:
        return word.tag_ in ("DT", "JJ", "PDT")
    large = word.tag_ == "CD" and word.lower_ in _NUMBERS
    return (
        large
        and grammar.relation(word) == "nummod"
        and (word.i == 0 or word.nbor(-1).text not in ("-", "–", "$", "£", "€"))
    )


def _is_one(word: Token, noun: Token) -> bool:
    if (
        word.nbor().lower_ in ("many", "few", "much")
        or (
            word.lower_ in ("neither", "either")
            and any(t.lower_ in ("nor", "or") for t in word.doc[word.i : word.i + 12])
        )
        or word.lower_ not in _ONE
        or word.tag_ != "DT"
        or noun.tag_ != "NNS"
        or not noun.lower_.endswith("s")
    ):
        return False
    return noun.lower_ not in _ALSO_SINGLE and not noun.lower_.endswith("works")


_ALSO_SINGLE = word_set("means series species news headquarters barracks crossroads innings gallows kennels premises")
"""Words in "s" of which there may be one."""


def _owns(noun: Token) -> bool:
    """True for "the two company's", which is no right possessive of two and no plural."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return len(after) > 0 and after[0].tag_ == "POS" and after[0].lower_ in ("'s", "’s") and not noun.ent_type_


def _goes_on(noun: Token) -> bool:
    if noun.i + 1 >= len(noun.doc):
        return False
    after = noun.nbor()
    joined = not noun.whitespace_ and after.text[0] in "-–’'/"
    return joined or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "POS", "CD", "JJ", "VBG", "HYPH")
