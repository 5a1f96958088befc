"""Slack as a rig: the real Bolt app and client against a made-up Slack, over Socket Mode."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from sqlalchemy import func, select

from bot import render
from bot.chat import PlatformClient, configured, listening
from bot.chat.slack_adapter import client as slack_client
from bot.desk import Desk, open_desk
from bot.jobs import BriefWorkers, PageFetcher
from bot.ports import ChatAdapter
from bot.settings import SlackSettings, StoreSettings
from bot.store import tables
from bot.store.database import Database
from tests.fakes.slack.blocks import strings
from tests.fakes.slack.people import People, fill, from_manifest
from tests.fakes.slack.server import APP_TOKEN, TEAM, TOKEN, FakeSlack
from tests.fakes.slack.world import ADMIN, ANN
from tests.jobs.running import until
from tests.parity.newsstand import Newsstand, Skimmer
from tests.parity.rig import Reply, Skill, secret, settings

SKILLS: frozenset[Skill] = frozenset(
    {
        "edit",
        "delete",
        "redeliver",
        "react",
        "shortcut",
        "admins",
        "buttons",
        "limits",
        "outage",
        "threads",
        "robots",
    }
)
PING = re.compile(r"<!(\w+)[^>]*>|<@(\w+)[^>]*>")
LINK = re.compile(r"<(https?://[^|>]+)[^>]*>")


class SlackRig:
    """People in one Slack workspace."""

    skills = SKILLS

    def __init__(
        self,
        store: StoreSettings,
        slack: FakeSlack,
        fetcher: PageFetcher | None = None,
        workers: BriefWorkers | None = None,
    ) -> None:
        self.newsstand = Newsstand()
        self._fetcher = fetcher or self.newsstand
        self._workers = workers or Skimmer()
        self.slack = slack
        self.people = People(slack)
        self.store = store
        self._stack = AsyncExitStack()
        self._command = "0"

    def platform(self) -> SlackSettings:
        """How this rig reaches Slack."""
        return SlackSettings(bot_token=secret(TOKEN), app_token=secret(APP_TOKEN), api_url=self.slack.api_url, pace=0.0)

    async def start(self) -> None:
        chosen = settings(self.store, slack=self.platform())
        self.clients: list[PlatformClient] = []

        def adapters(database: Database) -> Sequence[ChatAdapter]:
            self.clients = configured(chosen, database)
            return [client.adapter for client in self.clients]

        opened = open_desk(chosen, adapters, fetcher=self._fetcher, workers=self._workers, renderer=render)
        self.desk: Desk = await self._stack.enter_async_context(opened)
        await self.connect()

    async def connect(self) -> None:
        await self._stack.enter_async_context(listening(self.clients, self.desk))
        await until(self._is_heard)

    async def _is_heard(self) -> bool | None:
        async with self.desk.database.read() as connection:
            noted = (await connection.execute(select(tables.platform_state.c.value))).first()
        return True if noted and self.slack.is_connected else None

    async def stop(self) -> None:
        await self.slack.idle()
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    # ---- people ----------------------------------------------------------------------------------

    async def share(self, text: str, *, thread: str | None = None) -> str:
        return self.people.write(text, **({"thread_ts": thread} if thread else {}))

    async def robot_shares(self, text: str) -> str:
        return self.people.write(text, user="U0ROBOT", bot_id="B0ROBOT", subtype="bot_message")

    async def edit(self, message: str, text: str) -> None:
        self.people.edit(message, text)

    async def delete(self, message: str) -> None:
        await self.slack.idle()
        self.people.delete(message)
        await self.slack.idle()

    async def redeliver(self, message: str) -> None:
        self.people.repeat(message)

    async def react(self, message: str, emoji: str = "newspaper") -> None:
        self.people.react(message, emoji)

    async def command(self, argument: str, *, admin: bool = False) -> str:
        self._command = self.slack.world.timestamp()
        answer = await self.people.command(argument, user=ADMIN if admin else ANN)
        return "\n".join(strings(answer))

    async def command_replies(self, number: int = 1) -> list[Reply]:
        def posted() -> list[dict[str, Any]]:
            found = self.people.channel().top_level()
            return [one for one in found if one.get("bot_id") and one["ts"] > self._command]

        return await self._once_there(posted, number)

    async def shortcut(self, message: str) -> str:
        return "\n".join(strings(await self.people.shortcut(message, "brief_this")))

    async def configure(self, changes: dict[str, Any], *, admin: bool = True) -> str | None:
        user = ADMIN if admin else ANN
        before = len(self.slack.world.views)
        answer = await self.people.command("config", user=user)
        if len(self.slack.world.views) == before:
            return "\n".join(strings(answer))
        view = self.slack.world.views[-1]
        filled = {name: fill(view, name, value) for name, value in changes.items()}
        said = await self.people.submit(view, filled, user=user)
        return "\n".join(said["errors"].values()) if "errors" in said else None

    async def replies(self, message: str, number: int = 1) -> list[Reply]:
        place = self.people.channel()

        def posted() -> list[dict[str, Any]]:
            head = place.message(message)
            thread = (head or {}).get("thread_ts", message)
            return [one for one in place.thread(thread) if one.get("bot_id") and one["ts"] != thread]

        return await self._once_there(posted, number)

    async def _once_there(self, posted: Any, number: int) -> list[Reply]:
        async def arrived() -> list[Reply] | None:
            found = [read_reply(one) for one in posted()]
            return found if len(found) >= number else None

        return await until(arrived)

    async def settled(self) -> None:
        await self.slack.idle()
        query = select(func.count()).select_from(tables.shares).where(tables.shares.c.state == "waiting")

        async def idle() -> bool | None:
            async with self.desk.database.read() as connection:
                return True if (await connection.execute(query)).scalar() == 0 else None

        await until(idle)
        await self.slack.idle()

    async def read_more(self, reply: Reply) -> str:
        await self.people.press(reply.id, {"type": "button", "action_id": "brief_more", "block_id": "b"})
        return "\n".join(strings(self.slack.world.views[-1]))

    async def judge(self, reply: Reply, item: str, *, right: bool, reason: str = "") -> None:
        await self._judge(reply, f"{'reason' if reason else 'right' if right else 'wrong'}:{item}")
        if reason:
            await self.people.submit(self.slack.world.views[-1], {"reason": {"value": reason}})

    async def take_back(self, reply: Reply, item: str) -> None:
        await self._judge(reply, f"none:{item}")

    async def _judge(self, reply: Reply, wanted: str) -> None:
        message = self.people.channel().message(reply.id)
        menus = [block["accessory"] for block in message["blocks"] if "accessory" in block]
        menu = next(menu for menu in menus if wanted in [option["value"] for option in menu["options"]])
        chosen = next(option for option in menu["options"] if option["value"] == wanted)
        action = {"type": "overflow", "action_id": menu["action_id"], "block_id": "b", "selected_option": chosen}
        await self.people.press(reply.id, action)

    async def feedback(self, *, admin: bool = True) -> str:
        before = len(self.slack.world.views)
        answer = await self.people.command("feedback", user=ADMIN if admin else ANN)
        return "\n".join(strings(self.slack.world.views[-1] if len(self.slack.world.views) > before else answer))

    async def reset(self, check: str | None = None, *, words: str | None = None, admin: bool = True) -> str:
        await self.feedback()
        view = self.slack.world.views[-1]
        sections = [block for block in view["blocks"] if block["type"] == "section"]
        bottom = [block["elements"][0] for block in view["blocks"] if block["type"] == "actions"]
        wanted = f"*{check}*" if check else f"“{words}”"
        buttons = [block["accessory"] for block in sections if wanted in block["text"]["text"]]
        await self.people.press_in_view(view, (buttons if check or words else bottom)[0], user=ADMIN if admin else ANN)
        return "\n".join(strings(self.slack.world.views[-1]))

    async def verdicts(self) -> Sequence[tuple[str, bool, str]]:
        kept = tables.feedback.c
        async with self.desk.database.read() as connection:
            rows = await connection.execute(select(kept.item, kept.is_right, kept.reason).order_by(kept.id))
        return [(row.item, row.is_right, row.reason) for row in rows]

    # ---- trouble ---------------------------------------------------------------------------------

    async def limit_posts(self, times: int, seconds: float) -> None:
        self.slack.limits["chat.postMessage"] = [seconds] * times

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        await self.slack.idle()
        self.slack.is_down = True
        await self.slack.disconnect()
        yield
        self.slack.is_down = False
        await until(self._is_heard)


def read_reply(message: dict[str, Any]) -> Reply:
    """A message of the bot as a reader sees it."""
    texts = [message["text"], *strings(message["blocks"])]
    pings = [first or second for text in texts for first, second in PING.findall(text)]
    links = [link.replace("&amp;", "&") for text in texts for link in LINK.findall(text)]
    thread = message.get("thread_ts")
    return Reply(id=message["ts"], text="\n".join(texts), thread=thread, pings=tuple(pings), links=tuple(links))


def hurry() -> None:
    """Makes the connection notice trouble at once."""
    slack_client.PING_SECONDS = 0.3
    slack_client.BEAT_SECONDS = 0.05


@asynccontextmanager
async def open_rig(
    store: StoreSettings, *, fetcher: PageFetcher | None = None, workers: BriefWorkers | None = None
) -> AsyncIterator[SlackRig]:
    """A workspace over Socket Mode."""
    hurry()
    async with from_manifest().running() as slack:
        slack.world.install(TEAM, TOKEN, slack.scopes)
        rig = SlackRig(store, slack, fetcher, workers)
        await rig.start()
        try:
            yield rig
        finally:
            await asyncio.wait_for(rig.stop(), 20)
