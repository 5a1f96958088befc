"""Writes the texts and gold files of the evaluation set for likely errors from `sources/*.md`.

    python -m evals.errors.build FOLDER

FOLDER gets clean/NAME.txt, injected/NAME.txt and spun/NAME.txt, with a NAME.gold.json beside each
altered text. README.md says how a source is written.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parent / "sources"
LATER = Path(__file__).parent / "later"
"""Articles by six writers more, in a folder for those that were read and one for those that nobody read."""

EDIT = re.compile(r"(?P<before>[^{}]*)\{(?P<old>[^{}]*)=>(?P<new>[^{}]*)\}(?P<after>[^{}]*)")
CONFIDENCES = ("high", "medium", "low")
# A category in the sources only: another wording that no editor would mind, so that it makes no gold.
HARMLESS = "ok"

SPUN_COPY = {"category": "spun-copy", "confidence": "high", "explanation": "Fixed terms, names and quotations altered"}


class SourceError(ValueError):
    """A line of a source that does not fit its article."""


@dataclass(frozen=True)
class Edit:
    """One replacement in the clean text, at start:end, and what the gold says of it."""

    start: int
    end: int
    new: str
    old: str
    category: str
    confidence: str = ""
    explanation: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """One article: its clean text, the edits of its altered copies, and what must not be flagged with the reason."""

    name: str
    clean: str
    injected: tuple[Edit, ...]
    spun: tuple[Edit, ...]
    near_misses: tuple[tuple[str, str], ...]


def read_sources(folder: Path = SOURCES) -> list[Source]:
    """Every source in folder, by name."""
    return [read_source(path) for path in sorted(folder.glob("*.md"))]


def read_source(path: Path) -> Source:
    """Parses one source; raises SourceError for a line that does not fit the clean text."""
    parts = re.split(r"^## (clean|injected|near misses|spun)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    sections = {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    clean = sections["clean"] + "\n"
    near_misses = [line.split(" :: ") for line in sections["near misses"].splitlines()]
    return Source(
        path.stem,
        clean,
        _read_edits(clean, sections["injected"]),
        _read_edits(clean, sections.get("spun", "")),
        tuple((span, why) for span, why in near_misses),
    )


def _read_edits(clean: str, lines: str) -> tuple[Edit, ...]:
    edits = sorted((_read_edit(clean, line) for line in lines.splitlines()), key=lambda edit: edit.start)
    for earlier, later in itertools.pairwise(edits):
        if earlier.end > later.start or earlier.start == later.start:
            raise SourceError(f"two edits meet: {earlier.old!r} and {later.old!r}")
    return tuple(edits)


def _read_edit(clean: str, line: str) -> Edit:
    wording, category, *rest = line.replace("¶", "\n\n").split(" :: ")
    match = EDIT.fullmatch(wording)
    if match is None:
        raise SourceError(f"no replacement in {line!r}")
    before, old, new, after = match["before"], match["old"], match["new"], match["after"]
    if clean.count(before + old + after) != 1:
        raise SourceError(f"{clean.count(before + old + after)} places fit {line!r}")
    start = clean.index(before + old + after) + len(before)
    if category == HARMLESS:
        return Edit(start, start + len(old), new, old, category)
    confidence, explanation, *related = rest
    if confidence not in CONFIDENCES or not new.strip():
        raise SourceError(f"neither a confidence nor a stretch to mark in {line!r}")
    places = tuple(related[0].split(" ;; ")) if related else ()
    return Edit(start, start + len(old), new, old, category, confidence, explanation, places)


def alter(clean: str, edits: tuple[Edit, ...]) -> tuple[str, list[dict[str, Any]]]:
    """The text with every edit made, and one gold error for each paragraph of each edit, offsets into that text."""
    text, done, golds = "", 0, []
    for edit in edits:
        text += clean[done : edit.start]
        if edit.category != HARMLESS:
            for paragraph in re.finditer(r"\S(?:.*\S)?", edit.new):
                start = len(text) + paragraph.start()
                golds.append((start, paragraph.group(), edit))
        text += edit.new
        done = edit.end
    text += clean[done:]
    return text, [_gold(text, number, *gold) for number, gold in enumerate(golds, 1)]


def _gold(text: str, number: int, start: int, span: str, edit: Edit) -> dict[str, Any]:
    error: dict[str, Any] = {
        **_place(start, span),
        "category": edit.category,
        "confidence": edit.confidence,
        "explanation": edit.explanation,
        "correction": edit.old.strip() or "(nothing)",
    }
    if edit.related:
        error["related"] = [_place(at, words) for words in edit.related for at in _find_all(text, words)]
    return {**error, "id": f"E{number:02d}"}


def _find_all(text: str, words: str) -> list[int]:
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not places:
        raise SourceError(f"not in the altered text: {words!r}")
    return places


def _place(start: int, span: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(span), "span": span}


def _near_miss(text: str, errors: list[dict[str, Any]], span: str, why: str) -> dict[str, Any] | None:
    if text.count(span) != 1:
        return None
    start = text.index(span)
    touched = any(error["start"] < start + len(span) and start < error["end"] for error in errors)
    return None if touched else {**_place(start, span), "why": why}


def gold_file(source: Source, kind: str) -> tuple[str, dict[str, Any]]:
    """The altered text of one kind (`injected` or `spun`) and its gold."""
    text, errors = alter(source.clean, source.injected if kind == "injected" else source.spun)
    right = [_near_miss(text, errors, *near_miss) for near_miss in source.near_misses]
    kept = [place for place in right if place is not None]
    if kind == "injected" and len(kept) < len(right):
        raise SourceError(
            f"{source.name}: near-misses {[n for n, place in enumerate(right, 1) if place is None]} do not fit"
        )
    return text, {
        "source": "own fiction written for this set; altered by hand",
        "licence": "CC0",
        "kind": kind,
        "clean": f"clean/{source.name}.txt",
        "errors": errors,
        "must_not_flag": kept,
        "document_level": [SPUN_COPY] if kind == "spun" else [],
    }


def write_set(folder: Path, sources: Path = SOURCES) -> None:
    """Writes the whole set of the sources in a folder under another."""
    for kind in ("clean", "injected", "spun"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    for source in read_sources(sources):
        (folder / "clean" / f"{source.name}.txt").write_text(source.clean, encoding="utf-8")
        for kind in ("injected", "spun") if source.spun else ("injected",):
            text, gold = gold_file(source, kind)
            (folder / kind / f"{source.name}.txt").write_text(text, encoding="utf-8")
            content = json.dumps(gold, ensure_ascii=False, indent=1)
            (folder / kind / f"{source.name}.gold.json").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    write_set(parser.parse_args().folder)
