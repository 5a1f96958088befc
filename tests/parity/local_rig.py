"""The local desk as a rig: its messages are rows of our own database."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from sqlalchemy import func, select

from bot import render
from bot.chat.local.adapter import LocalChat
from bot.chat.local.intake import Intake
from bot.desk import Desk, open_desk
from bot.ports import ChatAdapter
from bot.settings import StoreSettings
from bot.store import tables
from bot.store.database import Database
from tests.jobs.running import until
from tests.parity.newsstand import Newsstand, Skimmer
from tests.parity.rig import Reply, Skill, settings

SKILLS: frozenset[Skill] = frozenset({"threads"})
CHANNEL = "newsroom"


class LocalRig:
    """One person at the local desk."""

    skills = SKILLS

    def __init__(self, store: StoreSettings) -> None:
        self.newsstand = Newsstand()
        self._settings = settings(store)
        self._stack = AsyncExitStack()
        self._commands: list[str] = []

    async def start(self) -> None:
        chats: list[ChatAdapter] = []

        def adapters(database: Database) -> Sequence[ChatAdapter]:
            chats.append(LocalChat(database))
            return chats

        opened = open_desk(self._settings, adapters, fetcher=self.newsstand, workers=Skimmer(), renderer=render)
        self.desk: Desk = await self._stack.enter_async_context(opened)
        assert isinstance(chats[0], LocalChat)
        self._chat = chats[0]
        self._intake = Intake(self._chat, self.desk)

    async def stop(self) -> None:
        await self._stack.aclose()

    async def share(self, text: str, *, thread: str | None = None) -> str:
        message = await self._chat.post_message(CHANNEL, "ann", text, thread=int(thread) if thread else None)
        await self._intake.take_over()
        return str(message.id)

    async def command(self, argument: str, *, admin: bool = False) -> str:
        message = await self.share(f"/brief {argument}".strip())
        self._commands.append(message)
        answer = (await self._chat.replies(int(message)))[0].payload or {}
        return "\n".join([str(answer["text"]), *(f"{hit['title']} {hit['excerpt']}" for hit in answer["hits"])])

    async def command_replies(self, number: int = 1) -> list[Reply]:
        return (await self.replies(self._commands[-1], number + 1))[1:]

    async def replies(self, message: str, number: int = 1) -> list[Reply]:
        async def arrived() -> list[Reply] | None:
            kept = await self._chat.replies(int(await self._top(message)))
            found = [
                Reply(
                    id=str(one.id),
                    text=str(one.payload["text"]),
                    thread=str(one.thread),
                    links=tuple(re.findall(r'href="(http[^"]*)"', one.payload.get("html", ""))),
                )
                for one in kept
                if one.payload
            ]
            return found if len(found) >= number else None

        return await until(arrived)

    async def _top(self, message: str) -> str:
        query = select(tables.local_messages.c.thread).where(tables.local_messages.c.id == int(message))
        async with self.desk.database.read() as connection:
            thread = (await connection.execute(query)).scalar()
        return str(thread or message)

    async def settled(self) -> None:
        query = select(func.count()).select_from(tables.shares).where(tables.shares.c.state == "waiting")

        async def idle() -> bool | None:
            async with self.desk.database.read() as connection:
                return True if (await connection.execute(query)).scalar() == 0 else None

        await until(idle)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"the local desk cannot do that: {name}")


@asynccontextmanager
async def open_rig(store: StoreSettings) -> AsyncIterator[LocalRig]:
    """The local desk, running."""
    rig = LocalRig(store)
    await rig.start()
    try:
        yield rig
    finally:
        await rig.stop()
