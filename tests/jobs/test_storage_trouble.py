"""A disk that is full, a database that is locked or read-only: said clearly, and nothing is lost."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.settings import StoreSettings
from bot.store.database import FILE_NAME, Database, open_database
from bot.store.errors import StorageUnavailable
from tests.jobs.parts import Library
from tests.jobs.running import incoming, quick, running, until

PAGE = "https://news.example.com/harbour"
FULL = "max_page_count=1"
READ_ONLY = "query_only=ON"


@asynccontextmanager
async def trouble(database: Database, pragma: str) -> AsyncIterator[None]:
    """Lays a pragma on every connection, and takes it off again at the end."""

    def on_connect(connection: Any, _entry: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(database.engine.sync_engine, "connect", on_connect)
    await database.engine.dispose()
    try:
        yield
    finally:
        event.remove(database.engine.sync_engine, "connect", on_connect)
        await database.engine.dispose()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the write lock of the application's file, as another program might."""
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.close()


@pytest.mark.parametrize(("pragma", "cause"), [(FULL, "full"), (READ_ONLY, "read-only")])
async def test_a_message_that_cannot_be_kept_is_not_acknowledged(files: StoreSettings, pragma: str, cause: str) -> None:
    async with running(quick(files)) as bot:
        message = await bot.chat.post_message(
            "news", "ann", " ".join(f"{PAGE}/{number}/{'long' * 450}" for number in range(5))
        )
        async with trouble(bot.desk.database, pragma):
            with pytest.raises(StorageUnavailable) as refused:
                await bot.desk.handle_message(incoming(message))
        assert refused.value.cause == cause
        assert cause in refused.value.sentence()
        assert await bot.desk.handle_message(incoming(message)) == 5
        assert len(await bot.replies(message, 5)) == 5


async def test_a_locked_database_is_called_locked(files: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.database.BUSY_SECONDS", 0)
    async with running(quick(files)) as bot:
        message = await bot.chat.post_message("news", "ann", PAGE)
        with locked(files.folder), pytest.raises(StorageUnavailable) as refused:
            await bot.desk.handle_message(incoming(message))
        assert refused.value.cause == "locked"
        assert await bot.desk.handle_message(incoming(message)) == 1
        assert len(await bot.replies(message)) == 1


async def test_a_page_read_while_the_disk_is_full_is_answered_when_it_is_not(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.workflows.RETRY_SECONDS", 0.02)
    library = Library()
    library.gate.clear()
    async with running(quick(files), library) as bot:
        message = await bot.say(PAGE)

        async def fetched(times: int) -> bool | None:
            return True if len(library.fetched) >= times else None

        await until(lambda: fetched(1))
        async with trouble(bot.desk.database, READ_ONLY):
            library.gate.set()
            await until(lambda: fetched(2))
        assert await bot.replies(message) == [f"What {PAGE} says."]


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where a folder should be")
    with pytest.raises(StorageUnavailable, match="data"):
        async with open_database(StoreSettings(folder=tmp_path / "data")):
            pass


async def test_a_file_that_is_no_database_is_said_to_be_broken(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("This is not a database, whatever its name says. " * 100)
    with pytest.raises(StorageUnavailable, match="not a database"):
        async with open_database(StoreSettings(folder=tmp_path)):
            pass


async def test_a_server_that_is_not_there_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable) as refused:
        async with open_database(StoreSettings(url=f"postgresql://nobody@/none?host={tmp_path}")):
            pass
    assert refused.value.cause == "unreachable"
