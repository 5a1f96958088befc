"""HTML or plain text in, an Article with stable offsets out.

May import ``bot.fetch``, ``bot.model``, ``bot.settings`` and ``bot.failures``; knows nothing of language or chat.
"""

import re
from typing import Any, Final

from bot.extract.errors import NotText
from bot.extract.html import extract_html
from bot.extract.plain import article_from_file, article_from_text
from bot.fetch import decode
from bot.model import Article, Page
from bot.settings import ExtractSettings

__all__ = ["article_from_file", "article_from_text", "extract", "extract_html"]


PLAIN_TYPES: Final = frozenset({"text/plain", "text/markdown"})
SIGNATURES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"MZ\x90",
)
SAMPLE: Final = 4096
_UNKEEPABLE: Final = re.compile("[\x00\ud800-\udfff]")
"""Nulls and halves of surrogate pairs; JSON-LD can spell both."""
MAX_CONTROLS: Final = 0.05
"""Share of control bytes; evenly random bytes without nulls have a tenth, text has next to none."""


def extract(page: Page, settings: ExtractSettings) -> Article:
    """The article of a fetched page, HTML or plain text by content type.

    Raises :class:`bot.failures.Failure` when the page holds no article.
    """
    if looks_binary(page.body):
        raise NotText
    text = decode(page)
    if page.content_type.split(";")[0].strip().lower() in PLAIN_TYPES:
        article = article_from_file(text, url=page.final_url, settings=settings)
    else:
        article = extract_html(text, page.final_url, settings)
    return Article.model_validate(_keepable(article.model_dump()))


def _keepable(value: Any) -> Any:
    """A value with a replacement character in place of each character that no database keeps."""
    if isinstance(value, str):
        return _UNKEEPABLE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_keepable(one) for one in value]
    return {name: _keepable(one) for name, one in value.items()} if isinstance(value, dict) else value


def looks_binary(body: bytes) -> bool:
    """True for bytes that no text page starts with: a known signature, or many control bytes.

    UTF-16 and UTF-32 pages, which are full of null bytes, are told by their byte order mark.
    """
    head = body[:SAMPLE]
    if head.startswith(SIGNATURES):
        return True
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return controls > MAX_CONTROLS * len(head)
