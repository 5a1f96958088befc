"""What well-kept extractors take to be the article: plain text, one candidate each, votes for the blocks.

Each extractor errs in its own way: trafilatura set to precision sometimes stops half-way down a page, readability
keeps captions and promotion lines. None has the last word.
"""

import logging
import math
import time
from collections.abc import Callable
from typing import Final

import trafilatura
from lxml import etree, html
from readability import Document

from bot.extract.blocks import blocks_of
from bot.extract.errors import TooSlow

_LOG: Final = logging.getLogger(__name__)

for _noisy in ("trafilatura", "readability", "htmldate"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)


def candidates(tree: html.HtmlElement, deadline: float = math.inf) -> dict[str, str]:
    """The text of each extractor by name, empty where it found none. ``tree`` is left as it is.

    Raises :class:`TooSlow` when the monotonic clock passes ``deadline`` between two extractors.
    """
    found = {}
    for name, make in EXTRACTORS.items():
        found[name] = _guarded(name, make, tree)
        if time.monotonic() > deadline:
            raise TooSlow
    return found


def _guarded(name: str, make: Callable[[html.HtmlElement], str], tree: html.HtmlElement) -> str:
    """An extractor that stumbles over a page only loses its vote."""
    try:
        return make(tree)
    except Exception as problem:  # whatever a library raises over odd markup
        _LOG.info("extractor %s gave up: %s", name, problem)
        return ""


def _precise(tree: html.HtmlElement) -> str:
    return _trafilatura(tree, favor_precision=True)


def _trafilatura(tree: html.HtmlElement, *, favor_precision: bool) -> str:
    found = trafilatura.bare_extraction(tree, include_comments=False, favor_precision=favor_precision)
    return str(found.text or "") if found is not None and not isinstance(found, dict) else ""


def _readable(tree: html.HtmlElement) -> str:
    summary = Document(etree.tostring(tree, encoding="unicode", method="html")).summary(html_partial=True)
    return "\n".join(block.text for block in blocks_of(html.fromstring(summary)))


EXTRACTORS: Final[dict[str, Callable[[html.HtmlElement], str]]] = {"precise": _precise, "readable": _readable}
