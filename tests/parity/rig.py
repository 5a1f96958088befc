"""What a platform offers to the scenarios: people who write, read, press and configure.

A rig runs the whole bot over one database, with the platform's real client against a local server
that speaks the platform's protocol. Each platform's rig is a module ``tests/parity/NAME_rig.py`` with
an async context manager ``open_rig(store)``.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Literal, Protocol

from pydantic import SecretStr

from bot.model import Record
from bot.settings import JobsSettings, Settings, StoreSettings
from tests.parity.newsstand import Newsstand

Skill = Literal[
    "edit", "delete", "redeliver", "react", "shortcut", "admins", "buttons", "limits", "outage", "threads", "robots"
]
"""What a platform may lack; a scenario that needs it is skipped there."""


class Reply(Record):
    """A message of the bot as a reader sees it: its id, all its text, and the message whose thread it stands in."""

    id: str
    text: str
    thread: str | None
    pings: tuple[str, ...] = ()
    """Who would be notified by the text, as the platform reads it: ``channel``, ``everyone``, user ids."""
    links: tuple[str, ...] = ()
    """What a reader can click on, as the platform reads it; pages of our own apart."""


class Rig(Protocol):
    """People in front of one platform with the bot behind it."""

    skills: frozenset[Skill]
    newsstand: Newsstand

    async def share(self, text: str, *, thread: str | None = None) -> str:
        """A person writes in the channel (or in the thread of a message); returns the message's id."""
        ...

    async def robot_shares(self, text: str) -> str:
        """Another bot writes in the channel."""
        ...

    async def edit(self, message: str, text: str) -> None:
        """The author changes a message."""
        ...

    async def delete(self, message: str) -> None:
        """The author deletes a message."""
        ...

    async def redeliver(self, message: str) -> None:
        """The platform delivers the event of a message once more."""
        ...

    async def react(self, message: str, emoji: str = "newspaper") -> None:
        """A person adds a reaction, by the platform's name for the emoji that the word means."""
        ...

    async def command(self, argument: str, *, admin: bool = False) -> str:
        """A person uses ``/brief argument``; returns what the bot says to that person at once."""
        ...

    async def command_replies(self, number: int = 1) -> list[Reply]:
        """The briefs that commands asked for, once there are ``number`` of them."""
        ...

    async def shortcut(self, message: str) -> str:
        """A person uses "Brief this" on a message; returns what the bot says to that person at once."""
        ...

    async def configure(self, changes: dict[str, Any], *, admin: bool = True) -> str | None:
        """A person opens the settings form of the channel, changes fields and saves: None, or why it was refused."""
        ...

    async def replies(self, message: str, number: int = 1) -> list[Reply]:
        """The bot's replies to a message, once there are ``number`` of them; fails when they do not come."""
        ...

    async def settled(self) -> None:
        """Returns when nothing is left to do: every event is handled and every share is settled."""
        ...

    async def read_more(self, reply: Reply) -> str:
        """A person presses the button for the full brief; returns all text that opens."""
        ...

    async def judge(self, reply: Reply, item: str, *, right: bool, reason: str = "") -> None:
        """A person says that a likely error, ``check@place``, is right or wrong."""
        ...

    async def take_back(self, reply: Reply, item: str) -> None:
        """A person takes a verdict on a likely error back."""
        ...

    async def feedback(self, *, admin: bool = True) -> str:
        """A person opens what the verdicts of the channel changed; returns all text that is shown."""
        ...

    async def reset(self, check: str | None = None, *, words: str | None = None, admin: bool = True) -> str:
        """A person resets a check, or has words flagged again, or resets everything; returns what is shown then."""
        ...

    async def verdicts(self) -> Sequence[tuple[str, bool, str]]:
        """What was said about likely errors, as kept: item, right or wrong, reason."""
        ...

    async def restart(self) -> None:
        """The bot stops and starts again on the same database."""
        ...

    async def limit_posts(self, times: int, seconds: float) -> None:
        """The platform refuses the next posts and asks the bot to wait."""
        ...

    def outage(self) -> AbstractAsyncContextManager[None]:
        """While it lasts, the bot is not connected and people go on writing."""
        ...


def settings(store: StoreSettings, **sections: Any) -> Settings:
    """Settings that keep scenarios short; ``sections`` are those of the platform."""
    jobs = JobsSettings(poll_seconds=0.02, shutdown_seconds=1.0)
    return Settings(store=store, jobs=jobs, **sections)


def secret(text: str) -> SecretStr:
    """A secret of the settings."""
    return SecretStr(text)
