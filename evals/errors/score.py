"""Scores the likely errors found in the texts of this folder: totals for each group of texts and each kind of error.

    python -m evals.errors.score [--bot 'COMMAND'] [--part opened|closed|read|unread|slips|fresh|right]

COMMAND batch IN.jsonl -o OUT.jsonl is run. An error counts as found when a finding touches one of its places and is
not much longer; a finding that touches none is a false alarm. No text is printed, so that the set stays unseen. The
texts of :data:`OPENED` and those of ``later/read`` were read while the checks were improved, and the detector of
``wording.slip`` learnt from those of ``later/read`` and ``later/slips``; the figures of the others are those of unseen
text.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from evals.errors import build

# A finding as long as a paragraph says little about where the error is.
LONGEST = 160
OPENED = frozenset({"brewer", "cycling", "flood", "labour", "live", "recount", "schools", "violin"})
_LATER = ("read", "unread", "slips", "fresh", "right")
Place = tuple[int, int]


def findings(bot: str, folder: Path) -> dict[Path, list[Place]]:
    """What the bot marks in every text under folder, as places in the whole file."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))}
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    with source.open("w", encoding="utf-8") as lines:
        for path, text in texts.items():
            title, _, body = text.partition("\n\n")
            lines.write(json.dumps({"id": str(path), "title": title, "text": body}) + "\n")
    subprocess.run([*shlex.split(bot), "batch", str(source), "-o", str(target)], check=True)  # noqa: S603
    found: dict[Path, list[Place]] = {}
    for line in target.read_text(encoding="utf-8").splitlines():
        brief = json.loads(line)
        path = Path(brief["id"])
        body_at = texts[path].index("\n\n") + 2
        located = [error for error in brief["errors"] if error["start"] is not None]
        shifts = [0 if error["field"] == "title" else body_at for error in located]
        found[path] = [(e["start"] + by, e["end"] + by) for e, by in zip(located, shifts, strict=True)]
    return found


def touches(one: Place, other: Place) -> bool:
    """True when the two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def is_found(places: list[Place], found: list[Place]) -> bool:
    """True when a finding of fitting length touches one of an error's places."""
    return any(touches(p, f) and f[1] - f[0] <= max(LONGEST, 3 * (p[1] - p[0])) for p in places for f in found)


def place(one: dict[str, Any]) -> Place:
    """Start and end of a gold place."""
    return one["start"], one["end"]


def score(folder: Path, found: dict[Path, list[Place]]) -> dict[str, dict[str, Any]]:
    """The figures of each group and, for each of its kinds of error, [found, all]."""
    groups: dict[str, dict[str, Any]] = {}
    for group in ("clean", "injected", "spun"):
        kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        hits: list[tuple[bool, bool]] = []
        alarms = near_misses = 0
        paths = sorted((folder / group).glob("*.txt"))
        for path in paths:
            gold_path = path.with_suffix(".gold.json")
            gold = json.loads(gold_path.read_text(encoding="utf-8")) if gold_path.exists() else {}
            errors = [(e, [place(e), *map(place, e.get("related", []))]) for e in gold.get("errors", [])]
            for error, places in errors:
                hit = is_found(places, found[path])
                hits.append((hit, error["confidence"] == "high"))
                kinds[error["category"]][0] += hit
                kinds[error["category"]][1] += 1
            false = [f for f in found[path] if not any(touches(p, f) for _, places in errors for p in places)]
            alarms += len(false)
            near_misses += sum(touches(place(miss), f) for f in false for miss in gold.get("must_not_flag", []))
        groups[group] = {
            "articles": len(paths),
            "errors": len(hits),
            "recall": _share([hit for hit, _ in hits]),
            "recall_high": _share([hit for hit, high in hits if high]),
            "false_alarms_per_article": round(alarms / len(paths), 3) if paths else None,
            "near_misses_flagged": near_misses,
            "kinds": dict(sorted(kinds.items(), key=lambda item: -item[1][1])),
        }
    return groups


def _share(hits: list[bool]) -> float | None:
    return round(sum(hits) / len(hits), 4) if hits else None


def main() -> None:
    """Builds the set, runs the bot over it and prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bot", default=f"{shlex.quote(sys.executable)} -m bot", help="how to call the bot")
    parser.add_argument(
        "--part",
        choices=["all", "opened", "closed", *_LATER],
        default="all",
        help="which texts: of the first sixteen (default: all of these), or of the later ones a folder",
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        is_later = asked.part in _LATER
        build.write_set(folder, build.LATER / asked.part if is_later else build.SOURCES)
        for text in folder.rglob("*.txt"):
            if asked.part in ("opened", "closed") and (text.stem in OPENED) != (asked.part == "opened"):
                text.unlink()
        figures = score(folder, findings(asked.bot, folder))
    for group, measured in figures.items():
        for kind, (hit, total) in measured.pop("kinds").items():
            print(f"{group:8} {hit:3d}/{total:3d} {kind}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
