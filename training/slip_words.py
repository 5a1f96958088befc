"""Fits the forest that looks at every word first, and weighs what it, the language model and the encoder say.

    python -m training.slip_words CORPORA [--clean FILE.jsonl] [--weigh]

CORPORA is the folder of the language model's training corpora: their sentences are clean ones, beside the right
versions of the passages (:mod:`training.passages`). The forest goes to ``bot/analysis/errors/data/slip_words.onnx``;
the weights, fitted on half of the parts of the passages that nothing learnt from, are printed, to be put into
``bot/analysis/errors/slips/detector.py``. ``--clean`` names articles, one JSON object with ``text`` a line: which odds
one word in so many of them reaches is printed too, as that is where the limits of the detector come from. ``--weigh``
leaves the forest as it is.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, TensorProto, helper
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc

from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.proofreader import Slip
from bot.analysis.errors.slips.detector import FOREST, Columns, Detector, evidence, whole_sentences
from bot.analysis.errors.slips.features import WIDTH, Word, features
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.passages import HELD_OUT, LEARNT, samples
from training.proofreader import documents
from training.slips import Marked

SEED = 4
CLEAN_DOCUMENTS = 900
TREES, LEAVES, SMALLEST_LEAF, SHRINKAGE, PENALTY = 500, 31, 30, 0.05, 2.0
ONE_IN = (1000, 3000, 5000)
SHARES = (1.0, 0.1, 0.05, 0.033, 0.025, 0.02, 0.015)
"""Of the sentences that are read closely."""

_NODES = word_set(
    "nodes_treeids nodes_nodeids nodes_featureids nodes_values nodes_modes nodes_truenodeids nodes_falsenodeids "
    "nodes_missing_value_tracks_true target_treeids target_nodeids target_ids target_weights"
)

Rows = npt.NDArray[np.float32]


def rows(sentences: Sequence[Sequence[Marked]]) -> tuple[Rows, npt.NDArray[np.bool_]]:
    """Features of the words, and which are slips."""
    places, found = features([[Word(marked.word, marked.tag) for marked in sentence] for sentence in sentences])
    return found, np.array([sentences[number][i].slip != Slip.NONE for number, i in places])


def clean(corpora: Path) -> Iterator[list[Marked]]:
    """Sentences of the corpora."""
    texts = documents(corpora)
    for words, joined, tags, starts in random.Random(SEED).sample(texts, CLEAN_DOCUMENTS):
        sentence: list[Marked] = []
        for word, is_joined, tag, is_start in zip(words, joined, tags, starts, strict=True):
            if is_start and sentence:
                yield sentence
                sentence = []
            sentence.append(Marked(word, is_joined, tag))
        yield sentence


def as_onnx(forest: HistGradientBoostingClassifier) -> ModelProto:
    """The trees as one operator, whose answer are log-odds."""
    nodes: dict[str, list[object]] = {name: [] for name in _NODES}
    for tree, (predictor,) in enumerate(forest._predictors):
        for number, node in enumerate(predictor.nodes):
            leaf = bool(node["is_leaf"])
            nodes["nodes_treeids"].append(tree)
            nodes["nodes_nodeids"].append(number)
            nodes["nodes_featureids"].append(int(node["feature_idx"]))
            nodes["nodes_values"].append(0.0 if leaf else float(node["num_threshold"]))
            nodes["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
            nodes["nodes_truenodeids"].append(int(node["left"]))
            nodes["nodes_falsenodeids"].append(int(node["right"]))
            nodes["nodes_missing_value_tracks_true"].append(int(node["missing_go_to_left"]))
            if leaf:
                nodes["target_treeids"].append(tree)
                nodes["target_nodeids"].append(number)
                nodes["target_ids"].append(0)
                nodes["target_weights"].append(float(node["value"]))
    operator = helper.make_node(
        "TreeEnsembleRegressor",
        ["words"],
        ["odds"],
        domain="ai.onnx.ml",
        n_targets=1,
        base_values=[float(np.ravel(forest._baseline_prediction)[0])],
        aggregate_function="SUM",
        **nodes,
    )
    graph = helper.make_graph(
        [operator],
        "forest",
        [helper.make_tensor_value_info("words", TensorProto.FLOAT, [None, WIDTH])],
        [helper.make_tensor_value_info("odds", TensorProto.FLOAT, [None, 1])],
    )
    return helper.make_model(
        graph, opset_imports=[helper.make_opsetid("ai.onnx.ml", 3), helper.make_opsetid("", 17)], ir_version=8
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """What the steps say of the words of a text, all of its sentences read closely, and which words are slips."""

    kind: str
    hints: list[Columns]
    evidence: list[Columns]
    slips: list[npt.NDArray[np.bool_]]


def seen(detector: Detector, doc: Doc, slips: dict[int, Slip], kind: str = "") -> Seen:
    """A text as both steps of the detector see it."""
    sentences = whole_sentences(doc)
    found = Seen(kind, [], [], [])
    for tokens, first, scores in zip(
        sentences, detector.first_look(sentences), detector.reader.score(sentences), strict=True
    ):
        found.hints.append(first[: len(scores)])
        found.evidence.append(evidence(first[: len(scores)], scores[:, Slip.NONE]))
        found.slips.append(np.array([token.i in slips for token in tokens[: len(scores)]], bool))
    return found


def fitted(columns: list[Columns], wrong: list[npt.NDArray[np.bool_]], name: str) -> LogisticRegression:
    """A logistic regression on the words of all sentences; its weights are printed."""
    model = LogisticRegression(max_iter=800).fit(np.concatenate(columns), np.concatenate(wrong))
    print(f"{name}_WEIGHTS", tuple(model.coef_[0].round(3).tolist()), "INTERCEPT", model.intercept_[0].round(3))
    return model


def weigh(detector: Detector, nlp: Language, articles: Path | None) -> None:
    """Prints the weights, fitted on half of the parts held out, and how much of the other half is found."""
    held_out = [sample for part in HELD_OUT for sample in samples(part, nlp)]
    altered = [seen(detector, sample.altered, sample.slips, sample.kind) for sample in held_out]
    right = [seen(detector, sample.right, {}) for sample in held_out]
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()] if articles else []
    clean = [seen(detector, nlp(text), {}) for text in texts]
    material = [*right[::2], *altered[::2], *clean[::2]]
    wrong = [each for text in material for each in text.slips]
    first = fitted([each for text in material for each in text.hints], wrong, "FIRST")
    second = fitted([each for text in material for each in text.evidence], wrong, "SECOND")
    tops = np.sort([first.decision_function(each).max() for text in clean or right for each in text.hints])[::-1]
    rest = clean[1::2] or right[1::2]
    for share in SHARES:
        gate = tops[min(int(len(tops) * share), len(tops) - 1)]

        def odds(text: Seen, gate: float = gate) -> Iterator[npt.NDArray[np.float64]]:
            for hint, all_of_it in zip(text.hints, text.evidence, strict=True):
                closely = first.decision_function(hint).max() >= gate
                yield second.decision_function(all_of_it) if closely else np.full(len(hint), -np.inf)

        doubts = np.sort(np.concatenate([each for text in rest for each in odds(text)]))[::-1]
        for one_in in ONE_IN:
            limit = doubts[len(doubts) // one_in]
            found: dict[str, list[bool]] = {}
            for text in altered[1::2]:
                hit = any((each[slips] >= limit).any() for each, slips in zip(odds(text), text.slips, strict=True))
                found.setdefault(text.kind, []).append(hit)
            every = np.mean([hit for hits in found.values() for hit in hits])
            kinds = ", ".join(f"{kind} {np.mean(hits):.2f}" for kind, hits in found.items())
            print(f"gate {gate:.2f} ({share:.1%}), one in {one_in}: log-odds {limit:.2f}, {every:.3f}; {kinds}")


def fit(corpora: Path, nlp: Language) -> None:
    """Fits the forest and writes it."""
    passages = [sample for part in LEARNT for sample in samples(part, nlp)]
    sentences = [
        sentence for sample in passages for altered in (False, True) for sentence in sample.sentences(altered=altered)
    ]
    words, wrong = rows([*sentences, *clean(corpora)])
    print(f"{len(passages)} passages, {len(words)} words, {int(wrong.sum())} of them slips")
    forest = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=SMALLEST_LEAF,
        learning_rate=SHRINKAGE,
        l2_regularization=PENALTY,
        early_stopping=False,
        random_state=SEED,
    ).fit(words, wrong)
    FOREST.write_bytes(as_onnx(forest).SerializeToString())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--clean", type=Path, help="articles to measure false alarms on")
    parser.add_argument("--weigh", action="store_true", help="only weigh")
    options = parser.parse_args()
    nlp = Reader(LanguageSettings()).nlp
    if not options.weigh:
        fit(options.corpora, nlp)
    weigh(Detector(), nlp, options.clean)


if __name__ == "__main__":
    main()
