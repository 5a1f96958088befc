"""Settings by admins, and buttons that outlive a restart, on every platform."""

import pytest

from tests.parity.newsstand import FIRST_ERROR, HARBOUR, MESSAGE
from tests.parity.rig import Rig


@pytest.mark.needs("admins")
async def test_an_admin_configures_the_channel(rig: Rig) -> None:
    assert await rig.configure({"sections": ["actors"], "skip_domains": ["bad.example"]}) is None
    (reply,) = await rig.replies(await rig.share(HARBOUR))
    assert MESSAGE not in reply.text
    skipped = await rig.share("https://www.bad.example/story")
    await rig.settled()
    assert await rig.replies(skipped, 0) == []


@pytest.mark.needs("admins")
async def test_others_configure_nothing(rig: Rig) -> None:
    refusal = await rig.configure({"mode": "command"}, admin=False)
    assert refusal
    assert "admin" in refusal
    assert await rig.replies(await rig.share(HARBOUR))


@pytest.mark.needs("admins")
async def test_a_wrong_value_is_explained_and_changes_nothing(rig: Rig) -> None:
    refusal = await rig.configure({"quiet_hours": "all night", "mode": "command"})
    assert refusal
    assert "22:00-07:00" in refusal
    assert await rig.replies(await rig.share(HARBOUR))


@pytest.mark.needs("buttons")
async def test_buttons_work_after_a_restart(rig: Rig) -> None:
    (reply,) = await rig.replies(await rig.share(HARBOUR))
    await rig.settled()
    await rig.restart()
    assert MESSAGE in await rig.read_more(reply)
    await rig.judge(reply, FIRST_ERROR, right=False, reason="It is a name.")
    assert list(await rig.verdicts()) == [(FIRST_ERROR, False, "It is a name.")]
    await rig.judge(reply, FIRST_ERROR, right=True)
    assert [(item, right) for item, right, _reason in await rig.verdicts()] == [(FIRST_ERROR, True)]
