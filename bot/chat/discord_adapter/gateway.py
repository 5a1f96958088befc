"""The connection over which Discord's events come in."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

import discord

from bot.chat.discord_adapter import absence, commands
from bot.chat.discord_adapter.answers import Interaction
from bot.chat.discord_adapter.buttons import Buttons
from bot.chat.discord_adapter.events import emoji_names, incoming
from bot.chat.discord_adapter.install import install_link
from bot.chat.discord_adapter.refs import Place, message_ref, place_of
from bot.desk import Desk
from bot.ports import Platform, PostLater, PostRefused, Workspace
from bot.settings import DiscordSettings
from bot.store.errors import StorageUnavailable

log = logging.getLogger(__name__)

NOTE_SECONDS: Final = 15.0
EDIT_WINDOW: Final = timedelta(hours=1)
"""Discord reports an old message as changed when it is pinned; only fresh edits can bring new links."""
FIRST_WAIT: Final = 0.5
LONGEST_WAIT: Final = 30.0
ATTEMPTS: Final = 5
LOOKING_AT_ONCE: Final = 4
"""How many servers are looked through at the same time after a start."""

T = TypeVar("T")


class Gateway(discord.AutoShardedClient):
    """One connection, from its start to its end. Discord does not repeat events, so each is kept trying."""

    def __init__(self, settings: DiscordSettings, desk: Desk, *, message_content: bool) -> None:
        intents = discord.Intents(
            guilds=True, guild_messages=True, guild_reactions=True, message_content=message_content
        )
        super().__init__(
            intents=intents,
            shard_count=settings.shards or None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self._settings = settings
        self._desk = desk
        self._buttons = Buttons(desk)
        self._tree = commands.command_tree(self, desk)
        self._since = 0
        self._seen = 0
        self._down: set[int] = set()
        self._looking: set[int] = set()
        self._turns = asyncio.Semaphore(LOOKING_AT_ONCE)
        self._noting: asyncio.Task[None] | None = None

    # ---- the connection --------------------------------------------------------------------------

    async def setup_hook(self) -> None:
        """Before the first connection: what was seen last, and the commands."""
        self._since = self._seen = await absence.last_seen(self._desk.database)
        await commands.sync(self._tree, self._desk)

    async def close(self) -> None:
        """Ends the connection."""
        if self._noting:
            self._noting.cancel()
        await super().close()

    async def on_ready(self) -> None:
        """Every server is there."""
        self._down.clear()
        if self._noting is None:
            log.info("connected to %d servers as %s", len(self.guilds), self.user)
            if not self.guilds and self.application_id:
                log.warning("the bot is on no server yet; an admin adds it at %s", install_link(self.application_id))
            self._noting = asyncio.create_task(self._note_seen())

    async def on_shard_ready(self, shard_id: int) -> None:
        """A connection was made anew."""
        self._down.discard(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A connection was taken up again; Discord repeats by itself what was missed."""
        self._down.discard(shard_id)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """A connection was lost; discord.py is making it anew."""
        is_first = not self._down
        self._down.add(shard_id)
        if is_first:
            self._since = await kept(lambda: absence.last_seen(self._desk.database))

    async def _note_seen(self) -> None:
        noted = 0
        while True:
            if self._seen > noted and not self._down and not self._looking:
                noted = self._seen
                await kept(lambda: absence.note_seen(self._desk.database, self._seen))
            await asyncio.sleep(NOTE_SECONDS)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server came back: what was said there meanwhile is looked through."""
        self._looking.add(guild.id)
        try:
            await kept(lambda: self._look_through(guild), attempts=ATTEMPTS)
        finally:
            self._looking.discard(guild.id)

    async def _look_through(self, guild: discord.Guild) -> None:
        async with self._turns:
            async for message in absence.missed(guild, self._since, self._settings):
                await self.on_message(message)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """What nobody foresaw ends one event and nothing else."""
        log.exception("the event %s was not handled", event_method)

    # ---- what people do --------------------------------------------------------------------------

    async def on_message(self, message: discord.Message) -> None:
        """A message was written."""
        if message.guild is None:
            return
        place = await self._place(message.guild.id, message.channel.id)
        asked = incoming(message, message.guild.id, place)
        if asked.markup and not asked.is_bot:
            await kept(lambda: self._desk.handle_message(asked))
        self._seen = max(self._seen, message.id)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """A message was changed, by its author or by Discord itself."""
        message = payload.message
        edited = message.edited_at
        if payload.guild_id is None or edited is None or discord.utils.utcnow() - edited > EDIT_WINDOW:
            return
        if not self._was_there(payload.guild_id, message.created_at):
            return
        place = await self._place(payload.guild_id, payload.channel_id)
        asked = incoming(message, payload.guild_id, place, edited=True)
        if asked.markup and not asked.is_bot:
            await kept(lambda: self._desk.handle_message(asked))

    def _was_there(self, guild: int, at: datetime) -> bool:
        """Whether the bot was on a server at a time; it cannot tell which links of an earlier message are new."""
        server = self.get_guild(guild)
        joined = server.me.joined_at if server and server.me else None
        return joined is None or at >= joined

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A message was deleted."""
        if payload.guild_id is not None:
            await self._deleted(payload.guild_id, payload.channel_id, payload.message_id)

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Many messages were deleted at once."""
        for message in payload.message_ids if payload.guild_id is not None else ():
            await self._deleted(payload.guild_id or 0, payload.channel_id, message)

    async def _deleted(self, guild: int, channel: int, message: int) -> None:
        ref = message_ref(guild, await self._place(guild, channel), message)
        try:
            await kept(lambda: self._desk.handle_deletion(ref), attempts=ATTEMPTS)
        except PostRefused as refused:
            log.warning("a reply could not be withdrawn: %s", refused.reason, extra={"channel": channel})

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Somebody reacted to a message."""
        if payload.guild_id is None or (payload.member and payload.member.bot):
            return
        place = await self._place(payload.guild_id, payload.channel_id)
        home = Workspace(platform=Platform.DISCORD, id=str(payload.guild_id))
        settings = await kept(lambda: self._desk.settings_for(home, str(place.channel)))
        if settings.reaction not in emoji_names(payload.emoji):
            return
        try:
            message = await self.get_partial_messageable(payload.channel_id).fetch_message(payload.message_id)
        except discord.HTTPException as error:
            log.warning("a message with a reaction cannot be read: %s", error, extra={"channel": payload.channel_id})
            return
        if self.user and message.author.id == self.user.id:
            return
        asked = incoming(message, payload.guild_id, place)
        await kept(lambda: self._desk.handle_reaction(asked, settings.reaction))

    async def on_interaction(self, interaction: Interaction) -> None:
        """Somebody pressed a button, chose from a menu or sent a form. Commands come through the tree."""
        if interaction.type in (discord.InteractionType.component, discord.InteractionType.modal_submit):
            await self._buttons.press(interaction)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed from a server; what it kept ages out like everything."""
        log.warning("the bot was removed from a server", extra={"workspace": guild.id})

    async def _place(self, guild: int, channel: int) -> Place:
        known: object = self.get_channel(channel)
        if known is None and (server := self.get_guild(guild)):
            known = server.get_thread(channel)
        if known is None:
            try:
                known = await self.fetch_channel(channel)
            except discord.HTTPException as error:
                log.debug("the place of a message is not known: %s", error, extra={"channel": channel})
        return place_of(known, channel)


async def kept(promise: Callable[[], Awaitable[T]], attempts: int = 0) -> T:
    """Keeps asking the desk until it can promise; Discord would not deliver the event again.

    With ``attempts``, other trouble is tried again as well, so many times; what is refused is not.
    """
    wait, tried = FIRST_WAIT, 0
    while True:
        tried += 1
        try:
            return await promise()
        except StorageUnavailable as error:
            log.error("an event waits for the storage: %s", error)
        except PostRefused:
            raise
        except Exception as error:
            if tried >= attempts:
                raise
            log.warning("an event is tried again: %r", error)
            if isinstance(error, PostLater):
                wait = max(wait, error.retry_after)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)
