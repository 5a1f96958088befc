"""Measures and fits the extraction of article bodies.

  python evals/extraction.py score DATA            shingle F1 of the shipped coefficients, seconds against trafilatura
  python evals/extraction.py crossvalidate DATA    the same with coefficients that never saw the page
  python evals/extraction.py fit DATA              fits on every page and writes bot/extract/blocks.json

DATA holds ``gold.json`` ({id: {url, articleBody}}) and ``pages/ID.html.gz``, as in the article-extraction-benchmark
(github.com/scrapinghub/article-extraction-benchmark), whose measure this is: four-word runs, the mean precision and the
mean recall over pages.
"""

import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import trafilatura

from bot.extract import choose, extract_html, metadata
from bot.extract.blocks import Block, blocks_of, parse
from bot.extract.candidates import candidates
from bot.extract.features import Matrix, PageFacts, features
from bot.extract.html import cleaned
from bot.extract.pruning import drop_other_articles, page_titles
from bot.extract.structured import article_node, linked_data, metas
from bot.failures import Failure
from bot.settings import ExtractSettings

RIDGE: Final = 0.4
FOLDS: Final = 15
SEEDS: Final = 3
Runs = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class Sample:
    """One page: its blocks, their features (blocks, columns), and the share of each block that the gold body holds."""

    blocks: list[Block]
    matrix: Matrix
    target: Matrix
    weight: Matrix
    title: str | None


def runs(text: str) -> Runs:
    """The four-word runs of a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def f1(texts: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and their harmonic mean."""
    shares = []
    for key, body in gold.items():
        got, want = runs(texts.get(key, "")), runs(body)
        both = (got & want).total()
        shares.append((both / got.total() if got else 0.0, both / want.total() if want else 1.0))
    precision, recall = (sum(column) / len(shares) for column in zip(*shares, strict=True))
    return precision, recall, 2 * precision * recall / (precision + recall)


def targets(blocks: Sequence[Block], body: str) -> Matrix:
    """How much of each block the body holds; a run of words counts once, best-fitting and short blocks first."""
    whole = runs(body)
    left = Counter(whole)
    lines = {tuple(re.findall(r"\w+", line)) for line in body.splitlines()}
    spans = [runs(block.text) for block in blocks]
    fits = [(whole & span).total() / max(1, span.total()) for span in spans]
    found = np.zeros(len(blocks))
    for i in sorted(range(len(blocks)), key=lambda i: (-round(fits[i], 1), len(blocks[i].words) > 200, i)):
        if len(blocks[i].words) < 4:
            found[i] = float(bool(blocks[i].words) and tuple(blocks[i].words) in lines)
            continue
        share = (left & spans[i]).total() / spans[i].total()
        if share > 0.3:
            found[i] = share
            left -= left & spans[i]
    joined = " ".join(["", *re.findall(r"\w+", body), ""])
    for before, here, after in zip(range(len(blocks)), range(1, len(blocks)), range(2, len(blocks)), strict=False):
        if 0 < len(blocks[here].words) < 4 and not found[here]:
            around = [*blocks[before].words[-2:], *blocks[here].words, *blocks[after].words[:2]]
            found[here] = float(f" {' '.join(around)} " in joined)
    return found


def sample(html: str, body: str) -> tuple[list[str], Sample]:
    """The names of the features and one training page."""
    tree = parse(html)
    node, meta = article_node(linked_data(tree)), metas(tree)
    title = metadata.title_of(tree, node, meta)
    facts = PageFacts((*page_titles(tree), title or ""), metadata.description_of(node, meta) or "")
    drop_other_articles(tree)
    blocks = blocks_of(tree)
    names, matrix = features(blocks, candidates(tree), facts)
    size = max(100, len(re.findall(r"\w+", body)))
    weight = np.array([len(block.words) + 3.0 if block.words else 1.0 for block in blocks]) / size
    return names, Sample(blocks, matrix, targets(blocks, body), weight, title)


def fit(samples: Sequence[Sample]) -> Matrix:
    """Ridge-penalised logistic regression by Newton's method with step halving; the intercept comes first."""
    x = np.vstack([s.matrix for s in samples])
    x = np.column_stack([np.ones(len(x)), x])
    y, w = (np.concatenate([getattr(s, name) for s in samples]) for name in ("target", "weight"))
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 1e-3

    def loss(b: Matrix) -> float:
        z = np.clip(x @ b, -50, 50)
        return float((w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * (penalty * b**2).sum())

    b, now = np.zeros(x.shape[1]), np.inf
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ b, -50, 50)))
        hessian = (x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, x.T @ (w * (p - y)) + penalty * b)
        length = 1.0
        while length > 1e-4 and loss(b - length * step) > now:
            length /= 2
        b = b - length * step
        if now - loss(b) < 1e-5:
            break
        now = loss(b)
    return b


def text_of(page: Sample, b: Matrix) -> str:
    """The body that coefficients choose, cleaned as in the product."""
    kept = [block for block, z in zip(page.blocks, b[0] + page.matrix @ b[1:], strict=True) if z > 0]
    return "\n\n".join(block.text for block in cleaned(choose.without_copies(kept), page.title))


def crossvalidate(samples: Mapping[str, Sample], gold: Mapping[str, str]) -> None:
    """Prints the figures of pages that were left out of the fit, for several ways to fold."""
    for seed in range(SEEDS):
        keys = sorted(samples)
        random.Random(seed).shuffle(keys)  # noqa: S311 - folds, not secrets
        texts: dict[str, str] = {}
        for fold in range(FOLDS):
            out = set(keys[fold::FOLDS])
            b = fit([samples[key] for key in keys if key not in out])
            texts |= {key: text_of(samples[key], b) for key in out}
        print(f"seed {seed}: p {f1(texts, gold)[0]:.4f} r {f1(texts, gold)[1]:.4f} f1 {f1(texts, gold)[2]:.4f}")


def score(pages: Mapping[str, str], urls: Mapping[str, str], gold: Mapping[str, str]) -> None:
    """Prints the figures of the shipped extraction and its time against trafilatura alone in the same process."""
    texts: dict[str, str] = {}
    seconds = [0.0, 0.0]
    for key, html in pages.items():
        started = time.perf_counter()
        trafilatura.extract(html, url=urls[key], include_comments=False, with_metadata=True)
        between = time.perf_counter()
        try:
            texts[key] = extract_html(html, urls[key], ExtractSettings()).text
        except Failure as failure:
            print(key, urls[key], failure)
        seconds[0] += between - started
        seconds[1] += time.perf_counter() - between
    precision, recall, mean = f1(texts, gold)
    print(f"pages {len(gold)} p {precision:.4f} r {recall:.4f} f1 {mean:.4f}")
    print(f"{1000 * seconds[1] / len(pages):.1f} ms a page, {seconds[1] / seconds[0]:.2f} times trafilatura")


def main() -> None:
    """Entry point."""
    command, folder = sys.argv[1], Path(sys.argv[2])
    entries = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    gold = {key: entry["articleBody"] for key, entry in entries.items()}
    pages = {
        key: gzip.decompress((folder / "pages" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        for key in gold
    }
    if command == "score":
        return score(pages, {key: entry["url"] for key, entry in entries.items()}, gold)
    made = {key: sample(pages[key], gold[key]) for key in gold}
    samples = {key: page for key, (_, page) in made.items()}
    if command == "crossvalidate":
        return crossvalidate(samples, gold)
    names = next(iter(made.values()))[0]
    b = [round(float(value), 4) for value in fit(list(samples.values()))]
    stored = {"intercept": b[0], "weights": dict(zip(names, b[1:], strict=True))}
    Path(str(choose.__file__)).with_name(choose.COEFFICIENTS).write_text(
        json.dumps(stored, indent=1) + "\n", encoding="utf-8"
    )
    return None


if __name__ == "__main__":
    main()
