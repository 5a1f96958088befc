"""The local desk as a chat platform: its messages live in our own database."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence
from typing import Final

from bot.chat.local import messages
from bot.chat.local.messages import LocalEvent, LocalMessage
from bot.failures import Failure
from bot.ports import Document, MessageRef, Payload, Platform, Stage, Workspace
from bot.store import documents as document_store
from bot.store.database import Database
from bot.store.workspaces import channel_id, channel_names, workspace_id

WORKSPACE: Final = Workspace(platform=Platform.LOCAL, id="local")
BOT: Final = "newsroom-bot"
FIRST_CHANNEL: Final = "newsroom"
PAGE_SIZE: Final = 50
BACKLOG: Final = 500
MESSAGE_ID: Final = re.compile("[0-9]{1,9}")
POLL_SECONDS: Final = 1.0
"""How soon a page sees what another process wrote; within one process it is told at once."""


class LocalChat:
    """The :class:`~bot.ports.ChatAdapter` of the local desk, and what its web page reads and writes."""

    platform = Platform.LOCAL
    pace = 0.0

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: set[asyncio.Queue[LocalEvent]] = set()

    # ---- what the desk asks of a platform --------------------------------------------------------

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        """Adds a reply; a second post with the same key finds the first one in place."""
        async with self._database.write() as connection:
            values = {
                "channel": ref.channel,
                "thread": int(ref.thread or ref.message),
                "author": BOT,
                "markup": "",
                "documents": [],
                "payload": dict(payload),
                "key": key,
                "handled": True,
                "posted_at": time.time(),
            }
            added = await messages.add(connection, values)
            posted = added if added is not None else await messages.id_of_key(connection, key)
        self._wake()
        return str(posted)

    async def find(self, ref: MessageRef, key: str) -> str | None:
        """The id of the reply with ``key``, if it was posted."""
        async with self._database.read() as connection:
            found = await messages.id_of_key(connection, key)
        return None if found is None else str(found)

    async def withdraw(self, ref: MessageRef, posted: str) -> None:
        """Deletes a reply."""
        async with self._database.write() as connection:
            await messages.remove(connection, int(posted))

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        """Keeps the stage with the message and tells every open page."""
        message = int(ref.message)
        try:
            async with self._database.write() as connection:
                await messages.set_stage(connection, message, url, stage)
        except Failure:
            return
        event = LocalEvent(kind="progress", message=message, channel=ref.channel, url=url, stage=stage)
        for listener in self._listeners:
            listener.put_nowait(event)

    # ---- what the page asks ----------------------------------------------------------------------

    async def channels(self) -> list[str]:
        """The names of the channels, the first one always, the others in the order they were made."""
        async with self._database.read() as connection:
            names = await channel_names(connection, WORKSPACE)
            # The desk has forgotten the channel in which everything was to be forgotten; the answer stands there.
            spoken = await messages.channels(connection)
        known = list(dict.fromkeys([*names, *spoken]))
        return known if FIRST_CHANNEL in known else [FIRST_CHANNEL, *known]

    async def add_channel(self, name: str) -> None:
        """Creates a channel, if it is new."""
        async with self._database.write() as connection:
            await channel_id(connection, WORKSPACE, name)

    async def post_message(
        self, channel: str, author: str, markup: str, thread: int | None = None, files: Sequence[Document] = ()
    ) -> LocalMessage:
        """Keeps what a person wrote, files included. The desk has not seen it yet."""
        async with self._database.write() as connection:
            await channel_id(connection, WORKSPACE, channel)
            owner = await workspace_id(connection, WORKSPACE)
            kept = [{"id": await document_store.keep(connection, owner, file), "name": file.name} for file in files]
            values = {
                "channel": channel,
                "thread": thread,
                "author": author,
                "markup": markup,
                "documents": kept,
                "posted_at": time.time(),
            }
            added = await messages.add(connection, values)
            message = await messages.one(connection, added or 0)
        assert message is not None
        self._wake()
        return message

    async def messages(self, channel: str, before: int | None = None, limit: int = PAGE_SIZE) -> list[LocalMessage]:
        """The newest top-level messages of a channel (before an id), oldest first."""
        async with self._database.read() as connection:
            return await messages.latest(connection, channel, before, limit)

    async def replies(self, message: int) -> list[LocalMessage]:
        """The thread of a message, oldest first."""
        async with self._database.read() as connection:
            return await messages.in_thread(connection, message)

    async def newest(self) -> int:
        """The id of the newest message in any channel, or 0."""
        async with self._database.read() as connection:
            return await messages.newest_id(connection)

    async def channel_of(self, reply: str) -> str | None:
        """The channel of a message, by its id; None for one that is not there."""
        if not MESSAGE_ID.fullmatch(reply):
            return None
        async with self._database.read() as connection:
            found = await messages.one(connection, int(reply))
        return found.channel if found else None

    async def subscribe(self, after: int | None = None) -> AsyncIterator[LocalEvent]:
        """Everything that happens from now on, or from after the message ``after``, in every channel.

        Messages arrive in the order of their ids, each once; a page that lost its connection goes on
        with the last id it saw. Ends when :meth:`close` is called.
        """
        listener: asyncio.Queue[LocalEvent] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            seen = await self.newest() if after is None else after
            while True:
                async with self._database.read() as connection:
                    fresh = await messages.since(connection, seen, BACKLOG)
                for message in fresh:
                    seen = message.id
                    yield LocalEvent(kind="message", message=message.id, channel=message.channel, new=message)
                if len(fresh) == BACKLOG:
                    continue
                for event in await _next_events(listener):
                    if event is CLOSED:
                        return
                    if event.kind != "message":
                        yield event
        finally:
            self._listeners.discard(listener)

    @property
    def is_heard(self) -> bool:
        """Whether anybody listens to :meth:`subscribe`."""
        return bool(self._listeners)

    def tell_forgotten(self) -> None:
        """Tells every page that something was forgotten."""
        for listener in self._listeners:
            listener.put_nowait(LocalEvent(kind="forgotten"))

    def close(self) -> None:
        """Ends every subscription."""
        for listener in self._listeners:
            listener.put_nowait(CLOSED)

    def _wake(self) -> None:
        for listener in self._listeners:
            listener.put_nowait(WAKE)


WAKE: Final = LocalEvent(kind="message", message=0, channel="")
"""Tells a subscription that there are new rows to read."""
CLOSED: Final = LocalEvent(kind="message", message=-1, channel="")
"""Tells a subscription to end."""


async def _next_events(listener: asyncio.Queue[LocalEvent]) -> list[LocalEvent]:
    """What has arrived, waiting at most :data:`POLL_SECONDS` for it."""
    try:
        events = [await asyncio.wait_for(listener.get(), POLL_SECONDS)]
    except TimeoutError:
        return []
    while not listener.empty():
        events.append(listener.get_nowait())
    return events
