from collections.abc import AsyncIterator

import pytest

from bot.settings import StoreSettings
from tests.databases import files, postgres_server, store_settings
from tests.parity import slack_http_rig, slack_rig
from tests.parity.slack_http_rig import SlackHttpRig
from tests.parity.slack_rig import SlackRig

__all__ = ["files", "postgres_server", "store_settings"]


@pytest.fixture
async def slack(files: StoreSettings) -> AsyncIterator[SlackRig]:
    """A bot connected over Socket Mode."""
    async with slack_rig.open_rig(files) as rig:
        yield rig


@pytest.fixture
async def slack_http(files: StoreSettings) -> AsyncIterator[SlackHttpRig]:
    """A bot that listens over HTTP."""
    async with slack_http_rig.open_rig(files) as rig:
        yield rig
