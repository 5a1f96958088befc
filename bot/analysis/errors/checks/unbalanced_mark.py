"""A quotation that is never closed, or opened twice."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.quotation import CLOSE, MARK, OPEN, STRAIGHT, follows_sentence_end, is_opening_position
from bot.analysis.errors.registry import Finding, check
from bot.model import Span

_LONGEST = 150
"""Characters of a sentence that are shown before a mark that closes nothing."""

_INCHES = re.compile(r"\d\"")
_SURE_INCHES = re.compile(r"\b(?:an?|the|its|their|his|her) \d+\" (?=[a-z])", re.IGNORECASE)
"""The measure of a thing that follows: "the 42" screen"; behind "I am 46" no noun does."""


@check("quote.unbalanced", "Quotation not closed", severity="minor", confidence=0.75)
def unbalanced_mark(copy: Copy) -> Iterator[Finding]:
    """One finding a paragraph whose marks do not pair up.

    A paragraph may stay open when the next one opens with a mark: the same speaker goes on.
    """
    paragraphs = copy.paragraphs
    for paragraph, following in zip(paragraphs, [*paragraphs, None][1:], strict=True):
        continues = following is not None and following.text.startswith((OPEN, STRAIGHT))
        curly = OPEN in paragraph.text or CLOSE in paragraph.text
        fault = _curly_fault(paragraph.text) if curly else _straight_fault(paragraph)
        if fault is None and not curly:
            fault = _single_fault(paragraph.text, continues=following is not None and following.text[:1] in "‘'")
        if fault is None or (fault[0] == "open" and continues and _runs_on(paragraph.text, fault[1])):
            continue
        kind, at = fault
        yield Finding(
            _stretch(copy, paragraph, at, kind),
            _MESSAGES[kind],
            confidence=None if curly else 0.6,
        )


_MESSAGES = {
    "open": "Possibly a missing mark: this quotation is opened and not closed in its paragraph. "
    "Check where the speaker’s words end.",
    "nested": "Possibly a missing mark: a second quotation opens inside the first, with marks of the same kind. "
    "Check where each ends.",
    "close": "Possibly a missing mark: this quotation is closed and was never opened. "
    "Check where the speaker’s words begin.",
}


def _curly_fault(text: str) -> tuple[str, int] | None:
    """(kind, offset of the offending mark) of the first fault; None when the marks pair up."""
    opened: int | None = None
    for match in MARK.finditer(text):
        at, mark = match.start(), match.group()
        if opened is None:
            if mark == CLOSE:
                return ("close", at)
            opened = at
        elif mark == OPEN and not follows_sentence_end(text, at):
            return ("nested", opened)
        else:
            opened = None
    return None if opened is None else ("open", opened)


def _runs_on(text: str, at: int) -> bool:
    """True when what a mark opens may go on in the next paragraph, as a sentence may and a few words may not."""
    inside = text[at + 1 :]
    return CLOSE not in inside and not (inside[:1].islower() and text[:at].rstrip()[-1:].isalpha())


def _straight_fault(paragraph: Span) -> tuple[str, int] | None:
    """As :func:`_curly_fault`; whether a straight mark opens or closes is told by the blanks around it."""
    if _SURE_INCHES.sub("", paragraph.text).count(STRAIGHT) % 2 == 0:
        return None  # also where a figure ends the quotation: "and I am only 46"
    text = _INCHES.sub("  ", paragraph.text)
    marks = [m.start() for m in re.finditer(STRAIGHT, text)]
    if len(marks) % 2 == 0:
        return None
    opened: int | None = None
    for at in marks:
        opens = is_opening_position(text, at)
        if opened is None and not opens:
            return ("close", at)
        if opened is not None and opens and not follows_sentence_end(text, at):
            return ("nested", opened)
        opened = at if opened is None else None
    return ("open", marks[-1])


def _single_fault(text: str, *, continues: bool) -> tuple[str, int] | None:
    """A single mark that opens a sentence and that none closes; one within a word is an apostrophe."""
    opened = [match.start() for match in _SINGLE.finditer(text)]
    for at, end in zip(opened, [*opened, len(text)][1:], strict=False):
        if not _SINGLE_CLOSE.search(text, at, end) and not (continues and end == len(text)):
            return ("open", at)
    return None


_SINGLE, _SINGLE_CLOSE = (
    re.compile(r"(?:(?<=\s)|^)[‘'](?!(?:T(?:is|was|were|will|il)|Em|Cause|Round|Bout)\b)(?=[A-Z][a-z’]* [a-z])"),
    re.compile(r"[’'](?![A-Za-z])"),
)


def _stretch(copy: Copy, paragraph: Span, at: int, kind: str) -> Span:
    """The quotation from its lone mark on, up to the next that opens, or the sentences up to it; all in a paragraph."""
    start = paragraph.start + at
    if kind == "nested" and (second := MARK.search(paragraph.text, at + 1)) is not None:
        return copy.trimmed(start, paragraph.start + second.end())
    if kind == "close":
        last = max(paragraph.text.rfind(CLOSE, 0, at), paragraph.text.rfind(STRAIGHT, 0, at))
        free = paragraph.start + last + 1
        starts = [s.start_char for s in copy.sentences if max(free, start - _LONGEST) <= s.start_char < start]
        return copy.trimmed(starts[0] if starts else max(free, start - _LONGEST), start + 1)
    return copy.trimmed(start, paragraph.end)
