"""Links in messages, on every platform."""

import pytest

from tests.parity.newsstand import FERRY, GONE, HARBOUR
from tests.parity.rig import Rig


async def test_a_link_is_answered_in_the_thread_of_its_message(rig: Rig) -> None:
    message = await rig.share(f"Have you seen {HARBOUR} ?")
    (reply,) = await rig.replies(message)
    assert "News of harbour" in reply.text
    assert reply.thread == message


async def test_two_links_are_two_answers(rig: Rig) -> None:
    message = await rig.share(f"{HARBOUR} and {FERRY}")
    texts = [reply.text for reply in await rig.replies(message, 2)]
    assert sorted("ferry" in text for text in texts) == [False, True]
    await rig.settled()
    assert len(await rig.replies(message, 2)) == 2


async def test_a_link_that_cannot_be_read_is_answered_with_one_sentence(rig: Rig) -> None:
    (reply,) = await rig.replies(await rig.share(GONE))
    assert "The page is gone." in reply.text


@pytest.mark.needs("threads")
async def test_a_link_in_a_thread_is_answered_in_that_thread(rig: Rig) -> None:
    top = await rig.share("What do we have on the port?")
    inside = await rig.share(HARBOUR, thread=top)
    (reply,) = await rig.replies(inside)
    assert reply.thread == top
    assert "News of harbour" in reply.text


async def test_chatter_is_not_answered(rig: Rig) -> None:
    message = await rig.share("Good morning!")
    await rig.settled()
    assert await rig.replies(message, 0) == []


@pytest.mark.needs("robots")
async def test_other_bots_are_not_answered(rig: Rig) -> None:
    message = await rig.robot_shares(HARBOUR)
    await rig.settled()
    assert await rig.replies(message, 0) == []
    assert rig.newsstand.fetched == []


@pytest.mark.needs("redeliver")
async def test_an_event_that_comes_twice_is_answered_once(rig: Rig) -> None:
    message = await rig.share(HARBOUR)
    await rig.redeliver(message)
    await rig.replies(message)
    await rig.redeliver(message)
    await rig.settled()
    assert len(await rig.replies(message)) == 1


@pytest.mark.needs("edit")
async def test_an_edit_brings_its_new_link_only(rig: Rig) -> None:
    message = await rig.share(HARBOUR)
    await rig.replies(message)
    await rig.edit(message, f"{HARBOUR} and also {FERRY}")
    texts = [reply.text for reply in await rig.replies(message, 2)]
    await rig.settled()
    assert len(await rig.replies(message, 2)) == 2
    assert sum("News of harbour" in text for text in texts) == 1


@pytest.mark.needs("delete")
async def test_a_deleted_message_takes_its_reply_along(rig: Rig) -> None:
    message = await rig.share(HARBOUR)
    await rig.replies(message)
    await rig.settled()
    await rig.delete(message)
    await rig.settled()
    assert await rig.replies(message, 0) == []


@pytest.mark.needs("delete")
async def test_a_message_deleted_while_it_is_read_is_not_answered(rig: Rig) -> None:
    rig.newsstand.open.clear()
    message = await rig.share(HARBOUR)
    await rig.delete(message)
    rig.newsstand.open.set()
    await rig.settled()
    assert await rig.replies(message, 0) == []
