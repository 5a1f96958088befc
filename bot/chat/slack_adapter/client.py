"""The connection to Slack: Socket Mode or HTTP, and what was missed while there was none."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bot.chat import CannotListen
from bot.chat.slack_adapter.adapter import SlackChat
from bot.chat.slack_adapter.app import build_app
from bot.chat.slack_adapter.backfill import Backfill
from bot.chat.slack_adapter.errors import Refusal, classify, code_of
from bot.chat.slack_adapter.oauth import InstallPages
from bot.chat.slack_adapter.teams import Teams
from bot.desk import Desk
from bot.settings import SlackSettings
from bot.store.database import Database

log = logging.getLogger(__name__)
socket_log = logging.getLogger(f"{__name__}.socket")
socket_log.setLevel(logging.CRITICAL)  # It reports every failed try of every second; what matters is logged here.

EVENTS_PATH: Final = "/slack/events"
PING_SECONDS: Final = 5.0
"""How soon a silent connection is noticed: after four of these."""
BEAT_SECONDS: Final = 15.0
"""How often it is noted that we hear."""


class SlackClient:
    """The :class:`~bot.chat.PlatformClient` of Slack."""

    def __init__(self, settings: SlackSettings, database: Database) -> None:
        self._settings = settings
        self._teams = Teams(settings, database)
        self._app: AsyncApp | None = None
        self.adapter = SlackChat(self._teams, settings.pace)

    async def listen(self, desk: Desk) -> None:
        """Listens until it is cancelled. Raises :class:`bot.chat.CannotListen` when secrets are missing or refused."""
        self._check_secrets()
        backfill = Backfill(self._settings, self._teams, desk)
        if not self._settings.app_token.get_secret_value():
            await self._listen_over_http(backfill)
        else:
            await self._listen_over_socket(desk, backfill)

    def routes(self, desk: Desk) -> Sequence[web.AbstractRouteDef]:
        """``/slack/events`` when there is a signing secret; the pages of installation when there is a client secret."""
        routes: list[web.AbstractRouteDef] = []
        if self._settings.signing_secret.get_secret_value():
            routes.append(web.post(EVENTS_PATH, self._answer(desk)))
        if self._teams.store:
            routes += InstallPages(self._settings, self._teams, desk.database).routes()
        return routes

    def _answer(self, desk: Desk) -> "web.Handler":  # type: ignore[name-defined]
        async def answer(request: web.Request) -> web.Response:
            return await to_aiohttp_response(await self._bolt(desk).async_dispatch(await to_bolt_request(request)))

        return answer

    def _bolt(self, desk: Desk) -> AsyncApp:
        self._app = self._app or build_app(self._settings, desk, self._teams)
        return self._app

    def _check_secrets(self) -> None:
        settings = self._settings
        if not settings.bot_token.get_secret_value() and not self._teams.has_oauth:
            raise CannotListen("set NEWSROOM_SLACK__BOT_TOKEN, or client id and secret for many workspaces.")
        if not settings.app_token.get_secret_value() and not settings.signing_secret.get_secret_value():
            raise CannotListen("set NEWSROOM_SLACK__APP_TOKEN for Socket Mode, or NEWSROOM_SLACK__SIGNING_SECRET.")

    async def _listen_over_socket(self, desk: Desk, backfill: Backfill) -> None:
        await self._check_tokens()
        handler = AsyncSocketModeHandler(
            self._bolt(desk),
            self._settings.app_token.get_secret_value(),
            logger=socket_log,
            ping_interval=PING_SECONDS,
        )
        try:
            await handler.client.connect()  # type: ignore[no-untyped-call]
            session, is_connected = None, False
            while True:
                was_connected, is_connected = is_connected, await handler.client.is_connected()
                if is_connected != was_connected:
                    log.info("Slack is %s over Socket Mode", "connected" if is_connected else "no longer connected")
                if is_connected:
                    # Every new session comes after a silence, however short.
                    is_new = handler.client.current_session is not session
                    session = handler.client.current_session
                    await backfill.heard(after_silence=is_new)
                await asyncio.sleep(BEAT_SECONDS)
        finally:
            with suppress(Exception):
                await handler.client.close()  # type: ignore[no-untyped-call]

    async def _listen_over_http(self, backfill: Backfill) -> None:
        first = True
        while True:
            await backfill.heard(after_silence=first)
            first = False
            await asyncio.sleep(BEAT_SECONDS)

    async def _check_tokens(self) -> None:
        """Asks for a connection once, because Bolt would ask for ever."""
        app_token = self._settings.app_token.get_secret_value()
        questions: dict[str, Callable[[], Awaitable[object]]] = {
            "NEWSROOM_SLACK__BOT_TOKEN": self._teams.all,
            "NEWSROOM_SLACK__APP_TOKEN": lambda: self._teams.client().apps_connections_open(app_token=app_token),
        }
        for name, ask in questions.items():
            try:
                await ask()
            except SlackApiError as error:
                if classify(error) is Refusal.ACCESS:
                    raise CannotListen(f"Slack refuses {name} ({code_of(error)}).") from error
                raise
