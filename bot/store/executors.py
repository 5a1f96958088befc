"""Which worker processes are alive, by their heartbeats."""

import time

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import executors
from bot.store.upsert import insert


async def beat(connection: AsyncConnection, name: str) -> None:
    """Says that a process is alive."""
    fresh = insert(connection, executors).values(name=name, beat_at=time.time())
    await connection.execute(fresh.on_conflict_do_update(index_elements=["name"], set_={"beat_at": time.time()}))


async def silent_since(connection: AsyncConnection, before: float) -> list[str]:
    """The processes whose last heartbeat lies before a time."""
    return list((await connection.execute(select(executors.c.name).where(executors.c.beat_at < before))).scalars())


async def remove(connection: AsyncConnection, name: str) -> None:
    """Strikes a process off: it stopped, or its work was taken over."""
    await connection.execute(delete(executors).where(executors.c.name == name))
