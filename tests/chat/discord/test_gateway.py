"""The whole bot on a Discord server: connections that break, and what only Discord tells."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot.chat import CannotListen
from bot.chat.discord_adapter import DiscordClient, absence, gateway
from bot.chat.discord_adapter.events import emoji_names
from bot.jobs import replies
from bot.ports import PostRefused
from bot.settings import DiscordSettings, StoreSettings
from bot.store.errors import StorageUnavailable
from tests.fakes.discord import FakeDiscord, open_discord
from tests.fakes.discord.world import (
    CHANNEL,
    GUILD,
    REPORTER,
    ROBOT,
    TOKEN,
)
from tests.jobs.running import until
from tests.parity.discord_rig import DiscordRig, open_rig
from tests.parity.newsstand import FERRY, HARBOUR
from tests.parity.rig import secret


@asynccontextmanager
async def refusing(files: StoreSettings, **world: Any) -> AsyncIterator[tuple[FakeDiscord, DiscordRig]]:
    """A rig that is not started, before a Discord that refuses something."""
    async with open_discord() as server:
        for name, value in world.items():
            setattr(server.world, name, value)
        rig = DiscordRig(files, server)
        yield server, rig
        await rig.stop()


# ---- the connection ------------------------------------------------------------------------------


async def test_a_refused_token_is_said_clearly_and_not_tried_again(files: StoreSettings) -> None:
    client = DiscordClient(DiscordSettings(token=secret("another.token")))
    async with open_rig(files) as rig:
        with pytest.raises(CannotListen, match="NEWSROOM_DISCORD__TOKEN"):
            await client.listen(rig.desk)
        assert await rig.replies(await rig.share(HARBOUR))


async def test_a_token_revoked_while_connected_ends_the_listening(rig: DiscordRig) -> None:
    client = DiscordClient(DiscordSettings(token=secret(TOKEN)))
    listening = asyncio.create_task(client.listen(rig.desk))
    before = rig.server.gateway.identified
    await rig.server.until(lambda: True if rig.server.gateway.identified > before else None)
    rig.server.world.token = "a.new.one"
    await rig.server.gateway.drop()
    with pytest.raises(CannotListen, match="token"):
        await asyncio.wait_for(listening, 15)


async def test_without_the_content_intent_asking_still_works(files: StoreSettings, caplog) -> None:
    caplog.set_level(logging.WARNING, "bot")
    async with refusing(files, grants_content=False) as (server, rig):
        await rig.start()
        await server.until(lambda: True if server.gateway.identified == 2 else None)
        await server.heard()
        assert "Message Content Intent" in caplog.text
        message = await rig.share(HARBOUR)
        await rig.settled()
        assert await rig.replies(message, 0) == []
        assert "Reading 1 link" in await rig.shortcut(message)
        assert await rig.replies(message)
        await rig.command(FERRY)
        assert "News of ferry" in (await rig.command_replies())[0].text


async def test_a_broken_connection_is_taken_up_and_nothing_is_missed(rig: DiscordRig) -> None:
    await rig.settled()
    await rig.server.gateway.drop()
    message = await rig.share(HARBOUR)
    assert await rig.replies(message)
    assert rig.server.gateway.resumed == 1


async def test_discord_may_ask_for_a_new_connection(rig: DiscordRig) -> None:
    await rig.settled()
    await rig.server.gateway.ask_to_reconnect()
    await rig.server.until(lambda: True if rig.server.gateway.resumed else None)
    assert await rig.replies(await rig.share(HARBOUR))


async def test_after_a_session_that_is_lost_the_channels_are_looked_through(rig: DiscordRig) -> None:
    await rig.settled()
    await rig.server.gateway.drop(forget=True)
    thread = await rig.server.open_thread(await rig.server.write("talk"))
    missed = [await rig.share(HARBOUR), await rig.share(FERRY, thread=thread)]
    for message in missed:
        assert len(await rig.replies(message)) == 1
    assert rig.server.gateway.identified == 2


async def test_without_backfill_nothing_is_looked_through(files: StoreSettings) -> None:
    async with open_rig(files, backfill_hours=0.0) as rig:
        async with rig.outage():
            missed = await rig.share(HARBOUR)
        assert await rig.replies(await rig.share(FERRY))
        await rig.settled()
        assert await rig.replies(missed, 0) == []


async def test_a_bot_that_is_new_answers_nothing_that_was_said_long_before(files: StoreSettings) -> None:
    async with open_discord() as server:
        message = server.world.add_message(CHANNEL, REPORTER, HARBOUR)
        message["id"] = str(int(message["id"]) - (3_600_000 << 22))
        server.world.channels[CHANNEL]["last_message_id"] = message["id"]
        rig = DiscordRig(files, server)
        await rig.start()
        await rig.settled()
        assert rig.newsstand.fetched == []
        await rig.stop()


async def test_commands_are_handed_over_only_when_they_changed(rig: DiscordRig) -> None:
    assert rig.server.world.syncs == 1
    assert {one["name"] for one in rig.server.world.commands} == {"brief", "newsroom", "Brief this"}
    newsroom = next(one for one in rig.server.world.commands if one["name"] == "newsroom")
    assert int(newsroom["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
    await rig.restart()
    assert rig.server.world.syncs == 1


async def test_as_many_connections_as_discord_advises(files: StoreSettings) -> None:
    async with open_rig(files, shards=0) as rig:
        assert await rig.replies(await rig.share(HARBOUR))
        assert ("GET", "/gateway/bot") in rig.server.world.requests


async def test_the_newest_message_seen_is_noted(rig: DiscordRig, monkeypatch) -> None:
    monkeypatch.setattr(gateway, "NOTE_SECONDS", 0.01)
    message = await rig.share("Good morning!")

    async def noted() -> bool | None:
        return True if await absence.last_seen(rig.desk.database) >= int(message) else None

    assert await until(noted)


async def test_a_channel_that_is_closed_to_the_bot_keeps_it_from_no_other(rig: DiscordRig) -> None:
    await rig.settled()
    closed = rig.server.world.add_channel("1" + CHANNEL[1:-1] + "1", "aardvarks")
    async with rig.outage():
        rig.server.world.permissions[closed] = 0
        await rig.server.write(FERRY, channel=closed)
        message = await rig.share(HARBOUR)
    assert await rig.replies(message)
    assert 50001 in rig.server.world.refusals


async def test_a_channel_known_to_be_closed_is_not_asked_for(rig: DiscordRig) -> None:
    await rig.settled()
    world = rig.server.world
    hidden = world.add_channel("1" + CHANNEL[1:-1] + "7", "badgers")
    async with rig.outage():
        deny = {"id": GUILD, "type": 0, "allow": "0", "deny": str(discord.Permissions(view_channel=True).value)}
        world.channels[hidden]["permission_overwrites"] = [deny]
        await rig.server.write(FERRY, channel=hidden)
        message = await rig.share(HARBOUR)
    assert await rig.replies(message)
    asked = [path for method, path in world.requests if method == "GET"]
    assert f"/channels/{CHANNEL}/messages" in asked
    assert f"/channels/{hidden}/messages" not in asked


async def test_many_messages_deleted_at_once_take_their_replies_along(rig: DiscordRig) -> None:
    messages = [await rig.share(HARBOUR), await rig.share(FERRY)]
    for message in messages:
        await rig.replies(message)
    await rig.settled()
    await rig.server.purge(*messages)
    await rig.settled()
    assert [await rig.replies(message, 0) for message in messages] == [[], []]


async def test_a_reply_whose_arrival_is_unknown_is_posted_once(rig: DiscordRig, monkeypatch) -> None:
    monkeypatch.setattr(replies, "FIRST_DELAY", 0.01)
    rig.server.world.broken_posts = 2
    message = await rig.share(HARBOUR)
    await rig.settled()
    assert len(await rig.replies(message)) == 1
    assert rig.server.world.broken_posts == 1


async def test_an_hourglass_shows_the_work_and_goes(rig: DiscordRig) -> None:
    rig.newsstand.open.clear()
    message = await rig.share(HARBOUR)
    shown = rig.server.world.reactions[message]
    await rig.server.until(lambda: True if shown else None)
    rig.newsstand.open.set()
    await rig.replies(message)
    await rig.server.until(lambda: None if shown else True)


# ---- events --------------------------------------------------------------------------------------


async def test_a_change_that_discord_itself_makes_is_no_edit(rig: DiscordRig) -> None:
    assert await rig.configure({"mode": "command"}) is None
    message = await rig.share(HARBOUR)
    await rig.settled()
    assert await rig.configure({"mode": "automatic"}) is None
    await rig.server.change(message, None, edited=False)
    await rig.settled()
    assert rig.newsstand.fetched == []
    await rig.server.change(message, f"{HARBOUR} {FERRY}")
    await rig.replies(message)
    await rig.settled()
    assert len(rig.newsstand.fetched) == 1


async def test_an_edit_of_a_message_from_before_the_bot_came_brings_nothing(rig: DiscordRig) -> None:
    message = await rig.share("talk")
    rig.server.world.joined_at = (discord.utils.utcnow() + timedelta(minutes=1)).isoformat()
    known = len(rig.server.world.requests)
    await rig.restart()

    async def looked_through() -> bool | None:
        asked = rig.server.world.requests[known:]
        return any(method == "GET" and path.endswith("/messages") for method, path in asked) or None

    await until(looked_through)
    await rig.settled()
    await rig.server.change(message, HARBOUR)
    await rig.settled()
    assert rig.newsstand.fetched == []


async def test_links_of_a_forwarded_message_are_answered(rig: DiscordRig) -> None:
    forwarded = {
        "type": 0,
        "content": HARBOUR,
        "embeds": [],
        "attachments": [],
        "timestamp": "2026-01-02T03:04:05+00:00",
        "edited_timestamp": None,
        "flags": 0,
        "mentions": [],
        "mention_roles": [],
        "components": [],
    }
    assert await rig.replies(await rig.server.write("", message_snapshots=[{"message": forwarded}]))


async def test_webhooks_are_not_answered(rig: DiscordRig) -> None:
    message = await rig.server.write(HARBOUR, webhook_id=ROBOT)
    await rig.settled()
    assert await rig.replies(message, 0) == []


async def test_messages_of_a_thread_follow_the_settings_of_its_channel(rig: DiscordRig) -> None:
    assert await rig.configure({"mode": "command"}) is None
    top = await rig.share("talk")
    inside = await rig.share(HARBOUR, thread=top)
    await rig.settled()
    assert await rig.replies(inside, 0) == []


@pytest.mark.parametrize(
    ("emoji", "name"),
    [
        (discord.PartialEmoji(name="📰"), "newspaper"),
        (discord.PartialEmoji(name="👁️"), "eye"),
        (discord.PartialEmoji(name="👁️"), "👁"),
        (discord.PartialEmoji(name="read_this", id=7), "read_this"),
    ],
)
def test_a_reaction_goes_by_its_sign_its_own_name_and_its_name_in_unicode(emoji, name) -> None:
    assert name in emoji_names(emoji)


async def test_an_event_waits_for_the_storage(monkeypatch) -> None:
    monkeypatch.setattr(gateway, "FIRST_WAIT", 0.0)
    tries = []

    async def promise() -> str:
        tries.append(None)
        if len(tries) < 3:
            raise StorageUnavailable("full", "disk full")
        return "kept"

    assert await gateway.kept(promise) == "kept"


async def test_other_trouble_is_tried_again_only_so_often(monkeypatch) -> None:
    monkeypatch.setattr(gateway, "FIRST_WAIT", 0.0)
    tries = []

    async def promise() -> None:
        tries.append(None)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await gateway.kept(promise, attempts=3)
    assert len(tries) == 3


async def test_what_is_refused_is_not_tried_again() -> None:
    tries = []

    async def promise() -> None:
        tries.append(None)
        raise PostRefused("403 50001: Missing Access")

    with pytest.raises(PostRefused):
        await gateway.kept(promise, attempts=3)
    assert len(tries) == 1


async def test_a_reply_that_discord_finds_fault_with_becomes_a_sentence(rig: DiscordRig) -> None:
    rig.server.world.takes_embeds = False
    (reply,) = await rig.replies(await rig.share(HARBOUR))
    assert "stands twice" not in reply.text
