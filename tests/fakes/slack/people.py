"""What people do in the made-up Slack: write, edit, delete, react, use commands, menus, buttons and forms."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.fakes.slack.server import APP, TEAM, FakeSlack
from tests.fakes.slack.world import ANN, NEWS

MANIFEST = Path(__file__).parents[3] / "config" / "slack-manifest.yaml"


def manifest() -> dict[str, Any]:
    """The manifest that admins are given."""
    loaded: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return loaded


def from_manifest() -> FakeSlack:
    """A Slack in which the app is what its manifest says."""
    described = manifest()
    scopes = set(described["oauth_config"]["scopes"]["bot"])
    return FakeSlack(scopes, set(described["settings"]["event_subscriptions"]["bot_events"]))


class People:
    """The people of one workspace."""

    def __init__(self, slack: FakeSlack, team: str = TEAM) -> None:
        self.slack = slack
        self.team = team
        self._commands = {one["command"] for one in manifest()["features"]["slash_commands"]}
        self._shortcuts = {one["callback_id"] for one in manifest()["features"]["shortcuts"]}

    def channel(self, channel: str = NEWS) -> Any:
        return self.slack.world.channels[self.team, channel]

    def write(self, text: str, *, user: str = ANN, channel: str = NEWS, **more: Any) -> str:
        """Somebody writes a message; bare addresses become links, as Slack makes them."""
        marked = " ".join(f"<{word}>" if word.startswith("http") else word for word in text.split(" "))
        added = self.slack.world.add(self.team, channel, {"user": user, "text": marked, **more})
        self.slack.tell_message(self.team, self.channel(channel), added)
        return str(added["ts"])

    def repeat(self, ts: str, channel: str = NEWS) -> None:
        """Slack delivers a message once more."""
        self.slack.tell_message(self.team, self.channel(channel), self.channel(channel).message(ts))

    def edit(self, ts: str, text: str, channel: str = NEWS) -> None:
        message = self.channel(channel).message(ts)
        before = dict(message)
        marked = " ".join(f"<{word}>" if word.startswith("http") else word for word in text.split(" "))
        message |= {"text": marked, "edited": {"user": message["user"], "ts": self.slack.world.timestamp()}}
        changed = {"subtype": "message_changed", "hidden": True, "message": message, "previous_message": before}
        self.slack.tell_message(self.team, self.channel(channel), {**changed, "ts": self.slack.world.timestamp()})

    def delete(self, ts: str, channel: str = NEWS) -> None:
        place = self.channel(channel)
        message = place.message(ts)
        if not message.get("reply_count"):
            place.messages.remove(message)
        else:
            message |= {"subtype": "tombstone", "text": "This message was deleted.", "user": "USLACKBOT"}
        self.slack.tell_deletion(self.team, place, message)

    def react(self, ts: str, emoji: str, *, user: str = ANN, channel: str = NEWS) -> None:
        item = {"type": "message", "channel": channel, "ts": ts}
        event = {"type": "reaction_added", "user": user, "reaction": emoji, "item": item, "event_ts": ts}
        if "reaction_added" in self.slack.events and not self.slack.is_down:
            self.slack.event(self.team, event)

    async def command(self, text: str, *, user: str = ANN, channel: str = NEWS, name: str = "/brief") -> dict[str, Any]:
        """Somebody types a command; returns what is shown to that person alone."""
        assert name in self._commands
        payload = {
            "token": "legacy",
            "team_id": self.team,
            "channel_id": channel,
            "user_id": user,
            "command": name,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self._response_url(),
            "trigger_id": self.slack.trigger(),
        }
        answer = await self.slack.deliver("slash_commands", payload)
        assert answer is not None, "the command was not acknowledged"
        return answer

    async def shortcut(self, ts: str, callback: str, *, user: str = ANN, channel: str = NEWS) -> list[dict[str, Any]]:
        """Somebody uses a message shortcut; returns what is said to that person."""
        assert callback in self._shortcuts
        message = self.channel(channel).message(ts)
        payload = {"type": "message_action", "callback_id": callback, "message": message, "message_ts": ts}
        return await self._interact({**payload, "channel": {"id": channel, "name": "news"}}, user)

    async def press(
        self, ts: str, action: Mapping[str, Any], *, user: str = ANN, channel: str = NEWS
    ) -> list[dict[str, Any]]:
        """Somebody uses an element of a message."""
        container = {"type": "message", "message_ts": ts, "channel_id": channel, "is_ephemeral": False}
        payload = {"type": "block_actions", "container": container, "actions": [{"action_ts": ts, **action}]}
        message = self.channel(channel).message(ts)
        return await self._interact({**payload, "channel": {"id": channel, "name": "news"}, "message": message}, user)

    async def press_in_view(self, view: Mapping[str, Any], action: Mapping[str, Any], *, user: str = ANN) -> None:
        """Somebody uses an element of a view."""
        container = {"type": "view", "view_id": view.get("id", "V0")}
        payload = {"type": "block_actions", "container": container, "view": dict(view), "actions": [dict(action)]}
        await self._interact(payload, user, with_url=False)

    async def submit(
        self, view: Mapping[str, Any], changes: Mapping[str, Mapping[str, Any]], *, user: str = ANN
    ) -> dict[str, Any]:
        """Somebody submits a form with some fields changed, by block id; returns the app's answer."""
        values = {
            block["block_id"]: {block["element"]["action_id"]: initial_state(block["element"])}
            for block in view["blocks"]
            if block["type"] == "input"
        }
        for block, change in changes.items():
            (state,) = values[block].values()
            state.update(change)
        filled = {**view, "state": {"values": values}}
        payload = {"type": "view_submission", "view": filled, "response_urls": [], **self._who(user)}
        answer = await self.slack.deliver("interactive", {**payload, "trigger_id": self.slack.trigger()})
        assert answer is not None, "the form was not acknowledged"
        return answer

    async def _interact(self, payload: dict[str, Any], user: str, *, with_url: bool = True) -> list[dict[str, Any]]:
        url = self._response_url()
        located = {"response_url": url} if with_url else {}
        answer = await self.slack.deliver(
            "interactive", {**payload, **self._who(user), **located, "trigger_id": self.slack.trigger()}
        )
        assert answer is not None, "the interaction was not acknowledged"
        return self.slack.said.get(url.rpartition("/")[2], [])

    def _who(self, user: str) -> dict[str, Any]:
        person = {"id": user, "username": user.lower(), "team_id": self.team}
        return {"user": person, "team": {"id": self.team, "domain": "press"}, "api_app_id": APP, "token": "legacy"}

    def _response_url(self) -> str:
        return f"{self.slack.base}/response/{self.slack.world.number('R')}"


def initial_state(element: Mapping[str, Any]) -> dict[str, Any]:
    """What an untouched element of a form says."""
    match element["type"]:
        case "static_select":
            return {"type": element["type"], "selected_option": element.get("initial_option")}
        case "multi_static_select" | "checkboxes":
            return {"type": element["type"], "selected_options": element.get("initial_options", [])}
        case "multi_users_select":
            return {"type": element["type"], "selected_users": element.get("initial_users", [])}
        case _:
            return {"type": element["type"], "value": element.get("initial_value")}


def fill(view: Mapping[str, Any], name: str, value: Any) -> dict[str, Any]:
    """The state of a field after somebody has set it to a value of the settings."""
    element = next(block["element"] for block in view["blocks"] if block.get("block_id") == name)
    match element["type"]:
        case "static_select":
            return {"selected_option": next(one for one in element["options"] if one["value"] == value)}
        case "multi_static_select":
            return {"selected_options": [one for one in element["options"] if one["value"] in value]}
        case "multi_users_select":
            return {"selected_users": value}
        case _:
            return {"value": "\n".join(value) if isinstance(value, list) else str(value)}
