"""Where things stand in Discord, as the desk names it.

The channel of a message in a thread is the thread's parent, so that its settings are those of the
channel. What a slash command asks for is answered in the channel itself, since a command is no message.
"""

from typing import Final, NamedTuple

import discord

from bot.ports import MessageRef, Platform

_COMMAND: Final = "command-"


class Place(NamedTuple):
    """A channel, and the thread within it if it is one."""

    channel: int
    thread: int | None = None


def place_of(channel: object, channel_id: int) -> Place:
    """The place of a channel or thread that discord.py knows, or of an unknown channel by its id."""
    if isinstance(channel, discord.Thread):
        return Place(channel.parent_id, channel.id)
    return Place(channel_id)


def message_ref(guild_id: int, place: Place, message_id: int) -> MessageRef:
    """A message that somebody wrote."""
    return _ref(guild_id, place, str(message_id))


def command_ref(guild_id: int, place: Place, interaction_id: int) -> MessageRef:
    """One use of a slash command."""
    return _ref(guild_id, place, f"{_COMMAND}{interaction_id}")


def _ref(guild_id: int, place: Place, message: str) -> MessageRef:
    return MessageRef(
        platform=Platform.DISCORD,
        workspace=str(guild_id),
        channel=str(place.channel),
        message=message,
        thread=None if place.thread is None else str(place.thread),
    )


def is_command(ref: MessageRef) -> bool:
    """Whether a ref stands for a slash command rather than a message."""
    return ref.message.startswith(_COMMAND)


def snowflake(ref: MessageRef) -> int:
    """The id of the message or of the command's interaction; both grow with time."""
    return int(ref.message.removeprefix(_COMMAND))


class Posted(NamedTuple):
    """One of our own messages. Its text form is what the outbox keeps."""

    channel: int
    message: int

    def __str__(self) -> str:
        return f"{self.channel}/{self.message}"


def parse_posted(text: str) -> Posted:
    """The inverse of ``str(Posted)``."""
    channel, _, message = text.partition("/")
    return Posted(int(channel), int(message))
