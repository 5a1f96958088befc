"""The manifest asks for what the bot uses, and for nothing else."""

import ast
from pathlib import Path

from bot.chat.slack_adapter.app import HANDLED_EVENTS
from bot.chat.slack_adapter.interactions import COMMAND, SHORTCUT
from bot.chat.slack_adapter.oauth import SCOPES
from tests.fakes.slack.methods import METHODS
from tests.fakes.slack.people import manifest

ADAPTER = Path(__file__).parents[3] / "bot" / "chat" / "slack_adapter"
EVENT_SCOPES = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
    "reaction_added": "reactions:read",
}
"""Which scope opens an event. Source: the reference of each event; the others need none."""
CHANNEL_SCOPES = {
    "conversations.info": "read",
    "users.conversations": "read",
    "conversations.history": "history",
    "conversations.replies": "history",
}
"""Methods whose scope depends on the kind of channel."""
WITHOUT_TOKEN = {"apps.connections.open", "oauth.v2.access"}


def called_methods() -> set[str]:
    """The Web API methods that the adapter's code names."""
    named = {
        node.attr
        for file in ADAPTER.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    named |= {"reactions_add", "reactions_remove"}  # called by name, see SlackChat.progress
    known = {name.replace(".", "_").lower(): name for name in METHODS}
    known["chat_postMessage"] = "chat.postMessage"
    return {known[name] for name in named if name in known}


def test_the_events_of_the_manifest_are_those_that_are_handled() -> None:
    subscribed = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert {event.partition(".")[0] for event in subscribed} == set(HANDLED_EVENTS)
    assert sorted(subscribed) == subscribed


def test_the_scopes_are_what_events_commands_and_methods_need_and_no_more() -> None:
    described = manifest()
    needed = {
        EVENT_SCOPES[event]
        for event in described["settings"]["event_subscriptions"]["bot_events"]
        if event in EVENT_SCOPES
    }
    needed.add("commands")
    for name in called_methods():
        needed |= METHODS[name][1]
        if name in CHANNEL_SCOPES:
            needed |= {f"{kind}:{CHANNEL_SCOPES[name]}" for kind in ("channels", "groups", "im", "mpim")}
    assert set(described["oauth_config"]["scopes"]["bot"]) == needed
    assert set(SCOPES) == needed


def test_the_made_up_slack_knows_every_method_that_is_called() -> None:
    assert called_methods() >= {"chat.postMessage", "chat.delete", "views.open", "users.info", "reactions.add"}


def test_the_command_and_the_shortcut_are_those_that_are_handled() -> None:
    features = manifest()["features"]
    assert [one["command"] for one in features["slash_commands"]] == [COMMAND]
    assert [(one["callback_id"], one["type"]) for one in features["shortcuts"]] == [(SHORTCUT, "message")]
    assert features["app_home"]["home_tab_enabled"] is True
    assert manifest()["settings"]["interactivity"]["is_enabled"] is True
