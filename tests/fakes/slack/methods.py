"""The methods of Slack's Web API that the bot uses, with the refusals of the real ones."""

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.blocks import Refused, check_blocks, check_view
from tests.fakes.slack.world import Channel, Installation

if TYPE_CHECKING:
    from tests.fakes.slack.server import FakeSlack

Arguments = dict[str, Any]
Method = Callable[["Methods", Installation, Arguments], dict[str, Any]]

TIMESTAMP = re.compile(r"\d{10}\.\d{6}")
MESSAGE_KEYS = {"channel", "text", "blocks", "thread_ts", "metadata", "unfurl_links", "unfurl_media"}
MOST_TEXT = 40_000

METHODS: dict[str, tuple[Method, frozenset[str]]] = {}


def method(name: str, *scopes: str) -> Callable[[Method], Method]:
    """Registers a method; it needs every one of ``scopes``."""

    def register(function: Method) -> Method:
        METHODS[name] = (function, frozenset(scopes))
        return function

    return register


def needs(installation: Installation, scope: str) -> None:
    if scope not in installation.scopes:
        raise Refused("missing_scope", scope)


class Methods:
    """The methods over the state of one fake."""

    def __init__(self, slack: "FakeSlack") -> None:
        self.slack = slack
        self.world = slack.world

    def _channel(self, by: Installation, identity: Any) -> Channel:
        found = self.world.channels.get((by.team, identity))
        if found is None or (found.kind != "channel" and by.user not in found.members):
            raise Refused("channel_not_found")
        return found

    @method("auth.test")
    def auth_test(self, by: Installation, _arguments: Arguments) -> dict[str, Any]:
        return {"team_id": by.team, "user_id": by.user, "bot_id": by.bot, "url": "https://fake.slack.com/", "team": "F"}

    @method("chat.postMessage", "chat:write")
    def post(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        channel = self._place(by, arguments.get("channel"))
        if by.user not in channel.members:
            raise Refused("not_in_channel")
        if channel.is_archived:
            raise Refused("is_archived")
        if unknown := set(arguments) - MESSAGE_KEYS:
            raise Refused("invalid_arguments", f"unknown: {unknown}")
        self._check_content(arguments)
        thread = arguments.get("thread_ts")
        if thread is not None and not TIMESTAMP.fullmatch(str(thread)):
            raise Refused("invalid_thread_ts")
        content = {name: value for name, value in arguments.items() if name != "channel"}
        posted = self.world.add(by.team, channel.id, {**content, "user": by.user, "bot_id": by.bot})
        self.slack.tell_message(by.team, channel, {**posted, "metadata": None})
        return {"channel": channel.id, "ts": posted["ts"], "message": posted}

    def _place(self, by: Installation, identity: Any) -> Channel:
        """A channel, or the conversation with one person that writing to that person opens."""
        if identity not in self.world.users:
            return self._channel(by, identity)
        return self.world.channels.setdefault((by.team, identity), Channel(identity, "im", members={by.user, identity}))

    def _check_content(self, arguments: Arguments) -> None:
        text = arguments.get("text")
        if not text and not arguments.get("blocks"):
            raise Refused("no_text")
        if text is not None and (not isinstance(text, str) or len(text) > MOST_TEXT):
            raise Refused("msg_too_long")
        if "blocks" in arguments:
            check_blocks(arguments["blocks"], "message")
            if not self.slack.fetches_images and any(block["type"] == "image" for block in arguments["blocks"]):
                raise Refused("invalid_blocks", "downloading image failed")
        metadata = arguments.get("metadata")
        if metadata and (
            set(metadata) != {"event_type", "event_payload"} or not isinstance(metadata["event_payload"], dict)
        ):
            raise Refused("invalid_metadata_format")

    @method("chat.delete", "chat:write")
    def delete(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        channel = self._channel(by, arguments.get("channel"))
        message = channel.message(str(arguments.get("ts")))
        if message is None:
            raise Refused("message_not_found")
        if message.get("bot_id") != by.bot:
            raise Refused("cant_delete_message")
        channel.messages.remove(message)
        self.slack.tell_deletion(by.team, channel, message)
        return {"channel": channel.id, "ts": message["ts"]}

    @method("conversations.history")
    def history(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        channel = self._readable(by, arguments)
        return self._page(channel.top_level()[::-1], arguments)

    @method("conversations.replies")
    def replies(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        channel = self._readable(by, arguments)
        thread = channel.thread(str(arguments.get("ts")))
        if not thread:
            raise Refused("thread_not_found")
        return self._page(thread, arguments)

    def _readable(self, by: Installation, arguments: Arguments) -> Channel:
        channel = self._channel(by, arguments.get("channel"))
        needs(by, f"{channel.scope}:history")
        if by.user not in channel.members:
            raise Refused("not_in_channel")
        return channel

    def _page(self, messages: list[dict[str, Any]], arguments: Arguments) -> dict[str, Any]:
        limit = int(arguments.get("limit") or 100)
        if not 1 <= limit <= 999:
            raise Refused("invalid_limit")
        oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or time.time() + 60)
        inclusive = arguments.get("inclusive") in ("1", "true", True)
        found = [
            one
            for one in messages
            if oldest < float(one["ts"]) < latest or (inclusive and float(one["ts"]) in (oldest, latest))
        ]
        start = int(arguments.get("cursor") or 0)
        has_all = start + limit >= len(found)
        shows_metadata = arguments.get("include_all_metadata") in ("1", "true", True)
        shown = [
            {name: value for name, value in one.items() if shows_metadata or name != "metadata"}
            for one in found[start : start + limit]
        ]
        cursor = "" if has_all else str(start + limit)
        return {"messages": shown, "has_more": not has_all, "response_metadata": {"next_cursor": cursor}}

    @method("conversations.info")
    def info(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        channel = self._channel(by, arguments.get("channel"))
        needs(by, f"{channel.scope}:read")
        shown = {"id": channel.id, "is_archived": channel.is_archived, "is_im": channel.kind == "im"}
        return {"channel": {**shown, "is_member": by.user in channel.members}}

    @method("users.conversations")
    def conversations(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        kinds = str(arguments.get("types") or "public_channel").split(",")
        names = {"public_channel": "channel", "private_channel": "group", "im": "im", "mpim": "mpim"}
        for kind in kinds:
            needs(by, f"{Channel('', names[kind]).scope}:read")
        found = [
            {"id": channel.id}
            for (team, _), channel in self.world.channels.items()
            if team == by.team
            and by.user in channel.members
            and channel.kind in [names[kind] for kind in kinds]
            and not (channel.is_archived and arguments.get("exclude_archived") in ("1", "true", True))
        ]
        return {"channels": found, "response_metadata": {"next_cursor": ""}}

    @method("users.info", "users:read")
    def user(self, _by: Installation, arguments: Arguments) -> dict[str, Any]:
        found = self.world.users.get(str(arguments.get("user")))
        if found is None:
            raise Refused("user_not_found")
        return {"user": {"id": arguments["user"], **found}}

    @method("users.list", "users:read")
    def users(self, _by: Installation, _arguments: Arguments) -> dict[str, Any]:
        people = [{"id": user, "deleted": False, **found} for user, found in self.world.users.items()]
        return {"members": people, "response_metadata": {"next_cursor": ""}}

    @method("reactions.add", "reactions:write")
    def react(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        mark = self._mark(by, arguments)
        if mark in self.world.reactions:
            raise Refused("already_reacted")
        self.world.reactions.append(mark)
        return {}

    @method("reactions.remove", "reactions:write")
    def unreact(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        mark = self._mark(by, arguments)
        if mark not in self.world.reactions:
            raise Refused("no_reaction")
        self.world.reactions.remove(mark)
        return {}

    def _mark(self, by: Installation, arguments: Arguments) -> tuple[str, str, str]:
        channel = self._channel(by, arguments.get("channel"))
        if channel.message(str(arguments.get("timestamp"))) is None:
            raise Refused("message_not_found")
        return (channel.id, arguments["timestamp"], arguments["name"])

    @method("views.open")
    def open_view(self, _by: Installation, arguments: Arguments) -> dict[str, Any]:
        self.slack.use_trigger(arguments.get("trigger_id"))
        check_view(arguments.get("view"))
        view = {"id": self.world.number("V"), **arguments["view"]}
        self.world.views.append(view)
        return {"view": view}

    @method("views.push")
    def push_view(self, by: Installation, arguments: Arguments) -> dict[str, Any]:
        return self.open_view(by, arguments)

    @method("views.update")
    def update_view(self, _by: Installation, arguments: Arguments) -> dict[str, Any]:
        check_view(arguments.get("view"))
        known = [number for number, view in enumerate(self.world.views) if view["id"] == arguments.get("view_id")]
        if not known:
            raise Refused("not_found")
        view = {"id": arguments["view_id"], **arguments["view"]}
        self.world.views[known[0]] = view
        return {"view": view}

    @method("views.publish")
    def publish(self, _by: Installation, arguments: Arguments) -> dict[str, Any]:
        check_view(arguments.get("view"))
        self.world.homes[str(arguments["user_id"])] = arguments["view"]
        return {"view": arguments["view"]}
