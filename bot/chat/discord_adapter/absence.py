"""What was said while the bot was not connected.

The newest message that was seen is noted every few seconds. What was written since, and a little
before it, is looked through after every new connection; the desk recognises what it has seen.
Messages are ordered by their ids, which carry Discord's time, so our own clock may be wrong.
"""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

import discord

from bot.ports import Platform
from bot.settings import DiscordSettings
from bot.store import platform_state
from bot.store.database import Database

log = logging.getLogger(__name__)

NAME: Final = "seen"
MARGIN: Final = timedelta(minutes=5)
"""Before the newest message seen, others may have been missed: a connection may have been dead unnoticed."""
ID_SHIFT: Final = 22
"""In an id, the milliseconds stand above so many bits."""

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


async def last_seen(database: Database) -> int:
    """The id of the newest message that was seen; on a first start, the id that one would have now."""
    async with database.read() as connection:
        noted = await platform_state.recall(connection, Platform.DISCORD, NAME)
    if noted is not None:
        return int(noted)
    now = discord.utils.time_snowflake(discord.utils.utcnow())
    await note_seen(database, now)
    return now


async def note_seen(database: Database, message: int) -> None:
    """Notes the newest message that was seen."""
    async with database.write() as connection:
        await platform_state.remember(connection, Platform.DISCORD, NAME, str(message))


async def missed(guild: discord.Guild, since: int, settings: DiscordSettings) -> AsyncIterator[discord.Message]:
    """The messages of a server's channels and open threads since an id, within the settings' bounds."""
    if not settings.backfill_hours or not settings.backfill_messages:
        return
    oldest = discord.utils.utcnow() - timedelta(hours=settings.backfill_hours)
    margin = int(MARGIN.total_seconds() * 1000) << ID_SHIFT
    after = max(since - margin, discord.utils.time_snowflake(oldest))
    channels: list[Channel] = [
        *guild.text_channels,
        *guild.voice_channels,
        *guild.stage_channels,
        *guild.threads,
    ]
    for channel in channels:
        if (channel.last_message_id or 0) <= after or not _may_read(channel):
            continue
        history = channel.history(after=discord.Object(after), limit=settings.backfill_messages, oldest_first=True)
        try:
            async for message in history:
                yield message
        except discord.HTTPException as error:
            log.warning("a channel could not be looked through: %s", error, extra={"channel": channel.id})


def _may_read(channel: Channel) -> bool:
    """Whether Discord would show the channel's history; it bars for a while who asks too often for what it refuses."""
    try:
        allowed = channel.permissions_for(channel.guild.me)
    except discord.ClientException:  # a thread of a channel that is not known
        return False
    return allowed.view_channel and allowed.read_message_history
