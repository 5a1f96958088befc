"""How wide words are before anybody has chosen a font: estimates from above, for the common sans-serif faces."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

_BY_CHARACTER: Final = {
    **dict.fromkeys("iIjl.,:;'|!’‘` ", 0.33),
    **dict.fromkeys("frt()[]{}/\\-", 0.42),
    **dict.fromkeys('"“”*°', 0.52),
    **dict.fromkeys("ckszvxyJ", 0.59),
    **dict.fromkeys("w&+=<>~#", 0.84),
    **dict.fromkeys("mMW@%—…", 1.0),
}
_BY_CATEGORY: Final = {"Lu": 0.75, "Lt": 0.9, "Lo": 0.8, "So": 1.4, "Sm": 0.9, "Mn": 0.0, "Me": 0.0, "Cf": 0.0}
_OTHER: Final = 0.64
_BOLD: Final = 1.1
ELLIPSIS: Final = "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text set in ``size`` pixels."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1.0)


def _advance(character: str) -> float:
    if character in _BY_CHARACTER:
        return _BY_CHARACTER[character]
    if unicodedata.east_asian_width(character) in "WF":
        return 1.4 if unicodedata.category(character) == "So" else 1.05
    return _BY_CATEGORY.get(unicodedata.category(character), _OTHER)


def wrap(text: str, room: float, lines: int, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text on at most ``lines`` lines of ``room`` pixels; what is left out ends in "…", after a whole word."""

    def fits(line: str) -> bool:
        return width(line, size, bold=bold) <= room

    wrapped: list[str] = []
    for piece in (piece for word in text.split() for piece in _pieces(word, fits)):
        if wrapped and fits(f"{wrapped[-1]} {piece}"):
            wrapped[-1] += f" {piece}"
        elif len(wrapped) < lines:
            wrapped.append(piece)
        else:
            wrapped[-1] = _ended(wrapped[-1], fits)
            break
    return tuple(wrapped)


def _pieces(word: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The word, in pieces when it is wider than a line: after a hyphen if there is one, and never before a mark."""
    start = 0
    for at in range(1, len(word)):
        if not fits(word[start : at + 1]) and not unicodedata.category(word[at]).startswith("M"):
            end = word.rfind("-", start, at) + 1 or at
            yield word[start:end]
            start = end
    yield word[start:]


def _ended(line: str, fits: Callable[[str], bool]) -> str:
    """The line with "…" for what follows, without the words that leave no room for it."""
    while " " in line and not fits(line + ELLIPSIS):
        line = line.rpartition(" ")[0]
    while line and not fits(line + ELLIPSIS):
        line = line[:-1]
    return line.rstrip(" ,;:.–—-") + ELLIPSIS
