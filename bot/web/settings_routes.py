"""The settings dialog of the local desk: its fields, their values, and saving them."""

from http import HTTPStatus
from typing import Any, Final

from aiohttp import web

from bot.chat.local.adapter import WORKSPACE, LocalChat
from bot.desk import Desk, SettingsRefused
from bot.desk.fields import FIELDS
from bot.store.workspaces import patches
from bot.web.requests import json_body, refusal

OPERATOR: Final = "operator"


class SettingsRoutes:
    """Handlers of ``/api/settings``. Whoever may open the desk runs it, and so may configure it."""

    def __init__(self, chat: LocalChat, desk: Desk) -> None:
        self._chat = chat
        self._desk = desk

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes that this class answers."""
        return [web.get("/api/settings", self.show), web.put("/api/settings", self.save)]

    async def show(self, request: web.Request) -> web.Response:
        """``GET /api/settings?channel=``: the form of one channel, or of all when none is named."""
        channel = await self._channel(request)
        settings = await self._desk.settings_for(WORKSPACE, channel)
        async with self._desk.database.read() as connection:
            of_workspace, of_channel = await patches(connection, WORKSPACE, channel)
        fields: list[dict[str, Any]] = [
            {
                **field.model_dump(),
                "value": getattr(settings, field.name),
                "own": field.name in (of_channel if channel else of_workspace),
                "from": "all channels" if channel and field.name in of_workspace else "the configuration file",
            }
            for field in FIELDS
            if not (channel and field.name == "configurers")
        ]
        return web.json_response({"fields": fields})

    async def save(self, request: web.Request) -> web.Response:
        """``PUT /api/settings?channel=`` with what changes; null gives a setting back to what it inherits."""
        channel = await self._channel(request)
        changes = await json_body(request)
        try:
            await self._desk.change_settings(WORKSPACE, channel, changes, author=OPERATOR, is_admin=True)
        except SettingsRefused as refused:
            raise refusal(
                HTTPStatus.UNPROCESSABLE_ENTITY,
                "Some settings were not accepted; nothing is saved.",
                fields=refused.fields,
            ) from refused
        return web.json_response({"saved": True})

    async def _channel(self, request: web.Request) -> str | None:
        """The channel that is asked about, None for all of them; 404 for one that is not there."""
        channel = request.query.get("channel") or None
        if channel and channel not in await self._chat.channels():
            raise refusal(HTTPStatus.NOT_FOUND, f"There is no channel #{channel}.")
        return channel
