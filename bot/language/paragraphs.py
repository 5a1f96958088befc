"""Paragraphs of a document, told apart from hard-wrapped lines; a dateline stands alone."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from bot.language.datelines import end_of_dateline

MIN_WRAP = 50
"""A line shorter than this was not broken by a hard wrap."""

_CLOSERS = frozenset(".!?:;\"”’')]…|")
_BREAKS = "\n\r\v\f\u2028\u2029\u0085"


def paragraphs(doc: Doc) -> Iterator[Span]:
    """The paragraphs of ``doc`` in order, trailing white space included, datelines apart; together they cover it.

    A blank line always ends a paragraph. A single line break does too, unless the line before it is
    long and ends in mid-sentence, as in text wrapped at a fixed width.
    """
    text = doc.text
    start = 0
    line_start = 0
    for token in doc:
        if not token.is_space or not any(c in _BREAKS for c in token.text):
            continue
        after = token.i + 1
        line = text[line_start : token.idx].rstrip()
        line_start = token.idx + len(token.text)
        if _is_blank_line(token.text) or len(line) < MIN_WRAP or line[-1] in _CLOSERS:
            yield from _after_dateline(doc[start:after])
            start = after
    if start < len(doc):
        yield from _after_dateline(doc[start:])


def _after_dateline(paragraph: Span) -> Iterator[Span]:
    end = end_of_dateline(paragraph.text)
    cut = end and next((t.i for t in paragraph if t.idx >= paragraph.start_char + end), None)
    if cut:
        yield paragraph.doc[paragraph.start : cut]
        yield paragraph.doc[cut : paragraph.end]
    else:
        yield paragraph


def _is_blank_line(space: str) -> bool:
    return len(space.replace("\r\n", "\n").splitlines()) > 1 or space.count("\n") > 1
