"""From bytes to text: the declared charset where it fits the bytes, else the likeliest one."""

import codecs
from collections.abc import Iterator
from typing import Final

from charset_normalizer import from_bytes
from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

from bot.model import Page

_SAMPLE: Final = 65_536
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "undefined", "utf-7", "unicode-escape", "raw-unicode-escape"})
"""Text codecs of Python that no browser knows; some of them fail or hide markup."""


def decode(page: Page, *, guess: bool = True) -> str:
    """The text of a page. Never fails: what cannot be read becomes U+FFFD.

    A byte order mark decides. Then comes UTF-8 when the bytes are valid UTF-8, because other charsets
    are hardly ever so by accident while servers declare old ones by habit; then the charset of the
    header, of the meta element, and a guess, the first that fits all bytes. Guessing is slow;
    without ``guess`` it is left out.
    """
    by_mark, mark = read_bom(page.body)
    if by_mark:
        return page.body[len(mark or b"") :].decode(by_mark, "replace")
    first = None
    for name in _candidates(page, guess):
        first = first or name
        try:
            return page.body.decode(name)
        except UnicodeError:
            continue
    return page.body.decode(_lenient(page, first), "replace")


def _candidates(page: Page, guess: bool) -> Iterator[str]:
    if not (page.charset or "").lower().startswith(("utf-16", "utf-32", "iso-2022", "hz")):
        yield "utf-8"
    for declared in (page.charset, html_body_declared_encoding(page.body[:4096])):
        if name := _known(declared):
            yield name
    if guess and (likeliest := from_bytes(page.body[:_SAMPLE]).best()):
        yield likeliest.encoding


def _known(name: str | None) -> str | None:
    """The Python name of a charset that yields text, with the meaning that browsers give it."""
    resolved = resolve_encoding(name) if name else None
    try:
        codec = codecs.lookup(resolved) if resolved else None
    except LookupError:
        return None
    return codec.name if codec and codec._is_text_encoding and codec.name not in _NO_CHARSETS else None


def _lenient(page: Page, first: str | None) -> str:
    return _known(page.charset) or _known(html_body_declared_encoding(page.body[:4096])) or first or "utf-8"
