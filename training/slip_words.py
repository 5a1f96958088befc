"""Fits the forest that looks at every word first.

    python -m training.slip_words CORPORA

CORPORA is the folder of the language model's training corpora: their sentences are clean ones, beside the right
versions of the passages (:mod:`training.passages`). The forest goes to ``bot/analysis/errors/data/slip_words.onnx``.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, TensorProto, helper
from sklearn.ensemble import HistGradientBoostingClassifier
from spacy.language import Language

from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.proofreader import Slip
from bot.analysis.errors.slips.detector import FOREST
from bot.analysis.errors.slips.features import WIDTH, Word, features
from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.passages import LEARNT, samples
from training.proofreader import documents
from training.slips import Marked

SEED = 4
CLEAN_DOCUMENTS = 900
TREES, LEAVES, SMALLEST_LEAF, SHRINKAGE, PENALTY = 500, 31, 30, 0.05, 2.0

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
    fit(parser.parse_args().corpora, Reader(LanguageSettings()).nlp)


if __name__ == "__main__":
    main()
