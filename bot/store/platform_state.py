"""Small facts that a platform's client remembers from one start to the next, by name."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Platform
from bot.store.tables import platform_state
from bot.store.upsert import insert


async def recall(connection: AsyncConnection, platform: Platform, name: str) -> str | None:
    """What was remembered last under a name, or None."""
    query = select(platform_state.c.value).where(platform_state.c.platform == platform, platform_state.c.name == name)
    found: str | None = (await connection.execute(query)).scalar()
    return found


async def remember(connection: AsyncConnection, platform: Platform, name: str, value: str) -> None:
    """Remembers a value under a name, in place of the earlier one."""
    fresh = insert(connection, platform_state).values(platform=platform, name=name, value=value)
    await connection.execute(fresh.on_conflict_do_update(index_elements=["platform", "name"], set_={"value": value}))
