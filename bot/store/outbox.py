"""The outbox: every reply is a row before it is posted, and its row says how far posting has come."""

import time
from collections.abc import Sequence
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record
from bot.ports import Payload
from bot.store.shares import Share
from bot.store.tables import outbox, shares
from bot.store.upsert import insert

OutboxState = Literal["pending", "sending", "sent", "refused", "withdrawn"]


class Letter(Record):
    """One reply. ``state`` is what it was before it was taken: "sending" means that an earlier
    attempt was cut off, and may or may not have reached the platform."""

    key: str
    payload: Payload
    state: OutboxState
    attempts: int


async def put(connection: AsyncConnection, share: Share, payload: Payload) -> None:
    """Adds the reply to a share, once."""
    fresh = insert(connection, outbox).values(
        key=share.id,
        workspace_id=share.owner,
        share_id=share.id,
        payload=dict(payload),
        state="pending",
        attempts=0,
        changed_at=time.time(),
    )
    await connection.execute(fresh.on_conflict_do_nothing())


async def take(connection: AsyncConnection, key: str) -> Letter | None:
    """Takes a reply for posting; None when it is not there, or is settled."""
    row = (await connection.execute(select(outbox).where(outbox.c.key == key).with_for_update())).one_or_none()
    if row is None or row.state in ("sent", "refused", "withdrawn"):
        return None
    changed = {"state": "sending", "attempts": row.attempts + 1, "changed_at": time.time()}
    await connection.execute(update(outbox).where(outbox.c.key == key).values(changed))
    return Letter(key=key, payload=row.payload, state=row.state, attempts=row.attempts)


async def put_back(connection: AsyncConnection, key: str, state: Literal["pending", "sending"] = "pending") -> None:
    """Notes that an attempt posted nothing; it does not count as one.

    ``state`` is "pending" when nothing of any earlier attempt stands in the channel either, "sending"
    when that is still not known.
    """
    changed = {"state": state, "attempts": outbox.c.attempts - 1, "changed_at": time.time()}
    await connection.execute(update(outbox).where(outbox.c.key == key).values(changed))


async def replace(connection: AsyncConnection, key: str, payload: Payload) -> None:
    """Puts another message in place of one that the platform certainly did not take."""
    fresh = {"payload": dict(payload), "state": "pending", "attempts": 0, "changed_at": time.time()}
    await connection.execute(update(outbox).where(outbox.c.key == key).values(fresh))


async def mark_sent(connection: AsyncConnection, key: str, posted_id: str) -> None:
    """Notes that a reply stands in the channel."""
    await _change(connection, key, state="sent", posted_id=posted_id)


async def mark_refused(connection: AsyncConnection, key: str) -> None:
    """Notes that the platform will never take a reply."""
    await _change(connection, key, state="refused")


async def standing(connection: AsyncConnection, keys: Sequence[str]) -> dict[str, str]:
    """Of some replies, those that stand in a channel: each one's message id by its key."""
    rows = await connection.execute(
        select(outbox.c.key, outbox.c.posted_id).where(outbox.c.key.in_(keys), outbox.c.state == "sent")
    )
    return {row.key: row.posted_id for row in rows}


async def mark_withdrawn(connection: AsyncConnection, key: str) -> None:
    """Notes that a reply was deleted again."""
    await _change(connection, key, state="withdrawn")


async def _change(connection: AsyncConnection, key: str, **values: str) -> None:
    await connection.execute(update(outbox).where(outbox.c.key == key).values(changed_at=time.time(), **values))


async def article_of(connection: AsyncConnection, owner: int, posted_id: str) -> int | None:
    """The id of the article that a workspace's posted reply is about, if it is about one."""
    query = (
        select(shares.c.article_id)
        .join(outbox, outbox.c.share_id == shares.c.id)
        .where(outbox.c.workspace_id == owner, outbox.c.posted_id == posted_id)
    )
    article: int | None = (await connection.execute(query)).scalar()
    return article
