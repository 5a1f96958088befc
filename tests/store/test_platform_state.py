from bot.ports import Platform
from bot.store import platform_state
from bot.store.database import Database


async def test_the_last_value_is_remembered_for_each_platform(database: Database) -> None:
    async with database.write() as connection:
        assert await platform_state.recall(connection, Platform.DISCORD, "seen") is None
        for value in ("1", "2"):
            await platform_state.remember(connection, Platform.DISCORD, "seen", value)
        assert await platform_state.recall(connection, Platform.DISCORD, "seen") == "2"
        assert await platform_state.recall(connection, Platform.SLACK, "seen") is None
