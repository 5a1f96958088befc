"""``newsroom-bot run``, ``web`` and ``worker``: the bot as a service."""

import asyncio
import contextlib
import os
import signal
import sys
import webbrowser

import typer

from bot import logs
from bot.cli.common import EXIT_USAGE, fail, settings
from bot.settings import Settings


def serve(*, announce: bool) -> None:
    """Serves until the process is told to stop. ``announce`` says where the local desk is, and opens it."""
    chosen = settings()
    logs.configure(chosen)
    from bot.store.errors import StorageUnavailable
    from bot.web.app import CannotServe
    from bot.web.app import serve as serve_web

    if announce:
        typer.echo("Opening the local desk …", err=True)
    try:
        asyncio.run(serve_web(chosen, _announce if announce else None))
    except CannotServe as error:
        fail(str(error))
    except StorageUnavailable as error:
        fail(str(error), "newsroom-bot doctor says more.")


def _announce(address: str) -> None:
    typer.echo(f"The local desk is open at {address} · stop with Ctrl-C", err=True)
    # Only where a person sits before a screen: a browser in a terminal would take the terminal over.
    if sys.stderr.isatty() and (
        sys.platform in ("darwin", "win32") or {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)
    ):
        webbrowser.open(address)


def work() -> None:
    """Works off jobs until the process is told to stop. Needs a database that several processes can share."""
    chosen = settings()
    logs.configure(chosen)
    from bot.store.errors import StorageUnavailable

    if not chosen.store.url:
        fail(
            "A worker of its own needs PostgreSQL; on files, the web process does the work itself.",
            "Set NEWSROOM_STORE__URL, or use: newsroom-bot run",
            EXIT_USAGE,
        )
    try:
        asyncio.run(_work(chosen))
    except StorageUnavailable as error:
        fail(str(error), "newsroom-bot doctor says more.")


async def _work(chosen: Settings) -> None:
    from bot import render
    from bot.chat import configured
    from bot.chat.local.adapter import LocalChat
    from bot.desk import open_desk
    from bot.fetch import Fetcher
    from bot.workers import Workers

    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with contextlib.AsyncExitStack() as stack:
        fetcher = await stack.enter_async_context(Fetcher(chosen.fetch))
        workers = await stack.enter_async_context(Workers(chosen))
        await stack.enter_async_context(
            open_desk(
                chosen,
                lambda database: [LocalChat(database), *(one.adapter for one in configured(chosen, database))],
                fetcher=fetcher,
                workers=workers,
                renderer=render,
            )
        )
        await stopped.wait()
