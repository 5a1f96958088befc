"""What the doctor finds at Slack."""

from collections.abc import AsyncIterator

import pytest

from bot.chat.slack_adapter.install import inspect
from bot.settings import SlackSettings
from tests.fakes.slack.people import from_manifest
from tests.fakes.slack.server import APP_TOKEN, TEAM, TOKEN, FakeSlack
from tests.parity.rig import secret


@pytest.fixture
async def world() -> AsyncIterator[FakeSlack]:
    async with from_manifest().running() as slack:
        slack.world.install(TEAM, TOKEN, slack.scopes)
        yield slack


def chosen(slack: FakeSlack, **secrets: str) -> SlackSettings:
    given = {name: secret(text) for name, text in secrets.items()}
    return SlackSettings(api_url=slack.api_url, **{"bot_token": secret(TOKEN), "app_token": secret(APP_TOKEN)} | given)


async def test_a_good_setup_is_named(world: FakeSlack) -> None:
    setup = await inspect(chosen(world))
    assert (setup.problem, setup.name is None) == ("", False)


async def test_missing_scopes_are_named(world: FakeSlack) -> None:
    world.world.installations[TOKEN].scopes -= {"users:read", "reactions:write"}
    assert (await inspect(chosen(world))).problem == "scopes are missing: reactions:write, users:read"


@pytest.mark.parametrize(
    ("secrets", "problem"),
    [
        ({"bot_token": "xoxb-stolen"}, "NEWSROOM_SLACK__BOT_TOKEN is refused: invalid_auth"),
        ({"app_token": "xapp-stolen"}, "NEWSROOM_SLACK__APP_TOKEN is refused: invalid_auth"),
        ({"app_token": "xoxb-swapped"}, "NEWSROOM_SLACK__APP_TOKEN is another kind of token"),
        ({"bot_token": "xoxp-person"}, "NEWSROOM_SLACK__BOT_TOKEN is another kind of token"),
        ({"app_token": ""}, "it has no way to hear"),
        ({"bot_token": ""}, "it has no workspace to serve"),
    ],
)
async def test_what_is_wrong_is_said(world: FakeSlack, secrets: dict[str, str], problem: str) -> None:
    setup = await inspect(chosen(world, **secrets))
    assert (setup.problem, setup.name) == (problem, None)
    assert setup.advice


async def test_a_slack_out_of_reach_is_said() -> None:
    settings = SlackSettings(bot_token=secret(TOKEN), app_token=secret(APP_TOKEN), api_url="http://127.0.0.1:9/api/")
    assert "cannot be reached" in (await inspect(settings)).problem
