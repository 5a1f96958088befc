"""Scores the demands found in the project's own annotated sentences (``own.jsonl``, CC0).

    python evals/demands/score_own.py [--worst]

A found demand matches a gold one when their triggers overlap. ``core`` also wants demander,
addressee (none for none) and half of the action's words. Details are counted over the matched.
"""

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.analysis.actors import find_actors
from bot.analysis.demands import find_demands
from bot.analysis.quotes import find_quotes
from bot.language.reader import Reader
from bot.model import Article, Demand, Party
from bot.settings import LanguageSettings

DATA = Path(__file__).with_name("own.jsonl")
SMALL = frozenset({"the", "a", "an", "of", "in", "at", "and", "for", "to", "s"})
DETAILS = ("strength", "status", "directness", "deadline", "iso", "condition", "responder")


@dataclass
class Tally:
    """Hits, false finds and misses."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Balanced F of precision and recall; 1.0 when there was nothing to find and nothing was found."""
        total = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / total if total else 1.0


@dataclass
class Score:
    """What :func:`score` measures. ``details`` holds [right, asked] for each detail of the matched demands."""

    detected: Tally = field(default_factory=Tally)
    core: Tally = field(default_factory=Tally)
    details: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in DETAILS})
    failures: list[str] = field(default_factory=list)


def content_words(text: str | None) -> Counter[str]:
    """The words that matter, lower-cased."""
    return Counter(word for word in re.findall(r"\w+", (text or "").lower()) if word not in SMALL)


def same_party(found: Party | None, gold: str | None) -> bool:
    """True when both are absent or share a content word; "unnamed" counts as absent."""
    name = None if found is None or found.text == "unnamed" else found.text
    if name is None or gold is None:
        return name is None and gold is None
    return bool(content_words(name) & content_words(gold))


def same_action(found: Demand, gold: str | None) -> bool:
    """Token F of at least one half; anything fits where the gold names no action."""
    if gold is None:
        return True
    one, two = content_words(found.action.text if found.action else ""), content_words(gold)
    shared = (one & two).total()
    return bool(shared) and 2 * shared / (one.total() + two.total()) >= 0.5


def detail(found: Demand, name: str) -> str | None:
    """One detail of a found demand as the annotation writes it."""
    match name:
        case "deadline":
            return found.deadline.text if found.deadline else None
        case "iso":
            return found.deadline.iso if found.deadline else None
        case "condition":
            return found.condition.text if found.condition else None
        case "responder":
            return found.responder.text if found.responder else None
        case _:
            return str(getattr(found, name))


def same_detail(name: str, found: str | None, gold: str | None) -> bool:
    """Exact for labels and dates, a shared content word for words of the article."""
    if name in ("strength", "status", "directness", "iso") or found is None or gold is None:
        return found == gold
    return bool(content_words(found) & content_words(gold))


def score(rows: list[dict[str, Any]]) -> Score:
    """Reads every row and compares what is found with what is annotated."""
    reader, total = Reader(LanguageSettings()), Score()
    for row in rows:
        reading = reader.read(Article(text=row["text"], published=row["published"]))
        actors = find_actors(reading)
        free = find_demands(reading, actors, find_quotes(reading, actors))
        for gold in row["demands"]:
            match = next(
                (one for one in free if content_words(one.trigger.text) & content_words(gold["trigger"])), None
            )
            total.detected.hits += match is not None
            total.detected.missed += match is None
            if match is not None:
                free.remove(match)
            _judge(total, row["text"], gold, match)
        total.detected.false += len(free)
        total.core.false += len(free)
        total.failures += [f"FALSE {row['text']}\n      {show(one)}" for one in free]
    return total


def _judge(total: Score, text: str, gold: dict[str, Any], match: Demand | None) -> None:
    if match is None:
        total.core.missed += 1
        total.failures.append(f"MISSED {text}")
        return
    right = same_party(match.demander, gold["demander"]) and same_party(match.addressee, gold["addressee"])
    right = right and same_action(match, gold["action"])
    total.core.hits += right
    total.core.false += not right
    total.core.missed += not right
    wrong = [] if right else ["core"]
    for name in DETAILS:
        fits = same_detail(name, detail(match, name), gold[name])
        total.details[name][0] += fits
        total.details[name][1] += 1
        wrong += [] if fits else [name]
    if wrong:
        total.failures.append(f"WRONG {', '.join(wrong)}: {text}\n      {show(match)}")


def show(demand: Demand) -> str:
    """One demand on a line."""
    hears = demand.addressee.text if demand.addressee else "–"
    rest = " ".join(f"{name}={value}" for name in DETAILS if (value := detail(demand, name)))
    action = demand.action.text if demand.action else "–"
    return f"[{demand.trigger.text}] {demand.demander.text} → {hears}: {action} | {rest}"


def load() -> list[dict[str, Any]]:
    """The annotated rows."""
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Prints the figures, with ``--worst`` every disagreement before them."""
    rows = load()
    total = score(rows)
    if "--worst" in sys.argv:
        print("\n".join(total.failures))
    figures = {name: round(right / asked, 3) for name, (right, asked) in total.details.items() if asked}
    print(
        json.dumps(
            {"rows": len(rows), "detected": round(total.detected.f1, 3), "core": round(total.core.f1, 3), **figures}
        )
    )


if __name__ == "__main__":
    main()
