"""A trigram language model: how likely a word is behind two others.

The tables are made by ``training/build_ngrams.py`` from the model of US English that CMU PocketSphinx ships.
Lookups take whole arrays, as one word at a time would cost a hundred times as much.
"""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

TABLE = Path(__file__).parents[1] / "data" / "ngrams.npz"
BITS = 17
"""Bits of a word number in a key."""

STEPS = 24
"""Steps of a table's values for each power of ten."""

UNLIKELY = np.float32(-9.0)
UNKNOWN_WORD = np.float32(-5.0)
"""What is said of a word that the model does not know: nothing much."""

Numbers = npt.NDArray[np.int64]
Logs = npt.NDArray[np.float32]


class Ngrams:
    """Logarithms to base 10 of probabilities, with Katz's back-off (1987) where a trigram was not seen."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as table:
            words = table["words"].tobytes().decode().split("\n")
            self._likely = np.append(_logs(table["word_likely"]), UNLIKELY)
            self._backoff = np.append(_logs(table["word_backoff"]), np.float32(0))
            # One key for each pair: the word, then the one before it; sorted, as both parts are.
            word = np.repeat(np.arange(len(words)), table["pairs_of_word"])
            self._pairs: Numbers = (word << BITS) + table["pair_before"]
            self._pair_likely, self._pair_backoff = _logs(table["pair_likely"]), _logs(table["pair_backoff"])
            pair = np.repeat(np.arange(len(self._pairs)), table["triples_of_pair"])
            self._triples: Numbers = (pair << BITS) + table["triple_before"]
            self._triple_likely = _logs(table["triple_likely"])
        self.numbers = {word: i for i, word in enumerate(words)}
        self.unknown = len(words)
        self.start, self.end = self.numbers["<s>"], self.numbers["</s>"]

    def number(self, word: str) -> int:
        """The number of a lower-case word; ``unknown`` when the model does not know it."""
        return self.numbers.get(word, self.unknown)

    def alone(self, words: Numbers) -> Logs:
        """How likely words are by themselves."""
        return self._likely[words]

    def after(self, words: Numbers, before: Numbers, second: Numbers) -> Logs:
        """How likely ``words`` are behind ``second before``."""
        pair, is_pair = _find(self._pairs, (words << BITS) + before)
        triple, is_triple = _find(self._triples, (pair << BITS) + second)
        is_triple &= is_pair
        history, is_history = _find(self._pairs, (before << BITS) + second)
        lower = np.where(is_pair, self._pair_likely[pair], self._backoff[before] + self._likely[words])
        backoff = np.where(is_history, self._pair_backoff[history], np.float32(0))
        found = np.where(is_triple, self._triple_likely[triple], backoff + lower)
        found = np.where(words == self.unknown, UNKNOWN_WORD, np.maximum(found, UNLIKELY))
        return found.astype(np.float32)


def _logs(steps: npt.NDArray[np.uint8]) -> Logs:
    return steps.astype(np.float32) / np.float32(-STEPS)


def _find(keys: Numbers, wanted: Numbers) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return at, keys[at] == wanted


@cache
def ngrams() -> Ngrams:
    """The shipped model, loaded when it is first asked; it takes 70 MB."""
    return Ngrams(TABLE)
