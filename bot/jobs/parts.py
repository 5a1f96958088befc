"""What the jobs work with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.brief import Worth
from bot.model import Article, Brief, Comparison, Page, Validators
from bot.ports import ChatAdapter, Payload, Platform
from bot.settings import BriefSettings, SectionName, Settings
from bot.store.database import Database


class PageFetcher(Protocol):
    """What fetches pages: :class:`bot.fetch.Fetcher`."""

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        """The page at an address. Raises :class:`bot.failures.Failure`, and with ``validators`` that
        still hold :class:`bot.fetch.NotModified`."""
        ...


class BriefWorkers(Protocol):
    """What reads pages in other processes: :class:`bot.workers.Workers`."""

    async def brief_page(self, page: Page, id: str) -> Brief:
        """The brief of a fetched page. Raises :class:`bot.failures.Failure`."""
        ...

    async def brief_article(self, article: Article, id: str) -> Brief:
        """The brief of a text. Raises :class:`bot.failures.Failure`."""
        ...

    async def signature(self, article: Article) -> list[int]:
        """What other versions of an article are found by. Raises :class:`bot.failures.Failure`."""
        ...

    async def compare(self, brief: Brief, others: Sequence[Brief]) -> list[Comparison]:
        """What those articles show that are versions of the same story. Raises :class:`bot.failures.Failure`."""
        ...


class Renderer(Protocol):
    """What turns briefs and sentences into a platform's messages: the module :mod:`bot.render`."""

    def render(
        self,
        brief: Brief,
        platform: Platform,
        sections: Sequence[SectionName] = ...,
        *,
        settings: BriefSettings | None = None,
        worth: Worth | None = None,
        full: bool = False,
        report_url: str | None = None,
    ) -> Payload:
        """The message that shows a brief, with a link to its full report when there is one.

        ``worth`` says how much of it to show unasked; ``full`` shows all for which there is room.
        """
        ...

    def render_note(self, text: str, platform: Platform, url: str | None = None) -> Payload:
        """The message that says one sentence about a link."""
        ...


@dataclass(frozen=True)
class Parts:
    """Everything that the jobs of one process use."""

    settings: Settings
    database: Database
    fetcher: PageFetcher
    workers: BriefWorkers
    renderer: Renderer
    adapters: Mapping[Platform, ChatAdapter]
