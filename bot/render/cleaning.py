"""Making outside text fit to be shown: one line, nothing invisible, nothing that turns the text around."""

import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, urlsplit

from bot.render.limits import URL, length

_JOINERS: Final = "\u200c\u200d"  # needed by emoji and by many scripts
_DROPPED_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
MOST_MARKS: Final = 8
"""Combining marks shown on one character: more than languages write, too few to blot out other lines."""
_CLOSING: Final = {"“": "”", "«": "»", '"': '"', "„": "“”"}
"""By the mark that opens a quotation, those that close it."""
_BREAKS: Final = frozenset("\n\r\t\x0b\x0c\x85\u2028\u2029")


def visible(text: str, *, keep_breaks: bool = False) -> str:
    """The text without control, bidirectional and other invisible characters.

    Line breaks and tabs become blanks, or stay as newlines with ``keep_breaks``.
    """
    shown = "".join(_shown(character, keep_breaks) for character in text)
    return "".join(_marks_bounded(shown)) if not shown.isascii() else shown


def _marks_bounded(text: str) -> Iterator[str]:
    """The text with at most :data:`MOST_MARKS` combining marks on one character."""
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") or character in _JOINERS else 0
        if marks <= MOST_MARKS:
            yield character


def _shown(character: str, keep_breaks: bool) -> str:
    if character in _BREAKS:
        return "\n" if keep_breaks and character == "\n" else " "
    if character in _JOINERS:
        return character
    return "" if unicodedata.category(character) in _DROPPED_CATEGORIES else character


def clean(text: str) -> str:
    """The text on one line, visible characters only, blanks collapsed."""
    return " ".join(visible(text).split())


def shorten(text: str, limit: int) -> str:
    """The text when it fits, else as many whole words as fit and "…", never ending inside a quotation.

    Empty when nothing can be kept.
    """
    if length(text) <= limit:
        return text
    cut = text[: max(limit - 1, 0)]
    while length(cut) > limit - 1:
        cut = cut[:-1]
    cut = cut[: cut.rfind(" ")] if " " in cut else ""
    cut = cut[: _open_quotation(cut, text)].rstrip(" ,;:–—-")
    return f"{cut}…" if cut else ""


def _open_quotation(cut: str, text: str) -> int | None:
    """Where the quotation begins that ``text`` goes on with after ``cut``; None when ``cut`` ends outside of any."""
    start, closing = 0, ""
    for at, character in enumerate(cut):
        if closing:
            closing = "" if character in closing else closing
        elif character in _CLOSING:
            start, closing = at, _CLOSING[character]
    return start if any(text.find(mark, len(cut)) >= 0 for mark in closing) else None


def safe_url(url: str | None) -> str | None:
    """The address for a link, with everything percent-encoded that could end it early.

    None for anything but http and https, and for an address too long to be linked.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    encoded = quote(url.strip(), safe="%/:=&?~#+!$,;'@*[]-._", errors="replace").replace("'", "%27").replace("*", "%2A")
    return encoded if length(encoded) <= URL else None
