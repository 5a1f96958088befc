"""Discord as a rig: the real discord.py against a Discord of our own."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from sqlalchemy import func, select

from bot import render
from bot.chat import listening
from bot.chat.discord_adapter import DiscordClient
from bot.desk import Desk, open_desk
from bot.desk.fields import FIELDS
from bot.ports import ChatAdapter
from bot.settings import DiscordSettings, StoreSettings
from bot.store import tables
from bot.store.database import Database
from tests.fakes.discord import FakeDiscord, open_discord
from tests.fakes.discord.server import read, text_of
from tests.fakes.discord.world import ADMIN, CHANNEL, REPORTER, ROBOT, TOKEN, Asked, Json, Limit
from tests.jobs.running import until
from tests.parity.newsstand import Newsstand, Skimmer
from tests.parity.rig import Reply, Skill, secret, settings

SKILLS: frozenset[Skill] = frozenset(
    {"edit", "delete", "redeliver", "react", "shortcut", "admins", "buttons", "limits", "outage", "threads", "robots"}
)
EMOJI = {"newspaper": "📰", "eyes": "👀"}


class DiscordRig:
    """A reporter and an admin on a Discord server."""

    skills = SKILLS

    def __init__(self, store: StoreSettings, server: FakeDiscord, **discord: Any) -> None:
        self.newsstand = Newsstand()
        self.server = server
        self._settings = settings(store, discord=DiscordSettings(token=secret(TOKEN), pace=0.0, **discord))
        self._stack = AsyncExitStack()
        self._channels: dict[str, str] = {}

    # ---- the bot ---------------------------------------------------------------------------------

    async def start(self) -> None:
        clients: list[DiscordClient] = []

        def adapters(database: Database) -> Sequence[ChatAdapter]:
            clients.append(DiscordClient(self._settings.discord))
            return [clients[0].adapter]

        opened = open_desk(self._settings, adapters, fetcher=self.newsstand, workers=Skimmer(), renderer=render)
        self.desk: Desk = await self._stack.enter_async_context(opened)
        self._stack.push_async_callback(clients[0].close)
        await self._stack.enter_async_context(listening(clients, self.desk))
        await self.server.heard()

    async def stop(self) -> None:
        await self._stack.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    @asynccontextmanager
    async def outage(self) -> AsyncIterator[None]:
        await self.stop()
        await self.server.gateway.drop(forget=True)
        yield
        await self.start()

    async def limit_posts(self, times: int, seconds: float) -> None:
        self.server.world.limit = Limit(times, seconds)

    async def settled(self) -> None:
        query = select(func.count()).select_from(tables.shares).where(tables.shares.c.state == "waiting")
        await self.server.handled()

        async def idle() -> bool | None:
            async with self.desk.database.read() as connection:
                return True if (await connection.execute(query)).scalar() == 0 else None

        await until(idle)

    # ---- people ----------------------------------------------------------------------------------

    async def share(self, text: str, *, thread: str | None = None) -> str:
        channel = await self.server.open_thread(thread) if thread else CHANNEL
        message = await self.server.write(text, channel=channel)
        self._channels[message] = channel
        return message

    async def robot_shares(self, text: str) -> str:
        return await self.server.write(text, author=ROBOT)

    async def edit(self, message: str, text: str) -> None:
        await self.server.change(message, text)

    async def delete(self, message: str) -> None:
        await self.server.remove(message)

    async def redeliver(self, message: str) -> None:
        await self.server.repeat(message)

    async def react(self, message: str, emoji: str = "newspaper") -> None:
        await self.server.react(message, EMOJI[emoji])

    async def command(self, argument: str, *, admin: bool = False) -> str:
        # Discord sends no command whose required option is empty.
        asked = await self.server.use_command(
            "brief", {"request": argument or "help"}, user=ADMIN if admin else REPORTER
        )
        return read(text_of(await self.server.answer(asked)))

    async def command_replies(self, number: int = 1) -> list[Reply]:
        return await self._read(CHANNEL, number)

    async def shortcut(self, message: str) -> str:
        return read(text_of(await self.server.answer(await self.server.use_menu("Brief this", message))))

    async def replies(self, message: str, number: int = 1) -> list[Reply]:
        channel = self._channels.get(message, CHANNEL)
        return await self._read(message if channel == CHANNEL else channel, number)

    async def _read(self, channel: str, number: int) -> list[Reply]:
        found = await self.server.until(lambda: ours if len(ours := self.server.ours(channel)) >= number else None)
        return [self._reply(message) for message in found]

    def _reply(self, message: Json) -> Reply:
        markdown = text_of(message)
        return Reply(
            id=f"{message['channel_id']}/{message['id']}",
            text=read(markdown),
            thread=self.server.thread_of(message["channel_id"]),
            pings=pings(message),
            links=links(message),
        )

    def _message(self, reply: Reply) -> Json:
        channel, _, message = reply.id.partition("/")
        found = self.server.world.find(channel, message)
        assert found is not None
        return found

    # ---- buttons and settings --------------------------------------------------------------------

    async def read_more(self, reply: Reply) -> str:
        asked = await self.server.press(self._message(reply), "Everything found")
        return read(text_of(await self.server.answer(asked)))

    async def judge(self, reply: Reply, item: str, *, right: bool, reason: str = "") -> None:
        opened = await self.server.press(self._message(reply), "Right or wrong?")
        picked = await self.server.choose(await self.server.answer(opened), item)
        pressed = await self.server.press(await self.server.answer(picked), "Right" if right else "Wrong …")
        asked = pressed if right else await self.server.submit(pressed, reason)
        assert "noted" in text_of(await self.server.answer(asked))

    async def take_back(self, reply: Reply, item: str) -> None:
        opened = await self.server.press(self._message(reply), "Right or wrong?")
        picked = await self.server.choose(await self.server.answer(opened), item)
        pressed = await self.server.press(await self.server.answer(picked), "Take my verdict back")
        assert "taken back" in text_of(await self.server.answer(pressed))

    async def feedback(self, *, admin: bool = True) -> str:
        return read(text_of(await self._feedback(ADMIN if admin else REPORTER)))

    async def _feedback(self, user: str) -> Json:
        return await self.server.answer(await self.server.use_command("feedback", group="newsroom", user=user))

    async def reset(self, check: str | None = None, *, words: str | None = None, admin: bool = True) -> str:
        panel, user = await self._feedback(ADMIN), ADMIN if admin else REPORTER
        if check or words:
            options = [
                one for row in panel["components"] for menu in row["components"] for one in menu.get("options", ())
            ]
            chosen = next(option["value"] for option in options if option["label"] == (check or words))
            asked = await self.server.choose(panel, chosen, user=user)
        else:
            asked = await self.server.press(panel, "Reset everything", user=user)
        return read(text_of(await self.server.answer(asked)))

    async def verdicts(self) -> Sequence[tuple[str, bool, str]]:
        columns = (tables.feedback.c.item, tables.feedback.c.is_right, tables.feedback.c.reason)
        async with self.desk.database.read() as connection:
            return [tuple(row) for row in await connection.execute(select(*columns))]

    async def configure(self, changes: dict[str, Any], *, admin: bool = True) -> str | None:
        user = ADMIN if admin else REPORTER
        asked = await self.server.use_command("config", group="newsroom", user=user)
        panel = await self.server.answer(asked)
        if "Settings of" not in text_of(panel):
            return read(text_of(panel))
        for name, value in changes.items():
            panel = await self._set(panel, name, value, user)
            if "Saved." not in text_of(panel):
                return read(text_of(panel))
        return None

    async def _set(self, panel: Json, name: str, value: Any, user: str) -> Json:
        field = next(field for field in FIELDS if field.name == name)
        opened = await self.server.answer(await self.server.choose(panel, name, user=user))
        values = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        asked: Asked
        if field.choices:
            asked = await self.server.choose(opened, *values, user=user)
        else:
            form = await self.server.press(opened, "Change …", user=user)
            asked = await self.server.submit(form, "\n".join(values), user=user)
        return await self.server.answer(asked)


def pings(message: Json) -> tuple[str, ...]:
    """Who a message notifies: only its content can, and only whom its allowed mentions name."""
    allowed = message.get("allowed_mentions") or {"parse": ["users", "roles", "everyone"]}
    plain = re.sub(r"\\.", "", message["content"])
    found = []
    if "everyone" in allowed.get("parse", ()):
        found += re.findall(r"@(everyone|here)", plain)
    if "users" in allowed.get("parse", ()):
        found += re.findall(r"<@!?(\d+)>", plain)
    if "roles" in allowed.get("parse", ()):
        found += re.findall(r"<@&(\d+)>", plain)
    return tuple(found)


def links(message: Json) -> tuple[str, ...]:
    """What a reader can click on: masked links, bare addresses, and the titles of embeds."""
    plain = re.sub(r"`[^`]*`", "", re.sub(r"\\.", "", text_of(message)))
    titles = [embed["url"] for embed in message["embeds"] if embed.get("url")]
    return (*titles, *re.findall(r"https?://[^\s<>()\]]+", plain))


@asynccontextmanager
async def open_rig(store: StoreSettings, **discord: Any) -> AsyncIterator[DiscordRig]:
    """A Discord server with the bot on it; ``discord`` are settings of the bot."""
    async with open_discord() as server:
        rig = DiscordRig(store, server, **discord)
        await rig.start()
        try:
            yield rig
        finally:
            await rig.stop()
