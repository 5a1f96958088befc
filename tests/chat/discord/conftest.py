from collections.abc import AsyncIterator

import pytest

from bot.settings import StoreSettings
from tests.parity.discord_rig import DiscordRig, open_rig


@pytest.fixture
async def rig(files: StoreSettings) -> AsyncIterator[DiscordRig]:
    """A Discord server with the bot on it."""
    async with open_rig(files) as opened:
        yield opened
