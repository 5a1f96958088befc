"""The way of a link through the real workflows; what the databases might do differently, on both."""

import asyncio
import threading
from itertools import pairwise

import pytest
from dbos import DBOS
from sqlalchemy import select

from bot.jobs.replies import NOT_SHOWN, _log_absence
from bot.ports import Document, Platform, PostLater, PostRefused, Stage
from bot.settings import StoreSettings, WebSettings
from bot.store import reports
from bot.store.tables import outbox
from tests.jobs.parts import Library, Quoter
from tests.jobs.running import incoming, quick, running, until

PAGE = "https://news.example.com/harbour"
REPORTS = "https://news.example.org/desk/r/"


async def test_a_link_is_answered_with_its_brief_and_shows_its_progress(store_settings: StoreSettings) -> None:
    async with running(quick(store_settings)) as bot:
        message = await bot.say(f"Have you seen {PAGE} ?")
        assert await bot.replies(message) == [f"What {PAGE} says."]
        assert await bot.state(message, PAGE) == "answered"

        async def finished() -> bool | None:
            return True if bot.chat.stages[PAGE][-1] is Stage.POSTED else None

        await until(finished)
    assert bot.chat.stages[PAGE] == [Stage.FETCHING, Stage.READING, Stage.POSTED]


async def test_fifty_shares_at_once_are_one_fetch_and_fifty_answers(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        said = await asyncio.gather(*(bot.say(PAGE, f"c{number % 25}") for number in range(50)))
        answers = [await bot.replies(message) for message in said]
    assert answers == [[f"What {PAGE} says."]] * 50
    assert bot.library.fetched == [PAGE]


async def test_failures_are_said_in_one_sentence_or_not_at_all(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        message = await bot.say(f"{PAGE}/gone {PAGE}/picture {PAGE}/bug")
        assert await bot.state(message, f"{PAGE}/picture") == "silent"
        found = await bot.replies(message, 2)
        asked = await bot.chat.post_message("news", "ann", f"{PAGE}/picture")
        await bot.desk.brief_message(incoming(asked))
        assert await bot.replies(asked) == ["The link leads to a picture."]
    assert sorted(found) == [
        "The page is gone.",
        "This link could not be read because of a mistake in the bot; it has been logged.",
    ]


async def test_a_message_delivered_twice_is_answered_once(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        message = await bot.say(PAGE)
        assert await bot.desk.handle_message(incoming(message)) == 0
        await bot.replies(message)
        assert await bot.desk.handle_message(incoming(message)) == 0
    assert bot.chat.posts == 1


async def test_two_links_of_a_message_to_one_article_are_one_answer(files: StoreSettings) -> None:
    twin = f"https://news.example.com/harbour/print?canonical={PAGE}"
    async with running(quick(files)) as bot:
        message = await bot.say(f"{PAGE} {twin}")
        states = [await bot.state(message, PAGE), await bot.state(message, twin)]
    assert sorted(states) == ["answered", "merged"]
    assert bot.chat.posts == 1


async def test_a_page_cannot_pass_itself_off_as_anothers(files: StoreSettings) -> None:
    impostor = f"https://elsewhere.example.org/fake?canonical={PAGE}"
    async with running(quick(files)) as bot:
        await bot.replies(await bot.say(impostor))
        assert await bot.replies(await bot.say(PAGE)) == [f"What {PAGE} says."]


async def test_a_page_that_has_not_changed_is_not_read_again(files: StoreSettings) -> None:
    async with running(quick(files, fresh_minutes=0)) as bot:
        first = await bot.replies(await bot.say(PAGE))
        again = await bot.replies(await bot.say(PAGE))
    assert first == again == [f"What {PAGE} says."]
    assert (len(bot.library.fetched), bot.library.unchanged) == (2, 1)


async def test_a_file_is_read_like_a_page(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        message = await bot.say("", "news", Document(name="draft.txt", body=b"The quay is shut."))
        assert await bot.replies(message) == ["The quay is shut."]
        (hit,) = await bot.desk.search(incoming(message).ref.home, "quay")
    assert hit.excerpt == "The quay is shut."


async def test_a_channel_that_asks_to_wait_gets_its_reply_later(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:

        async def busy() -> None:
            bot.chat.before_post = None
            raise PostLater(0.05)

        bot.chat.before_post = busy
        assert await bot.replies(await bot.say(PAGE)) == [f"What {PAGE} says."]
    assert bot.chat.posts == 2


async def test_a_reply_does_not_wait_for_ever_for_a_platform_that_does_not_take_it(files: StoreSettings) -> None:
    async with running(quick(files, post_hours=0)) as bot:

        async def closed() -> None:
            raise PostLater(0.01)

        bot.chat.before_post = closed
        assert await bot.state(await bot.say(PAGE), PAGE) == "undeliverable"


async def test_a_platform_that_is_down_for_long_does_not_use_up_the_attempts(files: StoreSettings) -> None:
    async with running(quick(files, post_attempts=2)) as bot:

        async def down() -> None:
            if bot.chat.posts <= 5:
                raise PostLater(0.01)

        bot.chat.before_post = down
        assert await bot.replies(await bot.say(PAGE)) == [f"What {PAGE} says."]


async def test_a_refused_reply_is_given_up(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:

        async def closed() -> None:
            raise PostRefused("channel_not_found")

        bot.chat.before_post = closed
        assert await bot.state(await bot.say(PAGE), PAGE) == "undeliverable"
    assert bot.chat.posts == 1


async def test_a_brief_that_the_platform_does_not_take_is_replaced_by_a_sentence(store_settings: StoreSettings) -> None:
    async with running(quick(store_settings)) as bot:

        async def picky() -> None:
            bot.chat.before_post = None
            raise PostRefused("invalid_blocks", of_message=True)

        bot.chat.before_post = picky
        message = await bot.say(PAGE)
        assert await bot.replies(message) == [NOT_SHOWN]
        assert await bot.state(message, PAGE) == "undeliverable"
    assert bot.chat.posts == 2


async def test_a_platform_that_takes_no_sentence_either_is_not_asked_again(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:

        async def picky() -> None:
            raise PostRefused("invalid_blocks", of_message=True)

        bot.chat.before_post = picky
        message = await bot.say(PAGE)
        assert await bot.state(message, PAGE) == "undeliverable"

        async def refused() -> bool | None:
            async with bot.desk.database.read() as connection:
                states = (await connection.execute(select(outbox.c.state))).scalars()
            return True if list(states) == ["refused"] else None

        await until(refused)
    assert bot.chat.posts == 2


async def test_a_reply_links_to_its_report_where_there_is_a_public_address(files: StoreSettings) -> None:
    settings = quick(files).model_copy(update={"web": WebSettings(public_url="https://news.example.org/desk/")})
    async with running(settings) as bot:
        message = await bot.say(PAGE)
        await bot.replies(message)
        (reply,) = await bot.chat.replies(message.id)
        async with bot.desk.database.read() as connection:
            report = await reports.find(connection, (reply.payload or {})["report"].removeprefix(REPORTS))
    assert report is not None
    assert report.brief.article.text == f"What {PAGE} says."


async def test_a_reply_that_may_have_arrived_is_looked_for_before_it_is_posted_again(
    store_settings: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.replies.FIRST_DELAY", 0.01)
    async with running(quick(store_settings)) as bot:

        async def cut_off() -> None:
            raise ConnectionResetError

        bot.chat.after_post = cut_off
        message = await bot.say(PAGE)
        assert await bot.state(message, PAGE) == "answered"
        assert len(await bot.replies(message)) == 1
    assert bot.chat.posts == 1


async def test_work_cut_off_by_a_stop_goes_on_at_the_next_start(store_settings: StoreSettings) -> None:
    library = Library()
    library.gate.clear()
    async with running(quick(store_settings, shutdown_seconds=0), library) as bot:
        message = await bot.say(PAGE)

        async def fetching() -> bool | None:
            return True if library.fetched else None

        await until(fetching)
    async with running(quick(store_settings)) as again:
        assert await again.replies(message) == [f"What {PAGE} says."]


async def test_a_link_whose_job_was_never_started_is_found_at_the_next_start(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:

        async def lost(_identities: list[str]) -> None:
            return None

        bot.desk._engine.submit = lost
        message = await bot.say(PAGE)
    async with running(quick(files)) as again:
        assert await again.replies(message) == [f"What {PAGE} says."]


async def test_replies_in_one_channel_keep_its_pace(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        bot.chat.pace = 0.2
        posted: list[float] = []

        async def note() -> None:
            posted.append(asyncio.get_running_loop().time())

        bot.chat.before_post = note
        said = [await bot.say(f"{PAGE}/{number}") for number in range(3)]
        for message in said:
            await bot.replies(message)
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(posted))


async def test_replies_wait_for_a_platform_whose_token_is_gone(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.jobs.replies.LONGEST_DELAY", 0.01)
    _log_absence.cache_clear()
    async with running(quick(files, post_attempts=1)) as bot:
        adapters = bot.desk._engine.parts.adapters
        del adapters[Platform.LOCAL]
        message = await bot.say(PAGE)

        async def said() -> bool | None:
            return True if "no access to local" in caplog.text else None

        await until(said)
        adapters[Platform.LOCAL] = bot.chat
        assert await bot.replies(message) == [f"What {PAGE} says."]
    assert caplog.text.count("no access to local") == 1


async def test_a_platform_that_does_not_come_back_fails_no_job(files: StoreSettings) -> None:
    async with running(quick(files, post_hours=0)) as bot:
        del bot.desk._engine.parts.adapters[Platform.LOCAL]
        assert await bot.state(await bot.say(PAGE), PAGE) == "undeliverable"

        async def ended() -> list[str] | None:
            found = await DBOS.list_workflows_async(name="reply")
            return [job.status for job in found] if all(job.status != "PENDING" for job in found) else None

        assert await until(ended) == ["SUCCESS"]


async def test_a_long_brief_is_rendered_beside_the_event_loop(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    render = Quoter.render

    def noted(self, *arguments, **options):
        threads.append(threading.current_thread())
        return render(self, *arguments, **options)

    monkeypatch.setattr(Quoter, "render", noted)
    async with running(quick(files)) as bot:
        await bot.replies(await bot.say(PAGE))
    assert threads
    assert threading.current_thread() not in threads


async def test_a_gift_is_not_fetched_for_everybody(files: StoreSettings) -> None:
    async with running(quick(files)) as bot:
        await bot.replies(await bot.say("https://www.news.example.com/harbour?unlocked_article_code=k3y"))
    assert bot.library.fetched == ["https://www.news.example.com/harbour"]
