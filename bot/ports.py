"""What the desk needs of a chat platform, as types and one Protocol.

Slack, Discord and the local desk each implement :class:`ChatAdapter`; the desk, the jobs and the
outbox see only this module. Nothing here knows any platform.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Protocol

from bot.model import Record

Payload = Mapping[str, Any]
"""A rendered message in the platform's own JSON form, as a renderer made it and the outbox stores it."""


class Platform(StrEnum):
    """The platforms that the bot speaks."""

    SLACK = "slack"
    DISCORD = "discord"
    LOCAL = "local"


class Stage(StrEnum):
    """How far the work on a link has come, as shown to the person who shared it."""

    QUEUED = "queued"
    FETCHING = "fetching"
    READING = "reading"
    POSTED = "posted"
    FAILED = "failed"


class MessageRef(Record):
    """One chat message. ``thread`` is the thread it stands in, or None at the top level."""

    platform: Platform
    workspace: str
    channel: str
    message: str
    thread: str | None = None


class Incoming(Record):
    """A message that somebody wrote. ``markup`` is the text in the platform's own markup."""

    ref: MessageRef
    author: str
    markup: str
    is_bot: bool = False
    edited: bool = False


class Command(Record):
    """A slash command or its equivalent: ``/brief [section] argument``."""

    ref: MessageRef
    author: str
    name: str
    argument: str = ""
    is_admin: bool = False


class ChatAdapter(Protocol):
    """What a platform must do. Every method may be called again after a crash."""

    platform: Platform

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        """Posts into the thread of ``ref`` and returns the new message's id.

        ``key`` identifies this reply for ever; where the platform can refuse a second post with the
        same key, the adapter makes it do so.
        """
        ...

    async def find(self, ref: MessageRef, key: str) -> str | None:
        """The id of the message that an earlier, interrupted :meth:`post` with ``key`` made, if any."""
        ...

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        """Shows how far the work on ``url`` has come. Best effort: must not raise."""
        ...
