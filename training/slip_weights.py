"""Weighs what the language model and the encoder say of a word: the weights and limits of the detector.

    python -m training.slip_weights

The weights are fitted on the articles of :mod:`training.articles` that nothing learnt from, as they should be and
altered, and printed, to be put into ``bot/analysis/errors/slips/detector.py``. Printed below them is what share of the
slips in sentences that are doubted at all it would find, for some limits from which sentences are read closely and for
how often it may speak on right articles; each article is judged by weights that were fitted on others. About ten
minutes of one core.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict
from spacy.language import Language
from spacy.tokens import Doc

from bot.analysis.errors.proofreader import Slip
from bot.analysis.errors.slips.detector import Columns, Detector, evidence, first_look, whole_sentences
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.articles import articles

LOWEST = -3.0
"""Log-odds of a sentence's most doubtful word from which it is read here: one in four."""

GATES = (-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0)

ALARMS = (0.02, 0.05, 0.1, 0.2)
"""An article, on right ones."""

FOLDS = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as both steps of the detector see it."""

    altered: bool
    top: float
    """The log-odds of its most doubtful word at first look."""

    evidence: Columns
    slips: npt.NDArray[np.bool_]


def seen(detector: Detector, doc: Doc, slips: frozenset[int], *, altered: bool) -> Iterator[Sentence]:
    """The doubtful sentences of a text whose slips are given by token number."""
    sentences = whole_sentences(doc)
    looks = zip(first_look(doc, sentences), sentences, strict=True)
    doubtful = [(look, tokens) for look, tokens in looks if look.max() >= LOWEST]
    read = detector.reader.score([tokens for _, tokens in doubtful])
    for (look, tokens), scores in zip(doubtful, read, strict=True):
        yield Sentence(
            altered,
            float(look.max()),
            evidence(look[: len(scores)], scores[:, Slip.NONE]),
            np.array([token.i in slips for token in tokens[: len(scores)]], bool),
        )


def weighed(sentences: Sequence[Sentence]) -> list[npt.NDArray[np.float64]]:
    """Prints the weights fitted on all words; the log-odds of those of each sentence by weights from the others."""
    rows, slips = (
        np.concatenate([each.evidence for each in sentences]),
        np.concatenate([each.slips for each in sentences]),
    )
    model = LogisticRegression(max_iter=800)
    odds = cross_val_predict(model, rows, slips, cv=KFold(FOLDS), method="decision_function")
    model.fit(rows, slips)
    print("WEIGHTS", [round(float(w), 3) for w in model.coef_[0]], "INTERCEPT", round(float(model.intercept_[0]), 3))
    return np.split(odds, np.cumsum([len(each.slips) for each in sentences])[:-1])


def read_all(detector: Detector, nlp: Language) -> tuple[list[Sentence], int]:
    """All sentences of the articles, and how many articles there are."""
    sentences: list[Sentence] = []
    samples = list(articles(weighed=True, read=nlp))
    for sample in track(samples, "Reading"):
        sentences += seen(detector, sample.right, frozenset(), altered=False)
        sentences += seen(detector, sample.altered, frozenset(sample.slips), altered=True)
    return [each for each in sentences if len(each.slips)], len(samples)


def main() -> None:
    sentences, count = read_all(Detector(), Reader(LanguageSettings()).nlp)
    odds = weighed(sentences)
    slipped = sum(bool(each.slips.any()) for each in sentences)
    for gate in GATES:
        chosen = [(each, best) for each, best in zip(sentences, odds, strict=True) if each.top >= gate]
        right = sorted((best.max() for each, best in chosen if not each.altered), reverse=True)
        hits = np.array([best[each.slips].max() for each, best in chosen if each.slips.any()])
        for alarms in ALARMS:
            limit = right[round(alarms * count)]
            found = (hits >= limit).sum() / slipped
            print(
                f"from {gate}, {alarms} alarms an article: log-odds {limit:.2f}, found {found:.3f} of what is doubted"
            )


if __name__ == "__main__":
    main()
