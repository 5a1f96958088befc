"""Words mistaken for one that sounds or looks alike, where the words around leave no doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.patterns import required
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar

TABLE = Path(__file__).parents[1] / "data" / "confusions.tsv"
MIXUPS = TABLE.with_name("mixups.tsv")


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
    for words in copy.all_words:
        for word in words.spelt(_mixups().keys()):
            if (row := _betrayed(word)) is not None:
                yield Finding(
                    copy.of(word),
                    f"Possible mix-up of words that sound or look alike: “{word.text}” may want “{row.right}”, "
                    "by the words beside it. Check the word.",
                )
    for word in copy.words.spelt(("there",)):
        if word.text == "there" and 0 < word.i < len(copy.body) - 1 and _is_possessor(word):
            yield Finding(
                copy.of(copy.body[word.i : word.i + 2]),
                f"Possible mix-up of words that sound or look alike: “{word.text}” may want “their”. Check the word.",
            )


def _is_possessor(there: Token) -> bool:
    """True for "give up there farms": right before the noun that is the object of the verb before."""
    before, noun = there.nbor(-1), there.nbor()
    depends = noun.pos_ == "NOUN" and grammar.relation(noun) == "obj" and noun.head.i < there.i
    return depends and before.pos_ in ("VERB", "ADP") and not any(c.i < there.i for c in noun.children)


@cache
def _table() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return tuple((right, required(pattern), re.compile(pattern)) for right, pattern in rows)


@dataclass(frozen=True, slots=True)
class _Mixup:
    """A word that may have been put for another, and the words beside it that only the other goes with."""

    right: str
    before: frozenset[str]
    after: frozenset[str]


@cache
def _mixups() -> dict[str, tuple[_Mixup, ...]]:
    """The table, read once: a line holds the wrong forms, the word meant, the words right before, those behind."""
    found: dict[str, tuple[_Mixup, ...]] = {}
    for line in MIXUPS.read_text(encoding="utf-8").splitlines():
        wrong, right, before, after = line.split("\t")
        row = _Mixup(right, word_set(before), word_set(after))
        for word in wrong.split():
            found[word] = (*found.get(word, ()), row)
    return found


def _betrayed(word: Token) -> _Mixup | None:
    """The row of the table that the neighbours of a word bear out; "the plain ticket" tells, "a plain" does not.

    What stands before tells only of a word that ends its phrase: "medical personal injury" is none of personnel.
    """
    tokens, at = word.doc, word.i
    before = tokens[at - 1].lower_ if at > word.sent.start else ""
    behind = [token for token in tokens[at + 1 : at + 2 + _MODIFIERS] if token.sent.start == word.sent.start]
    ends = not behind or (behind[0].pos_ not in ("NOUN", "PROPN") and behind[0].text[0] not in "-–’'")
    within = next((n for n, token in enumerate(behind) if token.tag_ not in _MODIFYING), len(behind))
    after = behind[within] if within < len(behind) else None
    for row in _mixups()[word.lower_]:
        if ends and before in row.before:
            return row
        if behind and behind[0].lower_ in row.after:
            return row
        if after is not None and after.lower_ in row.after and word.pos_ == "VERB" and _is_object(after):
            return row
    return None


_MODIFIERS = 3
"""How many words of a noun phrase may stand between a verb and its noun: "waved her final yearly bonus"."""
_MODIFYING = ("DT", "PRP$", "JJ", "CD")


def _is_object(noun: Token) -> bool:
    """True for a noun that ends its phrase."""
    follows = noun.i + 1 < len(noun.doc) and noun.nbor().pos_ in ("NOUN", "PROPN")
    return noun.pos_ == "NOUN" and not follows
