"""The made-up Slack refuses what the real one refuses; a fake that took everything would prove nothing."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack.people import People, from_manifest
from tests.fakes.slack.server import APP_TOKEN, TEAM, TOKEN, FakeSlack
from tests.fakes.slack.world import ANN, ELSEWHERE, NEWS, PRIVATE

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "words"}}
IMAGE = {"type": "image", "image_url": "https://news.example.org/a.png", "alt_text": "words"}
MENU = {"type": "overflow", "options": [{"text": {"type": "plain_text", "text": "a"}, "value": "v" * 151}]}


@pytest.fixture
async def world() -> AsyncIterator[FakeSlack]:
    async with from_manifest().running() as slack:
        slack.world.install(TEAM, TOKEN, slack.scopes)
        yield slack


def client(slack: FakeSlack, token: str = TOKEN) -> AsyncWebClient:
    return AsyncWebClient(token=token, base_url=slack.api_url, retry_handlers=[])


async def refusal(request) -> str:
    with pytest.raises(SlackApiError) as refused:
        await request
    return refused.value.response["error"]


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"blocks": [SECTION | {"type": "carousel"}]}, "invalid_blocks"),
        ({"blocks": [SECTION] * 51}, "invalid_blocks"),
        ({"blocks": [SECTION | {"colour": "red"}]}, "invalid_blocks"),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]}, "invalid_blocks"),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": ""}}]}, "invalid_blocks"),
        ({"blocks": [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]}, "invalid_blocks"),
        ({"blocks": [{"type": "context", "elements": [SECTION["text"]] * 11}]}, "invalid_blocks"),
        ({"blocks": [SECTION | {"accessory": MENU}]}, "invalid_blocks"),
        ({"blocks": [IMAGE | {"alt_text": ""}]}, "invalid_blocks"),
        ({"blocks": [IMAGE | {"image_url": "data:image/png;base64,"}]}, "invalid_blocks"),
        ({"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}] * 5}, "msg_blocks_too_long"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({}, "no_text"),
        ({"text": "x", "thread_ts": "yesterday"}, "invalid_thread_ts"),
        ({"text": "x", "metadata": {"event_type": "t"}}, "invalid_metadata_format"),
        ({"text": "x", "channel": "C0GONE"}, "channel_not_found"),
        ({"text": "x", "channel": ELSEWHERE}, "not_in_channel"),
    ],
)
async def test_messages_that_slack_would_not_take(world: FakeSlack, message: dict, error: str) -> None:
    assert await refusal(client(world).chat_postMessage(**{"channel": NEWS, **message})) == error
    assert world.channels_are_empty()


async def test_access_that_slack_would_not_give(world: FakeSlack) -> None:
    assert await refusal(client(world, "xoxb-stolen").auth_test()) == "invalid_auth"
    assert await refusal(client(world, "").auth_test()) == "not_authed"
    assert await refusal(client(world).apps_connections_open(app_token=TOKEN)) == "not_allowed_token_type"
    world.world.installations[TOKEN].scopes.discard("groups:history")
    assert await refusal(client(world).conversations_history(channel=PRIVATE)) == "missing_scope"
    world.world.channels[TEAM, NEWS].is_archived = True
    assert await refusal(client(world).chat_postMessage(channel=NEWS, text="x")) == "is_archived"
    world.world.installations[TOKEN].is_revoked = True
    assert await refusal(client(world).auth_test()) == "token_revoked"


async def test_triggers_open_one_view_and_only_soon(world: FakeSlack) -> None:
    view = {"type": "modal", "title": {"type": "plain_text", "text": "x"}, "blocks": [SECTION]}
    trigger = world.trigger()
    await client(world).views_open(trigger_id=trigger, view=view)
    assert await refusal(client(world).views_open(trigger_id=trigger, view=view)) == "exchanged_trigger_id"
    assert await refusal(client(world).views_open(trigger_id="1.2", view=view)) == "invalid_trigger_id"
    world.trigger_seconds = 0.0
    assert await refusal(client(world).views_open(trigger_id=world.trigger(), view=view)) == "expired_trigger_id"


async def test_a_limit_is_told_with_the_time_to_wait(world: FakeSlack) -> None:
    world.limits["chat.postMessage"] = [7]
    with pytest.raises(SlackApiError) as refused:
        await client(world).chat_postMessage(channel=NEWS, text="x")
    assert (refused.value.response.status_code, refused.value.response.headers["Retry-After"]) == (429, "7")
    assert (await client(world).chat_postMessage(channel=NEWS, text="x"))["ok"]


async def test_a_socket_needs_a_ticket_of_its_own(world: FakeSlack) -> None:
    answer = await client(world).apps_connections_open(app_token=APP_TOKEN)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(answer["url"]) as socket:
            assert (await socket.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(answer["url"])


async def test_only_the_bots_own_messages_can_be_deleted_by_it(world: FakeSlack) -> None:
    written = world.world.add(TEAM, NEWS, {"user": ANN, "text": "mine"})
    assert await refusal(client(world).chat_delete(channel=NEWS, ts=written["ts"])) == "cant_delete_message"
    assert await refusal(client(world).chat_delete(channel=NEWS, ts="1.2")) == "message_not_found"


def test_people_use_only_what_the_manifest_offers() -> None:
    people = People(from_manifest())
    assert people._commands == {"/brief"}
    assert people._shortcuts == {"brief_this"}
