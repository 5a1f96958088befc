"""Finds slips of single words in two steps: a cheap look at all words, a closer one at the sentences that stand out.

The first step are the doubts of a small network beside the language model, ``doc.doubts``. The second is an encoder
of eight layers, taught on slips that hurried reporters leave; a logistic regression weighs both. Made by
``training/slip_head.py`` and ``training/slip_reader.py``, weighed by ``training/slip_weights.py``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.analysis.errors.proofreader import VOCABULARY, Proofreader, Slip
from bot.language.tokens import Doc, Token

READER = Path(__file__).parents[1] / "data" / "slip_reader.int8.onnx"
GATE = -0.6
"""Log-odds of a sentence's most doubtful word from which the sentence is read closely: about one in fifty."""

WEIGHTS = np.array([0.172, 0.177, 0.304], np.float32)
"""Of the columns of :func:`evidence`."""

INTERCEPT = -0.499
CLIP = 9.0
SHORTEST = 5
"""Words from which a sentence is one, and not a heading or a line of a table."""

LONGEST = 90
MOST = 60
"""Sentences of a text that are read closely at most, the most doubtful ones, so that garbage cannot take minutes."""

Column = npt.NDArray[np.float32]
"""One number a word."""

Columns = npt.NDArray[np.float32]
"""One row a word."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be a slip, of the likeliest kind, with the log-odds that it is one."""

    token: Token
    slip: Slip
    odds: float


class Detector:
    """Loaded once a process; it takes 120 MB."""

    def __init__(self) -> None:
        self.reader = Proofreader(READER, VOCABULARY)

    def doubts(self, doc: Doc, least: float) -> list[Doubt]:
        """The words of a text whose log-odds of a slip are at least ``least``, in order.

        No words where another pipeline than the language model parsed, which doubts none.
        """
        chosen = sorted(_most_doubtful(doc), key=lambda tokens: tokens[0].i)
        doubtful = list(zip(chosen, first_look(doc, chosen), strict=True))
        found = []
        scores = self.reader.score([tokens for tokens, _ in doubtful])
        for (tokens, look), slips in zip(doubtful, scores, strict=True):
            total = INTERCEPT + evidence(look[: len(slips)], slips[:, Slip.NONE]) @ WEIGHTS
            kinds = slips[:, 1:].argmax(1) + 1
            for i in np.flatnonzero(total >= least):
                found.append(Doubt(tokens[i], Slip(int(kinds[i])), float(total[i])))
        return found


def _most_doubtful(doc: Doc) -> list[list[Token]]:
    """The sentences that the first look lets through to the second, the most doubtful first."""
    if doc.doubts is None:
        return []
    odds: list[float] = doc.doubts.tolist()
    tops = [(max(odds[token.i] for token in tokens), tokens) for tokens in whole_sentences(doc)]
    return [tokens for top, tokens in sorted(tops, key=lambda one: -one[0]) if top >= GATE][:MOST]


def first_look(doc: Doc, sentences: Sequence[Sequence[Token]]) -> list[Column]:
    """For each sentence the language model's log-odds that its words are slips; the lowest where it says nothing."""
    doubts = doc.doubts
    if doubts is None:
        return [np.full(len(tokens), -CLIP, np.float32) for tokens in sentences]
    return [np.clip(doubts[[token.i for token in tokens]], -CLIP, CLIP) for tokens in sentences]


def whole_sentences(doc: Doc) -> list[list[Token]]:
    """The sentences that are judged, without white space."""
    sentences = ([token for token in sentence if not token.is_space] for sentence in doc.sents)
    return [tokens for tokens in sentences if SHORTEST <= len(tokens) <= LONGEST]


def logit(chances: Column) -> Column:
    """Log-odds within ±``CLIP``."""
    clipped = np.clip(chances, 1e-6, 1 - 1e-6)
    odds: Column = np.clip(np.log(clipped / (1 - clipped)), -CLIP, CLIP).astype(np.float32)
    return odds


def evidence(look: Column, fine: Column) -> Columns:
    """What is known of each word, (words, 3): the first look at it or a neighbour, the encoder's at it, and at either.

    ``look`` are log-odds of a slip, ``fine`` probabilities that a word is none.
    """
    read = logit(1 - fine)
    return np.stack([_with_neighbours(look), read, _with_neighbours(read)], 1)


def _with_neighbours(values: Column) -> Column:
    padded = np.pad(values, 1, constant_values=-CLIP)
    return np.maximum(values, np.maximum(padded[:-2], padded[2:]))


@cache
def detector() -> Detector:
    """The shipped detector, loaded when it is first asked."""
    return Detector()
