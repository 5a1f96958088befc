"""Slips put into clean text, for the proofreader to learn from: what was done to each word is its label."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from lemminflect import getInflection, getLemma

from bot.analysis.errors.lexicon import commonness, word_set
from training.thesaurus import Thesaurus


class Slip(IntEnum):
    """What is wrong with a word. GAP is said of the word behind a lost one."""

    NONE = 0
    REPLACED = 1
    FORM = 2
    GAP = 3
    EXTRA = 4


@dataclass(frozen=True, slots=True)
class Marked:
    """A word with its Penn tag, whether it follows without a space, and its label."""

    word: str
    joined: bool
    tag: str
    slip: Slip = Slip.NONE


_PARTS = {"NN": "n", "VB": "v", "JJ": "a", "RB": "r"}
_UNIVERSAL = {"n": "NOUN", "v": "VERB", "a": "ADJ", "r": "ADV"}
_KEPT = word_set(
    "be have do say will would can could may might shall should must not also more most very so then there here now "
    "only just even still yet too as much many such other own same first last next new never ever always often"
)
_DROPPED = word_set(
    "to of in on at by for from with into the a an is are was were has have had be been and that will would not it he "
    "she they his her their its who which than as or about"
)
_PREPOSITIONS = (
    "of",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "into",
    "about",
    "over",
    "against",
    "between",
)
_ADDED = (*_PREPOSITIONS, "the", "a", "to", "that", "is", "and", "it")
_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBZ")
_RAREST = 16
"""Words less common than this (bit length of their count) hardly ever replace another."""


class Slipper:
    """Makes slips. ``pool`` holds words by tag, for replacements that have nothing to do with the word."""

    def __init__(self, thesaurus: Thesaurus, pool: dict[str, list[str]], alike: dict[str, list[str]]) -> None:
        self.thesaurus = thesaurus
        self.pool = pool
        self.alike = alike

    def corrupt(self, words: Sequence[Marked], rng: random.Random) -> list[Marked]:
        """A window with many replaced words, with few slips of any kind, or as it was."""
        regime = rng.random()
        if regime < 0.3:
            return list(words)
        found = list(words)
        if regime < 0.65:
            share = rng.uniform(0.08, 0.4)
            found = [self.replaced(word, rng) if rng.random() < share else word for word in found]
            few = rng.choice((0, 0, 1, 2))
        else:
            few = rng.choice((1, 1, 1, 2, 3))
        for _ in range(few):
            found = self._one(found, rng, among_many=regime < 0.65)
        return found

    def _one(self, words: list[Marked], rng: random.Random, among_many: bool) -> list[Marked]:
        kind = rng.choices(("replace", "form", "gap", "extra"), (0 if among_many else 4, 2, 3, 1))[0]
        for _ in range(12):
            at = rng.randrange(len(words))
            if words[at].slip is not Slip.NONE:
                continue
            changed = getattr(self, f"_{kind}")(words, at, rng)
            if changed is not None:
                return list(changed)
        return words

    def _replace(self, words: list[Marked], at: int, rng: random.Random) -> list[Marked] | None:
        new = self.replaced(words[at], rng)
        return None if new is words[at] else [*words[:at], new, *words[at + 1 :]]

    def _gap(self, words: list[Marked], at: int, rng: random.Random) -> list[Marked] | None:
        word = words[at]
        if at + 1 >= len(words) or at == 0 or words[at + 1].slip is not Slip.NONE or words[at + 1].joined:
            return None
        after = words[at + 1]
        if word.word in (".", ";") and after.word[:1].isupper() and after.tag in ("PRP", "DT", "IN", "RB"):
            after = replace(after, word=after.word.lower())
        elif word.word not in _DROPPED and (word.tag not in ("VBD", "VBZ", "NN", "VB") or rng.random() < 0.8):
            return None
        if word.word == "that" and rng.random() < 0.8:
            return None
        return [*words[:at], replace(after, slip=Slip.GAP), *words[at + 2 :]]

    def _extra(self, words: list[Marked], at: int, rng: random.Random) -> list[Marked] | None:
        if words[at].joined or not words[at].word.isalpha() or at == 0 or not words[at - 1].word.isalnum():
            return None
        return [*words[:at], Marked(rng.choice(_ADDED), False, "XX", Slip.EXTRA), *words[at:]]

    def _form(self, words: list[Marked], at: int, rng: random.Random) -> list[Marked] | None:
        old = words[at]
        if not old.word.isalpha() or not old.word.islower():
            return None
        if old.tag == "IN" and old.word in _PREPOSITIONS:
            new = rng.choice([word for word in _PREPOSITIONS if word != old.word])
        elif old.word in ("is", "was", "has", "does"):
            new = {"is": "are", "was": "were", "has": "have", "does": "do"}[old.word]
        elif old.word in ("are", "were", "have", "do"):
            new = {"are": "is", "were": "was", "have": "has", "do": "does"}[old.word]
        elif old.tag.startswith("VB") and old.word not in ("be", "been", "being", "had", "did"):
            new = self._inflected(_lemma(old.word, "v"), rng.choice([t for t in _VERB_TAGS if t != old.tag]))
            if old.tag in ("VBD", "VBN") and new == _past(old.word):
                return None
        elif old.tag in ("NN", "NNS"):
            new = self._inflected(_lemma(old.word, "n"), "NN" if old.tag == "NNS" else "NNS")
            if rng.random() < 0.6 or not any(w.tag in ("DT", "CD", "PRP$") for w in words[max(0, at - 3) : at]):
                return None
        else:
            return None
        if not new or new == old.word:
            return None
        return [*words[:at], replace(old, word=new, slip=Slip.FORM), *words[at + 1 :]]

    def _inflected(self, lemma: str, tag: str) -> str:
        return next(iter(getInflection(lemma, tag)), "")

    def replaced(self, old: Marked, rng: random.Random) -> Marked:
        """The word replaced as a rewriting machine may do it; the same object where nothing was found."""
        named = old.tag.startswith("NNP")
        part = "n" if named else _PARTS.get(old.tag[:2])
        if part is None or not old.word.isalpha() or len(old.word) < 3 or (named and rng.random() < 0.55):
            return old
        lower = old.word.lower()
        lemma = _lemma(lower, part)
        if lemma in _KEPT or lower in _KEPT:
            return old
        how = rng.random()
        new: str | None
        if how < 0.07 and lower in self.alike:
            new = rng.choice(self.alike[lower])
        elif how < 0.2 and not named and self.pool.get(old.tag):
            new = rng.choice(self.pool[old.tag])
        else:
            new = self._synonym(lemma, part, old.tag, rng)
            if new is None and named:
                new = self._synonym(lemma, "a", "JJ", rng)
        if not new or new.lower() == lower or _lemma(new.lower(), part) == lemma:
            return old
        if old.word[:1].isupper():
            new = " ".join(word.capitalize() for word in new.split()) if named else new[0].upper() + new[1:]
        return replace(old, word=new, slip=Slip.REPLACED)

    def _synonym(self, lemma: str, part: str, tag: str, rng: random.Random) -> str | None:
        for _ in range(5):
            found = self.thesaurus.replacement(lemma, part, rng)
            if found is None:
                continue
            words = found.lower().split("_")
            if len(words) > 2 or not all(word.replace("-", "").isalpha() for word in words):
                continue
            rarest = min(commonness(word) for word in words)
            if rng.random() > (rarest - _RAREST) / 8:
                continue
            at = 0 if part == "v" else len(words) - 1
            if tag in ("NNS", "NNPS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS"):
                words[at] = self._inflected(words[at], tag.replace("NNPS", "NNS")) or words[at]
            return " ".join(words)
        return None


def _lemma(word: str, part: str) -> str:
    return next(iter(getLemma(word, _UNIVERSAL[part])), word)


def _past(word: str) -> str:
    return next(iter(getInflection(_lemma(word, "v"), "VBD")), "")


def alike(words: Sequence[str]) -> dict[str, list[str]]:
    """For each word those that differ from it in one letter: replaced, lost, added, or swapped with its neighbour."""
    by_form: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for form in _forms(word):
            by_form[form].add(word)
    found: dict[str, set[str]] = defaultdict(set)
    for group in by_form.values():
        if 1 < len(group) < 20:
            for word in group:
                found[word] |= group - {word}
    return {word: sorted(others) for word, others in found.items()}


def _forms(word: str) -> set[str]:
    return {word[:i] + "*" + word[i + 1 :] for i in range(len(word))} | {
        word[:i] + "*" + word[i:] for i in range(len(word) + 1)
    }
