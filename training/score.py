"""Scores a model folder on the official test sets, with the rules on.

python -m training.score CORPORA bot/language/data/model
"""

import argparse
import json
from pathlib import Path

from bot.language.evaluate import Scores, evaluate
from bot.language.reader import builtin_pipeline

GUM_NEWS = ("clock", "homeopathic", "iodine", "stampede")
"""News documents of GUM that the training leaves out."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    corpora = options.corpora
    nlp = builtin_pipeline(model=options.model)
    ewt = (corpora / "ewt/en_ewt-ud-test.conllu", corpora / "uner_ewt/en_ewt-ud-test.iob2")
    pud = (corpora / "pud/en_pud-ud-test.conllu", corpora / "pud/en_pud-ud-test.iob2")
    gum = Scores()
    for name in GUM_NEWS:
        gum.merge(evaluate(nlp, corpora / f"gum/GUM_news_{name}.conllu"))
    for title, scores in (
        ("EWT test", evaluate(nlp, *ewt)),
        ("PUD news", evaluate(nlp, *pud, "n")),
        ("GUM news held out", gum),
    ):
        print(title, json.dumps(scores.summary()), flush=True)


if __name__ == "__main__":
    main()
