"""Shares: one link in one message, from the moment it is accepted until it is answered.

A committed share is a promise of one reply. Everything after it may be repeated.
"""

import hashlib
import time
from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record
from bot.ports import MessageRef, Platform
from bot.settings import SectionName
from bot.store.tables import messages, outbox, shares, workspaces
from bot.store.upsert import insert
from bot.store.workspaces import channel_id, workspace_id

ShareState = Literal["waiting", "ignored", "answered", "silent", "merged", "undeliverable", "withdrawn"]


class Share(Record):
    """One link in one message.

    ``url`` is in canonical form, ``shown_url`` as written. ``explicit`` shares were asked for by
    name and are answered even where silence is the rule. ``sections`` limits the reply; empty means
    what the channel's settings say. ``whole`` asks for every finding, not only those worth showing
    unasked. ``attempt`` counts how often the work was started anew.
    """

    id: str
    owner: int
    ref: MessageRef
    author: str
    url: str
    shown_url: str
    explicit: bool
    whole: bool
    sections: tuple[SectionName, ...]
    state: ShareState
    attempt: int
    article_id: int | None
    shared_at: float

    @property
    def key(self) -> str:
        """The name of this share for ever, on which repeated deliveries meet."""
        return share_key(self.ref, self.url)


class NewLink(Record):
    """A link to accept: canonical and as written."""

    url: str
    shown_url: str


def share_key(ref: MessageRef, url: str) -> str:
    """``share:platform:workspace:channel:message:url``."""
    return f"share:{ref.platform}:{ref.workspace}:{ref.channel}:{ref.message}:{url}"


def share_id(ref: MessageRef, url: str) -> str:
    """The row id of a share: the SHA-256 of its key."""
    return hashlib.sha256(share_key(ref, url).encode()).hexdigest()


async def note_message(connection: AsyncConnection, ref: MessageRef, author: str) -> bool:
    """Notes that a message was seen; True when it is new."""
    channel = await channel_id(connection, ref.home, ref.channel)
    fresh = insert(connection, messages).values(
        channel_id=channel, external_id=ref.message, author=author, seen_at=time.time()
    )
    added = await connection.execute(fresh.on_conflict_do_nothing().returning(messages.c.id))
    return added.scalar() is not None


async def accept(
    connection: AsyncConnection,
    ref: MessageRef,
    author: str,
    links: Sequence[NewLink],
    *,
    explicit: bool = False,
    sections: Sequence[SectionName] = (),
    whole: bool = False,
    state: Literal["waiting", "ignored"] = "waiting",
) -> list[str]:
    """Keeps the shares of one message and returns the ids of those that are new.

    An ignored share is kept so that it stays ignored; one that is asked for by name later counts as new then.
    """
    owner = await workspace_id(connection, ref.home)
    added = []
    for link in links:
        asked = {
            "explicit": explicit,
            "whole": whole,
            "sections": list(sections),
            "state": state,
            "shared_at": time.time(),
        }
        fresh = insert(connection, shares).values(
            id=share_id(ref, link.url),
            workspace_id=owner,
            channel=ref.channel,
            message=ref.message,
            thread=ref.thread,
            author=author,
            url=link.url,
            shown_url=link.shown_url,
            attempt=1,
            **asked,
        )
        if explicit:
            once = fresh.on_conflict_do_update(index_elements=["id"], set_=asked, where=shares.c.state == "ignored")
        else:
            once = fresh.on_conflict_do_nothing()
        row = await connection.execute(once.returning(shares.c.id))
        added += list(row.scalars())
    return added


_COLUMNS = (shares, workspaces.c.platform, workspaces.c.external_id)


def _share(row: Row[Any]) -> Share:
    ref = MessageRef(
        platform=Platform(row.platform),
        workspace=row.external_id,
        channel=row.channel,
        message=row.message,
        thread=row.thread,
    )
    return Share(
        id=row.id,
        owner=row.workspace_id,
        ref=ref,
        author=row.author,
        url=row.url,
        shown_url=row.shown_url,
        explicit=row.explicit,
        whole=row.whole,
        sections=tuple(row.sections),
        state=row.state,
        attempt=row.attempt,
        article_id=row.article_id,
        shared_at=row.shared_at,
    )


async def _select(connection: AsyncConnection, *where: ColumnElement[bool], limit: int | None = None) -> list[Share]:
    query = select(*_COLUMNS).join(workspaces, shares.c.workspace_id == workspaces.c.id).where(*where)
    rows = await connection.execute(query.order_by(shares.c.shared_at, shares.c.id).limit(limit))
    return [_share(row) for row in rows]


async def load(connection: AsyncConnection, identity: str) -> Share | None:
    """One share, or None when it was forgotten."""
    found = await _select(connection, shares.c.id == identity)
    return found[0] if found else None


async def waiting_for(connection: AsyncConnection, url: str) -> list[Share]:
    """The shares that wait for a page, oldest first."""
    return await _select(connection, shares.c.state == "waiting", shares.c.url == url)


async def waiting_since(
    connection: AsyncConnection, before: float, after: Share | None = None, limit: int = 500
) -> list[Share]:
    """Shares that have waited since before a time, oldest first; those behind the share ``after``, if one is given."""
    where = [shares.c.state == "waiting", shares.c.shared_at < before]
    if after is not None:
        where.append(tuple_(shares.c.shared_at, shares.c.id) > (after.shared_at, after.id))
    return await _select(connection, *where, limit=limit)


async def start_anew(connection: AsyncConnection, share: Share) -> int:
    """Counts one more attempt at a share and returns its number."""
    await connection.execute(update(shares).where(shares.c.id == share.id).values(attempt=share.attempt + 1))
    return share.attempt + 1


async def settle(connection: AsyncConnection, identity: str, state: ShareState) -> None:
    """Ends the wait of a share."""
    changed = update(shares).where(shares.c.id == identity, shares.c.state == "waiting")
    await connection.execute(changed.values(state=state, settled_at=time.time()))


async def withdraw(connection: AsyncConnection, ref: MessageRef) -> list[str]:
    """Ends every share of a message, answered ones too, and returns their ids."""
    owner = await workspace_id(connection, ref.home)
    ended = update(shares).where(
        shares.c.workspace_id == owner, shares.c.channel == ref.channel, shares.c.message == ref.message
    )
    rows = await connection.execute(ended.values(state="withdrawn", settled_at=time.time()).returning(shares.c.id))
    return list(rows.scalars())


async def set_article(connection: AsyncConnection, share: Share, article: int) -> bool:
    """Ties a share to the article behind its link.

    False when another link of the same message led to the same article and is answered already.
    """
    await connection.execute(update(shares).where(shares.c.id == share.id).values(article_id=article))
    query = (
        select(outbox.c.key)
        .join(shares, outbox.c.share_id == shares.c.id)
        .where(
            shares.c.workspace_id == share.owner,
            shares.c.channel == share.ref.channel,
            shares.c.message == share.ref.message,
            shares.c.article_id == article,
            shares.c.id != share.id,
        )
    )
    return (await connection.execute(query)).first() is None
