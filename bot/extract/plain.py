"""Articles that come as plain text: their text stays exactly as it was given."""

import re
from typing import Final

from bot.extract.errors import EmptyPage, TooLong
from bot.model import Article
from bot.settings import ExtractSettings

MAX_HEADLINE_CHARS: Final = 200
_FIRST_LINE: Final = re.compile(r"\A\s*+(?P<line>[^\n]++)\n[ \t\r]*+\n\s*+(?=\S)")


def count_words(text: str) -> int:
    """The number of runs of non-space characters."""
    return len(text.split())


def article_from_text(
    text: str, *, title: str | None = None, url: str | None = None, published: str | None = None
) -> Article:
    """An article whose ``text`` is ``text`` unchanged, so that offsets are into what was given."""
    return Article(
        title=title,
        text=text,
        words=count_words(text),
        url=url,
        published=published,
        published_source="given" if published else None,
    )


def article_from_file(text: str, *, url: str | None = None, settings: ExtractSettings | None = None) -> Article:
    """The article of a text file: a headline on the first line when a blank line follows, then the body.

    Raises :class:`EmptyPage` and :class:`TooLong`.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise EmptyPage
    limit = (settings or ExtractSettings()).max_words
    if (words := count_words(text)) > limit:
        raise TooLong(words, limit)
    first = _FIRST_LINE.match(text)
    if first and _looks_like_headline(headline := first["line"].rstrip()):
        return article_from_text(text[first.end() :], title=headline, url=url)
    return article_from_text(text, url=url)


def _looks_like_headline(line: str) -> bool:
    """A headline is short and is not a sentence of running text."""
    return len(line) <= MAX_HEADLINE_CHARS and not re.search(r"[.:;,]$|[.!?]['\"”’]?\s+\w+.*[.]", line)
