"""Replies under trouble: nothing lost, nothing doubled, nobody else affected."""

import logging

import pytest
from sqlalchemy import select

from bot.chat.slack_adapter.adapter import SlackChat
from bot.chat.slack_adapter.teams import Teams
from bot.ports import MessageRef, Platform, PostLater, PostRefused
from bot.settings import SlackSettings
from bot.store import shares, tables
from tests.fakes.slack.server import TEAM, TOKEN
from tests.fakes.slack.world import ADMIN, ANN, NEWS, PRIVATE
from tests.jobs.running import until
from tests.parity.newsstand import FERRY, HARBOUR
from tests.parity.rig import secret
from tests.parity.slack_rig import SlackRig


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.jobs.replies.FIRST_DELAY", 0.01)
    monkeypatch.setattr("bot.chat.slack_adapter.teams.PAUSE_SECONDS", 0.05)
    monkeypatch.setattr("bot.chat.slack_adapter.adapter.UNREACHABLE_SECONDS", 0.05)


async def state_of(slack: SlackRig, message: str, channel: str = NEWS, url: str = HARBOUR) -> str:
    """The state of a share once it is settled."""
    ref = MessageRef(platform=Platform.SLACK, workspace=TEAM, channel=channel, message=message)

    async def settled() -> str | None:
        async with slack.desk.database.read() as connection:
            share = await shares.load(connection, shares.share_id(ref, url))
        return share.state if share and share.state != "waiting" else None

    return await until(settled)


async def test_a_reply_whose_confirmation_was_lost_is_found_and_not_posted_again(slack: SlackRig) -> None:
    slack.slack.lost_answers["chat.postMessage"] = 1
    message = await slack.share(HARBOUR)
    assert await state_of(slack, message) == "answered"
    assert len(await slack.replies(message)) == 1
    assert [name for name, _ in slack.slack.calls].count("chat.postMessage") == 1


async def test_the_same_for_a_brief_that_a_command_asked_for(slack: SlackRig) -> None:
    slack.slack.lost_answers["chat.postMessage"] = 1
    await slack.command(HARBOUR)
    await slack.settled()
    assert len(await slack.command_replies()) == 1


async def test_an_archived_channel_is_given_up_and_others_go_on(slack: SlackRig) -> None:
    slack.newsstand.open.clear()
    message = await slack.share(HARBOUR)
    other = slack.people.write(HARBOUR, channel=PRIVATE)
    await slack.slack.idle()
    slack.people.channel().is_archived = True
    slack.newsstand.open.set()
    assert await state_of(slack, message) == "undeliverable"
    assert await state_of(slack, other, PRIVATE) == "answered"


async def test_a_channel_that_removed_the_bot_is_given_up(slack: SlackRig) -> None:
    slack.newsstand.open.clear()
    message = await slack.share(HARBOUR)
    await slack.slack.idle()
    slack.people.channel().members.clear()
    slack.newsstand.open.set()
    assert await state_of(slack, message) == "undeliverable"


async def test_a_missing_scope_pauses_the_workspace_until_it_is_granted(
    slack: SlackRig, caplog: pytest.LogCaptureFixture
) -> None:
    scopes = slack.slack.world.installations[TOKEN].scopes
    scopes.discard("chat:write")
    message = await slack.share(HARBOUR)

    async def paused() -> bool | None:
        return True if "is paused" in caplog.text else None

    await until(paused)
    (line,) = [one.message for one in caplog.records if "is paused" in one.message]
    assert line.startswith(f"Slack workspace {TEAM} is paused: missing_scope")
    assert "chat:write" in line
    scopes.add("chat:write")
    assert await state_of(slack, message) == "answered"


async def test_the_admins_are_told_that_their_workspace_is_paused(slack: SlackRig) -> None:
    scopes = slack.slack.world.installations[TOKEN].scopes
    scopes.discard("channels:history")
    slack.slack.lost_answers["chat.postMessage"] = 1
    message = await slack.share(HARBOUR)

    async def told() -> str | None:
        letters = slack.slack.world.channels.get((TEAM, ADMIN))
        return letters.messages[0]["text"] if letters and letters.messages else None

    assert "channels:history" in await until(told)
    assert (TEAM, ANN) not in slack.slack.world.channels
    scopes.add("channels:history")
    assert await state_of(slack, message) == "answered"
    assert len(await slack.replies(message)) == 1


async def test_a_revoked_token_loses_no_reply(slack: SlackRig) -> None:
    slack.slack.world.installations[TOKEN].is_revoked = True
    message = await slack.share(HARBOUR)

    async def refused() -> bool | None:
        return True if ("chat.postMessage", "seen") in seen() else None

    def seen() -> list[tuple[str, str]]:
        return [(name, "seen") for name, _ in slack.slack.calls]

    await until(refused)
    slack.slack.world.installations[TOKEN].is_revoked = False
    assert await state_of(slack, message) == "answered"
    assert len(await slack.replies(message)) == 1


async def test_a_slack_that_is_down_gets_the_reply_when_it_is_back(slack: SlackRig) -> None:
    slack.newsstand.open.clear()
    message = await slack.share(HARBOUR)
    await slack.slack.idle()
    async with slack.outage():
        slack.newsstand.open.set()

        async def tried() -> bool | None:
            return True if [name for name, _ in slack.slack.calls].count("conversations.replies") > 3 else None

        await until(tried)
    assert await state_of(slack, message) == "answered"
    assert len(await slack.replies(message)) == 1


async def test_nothing_is_posted_where_nothing_answers(slack: SlackRig) -> None:
    unreachable = SlackSettings(bot_token=secret(TOKEN), api_url="http://127.0.0.1:9/api/")
    chat = SlackChat(Teams(unreachable, slack.desk.database), 0.0)
    ref = MessageRef(platform=Platform.SLACK, workspace=TEAM, channel=NEWS, message="1700000000.000001")
    with pytest.raises(PostLater):
        await chat.post(ref, {"text": "a brief"}, "k")


async def test_a_workspace_without_the_bot_is_refused(slack: SlackRig) -> None:
    ref = MessageRef(platform=Platform.SLACK, workspace="T0OTHER", channel=NEWS, message="1700000000.000001")
    with pytest.raises(PostRefused, match="not installed"):
        await slack.clients[0].adapter.post(ref, {"text": "a brief"}, "k")


PICTURED = {
    "text": "a brief",
    "blocks": [
        {"type": "section", "text": {"type": "mrkdwn", "text": "words"}},
        {"type": "image", "image_url": "https://news.example.org/r/1/picture.png", "alt_text": "who wants what"},
    ],
}


@pytest.mark.parametrize("fetches", [True, False])
async def test_a_picture_that_slack_cannot_fetch_costs_the_picture_alone(slack: SlackRig, fetches: bool) -> None:
    slack.slack.fetches_images = fetches
    message = slack.people.write("no link")
    ref = MessageRef(platform=Platform.SLACK, workspace=TEAM, channel=NEWS, message=message)
    await slack.clients[0].adapter.post(ref, PICTURED, "k")
    (_, reply) = slack.people.channel().thread(message)
    assert [block["type"] for block in reply["blocks"]] == (["section", "image"] if fetches else ["section"])


async def test_a_message_that_is_refused_for_another_reason_is_not_tried_again(slack: SlackRig) -> None:
    message = slack.people.write("no link")
    ref = MessageRef(platform=Platform.SLACK, workspace=TEAM, channel=NEWS, message=message)
    broken = {"text": "a brief", "blocks": [{"type": "section"}]}
    with pytest.raises(PostRefused, match="invalid_blocks"):
        await slack.clients[0].adapter.post(ref, broken, "k")
    assert [name for name, _ in slack.slack.calls].count("chat.postMessage") == 1


async def test_a_message_is_marked_while_it_is_read_and_marked_otherwise_when_done(slack: SlackRig) -> None:
    slack.newsstand.open.clear()
    message = await slack.share(f"{HARBOUR} {FERRY}")

    async def marked() -> bool | None:
        return True if slack.slack.world.reactions == [(NEWS, message, "eyes")] else None

    await until(marked)
    slack.newsstand.open.set()
    await slack.replies(message, 2)

    async def done() -> bool | None:
        return True if slack.slack.world.reactions == [(NEWS, message, "white_check_mark")] else None

    await until(done)


async def test_a_second_link_leaves_the_marks_of_the_first_in_order(slack: SlackRig) -> None:
    message = await slack.share(HARBOUR)
    await slack.replies(message)
    await slack.edit(message, f"{HARBOUR} {FERRY}")
    await slack.replies(message, 2)

    async def removed_twice() -> bool | None:
        calls = [name for name, _ in slack.slack.calls]
        return True if calls.count("reactions.remove") == 2 else None

    await until(removed_twice)
    assert slack.slack.world.reactions == [(NEWS, message, "white_check_mark")]


async def test_replies_are_posted_without_previews_and_carry_their_key(slack: SlackRig) -> None:
    (reply,) = await slack.replies(await slack.share(HARBOUR))
    await slack.settled()
    posted = slack.people.channel().message(reply.id)
    assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)
    async with slack.desk.database.read() as connection:
        key = (await connection.execute(select(tables.outbox.c.key))).scalar_one()
    assert posted["metadata"]["event_payload"] == {"key": key}


async def test_a_token_that_slack_does_not_know_is_said_once(slack: SlackRig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    await slack.stop()
    del slack.slack.world.installations[TOKEN]
    slack.slack.world.install("T0OTHER", "xoxb-other", slack.slack.scopes)
    rig = SlackRig(slack.store, slack.slack)
    rig.connect = until_refused(rig, caplog)  # type: ignore[method-assign]
    await rig.start()
    await rig.stop()
    assert "Slack refuses NEWSROOM_SLACK__BOT_TOKEN (invalid_auth)" in caplog.text


def until_refused(rig: SlackRig, caplog: pytest.LogCaptureFixture):
    from bot.chat import listening

    async def connect() -> None:
        await rig._stack.enter_async_context(listening(rig.clients, rig.desk))

        async def said() -> bool | None:
            return True if "is not connected" in caplog.text else None

        await until(said)

    return connect
