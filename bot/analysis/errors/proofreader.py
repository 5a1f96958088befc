"""The proofreader: a small encoder that says of each word how likely it is a slip, and of which kind.

It was trained by ``training/proofreader.py`` on clean text into which slips had been put; see
``docs/checks/wording.md``. It reads pieces of some hundred words and costs a third of the time of the language model.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.language import network
from bot.language.features import Features, Word, pad
from bot.language.inference import session
from bot.language.network import MAX_PIECES
from bot.language.tokens import Doc, Token

MODEL = Path(__file__).parent / "data" / "proofreader.int8.onnx"
VOCABULARY = Path(network.__file__).parent / "data" / "model" / "tokenizer.json"
"""The word pieces are those of the language model, as both start from the same pretrained encoder."""


class Slip(IntEnum):
    """What is wrong with a word: the columns of the model's answer. GAP is said of the word behind a lost one."""

    NONE = 0
    REPLACED = 1
    FORM = 2
    GAP = 3
    EXTRA = 4


Scores = npt.NDArray[np.float32]
"""Probabilities (0–1), one for each kind of slip: of one word, or a row for each of several."""

_LONG_ENOUGH = 40
"""Words from which a window may end before it is full, at the end of a sentence."""

_ENDS = frozenset(".!?”")


class Proofreader:
    """Scores words. Loading takes a tenth of a second."""

    def __init__(self, model: Path, vocabulary: Path) -> None:
        self._session = session(model)
        self._features = Features(vocabulary.read_text(encoding="utf-8"))

    def read(self, doc: Doc) -> dict[int, Scores]:
        """By token number, what each word is likely to be; blanks are left out."""
        tokens = [token for token in doc if not token.is_space]
        words = self._words(tokens)
        stretches = [tokens[start:end] for start, end in _windows(tokens, words)]
        return {
            token.i: scores
            for stretch, each in zip(stretches, self.score(stretches), strict=True)
            for token, scores in zip(stretch, each, strict=False)
        }

    def score(self, stretches: Sequence[Sequence[Token]]) -> list[Scores]:
        """For each stretch of tokens a row of probabilities for each of them, as many as fit into one window.

        Stretches are read one by one: together they would be padded to the longest, which costs a fifth more.
        """
        found = []
        for stretch in stretches:
            words = _fitting(self._words(stretch))
            inputs = pad([words])
            (slips,) = self._session.run(None, {"ids": inputs.ids, "types": inputs.types, "widx": inputs.words})
            found.append(slips[0, 1 : len(words) + 1])
        return found

    def _words(self, tokens: Sequence[Token]) -> list[Word]:
        joined = [bool(i) and not tokens[i - 1].whitespace_ for i in range(len(tokens))]
        return self._features.words([token.text for token in tokens], joined)


def _fitting(words: Sequence[Word]) -> list[Word]:
    pieces = 0
    for end, word in enumerate(words):
        pieces += len(word.pieces)
        if pieces > MAX_PIECES:
            return list(words[:end])
    return list(words)


def _windows(tokens: Sequence[Token], words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where to cut: each window full, or at the last end of a sentence that leaves it long enough."""
    start = 0
    while start < len(words):
        pieces, end = 0, start
        while end < len(words) and (end == start or pieces + len(words[end].pieces) <= MAX_PIECES):
            pieces += len(words[end].pieces)
            end += 1
        if end < len(words):
            stops = (i for i in range(end, start + _LONG_ENOUGH, -1) if tokens[i - 1].text[-1] in _ENDS)
            end = next(stops, end)
        yield start, end
        start = end


@cache
def proofreader() -> Proofreader:
    """The shipped proofreader, loaded when it is first asked."""
    return Proofreader(MODEL, VOCABULARY)
