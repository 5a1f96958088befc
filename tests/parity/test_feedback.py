"""Right or wrong: what readers say about likely errors, and what it changes, on every platform."""

import pytest

from tests.parity.newsstand import FERRY, FIRST_ERROR, HARBOUR, MESSAGE, SECOND_ERROR, SECOND_MESSAGE
from tests.parity.rig import Reply, Rig

CHECK, WORDS = "style.doubled-word", "the the"


async def read(rig: Rig, address: str) -> Reply:
    (reply,) = await rig.replies(await rig.share(address))
    await rig.settled()
    return reply


async def test_words_called_wrong_are_not_flagged_again_until_an_admin_says_so(rig: Rig) -> None:
    await rig.judge(await read(rig, HARBOUR), FIRST_ERROR, right=False)
    await rig.restart()
    reply = await read(rig, FERRY)
    assert MESSAGE not in reply.text
    assert SECOND_MESSAGE in reply.text
    assert "1 more" in reply.text
    shown = await rig.feedback()
    assert WORDS in shown
    assert "not flagged any more" in shown
    assert WORDS not in await rig.reset(words=WORDS)
    assert MESSAGE in (await read(rig, f"{FERRY}/2")).text
    assert CHECK in await rig.feedback(), "the verdict still counts for the check"


async def test_all_shows_what_is_withheld(rig: Rig) -> None:
    await rig.judge(await read(rig, HARBOUR), FIRST_ERROR, right=False)
    await rig.command(f"all errors {FERRY}")
    (reply,) = await rig.command_replies()
    assert MESSAGE in reply.text


async def test_a_check_called_wrong_in_three_articles_is_hidden_until_it_is_reset(rig: Rig) -> None:
    for number in (1, 2, 3):
        reply = await read(rig, f"{HARBOUR}/{number}")
        assert SECOND_MESSAGE in reply.text
        await rig.judge(reply, SECOND_ERROR, right=False, reason=f"reason {number}")
    reply = await read(rig, FERRY)
    assert SECOND_MESSAGE not in reply.text
    assert MESSAGE in reply.text
    shown = await rig.feedback()
    assert "hidden: needs 0.82, its findings have at most 0.80" in shown
    assert "reason 3" in shown
    assert "hidden" not in await rig.reset("document.spun")
    assert SECOND_MESSAGE in (await read(rig, f"{FERRY}/2")).text


async def test_everything_is_reset_at_once(rig: Rig) -> None:
    reply = await read(rig, HARBOUR)
    await rig.judge(reply, FIRST_ERROR, right=False)
    await rig.judge(reply, SECOND_ERROR, right=True)
    shown = await rig.reset()
    assert CHECK not in shown
    assert "document.spun" not in shown
    assert list(await rig.verdicts()) == []


async def test_a_verdict_is_changed_and_taken_back(rig: Rig) -> None:
    reply = await read(rig, HARBOUR)
    await rig.judge(reply, FIRST_ERROR, right=False, reason="It is a name.")
    await rig.judge(reply, FIRST_ERROR, right=True)
    assert [(item, right) for item, right, _reason in await rig.verdicts()] == [(FIRST_ERROR, True)]
    assert MESSAGE in (await read(rig, FERRY)).text
    await rig.take_back(reply, FIRST_ERROR)
    assert list(await rig.verdicts()) == []


async def test_a_hostile_reason_is_shown_and_turns_nothing_around(rig: Rig) -> None:
    reason = "<!channel> @everyone [x](https://evil.example) `*_~ \u202e <script>alert(1)</script> " + "long " * 80
    reply = await read(rig, HARBOUR)
    await rig.judge(reply, FIRST_ERROR, right=False, reason=reason)
    shown = await rig.feedback()
    assert "script" in shown
    assert "\u202e" not in shown


@pytest.mark.needs("admins")
async def test_others_neither_see_nor_reset_it(rig: Rig) -> None:
    await rig.judge(await read(rig, HARBOUR), FIRST_ERROR, right=False)
    refusal = await rig.feedback(admin=False)
    assert "admin" in refusal
    assert CHECK not in refusal
    assert "admin" in await rig.reset(CHECK, admin=False)
    assert len(await rig.verdicts()) == 1
