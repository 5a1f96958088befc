"""Nothing of one workspace is ever seen from another."""

import pytest
from sqlalchemy import func, select

from bot.model import Validators
from bot.settings import DeskSettings
from bot.store import articles, feedback, retention, search, shares
from bot.store.configuration import effective
from bot.store.database import Database
from bot.store.shares import NewLink
from bot.store.tables import metadata
from bot.store.workspaces import save_patch, workspace_id
from tests.store.builders import NORTH, SOUTH, brief, message

URL = "https://news.example/harbour"


async def read(database: Database, workspace, url: str = URL, text: str = "The harbour reopened.") -> tuple[int, int]:
    async with database.write() as connection:
        owner = await workspace_id(connection, workspace)
        article = await articles.save(connection, url, brief(text), Validators())
        await articles.note_reading(connection, [owner], article)
    return owner, article


async def test_search_finds_only_what_the_workspace_read(database: Database) -> None:
    north, article = await read(database, NORTH)
    south, _ = await read(database, SOUTH, "https://news.example/bridge", "The bridge is closed.")
    async with database.read() as connection:
        assert [hit.article_id for hit in await search.search(connection, north, "harbour", 5)] == [article]
        assert await search.search(connection, south, "harbour reopened", 5) == []
        assert await articles.load_brief_for(connection, south, article) is None


async def test_feedback_and_settings_stay_at_home(database: Database) -> None:
    north, article = await read(database, NORTH)
    south, _ = await read(database, SOUTH)
    async with database.write() as connection:
        await feedback.give(connection, north, article, item="a.b@1", author="U1", is_right=False, reason="no")
        await save_patch(connection, NORTH, None, {"mode": "command"})
        await save_patch(connection, NORTH, "C1", {"links_per_message": 1})
        assert await feedback.tally(connection, south) == {}
        assert await feedback.tally(connection, north) == {"a.b": (0, 1)}
        assert await effective(connection, SOUTH, "C1", DeskSettings()) == DeskSettings()


async def test_forgetting_here_leaves_it_there(database: Database) -> None:
    north, article = await read(database, NORTH)
    south, _ = await read(database, SOUTH)
    async with database.write() as connection:
        assert await retention.forget_article(connection, north, article)
        assert not await retention.forget_article(connection, north, article)
        assert await search.search(connection, north, "harbour", 5) == []
        assert len(await search.search(connection, south, "harbour", 5)) == 1
        assert await retention.forget_article(connection, south, article)
        assert await articles.load_brief(connection, article) is None


async def test_a_forgotten_workspace_leaves_no_row(database: Database) -> None:
    north, article = await read(database, NORTH)
    async with database.write() as connection:
        await shares.note_message(connection, message(), "U1")
        await shares.accept(connection, message(), "U1", [NewLink(url=URL, shown_url=URL)])
        await feedback.give(connection, north, article, item="a.b@1", author="U1", is_right=True, reason="")
        await retention.forget_workspace(connection, north)
        for table in metadata.sorted_tables:
            assert (await connection.execute(select(func.count()).select_from(table))).scalar() == 0, table.name


@pytest.mark.parametrize("words", ['harbour" OR bridge', "bridge AND NOT", "'; DROP TABLE articles; --", "*", "NEAR("])
async def test_operators_in_a_search_are_plain_words(database: Database, words: str) -> None:
    north, _ = await read(database, NORTH)
    async with database.read() as connection:
        assert await search.search(connection, north, words, 5) == []


async def test_search_follows_a_new_version_of_the_article(database: Database) -> None:
    north, _ = await read(database, NORTH)
    await read(database, NORTH, text="The quay stays shut.")
    async with database.read() as connection:
        assert await search.search(connection, north, "reopened", 5) == []
        (hit,) = await search.search(connection, north, "quays", 5)
    assert "quay stays shut" in hit.excerpt
