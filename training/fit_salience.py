"""Fits the weights of ``bot/analysis/actors/salience.py``.

    python -m training.gum_documents GUM_FOLDER DOCUMENTS
    python -m training.fit_salience DOCUMENTS...

A cluster of ours is a positive when half of its names lie in mentions of a named person, organisation
or place that three of five summaries name. Logistic regression by Newton's method, without a library for four
lines of algebra; a document of the genre "news" weighs as much as three others. Prints the bias, the
weights, and with each document held out in turn the F1 of the key actors as chosen, and of as many as
the gold has.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.analysis.actors import find_clusters
from bot.analysis.actors.salience import MAX_KEY, MIN_KEY, Prominence
from bot.analysis.quotes.utterances import find_utterances
from bot.language.reader import Reader
from bot.model import Article
from bot.settings import LanguageSettings

SUMMARIES = 3
PENALTY = 1.0
NEWS_WEIGHT = 3.0
KINDS = ("person", "organization", "place")

Interval = tuple[int, int]


@dataclass
class Sample:
    """One document: features and labels of its named clusters, and how many gold clusters are key.

    ``fits`` holds for each cluster the key gold clusters that at least half of its names lie in.
    """

    news: bool
    features: np.ndarray
    labels: np.ndarray
    fits: list[list[int]]
    key: int


def sample(document: dict[str, Any], reader: Reader) -> Sample:
    reading = reader.read(Article(title=document.get("title"), text=document["text"]))
    found = find_clusters(reading, find_utterances(reading.body))
    prominence = Prominence(reading, found)
    clusters = [c for c in found if c.names]
    gold = [[(m["start"], m["end"]) for m in cluster["mentions"]] for cluster in document["coref_clusters"]]
    key = [n for n, cluster in enumerate(document["coref_clusters"]) if _is_key(cluster, document["entities"])]
    spans = [[(n.span.start_char, n.span.end_char) for n in c.names if n.doc is reading.body] for c in clusters]
    fits = [[n for n in key if _lies_in(names, gold[n])] for names in spans]
    return Sample(
        document.get("genre") == "news",
        np.array([(1.0, *prominence.features(cluster)) for cluster in clusters], float),
        np.array([bool(found) for found in fits], float),
        fits,
        len(key),
    )


def _is_key(cluster: dict[str, Any], entities: list[dict[str, Any]]) -> bool:
    """True for a named actor that enough summaries name."""
    if cluster["type"] not in KINDS or (cluster.get("salient") or {}).get("summaries_mentioning", 0) < SUMMARIES:
        return False
    return any(e["start"] < m["end"] and m["start"] < e["end"] for m in cluster["mentions"] for e in entities)


def _lies_in(names: list[Interval], gold: list[Interval]) -> bool:
    inside = sum(any(start < g_end and g_start < end for g_start, g_end in gold) for start, end in names)
    return bool(names) and 2 * inside >= len(names)


def fit(samples: list[Sample]) -> np.ndarray:
    features = np.concatenate([s.features for s in samples])
    labels = np.concatenate([s.labels for s in samples])
    worth = np.concatenate([np.full(len(s.labels), NEWS_WEIGHT if s.news else 1.0) for s in samples])
    penalty = PENALTY * np.eye(features.shape[1])
    penalty[0, 0] = 0
    weights = np.zeros(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (worth * (chance - labels)) + penalty @ weights
        curve = (features.T * (worth * chance * (1 - chance))) @ features + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights


def score(one: Sample, weights: np.ndarray) -> np.ndarray:
    """(right, chosen, gold) as the bot chooses, then (right, gold) for as many as the gold has."""
    chances = 1 / (1 + np.exp(-one.features @ weights))
    best = np.argsort(-chances)
    likely = [n for place, n in enumerate(best[:MAX_KEY]) if not place or chances[n] >= MIN_KEY]
    return np.array([_right(one, likely), len(likely), one.key, _right(one, list(best[: one.key])), one.key])


def _right(one: Sample, chosen: list[int]) -> int:
    used: set[int] = set()
    for cluster in chosen:
        used.update([n for n in one.fits[cluster] if n not in used][:1])
    return len(used)


def main() -> None:
    """Prints one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    args = parser.parse_args()
    reader = Reader(LanguageSettings())
    documents = [json.loads(path.read_text()) for folder in args.folders for path in sorted(folder.glob("*.json"))]
    samples = [s for s in (sample(d, reader) for d in documents if d.get("coref_clusters")) if len(s.features)]
    held_out = [score(one, fit([s for s in samples if s is not one])) for one in samples]
    figures: dict[str, Any] = {"bias": 0, "weights": [], "documents": len(samples)}
    figures["bias"], *figures["weights"] = [round(float(weight), 2) for weight in fit(samples)]
    for name, chosen in (("news", [h for s, h in zip(samples, held_out, strict=True) if s.news]), ("all", held_out)):
        right, picked, gold, at_gold, number = np.sum(chosen, axis=0)
        figures[name] = {
            "f1_as_chosen": round(2 * right / (picked + gold), 3),
            "f1_at_gold_number": round(at_gold / number, 3),
        }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
