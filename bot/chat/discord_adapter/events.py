"""Discord's messages and reactions as the desk takes them."""

import unicodedata

import discord

from bot.chat.discord_adapter.refs import Place, message_ref, place_of
from bot.ports import Incoming

WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


def incoming(message: discord.Message, guild_id: int, place: Place | None = None, *, edited: bool = False) -> Incoming:
    """A message, with the text of those that it forwards."""
    where = place or place_of(message.channel, message.channel.id)
    texts = [message.content, *(snapshot.content for snapshot in message.message_snapshots)]
    return Incoming(
        ref=message_ref(guild_id, where, message.id),
        author=str(message.author.id),
        markup="\n".join(text for text in texts if text),
        is_bot=message.author.bot or message.webhook_id is not None or message.type not in WRITTEN,
        edited=edited,
        written_at=message.created_at,
        edited_at=message.edited_at,
    )


def emoji_names(emoji: discord.PartialEmoji) -> set[str]:
    """What a reaction may be called in the settings: itself, its own name, or its name in Unicode."""
    names = {emoji.name}
    if emoji.is_unicode_emoji():
        base = emoji.name.rstrip("\ufe0f")
        names |= {base, unicodedata.name(base, "").lower().replace(" ", "_") if len(base) == 1 else base}
    return names - {""}
