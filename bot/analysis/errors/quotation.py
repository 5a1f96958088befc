"""Quotation marks on the level of characters: what is open where, robust against wrong marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.model import Span

OPEN = "“"
CLOSE = "”"
STRAIGHT = '"'
MARK = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch in quotation marks, marks included. ``closed`` is False when the paragraph ends inside it."""

    start: int
    end: int
    closed: bool


def is_opening_position(text: str, at: int) -> bool:
    """True when the mark at ``at`` stands where an opening one belongs: space or bracket before, text after."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([—–-‘'/") and not after.isspace()


def quoted_regions(paragraph: Span) -> Iterator[Region]:
    """The quoted stretches of one paragraph, offsets as in its field.

    Whether a mark opens or closes is decided by what is open, not by its shape, so that a wrong
    mark ("now, “he said") does not turn the rest of the paragraph inside out. A curly opening mark
    inside a quotation is taken for a wrong closing one only where a closing one can stand.
    """
    text, opened = paragraph.text, None
    for match in MARK.finditer(text):
        at, mark = match.start(), match.group()
        if opened is None:
            if mark == OPEN or (mark == STRAIGHT and is_opening_position(text, at)):
                opened = at
        elif mark in (CLOSE, STRAIGHT) or follows_sentence_end(text, at):
            yield Region(paragraph.start + opened, paragraph.start + at + 1, closed=True)
            opened = None
    if opened is not None:
        yield Region(paragraph.start + opened, paragraph.end, closed=False)


def follows_sentence_end(text: str, at: int) -> bool:
    """True when the mark at ``at`` can close a quotation: it comes after closing punctuation, a space allowed.

    Before a capital it must introduce a name and a verb of saying ("…, “Cole said"); otherwise the
    mark opens a quotation ("he said, “In the end …").
    """
    if not re.search(r"[.,!?…][ \u00a0]?$", text[max(0, at - 3) : at]):
        return False
    return not text[at + 1 : at + 2].isupper() or text[at - 1] != " " or _TAG.match(text, at + 1) is not None


_TAG = re.compile(
    r"(?:(?:[A-Z][\w’.-]{0,40}|of|de|van|der|al|the) ){1,5}"
    r"(?:said|says|told|added|asked|wrote|replied|explained|warned|noted|recalled|continued|insisted|argued|stated)\b"
)
