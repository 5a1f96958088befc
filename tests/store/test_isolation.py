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
from bot.verdicts import Lessons, Tally
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


async def judge(connection, owner: int, article: int, channel: str = "C1", author: str = "U1", **more) -> None:
    values = {"item": "a.b@1", "check": "a.b", "words": "no no", "severity": "major", "confidence": 0.9}
    verdict = {"is_right": False, "reason": "no"}
    verdict |= {name: more.pop(name) for name in list(more) if name in verdict}
    finding = feedback.Finding(article=article, **values | more)
    await feedback.give(connection, owner, channel, finding, author, **verdict)


async def test_feedback_and_settings_stay_at_home(database: Database) -> None:
    north, article = await read(database, NORTH)
    south, _ = await read(database, SOUTH)
    async with database.write() as connection:
        await judge(connection, north, article)
        await save_patch(connection, NORTH, None, {"mode": "command"})
        await save_patch(connection, NORTH, "C1", {"links_per_message": 1})
        lessons = Lessons(tallies={"a.b": Tally(wrong=1, articles=1)}, votes={("a.b", "no no"): 1})
        assert await feedback.lessons(connection, north, "C1") == lessons
        assert await feedback.lessons(connection, north, "C2") == Lessons()
        assert await feedback.lessons(connection, south, "C1") == Lessons()
        assert await feedback.reset(connection, south, "C1") == 0
        assert not await feedback.forget_words(connection, south, "C1", "a.b", "no no")
        assert await effective(connection, SOUTH, "C1", DeskSettings()) == DeskSettings()


async def test_a_person_has_one_verdict_on_a_finding_and_may_change_it_or_take_it_back(database: Database) -> None:
    north, article = await read(database, NORTH)
    async with database.write() as connection:
        for _ in range(3):
            await judge(connection, north, article)
        await judge(connection, north, article, author="U2")
        assert (await feedback.lessons(connection, north, "C1")).tallies["a.b"] == Tally(wrong=2, articles=1)
        await judge(connection, north, article, is_right=True)
        assert (await feedback.lessons(connection, north, "C1")).tallies["a.b"] == Tally(right=1, wrong=1, articles=1)
        assert await feedback.by_words(connection, north, "C1") == [], "one says right, one says wrong"
        mine = {"article": article, "item": "a.b@1"}
        assert await feedback.take_back(connection, north, "C1", **mine, author="U2")
        assert not await feedback.take_back(connection, north, "C1", **mine, author="U2")
        assert (await feedback.lessons(connection, north, "C1")).tallies["a.b"] == Tally(right=1)


async def test_verdicts_are_counted_by_check_words_and_article(database: Database) -> None:
    north, first = await read(database, NORTH)
    _, second = await read(database, NORTH, "https://news.example/bridge")
    async with database.write() as connection:
        await judge(connection, north, first, severity="minor")
        await judge(connection, north, first, item="a.b@9", words="yes yes", confidence=0.95)
        await judge(connection, north, second, severity=None, confidence=None, words="")
        await judge(connection, north, second, item="c.d@", check="c.d", is_right=True, author="U2")
        checks = {one.check: one for one in await feedback.by_check(connection, north, "C1")}
        assert checks["a.b"].tally == Tally(wrong=3, articles=2)
        assert (checks["a.b"].severity, checks["a.b"].confidence) == ("major", 0.95)
        assert checks["c.d"].tally == Tally(right=1)
        assert [(one.words, one.wrong) for one in await feedback.by_words(connection, north, "C1")] == [
            ("no no", 1),
            ("yes yes", 1),
        ]
        assert await feedback.forget_words(connection, north, "C1", "a.b", "no no")
        assert [one.words for one in await feedback.by_words(connection, north, "C1")] == ["yes yes"]
        assert await feedback.reset(connection, north, "C1", "a.b") == 3
        assert [one.check for one in await feedback.by_check(connection, north, "C1")] == ["c.d"]


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
        await judge(connection, north, article)
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
