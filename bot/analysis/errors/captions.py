"""Captions of pictures that were copied with the text."""

import re

from bot.analysis.errors.copy import Copy
from bot.language.tokens import Span as DocSpan

CAPTION = re.compile(
    r"\[?(?:image|file photo|photo|picture|video|caption|pictured|above|below)(?: caption)? ?[-–—:|] ?(?P<words>.+)",
    re.IGNORECASE,
)


def captions(copy: Copy) -> list[DocSpan]:
    """The captions of a text: paragraphs of one line that begin with "Photo:" and the like."""
    found = (paragraph for paragraph in copy.paragraphs if CAPTION.fullmatch(paragraph.text))
    spans = (copy.body.char_span(paragraph.start, paragraph.end, alignment_mode="expand") for paragraph in found)
    return [span for span in spans if span is not None]
