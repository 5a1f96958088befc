"""Words to model input: word pieces, and a shape class that gives an uncased encoder the case back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

MAX_PIECES_PER_WORD = 12
CACHE_WORDS = 50_000
UNKNOWN, START, END = 100, 101, 102
"""Piece numbers of [UNK], [CLS] and [SEP] in BERT's uncased vocabulary."""

PADDING_TYPE = 12
CLOSING_QUOTES = frozenset({"”", "’", '"', "''", "»", "'"})


class Shape(IntEnum):
    """How a word is written."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    ONE_CAPITAL = 4
    DIGITS = 5
    NO_LETTERS = 6


def shape_of(word: str) -> Shape:
    """The shape class of a word."""
    if any(c.isdigit() for c in word):
        return Shape.DIGITS
    if not any(c.isalpha() for c in word):
        return Shape.NO_LETTERS
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.UPPER if len(word) > 1 else Shape.ONE_CAPITAL
    return Shape.TITLE if word[0].isupper() and word[1:].islower() else Shape.MIXED


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the encoder sees it. ``type`` is twice the shape, plus one when no space stands before.

    ``inside`` says that no sentence can start with the word, whatever the model thinks.
    """

    pieces: tuple[int, ...]
    type: int
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """A padded batch of B windows, at most T pieces and W words each, the start marker counted as word 0."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    words: NDArray[np.int64]


def continues_sentence(words: Sequence[str], i: int) -> bool:
    """True when word i cannot open a sentence: after a comma, a quotation that ends in one, or in lower case after one.

    “We lost,” Ann said. “Why?” he asked.
    """
    if i == 0:
        return False
    if words[i - 1] not in CLOSING_QUOTES:
        return words[i - 1] == ","
    return words[i][0].islower() or (i > 1 and words[i - 2] == ",")


class Features:
    """Turns words into :class:`Word`, remembering what it has seen."""

    def __init__(self, vocabulary: str) -> None:
        """``vocabulary`` is the JSON text of a `tokenizers` WordPiece tokenizer."""
        self._tokenizer = Tokenizer.from_str(vocabulary)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}

    def words(self, words: Sequence[str], joined: Sequence[bool]) -> list[Word]:
        """``joined[i]`` says that no white space stands before word i."""
        return [
            Word(*self._pieces(word, glued), inside=continues_sentence(words, i))
            for i, (word, glued) in enumerate(zip(words, joined, strict=True))
        ]

    def _pieces(self, word: str, glued: bool) -> tuple[tuple[int, ...], int]:
        """The pieces and the type of a word."""
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) >= CACHE_WORDS:
                self._seen.clear()
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD]
            known = self._seen[word] = (tuple(ids) or (UNKNOWN,), 2 * int(shape_of(word)))
        return known[0], known[1] + glued


def pad(windows: Sequence[Sequence[Word]]) -> Inputs:
    """One array per input; padding pieces are 0 and padding words point at the start marker."""
    width = max(sum(len(word.pieces) for word in window) for window in windows) + 2
    length = max(map(len, windows)) + 1
    ids = np.zeros((len(windows), width), np.int64)
    types = np.full((len(windows), width), PADDING_TYPE, np.int64)
    words = np.zeros((len(windows), length), np.int64)
    for row, window in enumerate(windows):
        at = 1
        ids[row, 0] = START
        for column, word in enumerate(window, 1):
            stop = at + len(word.pieces)
            ids[row, at:stop] = word.pieces
            types[row, at:stop] = word.type
            words[row, column] = at
            at = stop
        ids[row, at] = END
    return Inputs(ids, types, words)
