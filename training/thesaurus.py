"""What a rewriting machine may put for a word: synonyms of any of its senses, right or wrong, from WordNet 3.1.

WordNet is by Princeton University, under the WordNet licence (https://wordnet.princeton.edu/license-and-commercial-use).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_RELATIONS = {"@": 0.35, "~": 0.35, "&": 0.5, "!": 0.15, "=": 0.1}
"""Hypernym, hyponym, similar, opposite and attribute, by the symbols of WordNet, with how often each is followed."""

_SISTER = 0.15
_MOST_BELOW = 40
"""Words with more hyponyms than this are too general for their hyponyms to be taken for them."""


@dataclass(frozen=True, slots=True)
class Synset:
    """One sense: the words that share it, and the senses it points to, as (symbol, part of speech, offset)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int], ...]


class Thesaurus:
    """WordNet's senses. ``folder`` holds its ``index.*`` and ``data.*`` files."""

    def __init__(self, folder: Path) -> None:
        self._synsets: dict[tuple[str, int], Synset] = {}
        self._senses: dict[tuple[str, str], tuple[int, ...]] = {}
        for part, name in FILES.items():
            for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
                if not line.startswith(" "):
                    self._synsets[part, int(line[:8])] = _synset(line)
            for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
                if not line.startswith(" "):
                    columns = line.split()
                    count = int(columns[2])
                    self._senses[columns[0], part] = tuple(map(int, columns[-count:]))

    def replacement(self, lemma: str, part: str, rng: random.Random) -> str | None:
        """A word of one of the senses or next to it, blanks as underscores; None when there is none."""
        senses = self._senses.get((lemma, part))
        if not senses:
            return None
        sense = self._synsets.get((part, rng.choice(senses)))
        if sense is None:
            return None
        pool = [word for word in self._around(sense, part, rng) if word.lower() != lemma]
        return rng.choice(pool) if pool else None

    def _around(self, sense: Synset, part: str, rng: random.Random) -> Iterator[str]:
        yield from sense.words
        for symbol, kind, offset in sense.pointers:
            if kind != part or rng.random() > _RELATIONS.get(symbol, 0.0):
                continue
            other = self._synsets.get((kind, offset))
            if other is None or (symbol == "~" and len(sense.pointers) > _MOST_BELOW):
                continue
            yield from other.words
            if symbol == "@" and rng.random() < _SISTER and len(other.pointers) <= _MOST_BELOW:
                for below, sister, place in other.pointers:
                    if below == "~" and (found := self._synsets.get((sister, place))) is not None:
                        yield from found.words


def _synset(line: str) -> Synset:
    columns = line.split(" | ", maxsplit=1)[0].split()
    count = int(columns[3], 16)
    words = tuple(columns[4 + 2 * i].split("(")[0] for i in range(count))
    first = 4 + 2 * count
    pointers = tuple(
        (columns[first + 1 + 4 * i], columns[first + 3 + 4 * i].replace("s", "a"), int(columns[first + 2 + 4 * i]))
        for i in range(int(columns[first]))
    )
    return Synset(words, pointers)
