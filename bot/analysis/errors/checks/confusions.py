"""Words mistaken for one that sounds or looks alike, where the words around leave no doubt."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.patterns import required
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.slips.fit import likely_words, place
from bot.analysis.errors.verbs import forms
from bot.language import grammar
from bot.language.tokens import Token

TABLE = Path(__file__).parents[1] / "data" / "confusions.tsv"
CONFUSABLE = TABLE.with_name("confusable.txt")
"""Words of one sound or nearly one spelling, a line for each group of them."""

_DOUBTED = -6.7
"""Log-odds of a slip, as the parser sees it, from which a word is compared with the others of its group."""

_LIKELIER, _LIKELY = 2.4, -3.2
"""Log10 of how much better another word must fit than the one that stands there, and how well at least."""


@check("typo.confusion", "Word mistaken for another", severity="minor", confidence=0.8)
def confusion(copy: Copy) -> Iterator[Finding]:
    """A closed list of words that are mistaken for one another, each in surroundings where only the other fits."""
    for right, part, pattern in _table():
        if part not in copy.text and part not in copy.title:
            continue
        for match, field in copy.matches(pattern):
            shown = match.group().strip()
            yield Finding(
                copy.trimmed(*match.span(), field),
                f"Possible mix-up of words that sound or look alike: “{shown}” may want “{right}”. Check the word.",
            )
    for word in copy.words.spelt(("there",)):
        if word.text == "there" and 0 < word.i < len(copy.body) - 1 and _is_possessor(word):
            yield Finding(
                copy.of(copy.body[word.i : word.i + 2]),
                f"Possible mix-up of words that sound or look alike: “{word.text}” may want “their”. Check the word.",
            )
    for word, meant in _likelier(copy):
        yield Finding(
            copy.of(word),
            f"Possible mix-up of words that sound or look alike: “{word.text}” may want “{meant}”. Check the word.",
        )


def _likelier(copy: Copy) -> Iterator[tuple[Token, str]]:
    """Words and those of like sound that counts of words side by side give a far better place there."""
    doubts = copy.body.doubts
    if doubts is None:
        return
    chosen = [
        (word, here, others)
        for word in copy.words.spelt(_confusable())
        if doubts[word.i] > _DOUBTED and word.is_lower and not word.ent_type_
        if (others := _confusable().get((here := place(word)).word))
    ]
    fits = likely_words([(here, (here.word, *others)) for _, here, others in chosen])
    for (word, here, others), fit in zip(chosen, fits, strict=True):
        best = int(fit.argmax())
        if best == 0 or fit[best] - fit[0] < _LIKELIER:
            continue
        other = others[best - 1]
        if here.fit((other,))[0] >= _LIKELY and not _tells_apart(word, other):
            yield word, other


def _tells_apart(word: Token, other: str) -> bool:
    """True for "gave birth in her berth" and "Which witch is which?", whose writer has both words in mind.

    And for the verb of "sacks which weigh 17kg", where the other is none.
    """
    if word.tag_ in ("VBP", "VBZ") and grammar.own_subject(word) is not None and grammar.related(word, "obj"):
        return other not in forms().bases | forms().plain_thirds
    sentence = grammar.sentence(word)
    near = {token.lower_ for token in (word.doc[max(0, word.i - 1) : word.i + 2] if _is_small(other) else sentence)}
    return other in near


def _is_small(word: str) -> bool:
    """True for a word that stands in any sentence, whatever it is about: "to", "than", "which"."""
    return word in STOP_WORDS


@cache
def _confusable() -> dict[str, tuple[str, ...]]:
    """By word, the others of its groups that it may stand for; no contraction is, as "it's usefulness" is the slip.

    "it's" and "they're" are found by the word before the apostrophe as well.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in CONFUSABLE.read_text(encoding="utf-8").splitlines():
        group = line.split()
        for word in group:
            others = tuple(other for other in group if other != word and "'" not in other)
            found[word] = (*found.get(word, ()), *others)
            if "'" in word:
                found.setdefault(word.partition("'")[0], ())
    return found


def _is_possessor(there: Token) -> bool:
    """True for "give up there farms": right before the noun that is the object of the verb before."""
    before, noun = there.nbor(-1), there.nbor()
    depends = noun.pos_ == "NOUN" and grammar.relation(noun) == "obj" and noun.head.i < there.i
    return depends and before.pos_ in ("VERB", "ADP") and not any(c.i < there.i for c in noun.children)


@cache
def _table() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return tuple((right, required(pattern), re.compile(pattern)) for right, pattern in rows)
