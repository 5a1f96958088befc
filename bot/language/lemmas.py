"""Lemmas from a lexicon of (form, tag) pairs with back-off to the commonest change of the ending.

The tables are made by ``training/build_lemmas.py`` from UD English EWT and GUM; see ``docs/model-card.md``
for their licence.
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

PIPE_NAME = "newsroom_lemmatizer"
TABLES = Path(__file__).parent / "data" / "lemmas"
LONGEST_SUFFIX = 5


@dataclass(frozen=True, slots=True)
class Change:
    """How a form becomes its lemma: cut ``drop`` letters, add ``add``; ``case`` is lower, keep or title."""

    drop: int
    add: str
    case: str

    @classmethod
    def between(cls, form: str, lemma: str) -> "Change":
        """The change that leads from ``form`` to ``lemma``."""
        low_form, low_lemma = form.lower(), lemma.lower()
        common = 0
        while common < min(len(low_form), len(low_lemma)) and low_form[common] == low_lemma[common]:
            common += 1
        kept = "keep" if lemma[:common] == form[:common] else "title"
        case = "lower" if lemma == low_lemma else kept
        return cls(len(low_form) - common, low_lemma[common:], case)

    def apply(self, form: str) -> str:
        """The lemma of ``form`` under this change; the form itself when it is too short."""
        if self.drop > len(form):
            return form
        stem = form if self.case == "keep" else form.lower()
        lemma = stem[: len(stem) - self.drop] + self.add
        return lemma[:1].upper() + lemma[1:] if self.case == "title" else lemma


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words``: (lower-cased form, tag) → lemma; ``endings``: (ending, tag) → change."""

    words: Mapping[tuple[str, str], str]
    endings: Mapping[tuple[str, str], Change]

    def lemma(self, form: str, tag: str) -> str:
        """The lemma of a form with a treebank tag."""
        known = self.words.get((form.lower(), tag))
        return known if known is not None else self.by_ending(form, tag)

    def by_ending(self, form: str, tag: str) -> str:
        """The lemma that the longest known ending gives; names keep their form."""
        if tag == "NNP":
            return form
        if tag == "NNPS":
            return form.removesuffix("s")
        low = form.lower()
        for length in range(min(LONGEST_SUFFIX, len(low)), 0, -1):
            change = self.endings.get((low[-length:], tag))
            if change is not None:
                return change.apply(form)
        return low


@cache
def lexicon(folder: Path = TABLES) -> Lexicon:
    """The lexicon in ``words.tsv`` and ``endings.tsv`` of a folder."""
    words = {(form, tag): lemma for form, tag, lemma in _rows(folder / "words.tsv")}
    endings = {
        (ending, tag): Change(int(drop), add, case) for ending, tag, drop, add, case in _rows(folder / "endings.tsv")
    }
    return Lexicon(words, endings)


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@Language.factory(PIPE_NAME, requires=["token.tag"], assigns=["token.lemma"])
class NewsroomLemmatizer:
    """Fills ``token.lemma_``."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._lemma: Callable[[str, str], str] = lexicon().lemma

    def __call__(self, doc: Doc) -> Doc:
        """Annotates ``doc`` in place and returns it."""
        for token in doc:
            token.lemma_ = token.text if token.is_space else self._lemma(token.text, token.tag_)
        return doc
