"""The connection to the database: SQLite in a file, or PostgreSQL.

SQLite runs in WAL mode and its writers take the write lock at the start, so a transaction that
reads and then writes cannot fail half-way; within one process they queue on an asyncio lock rather
than spin on the file's.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.settings import StoreSettings
from bot.store.errors import StorageUnavailable

log = logging.getLogger(__name__)

FILE_NAME = "newsroom.sqlite3"
JOBS_FILE_NAME = "jobs.sqlite3"
BUSY_SECONDS = 10
POOL_SIZE = 5


def database_url(settings: StoreSettings, driver: str) -> URL:
    """The URL of the application's tables. ``driver`` is "async" or "sync" (migrations)."""
    if settings.url:
        url = make_url(settings.url)
        if url.get_backend_name() == "postgresql":
            return url.set(drivername="postgresql+psycopg")
        return url.set(drivername="sqlite+aiosqlite" if driver == "async" else "sqlite")
    path = (settings.folder / FILE_NAME).absolute()
    return URL.create("sqlite+aiosqlite" if driver == "async" else "sqlite", database=str(path))


def jobs_url(settings: StoreSettings) -> URL:
    """The URL of the workflow engine's own tables: the same server, or a second file in the folder."""
    url = database_url(settings, "sync")
    if url.get_backend_name() == "postgresql":
        return url
    return url.set(database=str(Path(url.database or FILE_NAME).with_name(JOBS_FILE_NAME)))


def _prepare_sqlite(connection: Any, _entry: ConnectionPoolEntry) -> None:
    # The driver's own implicit transactions are switched off; _begin_sqlite opens them.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class Database:
    """The application's tables. Opened with :func:`open_database`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._writing = asyncio.Lock()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads. Raises :class:`StorageUnavailable`."""
        try:
            async with self.engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise StorageUnavailable.because(error) from error

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write, committed at the end. Raises :class:`StorageUnavailable`."""
        try:
            if not self.is_sqlite:
                async with self.engine.begin() as connection:
                    yield connection
                return
            async with self._writing, self.engine.connect() as connection:
                await connection.execution_options(writes=True)
                async with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise StorageUnavailable.because(error) from error

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()


def create_engine(settings: StoreSettings) -> AsyncEngine:
    """The engine behind a :class:`Database`."""
    url = database_url(settings, "async")
    if url.get_backend_name() == "postgresql":
        return create_async_engine(url, pool_size=POOL_SIZE, max_overflow=POOL_SIZE, pool_pre_ping=True)
    engine = create_async_engine(url, pool_size=POOL_SIZE, max_overflow=0)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


@asynccontextmanager
async def open_database(settings: StoreSettings) -> AsyncIterator[Database]:
    """The database, its tables brought up to date. Raises :class:`StorageUnavailable`."""
    from bot.store.migrate import upgrade

    await asyncio.to_thread(upgrade, settings)
    database = Database(create_engine(settings))
    try:
        yield database
    finally:
        await database.close()
