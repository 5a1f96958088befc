"""Measures what the checks add to the time of a brief: their time by that of language and analysis without them.

    python -m evals.errors.cost DATA [--texts 34]

DATA holds ``gold.json`` as for ``evals/extraction.py``; its first English bodies of at least 250 words are read. Every
text is read twice and the second time counts, so that no model is loaded and no pattern compiled within it; the
garbage is searched for as seldom as in the processes that read articles. Processor time of one core, shown as well for
each check that takes at least a hundredth of that of all.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.analysis.analyse import analyse
from bot.analysis.errors import run
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.table import CHECKS
from bot.analysis.story import Story
from bot.extract import article_from_text
from bot.language.reader import Reader
from bot.model import Article
from bot.settings import Settings
from bot.workers.child import keep_what_is_loaded

FEWEST_WORDS = 250
ENGLISH = (" the ", " and ", " of ")
WORTH_SHOWING = 0.01


def articles(data: Path, most: int) -> list[Article]:
    """The first English bodies that are long enough."""
    gold = json.loads((data / "gold.json").read_text(encoding="utf-8"))
    bodies = [page["articleBody"] for page in gold.values()]
    chosen = [b for b in bodies if len(b.split()) > FEWEST_WORDS and all(word in b for word in ENGLISH)]
    return [article_from_text(body, title=body.splitlines()[0][:80]) for body in chosen[:most]]


@contextmanager
def timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    """Adds the processor time spent inside."""
    began = time.process_time()
    yield
    seconds[name] += time.process_time() - began


def measure(texts: list[Article], reader: Reader, settings: Settings) -> dict[str, float]:
    """Seconds of the language model, of the analysis without checks, and of each check by its id."""
    seconds: dict[str, float] = defaultdict(float)
    without = settings.analysis.model_copy(update={"disabled_checks": [check.id for check in CHECKS]})
    for article in texts:
        with timed(seconds, "language"):
            reading = reader.read(article)
        with timed(seconds, "analysis"):
            found = analyse(reading, without)
        copy = Copy(Story(reading, found.actors, found.quotes, found.demands))
        for check in CHECKS:
            if copy.is_english and check.default and not check.on_spun_copy:
                with timed(seconds, check.id):
                    run([check], copy, strict=True)
    return seconds


def main() -> None:
    """Prints the share of all checks, and of each that counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=int, default=34)
    options = parser.parse_args()
    settings = Settings()
    reader = Reader(settings.language)
    texts = articles(options.data, options.texts)
    measure(texts, reader, settings)
    keep_what_is_loaded()
    seconds = measure(texts, reader, settings)
    base = seconds.pop("language") + seconds.pop("analysis")
    checks = sum(seconds.values())
    words = sum(len(text.text.split()) for text in texts)
    print(f"{len(texts)} texts, {words:,} words; language and analysis {base:.2f} s, checks {checks:.2f} s")
    print(f"{checks / base:.3f} all checks")
    for name, taken in sorted(seconds.items(), key=lambda one: -one[1]):
        if taken >= WORTH_SHOWING * checks:
            print(f"{taken / base:.4f} {name}")


if __name__ == "__main__":
    main()
