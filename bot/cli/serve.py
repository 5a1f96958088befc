"""``newsroom-bot run``, ``web`` and ``worker``: the bot as a service."""

import asyncio
import os
import sys
import webbrowser
from collections.abc import Coroutine
from typing import Any

import typer

from bot import logs
from bot.cli.common import EXIT_USAGE, fail, settings
from bot.settings import Settings


def serve() -> None:
    """``run``: everything in one process. Says where the local desk is, and opens it."""
    chosen = _prepare()
    from bot.web.app import serve as serve_web

    typer.echo("Opening the local desk …", err=True)
    _run(serve_web(chosen, _announce))


def take() -> None:
    """``web``: takes links over. The work on them is left to workers where several processes can share the database."""
    chosen = _prepare()
    from bot.web.app import serve as serve_web

    _run(serve_web(chosen, works=not _is_shared(chosen)))


def work() -> None:
    """``worker``: works off jobs. Needs a database that several processes can share."""
    chosen = _prepare()
    from bot.web.app import work as work_off

    if not _is_shared(chosen):
        fail(
            "A worker of its own needs PostgreSQL; on files, the web process does the work itself.",
            "Set NEWSROOM_STORE__URL, or use: newsroom-bot run",
            EXIT_USAGE,
        )
    _run(work_off(chosen))


def _prepare() -> Settings:
    chosen = settings()
    logs.configure(chosen)
    return chosen


def _is_shared(chosen: Settings) -> bool:
    return chosen.store.url.startswith("postgresql")


def _run(service: Coroutine[Any, Any, None]) -> None:
    """Runs until the process is told to stop."""
    from bot.store.errors import StorageUnavailable
    from bot.web.app import CannotServe

    try:
        asyncio.run(service)
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
