"""The local desk's messages, as they are kept and as they are shown."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field
from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record
from bot.ports import Stage
from bot.store.tables import local_messages, local_progress
from bot.store.upsert import insert


class LocalMessage(Record):
    """One message of the local desk. ``thread`` is the id of the message that it replies to.

    ``payload`` is set on the bot's replies and None on people's messages; ``documents`` names the
    files handed in; ``progress`` says for each link how far the work has come.
    """

    id: int
    channel: str
    thread: int | None
    author: str
    markup: str
    documents: tuple[str, ...] = ()
    payload: Mapping[str, Any] | None = None
    posted_at: float
    progress: Mapping[str, Stage] = Field(default_factory=dict)


class LocalEvent(Record):
    """Something that a page that is open should show.

    ``message`` events carry a new message; ``progress`` events carry how far one link has come; after
    ``forgotten`` what the page shows may not be kept any more.
    """

    kind: Literal["message", "progress", "forgotten"]
    message: int = 0
    channel: str = ""
    new: LocalMessage | None = None
    url: str | None = None
    stage: Stage | None = None


def _message(row: Row[Any], progress: dict[str, Stage] | None = None) -> LocalMessage:
    return LocalMessage(
        id=row.id,
        channel=row.channel,
        thread=row.thread,
        author=row.author,
        markup=row.markup,
        documents=tuple(document["name"] for document in row.documents),
        payload=row.payload,
        posted_at=row.posted_at,
        progress=progress or {},
    )


async def add(connection: AsyncConnection, values: Mapping[str, Any]) -> int | None:
    """Inserts a message and returns its id, or None when its ``key`` is taken already."""
    fresh = insert(connection, local_messages).values(values).on_conflict_do_nothing().returning(local_messages.c.id)
    added: int | None = (await connection.execute(fresh)).scalar()
    return added


async def id_of_key(connection: AsyncConnection, key: str) -> int | None:
    """The id of the reply with an outbox key."""
    found: int | None = (
        await connection.execute(select(local_messages.c.id).where(local_messages.c.key == key))
    ).scalar()
    return found


async def one(connection: AsyncConnection, message: int) -> LocalMessage | None:
    """One message."""
    found = await _with_progress(
        connection, (await connection.execute(select(local_messages).where(local_messages.c.id == message))).all()
    )
    return found[0] if found else None


async def latest(connection: AsyncConnection, channel: str, before: int | None, limit: int) -> list[LocalMessage]:
    """The newest top-level messages of a channel, oldest first."""
    query = select(local_messages).where(local_messages.c.channel == channel, local_messages.c.thread.is_(None))
    if before is not None:
        query = query.where(local_messages.c.id < before)
    rows = (await connection.execute(query.order_by(local_messages.c.id.desc()).limit(limit))).all()
    return await _with_progress(connection, rows[::-1])


async def in_thread(connection: AsyncConnection, message: int) -> list[LocalMessage]:
    """The replies to a message, oldest first."""
    query = select(local_messages).where(local_messages.c.thread == message).order_by(local_messages.c.id)
    return await _with_progress(connection, (await connection.execute(query)).all())


async def since(connection: AsyncConnection, after: int, limit: int) -> list[LocalMessage]:
    """Every message after an id, in any channel, oldest first."""
    query = select(local_messages).where(local_messages.c.id > after).order_by(local_messages.c.id).limit(limit)
    return await _with_progress(connection, (await connection.execute(query)).all())


async def channels(connection: AsyncConnection) -> list[str]:
    """The channels in which anything was ever said, in that order."""
    first = func.min(local_messages.c.id)
    query = select(local_messages.c.channel).group_by(local_messages.c.channel).order_by(first)
    return list((await connection.execute(query)).scalars())


async def newest_id(connection: AsyncConnection) -> int:
    """The id of the newest message, or 0."""
    query = select(local_messages.c.id).order_by(local_messages.c.id.desc()).limit(1)
    return (await connection.execute(query)).scalar() or 0


async def unhandled(connection: AsyncConnection) -> list[Row[Any]]:
    """The rows of people's messages that the desk has not taken over yet."""
    query = select(local_messages).where(~local_messages.c.handled).order_by(local_messages.c.id)
    return list((await connection.execute(query)).all())


async def mark_handled(connection: AsyncConnection, message: int) -> None:
    """Notes that the desk has taken a message over."""
    await connection.execute(update(local_messages).where(local_messages.c.id == message).values(handled=True))


async def remove(connection: AsyncConnection, message: int) -> None:
    """Deletes a message."""
    await connection.execute(delete(local_messages).where(local_messages.c.id == message))


async def set_stage(connection: AsyncConnection, message: int, url: str, stage: Stage) -> None:
    """Keeps how far one link of a message has come."""
    fresh = insert(connection, local_progress).values(message=message, url=url, stage=stage)
    await connection.execute(fresh.on_conflict_do_update(index_elements=["message", "url"], set_={"stage": stage}))


async def _with_progress(connection: AsyncConnection, rows: list[Row[Any]] | Any) -> list[LocalMessage]:
    stages: dict[int, dict[str, Stage]] = {}
    ids = [row.id for row in rows]
    for row in await connection.execute(select(local_progress).where(local_progress.c.message.in_(ids))):
        stages.setdefault(row.message, {})[row.url] = Stage(row.stage)
    return [_message(row, stages.get(row.id)) for row in rows]
