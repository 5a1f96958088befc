"""Links to reports: one for each reading, and none that can be made up or that outlives it."""

import pytest

from bot.model import Validators
from bot.ports import Workspace
from bot.store import articles, reports, retention
from bot.store.database import Database
from bot.store.workspaces import workspace_id
from tests.store.builders import NORTH, SOUTH, brief

URL = "https://news.example/harbour"


async def read(database: Database, workspace: Workspace) -> tuple[int, int, str]:
    """A workspace reads the article: its row id, the article's, and the link's token."""
    async with database.write() as connection:
        owner = await workspace_id(connection, workspace)
        article = await articles.save(connection, URL, brief("The harbour reopened."), Validators())
        await articles.note_reading(connection, [owner], article)
        token = await reports.token(connection, owner, article)
    assert token is not None
    return owner, article, token


async def find(database: Database, token: str) -> reports.Report | None:
    async with database.read() as connection:
        return await reports.find(connection, token)


async def test_a_link_leads_to_the_report_of_its_workspace(database: Database) -> None:
    _, _, token = await read(database, NORTH)
    found = await find(database, token)
    assert found is not None
    assert (found.workspace, found.brief.article.text) == (NORTH, "The harbour reopened.")
    assert (await read(database, NORTH))[2] == token, "reading it again keeps the link"


async def test_the_link_of_one_workspace_does_not_open_what_another_read(database: Database) -> None:
    north, article, token = await read(database, NORTH)
    async with database.write() as connection:
        south = await workspace_id(connection, SOUTH)
        assert await reports.token(connection, south, article) is None
    signature = token.split("-", 2)[2]
    assert await find(database, f"{south}-{article}-{signature}") is None
    _, _, theirs = await read(database, SOUTH)
    assert theirs.split("-", 2)[2] != signature
    assert await find(database, f"{south}-{article}-{signature}") is None
    assert await find(database, f"{north}-{article}-{theirs.split('-', 2)[2]}") is None


async def test_what_is_forgotten_cannot_be_opened_again(database: Database) -> None:
    owner, article, token = await read(database, NORTH)
    _, _, theirs = await read(database, SOUTH)
    async with database.write() as connection:
        await retention.forget_article(connection, owner, article)
    assert await find(database, token) is None
    assert await find(database, theirs) is not None
    _, _, again = await read(database, NORTH)
    assert again != token
    assert await find(database, token) is None, "a new reading has a new link"


async def test_a_link_does_not_come_alive_when_row_ids_are_used_again(database: Database) -> None:
    owner, article, token = await read(database, NORTH)
    async with database.write() as connection:
        await retention.forget_article(connection, owner, article)
    again, other, _ = await read(database, NORTH)
    if database.is_sqlite:  # it gives the row ids of what was deleted to what comes next
        assert (again, other) == (owner, article)
    assert await find(database, token) is None


@pytest.mark.parametrize(
    "change", ["", "x", "1-1-", "1-1-" + "A" * 43, "999999999-1-" + "A" * 43, "../../etc", "1-1-é" * 9]
)
async def test_what_was_never_given_out_leads_nowhere(database: Database, change: str) -> None:
    await read(database, NORTH)
    assert await find(database, change) is None


async def test_a_changed_letter_spoils_the_signature(database: Database) -> None:
    _, _, token = await read(database, NORTH)
    for place in range(len(token) - 43, len(token)):
        other = "A" if token[place] != "A" else "B"
        assert await find(database, token[:place] + other + token[place + 1 :]) is None
    assert await find(database, token + "A") is None
