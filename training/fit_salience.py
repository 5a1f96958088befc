"""Fits the weights of ``bot/analysis/actors/salience.py``.

    python -m training.fit_salience FOLDER...

Each folder holds documents as JSON: ``text``, ``title``, and ``coref_clusters`` with ``type``,
``mentions`` (start, end) and ``salient.summaries_mentioning``, how many of five summaries name the
cluster (GUM 11, meta::salientEntities). A cluster that three summaries name is a positive. Logistic
regression by Newton's method, without a library for four lines of algebra. Prints the bias, the
weights, and the F1 at the gold number with each document held out in turn.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.analysis.actors import find_clusters
from bot.analysis.actors.clusters import Cluster
from bot.analysis.actors.salience import Prominence
from bot.analysis.quotes.utterances import find_utterances
from bot.language.reader import Reader
from bot.model import Article
from bot.settings import LanguageSettings

SUMMARIES = 3
PENALTY = 0.3
KINDS = ("person", "organization", "place")


@dataclass
class Sample:
    """One document: features and labels of its named clusters, and how many gold clusters are key."""

    features: np.ndarray
    labels: np.ndarray
    key: int


def sample(document: dict[str, Any], reader: Reader) -> Sample:
    reading = reader.read(Article(title=document.get("title"), text=document["text"]))
    prominence = Prominence(reading)
    clusters = [c for c in find_clusters(reading, find_utterances(reading.body)) if c.names]
    key = [
        [(m["start"], m["end"]) for m in cluster["mentions"]]
        for cluster in document["coref_clusters"]
        if cluster["type"] in KINDS and (cluster.get("salient") or {}).get("summaries_mentioning", 0) >= SUMMARIES
    ]
    labels = [any(is_same(cluster, reading.body, gold) for gold in key) for cluster in clusters]
    features = [(1.0, *prominence.features(cluster)) for cluster in clusters]
    return Sample(np.array(features, float), np.array(labels, float), len(key))


def is_same(cluster: Cluster, body: object, gold: list[tuple[int, int]]) -> bool:
    """True when at least half of the names lie in mentions of the gold cluster."""
    spans = [(n.span.start_char, n.span.end_char) for n in cluster.names if n.doc is body]
    inside = sum(any(start < g_end and g_start < end for g_start, g_end in gold) for start, end in spans)
    return bool(spans) and 2 * inside >= len(spans)


def fit(samples: list[Sample]) -> np.ndarray:
    features = np.concatenate([s.features for s in samples])
    labels = np.concatenate([s.labels for s in samples])
    penalty = PENALTY * np.eye(features.shape[1])
    penalty[0, 0] = 0
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (chance - labels) + penalty @ weights
        curve = (features.T * (chance * (1 - chance))) @ features + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights


def at_gold_number(one: Sample, weights: np.ndarray) -> tuple[float, int]:
    """(right, chosen) when as many clusters are chosen as are key."""
    best = np.argsort(-(one.features @ weights))[: one.key]
    return float(one.labels[best].sum()), one.key


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    args = parser.parse_args()
    reader = Reader(LanguageSettings())
    documents = [json.loads(path.read_text()) for folder in args.folders for path in sorted(folder.glob("*.json"))]
    samples = [s for s in (sample(d, reader) for d in documents if d.get("coref_clusters")) if len(s.features)]
    held_out = [at_gold_number(one, fit([s for s in samples if s is not one])) for one in samples]
    right, chosen = (sum(column) for column in zip(*held_out, strict=True))
    weights = [round(float(weight), 2) for weight in fit(samples)]
    print(json.dumps({"bias": weights[0], "weights": weights[1:], "f1_at_gold_number": round(right / chosen, 4)}))


if __name__ == "__main__":
    main()
