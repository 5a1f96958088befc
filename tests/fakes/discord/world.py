"""What the fake Discord holds: one server with channels, threads, messages and commands, in Discord's JSON."""

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

EPOCH_MS = 1_420_070_400_000
TOKEN = "a.fake.token"
APPLICATION = "900000000000000001"
BOT = "900000000000000001"
GUILD = "100000000000000001"
CHANNEL = "100000000000000002"
REPORTER = "300000000000000001"
ADMIN = "300000000000000002"
ROBOT = "300000000000000003"

ADD_REACTIONS = 1 << 6
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
READ_HISTORY = 1 << 16
MANAGE_GUILD = 1 << 5
CREATE_THREADS = 1 << 35
SEND_IN_THREADS = 1 << 38
USUAL = ADD_REACTIONS | VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | READ_HISTORY | CREATE_THREADS | SEND_IN_THREADS

TEXT_CHANNEL, FORUM, PUBLIC_THREAD = 0, 15, 11
EPHEMERAL = 1 << 6
CONTENT_INTENT = 1 << 15


@dataclass
class Asked:
    """One interaction, and what the bot answered to it.

    ``messages`` are what the person sees of it, the newest last; ``form`` is the modal that opened.
    """

    id: str
    token: str
    user: str
    channel: str
    source: Json | None = None
    acknowledged: bool = False
    expired: bool = False
    messages: list[Json] = field(default_factory=list)
    form: Json | None = None
    event: Json = field(default_factory=dict)


@dataclass
class Limit:
    """A rate limit that refuses the next ``times`` posts."""

    times: int
    seconds: float
    by_proxy: bool = False


class World:
    """The state of the fake. Everything that happens wakes those who wait for :meth:`changed`."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.grants_content = True
        self.is_member = True
        self.joined_at = "2024-01-01T00:00:00+00:00"
        self.takes_embeds = True
        self.channels: dict[str, Json] = {CHANNEL: channel_json(CHANNEL, "news")}
        self.messages: dict[str, list[Json]] = defaultdict(list)
        self.reactions: dict[str, set[str]] = defaultdict(set)
        self.permissions: dict[str, int] = defaultdict(lambda: USUAL)
        self.commands: list[Json] = []
        self.syncs = 0
        self.nonces: dict[str, Json] = {}
        self.asked: dict[str, Asked] = {}
        self.limit: Limit | None = None
        self.broken_posts = 0
        self.requests: list[tuple[str, str]] = []
        self.refusals: list[int] = []
        self._last = 0
        self._changed = asyncio.Event()

    def snowflake(self) -> str:
        """A new id, later than every other."""
        self._last = max(self._last + 1, (int(time.time() * 1000) - EPOCH_MS) << 22)
        return str(self._last)

    def note(self) -> None:
        """Something changed."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def changed(self) -> None:
        """Returns at the next change."""
        await self._changed.wait()

    def find(self, channel: str, message: str) -> Json | None:
        """One message."""
        return next((one for one in self.messages[channel] if one["id"] == message), None)

    def add_message(self, channel: str, author: str, content: str, **fields: Any) -> Json:
        """Keeps a new message."""
        message = message_json(self.snowflake(), channel, author, content) | fields
        self.messages[channel].append(message)
        self.channels[channel]["last_message_id"] = message["id"]
        return message

    def add_channel(self, identity: str, name: str) -> str:
        """Keeps a new channel."""
        self.channels[identity] = channel_json(identity, name)
        return identity

    def add_thread(self, parent: str, identity: str, name: str, owner: str) -> Json:
        """Keeps a new thread."""
        thread = {
            "id": identity,
            "guild_id": GUILD,
            "parent_id": parent,
            "owner_id": owner,
            "name": name,
            "type": PUBLIC_THREAD,
            "last_message_id": None,
            "message_count": 0,
            "member_count": 1,
            "rate_limit_per_user": 0,
            "thread_metadata": {
                "archived": False,
                "auto_archive_duration": 1440,
                "archive_timestamp": now(),
                "locked": False,
                "create_timestamp": now(),
            },
        }
        self.channels[identity] = thread
        return thread

    @property
    def threads(self) -> list[Json]:
        """The threads that are open."""
        return [
            one
            for one in self.channels.values()
            if one["type"] == PUBLIC_THREAD and not one["thread_metadata"]["archived"]
        ]

    def guild(self) -> Json:
        """The server as its members see it."""
        return {
            "id": GUILD,
            "name": "Newsroom",
            "owner_id": ADMIN,
            "unavailable": False,
            "large": False,
            "member_count": 4,
            "joined_at": now(),
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "features": [],
            "emojis": [],
            "stickers": [],
            "premium_tier": 0,
            "preferred_locale": "en-US",
            "nsfw_level": 0,
            "mfa_level": 0,
            "system_channel_flags": 0,
            "afk_timeout": 300,
            "roles": [{"id": GUILD, "name": "@everyone", "permissions": str(USUAL), "position": 0, "color": 0}],
            "channels": [one for one in self.channels.values() if one["type"] != PUBLIC_THREAD],
            "threads": self.threads,
            "members": [member_json(BOT) | {"joined_at": self.joined_at}],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }


def now() -> str:
    """The time as Discord writes it."""
    return datetime.now(UTC).isoformat()


def channel_json(identity: str, name: str, kind: int = TEXT_CHANNEL) -> Json:
    """A channel."""
    return {
        "id": identity,
        "guild_id": GUILD,
        "name": name,
        "type": kind,
        "position": 0,
        "permission_overwrites": [],
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "flags": 0,
    }


def user_json(identity: str) -> Json:
    """A user."""
    return {
        "id": identity,
        "username": f"user{identity[-1]}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": identity in (BOT, ROBOT),
    }


def member_json(identity: str) -> Json:
    """A member of the server."""
    return {
        "user": user_json(identity),
        "nick": None,
        "roles": [],
        "joined_at": now(),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }


def message_json(identity: str, channel: str, author: str, content: str) -> Json:
    """A message."""
    return {
        "id": identity,
        "channel_id": channel,
        "author": user_json(author),
        "content": content,
        "timestamp": now(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
    }


def without_text(message: Json) -> Json:
    """A message as a bot without the content intent sees it: only its own has text."""
    if message["author"]["id"] == BOT:
        return message
    return message | {"content": "", "embeds": [], "components": [], "attachments": []}
