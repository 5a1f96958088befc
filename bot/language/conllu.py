"""Treebanks in CoNLL-U as documents of sentences, with the raw text they annotate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Token:
    """One syntactic word. ``head`` is 1-based in its sentence, 0 for the root; ``space`` follows the word."""

    form: str
    lemma: str
    pos: str
    tag: str
    head: int
    relation: str
    space: bool
    misc: dict[str, str]


@dataclass(slots=True)
class Sentence:
    """``paragraph`` is true when the sentence opens one."""

    name: str
    paragraph: bool
    tokens: list[Token] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """A document of a treebank."""

    name: str
    sentences: list[Sentence] = field(default_factory=list)


def read_conllu(path: Path) -> list[Document]:
    """Every document of a file. Parts of a multiword token are cut out of its surface form."""
    documents: list[Document] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        name = _value(comments, "# newdoc id")
        if name or not documents:
            documents.append(Document(name or path.stem))
        opens = any(c == "# newpar" or c.startswith("# newpar id") for c in comments) or bool(name)
        sentence = Sentence(_value(comments, "# sent_id") or "", opens)
        sentence.tokens = list(_tokens([line.split("\t") for line in lines if not line.startswith("#")]))
        documents[-1].sentences.append(sentence)
    return documents


def _value(comments: list[str], key: str) -> str | None:
    return next((c.partition("=")[2].strip() for c in comments if c.startswith(key)), None)


def _tokens(rows: list[list[str]]) -> Iterator[Token]:
    surface: dict[int, tuple[str, bool]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            parts = _cut(row[1], [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last])
            for number, part in zip(range(first, last + 1), parts, strict=True):
                surface[number] = (part, number == last and "SpaceAfter=No" not in row[9])
    for row in rows:
        if row[0].isdigit():
            misc = dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair)
            form, space = surface.get(int(row[0]), (row[1], misc.get("SpaceAfter") != "No"))
            lemma = row[2] if row[2] != "_" or row[1] == "_" else row[1]
            yield Token(form, lemma, row[3], row[4], int(row[6]), row[7], space, misc)


def _cut(surface: str, words: list[str]) -> list[str]:
    """Cuts the surface form of a multiword token into as many parts as it has words."""
    parts: list[str] = []
    at = 0
    for left, word in zip(range(len(words) - 1, -1, -1), words, strict=True):
        length = max(1, min(len(word), len(surface) - at - left)) if left else len(surface) - at
        parts.append(surface[at : at + length])
        at += length
    return parts
