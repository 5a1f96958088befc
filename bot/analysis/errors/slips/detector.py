"""Finds slips of single words in two steps: a cheap look at all words, a closer one at the sentences that stand out.

The first step is a forest of gradient-boosted trees (Friedman 2001) over :mod:`~bot.analysis.errors.slips.features`,
the second the encoder of :mod:`~bot.analysis.errors.proofreader` with six layers, taught on slips that hurried
reporters make; a logistic regression weighs both. Made by ``training/slip_reader.py`` and ``training/slip_words.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from spacy.tokens import Doc, Token

from bot.analysis.errors.proofreader import VOCABULARY, Proofreader, Slip
from bot.analysis.errors.slips.features import Word, features

_DATA = Path(__file__).parents[1] / "data"
FOREST = _DATA / "slip_words.onnx"
READER = _DATA / "slip_reader.int8.onnx"

GATE = -1.7
"""Logit of a sentence's most doubtful word from which the sentence is read closely: about one in eleven."""

WEIGHTS = (0.255, 0.396, -0.080, 0.463, -0.521)
"""Of the columns of :func:`evidence`."""

INTERCEPT = 0.054
CLIP = 9.0
SHORTEST = 5
"""Words from which a sentence is one, and not a heading or a line of a table."""

LONGEST = 90

Column = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be a slip, of the likeliest kind, with the log-odds that it is one."""

    token: Token
    slip: Slip
    odds: float


class Detector:
    """Loaded once a process; it takes 50 MB beside the trigrams."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._forest = onnxruntime.InferenceSession(str(FOREST), options, providers=["CPUExecutionProvider"])
        self.reader = Proofreader(READER, VOCABULARY)

    def doubts(self, doc: Doc, least: float) -> list[Doubt]:
        """The words of a text whose log-odds of a slip are at least ``least``, in order."""
        sentences = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
        sentences = [tokens for tokens in sentences if SHORTEST <= len(tokens) <= LONGEST]
        doubtful = [
            (tokens, odds)
            for tokens, odds in zip(sentences, self.first_look(sentences), strict=True)
            if odds.max() >= GATE
        ]
        found = []
        scores = self.reader.score([tokens for tokens, _ in doubtful])
        for (tokens, odds), slips in zip(doubtful, scores, strict=True):
            seen = evidence(odds[: len(slips)], slips[:, Slip.NONE])
            total = INTERCEPT + seen @ np.array(WEIGHTS, np.float32)
            kinds = slips[:, 1:].argmax(1) + 1
            for i in np.flatnonzero(total >= least):
                found.append(Doubt(tokens[i], Slip(int(kinds[i])), float(total[i])))
        return found

    def first_look(self, sentences: Sequence[Sequence[Token]]) -> list[Column]:
        """The log-odds of the forest for each token; marks have the lowest."""
        places, rows = features([[Word(token.text, token.tag_) for token in tokens] for tokens in sentences])
        odds = [np.full(len(tokens), -CLIP, np.float32) for tokens in sentences]
        if places:
            (values,) = self._forest.run(["odds"], {"words": rows})
            for (sentence, i), value in zip(places, np.clip(values[:, 0], -CLIP, CLIP), strict=True):
                odds[sentence][i] = value
        return odds


def logit(chances: Column) -> Column:
    """Log-odds within ±``CLIP``."""
    clipped = np.clip(chances, 1e-6, 1 - 1e-6)
    odds: Column = np.clip(np.log(clipped / (1 - clipped)), -CLIP, CLIP).astype(np.float32)
    return odds


def evidence(odds: Column, fine: Column) -> npt.NDArray[np.float32]:
    """What the two steps say of the words of a sentence, (words, 5): of a word, and of it or a neighbour.

    ``odds`` are the forest's log-odds of a slip, ``fine`` the encoder's probabilities that a word is none.
    """
    read = logit(1 - fine)
    near_odds, near_read = _with_neighbours(odds), _with_neighbours(read)
    both = np.maximum(odds, -4) * np.maximum(near_read, -6) / 10
    return np.stack([odds, read, near_read, near_odds, both], 1)


def _with_neighbours(values: Column) -> Column:
    padded = np.pad(values, 1, constant_values=-CLIP)
    return np.maximum(values, np.maximum(padded[:-2], padded[2:]))


@cache
def detector() -> Detector:
    """The shipped detector, loaded when it is first asked."""
    return Detector()
