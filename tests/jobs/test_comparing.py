"""A reply names the other versions that its workspace has read, and nothing that happens on the way loses it."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.failures import Failure
from bot.model import Brief, Comparison
from bot.ports import Platform, Workspace
from bot.settings import StoreSettings
from bot.store import versions
from bot.store.errors import StorageUnavailable
from tests.jobs.parts import Copyist
from tests.jobs.running import PATIENCE, Running, quick, running

FIRST = "https://one.example/wire/1"
SECOND = "https://two.example/wire/2"
OTHER = "https://two.example/notes"
LOCAL = Workspace(platform=Platform.LOCAL, id="local")


async def versions_told(bot: Running, url: str) -> list[list[str]]:
    """Shares a link; the other versions that each of its replies names."""
    message = await bot.say(url)
    await bot.replies(message)
    return [(reply.payload or {})["versions"] for reply in await bot.chat.replies(message.id)]


async def test_a_reply_names_what_was_read_before(store_settings: StoreSettings) -> None:
    async with running(quick(store_settings)) as bot:
        assert await versions_told(bot, FIRST) == [[]]
        assert await versions_told(bot, OTHER) == [[]]
        assert await versions_told(bot, SECOND) == [[FIRST]]
        assert await versions_told(bot, FIRST) == [[SECOND]], "also for what was read first, when it is shared again"


async def test_what_was_forgotten_is_not_named(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        await versions_told(bot, FIRST)
        article = await bot.desk.find_article(LOCAL, FIRST)
        assert article is not None
        await bot.desk.forget(LOCAL, article)
        assert await versions_told(bot, SECOND) == [[]]


async def test_the_report_shows_what_the_reply_showed(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        await versions_told(bot, FIRST)
        await versions_told(bot, SECOND)
        article = await bot.desk.find_article(LOCAL, SECOND)
        assert article is not None
        known = await bot.desk.brief(LOCAL, article)
        assert known is not None
        assert [version.url for version in known.document.versions] == [FIRST]


async def test_a_comparison_that_breaks_leaves_the_brief(files: StoreSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Failure):
        kind = "broken"

    async def breaks(self: Copyist, brief: Brief, others: list[Brief]) -> list[Comparison]:
        raise Broken

    async with running(quick(files)) as bot:
        await versions_told(bot, FIRST)
        monkeypatch.setattr(Copyist, "compare", breaks)
        assert await versions_told(bot, SECOND) == [[]]


async def test_storage_lost_while_comparing_is_tried_again_and_answered_once(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = versions.keep_comparisons
    tries = 0

    async def fails_once(connection: AsyncConnection, owner: int, article: int, found: dict[int, Comparison]) -> None:
        nonlocal tries
        tries += bool(found)
        await kept(connection, owner, article, found)
        if found and tries == 1:
            raise StorageUnavailable("gone", "the disk was pulled")

    monkeypatch.setattr(versions, "keep_comparisons", fails_once)
    async with running(quick(files)) as bot:
        await versions_told(bot, FIRST)
        assert await versions_told(bot, SECOND) == [[FIRST]]
        assert tries == 2


async def test_a_stop_while_comparing_is_made_up_for_at_the_next_start(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare, begun = Copyist.compare, asyncio.Event()

    async def never_ends(self: Copyist, brief: Brief, others: list[Brief]) -> list[Comparison]:
        begun.set()
        await asyncio.Event().wait()
        return []

    async with running(quick(files)) as bot:
        await versions_told(bot, FIRST)
        monkeypatch.setattr(Copyist, "compare", never_ends)
        message = await bot.say(SECOND)
        async with asyncio.timeout(PATIENCE):
            await begun.wait()
    monkeypatch.setattr(Copyist, "compare", compare)
    async with running(quick(files)) as bot:
        await bot.replies(message)
        told = [(reply.payload or {})["versions"] for reply in await bot.chat.replies(message.id)]
    assert told == [[FIRST]]
