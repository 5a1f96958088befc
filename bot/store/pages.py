"""Pages: what became of an address. All shares of one address wait for the same reading of it."""

import time
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record
from bot.store.tables import articles, pages
from bot.store.upsert import insert


class StoredFailure(Record):
    """A failure as it is kept: its machine name, its sentence, and whether channels are spared it."""

    kind: str
    sentence: str
    silent: bool = False


class Outcome(Record):
    """What became of a page: the article that was read, or the failure. Neither while it is being read."""

    article_id: int | None = None
    failure: StoredFailure | None = None


class Freshness(Record):
    """Since when a page must have been read, or found unreadable, to need no new look."""

    ready: float
    failed: float


async def join(connection: AsyncConnection, url: str, freshness: Freshness) -> int | None:
    """Joins the readers of a page, in a writing transaction.

    Returns the number of the reading that is to be waited for, or None when the page is settled and
    fresh. Exactly one reading of a page has a given number.
    """
    await connection.execute(
        insert(connection, pages).values(url=url, state="new", generation=0).on_conflict_do_nothing()
    )
    row = (await connection.execute(select(pages).where(pages.c.url == url).with_for_update())).one()
    if row.state == "reading":
        return int(row.generation)
    if _is_fresh(row, freshness):
        return None
    generation = int(row.generation) + 1
    await connection.execute(update(pages).where(pages.c.url == url).values(state="reading", generation=generation))
    return generation


def _is_fresh(row: Row[Any], freshness: Freshness) -> bool:
    if row.state == "ready":
        return row.article_id is not None and bool(row.settled_at >= freshness.ready)
    return row.state == "failed" and bool(row.settled_at >= freshness.failed)


async def settle_ready(connection: AsyncConnection, url: str, article: int) -> None:
    """Notes that a page was read."""
    await _settle(connection, url, state="ready", article_id=article, failure=None)


async def also_ready(connection: AsyncConnection, url: str, article: int) -> None:
    """Notes that an article is known under a further address, unless that is being read just now."""
    values = {"state": "ready", "article_id": article, "failure": None, "settled_at": time.time()}
    fresh = insert(connection, pages).values(url=url, generation=0, **values)
    known = fresh.on_conflict_do_update(index_elements=["url"], set_=values, where=pages.c.state != "reading")
    await connection.execute(known)


async def settle_failed(connection: AsyncConnection, url: str, failure: StoredFailure) -> None:
    """Notes that a page could not be read."""
    await _settle(connection, url, state="failed", article_id=None, failure=failure.model_dump())


async def _settle(connection: AsyncConnection, url: str, **values: Any) -> None:
    await connection.execute(update(pages).where(pages.c.url == url).values(settled_at=time.time(), **values))


async def generations(connection: AsyncConnection, urls: Collection[str]) -> dict[str, int]:
    """The numbers of the newest readings of some pages, as far as there were any."""
    rows = await connection.execute(select(pages.c.url, pages.c.generation).where(pages.c.url.in_(urls)))
    return {row.url: row.generation for row in rows}


async def abandon(connection: AsyncConnection, url: str, generation: int) -> None:
    """Gives up a reading whose worker is gone for good, so that the next one to join starts another."""
    lost = update(pages).where(pages.c.url == url, pages.c.generation == generation, pages.c.state == "reading")
    await connection.execute(lost.values(state="new"))


async def outcome(connection: AsyncConnection, url: str) -> Outcome:
    """What became of a page."""
    columns = (pages.c.article_id, pages.c.failure, pages.c.state, articles.c.id.label("kept"))
    query = select(*columns).outerjoin(articles, articles.c.id == pages.c.article_id).where(pages.c.url == url)
    row = (await connection.execute(query)).one_or_none()
    if row is None or row.state in ("new", "reading"):
        return Outcome()
    return Outcome(article_id=row.kept, failure=StoredFailure.model_validate(row.failure) if row.failure else None)
