"""Weighs what the forest, the language model and the encoder say of a word: the weights and limits of the detector.

    python -m training.slip_weights ARTICLES

ARTICLES are clean texts, one JSON object with ``text`` a line. The weights are fitted on every second article and every
second passage of the parts that nothing learnt from, and printed, to be put into
``bot/analysis/errors/slips/detector.py``; so is how much of the other passages is found, by the share of sentences of
the other articles that are read closely and by how often the detector speaks there. Passages are read five in a row,
since an article is not a line or two either. About twenty minutes of one core.
"""

import argparse
import json
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from spacy.language import Language

from bot.analysis.errors.proofreader import Slip
from bot.analysis.errors.slips.detector import Columns, Detector, evidence, whole_sentences
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.passages import HELD_OUT, samples

ONE_IN = (1000, 2000, 3000, 4000, 5000)
SHARES = (1.0, 0.1, 0.067, 0.05, 0.04, 0.033, 0.025, 0.02)
"""Of the sentences that are read closely."""

TOGETHER = 5
SEED = 3
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the offsets of its altered words; ``part`` and ``name`` say which passage it is."""

    text: str
    is_fitted_on: bool
    slips: frozenset[int] = frozenset()
    part: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text as both steps of the detector see it."""

    text: Text
    hints: Columns
    evidence: Columns
    slips: npt.NDArray[np.bool_]


def passages(part: str, nlp: Language) -> Iterator[Text]:
    """The passages of a part, right and altered."""
    for number, sample in enumerate(samples(part, nlp.make_doc)):
        slipped = frozenset(sample.altered[i].idx for i in sample.slips)
        yield Text(sample.right.text, number % 2 == 0, part=part, name=sample.name)
        yield Text(sample.altered.text, number % 2 == 0, slipped, part, sample.name)


def seen(detector: Detector, nlp: Language, texts: Sequence[Text]) -> Iterator[Sentence]:
    """The sentences of texts that are read in one."""
    starts = np.cumsum([0, *(len(each.text) + len(_BREAK) for each in texts)])
    slipped = {int(start) + place for start, each in zip(starts, texts, strict=False) for place in each.slips}
    sentences = whole_sentences(nlp(_BREAK.join(each.text for each in texts)))
    looks, read = detector.first_look(sentences), detector.reader.score(sentences)
    for tokens, hints, scores in zip(sentences, looks, read, strict=True):
        yield Sentence(
            texts[int(np.searchsorted(starts, tokens[0].idx, "right")) - 1],
            hints[: len(scores)],
            evidence(hints[: len(scores)], scores[:, Slip.NONE]),
            np.array([token.idx in slipped for token in tokens[: len(scores)]], bool),
        )


def fitted(columns: Sequence[Columns], slips: Sequence[npt.NDArray[np.bool_]], name: str) -> LogisticRegression:
    """A logistic regression on the words of sentences; its weights are printed."""
    model = LogisticRegression(max_iter=800).fit(np.concatenate(columns), np.concatenate(slips))
    print(f"{name}WEIGHTS", tuple(model.coef_[0].round(3).tolist()), f"{name}INTERCEPT", model.intercept_[0].round(3))
    return model


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence with the log-odds of its most doubtful word at first look, and those of its words once read."""

    sentence: Sentence
    top: float
    odds: npt.NDArray[np.float64]


def found(weighed: Sequence[Weighed], altered: Collection[str], gate: float, limit: float) -> float:
    """The share of altered passages in which a slip is chosen to be read closely and then reaches the limit."""
    hits = {
        each.sentence.text.name
        for each in weighed
        if each.top >= gate and bool((each.odds[each.sentence.slips] >= limit).any())
    }
    return len(hits) / len(altered)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    lines = parser.parse_args().articles.read_text(encoding="utf-8").splitlines()
    nlp, detector = Reader(LanguageSettings()).nlp, Detector()
    texts = [[Text(json.loads(line)["text"], number % 2 == 0)] for number, line in enumerate(lines)]
    for part in HELD_OUT:
        mixed = list(passages(part, nlp))
        random.Random(SEED).shuffle(mixed)
        texts += [mixed[i : i + TOGETHER] for i in range(0, len(mixed), TOGETHER)]
    sentences = [sentence for group in track(texts, "Reading") for sentence in seen(detector, nlp, group)]
    known = [each for each in sentences if each.text.is_fitted_on]
    slips = [each.slips for each in known]
    first = fitted([each.hints for each in known], slips, "FIRST_")
    second = fitted([each.evidence for each in known], slips, "")
    rest: dict[str, list[Weighed]] = {part: [] for part in ("", *HELD_OUT)}
    for each in sentences:
        if not each.text.is_fitted_on:
            top = float(first.decision_function(each.hints).max())
            rest[each.text.part].append(Weighed(each, top, second.decision_function(each.evidence)))
    unseen = [each for group in texts for each in group if each.slips and not each.is_fitted_on]
    altered = {part: {each.name for each in unseen if each.part == part} for part in HELD_OUT}
    clean, words = rest[""], sum(len(each.odds) for each in rest[""])
    tops = np.sort([each.top for each in clean])[::-1]
    for share in SHARES:
        gate = -np.inf if share == 1 else float(tops[int(len(tops) * share)])
        ranked = np.sort(np.concatenate([each.odds for each in clean if each.top >= gate]))[::-1]
        for one_in in ONE_IN:
            limit = float(ranked[min(words // one_in, len(ranked) - 1)])
            shares = ", ".join(f"{part} {found(rest[part], altered[part], gate, limit):.3f}" for part in HELD_OUT)
            print(f"{share:.1%} from {gate:.2f}, one in {one_in}: log-odds {limit:.2f}; {shares}")


if __name__ == "__main__":
    main()
