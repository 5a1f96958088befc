"""Acronyms that a text introduces: "the International Atomic Energy Agency (IAEA)"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

LONGEST = 10
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "la", "des", "du", "&", "against", "with"})
_BEFORE = frozenset({"(", "["})
_AFTER = frozenset({")", "]"})


@dataclass(frozen=True, slots=True)
class Acronym:
    """``short`` stands for ``full`` from here on, as the text says."""

    short: Span
    full: Span


def acronyms(doc: Doc) -> Iterator[Acronym]:
    """The acronyms introduced in brackets after the name they shorten, in text order."""
    for i in range(2, len(doc) - 1):
        short = doc[i]
        bracketed = doc[i - 1].text in _BEFORE and doc[i + 1].text in _AFTER
        if bracketed and _is_acronym(short.text):
            full = _spelt_out(doc, i - 1, short.text)
            if full is not None:
                yield Acronym(doc[i : i + 1], full)


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= LONGEST and sum(c.isupper() for c in letters) >= 2 and letters[0].isupper()


def _spelt_out(doc: Doc, end: int, short: str) -> Span | None:
    """The words before ``end`` whose initials give the acronym, read backwards; small words may be skipped."""
    wanted = [c.lower() for c in short if c.isalnum()]
    at = end - 1
    start = end
    while wanted and at >= 0 and end - at <= 3 * len(short) and doc[at].sent.start == doc[end].sent.start:
        word = doc[at].lower_
        if word[0] == wanted[-1] and doc[at].text not in _BEFORE:
            wanted.pop()
            start = at
        elif word not in _SMALL_WORDS and word not in ("-", "’s", "'s"):
            return None
        at -= 1
    if wanted or end - start < 2 or not doc[start].text[0].isupper():
        return None
    return doc[start:end]
