"""A name for every process that works: unique among the living, the same again after a restart.

DBOS resumes a process's interrupted work by its name, so two processes under one name would do each
other's work twice. On PostgreSQL a process takes the first free of a row of numbered slots and holds
it by a lock that its death releases; whoever takes the slot next resumes what was left. On files only
one process may work at a time.
"""

import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.settings import Settings
from bot.store.database import Database, database_url
from bot.store.errors import StorageUnavailable

SLOTS: Final = 256
LOCK_CLASS: Final = 4_011_958
"""First half of the advisory locks' numbers; the second half is the slot."""
LOCK_SUFFIX: Final = ".lock"


@asynccontextmanager
async def claim(settings: Settings, database: Database) -> AsyncIterator[str]:
    """The name of this process, held until the end.

    Raises :class:`StorageUnavailable` when another process works on the same files.
    """
    if database.is_sqlite:
        path = Path(database_url(settings.store, "sync").database or "newsroom")
        with _only_one(path.with_name(path.name + LOCK_SUFFIX)):
            yield settings.jobs.executor or "main"
        return
    if settings.jobs.executor:
        yield settings.jobs.executor
        return
    async with database.engine.connect() as connection:
        held = await connection.execution_options(isolation_level="AUTOCOMMIT")
        try:
            yield f"slot-{await _first_free(held)}"
        finally:
            await held.invalidate()  # closed rather than pooled, which frees the lock


async def _first_free(connection: AsyncConnection) -> int:
    attempt = text("SELECT pg_try_advisory_lock(:lock_class, :slot)")
    for slot in range(1, SLOTS + 1):
        if (await connection.execute(attempt, {"lock_class": LOCK_CLASS, "slot": slot})).scalar():
            return slot
    raise StorageUnavailable("in use", f"{SLOTS} processes work on this database already")


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    try:
        file = path.open("w")
    except OSError as error:
        raise StorageUnavailable("read-only", str(error)) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StorageUnavailable("in use", f"another bot works on the files in {path.parent}") from error
        yield
