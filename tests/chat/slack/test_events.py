"""What comes from Slack: known, unknown, malformed, twice, unsigned."""

import time

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.slack_adapter.incoming import read_change, read_message
from bot.links import find_links
from bot.ports import Platform
from bot.store.errors import StorageUnavailable
from tests.fakes.slack.server import TEAM
from tests.fakes.slack.world import NEWS
from tests.parity.newsstand import FERRY, HARBOUR
from tests.parity.slack_http_rig import SlackHttpRig
from tests.parity.slack_rig import SlackRig

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = ["type", "subtype", "channel", "ts", "thread_ts", "text", "user", "bot_id", "message", "previous_message"]
NAMES += ["attachments"]
SUBTYPES = st.sampled_from([None, "message_changed", "message_deleted", "channel_join", "bot_message", "file_share"])


@st.composite
def events(draw: st.DrawFn) -> dict:
    event = draw(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=8))
    inner = draw(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=6))
    return event | {"subtype": draw(SUBTYPES), "message": draw(st.sampled_from([inner, None, 3]))}


@given(events())
def test_whatever_arrives_is_read_or_passed_over(event: dict) -> None:
    change = read_change(event, TEAM)
    assert change is None or change.ref.workspace == TEAM
    read_message(event, event.get("channel"), TEAM)


def test_joins_topics_and_pins_are_not_messages() -> None:
    for subtype in ("channel_join", "channel_topic", "pinned_item", "bot_add", "reminder_add", "something_new"):
        event = {"type": "message", "subtype": subtype, "channel": "C1", "ts": "1.2", "text": HARBOUR, "user": "U1"}
        assert read_change(event, TEAM) is None


def test_a_preview_that_slack_adds_is_no_edit() -> None:
    said = {"type": "message", "ts": "1.2", "text": HARBOUR, "user": "U1"}
    event = {"subtype": "message_changed", "channel": "C1", "message": said | {"attachments": []}}
    assert read_change(event | {"previous_message": said}, TEAM) is None


def test_an_edit_tells_what_stood_there_before_and_when() -> None:
    said = {"type": "message", "ts": "1700000000.000200", "text": HARBOUR, "user": "U1"}
    now = said | {"text": FERRY, "edited": {"user": "U1", "ts": "1700000060.000000"}}
    change = read_change(
        {"subtype": "message_changed", "channel": "C1", "message": now, "previous_message": said}, TEAM
    )
    assert change is not None
    assert change.message is not None
    assert (change.message.markup, change.message.before) == (FERRY, HARBOUR)
    assert change.message.written_at is not None
    assert change.message.edited_at is not None
    assert (change.message.edited_at - change.message.written_at).total_seconds() == pytest.approx(60, abs=0.001)


def test_links_of_a_forwarded_message_count_and_those_of_a_preview_do_not() -> None:
    forwarded = {"is_share": True, "is_msg_unfurl": True, "text": f"worth a look: <{HARBOUR}>"}
    preview = {"is_msg_unfurl": True, "text": f"<{FERRY}>", "from_url": "https://news.slack.com/archives/C1/p1"}
    said = {"type": "message", "channel": "C1", "ts": "1.2", "text": "", "user": "U1"}
    change = read_change(said | {"attachments": [forwarded, preview, None, {"is_share": True}]}, TEAM)
    assert change is not None
    assert change.message is not None
    assert [link.url for link in find_links(change.message.markup, Platform.SLACK)] == [HARBOUR]


def test_a_stone_in_place_of_a_message_is_a_deletion() -> None:
    stone = {"subtype": "tombstone", "ts": "1.2", "thread_ts": "1.2", "text": "This message was deleted."}
    change = read_change({"subtype": "message_changed", "channel": "C1", "message": stone}, TEAM)
    assert change is not None
    assert (change.kind, change.ref.message, change.ref.thread) == ("deleted", "1.2", None)


async def test_nothing_stays_unacknowledged(slack: SlackRig) -> None:
    slack.slack.ack_seconds = 5.0
    for kind in ("team_join", "message", "reaction_added", "reaction_removed", "app_home_opened", "not_yet_invented"):
        slack.slack.event(TEAM, {"type": kind, "item": {"type": "file"}, "tab": "messages"})
    await slack.slack.idle()
    message = await slack.share("Good morning!")
    await slack.people.press(message, {"type": "button", "action_id": "of_an_earlier_version", "block_id": "b"})
    view = {"type": "modal", "callback_id": "of_an_earlier_version", "blocks": []}
    assert await slack.people.submit(view, {}) == {}
    who = slack.people._who("U0ANN") | {"trigger_id": slack.slack.trigger()}
    for payload in (
        {"type": "shortcut", "callback_id": "unknown"},
        {"type": "message_action", "callback_id": "unknown"},
        {"type": "view_closed", "view": view},
        {"type": "block_suggestion", "action_id": "unknown", "block_id": "b", "value": "x"},
    ):
        assert await slack.slack.deliver("interactive", {**who, **payload}) is not None
    assert slack.slack.unacknowledged == []


async def test_an_event_that_could_not_be_kept_comes_again(slack: SlackRig, monkeypatch: pytest.MonkeyPatch) -> None:
    slack.slack.ack_seconds = 0.2
    keep, failures = slack.desk.handle_message, 0

    async def full(incoming):
        nonlocal failures
        failures += 1
        if failures == 1:
            raise StorageUnavailable("full", "disk full")
        return await keep(incoming)

    monkeypatch.setattr(slack.desk, "handle_message", full)
    assert await slack.replies(await slack.share(HARBOUR))
    assert failures >= 2  # more when Slack was impatient meanwhile


async def test_a_command_in_time_of_trouble_is_answered_with_a_sentence(
    slack: SlackRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_command):
        raise StorageUnavailable("full", "disk full")

    monkeypatch.setattr(slack.desk, "handle_command", full)
    assert "try again" in await slack.command(HARBOUR)


async def test_slack_asks_for_a_new_connection_and_gets_one(slack: SlackRig) -> None:
    await slack.slack.refresh()
    assert await slack.replies(await slack.share(HARBOUR))


async def test_a_thread_that_grew_while_the_bot_was_away_is_read_too(slack: SlackRig) -> None:
    async with slack.outage():
        top = await slack.share("What about the port?")
        inside = await slack.share(FERRY, thread=top)
    (reply,) = await slack.replies(inside)
    assert reply.thread == top


async def test_what_was_said_before_the_bot_came_is_left_alone(slack: SlackRig) -> None:
    await slack.stop()
    old = f"{int(time.time()) - 10 * 24 * 3600}.000001"
    slack.people.channel().messages.insert(0, {"type": "message", "ts": old, "user": "U0ANN", "text": f"<{HARBOUR}>"})
    await slack.start()
    missed = slack.people.write(FERRY)
    await slack.replies(missed)
    await slack.settled()
    assert slack.newsstand.fetched == [FERRY]


# ---- over HTTP -----------------------------------------------------------------------------------


def event_of(text: str) -> dict:
    event = {"type": "message", "channel": NEWS, "user": "U0ANN", "text": text, "ts": f"{time.time():.6f}"}
    return {"type": "event_callback", "team_id": TEAM, "event": event, "event_id": "Ev1"}


@pytest.mark.parametrize("forgery", [{"secret": "guessed"}, {"age": 301.0}, {"age": -360.0}])
async def test_unsigned_and_stale_requests_are_refused(slack_http: SlackHttpRig, forgery: dict) -> None:
    with pytest.raises(aiohttp.ClientResponseError) as refused:
        await slack_http.slack.request("events_api", event_of(f"<{HARBOUR}>"), **forgery)
    assert refused.value.status == 401
    await slack_http.settled()
    assert slack_http.newsstand.fetched == []


async def test_slack_can_verify_the_address(slack_http: SlackHttpRig) -> None:
    answer = await slack_http.slack.request("events_api", {"type": "url_verification", "challenge": "abc"})
    assert "abc" in answer.values()


async def test_slack_reaches_the_events_under_any_host_and_the_desk_stays_closed(slack_http: SlackHttpRig) -> None:
    url = slack_http.slack.events_url
    assert url is not None
    async with (
        aiohttp.ClientSession(headers={"Host": "bot.press.example"}) as session,
        session.post(url, json={}) as unsigned,
        session.get(url.partition("/slack")[0]) as desk,
    ):
        assert (unsigned.status, desk.status) == (401, 421)


async def test_an_event_that_failed_over_http_is_delivered_again(
    slack_http: SlackHttpRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, failures = slack_http.desk.handle_message, []

    async def locked(incoming):
        failures.append(incoming)
        if len(failures) < 3:
            raise StorageUnavailable("locked", "database is locked")
        return await keep(incoming)

    monkeypatch.setattr(slack_http.desk, "handle_message", locked)
    assert await slack_http.replies(await slack_http.share(HARBOUR))
    assert slack_http.slack.unacknowledged == []
