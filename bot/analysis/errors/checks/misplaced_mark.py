"""A quotation mark of the wrong kind or on the wrong side of a space."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.quotation import CLOSE, MARK, OPEN, STRAIGHT, follows_sentence_end, is_opening_position
from bot.analysis.errors.registry import Finding, check
from bot.model import Span


@check("quote.misplaced-mark", "Misplaced quotation mark", severity="minor", confidence=0.95)
def misplaced_mark(copy: Copy) -> Iterator[Finding]:
    """Curly marks that contradict what is open: an opening mark that closes, a closing one after a space."""
    for paragraph in copy.paragraphs:
        yield from _in_paragraph(copy, paragraph)
        yield from _of_single_marks(copy, paragraph)


def _in_paragraph(copy: Copy, paragraph: Span) -> Iterator[Finding]:
    text, opened = paragraph.text, None
    for match in MARK.finditer(text):
        at, mark = match.start(), match.group()
        if opened is None:
            if mark == CLOSE and _starts_quotation(text, at):
                yield _finding(copy, paragraph, at, "a closing mark stands where a quotation opens", "“")
            opened = at if mark != CLOSE or _starts_quotation(text, at) else None
            if mark == OPEN and text[at + 1 : at + 2].isspace() and not _is_spaced(text, at):
                yield _finding(copy, paragraph, at, "there is a space behind the opening mark", "“")
            continue
        if mark == OPEN:
            if not follows_sentence_end(text, at):
                continue
            yield _finding(copy, paragraph, at, "an opening mark stands where the quotation ends", "”")
        elif mark == STRAIGHT and is_opening_position(text, at) and follows_sentence_end(text, at):
            yield _finding(copy, paragraph, at, "a mark stands before the words that name the speaker", STRAIGHT)
        elif mark == CLOSE and _is_set_off(text, opened, at):
            yield _finding(copy, paragraph, at, "there is a space before the closing mark", "”")
        opened = None


_SINGLE = re.compile(
    r"(?<=[a-z’'][,.!?] )[‘'](?P<tag>(?:he|she|they|(?:Mr|Ms|Mrs|Dr) \w+|[A-Z]\w+(?: [A-Z]\w+)?|the \w+) (?:said"
    r"|says|told|added"
    r"|recalled|wrote|asked|replied|explained|joked)|said|says|added|asked|recalled|replied)\b"
)
_EARLIER = re.compile(r"(?<![\w’'])([‘'])(?=\w)|(?<=[\w.,!?…])[’'](?![\w’'])")
"""Single marks that open, in a group, and that close; those inside words are apostrophes."""


def _of_single_marks(copy: Copy, paragraph: Span) -> Iterator[Finding]:
    """ "I kept the key, 'she said": a single mark behind the comma and before who speaks, where one is open."""
    for match in _SINGLE.finditer(paragraph.text):
        marks = [mark[1] is not None for mark in _EARLIER.finditer(paragraph.text, 0, match.start())]
        if marks and (marks[-1] or paragraph.text[match.start() - 3] in "’'"):
            yield _finding(copy, paragraph, match.start(), "a mark stands before the words that name the speaker", "’")


def _is_spaced(text: str, at: int) -> bool:
    """True where marks are set off from the words on both sides."""
    end = text.find(CLOSE, at)
    return end > 0 and text[end - 1].isspace()


def _is_set_off(text: str, opened: int, at: int) -> bool:
    """True for a space before the closing mark, unless marks are set off on both sides or stand after another."""
    before = text[max(0, at - 2) : at]
    return before[-1:] in (" ", "\u00a0") and before[:1] not in ("’", "'") and not text[opened + 1].isspace()


def _starts_quotation(text: str, at: int) -> bool:
    before, after = text[:at], text[at + 1 : at + 2]
    return (not before or before[-1] in " \u00a0") and after.isalpha() and bool(re.search(r"(?:^|[,:]\s)$", before))


def _finding(copy: Copy, paragraph: Span, at: int, what: str, wanted: str) -> Finding:
    start = paragraph.start + at
    left = len(copy.text[:start].rstrip(" \u00a0")) - 1
    end = min(start + 1 + (copy.text[start + 1 : start + 2].isalpha()), len(copy.text))
    return Finding(
        copy.span(max(paragraph.start, left), end),
        f"Possible typing slip: {what}. Check where the quotation ends and whose words follow.",
        suggestion=copy.text[max(paragraph.start, left) : left + 1].strip() + wanted,
    )
