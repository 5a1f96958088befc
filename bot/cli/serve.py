"""``newsroom-bot run`` and ``web``: the bot as a service."""

import asyncio

import typer

from bot.cli.common import fail, settings


def serve(*, announce: bool) -> None:
    """Serves until the process is told to stop. ``announce`` says where the local desk is."""
    chosen = settings()
    from bot.store.errors import StorageUnavailable
    from bot.web.app import CannotServe
    from bot.web.app import serve as serve_web

    if announce:
        typer.echo(f"The local desk opens at http://{chosen.web.host}:{chosen.web.port}/ · stop with Ctrl-C", err=True)
    try:
        asyncio.run(serve_web(chosen))
    except CannotServe as error:
        fail(str(error))
    except StorageUnavailable as error:
        fail(str(error), "newsroom-bot doctor says more.")
