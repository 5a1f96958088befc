import asyncio

from bot.model import Validators
from bot.store import articles, outbox, pages, shares
from bot.store.database import Database
from bot.store.pages import Freshness, Outcome, StoredFailure
from bot.store.shares import NewLink
from tests.store.builders import NORTH, SOUTH, brief, message

URL = "https://news.example/harbour"
LINK = NewLink(url=URL, shown_url=URL + "?utm_source=x")
ALWAYS_FRESH = Freshness(ready=0, failed=0)
NEVER_FRESH = Freshness(ready=float("inf"), failed=float("inf"))


async def accept(database: Database, ref, *links: NewLink) -> list[str]:
    async with database.write() as connection:
        return await shares.accept(connection, ref, "U1", links or [LINK])


async def test_a_repeated_delivery_brings_nothing_new(database: Database) -> None:
    assert len(await accept(database, message())) == 1
    assert await accept(database, message()) == []


async def test_an_edited_message_brings_only_its_new_link(database: Database) -> None:
    other = NewLink(url="https://news.example/bridge", shown_url="https://news.example/bridge")
    await accept(database, message())
    assert await accept(database, message(), LINK, other) == [shares.share_id(message(), other.url)]


async def test_the_same_message_id_in_another_workspace_is_another_share(database: Database) -> None:
    await accept(database, message(NORTH))
    assert len(await accept(database, message(SOUTH))) == 1


async def test_a_share_comes_back_as_it_was_accepted(database: Database) -> None:
    (identity,) = await accept(database, message())
    async with database.read() as connection:
        share = await shares.load(connection, identity)
    assert share is not None
    assert (share.ref, share.url, share.shown_url, share.state) == (message(), URL, LINK.shown_url, "waiting")
    assert share.key == f"share:slack:T-NORTH:C1:m1:{URL}"


async def join(database: Database, freshness: Freshness) -> int | None:
    async with database.write() as connection:
        return await pages.join(connection, URL, freshness)


async def test_fifty_at_once_join_one_reading(database: Database) -> None:
    joined = await asyncio.gather(*(join(database, ALWAYS_FRESH) for _ in range(50)))
    assert set(joined) == {1}


async def test_a_settled_page_is_read_again_only_when_stale(database: Database) -> None:
    await join(database, ALWAYS_FRESH)
    async with database.write() as connection:
        article = await articles.save(connection, URL, brief(), Validators())
        await pages.settle_ready(connection, URL, article)
    assert await join(database, ALWAYS_FRESH) is None
    assert await join(database, NEVER_FRESH) == 2


async def test_a_failure_is_kept_with_its_sentence(database: Database) -> None:
    failure = StoredFailure(kind="gone", sentence="The page is gone.", silent=True)
    await join(database, ALWAYS_FRESH)
    async with database.write() as connection:
        await pages.settle_failed(connection, URL, failure)
        assert await pages.outcome(connection, URL) == Outcome(failure=failure)


async def test_an_abandoned_reading_is_begun_again(database: Database) -> None:
    await join(database, ALWAYS_FRESH)
    async with database.write() as connection:
        await pages.abandon(connection, URL, 1)
    assert await join(database, ALWAYS_FRESH) == 2


async def test_two_links_of_one_message_to_one_article_get_one_answer(database: Database) -> None:
    twin = NewLink(url="https://news.example/harbour/amp", shown_url="https://news.example/harbour/amp")
    first, second = await accept(database, message(), LINK, twin)
    async with database.write() as connection:
        article = await articles.save(connection, URL, brief(), Validators())
        one, two = await shares.load(connection, first), await shares.load(connection, second)
        assert one is not None
        assert two is not None
        assert await shares.set_article(connection, one, article)
        await outbox.put(connection, one, {"text": "brief"})
        assert not await shares.set_article(connection, two, article)


async def test_an_interrupted_posting_is_seen_as_such(database: Database) -> None:
    (identity,) = await accept(database, message())
    async with database.write() as connection:
        share = await shares.load(connection, identity)
        assert share is not None
        await outbox.put(connection, share, {"text": "brief"})
        first = await outbox.take(connection, identity)
        second = await outbox.take(connection, identity)
        await outbox.mark_sent(connection, identity, "99")
        third = await outbox.take(connection, identity)
    assert first is not None
    assert second is not None
    assert (first.state, second.state, third) == ("pending", "sending", None)


async def test_a_brief_comes_back_whole(database: Database) -> None:
    stored = brief("Çà et là, “quoted” text \U0001f30d.")
    async with database.write() as connection:
        article = await articles.save(connection, URL, stored, Validators(etag='"1"'))
        assert await articles.load_brief(connection, article) == stored
