"""Small real parts: a fetcher that knows a few pages, a reader that copies, a renderer that quotes."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.analysis.comparison import bands, likeness
from bot.brief import Worth
from bot.failures import Failure
from bot.fetch import NotModified
from bot.model import Article, Brief, Comparison, ModelInfo, Page, Validators, Version
from bot.ports import Payload, Platform
from bot.settings import BriefSettings, SectionName

WIRE = (
    "\n\nThe lighthouse of Skerry Point is dark for the first time in a hundred and forty years. Its keeper, Una Sand, "
    "switched the lamp off on Sunday evening, after the harbour board had decided that ships no longer need it. Some "
    "people stood on the pier and sang while the beam went out. The tower will be a museum from next summer on."
)
"""What every page below ``/wire/`` goes on with, so that they are versions of one story."""


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

    ``…?to=ADDRESS`` is passed on to that address; those
    below ``/wire/`` tell the same story.
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
        body = f"What {url} says.{WIRE if '/wire/' in url else ''}".encode()
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

    async def signature(self, article: Article) -> list[int]:
        return bands(article.text)

    async def compare(self, brief: Brief, others: Sequence[Brief]) -> list[Comparison]:
        return [
            Comparison(other=place, version=Version(url=other.url, title=other.article.title))
            for place, other in enumerate(others)
            if likeness(brief.article.text, other.article.text).resemblance > 0.5
        ]


class Quoter:
    """A renderer: the payload is the first line, the sections asked for, the report and the other versions."""

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
        return {
            "text": brief.article.text.partition("\n")[0],
            "sections": list(sections),
            "report": report_url,
            "full": full,
            "versions": sorted(version.url or "" for version in brief.document.versions),
        }

    def render_note(self, text: str, platform: Platform, url: str | None = None) -> Payload:
        return {"text": text}
