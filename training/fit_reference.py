"""Fits the weights of ``bot/analysis/errors/reference.py``.

    python -m training.fit_reference PART...
    python -m training.fit_reference PART... --articles FOLDER...

PART is a folder of ``evals/errors/passages``, of which the right copy is read; a FOLDER holds articles as text files,
the headline in their first line. Whom a pronoun means is not known, only the gender of that person: a pronoun of "he"
counts for everyone whom it fits, each with his share under the weights so far (expectation maximisation by gradient).
An article weighs as much per pronoun as three passages. Prints the weights and, with a fourth of the texts held out
in turn, how many right pronouns would be called at several thresholds, and how many wrong ones.
"""

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.analysis import analyse
from bot.analysis.errors.antecedents import Antecedents
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.reference import References
from bot.analysis.errors.ties import Ties
from bot.analysis.story import Story
from bot.extract import article_from_text
from bot.language.reader import Reader
from bot.language.reading import Reading
from bot.pipeline import load_reader, with_language
from bot.settings import Settings
from evals.errors.passages import FOLDER, read_passages

PENALTY = 0.001
STEPS, RATE = 250, 0.1
PASSAGE_WEIGHT = 0.3
FOLDS = 4
FEWEST = 8
THRESHOLDS = (0.01, 0.02, 0.03, 0.04, 0.05, 0.08)

Floats = npt.NDArray[np.float64]


@dataclass
class Sample:
    """One pronoun of right copy: the cues of each mention before it, and how well each fits (0, 0.5 or 1)."""

    cues: list[list[str]]
    fits: list[float]
    weight: float
    fold: int


def samples(reading: Reading, weight: float) -> Iterator[Sample]:
    actors = analyse.find_actors(reading)
    copy = Copy(Story(reading, actors, analyse.find_quotes(reading, actors), []))
    if not copy.is_english:
        return
    known = Antecedents(copy)
    references = References(copy, known, Ties(copy, known))
    fold = zlib.crc32(copy.text.encode()) % FOLDS
    for asked in references.mentions:
        if asked.is_pronoun and asked.told:
            found = list(references.cues(asked.token))
            fits = [0.5 if m.gender is None else float(m.gender == asked.gender) for m, _ in found]
            yield Sample([cues for _, cues in found] + [["outside"]], [*fits, 0.5], weight, fold)


def texts(parts: list[str], folders: list[Path]) -> Iterator[tuple[str, float]]:
    for part in parts:
        for path in sorted((FOLDER / part).glob("*.md")):
            yield from ((passage.right, PASSAGE_WEIGHT) for passage in read_passages(path))
    for folder in folders:
        yield from ((path.read_text(encoding="utf-8"), 1.0) for path in sorted(folder.glob("*.txt")))


def read(reader: Reader, text: str) -> Reading:
    title, _, body = text.partition("\n\n")
    return reader.read(with_language(article_from_text(body, title=title)))


class Data:
    """Samples as matrices: a row for each mention."""

    def __init__(self, chosen: list[Sample], names: dict[str, int]) -> None:
        rows = [cues for one in chosen for cues in one.cues]
        self.cues = np.zeros((len(rows), len(names)), np.float32)
        for row, cues in enumerate(rows):
            self.cues[row, [names[cue] for cue in cues if cue in names]] = 1
        self.fits = np.array([fit for one in chosen for fit in one.fits])
        sizes = [len(one.fits) for one in chosen]
        self.starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(int)
        self.of = np.repeat(np.arange(len(chosen)), sizes)
        self.weights = np.array([one.weight for one in chosen])

    def shares(self, weights: Floats) -> Floats:
        score = self.cues @ weights
        share = np.exp(score - np.maximum.reduceat(score, self.starts)[self.of])
        return share / np.add.reduceat(share, self.starts)[self.of]

    def fit(self) -> Floats:
        """The weights of greatest likelihood, with a penalty on their squares, by Adam."""
        weights = np.zeros(self.cues.shape[1])
        mean, square = np.zeros_like(weights), np.zeros_like(weights)
        for step in range(1, STEPS + 1):
            share = self.shares(weights)
            fitting = share * self.fits
            fitting /= np.add.reduceat(fitting, self.starts)[self.of] + 1e-12
            slope = self.cues.T @ ((share - fitting) * self.weights[self.of]) / self.weights.sum() + PENALTY * weights
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
            weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        return weights

    def left(self, weights: Floats, *, wrong: bool) -> Floats:
        """For each pronoun, or the other one in its place, the share of those whom it fits."""
        fits = np.where(self.fits == 0.5, 1, 1 - self.fits if wrong else self.fits)
        return np.add.reduceat(self.shares(weights) * fits, self.starts)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--articles", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()
    reader = load_reader(Settings())
    found = [
        sample
        for text, weight in texts(arguments.parts, arguments.articles)
        for sample in samples(read(reader, text), weight)
    ]
    report(found)


def report(found: list[Sample]) -> None:
    times = Counter(cue for one in found for cues in one.cues for cue in cues)
    names = {cue: number for number, cue in enumerate(sorted(cue for cue in times if times[cue] >= FEWEST))}
    for weight, cue in sorted(zip(Data(found, names).fit(), names, strict=True), reverse=True):
        print(f"{weight:6.2f} {cue}")
    held: dict[tuple[float, bool], list[Floats]] = {}
    for fold in range(FOLDS):
        weights = Data([one for one in found if one.fold != fold], names).fit()
        for weight in sorted({one.weight for one in found}):
            chosen = [one for one in found if one.fold == fold and one.weight == weight]
            data = Data(chosen, names)
            for wrong in (False, True):
                held.setdefault((weight, wrong), []).append(data.left(weights, wrong=wrong))
    for weight in sorted({weight for weight, _ in held}):
        right, wrong = (np.concatenate(held[weight, which]) for which in (False, True))
        for least in THRESHOLDS:
            calls = f"{(right < least).sum()} right, {(wrong < least).sum()} wrong"
            print(f"weight {weight}: below {least}: {calls} of {len(right)}")


if __name__ == "__main__":
    main()
