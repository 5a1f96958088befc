"""Turns GUM's CoNLL-U files into the documents that ``fit_salience`` and ``evals/pronouns.py`` read.

    python -m training.gum_documents GUM_FOLDER OUT_FOLDER [--genres news interview …]

A document is JSON: ``text`` (paragraphs kept apart by an empty line), ``title``, ``genre``, ``entities`` (the flat
names) and ``coref_clusters`` with ``type``, ``mentions`` (start, end, text) and ``salient.summaries_mentioning``: how
many of five summaries name the cluster (GUM 11, meta::salientEntities).
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.language.conllu import Document, read_conllu
from training.gum_names import names_of

GENRES = ("news", "interview", "speech", "bio", "court")
_ENTITY = re.compile(r"\((?P<open>[^()]+)(?P<shut>\))?|(?P<close>[^()]+)\)")
_SALIENT = re.compile(r"(\d+) \((\d)")


def convert(path: Path) -> dict[str, Any]:
    """One file of GUM as a document."""
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# meta::")]
    meta = dict(line.removeprefix("# meta::").split(" = ", 1) for line in comments if " = " in line)
    document = read_conllu(path)[0]
    text, starts = _text(document)
    salient = {name: int(count) for name, count in _SALIENT.findall(meta.get("salientEntities", ""))}
    mentions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    types: dict[str, str] = {}
    for name, kind, start, end in _mentions(document, starts):
        types.setdefault(name, kind)
        mentions[name].append({"start": start, "end": end, "text": text[start:end]})
    return {
        "id": path.stem,
        "genre": meta.get("genre"),
        "title": meta.get("title"),
        "text": text,
        "entities": list(_entities(document, starts)),
        "coref_clusters": [
            {
                "id": name,
                "type": types[name],
                "mentions": sorted(found, key=lambda mention: mention["start"]),
                "salient": {"summaries_mentioning": salient.get(name, 0)},
            }
            for name, found in mentions.items()
        ],
    }


def _text(document: Document) -> tuple[str, list[list[tuple[int, int]]]]:
    """The running text, and the characters of every token by sentence."""
    text = ""
    starts: list[list[tuple[int, int]]] = []
    for sentence in document.sentences:
        if text:
            text = text.rstrip() + ("\n\n" if sentence.paragraph else " ")
        places = []
        for token in sentence.tokens:
            places.append((len(text), len(text) + len(token.form)))
            text += token.form + (" " if token.space else "")
        starts.append(places)
    return text.rstrip(), starts


def _mentions(document: Document, starts: list[list[tuple[int, int]]]) -> Iterator[tuple[str, str, int, int]]:
    """(cluster, type, start, end) of every mention; a discontinuous one ("3[1/2]") by its first part."""
    opened: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for sentence, places in zip(document.sentences, starts, strict=True):
        for token, (start, end) in zip(sentence.tokens, places, strict=True):
            for match in _ENTITY.finditer(token.misc.get("Entity", "")):
                if match["open"]:
                    name, kind = match["open"].split("-")[:2]
                    if match["shut"]:
                        yield name, kind, start, end
                    else:
                        opened[name].append((kind, start))
                elif opened.get(match["close"]):
                    kind, began = opened[match["close"]].pop()
                    yield match["close"], kind, began, end


def _entities(document: Document, starts: list[list[tuple[int, int]]]) -> Iterator[dict[str, Any]]:
    for sentence, places in zip(document.sentences, starts, strict=True):
        for first, last, label in names_of(sentence):
            yield {"start": places[first][0], "end": places[last - 1][1], "label": label}


def main() -> None:
    """Writes one JSON file a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--genres", nargs="+", default=GENRES)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(args.gum.glob("GUM_*.conllu")):
        if path.stem.split("_")[1] in args.genres:
            document = json.dumps(convert(path), ensure_ascii=False, indent=1)
            (args.out / f"{path.stem}.json").write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main()
