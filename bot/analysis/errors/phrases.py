"""Fixed phrases, each with the words in it that are apt to be mistaken.

A line of the table is one phrase: ``~`` before a verb in any form, ``/`` between words that are as good, ``POSS``
for a possessive, ``OBJ`` for up to four words, ``?`` for one word or none. In square brackets stand words that may be
mistaken for one that looks like it or, a preposition, for another; in braces words that the rest of the phrase leaves
no choice, so that any other is doubtful where the rest tells enough, or always with "!" at the end. A phrase is found
near a miss when all of it is there but for one of these.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.valency import PREPOSITIONS
from bot.analysis.errors.verbs import bases_of
from bot.analysis.errors.word_families import SHORTEST, same_family
from bot.language.tokens import Token

TABLE = Path(__file__).parent / "data" / "idioms.tsv"
_OBJECT_WORDS = 4
_COMMONEST = 30
"""How common a word is that tells nothing of a phrase."""
_TELLING, _TELLING_ALONE, _TELLING_A_LITTLE = 7, 9, 3
"""How much the other words of a phrase, or the only one, must tell so that no word, or none alike, will do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase: what it may be, or a gap."""

    words: tuple[str, ...]
    is_verb: bool = False
    is_slot: bool = False
    is_open: bool = False
    is_sure: bool = False
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
        return self.is_right(token)

    def is_right(self, token: Token) -> bool:
        """True when a token is one of the words."""
        if self.is_verb:
            fits = token.lemma_.lower() in self.words or token.lower_ in self.words
            # "Much of the city ground to a halt": a slot may hold a form that the parser takes for a noun.
            fits = fits or (self.is_slot and not bases_of(token.lower_).isdisjoint(self.words))
            return fits and not (
                token.pos_ == "NOUN" and token.i > 0 and token.nbor(-1).pos_ in ("ADJ", "VERB", "DET", "NUM")
            )
        return token.lower_.replace("’", "'") in self.words


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the table, with one of its slots."""

    parts: tuple[Part, ...]
    before: tuple[Part, ...]
    """The parts before the anchor, backwards."""

    anchor: Part
    """The rarest word, by which the phrase is looked up."""

    after: tuple[Part, ...]
    shown: str
    needs: frozenset[str]
    """Words, in small letters, without which the phrase is nowhere in a text."""


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
    bare = word.strip("[]{}!")
    return Part(
        tuple(bare.removeprefix("~").split("/")),
        is_verb=bare.startswith("~"),
        is_slot=word[0] in "[{",
        is_open=word[0] == "{",
        is_sure=word[-2:] == "!}",
    )


def _with_one_slot(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """The phrase once for each of its slots, all other words fixed; open where those tell enough."""
    for slot, part in enumerate(parts):
        if part.is_slot:
            rest = [replace(other, is_slot=False, is_open=False) for other in parts]
            told = [tells for i, other in enumerate(rest) if i != slot and (tells := _tells(other))]
            has_gap = any(other.longest > 1 for other in rest)
            is_open = sum(told) >= (_TELLING if len(told) > 1 else 99 if has_gap else _TELLING_ALONE)
            rest[slot] = replace(part, is_open=part.is_open and (is_open or part.is_sure))
            if is_open or part.is_sure or not part.is_open or sum(told) >= _TELLING_A_LITTLE:
                yield tuple(rest)


def _tells(part: Part) -> int:
    """How rare a word is, and so how much it says that the phrase is meant; a gap says nothing."""
    return min(
        (_COMMONEST - min(_COMMONEST, commonness(word) or 40) for word in part.words if word.islower()), default=0
    )


def lines() -> Iterator[tuple[tuple[Part, ...], str]]:
    """The phrases of the table: their parts, and how they are shown."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        words = re.sub(r"'s\b", " 's", line).split()
        shown = re.sub(r"[~!\[\]{}]|/[\w']+", "", line).replace("POSS", "one’s").replace("OBJ", "…").replace(" ?", "")
        yield tuple(_part(word) for word in words), shown


@cache
def _by_anchor() -> dict[str, tuple[Phrase, ...]]:
    return indexed((parts, shown) for line, shown in lines() for parts in _with_one_slot(line))


def indexed(lines: Iterator[tuple[tuple[Part, ...], str]]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by each form of their rarest fixed word."""
    found: dict[str, list[Phrase]] = {}
    for parts, shown in lines:
        fixed = [i for i, part in enumerate(parts) if part.words and not part.is_slot and part.words != ("POSS",)]
        anchor = min(fixed, key=lambda i: _rank(parts[i]))
        before, after = parts[:anchor][::-1], parts[anchor + 1 :]
        phrase = Phrase(parts, before, parts[anchor], after, shown, _needs(parts))
        for word in parts[anchor].words:
            found.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _needs(parts: tuple[Part, ...]) -> frozenset[str]:
    """The parts that are one word in one form; those with an apostrophe are written in two ways."""
    alone = (
        part.words[0]
        for part in parts
        if len(part.words) == part.shortest == 1 and not part.is_verb and not part.is_slot
    )
    return frozenset(word for word in alone if word.isalpha() and word.islower())


def _rank(part: Part) -> int:
    """How common the words of a part are; a verb, which has more forms, counts as commoner."""
    return max(commonness(word) or 40 for word in part.words) + 6 * part.is_verb


def anchored(table: dict[str, tuple[Phrase, ...]], words: Concordance) -> Iterator[tuple[Phrase, Token]]:
    """The phrases of a table that may stand in a parse, each with a word that is its anchor."""
    forms, lemmas = words.by_form, words.by_lemma
    standing = frozenset(forms)
    for key in table.keys() & (forms.keys() | lemmas.keys()):
        phrases = [phrase for phrase in table[key] if phrase.needs <= standing]
        tokens = {token.i: token for token in (*forms.get(key, ()), *lemmas.get(key, ()))} if phrases else {}
        for token in tokens.values():
            yield from ((phrase, token) for phrase in phrases if phrase.anchor.fits(token))


def near_misses(words: Concordance) -> Iterator[NearMiss]:
    """Every place of a parse where a phrase stands with one word that is another."""
    for phrase, token in anchored(_by_anchor(), words):
        miss = _near_miss(phrase, token)
        if miss is not None:
            yield miss


def _near_miss(phrase: Phrase, anchor: Token) -> NearMiss | None:
    slots = around(phrase, anchor)
    if slots is None:
        return None
    wrong = [(token, part) for token, part in slots if part.is_slot and not part.is_right(token)]
    if len(wrong) != 1 or _stands_apart(*wrong[0]):
        return None
    is_last = wrong[0][1] is phrase.parts[-1]
    if not _is_mistaken(*wrong[0], is_last=is_last) and not (is_last and _is_long(phrase) and _is_skipped(*wrong[0])):
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


def _stands_apart(token: Token, part: Part) -> bool:
    """True when the word that a slot wants stands a little before it: "tar a whole profession with the same brush"."""
    before = token.doc[max(token.sent.start, token.i - _APART) : token.i]
    return any(same_family(other.lower_, word) for other in before if len(other) >= SHORTEST for word in part.words)


_APART = 5


def around(phrase: Phrase, anchor: Token) -> list[tuple[Token, Part]] | None:
    """The tokens before and behind the anchor that are the phrase's parts; None when one does not fit."""
    before = _walk(anchor, phrase.before, -1)
    after = _walk(anchor, phrase.after, 1) if before is not None else None
    return [*before, *after] if before is not None and after is not None else None


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
    return part.fits(token) if not part.is_slot else part.is_right(token) or token.lower_ in PREPOSITIONS


_ENDING = 3
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})


def _is_mistaken(token: Token, part: Part, *, is_last: bool) -> bool:
    """True when a word may have been put for the right one."""
    word = token.lower_
    if part.is_open and token.pos_ in _CONTENT and token.text.islower() and not token.ent_type_:
        return not (is_last and _is_compounded(token))
    if any(right in PREPOSITIONS for right in part.words):
        return word in PREPOSITIONS
    if part.words[0] in ("and", "or", "nor"):
        return word in ("and", "or", "of", "in", "by", "to", "on", "with", "for")
    return any(is_alike(form, right) for right in part.words for form in {word, token.lemma_.lower()})


def _is_compounded(token: Token) -> bool:
    """True for a word that goes on in the next: "bring down to ground level"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return after is not None and (
        after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or after.text in ("-", "–", "’s", "'s", "’")
    )


def is_alike(word: str, right: str) -> bool:
    """True for words that may be mistaken for each other: a letter apart, two in longer ones, or of one stem."""
    stem = min(len(word), len(right), 4)
    if stem < 3 or word == right:
        return False
    if word[:stem] == right[:stem] and abs(len(word) - len(right)) <= _ENDING:
        return True
    return _edits(word, right) <= (2 if stem == 4 and word[0] == right[0] else 1)


def _is_long(phrase: Phrase) -> bool:
    """True for a phrase that is one without its last word too; "keep up" is another than "keep up with"."""
    if phrase.parts[-1].words == ("of",) and len(phrase.parts) > 3:
        return True
    return (
        len(phrase.parts) > 3
        and phrase.parts[0].is_verb
        and phrase.parts[-2].words[:1] not in (("up",), ("down",), ("away",), ("out",))
    )


def _is_skipped(token: Token, part: Part) -> bool:
    """True when a noun phrase begins where the last preposition of a phrase should be: "paved the way a deal"."""
    return part.words[0] in PREPOSITIONS and token.lower_ in _OPENERS and not _is_when(token.head)


def _is_when(noun: Token) -> bool:
    """True for a noun that says when; more would hide lost prepositions."""
    return noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in _WHEN


_WHEN = word_set(
    "day night week month year morning evening afternoon moment time season summer winter spring autumn way"
)
_OPENERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "these", "those"})


def _edits(one: str, other: str) -> int:
    """How many letters must be put, taken or changed to make one word of another."""
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != its)))
        above = row
    return above[-1]
