"""The fake as a whole: a server to talk to, and what people do on it."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from unittest import mock

import yarl
from aiohttp import web

import discord
from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.rest import Rest
from tests.fakes.discord.world import (
    ADMIN,
    APPLICATION,
    BOT,
    CHANNEL,
    GUILD,
    MANAGE_GUILD,
    PUBLIC_THREAD,
    REPORTER,
    USUAL,
    Asked,
    Json,
    World,
    member_json,
    now,
)

PATIENCE = 15.0
HANDLERS = ("discord.py:", "CommandTree-invoker")
"""How discord.py names the tasks in which events are handled."""
COMMAND, COMPONENT, FORM = 2, 3, 5
SLASH, ON_MESSAGE = 1, 3
T = TypeVar("T")


class FakeDiscord:
    """People in front of a Discord server of one text channel."""

    def __init__(self, world: World, gateway: Gateway, runner: web.AppRunner) -> None:
        self.world = world
        self.gateway = gateway
        self._runner = runner

    async def stop(self) -> None:
        """From now on nobody answers."""
        await self.gateway.drop()
        await self._runner.cleanup()

    async def until(self, condition: Callable[[], T | None]) -> T:
        """What a condition gives, as soon as it gives something; asked again after every change."""
        async with asyncio.timeout(PATIENCE):
            while (found := condition()) is None:
                await self.world.changed()
            return found

    async def heard(self) -> None:
        """Returns once a client is connected."""
        await self.until(lambda: True if self.gateway.is_heard else None)

    async def handled(self) -> None:
        """Returns once the client has received every event and done what it does about it."""
        await self.gateway.ask_for_heartbeats()
        await self.until(lambda: True if self.gateway.is_received else None)
        while busy := [task for task in asyncio.all_tasks() if task.get_name().startswith(HANDLERS)]:
            await asyncio.wait(busy, timeout=PATIENCE)

    # ---- messages --------------------------------------------------------------------------------

    async def write(self, text: str, *, channel: str = CHANNEL, author: str = REPORTER, **fields: Any) -> str:
        """Somebody writes; returns the message's id."""
        message = self.world.add_message(channel, author, text, **fields)
        await self._tell("MESSAGE_CREATE", message)
        return str(message["id"])

    async def open_thread(self, message: str, name: str = "A thread", *, channel: str = CHANNEL) -> str:
        """Somebody opens the thread of a message; its id is the message's."""
        if message not in self.world.channels:
            thread = self.world.add_thread(channel, message, name, REPORTER)
            await self._tell("THREAD_CREATE", thread)
        return message

    async def repeat(self, message: str, *, channel: str = CHANNEL) -> None:
        """Discord tells of a message once more."""
        await self._tell("MESSAGE_CREATE", self._message(channel, message))

    async def change(self, message: str, text: str | None, *, channel: str = CHANNEL, edited: bool = True) -> None:
        """Somebody edits a message; or, with ``edited`` false, Discord itself changes something about it."""
        kept = self._message(channel, message)
        if text is not None:
            kept["content"] = text
        if edited:
            kept["edited_timestamp"] = now()
        await self._tell("MESSAGE_UPDATE", kept)

    async def remove(self, message: str, *, channel: str = CHANNEL) -> None:
        """Somebody deletes a message."""
        self.world.messages[channel].remove(self._message(channel, message))
        await self._tell("MESSAGE_DELETE", {"id": message, "channel_id": channel})

    async def purge(self, *messages: str, channel: str = CHANNEL) -> None:
        """A moderator deletes several messages at once."""
        for message in messages:
            self.world.messages[channel].remove(self._message(channel, message))
        await self._tell("MESSAGE_DELETE_BULK", {"ids": list(messages), "channel_id": channel})

    async def react(self, message: str, emoji: str, *, channel: str = CHANNEL, user: str = REPORTER) -> None:
        """Somebody adds a reaction."""
        await self._tell(
            "MESSAGE_REACTION_ADD",
            {
                "user_id": user,
                "channel_id": channel,
                "message_id": message,
                "member": member_json(user),
                "emoji": {"id": None, "name": emoji},
                "burst": False,
                "type": 0,
            },
        )

    def _message(self, channel: str, message: str) -> Json:
        found = self.world.find(channel, message)
        assert found is not None, "no such message"
        return found

    async def _tell(self, event: str, data: Json) -> None:
        await self.gateway.dispatch(event, data | {"guild_id": GUILD})
        self.world.note()

    def ours(self, channel: str) -> list[Json]:
        """The bot's messages in a channel or thread."""
        return [one for one in self.world.messages[channel] if one["author"]["id"] == BOT]

    # ---- interactions ----------------------------------------------------------------------------

    async def use_command(
        self, name: str, options: Json | None = None, *, group: str | None = None, user: str = REPORTER, **place: Any
    ) -> Asked:
        """Somebody uses a slash command that the bot has declared."""
        command = self._declared(group or name, SLASH)
        given = [{"name": option, "type": 3, "value": value} for option, value in (options or {}).items()]
        inner = [{"name": name, "type": 1, "options": given}] if group else given
        data = {"id": command["id"], "name": command["name"], "type": SLASH, "options": inner}
        return await self._interact(COMMAND, data, user, **place)

    async def use_menu(self, name: str, message: str, *, user: str = REPORTER, channel: str = CHANNEL) -> Asked:
        """Somebody uses an entry of a message's context menu that the bot has declared."""
        command = self._declared(name, ON_MESSAGE)
        resolved = {"messages": {message: self._message(channel, message)}}
        data = {
            "id": command["id"],
            "name": name,
            "type": ON_MESSAGE,
            "target_id": message,
            "resolved": resolved,
        }
        return await self._interact(COMMAND, data, user, channel=channel)

    async def press(self, message: Json, label: str, *, user: str = REPORTER) -> Asked:
        """Somebody presses a button that a message has."""
        button = next(one for one in _components(message) if one.get("label") == label)
        assert not button.get("disabled"), f"{label} cannot be pressed"
        data = {"custom_id": button["custom_id"], "component_type": button["type"]}
        return await self._interact(COMPONENT, data, user, channel=message["channel_id"], source=message)

    async def choose(self, message: Json, *values: str, user: str = REPORTER) -> Asked:
        """Somebody chooses in the menu of a message that offers the values."""
        menus = [one for one in _components(message) if one["type"] in (3, 5)]
        fitting = [one for one in menus if one["type"] == 5 or set(values) <= _offered(one)]
        assert fitting, f"{values} are not offered"
        menu = fitting[0]
        data = {"custom_id": menu["custom_id"], "component_type": menu["type"], "values": list(values)}
        return await self._interact(COMPONENT, data, user, channel=message["channel_id"], source=message)

    async def submit(self, asked: Asked, text: str, *, user: str = REPORTER) -> Asked:
        """Somebody fills in the form that an interaction opened."""
        form = await self.until(lambda: asked.form)
        row = form["components"][0]
        field = {"type": 4, "custom_id": row["component"]["custom_id"], "value": text, "id": 2}
        data = {"custom_id": form["custom_id"], "components": [{"type": 18, "id": 1, "component": field}]}
        return await self._interact(FORM, data, user, channel=asked.channel, source=asked.source)

    async def answer(self, asked: Asked, number: int = 1) -> Json:
        """What the bot says to the person who asked, once it does."""
        return await self.until(lambda: asked.messages[number - 1] if len(asked.messages) >= number else None)

    def _declared(self, name: str, kind: int) -> Json:
        return next(one for one in self.world.commands if one["name"] == name and one.get("type", 1) == kind)

    async def _interact(
        self,
        kind: int,
        data: Json,
        user: str,
        *,
        channel: str = CHANNEL,
        source: Json | None = None,
        expired: bool = False,
    ) -> Asked:
        asked = Asked(self.world.snowflake(), f"token-{self.world.snowflake()}", user, channel, source, expired=expired)
        self.world.asked[asked.token] = asked
        place = self.world.channels[channel]
        granted = self.world.permissions[place["parent_id"] or channel]
        permissions = USUAL | (MANAGE_GUILD if user == ADMIN else 0)
        shown = {**place, "permissions": str(permissions)}
        payload = {
            "id": asked.id,
            "application_id": APPLICATION,
            "type": kind,
            "data": data,
            "guild_id": GUILD,
            "guild": {"id": GUILD, "locale": "en-US", "features": []},
            "channel": shown,
            "channel_id": channel,
            "member": member_json(user) | {"permissions": str(permissions)},
            "token": asked.token,
            "version": 1,
            "app_permissions": str(granted),
            "locale": "en-US",
            "guild_locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": {"0": GUILD},
            "context": 0,
            "attachment_size_limit": 10_000_000,
        }
        asked.event = payload | ({"message": source} if source else {})
        await self.deliver_again(asked)
        return asked

    async def deliver_again(self, asked: Asked) -> None:
        """Discord tells of an interaction."""
        await self.gateway.dispatch("INTERACTION_CREATE", asked.event)
        self.world.note()

    # ---- reading ---------------------------------------------------------------------------------

    def thread_of(self, channel: str) -> str | None:
        """The message whose thread a channel is, if it is one."""
        return channel if self.world.channels[channel]["type"] == PUBLIC_THREAD else None


def _offered(menu: Json) -> set[str]:
    return {option["value"] for option in menu.get("options", ())}


def _components(message: Json) -> list[Json]:
    return [child for row in message["components"] for child in row["components"]]


def text_of(message: Json) -> str:
    """All text of a message in Discord's markdown."""
    parts = [message["content"]]
    for embed in message["embeds"]:
        parts += [embed.get("title") or "", embed.get("description") or ""]
        parts += [text for one in embed.get("fields") or [] for text in (one["name"], one["value"])]
        parts.append((embed.get("footer") or {}).get("text", ""))
    return "\n".join(part for part in parts if part)


def read(markdown: str) -> str:
    """Markdown as a reader sees it, its escapes resolved."""
    return re.sub(r"\\([^\w\s])", r"\1", markdown)


@asynccontextmanager
async def open_discord() -> AsyncIterator[FakeDiscord]:
    """A fake on this machine, with discord.py pointed at it and impatient."""
    world = World()
    gateway = Gateway(world)
    rest = Rest(world, gateway)
    app = web.Application(middlewares=[rest.middleware])
    app.add_routes([web.get("/gateway/", gateway.connect), web.get("/gateway", gateway.connect)])
    api = web.Application(middlewares=[])
    api.add_routes(rest.routes())
    app.add_subapp("/api/v10", api)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"127.0.0.1:{runner.addresses[0][1]}"
    gateway.url = f"ws://{address}/gateway/"

    server = FakeDiscord(world, gateway, runner)

    async def at_once(_client: discord.Client, _shard: int | None, *, initial: bool = False) -> None:
        """In place of the five seconds between two clients that Discord asks for."""

    with (
        mock.patch.object(discord.http.Route, "BASE", f"http://{address}/api/v10"),
        mock.patch.object(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(gateway.url)),
        mock.patch.object(discord.Client, "before_identify_hook", at_once),
    ):
        try:
            yield server
        finally:
            await server.stop()
