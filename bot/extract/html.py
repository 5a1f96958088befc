"""The article of an HTML page."""

import trafilatura

from bot.extract.errors import NoArticle
from bot.extract.plain import count_words
from bot.model import Article
from bot.settings import ExtractSettings


def extract_html(html: str, url: str | None, settings: ExtractSettings) -> Article:
    """The article of an HTML page. Raises :class:`bot.failures.Failure`."""
    found = trafilatura.bare_extraction(html, url=url, favor_precision=True, include_comments=False, with_metadata=True)
    if found is None or not found.text:
        raise NoArticle
    text = "\n\n".join(line.strip() for line in found.text.splitlines() if line.strip())
    return Article(
        title=found.title,
        authors=[name.strip() for name in (found.author or "").split(";") if name.strip()],
        published=found.date,
        site=found.sitename,
        text=text,
        words=count_words(text),
        url=url,
        canonical_url=found.url,
        description=found.description,
    )
