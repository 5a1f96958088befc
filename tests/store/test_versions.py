"""Other versions are found among what the same workspace has read, and go when either article is forgotten."""

import time

from sqlalchemy import func, select

from bot.analysis.comparison import bands
from bot.model import Comparison, LikelyError, Validators, Version
from bot.ports import Workspace
from bot.store import articles, reports, retention, versions
from bot.store.database import Database
from bot.store.tables import article_bands, comparisons
from bot.store.workspaces import workspace_id
from tests.analysis.comparison.stories import DEPOT, DEPOT_UPDATED, STRIKE
from tests.store.builders import NORTH, SOUTH, brief

FOUND = Comparison(
    version=Version(title="The original", is_likely_original=True),
    errors=[
        LikelyError(check="version.number", severity="major", confidence=0.7, message="m", text="12", start=3, end=5)
    ],
)


async def read(database: Database, workspace: Workspace, name: str, text: str) -> tuple[int, int]:
    """A workspace reads a text: its row id and the article's."""
    async with database.write() as connection:
        owner = await workspace_id(connection, workspace)
        article = await articles.save(connection, f"https://news.example/{name}", brief(text), Validators())
        await versions.keep_signature(connection, article, bands(text))
        await articles.note_reading(connection, [owner], article)
    return owner, article


async def found(database: Database, owner: int, article: int) -> list[int]:
    async with database.read() as connection:
        return await versions.candidates(connection, owner, article)


async def test_the_most_alike_comes_first_and_other_stories_not_at_all(database: Database) -> None:
    north, copy = await read(database, NORTH, "copy", DEPOT)
    _, short = await read(database, NORTH, "short", DEPOT[: len(DEPOT) // 2])
    _, updated = await read(database, NORTH, "updated", DEPOT_UPDATED)
    await read(database, NORTH, "strike", STRIKE)
    assert await found(database, north, copy) == [updated, short]


async def test_what_another_workspace_has_read_is_never_found(database: Database) -> None:
    south, original = await read(database, SOUTH, "original", DEPOT)
    north, copy = await read(database, NORTH, "copy", DEPOT_UPDATED)
    assert await found(database, north, copy) == []
    await read(database, NORTH, "original", DEPOT)
    assert await found(database, north, copy) == [original]
    assert await found(database, south, original) == [], "reading it elsewhere shows nothing here"
    async with database.write() as connection:
        await retention.forget_article(connection, north, original)
    assert await found(database, north, copy) == []


async def test_a_new_text_under_the_same_address_replaces_the_signature(database: Database) -> None:
    north, copy = await read(database, NORTH, "copy", DEPOT)
    _, other = await read(database, NORTH, "other", DEPOT_UPDATED)
    await read(database, NORTH, "other", STRIKE)
    assert await found(database, north, copy) == []
    async with database.write() as connection:
        await versions.keep_signature(connection, other, [])
        count = select(func.count()).select_from(article_bands).where(article_bands.c.article_id == other)
        assert (await connection.execute(count)).scalar() == 0


async def test_a_comparison_is_seen_by_its_workspace_alone(database: Database) -> None:
    north, copy = await read(database, NORTH, "copy", DEPOT)
    _, original = await read(database, NORTH, "original", DEPOT_UPDATED)
    south, _ = await read(database, SOUTH, "copy", DEPOT)
    async with database.write() as connection:
        for _ in range(2):  # a step that runs again leaves the same
            await versions.keep_comparisons(connection, north, copy, {original: FOUND})
        assert await versions.known_comparisons(connection, north, copy) == [FOUND]
        assert await versions.known_comparisons(connection, south, copy) == []
        token = await reports.token(connection, north, copy)
        theirs = await reports.token(connection, south, copy)
        assert token is not None
        assert theirs is not None
        mine = await reports.find(connection, token)
        assert mine is not None
        assert mine.comparisons == (FOUND,)
        other = await reports.find(connection, theirs)
        assert other is not None
        assert other.comparisons == ()


async def test_a_comparison_goes_with_either_article(database: Database) -> None:
    north, copy = await read(database, NORTH, "copy", DEPOT)
    for forgotten in ("original", "copy"):
        _, original = await read(database, NORTH, "original", DEPOT_UPDATED)
        async with database.write() as connection:
            await versions.keep_comparisons(connection, north, copy, {original: FOUND})
            await retention.forget_article(connection, north, original if forgotten == "original" else copy)
            assert (await connection.execute(select(func.count()).select_from(comparisons))).scalar() == 0, forgotten


async def test_retention_ends_signatures_and_comparisons(database: Database) -> None:
    north, copy = await read(database, NORTH, "copy", DEPOT)
    _, original = await read(database, NORTH, "original", DEPOT_UPDATED)
    async with database.write() as connection:
        await versions.keep_comparisons(connection, north, copy, {original: FOUND})
        await retention.drop_older(connection, north, time.time() + 1)
        await retention.drop_orphans(connection, 0.0)
        for table in (article_bands, comparisons):
            assert (await connection.execute(select(func.count()).select_from(table))).scalar() == 0, table.name


async def test_what_was_forgotten_during_the_comparison_is_left_out(database: Database) -> None:
    north, copy = await read(database, NORTH, "copy", DEPOT)
    _, original = await read(database, NORTH, "original", DEPOT_UPDATED)
    async with database.write() as connection:
        await retention.forget_article(connection, north, original)
        await versions.keep_comparisons(connection, north, copy, {original: FOUND})
        assert await versions.known_comparisons(connection, north, copy) == []
