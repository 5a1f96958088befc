"""The state of made-up Slack workspaces: people, channels, messages, views."""

import itertools
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ANN, BOB, ADMIN = "U0ANN", "U0BOB", "U0ADMIN"
NEWS, PRIVATE, ELSEWHERE = "C0NEWS", "G0DESK", "C0OTHER"


@dataclass
class Channel:
    """One conversation. ``members`` are user ids, bots included."""

    id: str
    kind: str = "channel"
    members: set[str] = field(default_factory=set)
    is_archived: bool = False
    messages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def scope(self) -> str:
        """The first half of the scopes that open it."""
        return {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}[self.kind]

    def message(self, ts: str) -> dict[str, Any] | None:
        return next((one for one in self.messages if one["ts"] == ts), None)

    def top_level(self) -> list[dict[str, Any]]:
        return [one for one in self.messages if one.get("thread_ts", one["ts"]) == one["ts"]]

    def thread(self, ts: str) -> list[dict[str, Any]]:
        """A message and its replies; of a reply, the reply alone comes along with the first."""
        return [one for one in self.messages if ts in (one["ts"], one.get("thread_ts"))]


@dataclass
class Installation:
    """One token of the bot in one workspace."""

    team: str
    token: str
    user: str
    bot: str
    scopes: set[str]
    is_revoked: bool = False


class World:
    """Everything that Slack knows."""

    def __init__(self) -> None:
        self.users: dict[str, dict[str, Any]] = {
            ANN: {"is_admin": False, "is_owner": False},
            BOB: {"is_admin": False, "is_owner": False},
            ADMIN: {"is_admin": True, "is_owner": False},
        }
        self.channels: dict[tuple[str, str], Channel] = {}
        self.installations: dict[str, Installation] = {}
        self.views: list[dict[str, Any]] = []
        self.homes: dict[str, dict[str, Any]] = {}
        self.reactions: list[tuple[str, str, str]] = []
        self._clock = 0
        self._numbers = itertools.count(1)

    def install(self, team: str, token: str, scopes: set[str]) -> Installation:
        """Adds the bot to a workspace with two channels, and to one of them as a member."""
        made = Installation(team, token, f"U0BOT{team}", f"B0BOT{team}", set(scopes))
        self.installations[token] = made
        for new in (Channel(NEWS), Channel(PRIVATE, "group"), Channel(ELSEWHERE)):
            channel = self.channels.setdefault((team, new.id), new)
            if channel.id != ELSEWHERE:
                channel.members.add(made.user)
        return made

    def bot_of(self, team: str) -> Installation:
        return next(one for one in self.installations.values() if one.team == team and not one.is_revoked)

    def timestamp(self) -> str:
        """A fresh message id: the time in microseconds, never the same twice."""
        self._clock = max(self._clock + 1, time.time_ns() // 1000)
        return f"{self._clock // 1_000_000}.{self._clock % 1_000_000:06d}"

    def number(self, prefix: str) -> str:
        return f"{prefix}{next(self._numbers):08d}"

    def add(self, team: str, channel: str, message: Mapping[str, Any]) -> dict[str, Any]:
        added = {"type": "message", "ts": self.timestamp(), "team": team, **message}
        place = self.channels[team, channel]
        place.messages.append(added)
        head = place.message(added.get("thread_ts", ""))
        if head is not None and head is not added:
            head["thread_ts"] = head["ts"]
            head["reply_count"] = head.get("reply_count", 0) + 1
            head["latest_reply"] = added["ts"]
        return added
