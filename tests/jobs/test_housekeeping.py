"""What is done beside the work."""

import pytest
from dbos import DBOS

from bot.chat.local import messages
from bot.jobs import housekeeping
from bot.jobs.replies import NOT_ANSWERED
from bot.jobs.workflows import share_workflow_id
from bot.ports import Platform, PostLater, Workspace
from bot.settings import StoreSettings
from bot.store import articles, shares
from tests.jobs.running import Running, incoming, quick, running, until

PAGE = "https://news.example.com/harbour"
HERE = Workspace(platform=Platform.LOCAL, id="local")


async def settled(bot: Running) -> None:
    """Waits until no workflow is at work."""

    async def none_left() -> bool | None:
        return None if await DBOS.list_workflows_async(status=list(housekeeping.ALIVE)) else True

    await until(none_left)


async def test_finished_work_is_thrown_away_when_it_is_old(files: StoreSettings) -> None:
    async with running(quick(files, keep_days=0)) as bot:
        await bot.replies(await bot.say(PAGE))
        await settled(bot)
        await housekeeping.tidy(bot.desk._engine.parts)
        assert await DBOS.list_workflows_async() == []


async def test_what_was_read_is_kept_for_as_long_as_the_workspace_wants(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        message = await bot.say(PAGE)
        await bot.replies(message)
        await settled(bot)
        parts = bot.desk._engine.parts
        async with bot.desk.database.write() as connection:
            await messages.mark_handled(connection, message.id)
        await housekeeping.tidy(parts)
        assert len(await bot.chat.messages("news")) == 1
        (hit,) = await bot.desk.search(HERE, "harbour")
        async with bot.desk.database.write() as connection:
            for name, column in (("readings", "read_at"), ("shares", "shared_at"), ("local_messages", "posted_at")):
                await connection.exec_driver_sql(f"UPDATE {name} SET {column} = {column} - 366 * 86400")
        recent = await bot.chat.post_message("news", "ann", "a recent note")
        async with bot.desk.database.write() as connection:
            await messages.mark_handled(connection, recent.id)
        await housekeeping.tidy(parts)
        assert await bot.desk.search(HERE, "harbour") == []
        async with bot.desk.database.read() as connection:
            assert await articles.load_brief(connection, hit.article_id) is None
            assert await shares.load(connection, shares.share_id(incoming(message).ref, PAGE)) is None
        assert [one.markup for one in await bot.chat.messages("news")] == ["a recent note"]
        assert await bot.chat.replies(message.id) == []


async def test_a_link_that_fails_again_and_again_is_given_up(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        engine = bot.desk._engine

        async def lost(_identities: list[str]) -> None:
            return None

        message = await bot.chat.post_message("news", "ann", PAGE)
        ref = incoming(message).ref
        link = shares.NewLink(url=PAGE, shown_url=PAGE)
        async with bot.desk.database.write() as connection:
            (identity,) = await shares.accept(connection, ref, "ann", [link])
        engine.submit = lost  # type: ignore[method-assign]
        names = set()
        for _ in range(housekeeping.MAX_ATTEMPTS):
            async with bot.desk.database.read() as connection:
                share = await shares.load(connection, identity)
            assert share is not None
            assert share.state == "waiting"
            names.add(share_workflow_id(share))
            await housekeeping.restart_stuck(engine, -1.0)
        assert await bot.replies(message) == [NOT_ANSWERED]
        assert await bot.state(message, PAGE) == "undeliverable"
        await settled(bot)
        await housekeeping.restart_stuck(engine, -1.0)
    assert len(names) == housekeeping.MAX_ATTEMPTS
    assert bot.chat.posts == 1


async def test_links_that_wait_for_a_dead_platform_do_not_hide_a_younger_one(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "BATCH", 2)
    async with running(quick(files)) as bot:

        async def dead() -> None:
            raise PostLater(60)

        bot.chat.before_post = dead
        for number in range(4):
            await bot.say(f"{PAGE}/{number}", f"channel-{number}")

        async def all_tried() -> bool | None:
            return True if bot.chat.posts >= 4 else None

        await until(all_tried)
        bot.chat.before_post = None
        message = await bot.chat.post_message("news", "ann", PAGE)
        link = shares.NewLink(url=PAGE, shown_url=PAGE)
        async with bot.desk.database.write() as connection:
            await shares.accept(connection, incoming(message).ref, "ann", [link])
        await housekeeping.restart_stuck(bot.desk._engine, -1.0)
        assert await bot.state(message, PAGE) == "answered"
        assert bot.chat.posts == 5


async def test_a_link_that_cannot_even_be_apologised_for_is_given_up(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        engine = bot.desk._engine
        message = await bot.chat.post_message("news", "ann", PAGE)
        link = shares.NewLink(url=PAGE, shown_url=PAGE)
        async with bot.desk.database.write() as connection:
            (identity,) = await shares.accept(connection, incoming(message).ref, "ann", [link])

        async def lost(_share: shares.Share) -> None:
            return None

        engine.apologise = lost  # type: ignore[method-assign]
        async with bot.desk.database.write() as connection:
            share = await shares.load(connection, identity)
            assert share is not None
            await shares.start_anew(connection, share.model_copy(update={"attempt": housekeeping.MAX_ATTEMPTS - 1}))
        await housekeeping.restart_stuck(engine, -1.0)
        await housekeeping.restart_stuck(engine, -1.0)
        assert await bot.state(message, PAGE) == "undeliverable"
    assert bot.chat.posts == 0
