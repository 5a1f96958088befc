"""A running desk on small real parts, and ways to wait for what it does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

from bot.chat.local.adapter import LocalChat
from bot.chat.local.messages import LocalMessage
from bot.desk import Desk, open_desk
from bot.ports import ChatAdapter, Document, Incoming, MessageRef, Payload, Platform, Stage
from bot.settings import JobsSettings, Settings, StoreSettings
from bot.store import shares
from tests.jobs.parts import Copyist, Library, Quoter

PATIENCE = 15.0
T = TypeVar("T")


class Recorder(LocalChat):
    """The local chat, which also notes each stage and posts in the way a test asks for."""

    def __init__(self, database) -> None:
        super().__init__(database)
        self.stages: dict[str, list[Stage]] = {}
        self.before_post: Callable[[], Awaitable[None]] | None = None
        self.after_post: Callable[[], Awaitable[None]] | None = None
        self.posts = 0

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        self.stages.setdefault(url, []).append(stage)
        await super().progress(ref, url, stage)

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        self.posts += 1
        if self.before_post:
            await self.before_post()
        posted = await super().post(ref, payload, key)
        if self.after_post:
            await self.after_post()
        return posted


@dataclass
class Running:
    """An open desk with its chat and its library."""

    desk: Desk
    chat: Recorder
    library: Library

    async def say(self, markup: str, channel: str = "news", *files: Document) -> LocalMessage:
        """Writes a message and hands it to the desk."""
        message = await self.chat.post_message(channel, "ann", markup, files=files)
        await self.desk.handle_message(incoming(message, files))
        return message

    async def replies(self, message: LocalMessage, number: int = 1) -> list[str]:
        """The texts of the replies to a message, once there are ``number`` of them."""

        async def arrived() -> list[LocalMessage] | None:
            found = await self.chat.replies(message.id)
            return found if len(found) >= number else None

        return [str((reply.payload or {})["text"]) for reply in await until(arrived)]

    async def state(self, message: LocalMessage, url: str) -> str:
        """The state of a share once it is settled."""

        async def settled() -> str | None:
            async with self.desk.database.read() as connection:
                share = await shares.load(connection, shares.share_id(incoming(message).ref, url))
            return share.state if share and share.state != "waiting" else None

        return await until(settled)


def incoming(message: LocalMessage, files: tuple[Document, ...] = ()) -> Incoming:
    """A local message as the desk gets it."""
    ref = MessageRef(platform=Platform.LOCAL, workspace="local", channel=message.channel, message=str(message.id))
    return Incoming(ref=ref, author=message.author, markup=message.markup, documents=files)


async def until(condition: Callable[[], Awaitable[T | None]]) -> T:
    """What ``condition`` gives, as soon as it gives something."""
    async with asyncio.timeout(PATIENCE):
        while (found := await condition()) is None:  # noqa: ASYNC110 - the condition lies in the database
            await asyncio.sleep(0.01)
        return found


def quick(store: StoreSettings, **jobs) -> Settings:
    """Settings that keep tests short."""
    return Settings(store=store, jobs=JobsSettings(**{"poll_seconds": 0.02, "shutdown_seconds": 1.0} | jobs))


@asynccontextmanager
async def running(settings: Settings, library: Library | None = None) -> AsyncIterator[Running]:
    """Opens a desk."""
    chats: list[ChatAdapter] = []

    def adapters(database) -> list[ChatAdapter]:
        chats.append(Recorder(database))
        return chats

    used = library or Library()
    async with open_desk(settings, adapters, fetcher=used, workers=Copyist(), renderer=Quoter()) as desk:
        assert isinstance(chats[0], Recorder)
        yield Running(desk, chats[0], used)
