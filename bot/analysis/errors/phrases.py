"""Fixed phrases, each with the words in it that are apt to be mistaken.

A line of the table is one phrase: ``~`` before a verb in any form, ``POSS`` for a possessive, ``OBJ`` for up to
four words, ``?`` for one word or none, and in brackets the words that may be wrong, with what may stand there.
A phrase is found near a miss when all of it is there but for one bracket.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Token

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.lexicon import commonness
from bot.analysis.errors.valency import PREPOSITIONS, is_time

TABLE = Path(__file__).parent / "data" / "idioms.tsv"
_OBJECT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase: what it may be, or a gap."""

    words: tuple[str, ...]
    is_verb: bool = False
    is_slot: bool = False
    longest: int = 1
    shortest: int = 1

    def fits(self, token: Token) -> bool:
        """True when a token is this word; a slot takes any."""
        if self.is_slot:
            return token.is_alpha
        if self.words == ("POSS",):
            return token.tag_ == "PRP$" or token.lower_ in ("’s", "'s", "one’s")
        if not self.words:
            return not token.is_punct and not token.is_space
        if self.is_verb:
            return token.lemma_.lower() in self.words and token.pos_ in ("VERB", "AUX")
        return token.lower_.replace("’", "'") in self.words


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the table."""

    parts: tuple[Part, ...]
    anchor: int
    """Which of the parts is the rarest word, by which the phrase is looked up."""

    shown: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A phrase of which one word is another: the stretch from first to last word, the wrong one, what it should be."""

    phrase: Phrase
    first: Token
    last: Token
    wrong: Token
    right: tuple[str, ...]
    is_last: bool


def _part(word: str) -> Part:
    if word == "OBJ":
        return Part((), longest=_OBJECT_WORDS, shortest=0)
    if word == "?":
        return Part((), shortest=0)
    if word.startswith("["):
        return Part(tuple(word[1:-1].split("/")), is_slot=True)
    return Part((word.removeprefix("~"),), is_verb=word.startswith("~"))


@cache
def _by_anchor() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        words = re.sub(r"'s\b", " 's", line).split()
        parts = tuple(_part(word) for word in words)
        fixed = [i for i, part in enumerate(parts) if part.words and not part.is_slot and part.words != ("POSS",)]
        anchor = min(fixed, key=lambda i: (commonness(parts[i].words[0]) or 40) + 6 * parts[i].is_verb)
        shown = re.sub(r"[~\[\]]|/\w+", "", line).replace("POSS", "one’s").replace("OBJ", "…").replace(" ?", "")
        found.setdefault(parts[anchor].words[0], []).append(Phrase(parts, anchor, shown))
    return {word: tuple(phrases) for word, phrases in found.items()}


def near_misses(words: Concordance) -> Iterator[NearMiss]:
    """Every place of a parse where a phrase stands with one word that is another."""
    table, forms, lemmas = _by_anchor(), words.by_form, words.by_lemma
    for key in table.keys() & (forms.keys() | lemmas.keys()):
        tokens = {token.i: token for token in (*forms.get(key, ()), *lemmas.get(key, ()))}
        for token in tokens.values():
            for phrase in table[key]:
                if phrase.parts[phrase.anchor].fits(token) and (miss := _near_miss(phrase, token)) is not None:
                    yield miss


def _near_miss(phrase: Phrase, anchor: Token) -> NearMiss | None:
    before = _walk(anchor, phrase.parts[: phrase.anchor][::-1], -1)
    after = _walk(anchor, phrase.parts[phrase.anchor + 1 :], 1)
    if before is None or after is None:
        return None
    slots = [*before, *after]
    wrong = [(token, part) for token, part in slots if part.is_slot and token.lower_ not in part.words]
    if len(wrong) != 1:
        return None
    is_last = wrong[0][1] is phrase.parts[-1]
    if not _is_confusable(*wrong[0]) and not (is_last and _is_long(phrase) and _is_skipped(*wrong[0])):
        return None
    tokens = [anchor, *(token for token, _ in slots)]
    token, part = wrong[0]
    return NearMiss(
        phrase,
        min(tokens, key=lambda t: t.i),
        max(tokens, key=lambda t: t.i),
        token,
        part.words,
        is_last=is_last,
    )


def _walk(anchor: Token, parts: tuple[Part, ...], step: int) -> list[tuple[Token, Part]] | None:
    """The tokens that some parts take, going from the anchor in one direction; None when one does not fit."""
    found: list[tuple[Token, Part]] = []
    at, doc = anchor.i + step, anchor.doc
    for n, part in enumerate(parts):
        taken = 0
        following = parts[n + 1] if n + 1 < len(parts) else None
        while taken < part.longest and 0 <= at < len(doc) and part.fits(doc[at]):
            gap_ends = (
                not part.words and following is not None and taken >= part.shortest and _continues(following, doc[at])
            )
            if gap_ends:
                break
            if part.words:
                found.append((doc[at], part))
            taken, at = taken + 1, at + step
        if taken < part.shortest:
            return None
    return found if all(token.sent.start == anchor.sent.start for token, _ in found[-1:]) else None


def _continues(part: Part, token: Token) -> bool:
    return part.fits(token) if not part.is_slot else token.lower_ in part.words or token.lower_ in PREPOSITIONS


def _is_confusable(token: Token, part: Part) -> bool:
    """True when a word may have been put for the right one: another preposition, or another form of the same word."""
    word = token.lower_
    if any(right in PREPOSITIONS for right in part.words):
        return word in PREPOSITIONS
    if part.words[0] in ("and", "or"):
        return word in ("and", "or", "of", "in", "by", "to")
    return any(
        right[0] == word[0] and word != right and (token.lemma_.lower() == right or _is_one_edit(word, right))
        for right in part.words
    )


def _is_long(phrase: Phrase) -> bool:
    """True for a phrase that is one without its last word too; "keep up" is another than "keep up with"."""
    return (
        len(phrase.parts) > 3
        and phrase.parts[0].is_verb
        and phrase.parts[-2].words[0] not in ("up", "down", "away", "out")
    )


def _is_skipped(token: Token, part: Part) -> bool:
    """True when a noun phrase begins where the last preposition of a phrase should be: "paved the way a deal"."""
    return part.words[0] in PREPOSITIONS and token.lower_ in _OPENERS and not is_time(token.head)


_OPENERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "these", "those"})


def _is_one_edit(one: str, other: str) -> bool:
    """True for forms that share all but the ending, or differ in one letter: "cross", "crossing"; "met", "meet"."""
    stem = min(len(one), len(other), 4)
    if one[:stem] == other[:stem]:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
