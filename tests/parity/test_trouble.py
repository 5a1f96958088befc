"""Limits, outages and hostile pages, on every platform."""

import pytest

from tests.parity.newsstand import FERRY, HARBOUR
from tests.parity.rig import Rig

HOSTILE = [
    "<!channel> wake up",
    "<!here> and <!everyone> and <@U0ADMIN00>",
    "@everyone @here <@1> <@&2> <#3>",
    "*bold* _it_ ~gone~ `code` ```fence``` > quoted",
    "[click](https://evil.example) <https://evil.example|click>",
    '"}],"blocks":[{"type":"divider"}] \\" \u202e\u2066 \x00',
    "# heading\n||spoiler|| :newspaper: &lt;!channel&gt;",
]


@pytest.mark.needs("limits")
async def test_a_busy_platform_gets_the_reply_later_and_once(rig: Rig) -> None:
    await rig.limit_posts(2, 0.05)
    message = await rig.share(HARBOUR)
    await rig.replies(message)
    await rig.settled()
    assert len(await rig.replies(message)) == 1


@pytest.mark.needs("outage")
async def test_what_was_shared_while_the_bot_was_away_is_answered_after(rig: Rig) -> None:
    before = await rig.share(HARBOUR)
    await rig.replies(before)
    await rig.settled()
    async with rig.outage():
        missed = [await rig.share(f"{FERRY}/{number}") for number in range(3)]
        chatter = await rig.share("Is the bot away?")
    for message in missed:
        (reply,) = await rig.replies(message)
        assert reply.thread == message
    await rig.settled()
    assert await rig.replies(chatter, 0) == []
    assert len(await rig.replies(before)) == 1


@pytest.mark.parametrize("title", HOSTILE)
async def test_a_hostile_title_pings_nobody_and_links_nowhere(rig: Rig, title: str) -> None:
    rig.newsstand.titles[HARBOUR] = title
    (reply,) = await rig.replies(await rig.share(HARBOUR))
    assert reply.pings == ()
    assert set(reply.links) <= {HARBOUR}
