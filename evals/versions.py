"""Scores likely errors when another version of each article is known, with the counting of the shared scorer.

    python -m evals.versions SCORE.py DATA [--bot COMMAND] [--without] [--worst N]

SCORE.py is the scorer of the development corpora, DATA a folder of texts with gold (``clean``, ``injected``,
``spun``). Every copy gets the clean text that it was made from as its other version, and every clean text
its spun copy, so that alarms on an original show. Which belong together is told by the words they share.
``--without`` leaves the versions out.
"""

import argparse
import importlib.util
import json
import sys
from argparse import Namespace
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.analysis.compare import SAME_STORY
from bot.analysis.comparison import likeness

Item = dict[str, Any]
VERSION_OF = {"spun": "clean", "injected": "clean", "clean": "spun"}
"""By the folder of a text, the folder of its other version."""


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer, which is no package."""
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_versions(items: list[Item]) -> list[Item]:
    """The items, each with the other version of its story where there is one."""
    paired = []
    for item in items:
        wanted = VERSION_OF.get(Path(item["id"]).parent.name)
        others = [other for other in items if Path(other["id"]).parent.name == wanted]
        alike = [(likeness(item["text"], other["text"]).containment, other) for other in others]
        best = max(alike, key=lambda entry: entry[0], default=(0.0, item))
        versions = [{"title": best[1]["title"], "text": best[1]["text"]}] if best[0] >= SAME_STORY else []
        paired.append({**item, "versions": versions})
    found = sum(bool(item["versions"]) for item in paired)
    print(f"# {found} of {len(items)} texts have another version", file=sys.stderr)
    return paired


def main() -> None:
    """Prints what the scorer prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("data")
    parser.add_argument("--bot", default=f"{sys.executable} -m bot")
    parser.add_argument("--without", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--keep")
    chosen = parser.parse_args()
    scorer = load_scorer(chosen.scorer)
    run_bot = scorer.run_bot
    if not chosen.without:
        scorer.run_bot = lambda bot, items, keep: run_bot(bot, with_versions(items), keep)
    arguments = Namespace(data=chosen.data, bot=chosen.bot, keep=chosen.keep, worst=chosen.worst)
    print(json.dumps(scorer.errors(arguments)))


if __name__ == "__main__":
    main()
