"""Scores the likely errors found in short passages with one error each: recall and false alarms for each kind.

    python -m evals.errors.passages opened|closed [--kind KIND] [--missed] [--bot 'COMMAND']

Every passage of `passages/PART/KIND.md` is read twice, right and altered. An error counts as found when a finding
touches one of its places and is not much longer; any finding on the right passage is a false alarm. The texts of the
closed part are never printed: they are there to measure what the checks do on text that nobody fitted them to.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.errors.score import Place, findings, is_found

FOLDER = Path(__file__).parent / "passages"
_EDIT = re.compile(r"\{(?P<right>[^{}]*)=>(?P<wrong>[^{}]+)\}")
_MARK = re.compile(r"\[([^\[\]]+)\]")


class PassageError(ValueError):
    """A passage that does not hold exactly one error."""


@dataclass(frozen=True)
class Passage:
    """One passage: its right and its altered text, headline first, and where the altered one may be marked."""

    name: str
    right: str
    altered: str
    places: tuple[Place, ...]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of one file, in order. Raises :class:`PassageError`."""
    parts = re.split(r"^---[ \t]*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for number, source in enumerate((part.strip() for part in parts if part.strip()), 1):
        title, body = (source[1:].split("\n", 1)) if source.startswith("#") else ("", source)
        marked = f"{title.strip()}\n\n{body.strip()}\n"
        if len(_EDIT.findall(marked)) != 1:
            raise PassageError(f"{path.name}, passage {number}: exactly one {{right=>wrong}} is needed")
        right = _MARK.sub(r"\1", _EDIT.sub(lambda edit: edit["right"], marked))
        altered, places = _altered(marked)
        yield Passage(f"{path.stem}-{number:02}", right, altered, places)


def _altered(marked: str) -> tuple[str, tuple[Place, ...]]:
    text, done, places = "", 0, []
    for found in sorted([*_EDIT.finditer(marked), *_MARK.finditer(marked)], key=lambda match: match.start()):
        text += marked[done : found.start()]
        words = found["wrong"] if found.re is _EDIT else found.group(1)
        places.append((len(text), len(text) + len(words)))
        text += words
        done = found.end()
    return text + marked[done:], tuple(places)


def main() -> None:
    """Reads the passages of one part with the bot and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=["opened", "closed"])
    parser.add_argument("--kind", help="only this kind of error")
    parser.add_argument(
        "--missed", action="store_true", help="print what was missed and the false alarms (opened only)"
    )
    parser.add_argument("--bot", default=f"{shlex.quote(sys.executable)} -m bot", help="how to call the bot")
    asked = parser.parse_args()
    files = sorted((FOLDER / asked.part).glob(f"{asked.kind or '*'}.md"))
    passages = [passage for path in files for passage in read_passages(path)]
    hits: dict[str, list[bool]] = defaultdict(list)
    alarms: dict[str, int] = defaultdict(int)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for passage in passages:
            (folder / f"{passage.name}.right.txt").write_text(passage.right, encoding="utf-8")
            (folder / f"{passage.name}.altered.txt").write_text(passage.altered, encoding="utf-8")
        found = findings(asked.bot, folder)
        for passage in passages:
            kind = passage.name[:-3]
            false = found[folder / f"{passage.name}.right.txt"]
            hits[kind].append(is_found(list(passage.places), found[folder / f"{passage.name}.altered.txt"]))
            alarms[kind] += len(false)
            if asked.missed and asked.part == "opened":
                _print(passage, hits[kind][-1], false)
    for kind, each in hits.items():
        print(f"{sum(each):3d}/{len(each):3d} {kind}, false alarms {alarms[kind]}")
    total = [hit for each in hits.values() for hit in each]
    figures = {
        "passages": len(total),
        "recall": round(sum(total) / len(total), 3),
        "mean_recall_of_kinds": round(sum(sum(each) / len(each) for each in hits.values()) / len(hits), 3),
        "false_alarms": sum(alarms.values()),
        "words": sum(len(passage.right.split()) for passage in passages),
    }
    print(json.dumps(figures))


def _print(passage: Passage, hit: bool, false: list[Place]) -> None:
    if not hit:
        print(f"MISSED {passage.name}: " + " | ".join(passage.altered[start:end] for start, end in passage.places))
    for start, end in false:
        print(f"ALARM {passage.name}: {passage.right[start:end]}")


if __name__ == "__main__":
    main()
