"""Weighs what the language model and the encoder say of a word: the weights and limits of the detector of slips.

    python -m training.slip_weights ARTICLES

ARTICLES are clean texts, one JSON object with ``text`` a line. The weights are fitted on every second article and every
second passage of the parts that nothing learnt from, and printed, to be put into
``bot/analysis/errors/slips/detector.py``; so is how much of the rest is found, by the share of sentences of the
articles that are read closely and by how often the detector speaks there. Passages are read five in a row, since an
article is not a line or two either. About twenty minutes of one core.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
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
from evals.errors.passages import FOLDER, read_passages
from training.passages import HELD_OUT, KINDS, slips

ONE_IN = (1000, 3000, 5000)
SHARES = (1.0, 0.1, 0.067, 0.05, 0.033, 0.025, 0.02, 0.015)
"""Of the sentences that are read closely."""

TOGETHER = 5
SEED = 3
_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the offsets of its altered words; ``passage`` is its part and name, None of a clean article."""

    text: str
    slips: frozenset[int] = frozenset()
    passage: tuple[str, str] | None = None

    @property
    def part(self) -> str:
        """Of the passage; empty for an article."""
        return self.passage[0] if self.passage else ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text as both steps of the detector see it."""

    text: Text
    hints: Columns
    evidence: Columns
    slips: npt.NDArray[np.bool_]


def passages(part: str, nlp: Language) -> Iterator[Text]:
    """The passages of a part, right and altered."""
    for kind in KINDS:
        path = FOLDER / part / f"{kind}.md"
        for passage in read_passages(path) if path.exists() else ():
            if passage.altered is not None:
                right, altered = nlp.make_doc(passage.right.strip()), nlp.make_doc(passage.altered.strip())
                labels = slips([token.text for token in right], [token.text for token in altered])
                yield Text(right.text, passage=(part, passage.name))
                yield Text(altered.text, frozenset(altered[i].idx for i in labels), (part, passage.name))


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
    print(f"{name}WEIGHTS", tuple(model.coef_[0].round(3).tolist()), "INTERCEPT", model.intercept_[0].round(3))
    return model


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence with the log-odds of its most doubtful word at first look, and those of its words once read."""

    sentence: Sentence
    top: float
    odds: npt.NDArray[np.float64]


def found(weighed: Sequence[Weighed], gate: float, limit: float) -> float:
    """The share of altered passages with a slip whose log-odds reach the limit."""
    hits: dict[object, bool] = {}
    for each in weighed:
        if each.sentence.slips.any():
            hit = each.top >= gate and bool((each.odds[each.sentence.slips] >= limit).any())
            passage = each.sentence.text.passage
            hits[passage] = hits.get(passage, False) or hit
    return float(np.mean(list(hits.values())))


def is_fitted_on(sentence: Sentence) -> bool:
    """Every second passage is."""
    passage = sentence.text.passage
    return passage is not None and int(passage[1].rpartition("-")[2]) % 2 == 0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=Path)
    lines = parser.parse_args().articles.read_text(encoding="utf-8").splitlines()
    nlp, detector = Reader(LanguageSettings()).nlp, Detector()
    texts = [[Text(json.loads(line)["text"])] for line in lines]
    for part in HELD_OUT:
        mixed = list(passages(part, nlp))
        random.Random(SEED).shuffle(mixed)
        texts += [mixed[i : i + TOGETHER] for i in range(0, len(mixed), TOGETHER)]
    sentences = [sentence for group in track(texts, "Reading") for sentence in seen(detector, nlp, group)]
    articles = [each for each in sentences if not each.text.part]
    known = [*articles[::2], *(each for each in sentences if is_fitted_on(each))]
    slips = [each.slips for each in known]
    first = fitted([each.hints for each in known], slips, "FIRST_")
    second = fitted([each.evidence for each in known], slips, "")

    def weighed(some: Sequence[Sentence]) -> list[Weighed]:
        return [
            Weighed(each, first.decision_function(each.hints).max(), second.decision_function(each.evidence))
            for each in some
        ]

    clean, words = weighed(articles), sum(len(each.slips) for each in articles)
    unseen = [each for each in sentences if each.text.part and not is_fitted_on(each)]
    rest = {part: weighed([each for each in unseen if each.text.part == part]) for part in HELD_OUT}
    tops = np.sort([each.top for each in clean])[::-1]
    for share in SHARES:
        gate = -np.inf if share == 1 else float(tops[int(len(tops) * share)])
        ranked = np.sort(np.concatenate([each.odds for each in clean if each.top >= gate]))[::-1]
        for one_in in ONE_IN:
            limit = float(ranked[min(words // one_in, len(ranked) - 1)])
            shares = ", ".join(f"{part} {found(each, gate, limit):.3f}" for part, each in rest.items())
            print(f"{share:.1%} from {gate:.2f}, one in {one_in}: log-odds {limit:.2f}; {shares}")


if __name__ == "__main__":
    main()
