"""Asking by command, by menu and by reaction, on every platform."""

import pytest

from tests.parity.newsstand import FERRY, HARBOUR
from tests.parity.rig import Rig


async def test_a_command_is_answered_at_once_and_its_brief_follows(rig: Rig) -> None:
    answer = await rig.command(HARBOUR)
    assert HARBOUR in answer
    (reply,) = await rig.command_replies()
    assert "News of harbour" in reply.text


async def test_a_command_for_one_section_shows_that_section(rig: Rig) -> None:
    await rig.command(f"actors {HARBOUR}")
    (reply,) = await rig.command_replies()
    assert "The word stands twice" not in reply.text


async def test_help_says_what_there_is(rig: Rig) -> None:
    assert "/brief search" in await rig.command("help")
    assert "/brief search" in await rig.command("")
    assert "no link" in await rig.command("tomorrow's weather")


async def test_what_was_read_can_be_found_again_and_forgotten_by_admins(rig: Rig) -> None:
    await rig.replies(await rig.share(HARBOUR))
    await rig.settled()
    assert "News of harbour" in await rig.command("search quay")
    assert "Nothing" in await rig.command("search volcano")
    assert "forgotten" in await rig.command(f"forget {HARBOUR}", admin=True)
    assert "Nothing" in await rig.command("search quay")


@pytest.mark.needs("admins")
async def test_who_is_no_admin_makes_nothing_forgotten(rig: Rig) -> None:
    await rig.replies(await rig.share(HARBOUR))
    await rig.settled()
    assert "admin" in await rig.command(f"forget {HARBOUR}")
    assert "News of harbour" in await rig.command("search quay")


@pytest.mark.needs("shortcut", "admins")
async def test_brief_this_answers_a_message_whatever_the_mode(rig: Rig) -> None:
    assert await rig.configure({"mode": "command"}) is None
    message = await rig.share(HARBOUR)
    await rig.settled()
    assert await rig.replies(message, 0) == []
    await rig.shortcut(message)
    (reply,) = await rig.replies(message)
    assert "News of harbour" in reply.text


@pytest.mark.needs("shortcut")
async def test_brief_this_says_when_there_is_nothing_to_read(rig: Rig) -> None:
    message = await rig.share("Good morning!")
    assert "no link" in await rig.shortcut(message)


@pytest.mark.needs("react", "admins")
async def test_a_channel_on_request_answers_when_somebody_reacts(rig: Rig) -> None:
    assert await rig.configure({"mode": "reaction"}) is None
    message = await rig.share(FERRY)
    await rig.react(message, "eyes")
    await rig.settled()
    assert await rig.replies(message, 0) == []
    await rig.react(message)
    (reply,) = await rig.replies(message)
    assert "News of ferry" in reply.text
    assert reply.thread == message
