"""Finds slips of single words in two steps: a cheap look at all words, a closer one at the sentences that stand out.

The first step weighs two opinions: the doubts of a small network beside the language model, and those of a
forest of gradient-boosted trees (Friedman 2001) over :mod:`~bot.analysis.errors.slips.features`. The second is an
encoder of eight layers, taught on slips that hurried reporters leave; a logistic regression weighs all of it. Made by
``training/slip_head.py``, ``training/slip_words.py`` and ``training/slip_reader.py``, weighed by
``training/slip_weights.py``.
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

FIRST_WEIGHTS = np.array([0.215, 0.287, 0.849, 0.055], np.float32)
"""Of the columns of :func:`hints`."""

FIRST_INTERCEPT = 0.748
GATE = -1.0
"""Log-odds of a sentence's most doubtful word from which the sentence is read closely: about one in thirty."""

WEIGHTS = np.array([0.055, 0.274, 0.322, 0.076, 0.609, -0.018], np.float32)
"""Of the columns of :func:`evidence`."""

INTERCEPT = 0.856
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
    """Loaded once a process; it takes 120 MB beside the trigrams."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._forest = onnxruntime.InferenceSession(str(FOREST), options, providers=["CPUExecutionProvider"])
        self.reader = Proofreader(READER, VOCABULARY)

    def doubts(self, doc: Doc, least: float) -> list[Doubt]:
        """The words of a text whose log-odds of a slip are at least ``least``, in order."""
        sentences = whole_sentences(doc)
        seen_first = self.first_look(sentences)
        tops = [float((FIRST_INTERCEPT + seen @ FIRST_WEIGHTS).max()) for seen in seen_first]
        chosen = sorted((i for i, top in enumerate(tops) if top >= GATE), key=lambda i: -tops[i])[:MOST]
        doubtful = [(sentences[i], seen_first[i]) for i in sorted(chosen)]
        found = []
        scores = self.reader.score([tokens for tokens, _ in doubtful])
        for (tokens, seen), slips in zip(doubtful, scores, strict=True):
            total = INTERCEPT + evidence(seen[: len(slips)], slips[:, Slip.NONE]) @ WEIGHTS
            kinds = slips[:, 1:].argmax(1) + 1
            for i in np.flatnonzero(total >= least):
                found.append(Doubt(tokens[i], Slip(int(kinds[i])), float(total[i])))
        return found

    def first_look(self, sentences: Sequence[Sequence[Token]]) -> list[Columns]:
        """For each sentence the :func:`hints` of its words; marks have the lowest odds of the forest.

        Where the language model has no doubts, as another pipeline parsed, the forest stands in for it.
        """
        places, rows = features([[Word(token.text, token.tag_) for token in tokens] for tokens in sentences])
        odds = [np.full(len(tokens), -CLIP, np.float32) for tokens in sentences]
        if places:
            (values,) = self._forest.run(["odds"], {"words": rows})
            for (sentence, i), value in zip(places, np.clip(values[:, 0], -CLIP, CLIP), strict=True):
                odds[sentence][i] = value
        found = []
        for tokens, each in zip(sentences, odds, strict=True):
            doubts = tokens[0].doc._.doubts
            own = each if doubts is None else np.clip(doubts[[token.i for token in tokens]], -CLIP, CLIP)
            found.append(hints(each, own))
        return found


def whole_sentences(doc: Doc) -> list[list[Token]]:
    """The sentences that are judged, without white space."""
    sentences = ([token for token in sentence if not token.is_space] for sentence in doc.sents)
    return [tokens for tokens in sentences if SHORTEST <= len(tokens) <= LONGEST]


def logit(chances: Column) -> Column:
    """Log-odds within ±``CLIP``."""
    clipped = np.clip(chances, 1e-6, 1 - 1e-6)
    odds: Column = np.clip(np.log(clipped / (1 - clipped)), -CLIP, CLIP).astype(np.float32)
    return odds


def hints(forest: Column, parser: Column) -> Columns:
    """What the two cheap opinions say of the words of a sentence, (words, 4): of a word, and of it or a neighbour."""
    return np.stack([forest, _with_neighbours(forest), parser, _with_neighbours(parser)], 1)


def evidence(seen: Columns, fine: Column) -> Columns:
    """The hints and what the encoder says, (words, 6); ``fine`` are its probabilities that a word is no slip."""
    read = logit(1 - fine)
    return np.concatenate([seen, np.stack([read, _with_neighbours(read)], 1)], 1)


def _with_neighbours(values: Column) -> Column:
    padded = np.pad(values, 1, constant_values=-CLIP)
    return np.maximum(values, np.maximum(padded[:-2], padded[2:]))


@cache
def detector() -> Detector:
    """The shipped detector, loaded when it is first asked."""
    return Detector()
