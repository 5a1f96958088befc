"""Fixtures: both databases, for every test that touches storage."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.settings import StoreSettings
from bot.store.database import Database, open_database
from tests import postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    folder = postgres.binaries()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: no initdb under /usr/lib/postgresql or on the path")
    with postgres.server(folder) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoreSettings]:
    """Settings of an empty database of each kind."""
    if request.param == "sqlite":
        yield StoreSettings(folder=tmp_path / "data")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.database() as url:
        yield StoreSettings(folder=tmp_path / "data", url=url)


@pytest.fixture
async def database(store_settings: StoreSettings) -> AsyncIterator[Database]:
    """An open database of each kind with its tables."""
    async with open_database(store_settings) as opened:
        yield opened


@pytest.fixture
def files(tmp_path: Path) -> StoreSettings:
    """Settings of an empty database in files."""
    return StoreSettings(folder=tmp_path / "data")
