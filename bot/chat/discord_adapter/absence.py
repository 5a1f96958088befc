"""What was said while the bot was not connected.

While it is, the time is noted every few seconds. What was said since the last note, and a little
before it, is looked through after every new connection; the desk recognises what it has seen.
"""

import logging
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Final

import discord

from bot.ports import Platform
from bot.settings import DiscordSettings
from bot.store import platform_state
from bot.store.database import Database

log = logging.getLogger(__name__)

NAME: Final = "connected"
MARGIN: Final = 300.0
"""Seconds before the last note that are looked through too: a connection may have been dead unnoticed."""
HOUR: Final = 3600.0

Channel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


async def last_connected(database: Database) -> float:
    """When the bot was connected last, in seconds since 1970; now, when it never was."""
    async with database.read() as connection:
        noted = await platform_state.recall(connection, Platform.DISCORD, NAME)
    if noted is not None:
        return float(noted)
    await note_connected(database)
    return time.time()


async def note_connected(database: Database) -> None:
    """Notes that the bot is connected now."""
    async with database.write() as connection:
        await platform_state.remember(connection, Platform.DISCORD, NAME, str(time.time()))


async def missed(guild: discord.Guild, since: float, settings: DiscordSettings) -> AsyncIterator[discord.Message]:
    """The messages of a server's channels and open threads since a time, within the settings' bounds."""
    begin = max(since - MARGIN, time.time() - settings.backfill_hours * HOUR)
    after = datetime.fromtimestamp(begin, UTC)
    if not settings.backfill_hours or not settings.backfill_messages:
        return
    channels: list[Channel] = [
        *guild.text_channels,
        *guild.voice_channels,
        *guild.stage_channels,
        *guild.threads,
    ]
    for channel in channels:
        last = channel.last_message_id
        if last is None or discord.utils.snowflake_time(last) <= after:
            continue
        try:
            async for message in channel.history(after=after, limit=settings.backfill_messages, oldest_first=True):
                yield message
        except discord.HTTPException as error:
            log.warning("a channel could not be looked through: %s", error, extra={"channel": channel.id})
