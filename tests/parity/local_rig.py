"""The local desk as a rig: its messages are rows of our own database."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import func, select

from bot import render
from bot.chat.local.adapter import LocalChat
from bot.chat.local.intake import Intake
from bot.desk import Desk, open_desk
from bot.ports import ChatAdapter
from bot.settings import StoreSettings
from bot.store import tables
from bot.store.database import Database
from bot.web.app import build
from tests.jobs.running import until
from tests.parity.newsstand import Newsstand, Skimmer
from tests.parity.rig import Reply, Skill, settings

SKILLS: frozenset[Skill] = frozenset({"threads"})
CHANNEL = "newsroom"
FEEDBACK = f"channels/{CHANNEL}/feedback"


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
        page = TestClient(TestServer(build(self._settings, self.desk, self._chat)))
        self._page = await self._stack.enter_async_context(page)

    async def stop(self) -> None:
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

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

    # ---- what the page asks ----------------------------------------------------------------------

    async def judge(self, reply: Reply, item: str, *, right: bool, reason: str = "") -> None:
        said = {"verdict": "right" if right else "wrong", **({"reason": reason} if reason else {})}
        assert "noted" in (await self._ask("PUT", f"replies/{reply.id}/verdicts", {"item": item, **said}))["said"]

    async def take_back(self, reply: Reply, item: str) -> None:
        body = {"item": item, "verdict": None}
        assert "taken back" in (await self._ask("PUT", f"replies/{reply.id}/verdicts", body))["said"]

    async def feedback(self, *, admin: bool = True) -> str:
        return "\n".join(_strings(await self._ask("GET", FEEDBACK)))

    async def reset(self, check: str | None = None, *, words: str | None = None, admin: bool = True) -> str:
        if words:
            lines = (await self._ask("GET", FEEDBACK))["words"]
            await self._ask("DELETE", f"{FEEDBACK}/words/{next(one['id'] for one in lines if one['words'] == words)}")
        else:
            await self._ask("DELETE", f"{FEEDBACK}?check={check}" if check else FEEDBACK)
        return await self.feedback()

    async def verdicts(self) -> Sequence[tuple[str, bool, str]]:
        kept = tables.feedback.c
        async with self.desk.database.read() as connection:
            rows = await connection.execute(select(kept.item, kept.is_right, kept.reason).order_by(kept.id))
        return [(row.item, row.is_right, row.reason) for row in rows]

    async def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        async with self._page.request(method, f"/api/{path}", json=body) as response:
            assert response.status == 200, await response.text()
            answer: dict[str, Any] = await response.json()
        return answer

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"the local desk cannot do that: {name}")


def _strings(item: Any) -> list[str]:
    """Every text of a JSON answer."""
    if isinstance(item, dict):
        return [found for value in item.values() for found in _strings(value)]
    if isinstance(item, list):
        return [found for value in item for found in _strings(value)]
    return [str(item)]


@asynccontextmanager
async def open_rig(store: StoreSettings) -> AsyncIterator[LocalRig]:
    """The local desk, running."""
    rig = LocalRig(store)
    await rig.start()
    try:
        yield rig
    finally:
        await rig.stop()
