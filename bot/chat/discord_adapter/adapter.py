"""Discord as the desk sees it: replies posted, found again and withdrawn over plain HTTP."""

import logging
import re
from collections.abc import AsyncIterator
from typing import Any, Final

import aiohttp
import discord

from bot.chat.discord_adapter import components
from bot.chat.discord_adapter.refs import Posted, is_command, parse_posted, snowflake
from bot.chat.discord_adapter.rest import Code, Rest, translated
from bot.ports import MessageRef, Payload, Platform, Stage
from bot.settings import DiscordSettings

log = logging.getLogger(__name__)

WORKING: Final = "⏳"
THREAD_NAME: Final = 100
ARCHIVE_MINUTES: Final = 1440
LOOKED_THROUGH: Final = 200
"""How many messages are looked through for one of our own; replies come soon after what they answer."""
NO_THREADS_HERE: Final = {
    Code.NO_ACTION_ON_THIS_CHANNEL,
    Code.MISSING_PERMISSIONS,
    Code.TOO_MANY_THREADS,
    Code.TOO_MANY_NEWS_THREADS,
}


class DiscordAdapter:
    """The :class:`~bot.ports.ChatAdapter` of Discord.

    A reply to a message stands in the message's thread, which is made when there is none; where
    threads cannot be made it is a reply in the channel. A reply to a command stands where the command
    was used.
    """

    platform = Platform.DISCORD

    def __init__(self, rest: Rest, settings: DiscordSettings) -> None:
        self.pace = settings.pace
        self._rest = rest
        self._working: dict[int, set[str]] = {}

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        """Posts a reply; Discord itself gives a second post of the next minutes the first one's message."""
        nonce = components.nonce_of(key)
        embeds = [discord.Embed.from_dict(embed) for embed in payload.get("embeds", ())]
        buttons = components.under_brief(nonce) if embeds else components.under_note(nonce)
        with translated():
            client = await self._rest.client()
            channel, reference = await self._destination(client, ref, _title(payload))
            options: dict[str, Any] = {"reference": reference} if reference else {}
            sent = await client.get_partial_messageable(channel).send(
                content=payload.get("content") or None,
                embeds=embeds,
                view=buttons,
                nonce=nonce,
                allowed_mentions=discord.AllowedMentions.none(),
                suppress_embeds=not embeds,
                mention_author=False,
                **options,
            )
        return str(Posted(channel, sent.id))

    async def _destination(
        self, client: discord.Client, ref: MessageRef, title: str
    ) -> tuple[int, discord.MessageReference | None]:
        """The channel or thread to post into, and the message to refer to there."""
        channel = int(ref.thread or ref.channel)
        if is_command(ref):
            return channel, None
        message = snowflake(ref)
        reference = discord.MessageReference(message_id=message, channel_id=channel, fail_if_not_exists=True)
        if ref.thread:
            return channel, reference
        try:
            await client.http.start_thread_with_message(
                channel, message, name=title, auto_archive_duration=ARCHIVE_MINUTES
            )
        except discord.HTTPException as error:
            if error.code in NO_THREADS_HERE:
                return channel, reference
            if error.code != Code.THREAD_EXISTS:
                raise
        return message, None

    async def find(self, ref: MessageRef, key: str) -> str | None:
        """Looks where the reply would stand for a message of ours with the reply's nonce."""
        nonce = components.nonce_of(key)
        with translated():
            client = await self._rest.client()
            channels = [int(ref.thread or ref.channel)]
            if not ref.thread and not is_command(ref):
                channels.insert(0, snowflake(ref))
            for channel in channels:
                async for message in _ours(client, channel, snowflake(ref)):
                    if components.is_marked(message, nonce):
                        return str(Posted(channel, message.id))
        return None

    async def withdraw(self, ref: MessageRef, posted: str) -> None:
        """Deletes a reply, in an archived thread as well."""
        with translated():
            client = await self._rest.client()
            channel, message = parse_posted(posted)
            try:
                await _delete(client, channel, message)
            except discord.HTTPException as error:
                if error.code != Code.THREAD_ARCHIVED:
                    raise
                await client.http.edit_channel(channel, archived=False)
                await _delete(client, channel, message)

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        """Marks a message with an hourglass while any of its links is worked on."""
        if is_command(ref):
            return
        message = snowflake(ref)
        urls = self._working.setdefault(message, set())
        was_working = bool(urls)
        if stage in (Stage.POSTED, Stage.FAILED):
            urls.discard(url)
            if urls:
                return
            del self._working[message]
        elif was_working:
            urls.add(url)
            return
        else:
            urls.add(url)
        try:
            await self._show(int(ref.thread or ref.channel), message, working=bool(urls))
        except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
            log.debug("the state of a link is not shown: %s", error)

    async def _show(self, channel: int, message: int, *, working: bool) -> None:
        client = await self._rest.client()
        marked = client.get_partial_messageable(channel).get_partial_message(message)
        if working:
            await marked.add_reaction(WORKING)
        elif client.user:
            await marked.remove_reaction(WORKING, client.user)


async def _ours(client: discord.Client, channel: int, after: int) -> AsyncIterator[discord.Message]:
    """Our messages in a channel or thread after a moment; none where there is no such thread."""
    history = client.get_partial_messageable(channel).history(after=discord.Object(after), limit=LOOKED_THROUGH)
    try:
        async for message in history:
            if client.user and message.author.id == client.user.id:
                yield message
    except discord.NotFound as error:
        if error.code != Code.UNKNOWN_CHANNEL:
            raise


async def _delete(client: discord.Client, channel: int, message: int) -> None:
    try:
        await client.get_partial_messageable(channel).get_partial_message(message).delete()
    except discord.NotFound as gone:
        if gone.code not in (Code.UNKNOWN_MESSAGE, Code.UNKNOWN_CHANNEL):
            raise


def _title(payload: Payload) -> str:
    """The name of the thread under a message: the headline, free of markup."""
    embeds = payload.get("embeds") or [{}]
    plain = re.sub(r"\\(.)", r"\1", str(embeds[0].get("title", ""))).replace("\u200b", "").strip()
    return plain[:THREAD_NAME] or "Brief"
