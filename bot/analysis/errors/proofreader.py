"""The proofreader: a small encoder that says of each word how likely it was put there for another.

It was trained by ``training/proofreader.py`` on clean text into which words of the wrong sense had been
put; see ``docs/checks/wording.md``. It reads pieces of some hundred words and costs about half the time
of the language model, so it is asked only about copy that other checks find suspect.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from spacy.tokens import Doc, Token

from bot.language import network
from bot.language.features import Features, Word, pad
from bot.language.network import MAX_PIECES

MODEL = Path(__file__).parent / "data" / "proofreader.int8.onnx"
VOCABULARY = Path(network.__file__).parent / "data" / "model" / "tokenizer.json"
"""The word pieces are those of the language model, as both start from the same pretrained encoder."""

REPLACED = 1
"""The column of the model's answer that says that a word was put for another."""

_LONG_ENOUGH = 40
"""Words from which a window may end before it is full, at the end of a sentence."""

_ENDS = frozenset(".!?”")


class Proofreader:
    """Scores words. Loading takes a tenth of a second."""

    def __init__(self, model: Path, vocabulary: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._features = Features(vocabulary.read_text(encoding="utf-8"))

    def replaced(self, doc: Doc) -> dict[int, float]:
        """By token number, the probability (0–1) that a word was put for another; blanks are left out."""
        tokens = [token for token in doc if not token.is_space]
        joined = [bool(i) and not tokens[i - 1].whitespace_ for i in range(len(tokens))]
        words = self._features.words([token.text for token in tokens], joined)
        found: dict[int, float] = {}
        for start, end in _windows(tokens, words):
            scores = self._scores(words[start:end])
            found.update((token.i, float(p)) for token, p in zip(tokens[start:end], scores, strict=True))
        return found

    def _scores(self, words: Sequence[Word]) -> npt.NDArray[np.float32]:
        inputs = pad([words])
        (slips,) = self._session.run(None, {"ids": inputs.ids, "types": inputs.types, "widx": inputs.words})
        scores: npt.NDArray[np.float32] = slips[0, 1 : len(words) + 1, REPLACED]
        return scores


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
