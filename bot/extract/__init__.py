"""HTML or plain text in, an Article with stable offsets out.

May import ``bot.fetch``, ``bot.model``, ``bot.settings`` and ``bot.failures``; knows nothing of language or chat.
"""

from bot.extract.html import extract_html
from bot.extract.plain import article_from_file, article_from_text
from bot.model import Article, Page
from bot.settings import ExtractSettings

__all__ = ["article_from_file", "article_from_text", "extract", "extract_html"]


def extract(page: Page, settings: ExtractSettings) -> Article:
    """The article of a fetched page, HTML or plain text by content type.

    Raises :class:`bot.failures.Failure` when the page holds no article.
    """
    text = page.body.decode(page.charset or "utf-8", "replace")
    if page.content_type.startswith("text/plain"):
        return article_from_file(text, url=page.final_url, settings=settings)
    return extract_html(text, page.final_url, settings)
