"""Articles and their briefs. Public pages are kept once; who has read them is kept apart."""

import json
import time
from collections.abc import Iterable
from secrets import token_hex

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Brief, Validators
from bot.store.tables import articles, pages, readings
from bot.store.upsert import insert


async def save(connection: AsyncConnection, canonical_url: str, brief: Brief, validators: Validators) -> int:
    """Keeps the newest brief of an article and returns the article's row id."""
    values = {
        "canonical_url": canonical_url,
        "title": brief.article.title or "",
        "site": brief.article.site or "",
        "text": brief.article.text,
        "brief": brief.model_dump_json(exclude={"article": {"text"}}),
        "read_at": time.time(),
        **validators.model_dump(),
    }
    fresh = insert(connection, articles).values(values)
    kept = fresh.on_conflict_do_update(index_elements=["canonical_url"], set_=values).returning(articles.c.id)
    return int((await connection.execute(kept)).scalar_one())


async def validators_of(connection: AsyncConnection, url: str) -> tuple[int, Validators] | None:
    """The article that a page led to last time, and what its server said then for asking again."""
    columns = (articles.c.id, articles.c.etag, articles.c.last_modified)
    query = select(*columns).join(pages, pages.c.article_id == articles.c.id).where(pages.c.url == url)
    row = (await connection.execute(query)).one_or_none()
    if row is None or not (row.etag or row.last_modified):
        return None
    return row.id, Validators(etag=row.etag, last_modified=row.last_modified)


async def load_brief(connection: AsyncConnection, article: int) -> Brief | None:
    """The brief of an article, for work that belongs to no workspace."""
    query = select(articles.c.brief, articles.c.text).where(articles.c.id == article)
    row = (await connection.execute(query)).one_or_none()
    return restore(row.brief, row.text) if row else None


async def load_brief_for(connection: AsyncConnection, owner: int, article: int) -> Brief | None:
    """The brief of an article that a workspace has read, or None."""
    query = (
        select(articles.c.brief, articles.c.text)
        .join(readings, readings.c.article_id == articles.c.id)
        .where(articles.c.id == article, readings.c.workspace_id == owner)
    )
    row = (await connection.execute(query)).one_or_none()
    return restore(row.brief, row.text) if row else None


async def has_read(connection: AsyncConnection, owner: int, article: int) -> bool:
    """Whether a workspace has read an article and not forgotten it."""
    query = select(readings.c.article_id).where(readings.c.workspace_id == owner, readings.c.article_id == article)
    return (await connection.execute(query)).first() is not None


def restore(stored: str, text: str) -> Brief:
    """A brief from its two columns: everything but the article's text, and the text."""
    values = json.loads(stored)
    values["article"]["text"] = text
    return Brief.model_validate(values)


async def note_reading(connection: AsyncConnection, owners: Iterable[int], article: int) -> None:
    """Lets workspaces see an article in their searches from now on."""
    for owner in set(owners):
        fresh = insert(connection, readings).values(
            workspace_id=owner, article_id=article, read_at=time.time(), key=token_hex(32)
        )
        renewed = fresh.on_conflict_do_update(
            index_elements=["workspace_id", "article_id"], set_={"read_at": time.time()}
        )
        await connection.execute(renewed)


async def drop_unread(connection: AsyncConnection) -> int:
    """Deletes the articles that no workspace may see any more, and returns how many."""
    gone = delete(articles).where(articles.c.id.not_in(select(readings.c.article_id)))
    return (await connection.execute(gone)).rowcount
