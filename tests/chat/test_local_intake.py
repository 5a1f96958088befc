"""What people write in the local desk, handed over to the real desk."""

import pytest

from bot.chat.local.intake import STUMBLED, Intake
from bot.settings import StoreSettings
from tests.jobs.running import quick, running, until

PAGE = "https://news.example.com/harbour"


@pytest.fixture
async def bot(files: StoreSettings):
    async with running(quick(files)) as opened:
        yield opened


async def say(bot, markup: str) -> list[str]:
    message = await bot.chat.post_message("news", "ann", markup)
    await Intake(bot.chat, bot.desk).take_over()
    return await bot.replies(message)


async def test_a_link_is_answered(bot) -> None:
    assert await say(bot, PAGE) == [f"What {PAGE} says."]


async def test_a_pasted_article_is_read_as_it_is_and_its_links_are_left_alone(bot) -> None:
    article = "The council met on Monday. " * 40 + f"More at {PAGE}"
    assert await say(bot, article) == [article]
    assert bot.library.fetched == []


async def test_a_command_is_answered_in_its_thread(bot) -> None:
    (answer,) = await say(bot, "/brief help")
    assert "/brief search WORDS" in answer


async def test_what_was_said_is_forgotten_with_everything_but_the_command(bot) -> None:
    await say(bot, PAGE)
    (answer,) = await say(bot, "/brief forget everything")
    assert [one.markup for one in await bot.chat.messages("news")] == ["/brief forget everything"]
    assert "is forgotten" in answer
    assert await say(bot, PAGE) == [f"What {PAGE} says."]


async def test_what_a_crash_left_behind_is_handed_over_at_the_next_start(files: StoreSettings) -> None:
    async with running(quick(files)) as before:
        message = await before.chat.post_message("news", "ann", PAGE)
    async with running(quick(files)) as after:
        await Intake(after.chat, after.desk).take_over()
        assert await after.replies(message) == [f"What {PAGE} says."]


async def test_handing_over_twice_answers_once(bot) -> None:
    await say(bot, PAGE)
    intake = Intake(bot.chat, bot.desk)
    await intake.take_over()

    async def settled() -> bool | None:
        return True if bot.chat.stages.get(PAGE, [])[-1:] == ["posted"] else None

    await until(settled)
    assert bot.chat.posts == 1


async def test_a_message_that_cannot_be_handed_over_does_not_hold_up_the_next(bot, monkeypatch, caplog) -> None:
    taking = bot.desk.handle_message

    async def stumbles(incoming):
        if "broken" in incoming.markup:
            raise IndexError("what nobody foresaw")
        return await taking(incoming)

    monkeypatch.setattr(bot.desk, "handle_message", stumbles)
    broken = await bot.chat.post_message("news", "ann", "broken")
    assert await say(bot, PAGE) == [f"What {PAGE} says."]
    assert "what nobody foresaw" in caplog.text
    assert await bot.replies(broken) == [STUMBLED]


async def test_a_command_may_end_at_a_line(bot) -> None:
    assert await say(bot, f"/brief\n{PAGE}") == [f"Reading {PAGE} …"]
