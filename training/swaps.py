"""Other names in the place of those that a corpus has, so that the model learns contexts and kinds, not one list.

A person's names are exchanged word by word, a given name for a given name and a surname for a surname;
places and organisations for others of as many words. Given names and cities also come from the
gazetteers. In a window the same name always becomes the same other one.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language import given_names, tables
from bot.language.features import Features, Shape, Word
from training.corpora import Sample, spans_of

WINDOWS, NAMES = 0.3, 0.5
"""How many windows are changed, and how many of the names in those."""

LONGEST = 3
"""Words in the longest name that is exchanged."""

GIVEN_NAME_BITS = 11
"""Bit length of how many bearers a given name of the gazetteer must have."""

_MOVABLE = {"PERSON", "ORG", "LOC"}
_GIVEN, _SURNAME = ("given", 1), ("surname", 1)

Pool = tuple[str, int]
"""Kind and number of words of names that stand for one another."""


@dataclass(frozen=True, slots=True)
class Swaps:
    """Names to choose from, each word of them as the encoder sees it."""

    pools: dict[Pool, list[tuple[Word, ...]]]

    @classmethod
    def collect(cls, samples: Sequence[Sample], features: Features) -> "Swaps":
        """The names of the corpora and of the gazetteers, every spelling once."""
        found: dict[Pool, set[tuple[str, ...]]] = {_GIVEN: set(), _SURNAME: set()}
        for sample in samples:
            for start, end, label in spans_of(sample.entities):
                words = tuple(sample.words[start:end])
                if label == "PERSON" and len(words) > 1 and _plain(words[-1:]):
                    found[_SURNAME].add(words[-1:])
                elif label in ("ORG", "LOC") and _plain(words):
                    found.setdefault((label, len(words)), set()).add(words)
        for row in tables.rows("cities.tsv"):
            city = tuple(row["name"].split())
            if _plain(city):
                found.setdefault(("LOC", len(city)), set()).add(city)
        for line in given_names.TABLE.read_text(encoding="utf-8").splitlines():
            name, _, bits = line.split("\t")
            if name.isalpha() and int(bits) >= GIVEN_NAME_BITS:
                found[_GIVEN].add((name.title(),))
        return cls(
            {
                pool: [tuple(features.words(words, [False] * len(words))) for words in sorted(names)]
                for pool, names in found.items()
            }
        )

    def apply(self, words: Sequence[Word], entities: Sequence[int], rng: random.Random) -> list[Word]:
        """The words of a window, in some windows with some names exchanged."""
        result = list(words)
        if rng.random() >= WINDOWS:
            return result
        chosen: dict[tuple[object, ...], tuple[Word, ...] | None] = {}
        for start, end, label in spans_of(entities):
            if label not in _MOVABLE or end - start > LONGEST:
                continue
            parts = [(i, i + 1) for i in range(start, end)] if label == "PERSON" else [(start, end)]
            for first, last in parts:
                old = words[first:last]
                if not all(word.type // 2 == Shape.TITLE for word in old):
                    continue
                key = (label == "PERSON", *(word.pieces for word in old))
                if key not in chosen:
                    pool = (label, last - first) if label != "PERSON" else _SURNAME if last == end else _GIVEN
                    chosen[key] = rng.choice(self.pools[pool]) if rng.random() < NAMES else None
                for i, new in enumerate(chosen[key] or ()):
                    result[first + i] = Word(new.pieces, new.type + words[first + i].type % 2)
        return result


def _plain(words: Sequence[str]) -> bool:
    return 0 < len(words) <= LONGEST and all(word.isalpha() and word.istitle() for word in words)
