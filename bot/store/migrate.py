"""Bringing the tables up to date."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from bot.settings import StoreSettings
from bot.store.database import _prepare_sqlite, database_url
from bot.store.errors import StorageUnavailable

LOCK = 4_011_957
"""Number of the advisory lock that lets one process at a time migrate a PostgreSQL database."""


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for working on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def upgrade(settings: StoreSettings, revision: str = "head") -> None:
    """Creates the database when needed and runs every migration up to ``revision``. Blocking.

    Safe to run from several processes at once. Raises :class:`StorageUnavailable`.
    """
    url = database_url(settings, "sync")
    try:
        if url.database and url.get_backend_name() == "sqlite":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
        try:
            with engine.connect() as connection:
                lock = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else f"SELECT pg_advisory_xact_lock({LOCK})"
                connection.execute(text(lock))
                command.upgrade(alembic_config(connection), revision)
                connection.commit()
        finally:
            engine.dispose()
    except DBAPIError as error:
        raise StorageUnavailable.because(error) from error
    except OSError as error:
        raise StorageUnavailable("missing", str(error)) from error


def pending(settings: StoreSettings) -> bool:
    """True when :func:`upgrade` has something to do; looks only, and creates nothing. Blocking.

    Raises :class:`StorageUnavailable`.
    """
    url = database_url(settings, "sync")
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return True
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            heads = ScriptDirectory.from_config(alembic_config(connection)).get_heads()
            return set(MigrationContext.configure(connection).get_current_heads()) != set(heads)
    except DBAPIError as error:
        raise StorageUnavailable.because(error) from error
    finally:
        engine.dispose()
