"""Slips put into clean text, for the proofreader to learn from: what was done to each word is its label."""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lemminflect import getInflection, getLemma

from bot.analysis.errors.lexicon import commonness, word_set
from bot.analysis.errors.proofreader import Slip
from training.thesaurus import Thesaurus


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
_AMONG_MANY = {"form": 4, "gap": 4, "join": 2, "stop": 1, "extra": 1}
_SINGLE = {"replace": 4, **_AMONG_MANY}
"""How often slips of each kind are made, among many replaced words and in text that is otherwise as it was."""

_CLEAN = 0.2
"""Share of windows that stay as they are."""

_OTHER_WORDS = {
    "this": ("these",),
    "that": ("those",),
    "these": ("this",),
    "those": ("that",),
    "he": ("him",),
    "she": ("her",),
    "they": ("them",),
    "i": ("me",),
    "we": ("us",),
    "him": ("he",),
    "them": ("they",),
    "us": ("we",),
    "who": ("which", "whom"),
    "a": ("an",),
    "than": ("then", "as"),
    "as": ("than",),
    "less": ("fewer",),
    "fewer": ("less",),
    "is": ("are", "be", "was been"),
    "are": ("is", "be"),
    "was": ("were", "been"),
    "were": ("was",),
    "has": ("have",),
    "have": ("has", "had had"),
    "does": ("do",),
    "do": ("does",),
    "been": ("be", "being", "was"),
    "being": ("been", "be"),
    "be": ("been", "being", "is"),
    "had": ("have",),
}
"""What stands by mistake for a grammatical word."""
_ONLY_AS = {"that": "DT", "as": "IN"}
_SPLICED = ("PRP", "DT", "IN", "RB", "PRP$", "EX")
_ADDED = (*_PREPOSITIONS, "the", "a", "to", "that", "is", "and", "it")
_WRONG_FORMS = {
    "VB": ("VBD", "VBZ", "VBG", "VBN"),
    "VBD": ("VBG", "VBN"),
    "VBG": ("VB", "VBZ", "VBD"),
    "VBN": ("VB", "VBZ", "VBG"),
    "VBP": ("VBZ", "VBG"),
    "VBZ": ("VB", "VBG"),
}
"""Forms that hardly ever fit where another stands; another tense often does."""
_ONE = word_set("a an this that each every another one")
_MANY = word_set("these those both many several few two three four five six seven eight nine ten")
_RAREST = 16
"""Words less common than this (bit length of their count) hardly ever replace another."""


class Slipper:
    """Makes slips. ``pool`` holds words by tag, for replacements that have nothing to do with the word.

    ``rewritten`` is the share of windows with many replaced words.
    """

    def __init__(
        self,
        thesaurus: Thesaurus,
        pool: dict[str, list[str]],
        alike: dict[str, list[str]],
        rewritten: float = 0.5,
    ) -> None:
        self.thesaurus = thesaurus
        self.pool = pool
        self.alike = alike
        self.rewritten = rewritten

    def corrupt(self, words: Sequence[Marked], rng: random.Random) -> list[Marked]:
        """A window with many replaced words, with few slips of any kind, or as it was."""
        regime = rng.random()
        if regime < _CLEAN:
            return list(words)
        found = list(words)
        if among_many := regime < _CLEAN + self.rewritten:
            share = rng.uniform(0.08, 0.4)
            found = [self.replaced(word, rng) if rng.random() < share else word for word in found]
        for _ in range(rng.randint(0, 2) if among_many else max(1, len(words) * rng.randint(1, 5) // 48)):
            found = self._one(found, rng, among_many)
        return found

    def _one(self, words: list[Marked], rng: random.Random, among_many: bool) -> list[Marked]:
        shares = _AMONG_MANY if among_many else _SINGLE
        (kind,) = rng.choices(tuple(shares), tuple(shares.values()))
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
        if word.word not in _DROPPED and (word.tag not in ("VBD", "VBZ", "NN", "VB") or rng.random() < 0.8):
            return None
        if word.word == "that" and rng.random() < 0.8:
            return None
        return [*words[:at], replace(after, slip=Slip.GAP), *words[at + 2 :]]

    def _join(self, words: list[Marked], at: int, rng: random.Random) -> list[Marked] | None:
        """Two sentences or clauses run together: the stop, or the "and" behind a comma, is lost or a mere comma."""
        stops = [i for i, word in enumerate(words[:-1]) if word.word in (".", ";") and words[i + 1].word[:1].isalpha()]
        ands = [
            i
            for i, word in enumerate(words[:-2])
            if word.word == "," and words[i + 1].tag == "CC" and words[i + 2].tag in ("PRP", "DT", "EX")
        ]
        if not stops and not ands:
            return None
        at = rng.choice([*stops, *ands])
        after = words[at + (1 if at in stops else 2)]
        if any(word.slip is not Slip.NONE for word in words[at : at + 3]):
            return None
        if after.tag in _SPLICED and after.word != "I":
            after = replace(after, word=after.word.lower())
        rest = words[at + (2 if at in stops else 3) :]
        comma = [Marked(",", True, ",")] if rng.random() < 0.4 else []
        return [*words[:at], *comma, replace(after, slip=Slip.GAP), *rest]

    def _stop(self, words: list[Marked], at: int, rng: random.Random) -> list[Marked] | None:
        """A full stop inside a sentence."""
        if at == 0 or words[at].joined or not words[at].word.isalnum() or not words[at - 1].word.isalnum():
            return None
        after = words[at]
        if rng.random() < 0.75:
            after = replace(after, word=after.word[0].upper() + after.word[1:])
        return [*words[:at], Marked(".", True, ".", Slip.EXTRA), after, *words[at + 1 :]]

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
        elif old.word in _OTHER_WORDS and old.tag == _ONLY_AS.get(old.word, old.tag):
            new = rng.choice(_OTHER_WORDS[old.word])
        elif old.tag == "JJR" and rng.random() < 0.5:
            new = _lemma(old.word, "a")
        elif old.tag.startswith("VB") and old.word not in ("be", "been", "being", "had", "did"):
            new = self._inflected(_lemma(old.word, "v"), rng.choice(_WRONG_FORMS[old.tag]))
            if old.tag in ("VBD", "VBN") and new == _past(old.word):
                return None
        elif old.tag in ("NN", "NNS"):
            counted = _ONE if old.tag == "NN" else _MANY
            if not any(w.tag == "CD" or w.word.lower() in counted for w in words[max(0, at - 3) : at]):
                return None
            new = self._inflected(_lemma(old.word, "n"), "NN" if old.tag == "NNS" else "NNS")
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
