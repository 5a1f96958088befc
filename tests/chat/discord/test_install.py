"""How the bot is set up at Discord, and what the guide says about it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.chat.discord_adapter.install import INVITED, inspect, install_link
from bot.settings import DiscordSettings
from tests.fakes.discord import open_discord
from tests.fakes.discord.world import TOKEN
from tests.parity.rig import secret

GUIDE = Path(__file__).parents[3] / "docs" / "install-discord.md"


@pytest.mark.parametrize(
    ("token", "world", "problem"),
    [
        (TOKEN, {}, ""),
        ("another.token", {}, "refuses the token"),
        (TOKEN, {"grants_content": False}, "on request only"),
        (TOKEN, {"is_member": False}, "on no server"),
    ],
)
async def test_what_is_missing_is_named(token: str, world: dict[str, bool], problem: str) -> None:
    async with open_discord() as server:
        for name, value in world.items():
            setattr(server.world, name, value)
        setup = await inspect(DiscordSettings(token=secret(token)))
    assert problem in setup.problem
    assert bool(setup.problem) == bool(problem) == bool(setup.advice)


async def test_a_discord_that_is_down_is_said_so() -> None:
    async with open_discord() as server:
        await server.stop()
        assert "could not be asked" in (await inspect(DiscordSettings(token=secret(TOKEN)))).problem


def test_the_link_asks_for_what_the_guide_says() -> None:
    query = parse_qs(urlsplit(install_link(1)).query)
    assert query["permissions"] == [str(INVITED.value)]
    assert query["scope"] == ["bot applications.commands"]
    guide = GUIDE.read_text(encoding="utf-8")
    assert f"permissions={INVITED.value}" in guide
    for name, is_asked in INVITED:
        assert not is_asked or name.replace("_", " ") in guide.lower().replace("view channels", "view channel"), name
