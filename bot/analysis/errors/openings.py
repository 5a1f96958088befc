"""How the matches of a regular expression begin, so that it is tried at those words of a text alone.

Most patterns of the checks start at the start of a word and with one of few words. Looked up in an index, they
cost little where the text has none of these; any other pattern is searched for as usual.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

_LENGTH = 4
"""Letters of a word by which it is looked up."""

_MOST = 400
_GUARDED = re.compile(r"(?:\(\?<[!=][^()]*\))*?(?:\\b|\(\?<!\\w\)|\(\?<!\[\\w[^\]]*\]\))")
"""What a pattern begins with that starts at the start of a word."""

_NO_LETTER_NEXT = re.compile(r"\(\?!\[\\w[^\]]*\]\)")
_WORD = re.compile(r"\w+")
_KNOWN = re.compile(rf"\w{{{_LENGTH}}}|\w*\W")
"""As much of an opening as is looked up."""

_SIZES = re.compile(r"\{(\d*),?\d*\}")

Opening = tuple[str, bool]
"""What a piece of a pattern matches, and whether the rest of the pattern goes on behind it, or else anything."""

_ANYTHING: list[Opening] = [("", False)]
_NOTHING: list[Opening] = [("", True)]


class Searched:
    """A text in which many patterns are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """As ``pattern.finditer`` finds them."""
        keys, end = openings(pattern.pattern), 0
        if keys is None:
            yield from pattern.finditer(self._text)
            return
        known = self._keys & keys
        for at in sorted(start for key in known for start in self._starts[key]):
            match = pattern.match(self._text, at) if at >= end else None
            if match is not None:
                end = match.end()
                yield match

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._starts)

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(self._text):
            found[_key(word.group())].append(word.start())
        return dict(found)


def _key(word: str) -> str:
    return word[:_LENGTH].lower()


@cache
def openings(pattern: str) -> frozenset[str] | None:
    """The first letters of the words at which a pattern can match; None when it may be any word or within one."""
    if not all(_GUARDED.match(alternative) for alternative in _alternatives(pattern)):
        return None
    words = [_KNOWN.match(text) for text, _ in _expanded(pattern)]
    keys = {re.sub(r"\W", "", word.group()) if word is not None else "" for word in words}
    return frozenset(map(_key, keys)) if all(keys) else None


def _expanded(pattern: str) -> list[Opening]:
    found = {opening for alternative in _alternatives(pattern) for opening in _sequence(alternative)}
    return list(found) if len(found) <= _MOST else _ANYTHING


def _sequence(pattern: str) -> list[Opening]:
    found, at = _NOTHING, 0
    while at < len(pattern) and any(goes_on for _, goes_on in found):
        end = _end_of_piece(pattern, at)
        options = _options(pattern[at:end])
        at, is_optional, is_repeated = _quantified(pattern, end)
        if is_repeated:
            options = _ANYTHING if is_optional else [(text, False) for text, _ in options]
        elif is_optional:
            options = options + _NOTHING
        found = list({joined for one in found for joined in _joined(one, options)})
    return found


def _joined(one: Opening, options: list[Opening]) -> Iterator[Opening]:
    text, goes_on = one
    known = _KNOWN.match(text)
    if known is not None or not goes_on:
        yield (known.group() if known is not None else text), False
        return
    for more, ending in options:
        yield (text, True) if more == _EDGE and not text else (text + more, ending)


_EDGE = " "
"""What the edge of a word stands for behind one: something that is no letter."""


def _options(piece: str) -> list[Opening]:
    """What one piece of a pattern may match."""
    if piece == r"\b" or _NO_LETTER_NEXT.fullmatch(piece):
        return [(_EDGE, True)]
    if piece.startswith(("(?=", "(?!", "(?<=", "(?<!")):
        return _NOTHING
    if piece.startswith("("):
        inner = re.sub(r"^\((?:\?:|\?>|\?P<\w+>)?", "", piece)[:-1]
        return _expanded(inner) if not inner.startswith("?") else _ANYTHING
    if piece.startswith("["):
        letters = piece[1:-1]
        return [(letter, True) for letter in letters] if not set(letters.strip("-")) & {*"\\^-"} else _ANYTHING
    if piece.startswith("\\"):
        return [(piece[1], True)] if not piece[1].isalnum() else _ANYTHING
    return [(piece, True)] if piece not in ".^$" else _ANYTHING


def _alternatives(pattern: str) -> Iterator[str]:
    start = at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            yield pattern[start:at]
            start = at + 1
        at = _end_of_piece(pattern, at)
    yield pattern[start:]


def _end_of_piece(pattern: str, at: int) -> int:
    """Where the letter, escape, class or group ends that starts at a place."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        at += 1 + (pattern[at + 1] == "^")
        at += pattern[at] == "]"
        while pattern[at] != "]":
            at += 2 if pattern[at] == "\\" else 1
        return at + 1
    if pattern[at] != "(":
        return at + 1
    at += 1
    while pattern[at] != ")":
        at = _end_of_piece(pattern, at)
    return at + 1


def _quantified(pattern: str, at: int) -> tuple[int, bool, bool]:
    """Where what says how often a piece stands ends, whether it may stand nowhere, and whether more than once."""
    sizes = _SIZES.match(pattern, at)
    sign = pattern[at : at + 1]
    if sizes is None and (not sign or sign not in "?*+"):
        return at, False, False
    end = sizes.end() if sizes is not None else at + 1
    end += pattern[end : end + 1] in ("?", "+")
    is_optional = sign in "?*" if sizes is None else not int(sizes.group(1) or 0)
    return end, is_optional, sign != "?"
