"""Fits ``bot/analysis/errors/data/sum_cues.tsv``, the weights of ``bot/analysis/errors/reckoning/sums.py``.

    python -m training.fit_sums FOLDER...

FOLDER holds right copy, a headline, a blank line and the text in each ``*.txt``. A group of figures that comes out
exactly is a positive, one that misses by one slip of the keys a negative: of right copy that is chance. Logistic
regression by Newton's method. Prints, with a fifth of the texts held out in turn, how many of both a threshold
passes, and writes the table.
"""

import argparse
import math
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.analysis.errors.figures import Sentence, sentences
from bot.analysis.errors.reckoning.sum_cues import cues
from bot.analysis.errors.reckoning.sums import WEIGHTS, groups
from bot.extract import article_from_text
from bot.pipeline import load_reader, with_language
from bot.settings import Settings

Floats = npt.NDArray[np.float64]
Figures = tuple[list[Sentence], list[Sentence]]
"""The sentences of a headline and of a body with their figures."""

FOLDS = 5
FEWEST = 5
"""Groups that a cue must hold for."""
PENALTY = 1.5
ROUNDS = 30
THRESHOLDS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95)


def samples(folders: list[Path]) -> Iterator[tuple[str, Figures]]:
    reader = load_reader(Settings())
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        title, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        reading = reader.read(with_language(article_from_text(body, title=title)))
        yield path.name, (sentences(reading.title), sentences(reading.body))


def rows(figures: Figures) -> Iterator[tuple[frozenset[str], bool]]:
    exact, missed = groups(*figures)
    yield from ((frozenset(cues(group)), True) for group in exact)
    yield from ((frozenset(cues(found.group)), False) for found in missed)


def fit(x: Floats, y: Floats) -> Floats:
    """The weights of greatest likelihood, with a penalty on the squares of all but the last, which is the bias."""
    weights = np.zeros(x.shape[1])
    penalty = np.diag([*[PENALTY] * (x.shape[1] - 1), 0.01])
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (share - y) + penalty @ weights
        weights -= np.linalg.solve((x.T * (share * (1 - share))) @ x + penalty, slope)
    return weights


def train(texts: list[tuple[str, Figures]]) -> str:
    """The table of weights as text; prints what each threshold passes of texts held out."""
    found = [(name, held, comes_out) for name, figures in texts for held, comes_out in rows(figures)]
    counted = [cue for _, held, _ in found for cue in held]
    names = sorted(cue for cue in set(counted) if counted.count(cue) >= FEWEST)
    x = np.array([[*(float(cue in held) for cue in names), 1.0] for _, held, _ in found])
    y = np.array([float(comes_out) for _, _, comes_out in found])
    folds = np.array([zlib.crc32(name.encode()) % FOLDS for name, _, _ in found])
    score = np.zeros(len(found))
    for fold in range(FOLDS):
        score[folds == fold] = x[folds == fold] @ fit(x[folds != fold], y[folds != fold])
    for least in THRESHOLDS:
        passed = score > math.log(least / (1 - least))
        print(f"{least}: {(passed & (y == 1)).sum()} of {(y == 1).sum()} that come out, "
              f"{(passed & (y == 0)).sum()} of {(y == 0).sum()} that miss")  # fmt: skip
    return "".join(f"{cue}\t{weight:.2f}\n" for cue, weight in zip([*names, ""], fit(x, y), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    WEIGHTS.write_text(train(list(samples(parser.parse_args().folders))), encoding="utf-8")


if __name__ == "__main__":
    main()
