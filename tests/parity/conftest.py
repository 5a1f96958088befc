"""The rigs of all platforms, for one suite that each must pass."""

import importlib
import importlib.util
from collections.abc import AsyncIterator

import pytest

from bot.settings import StoreSettings
from tests.databases import files
from tests.parity.rig import Rig

__all__ = ["files", "rig"]

PLATFORMS = [
    name
    for name in ("local", "slack", "slack_http", "discord")
    if importlib.util.find_spec(f"tests.parity.{name}_rig") is not None
]


@pytest.fixture(params=PLATFORMS)
async def rig(request: pytest.FixtureRequest, files: StoreSettings) -> AsyncIterator[Rig]:
    """A running bot on one platform. Scenarios marked ``needs`` are skipped where the platform lacks the skill."""
    module = importlib.import_module(f"tests.parity.{request.param}_rig")
    marker = request.node.get_closest_marker("needs")
    if marker and not set(marker.args) <= module.SKILLS:
        pytest.skip(f"{request.param} has no {', '.join(sorted(set(marker.args) - module.SKILLS))}")
    async with module.open_rig(files) as opened:
        yield opened
