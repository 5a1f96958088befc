"""Words that have no place in the tree of their sentence: an article before a verb, two prepositions for one noun."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.verbs import forms
from bot.language import grammar

_ARTICLES = frozenset({"a", "an", "the"})
_NO_NOUN_PHRASE = frozenset({"MD", "PRP", "PRP$", "WDT", "WP", "CC", "EX"})
_NEVER_IN_NOUN_PHRASE = word_set(
    "of to at from with into until since during because if that while although whether than for"
)
_BARE = frozenset(
    {"of", "to", "from", "with", "at", "for", "into", "during", "since", "until", "before", "after", "against"}
)
_SECOND = frozenset({"of", "to", "from", "with", "at", "for", "into", "than", "during", "until", "by"})
_FIT = frozenset(
    {
        ("before", "during"),
        ("for", "at"),
        ("from", "at"),
        ("to", "at"),
        ("until", "at"),
        ("from", "during"),
        ("of", "at"),
    }
    | {("since", "at"), ("for", "during"), ("after", "at"), ("before", "at"), ("from", "for"), ("to", "for")}
    | {
        ("from", "by"),
        ("to", "by"),
        ("for", "by"),
        ("to", "with"),
        ("until", "during"),
        ("from", "with"),
        ("from", "to"),
    }
)
_AUXILIARIES = word_set("had has have was were is are would could should did does will might must")
_PLEASING = frozenset({"MD", "VBD", "VBZ", "VBP"})


@check("grammar.misplaced-word", "Word that has no place in its sentence", severity="major", confidence=0.75)
def misplaced_word(copy: Copy) -> Iterator[Finding]:
    """Articles without a noun, prepositions before a verb or a preposition, pronouns and modals without a verb."""
    for words in copy.all_words:
        doc = words.doc
        for word, after in pairwise(words.tokens):
            if after.is_sent_start or not word.whitespace_ or not after.text[0].isalpha():
                continue
            if _is_adrift(word, after):
                yield Finding(
                    copy.of(doc[word.i : after.i + 1]),
                    f"Possibly a lost or extra word: “{word.text} {after.text}” do not go together. "
                    "Check the sentence.",
                )


def _is_adrift(word: Token, after: Token) -> bool:
    if word.lower_ in _ARTICLES and word.tag_ == "DT":
        return _lacks_noun(word, after)
    if word.tag_ == "IN" and word.lower_ in _BARE and word.text.islower():
        return _lacks_object(word, after)
    if word.tag_ == "MD" and word.text.islower():
        return _lacks_verb(word, after)
    if word.lower_ in ("not", "n't"):
        return _is_stray_negation(word, after)
    return _lacks_predicate(word, after) if word.text in _SUBJECTS else _is_bare_least(word, after)


def _lacks_noun(article: Token, after: Token) -> bool:
    """True for "the would", "the until": an article that what follows cannot belong to."""
    if after.text[0].isupper() or article.head.i == article.i or not after.whitespace_:
        return False
    if after.lower_ in ("will", "can", "might", "must", "may"):
        return False  # those are nouns as well
    nominal = article.head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ", "PRON")
    if article.head.i > article.i and nominal and after.tag_ != "MD":
        return False
    return after.tag_ in _NO_NOUN_PHRASE or after.lower_ in _NEVER_IN_NOUN_PHRASE


def _lacks_object(preposition: Token, after: Token) -> bool:
    """True for "of from its piers" and "who of had": a preposition before another for the same noun, or a verb."""
    before = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition
    if after.tag_ in _PLEASING and after.lower_ in _AUXILIARIES:
        return before.tag_ in ("WP", "WDT", "PRP", "DT", "PRP$", "IN") and before.text.islower()
    pair = (preposition.lower_, after.lower_)
    if before.pos_ == "VERB" and before.tag_ in ("VBN", "VB") and before.i < preposition.i:
        return False  # "was looked after by", "to be paid for with"
    if pair[1] not in _SECOND or after.tag_ not in ("IN", "TO") or pair in _FIT or pair[0] == pair[1]:
        return False
    noun = after.head
    same = (
        grammar.relation(preposition) == "case" and grammar.relation(after) == "case" and preposition.head.i == noun.i
    )
    fixed = after.dep_ == "fixed" and noun.i == preposition.i and pair not in (("as", "of"), ("from", "than"))
    adrift = preposition.dep_ in ("nmod", "obl") and noun.i > after.i
    return (same or fixed or adrift) and noun.lower_ not in ("least", "most", "first", "once")


def _lacks_verb(modal: Token, after: Token) -> bool:
    """True for "must cattle out": a modal whose clause has a noun for its verb."""
    noun = modal.head
    if grammar.relation(modal) != "aux" or noun.pos_ != "NOUN" or noun.i != after.i or after.lower_ in forms().bases:
        return False
    return not any(grammar.relation(child) == "cop" for child in noun.children) and after.text.islower()


_SUBJECTS = frozenset({"he", "she", "they", "we", "He", "She", "They", "We"})


def _lacks_predicate(pronoun: Token, after: Token) -> bool:
    """True for "We all the ice cream": a pronoun that is the subject of a noun without a verb."""
    noun = pronoun.head
    if pronoun.i and pronoun.nbor(-1).tag_ in ("VBP", "VBZ", "VBD", "MD"):
        return False
    if grammar.relation(pronoun) != "nsubj" or noun.pos_ not in ("NOUN", "PROPN") or noun.i < after.i:
        return False
    between = pronoun.doc[after.i : noun.i + 1]
    verbless = not any(token.pos_ in ("VERB", "AUX") or token.is_punct or token.tag_[:2] == "VB" for token in between)
    return verbless and any(token.tag_ in ("DT", "PRP$", "CD") for token in between)


def _is_stray_negation(negation: Token, after: Token) -> bool:
    """True for "not and the films" and "had not that so many came"."""
    before = negation.nbor(-1) if negation.i else negation
    if after.lower_ in ("that", "whether"):
        return before.lower_ in ("has", "have", "had")
    if after.lower_ != "and" or after.i + 1 >= len(after.doc) or before.tag_ in ("MD", "VBD", "VBZ", "VBP"):
        return False
    return after.nbor().tag_ in ("DT", "PRP$", "PRP")


def _is_bare_least(least: Token, after: Token) -> bool:
    """True for "for least five years"."""
    before = least.nbor(-1).lower_ if least.i and least.lower_ == "least" else "at"
    return after.tag_ == "CD" and before in word_set("for by in of to from with and about over that was is were are")
