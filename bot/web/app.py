"""The web server: the local desk, its settings, reports, health."""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

from bot import metrics, render
from bot.chat import PlatformClient, configured, listening
from bot.chat.local.adapter import LocalChat
from bot.chat.local.intake import Intake
from bot.desk import Adapters, Desk, open_desk
from bot.failures import Failure
from bot.fetch import Fetcher
from bot.ports import ChatAdapter
from bot.settings import Settings
from bot.store.database import Database
from bot.store.errors import StorageUnavailable
from bot.web.feedback_routes import FeedbackRoutes
from bot.web.guard import Guard, Handler, add_headers, is_loopback
from bot.web.health import Health, Readers
from bot.web.local_desk import LocalDesk
from bot.web.report import Reports
from bot.web.settings_routes import SettingsRoutes
from bot.workers import Workers

log = logging.getLogger(__name__)

MAX_REQUEST: Final = 11_000_000
"""Bytes of one request: the largest file and its wrapping."""
SHUTDOWN_SECONDS: Final = 2.0
CHAT: Final = web.AppKey("chat", LocalChat)


class CannotServe(Exception):
    """The server cannot start as it is set; the message says what to change."""


def build(
    settings: Settings,
    desk: Desk,
    chat: LocalChat,
    clients: Sequence[PlatformClient] = (),
    readers: Readers | None = None,
) -> web.Application:
    """The web application over an open desk, with what the platforms call."""
    guard = Guard(settings.web.password.get_secret_value())
    app = web.Application(client_max_size=MAX_REQUEST, middlewares=[guard.middleware, _as_json])
    app.on_response_prepare.append(add_headers)
    app.on_shutdown.append(_end_streams)
    app[CHAT] = chat
    app.add_routes([web.post("/sign-in", guard.sign_in)])
    app.add_routes(Health(settings, desk, readers).routes())
    if settings.web.public_url:
        app.add_routes(Reports(desk).routes())
    app.add_routes(LocalDesk(chat, desk).routes())
    app.add_routes(SettingsRoutes(chat, desk).routes())
    app.add_routes(FeedbackRoutes(chat, desk).routes())
    for client in clients:
        app.add_routes(client.routes(desk))
    return app


@asynccontextmanager
async def serving(settings: Settings, *, works: bool = True) -> AsyncIterator[str]:
    """The whole bot with its web server, as the address of the local desk.

    Without ``works`` it takes links over and leaves the work on them to :func:`working` processes.
    Raises :class:`CannotServe` and :class:`bot.store.errors.StorageUnavailable`.
    """
    check_exposure(settings)
    # The port comes first: a second bot beside the first must not touch its storage before it finds out.
    with _bind(settings.web.host, settings.web.port) as bound:
        async with _open(settings, works=works) as app, _site(app, bound):
            yield _address(bound)


@asynccontextmanager
async def working(settings: Settings) -> AsyncIterator[None]:
    """Only the work on links that other processes take over, and its health on ``web.worker_port``.

    Raises :class:`CannotServe` and :class:`bot.store.errors.StorageUnavailable`.
    """

    def adapters(database: Database) -> list[ChatAdapter]:
        return [LocalChat(database), *(client.adapter for client in configured(settings, database))]

    async with contextlib.AsyncExitStack() as stack:
        port = settings.web.worker_port
        bound = stack.enter_context(_bind(settings.web.host, port)) if port else None
        desk, workers = await _enter_desk(stack, settings, adapters, works=True)
        if bound:
            app = web.Application()
            app.on_response_prepare.append(add_headers)
            app.add_routes(Health(settings, desk, workers).routes())
            await stack.enter_async_context(_site(app, bound))
        yield


@asynccontextmanager
async def _site(app: web.Application, bound: socket.socket) -> AsyncIterator[None]:
    runner = web.AppRunner(app, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        await web.SockSite(runner, bound).start()
        yield
    finally:
        await runner.cleanup()


async def _enter_desk(
    stack: contextlib.AsyncExitStack, settings: Settings, adapters: Adapters, *, works: bool
) -> tuple[Desk, Workers | None]:
    """Opens the desk with all its parts. One that does not work fetches nothing and starts no process that reads."""
    await stack.enter_async_context(metrics.watching_loop())
    fetcher, workers = Fetcher(settings.fetch), Workers(settings)
    if works:
        await stack.enter_async_context(fetcher)
        await stack.enter_async_context(workers)
    opened = open_desk(settings, adapters, fetcher=fetcher, workers=workers, renderer=render, works=works)
    return await stack.enter_async_context(opened), workers if works else None


@asynccontextmanager
async def _open(settings: Settings, *, works: bool) -> AsyncIterator[web.Application]:
    """The desk with all its parts, behind its web application."""
    chats: list[LocalChat] = []
    clients: list[PlatformClient] = []

    def adapters(database: Database) -> list[ChatAdapter]:
        chats.append(LocalChat(database))
        clients.extend(configured(settings, database))
        return [*chats, *(client.adapter for client in clients)]

    async with contextlib.AsyncExitStack() as stack:
        desk, workers = await _enter_desk(stack, settings, adapters, works=works)
        await Intake(chats[0], desk).take_over()
        await stack.enter_async_context(listening(clients, desk))
        yield build(settings, desk, chats[0], clients, workers)


async def serve(settings: Settings, on_open: Callable[[str], object] | None = None, *, works: bool = True) -> None:
    """Serves until the process is told to stop (SIGINT, SIGTERM). ``on_open`` is told the address of the desk."""
    stopped = _stop_signal()
    async with serving(settings, works=works) as address:
        log.info("the desk is open at %s", address)
        if on_open:
            on_open(address)
        await stopped.wait()
        log.info("stopping; what is not finished goes on at the next start")


async def work(settings: Settings) -> None:
    """Works until the process is told to stop (SIGINT, SIGTERM)."""
    stopped = _stop_signal()
    async with working(settings):
        log.info("waiting for links")
        await stopped.wait()
        log.info("stopping; what is not finished is left to the others, or to the next start")


def _stop_signal() -> asyncio.Event:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    return stopped


def check_exposure(settings: Settings) -> None:
    """Raises :class:`CannotServe` when others could reach a desk that has no password."""
    if settings.web.password.get_secret_value():
        return
    if not is_loopback(settings.web.host):
        raise CannotServe(
            f"web.host is {settings.web.host}, which others can reach: set a password in NEWSROOM_WEB__PASSWORD first."
        )
    if settings.web.public_url:
        raise CannotServe(
            "web.public_url is set, so others reach this server through a proxy: "
            "set a password in NEWSROOM_WEB__PASSWORD first."
        )


def _bind(host: str, port: int) -> socket.socket:
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
