"""Forgetting: on request, and when the time that a workspace keeps things is over."""

import time
from typing import Final

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Platform, Workspace
from bot.store.articles import drop_unread
from bot.store.documents import DOCUMENT_SCHEME
from bot.store.platform_state import recall, remember
from bot.store.tables import (
    articles,
    channels,
    documents,
    feedback,
    local_messages,
    messages,
    pages,
    readings,
    shares,
    workspaces,
)

_FORGOTTEN: Final = "forgotten:"
SETTLED = ("answered", "ignored", "silent", "merged", "undeliverable")


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
    if await _is_local(connection, owner):
        # What the desk has not taken over yet was said later, and so was the command that asks for this.
        await _drop_said(connection, local_messages.c.handled)
    await connection.execute(delete(workspaces).where(workspaces.c.id == owner))
    await drop_unread(connection)


async def note_forgotten(connection: AsyncConnection, workspace: Workspace) -> None:
    """Notes that a workspace has forgotten everything until now, so that no history brings it back."""
    await remember(connection, workspace.platform, _FORGOTTEN + workspace.id, repr(time.time()))


async def forgotten_at(connection: AsyncConnection, workspace: Workspace) -> float:
    """When a workspace has forgotten everything last; 0 when it never has."""
    return float(await recall(connection, workspace.platform, _FORGOTTEN + workspace.id) or 0)


async def drop_older(connection: AsyncConnection, owner: int, before: float) -> None:
    """Removes what a workspace read and shared before a time. Links that still wait are kept."""
    await connection.execute(delete(readings).where(readings.c.workspace_id == owner, readings.c.read_at < before))
    await connection.execute(
        delete(shares).where(shares.c.workspace_id == owner, shares.c.shared_at < before, shares.c.state.in_(SETTLED))
    )
    for table, came in ((feedback, feedback.c.given_at), (documents, documents.c.added_at)):
        await connection.execute(delete(table).where(table.c.workspace_id == owner, came < before))
    if await _is_local(connection, owner):
        await _drop_said(connection, local_messages.c.handled & (local_messages.c.posted_at < before))
    its_channels = select(channels.c.id).where(channels.c.workspace_id == owner)
    await connection.execute(
        delete(messages).where(messages.c.channel_id.in_(its_channels), messages.c.seen_at < before)
    )


async def _is_local(connection: AsyncConnection, owner: int) -> bool:
    query = select(workspaces.c.id).where(workspaces.c.id == owner, workspaces.c.platform == Platform.LOCAL)
    return (await connection.execute(query)).first() is not None


async def _drop_said(connection: AsyncConnection, chosen: ColumnElement[bool]) -> None:
    """Removes messages of the local desk, whose platform we are ourselves, with their threads."""
    heads = select(local_messages.c.id).where(chosen, local_messages.c.thread.is_(None)).scalar_subquery()
    await connection.execute(delete(local_messages).where(local_messages.c.thread.in_(heads)))
    await connection.execute(delete(local_messages).where(chosen, local_messages.c.thread.is_(None)))


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
