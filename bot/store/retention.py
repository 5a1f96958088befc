"""Forgetting: on request, and when the time that a workspace keeps things is over."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.articles import drop_unread
from bot.store.documents import DOCUMENT_SCHEME
from bot.store.tables import articles, channels, documents, feedback, messages, pages, readings, shares, workspaces

SETTLED = ("answered", "silent", "merged", "undeliverable")


async def forget_article(connection: AsyncConnection, owner: int, article: int) -> bool:
    """Removes an article from a workspace: its reading, shares, replies, feedback, and its file if it was one.

    False when the workspace has not read it.

    The article itself goes when no other workspace has read it.
    """
    mine = readings.c.workspace_id == owner
    gone = await connection.execute(delete(readings).where(mine, readings.c.article_id == article))
    for table in (shares, feedback):
        await connection.execute(delete(table).where(table.c.workspace_id == owner, table.c.article_id == article))
    address = (
        await connection.execute(select(articles.c.canonical_url).where(articles.c.id == article))
    ).scalar() or ""
    if address.startswith(DOCUMENT_SCHEME):
        its_file = documents.c.id == address.removeprefix(DOCUMENT_SCHEME)
        await connection.execute(delete(documents).where(documents.c.workspace_id == owner, its_file))
    await drop_unread(connection)
    return gone.rowcount > 0


async def forget_workspace(connection: AsyncConnection, owner: int) -> None:
    """Removes everything a workspace ever gave or made, its settings included."""
    await connection.execute(delete(workspaces).where(workspaces.c.id == owner))
    await drop_unread(connection)


async def drop_older(connection: AsyncConnection, owner: int, before: float) -> None:
    """Removes what a workspace read and shared before a time. Links that still wait are kept."""
    await connection.execute(delete(readings).where(readings.c.workspace_id == owner, readings.c.read_at < before))
    await connection.execute(
        delete(shares).where(shares.c.workspace_id == owner, shares.c.shared_at < before, shares.c.state.in_(SETTLED))
    )
    for table, time in ((feedback, feedback.c.given_at), (documents, documents.c.added_at)):
        await connection.execute(delete(table).where(table.c.workspace_id == owner, time < before))
    its_channels = select(channels.c.id).where(channels.c.workspace_id == owner)
    await connection.execute(
        delete(messages).where(messages.c.channel_id.in_(its_channels), messages.c.seen_at < before)
    )


async def drop_orphans(connection: AsyncConnection, pages_before: float) -> None:
    """Deletes articles that nobody may see, and pages settled before a time that lead to none."""
    await drop_unread(connection)
    kept = select(articles.c.id)
    await connection.execute(
        delete(pages).where(
            pages.c.settled_at < pages_before,
            pages.c.state != "reading",
            pages.c.article_id.is_(None) | pages.c.article_id.not_in(kept),
        )
    )
