"""Small real parts: a fetcher that knows a few pages, a reader that copies, a renderer that quotes."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.brief import Worth
from bot.failures import Failure
from bot.fetch import NotModified
from bot.model import Article, Brief, ModelInfo, Page, Validators
from bot.ports import Payload, Platform
from bot.settings import BriefSettings, SectionName


class Gone(Failure):
    kind = "gone"

    def sentence(self) -> str:
        return "The page is gone."


class Picture(Failure):
    kind = "picture"
    silent = True

    def sentence(self) -> str:
        return "The link leads to a picture."


class Library:
    """A fetcher: ``…/gone`` fails, ``…/picture`` fails silently, ``…/bug`` raises, all else is a page.

    ``…?to=ADDRESS`` is passed on to that address.
    """

    def __init__(self) -> None:
        self.fetched: list[str] = []
        self.unchanged = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        self.fetched.append(url)
        if validators:
            self.unchanged += 1
            raise NotModified(url)
        await self.gate.wait()
        if url.endswith("/gone"):
            raise Gone
        if url.endswith("/picture"):
            raise Picture
        if url.endswith("/bug"):
            raise ZeroDivisionError
        body = f"What {url} says.".encode()
        final = url.partition("?to=")[2] or url
        return Page(
            url=url, final_url=final, content_type="text/plain", body=body, fetched_at=datetime.now(UTC), etag='"1"'
        )


class Copyist:
    """Workers: the brief's text is the page's body; ``?canonical=…`` in the address names the home of the page."""

    async def brief_page(self, page: Page, id: str) -> Brief:
        _, _, canonical = page.url.partition("?canonical=")
        article = Article(title="A title", text=page.body.decode(), url=page.final_url, canonical_url=canonical or None)
        return await self.brief_article(article, id)

    async def brief_article(self, article: Article, id: str) -> Brief:
        model = ModelInfo(name="copyist", version="1")
        return Brief(id=id, url=article.url, canonical_url=article.canonical_url, article=article, model=model)


class Quoter:
    """A renderer: the payload is the text, the sections asked for and the link to the report."""

    def render(
        self,
        brief: Brief,
        platform: Platform,
        sections: Sequence[SectionName] = (),
        *,
        settings: BriefSettings | None = None,
        worth: Worth | None = None,
        full: bool = False,
        report_url: str | None = None,
    ) -> Payload:
        return {"text": brief.article.text, "sections": list(sections), "report": report_url, "full": full}

    def render_note(self, text: str, platform: Platform, url: str | None = None) -> Payload:
        return {"text": text}
