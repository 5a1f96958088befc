"""Where quotations begin and end: pairs of quotation marks, and what to do when they do not pair.

Works on characters alone. Each paragraph is read by itself, so that one lost mark cannot turn the
rest of the article inside out. Straight, curly, single and low-high marks and guillemets are
understood; apostrophes and inch signs are told apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_OPENERS = "“„‟«"
_CLOSERS = "”»"
_DOUBLE = re.compile(r"[“”„‟«»\"]|``|''")
_SINGLE = re.compile(r"[‘’‚‛'‹›]")
_BEFORE_OPENER = " \t\n\r\u00a0\u2009\u202f([{—–-/:|"
_AFTER_CLOSER = " \t\n\r\u00a0\u2009\u202f)]}—–-/,.;:!?…|"
_GUILLEMETS = ("«»", "»«")
_TAG = re.compile(
    r"\s{0,9}+(?:,\s{0,9}+)?"
    r"(?:(?:he|she|they|it|I|we)\s+(?:\w+ly\s+)?(?:said|says|told|added|asked|continued|explained|wrote|replied"
    r"|recalled|warned|insisted|noted|concluded)\b|(?:said|says|added|asked|told|wrote)\s+(?:[A-Z]|the\b|a\b))"
)
_CLIPPED = re.compile(r"(?:tis|twas|em|til|cause|n|bout|cos)\b", re.IGNORECASE)
"""Words that an apostrophe stands before."""
_MAX_LINES = 4
"""How many lines on an unclosed quotation is searched for its closing mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, marks included, as character offsets. ``repaired`` says that its marks did not pair."""

    start: int
    end: int
    repaired: bool = False

    def content(self, text: str) -> str:
        """The words between the marks."""
        return text[self.start : self.end].strip("“”„‟«»\"`'‘’‚‛‹› \n")


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The quotations of a text in order, none inside another. ``paragraphs`` are (start, end) offsets."""
    doubles = list(_double(text, paragraphs))
    singles = [
        single
        for single in _single(text, paragraphs)
        if not any(d.start <= single.start and single.end <= d.end for d in doubles)
    ]
    outside = [d for d in doubles if not any(s.start < d.start and d.end < s.end for s in singles)]
    return sorted(outside + singles, key=lambda quotation: quotation.start)


# ---- double marks ------------------------------------------------------------------------------


def _double(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """Quotations in double marks; those that run over several paragraphs are one."""
    pending: Quotation | None = None
    lines = 0
    for number, (start, end) in enumerate(paragraphs):
        found, unclosed, stray = _pair(text, start, end, pending is not None)
        if pending is not None:
            goes_on = found and found[0].start == _first(text, start, end)
            if stray is not None:
                yield replace(pending, end=stray)
                pending = None
            elif goes_on and not found[0].repaired:
                yield Quotation(pending.start, found.pop(0).end)
                pending = None
            elif unclosed is not None and unclosed == _first(text, start, end):
                pending = replace(pending, end=_last(text, start, end))
                unclosed = None
            else:
                lines += 1
        yield from found
        if unclosed is not None:
            pending, lines = Quotation(unclosed, _last(text, start, end), repaired=True), 0
        if pending is not None and (lines > _MAX_LINES or not _continues(text, paragraphs[number + 1 :])):
            yield pending
            pending = None


def _continues(text: str, following: Sequence[tuple[int, int]]) -> bool:
    """True when an open quotation goes on: the next paragraph opens again, or a later line holds a stray closer."""
    for number, (start, end) in enumerate(following[: _MAX_LINES + 1]):
        marks = list(_DOUBLE.finditer(text, start, end))
        if not marks:
            continue
        first = marks[0]
        if first.start() == _first(text, start, end):
            return number == 0
        return _leans(text, first.start(), first.end(), start, end) == "close"
    return False


def _pair(text: str, start: int, end: int, continued: bool) -> tuple[list[Quotation], int | None, int | None]:
    """Pairs the marks of one paragraph.

    Returns the pairs, where an unclosed quotation begins, and where one from an earlier paragraph ends.
    """
    found: list[Quotation] = []
    opened: int | None = None
    stray: int | None = None
    low = False
    marks = list(_DOUBLE.finditer(text, start, end))
    for number, mark in enumerate(marks):
        at, after, sign = mark.start(), mark.end(), mark.group()
        lean = _leans(text, at, after, start, end)
        if opened is None:
            if lean == "open" or (
                sign == '"' and not continued and lean == "close" and _opens_after_all(text, marks[number:])
            ):
                opened, low = at, sign == "„"
            elif continued and stray is None and not found:
                stray = after
            elif sign in _CLOSERS and lean == "close" and not found and _TAG.match(text, after):
                found.append(Quotation(_first(text, start, end), after, repaired=True))
        elif lean == "close" or (low and sign == "“") or text[opened] + sign in _GUILLEMETS:
            found.append(Quotation(opened, after))
            opened = None
        elif _is_misplaced(text, opened, at, after):
            found.append(Quotation(opened, after, repaired=True))
            opened = None
        elif sign != text[opened] or sign == '"':
            found.append(Quotation(opened, _last(text, opened, at), repaired=True))
            opened = at
        else:
            cut = _last(text, opened, at)
            if text[cut - 1] in ".!?…,":
                found.append(Quotation(opened, cut, repaired=True))
            opened = at
    return found, opened, stray


def _leans(text: str, at: int, after: int, start: int, end: int) -> str:
    """Whether a mark opens, closes or does neither, from its shape and its neighbours."""
    before = text[at - 1] if at > start else " "
    behind = text[after] if after < end else " "
    sign = text[at:after]
    opens = before in _BEFORE_OPENER + "‘'“„«" and not behind.isspace()
    closes = not before.isspace() and behind in _AFTER_CLOSER + "’'"
    if sign in ("``",) or sign in _OPENERS:
        return "close" if closes and not opens and sign in "“«" else "open"
    if sign in _CLOSERS or sign == "''":
        return "open" if opens and not closes and before.isspace() and sign != "''" else "close"
    if before.isdigit() and not behind.isalpha() and not text[max(start, at - 40) : at].count('"'):
        return "neither" if before != " " and _is_measure(text, at) else "close"
    if opens and closes:
        return "close" if before in "—–-" else "open"
    if opens:
        return "open"
    return "close" if closes or not before.isspace() else "close" if behind.isspace() else "open"


def _opens_after_all(text: str, marks: Sequence[re.Match[str]]) -> bool:
    """True for a straight mark that closes nothing and has a partner after it: ``said," We go"``."""
    at, behind = marks[0].start(), text[marks[0].end() : marks[0].end() + 1]
    return len(marks) % 2 == 0 and behind.isspace() and (at == 0 or text[at - 1].isspace() or text[at - 1] == ",")


def _is_measure(text: str, at: int) -> bool:
    """True for inches: 6'2", a 12" record."""
    return bool(re.search(r"(?:\d['’′]\s?\d{1,2}|(?:^|\s)\d{1,3}(?:\.\d+)?)$", text[max(0, at - 8) : at]))


def _is_misplaced(text: str, opened: int, at: int, after: int) -> bool:
    """True for a mark that has drifted to the wrong side of the space: ``…the end, “he said``."""
    before = text[opened:at].rstrip()
    return text[at - 1].isspace() and before[-1:] in ",.!?…" and bool(_TAG.match(text, after))


# ---- single marks ------------------------------------------------------------------------------


def _single(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """Quotations in single marks; one that is left open goes on in a paragraph that opens with the same mark."""
    pending: int | None = None
    for number, (start, end) in enumerate(paragraphs):
        at = start
        while (mark := _SINGLE.search(text, at, end)) is not None:
            at = mark.end()
            if not _opens_single(text, mark.start(), start, end):
                continue
            closer = _closing_single(text, mark.group(), mark.end(), end)
            if closer is not None:
                yield Quotation(mark.start() if pending is None else pending, closer)
                at, pending = closer, None
            elif mark.group() == "‘" and _opens_next(text, paragraphs[number + 1 :]):
                pending = mark.start() if pending is None else pending


def _opens_next(text: str, following: Sequence[tuple[int, int]]) -> bool:
    """True when the next paragraph begins with a single opening mark."""
    return bool(following) and text.startswith("‘", _first(text, *following[0]))


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    behind = text[at + 1] if at + 1 < end else " "
    if before not in _BEFORE_OPENER + '“„«"' or behind.isspace() or text[at] == "›":
        return False
    if text[at] in "’'":
        return behind.isalpha() and not _CLIPPED.match(text, at + 1, end)
    return True


def _closing_single(text: str, opener: str, at: int, end: int) -> int | None:
    """End of the quotation that a single mark opens: the first mark after punctuation, else the first that fits."""
    closers = {"‹": "›", "‚": "‘’", "'": "'"}.get(opener, "’'")
    weak: int | None = None
    for mark in re.finditer(f"[{closers}]", text[at:end]):
        here = at + mark.start()
        behind = text[here + 1] if here + 1 < end else " "
        if text[here - 1].isspace() or behind.isalnum():
            continue
        if text[here - 1] in ",.!?…" or text[here - 1].lower() != "s" or opener == "‹":
            return here + 1
        weak = weak or here + 1
    return weak


def _first(text: str, start: int, end: int) -> int:
    """Offset of the first character that is not white space."""
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def _last(text: str, start: int, end: int) -> int:
    """Offset behind the last character that is not white space."""
    return start + len(text[start:end].rstrip())
