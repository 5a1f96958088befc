"""The training corpora in one form: documents of words with whatever labels they carry.

``IGNORED`` stands where a corpus says nothing about a word. Names are PERSON, ORG, LOC and MISC.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.language.conllu import Document, Sentence, read_conllu
from training.gum_names import names_of

IGNORED = -100
ENTITIES = ["O", *(f"{side}-{label}" for label in ("PERSON", "ORG", "LOC", "MISC") for side in "BI")]
CORPORA = ("ewt", "gum", "wikigold", "crossner", "re3d", "btc")
"""Which guidelines a document's names follow; the first is the one that the shipped model answers in."""

_ENTITY = {name: number for number, name in enumerate(ENTITIES)}
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "OTH": "MISC"}
_PERSON = "politician person writer musicalartist scientist researcher"
_ORG = "organisation politicalparty university band"
_LOC = "country location"
_OTHER = "event election misc award book poem magazine song album academicjournal conference product astronomicalobject"
_CROSSNER = {
    **dict.fromkeys(_PERSON.split(), "PERSON"),
    **dict.fromkeys(_ORG.split(), "ORG"),
    **dict.fromkeys(_LOC.split(), "LOC"),
    **dict.fromkeys(_OTHER.split(), "MISC"),
}
_RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}
_RE3D_FOLDERS = (
    "Australian Department of Foreign Affairs",
    "CENTCOM",
    "UK Government",
    "US State Department",
    "Wikipedia",
)


@dataclass(slots=True)
class Sample:
    """A document as the trainer sees it. ``heads`` count words of the document from 0, -1 is the root."""

    corpus: str
    words: list[str] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    entities: list[int] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)

    @property
    def parsed(self) -> bool:
        """True when the document carries a tree."""
        return bool(self.heads)


def training_samples(folder: Path, held_out: set[str]) -> list[Sample]:
    """Every training document of the corpora folder.

    ``held_out`` names the GUM and re3d documents kept for evaluation.
    """
    samples = []
    for part in ("train", "dev"):
        uner = uner_labels(folder / "uner_ewt" / f"en_ewt-ud-{part}.iob2")
        for document in read_conllu(folder / "ewt" / f"en_ewt-ud-{part}.conllu"):
            samples.append(_from_treebank("ewt", document, _aligner(uner)))
    for path in sorted((folder / "gum").glob("GUM_*.conllu")):
        if path.stem not in held_out:
            samples += [_from_treebank("gum", document, _gum_entities) for document in read_conllu(path)]
    samples += _columns("wikigold", folder / "wikigold" / "wikigold.conll.txt", {"PER": "PERSON"}, 5)
    for path in sorted((folder / "crossner").glob("*/*.txt")):
        samples += _columns("crossner", path, _CROSSNER, 4)
    for name in ("f", "g"):
        samples += _columns("btc", folder / "btc" / f"{name}.conll", {"PER": "PERSON"}, 3)
    for name in _RE3D_FOLDERS:
        samples += _re3d(folder / "re3d" / name, held_out)
    return [sample for sample in samples if sample.words]


def treebank_sample(corpus: str, document: Document) -> Sample:
    """A treebank document without names, for evaluation during training."""
    return _from_treebank(corpus, document, lambda s: [IGNORED] * len(s.tokens))


def _from_treebank(corpus: str, document: Document, entities_of: Callable[[Sentence], list[int]]) -> Sample:
    sample = Sample(corpus)
    for sentence in document.sentences:
        offset = len(sample.words)
        for number, token in enumerate(sentence.tokens):
            sample.joined.append(bool(number) and not sentence.tokens[number - 1].space)
            sample.words.append(token.form)
            sample.pos.append(token.pos)
            sample.tags.append(token.tag)
            sample.heads.append(token.head - 1 + offset if token.head else -1)
            sample.relations.append("ROOT" if not token.head else token.relation)
            sample.starts.append(number == 0)
        sample.entities += entities_of(sentence)
    return sample


def _gum_entities(sentence: Sentence) -> list[int]:
    labels = [0] * len(sentence.tokens)
    for start, end, label in names_of(sentence):
        _mark(labels, start, end, label)
    return labels


def _mark(labels: list[int], start: int, end: int, label: str) -> None:
    for i in range(start, end):
        labels[i] = _ENTITY[f"{'I' if i > start else 'B'}-{label}"]


def spans_of(labels: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of the names in a row of label numbers."""
    return _bio("O" if number == IGNORED else ENTITIES[number] for number in labels)


def uner_labels(path: Path) -> dict[str, tuple[list[str], list[tuple[int, int, str]]]]:
    """By sentence name: the words, and (first word, end word, label) of the names."""
    found: dict[str, tuple[list[str], list[tuple[int, int, str]]]] = {}
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        name = next((line.partition("=")[2].strip() for line in lines if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [row[1] for row in rows]
        found[name] = (words, list(_bio([_uner_label(row[2]) for row in rows])))
    return found


def _uner_label(tag: str) -> str:
    side, _, label = tag.partition("-")
    return f"{side}-{_UNER[label]}" if label in _UNER else "O"


def _bio(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of the names in BIO or IO tags."""
    start, current = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        side, _, label = tag.partition("-")
        if current and (side != "I" or label != current):
            yield start, i, current
            current = ""
        if label and not current:
            start, current = i, label


def _aligner(named: dict[str, tuple[list[str], list[tuple[int, int, str]]]]) -> Callable[[Sentence], list[int]]:
    return lambda sentence: _align(sentence, named.get(sentence.name))


def _align(sentence: Sentence, named: tuple[list[str], list[tuple[int, int, str]]] | None) -> list[int]:
    """Labels of a sentence whose names were annotated on another tokenisation of the same letters."""
    forms = [token.form.replace(" ", "") for token in sentence.tokens]
    if named is None or "".join(forms) != "".join(word.replace(" ", "") for word in named[0]):
        return [IGNORED] * len(forms)
    starts = _positions(forms)
    theirs = _positions([word.replace(" ", "") for word in named[0]])
    labels = [0] * len(forms)
    for first, end, label in named[1]:
        covered = [i for i in range(len(forms)) if theirs[first] <= starts[i] < theirs[end]]
        if covered:
            _mark(labels, covered[0], covered[-1] + 1, label)
    return labels


def _positions(words: Sequence[str]) -> list[int]:
    positions = [0]
    for word in words:
        positions.append(positions[-1] + len(word))
    return positions


_NO_SPACE_BEFORE = frozenset(
    [".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "...", "’s"]
)
_NO_SPACE_AFTER = frozenset(["(", "[", "$", "``", "#", "£", "€"])


def spacing(words: Sequence[str]) -> list[bool]:
    """Whether each word of a text cut by spaces stood joined to the one before, by the habits of English."""
    joined: list[bool] = []
    inside = False
    for i, word in enumerate(words):
        opening = word == '"' and not inside
        closing = word == '"' and inside
        after_opener = bool(i) and (words[i - 1] in _NO_SPACE_AFTER or (words[i - 1] == '"' and inside))
        joined.append(bool(i) and (word in _NO_SPACE_BEFORE or closing or (after_opener and not opening)))
        if word == '"':
            inside = not inside
    return joined


def _columns(corpus: str, path: Path, names: dict[str, str], sentences: int) -> list[Sample]:
    """Documents of a few sentences each from a file of word and tag columns."""
    known = {**names, "ORG": "ORG", "LOC": "LOC", "PERSON": "PERSON", "MISC": "MISC"}
    samples = []
    blocks = [b for b in re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace")) if b.strip()]
    for first in range(0, len(blocks), sentences):
        rows = [line.split() for block in blocks[first : first + sentences] for line in block.split("\n")]
        rows = [row for row in rows if len(row) > 1 and row[0] != "-DOCSTART-"]
        words = [row[0] for row in rows]
        sides = [row[-1].partition("-") for row in rows]
        tags = [f"{side}-{known[label]}" if label in known else "O" for side, _, label in sides]
        sample = Sample(corpus, words, spacing(words), [0] * len(words))
        for start, end, label in _bio(tags):
            _mark(sample.entities, start, end, label)
        samples.append(sample)
    return samples


def _re3d(folder: Path, held_out: set[str]) -> Iterator[Sample]:
    """Names of re3d: spans whose content words are capitalised, without their articles."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        if entity["type"] in _RE3D:
            spans.setdefault(entity["documentId"], []).append((entity["begin"], entity["end"], _RE3D[entity["type"]]))
    for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["_id"] in held_out:
            continue
        doc = tokenizer(document["text"])
        words = [token for token in doc if not token.is_space]
        place = {token.i: number for number, token in enumerate(words)}
        labels = [0] * len(words)
        order = {"LOC": 0, "PERSON": 1, "ORG": 2, "MISC": 3}
        for begin, end, label in sorted(spans.get(document["_id"], []), key=lambda s: (s[0] - s[1], order[s[2]])):
            span = doc.char_span(begin, end, alignment_mode="contract")
            inside = [token for token in span or [] if not token.is_space]
            while inside and inside[0].lower_ in ("the", "a", "an", "its", "their", "his", "her"):
                inside.pop(0)
            if not inside or not all(_capital(token.text) for token in inside):
                continue
            first, last = place[inside[0].i], place[inside[-1].i]
            if not any(labels[first : last + 1]):
                _mark(labels, first, last + 1, label)
        joined = [i > 0 and words[i - 1].idx + len(words[i - 1]) == token.idx for i, token in enumerate(words)]
        yield Sample("re3d", [token.text for token in words], joined, labels)


def _capital(word: str) -> bool:
    return (
        not word[0].isalpha() or word[0].isupper() or word in ("of", "the", "and", "for", "in", "on", "to", "al", "de")
    )
