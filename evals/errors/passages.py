"""Scores the likely errors found in short passages with one error each: recall and false alarms for each kind.

    python -m evals.errors.passages PART [--kind KIND] [--missed] [--bot 'COMMAND']

PART is a folder of `passages`: opened, closed, second, third and so on. Every passage of `PART/KIND.md` is read twice,
right and altered. An error counts as found when a finding touches one of its places and is not much longer; any finding
on the right passage is a false alarm. A passage without an error is read once. The texts of the closed part are never
printed: they are there to measure what the checks do on text that nobody fitted them to.
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
from statistics import mean

from evals.errors.score import Place, findings, is_found

FOLDER = Path(__file__).parent / "passages"
CLOSED = "closed"
_EDIT = re.compile(r"\{(?P<right>[^{}]*)=>(?P<wrong>[^{}]+)\}")
_MARK = re.compile(r"\[([^\[\]]+)\]")


class PassageError(ValueError):
    """A passage that holds more than one error."""


@dataclass(frozen=True)
class Passage:
    """One passage: its right and its altered text, headline first, and where the altered one may be marked.

    ``altered`` is None and ``places`` empty where the passage holds no error.
    """

    name: str
    right: str
    altered: str | None
    places: tuple[Place, ...]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of one file, in order. Raises :class:`PassageError`."""
    parts = re.split(r"^---[ \t]*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for number, source in enumerate((part.strip() for part in parts if part.strip()), 1):
        title, body = (source[1:].split("\n", 1)) if source.startswith("#") else ("", source)
        marked = f"{title.strip()}\n\n{body.strip()}\n"
        edits = len(_EDIT.findall(marked))
        if edits > 1:
            raise PassageError(f"{path.name}, passage {number}: only one {{right=>wrong}} is allowed")
        right = _MARK.sub(r"\1", _EDIT.sub(lambda edit: edit["right"], marked))
        altered, places = _altered(marked) if edits else (None, ())
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
    parser.add_argument("part", choices=sorted(path.name for path in FOLDER.iterdir()))
    parser.add_argument("--kind", help="only this kind of error")
    parser.add_argument(
        "--missed", action="store_true", help="print what was missed and the false alarms (not of the closed part)"
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
            if passage.altered is not None:
                (folder / f"{passage.name}.altered.txt").write_text(passage.altered, encoding="utf-8")
        found = findings(asked.bot, folder)
        for passage in passages:
            kind = passage.name.rpartition("-")[0]
            false = found[folder / f"{passage.name}.right.txt"]
            alarms[kind] += len(false)
            hit = passage.altered is None
            if passage.altered is not None:
                hit = is_found(list(passage.places), found[folder / f"{passage.name}.altered.txt"])
                hits[kind].append(hit)
            if asked.missed and asked.part != CLOSED:
                _print(passage, hit, false)
    for kind, false_alarms in alarms.items():
        print(f"{sum(hits[kind]):3d}/{len(hits[kind]):3d} {kind}, false alarms {false_alarms}")
    total = [hit for each in hits.values() for hit in each]
    figures = {
        "passages": len(total),
        "recall": round(sum(total) / len(total), 3),
        "mean_recall_of_kinds": round(mean(sum(each) / len(each) for each in hits.values() if each), 3),
        "false_alarms": sum(alarms.values()),
        "words": sum(len(passage.right.split()) for passage in passages),
    }
    print(json.dumps(figures))


def _print(passage: Passage, hit: bool, false: list[Place]) -> None:
    if not hit and passage.altered is not None:
        print(f"MISSED {passage.name}: " + " | ".join(passage.altered[start:end] for start, end in passage.places))
    for start, end in false:
        print(f"ALARM {passage.name}: {passage.right[start:end]}")


if __name__ == "__main__":
    main()
