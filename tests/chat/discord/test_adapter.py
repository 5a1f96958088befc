"""Replies on their way into Discord, and what Discord may say to them."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.chat.discord_adapter.adapter import DiscordAdapter
from bot.chat.discord_adapter.refs import Place, command_ref, message_ref
from bot.chat.discord_adapter.rest import BANNED_SECONDS, Rest
from bot.ports import MessageRef, Platform, PostLater, PostRefused, Stage
from bot.render import render
from bot.settings import DiscordSettings
from tests.fakes.discord import FakeDiscord, open_discord
from tests.fakes.discord.world import (
    CHANNEL,
    CREATE_THREADS,
    GUILD,
    READ_HISTORY,
    SEND_MESSAGES,
    TOKEN,
    USUAL,
    VIEW_CHANNEL,
    Limit,
)
from tests.render.briefs import harbour

KEY = "5e" * 32
BRIEF = {"content": "", "embeds": [{"title": r"A \*bold\* title", "description": "Read."}]}
NOTE = {"content": "The page is gone.", "embeds": []}


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with open_discord() as server:
        yield server


@pytest.fixture
async def adapter(discord: FakeDiscord) -> AsyncIterator[DiscordAdapter]:
    rest = Rest(TOKEN)
    yield DiscordAdapter(rest, DiscordSettings())
    await rest.close()


async def shared(discord: FakeDiscord) -> MessageRef:
    """A message that waits for a reply."""
    return message_ref(int(GUILD), Place(int(CHANNEL)), int(await discord.write("a link")))


async def test_a_reply_opens_the_thread_of_its_message_under_the_headline(discord, adapter) -> None:
    ref = await shared(discord)
    posted = await adapter.post(ref, BRIEF, KEY)
    (message,) = discord.ours(ref.message)
    assert posted == f"{ref.message}/{message['id']}"
    assert discord.world.channels[ref.message]["name"] == "A *bold* title"
    assert message["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_a_thread_that_is_there_already_is_used(discord, adapter) -> None:
    ref = await shared(discord)
    await discord.open_thread(ref.message)
    await adapter.post(ref, BRIEF, KEY)
    assert 160004 in discord.world.refusals
    assert len(discord.ours(ref.message)) == 1


async def test_posting_twice_leaves_one_message(discord, adapter) -> None:
    ref = await shared(discord)
    assert await adapter.post(ref, BRIEF, KEY) == await adapter.post(ref, BRIEF, KEY)
    assert len(discord.ours(ref.message)) == 1
    await adapter.post(ref, BRIEF, "77" * 32)
    assert len(discord.ours(ref.message)) == 2


@pytest.mark.parametrize("payload", [BRIEF, NOTE])
async def test_a_post_that_was_cut_off_is_found_long_after(discord, adapter, payload) -> None:
    ref = await shared(discord)
    assert await adapter.find(ref, KEY) is None
    discord.world.broken_posts = 1
    with pytest.raises(aiohttp.ClientError):
        await adapter.post(ref, payload, KEY)
    discord.world.nonces.clear()  # Discord forgets them after minutes
    (message,) = discord.ours(ref.message)
    assert await adapter.find(ref, KEY) == f"{ref.message}/{message['id']}"
    assert await adapter.find(ref, "77" * 32) is None


async def test_where_threads_cannot_be_made_the_reply_refers_to_its_message(discord, adapter) -> None:
    discord.world.permissions[CHANNEL] = USUAL & ~CREATE_THREADS
    ref = await shared(discord)
    posted = await adapter.post(ref, BRIEF, KEY)
    (message,) = discord.ours(CHANNEL)
    assert str(message["message_reference"]["message_id"]) == ref.message
    assert await adapter.find(ref, KEY) == posted
    await adapter.withdraw(ref, posted)
    assert discord.ours(CHANNEL) == []


async def test_a_command_is_answered_where_it_was_used(discord, adapter) -> None:
    thread = await discord.open_thread(await discord.write("talk"))
    places = {CHANNEL: Place(int(CHANNEL)), thread: Place(int(CHANNEL), int(thread))}
    for channel, place in places.items():
        ref = command_ref(int(GUILD), place, int(discord.world.snowflake()))
        posted = await adapter.post(ref, BRIEF, channel.rjust(64, "0")[::-1])
        assert posted == f"{channel}/{discord.ours(channel)[0]['id']}"


async def test_what_can_never_be_posted_is_refused(discord, adapter) -> None:
    gone = await shared(discord)
    await discord.remove(gone.message)
    with pytest.raises(PostRefused, match="Unknown Message"):
        await adapter.post(gone, BRIEF, KEY)
    elsewhere = gone.model_copy(update={"channel": "1"})
    with pytest.raises(PostRefused, match="Unknown Channel") as unknown:
        await adapter.post(elsewhere, BRIEF, KEY)
    assert not unknown.value.of_message
    with pytest.raises(PostRefused, match="Invalid Form Body") as invalid:
        await adapter.post(await shared(discord), {"content": "x" * 2001, "embeds": []}, KEY)
    assert invalid.value.of_message
    for missing in (VIEW_CHANNEL, SEND_MESSAGES | CREATE_THREADS):
        discord.world.permissions[CHANNEL] = USUAL & ~missing
        with pytest.raises(PostRefused, match="Missing"):
            await adapter.post(await shared(discord), BRIEF, KEY)


@pytest.mark.parametrize("full", [False, True])
async def test_the_largest_brief_is_within_discords_limits(discord, adapter, full: bool) -> None:
    brief = harbour()
    large = brief.model_copy(update={name: getattr(brief, name) * 40 for name in ("errors", "demands", "actors")})
    await adapter.post(await shared(discord), render(large, Platform.DISCORD, full=full), KEY)
    assert 50035 not in discord.world.refusals


async def test_a_locked_thread_refuses(discord, adapter) -> None:
    ref = await shared(discord)
    await discord.open_thread(ref.message)
    discord.world.channels[ref.message]["thread_metadata"]["locked"] = True
    with pytest.raises(PostRefused, match="locked"):
        await adapter.post(ref, BRIEF, KEY)


async def test_short_limits_are_waited_out_and_long_ones_put_off(discord, adapter) -> None:
    discord.world.limit = Limit(1, 0.01)
    await adapter.post(await shared(discord), BRIEF, KEY)
    discord.world.limit = Limit(1, 90.0)
    with pytest.raises(PostLater) as later:
        await adapter.post(await shared(discord), BRIEF, "77" * 32)
    assert later.value.retry_after == 90.0
    discord.world.limit = Limit(1, 0.0, by_proxy=True)
    with pytest.raises(PostLater) as banned:
        await adapter.post(await shared(discord), BRIEF, "78" * 32)
    assert banned.value.retry_after in (0.0, BANNED_SECONDS)


async def test_with_a_refused_token_replies_wait(discord) -> None:
    rest = Rest("another.token")
    with pytest.raises(PostLater):
        await DiscordAdapter(rest, DiscordSettings()).post(await shared(discord), BRIEF, KEY)
    await rest.close()


async def test_a_token_that_is_revoked_makes_replies_wait(discord, adapter) -> None:
    await adapter.post(await shared(discord), BRIEF, KEY)
    discord.world.token = "a.new.one"
    with pytest.raises(PostLater):
        await adapter.post(await shared(discord), BRIEF, "77" * 32)


async def test_when_discord_cannot_be_reached_replies_wait() -> None:
    async with open_discord() as server:
        ref = await shared(server)
        await server.stop()
        with pytest.raises(PostLater):
            await DiscordAdapter(Rest(TOKEN), DiscordSettings()).post(ref, BRIEF, KEY)


async def test_a_reply_is_withdrawn_from_an_archived_thread_and_only_once(discord, adapter) -> None:
    ref = await shared(discord)
    posted = await adapter.post(ref, BRIEF, KEY)
    discord.world.channels[ref.message]["thread_metadata"]["archived"] = True
    await adapter.withdraw(ref, posted)
    assert discord.ours(ref.message) == []
    await adapter.withdraw(ref, posted)
    await adapter.withdraw(ref, f"1/{posted.partition('/')[2]}")


async def test_an_hourglass_stands_while_any_link_is_worked_on(discord, adapter) -> None:
    ref = await shared(discord)
    shown = discord.world.reactions[ref.message]
    for url, stage, is_shown in [
        ("a", Stage.FETCHING, True),
        ("b", Stage.FETCHING, True),
        ("a", Stage.POSTED, True),
        ("b", Stage.READING, True),
        ("b", Stage.FAILED, False),
        ("b", Stage.FAILED, False),
    ]:
        await adapter.progress(ref, url, stage)
        assert shown == ({"⏳"} if is_shown else set()), (url, stage)


async def test_progress_never_raises(discord, adapter) -> None:
    ref = await shared(discord)
    await discord.remove(ref.message)
    await adapter.progress(ref, "a", Stage.FETCHING)
    assert 10008 in discord.world.refusals


async def test_without_history_nothing_is_found(discord, adapter) -> None:
    ref = await shared(discord)
    await adapter.post(ref, BRIEF, KEY)
    discord.world.permissions[CHANNEL] = USUAL & ~READ_HISTORY
    assert await adapter.find(ref, KEY) is None
