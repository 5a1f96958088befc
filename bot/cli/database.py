"""``newsroom-bot db``."""

import typer

from bot.cli.common import fail, settings


def upgrade() -> None:
    """Brings the tables up to date."""
    from bot.store.errors import StorageUnavailable
    from bot.store.migrate import upgrade as migrate

    store = settings().store
    try:
        migrate(store)
    except StorageUnavailable as error:
        fail(str(error), "newsroom-bot doctor says more.")
    typer.echo("The database is up to date.")
