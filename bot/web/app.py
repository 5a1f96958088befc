"""The web server: the local desk, its settings, health."""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from bot import render
from bot.chat import PlatformClient, configured, listening
from bot.chat.local.adapter import LocalChat
from bot.chat.local.intake import Intake
from bot.desk import Desk, open_desk
from bot.failures import Failure
from bot.fetch import Fetcher
from bot.ports import ChatAdapter
from bot.settings import Settings, WebSettings
from bot.store.database import Database
from bot.store.errors import StorageUnavailable
from bot.web.guard import Guard, Handler, add_headers, is_loopback
from bot.web.local_desk import LocalDesk
from bot.web.settings_routes import SettingsRoutes
from bot.workers import Workers

log = logging.getLogger(__name__)

MAX_REQUEST: Final = 11_000_000
"""Bytes of one request: the largest file and its wrapping."""
SHUTDOWN_SECONDS: Final = 2.0
CHAT: Final = web.AppKey("chat", LocalChat)


class CannotServe(Exception):
    """The server cannot start as it is set; the message says what to change."""


def build(settings: Settings, desk: Desk, chat: LocalChat, clients: Sequence[PlatformClient] = ()) -> web.Application:
    """The web application over an open desk, with what the platforms call."""
    guard = Guard(settings.web.password.get_secret_value())
    app = web.Application(client_max_size=MAX_REQUEST, middlewares=[guard.middleware, _as_json])
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(_end_streams)
    app[CHAT] = chat
    app.add_routes([web.post("/sign-in", guard.sign_in), web.get("/healthz", _healthy)])
    app.add_routes(LocalDesk(chat, desk).routes())
    app.add_routes(SettingsRoutes(desk).routes())
    for client in clients:
        app.add_routes(client.routes(desk))
    return app


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[str]:
    """The whole bot with its web server, as the address of the local desk.

    Raises :class:`CannotServe` and :class:`bot.store.errors.StorageUnavailable`.
    """
    check_exposure(settings)
    # The port comes first: a second bot beside the first must not touch its storage before it finds out.
    with _bind(settings.web) as bound:
        async with _open(settings) as app:
            runner = web.AppRunner(app, shutdown_timeout=SHUTDOWN_SECONDS)
            await runner.setup()
            try:
                await web.SockSite(runner, bound).start()
                yield _address(bound)
            finally:
                await runner.cleanup()


@asynccontextmanager
async def _open(settings: Settings) -> AsyncIterator[web.Application]:
    """The desk with all its parts, behind its web application."""
    chats: list[LocalChat] = []
    clients: list[PlatformClient] = []

    def adapters(database: Database) -> list[ChatAdapter]:
        chats.append(LocalChat(database))
        clients.extend(configured(settings, database))
        return [*chats, *(client.adapter for client in clients)]

    async with contextlib.AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(Fetcher(settings.fetch))
        workers = await stack.enter_async_context(Workers(settings))
        desk = await stack.enter_async_context(
            open_desk(settings, adapters, fetcher=fetcher, workers=workers, renderer=render)
        )
        await Intake(chats[0], desk).take_over()
        await stack.enter_async_context(listening(clients, desk))
        yield build(settings, desk, chats[0], clients)


async def serve(settings: Settings, on_open: Callable[[str], object] | None = None) -> None:
    """Serves until the process is told to stop (SIGINT, SIGTERM). ``on_open`` is told the address of the desk."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with serving(settings) as address:
        log.info("the desk is open at %s", address)
        if on_open:
            on_open(address)
        await stopped.wait()
        log.info("stopping; what is not finished goes on at the next start")


def check_exposure(settings: Settings) -> None:
    """Raises :class:`CannotServe` when others could reach a desk that has no password."""
    if not is_loopback(settings.web.host) and not settings.web.password.get_secret_value():
        raise CannotServe(
            f"web.host is {settings.web.host}, which others can reach: set a password in NEWSROOM_WEB__PASSWORD first."
        )


def _bind(settings: WebSettings) -> socket.socket:
    host, port = settings.host, settings.port
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise CannotServe(
            f"Cannot listen on {host} port {port} ({error.strerror or error}). Is the bot running already? "
            "Another port: NEWSROOM_WEB__PORT=8766."
        ) from error


def _address(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


async def _healthy(_request: web.Request) -> web.Response:
    """``GET /healthz``: the process answers."""
    return web.json_response({"status": "ok"})


async def _end_streams(app: web.Application) -> None:
    app[CHAT].close()


@web.middleware
async def _as_json(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Storage trouble and other failures as JSON that the page can show."""
    try:
        return await handler(request)
    except StorageUnavailable as error:
        log.error("storage: %s", error)
        return web.json_response({"error": error.sentence()}, status=503)
    except Failure as failure:
        return web.json_response({"error": failure.sentence()}, status=400)
