"""The articles of the scenarios, and a quick reader that finds two likely errors in each."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.analysis.compare import compare
from bot.analysis.comparison import bands
from bot.failures import Failure
from bot.model import Article, Brief, Comparison, LikelyError, ModelInfo, Page, Validators
from bot.settings import AnalysisSettings

HARBOUR = "https://news.example.com/harbour"
FERRY = "https://news.example.com/ferry"
GONE = "https://news.example.com/gone"

FIRST_ERROR = "style.doubled-word@0"
MESSAGE = "The word stands twice."
SECOND_ERROR = "document.spun@"
SECOND_MESSAGE = "It looks rewritten."


class Gone(Failure):
    """A page that is not there."""

    kind = "gone"

    def sentence(self) -> str:
        return "The page is gone."


class Newsstand:
    """A fetcher of made-up pages: ``…/gone`` is gone, every other address has an article.

    ``titles`` gives the title of single addresses; the others are called after the address.
    """

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self.fetched: list[str] = []
        self.open = asyncio.Event()
        self.open.set()

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        self.fetched.append(url)
        await self.open.wait()
        if url.endswith("/gone"):
            raise Gone
        title = self.titles.get(url, f"News of {url.rpartition('/')[2]}")
        body = f"{title}\n\nThe the quay of {url} is shut.".encode()
        return Page(url=url, final_url=url, content_type="text/plain", body=body, fetched_at=datetime.now(UTC))


class Skimmer:
    """Workers: the first line is the title; the first two words are a likely error, and so is the whole."""

    async def brief_page(self, page: Page, id: str) -> Brief:
        title, _, text = page.body.decode().partition("\n\n")
        return await self.brief_article(Article(title=title, text=text, url=page.url, language="en"), id)

    async def brief_article(self, article: Article, id: str) -> Brief:
        first = article.span(0, 7)
        errors = [
            LikelyError(
                **first.model_dump(),
                check="style.doubled-word",
                severity="major",
                confidence=0.9,
                message=MESSAGE,
                suggestion="The",
            ),
            LikelyError(check="document.spun", severity="minor", confidence=0.8, message=SECOND_MESSAGE),
        ]
        return Brief(
            id=id, url=article.url, article=article, errors=errors, model=ModelInfo(name="skimmer", version="1")
        )

    async def signature(self, article: Article) -> list[int]:
        return bands(article.text)

    async def compare(self, brief: Brief, others: Sequence[Brief]) -> list[Comparison]:
        return compare(brief, others, AnalysisSettings())
