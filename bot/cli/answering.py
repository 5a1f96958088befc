"""Many articles, one JSON line each: parsed, read side by side, answered in order with bounded memory."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final

from pydantic import BaseModel, ConfigDict, StrictInt, StrictStr, ValidationError, model_validator

from bot.failures import Failure
from bot.model import Article, Brief, Page
from bot.settings import Settings
from bot.workers import AnalysisCrashed, Workers

if TYPE_CHECKING:
    from bot.fetch import Fetcher

log = logging.getLogger(__name__)

AHEAD: Final = 4
"""How many lines for each worker are in hand at once."""
ADDRESSES_AHEAD: Final = 16
"""The least number of lines in hand, so that pages are fetched while others are read."""


class BadLine(Failure):
    """A line of the input that is no item. ``problem`` completes "This line …"."""

    kind: ClassVar[str] = "bad-line"

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def sentence(self) -> str:
        """One sentence for the reader."""
        return f"This line {self.problem}."


Identity = StrictStr | StrictInt
"""How an item is named, and its answer with it."""


class GivenVersion(BaseModel):
    """Another version of an item's story, to compare it with."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None


class Item(BaseModel):
    """One line of the input. Fields that are not known here are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Identity
    url: str | None = None
    html: str | None = None
    text: str | None = None
    title: str | None = None
    published: str | None = None
    versions: tuple[GivenVersion, ...] = ()

    @model_validator(mode="after")
    def _has_one_source(self) -> "Item":
        if self.html is not None and self.text is not None:
            raise ValueError("has both html and text")
        if self.html is None and self.text is None and not self.url:
            raise ValueError("has neither url nor html nor text")
        return self


async def answer_all(lines: Iterable[bytes], settings: Settings) -> AsyncIterator[bytes]:
    """One line of JSON for each line that is not blank, in the same order.

    A brief, or ``{"id", "failure": {"kind", "message"}}``.
    """
    ahead = max(ADDRESSES_AHEAD, AHEAD * settings.workers.processes)
    seen: set[Identity] = set()
    async with Answerer(settings) as answerer:
        waiting: deque[asyncio.Task[bytes]] = deque()
        try:
            for line in lines:
                if line.strip():
                    waiting.append(asyncio.create_task(answerer.answer(line, seen)))
                if len(waiting) >= ahead:
                    yield await waiting.popleft()
            while waiting:
                yield await waiting.popleft()
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)


class Answerer:
    """Answers single lines. The network is opened when the first address is asked for."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stack = AsyncExitStack()
        self._workers = Workers(settings)
        self._fetcher: Fetcher | None = None
        self._opening = asyncio.Lock()

    async def __aenter__(self) -> "Answerer":
        await self._stack.enter_async_context(self._workers)
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()

    async def answer(self, line: bytes, seen: set[Identity]) -> bytes:
        """The answer to one line. ``seen`` are the ids so far."""
        identity = _identity(line)
        try:
            item = _parse(line)
            if identity is None or identity in seen:
                raise BadLine("has an id that an earlier line has already")
            seen.add(identity)
            brief = await self._compared(await self._brief(item, str(identity)), item.versions)
            brief = brief.model_copy(update={"id": identity})
            return brief.model_dump_json(by_alias=True).encode()
        except Failure as failure:
            return _failed(identity, failure)
        except Exception as error:  # a run of thousands must not end at one of them
            log.exception("item %s", identity)
            return _failed(identity, AnalysisCrashed(f"{type(error).__name__}: {error}"))

    async def _brief(self, item: Item, identity: str) -> Brief:
        if item.text is not None:
            return await self._workers.brief_article(self._given(item, item.text), identity)
        if item.html is None:
            fetcher = await self._network()
            return await self._workers.brief_page(await fetcher.fetch(item.url or ""), identity)
        url = item.url or ""
        body = item.html.encode("utf-8")
        page = Page(url=url, final_url=url, charset="utf-8", body=body, fetched_at=datetime.now(UTC))
        article = await self._workers.extract(page)
        known = {"title": article.title or item.title, "published": article.published or item.published}
        return await self._workers.brief_article(article.model_copy(update=known), identity)

    def _given(self, given: Item | GivenVersion, text: str) -> Article:
        """The article of a text with what was said of it."""
        from bot.extract import article_from_text
        from bot.extract.errors import EmptyPage, TooLong

        article = article_from_text(text, title=given.title, url=given.url, published=given.published)
        if not text.strip():
            raise EmptyPage
        if article.words > self._settings.extract.max_words:
            raise TooLong(article.words, self._settings.extract.max_words)
        return article

    async def _compared(self, brief: Brief, versions: Sequence[GivenVersion]) -> Brief:
        """The brief with what the versions show that were given with its item."""
        if not versions:
            return brief
        from bot.brief import with_comparisons

        others = [
            await self._workers.brief_article(self._given(version, version.text), f"{brief.id}:{number}")
            for number, version in enumerate(versions)
        ]
        return with_comparisons(brief, await self._workers.compare(brief, others), self._settings.brief)

    async def _network(self) -> "Fetcher":
        from bot.fetch import Fetcher

        async with self._opening:
            if self._fetcher is None:
                self._fetcher = await self._stack.enter_async_context(Fetcher(self._settings.fetch))
            return self._fetcher


def _failed(identity: Identity | None, failure: Failure) -> bytes:
    answer = {"id": identity, "failure": {"kind": failure.kind, "message": failure.sentence()}}
    return json.dumps(answer, ensure_ascii=True).encode()


def _parse(line: bytes) -> Item:
    try:
        return Item.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            raise BadLine(f"is not JSON ({first['msg']})") from None
        where = ".".join(str(part) for part in first["loc"])
        if where == "id" or where.startswith("id."):
            raise BadLine("has no id that is a text or a whole number") from None
        if first["type"] in ("model_type", "dict_type"):
            raise BadLine("is no JSON object") from None
        message = first["msg"].removeprefix("Value error, ")
        raise BadLine(f"{where}: {message}" if where else message) from None


def _identity(line: bytes) -> Identity | None:
    """The id of a line, also of one that is no proper item; None when it has none."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None
