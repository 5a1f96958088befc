"""What the desk needs of a chat platform, as types and one Protocol.

Slack, Discord and the local desk each implement :class:`ChatAdapter`; the desk, the jobs and the
outbox see only this module. Nothing here knows any platform.
"""

from collections.abc import Mapping
from datetime import datetime
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


class Workspace(Record):
    """A Slack workspace, a Discord server or the local desk: the border that no data crosses."""

    platform: Platform
    id: str


class MessageRef(Record):
    """One chat message. ``thread`` is the thread it stands in, or None at the top level."""

    platform: Platform
    workspace: str
    channel: str
    message: str
    thread: str | None = None

    @property
    def home(self) -> Workspace:
        """The workspace that the message belongs to."""
        return Workspace(platform=self.platform, id=self.workspace)


class Document(Record):
    """A text or HTML file that somebody handed in instead of a link."""

    name: str
    content_type: str = "text/plain"
    body: bytes


class Incoming(Record):
    """A message that somebody wrote. ``markup`` is the text in the platform's own markup.

    ``before`` is what stood there before an edit, ``written_at`` and ``edited_at`` are the platform's own
    times, with a zone; each None where the platform does not say.
    """

    ref: MessageRef
    author: str
    markup: str
    is_bot: bool = False
    edited: bool = False
    before: str | None = None
    written_at: datetime | None = None
    edited_at: datetime | None = None
    documents: tuple[Document, ...] = ()


class Command(Record):
    """A slash command or its equivalent: ``/brief [section] argument``, split at the first blank.

    ``ref.message`` identifies this one use of the command for ever, so that a repeated delivery is
    recognised; the briefs it asks for are posted in reply to it.
    """

    ref: MessageRef
    author: str
    name: str
    argument: str = ""
    is_admin: bool = False


class PostLater(Exception):
    """The platform did not take the message but will later, ``retry_after`` seconds from now."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"post again in {retry_after:g} s")
        self.retry_after = retry_after


class PostRefused(Exception):
    """The platform will never take the message: a deleted channel, a missing permission.

    ``reason`` is for the log, in the platform's own words. ``of_message`` is True when only this one
    message is at fault and a plain sentence would be taken.
    """

    def __init__(self, reason: str, *, of_message: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.of_message = of_message


class ChatAdapter(Protocol):
    """What a platform must do. Every method may be called again after a crash."""

    platform: Platform

    pace: float
    """Seconds between two messages in one channel."""

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        """Posts into the thread of ``ref`` and returns the new message's id.

        ``key`` identifies this reply for ever; where the platform can refuse a second post with the
        same key, the adapter makes it do so. Raises :class:`PostLater` or :class:`PostRefused` when
        it is certain that nothing was posted; any other exception leaves it open, and the outbox
        asks :meth:`find` before it tries again.
        """
        ...

    async def find(self, ref: MessageRef, key: str) -> str | None:
        """The id of the message that an earlier, interrupted :meth:`post` with ``key`` made, if any.

        Raises :class:`PostLater` when the platform does not say just now.
        """
        ...

    async def withdraw(self, ref: MessageRef, posted: str) -> None:
        """Deletes a message that an earlier :meth:`post` to ``ref`` made; fine when it is gone already."""
        ...

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        """Shows how far the work on ``url`` has come. Best effort: must not raise."""
        ...
