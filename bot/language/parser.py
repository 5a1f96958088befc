"""The spaCy component that fills a document from the shipped model."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.language import Language
from spacy.symbols import IDS
from spacy.tokens import Doc, Span, Token

from bot.language.network import MODEL_FILES, Network, Parse
from bot.language.paragraphs import paragraphs
from bot.language.tokens import DOUBTS
from bot.model import ModelInfo

BUILTIN_MODEL = Path(__file__).parent / "data" / "model"
PIPE_NAME = "newsroom_parser"
NO_DOUBT = -9.0
"""Of white space."""


@Language.factory(
    PIPE_NAME,
    assigns=["doc.ents", "token.pos", "token.tag", "token.dep", "token.head", "token.is_sent_start"],
    default_config={"model": None, "threads": 1, "rows": 8},
)
def make_parser(nlp: Language, name: str, model: str | None, threads: int, rows: int) -> "NewsroomParser":
    """``model`` is a model folder (default: the one shipped), ``rows`` the windows run at once."""
    return NewsroomParser(name, Path(model) if model else BUILTIN_MODEL, threads, rows)


class NewsroomParser:
    """Tags, parses, splits into sentences and finds names, one model call for a whole document.

    Paragraphs are parsed apart, so no sentence crosses a blank line. White-space tokens belong to
    the word before them.
    """

    def __init__(self, name: str, folder: Path, threads: int, rows: int) -> None:
        self.name = name
        self.folder = folder
        self.threads = threads
        self.rows = rows
        self._network = Network.load(folder, threads)

    @property
    def model(self) -> ModelInfo:
        """Name and version of the model in use."""
        return ModelInfo(name=self._network.name, version=self._network.version)

    def __call__(self, doc: Doc) -> Doc:
        """Annotates ``doc`` in place and returns it."""
        stretches = [[token for token in part if not token.is_space] for part in paragraphs(doc)]
        stretches = [words for words in stretches if words]
        features = self._network.features
        inputs = [features.words([t.text for t in words], list(_joined(words))) for words in stretches]
        _annotate(doc, stretches, self._network.parse(inputs, self.rows))
        return doc

    def __reduce__(self) -> tuple[Callable[..., "NewsroomParser"], tuple[str, Path, int, int]]:
        """A pickle holds where the model is, not the model."""
        return NewsroomParser, (self.name, self.folder, self.threads, self.rows)

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """The files of the model, one after the other, each with its length."""
        files = [(self.folder / name).read_bytes() for name in MODEL_FILES]
        return b"".join(len(data).to_bytes(8, "big") + data for data in files)

    def to_disk(self, path: Path | str, *, exclude: Any = ()) -> None:
        """Writes the model's files into a folder."""
        target = Path(path)
        target.mkdir(parents=True, exist_ok=True)
        for name in MODEL_FILES:
            (target / name).write_bytes((self.folder / name).read_bytes())

    def from_disk(self, path: Path | str, *, exclude: Any = ()) -> "NewsroomParser":
        """Takes the model from a folder that :meth:`to_disk` wrote."""
        self.folder = Path(path)
        self._network = Network.load(self.folder, self.threads)
        return self


def _joined(words: list[Token]) -> Iterator[bool]:
    """For each word whether it follows the one before without white space."""
    for i, word in enumerate(words):
        yield i > 0 and words[i - 1].idx + len(words[i - 1]) == word.idx


def _annotate(doc: Doc, stretches: list[list[Token]], parses: list[Parse]) -> None:
    strings = doc.vocab.strings
    heads = np.arange(len(doc))
    deps, tags, pos = (np.zeros(len(doc), np.uint64) for _ in range(3))
    doubts = np.full(len(doc), NO_DOUBT, np.float32)
    ents: list[Span] = []
    for words, parse in zip(stretches, parses, strict=True):
        places = np.array([word.i for word in words])
        heads[places] = places[parse.heads]
        deps[places] = [strings.add(relation) for relation in parse.relations]
        tags[places] = [strings.add(tag) for tag in parse.tags]
        pos[places] = [IDS[name] for name in parse.pos]
        doubts[places] = parse.doubts
        ents += [Span(doc, words[start].i, words[end - 1].i + 1, label=label) for start, end, label in parse.entities]
    _attach_spaces(doc, heads, pos, tags)
    relative = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
    cast(Any, doc).from_array([HEAD, DEP, POS, TAG], np.stack([relative, deps, pos, tags], axis=1))
    doc.set_ents(ents)
    doc.user_data[DOUBTS] = doubts


def _attach_spaces(doc: Doc, heads: "np.ndarray[Any, Any]", pos: "np.ndarray[Any, Any]", tags: Any) -> None:
    """Hangs each white-space token on the word before it, or on the first word of the document."""
    space, tag = IDS["SPACE"], doc.vocab.strings.add("_SP")
    first = next((token.i for token in doc if not token.is_space), None)
    previous = first
    for token in doc:
        if not token.is_space:
            previous = token.i
            continue
        pos[token.i], tags[token.i] = space, tag
        if previous is not None:
            heads[token.i] = previous
