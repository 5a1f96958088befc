"""Thin adapters, one per platform, and the frame in which the bot runs them.

May use the desk and everything below it. Slack and Discord are :class:`PlatformClient`; the local
desk is served by ``bot/web``.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final, Protocol

from aiohttp import web

from bot.desk import Desk
from bot.ports import ChatAdapter
from bot.settings import Settings
from bot.store.database import Database

log = logging.getLogger(__name__)

FIRST_WAIT: Final = 1.0
LONGEST_WAIT: Final = 300.0


class CannotListen(Exception):
    """A platform refuses the bot as it is set up. ``advice`` says what to change, in one sentence."""

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


class PlatformClient(Protocol):
    """The connection to one platform, over which events come in and replies go out."""

    @property
    def adapter(self) -> ChatAdapter:
        """What posts. Works from the start, before :meth:`listen`."""
        ...

    async def listen(self, desk: Desk) -> None:
        """Hands the platform's events to the desk until it is cancelled; closes its connections then.

        Reconnects by itself after passing trouble. Raises :class:`CannotListen` when trying again
        makes no sense before somebody has changed something; after any other exception it is called again.
        """
        ...

    def routes(self, desk: Desk) -> Sequence[web.AbstractRouteDef]:
        """What the platform calls over HTTP, under ``/PLATFORM/``; the platform's signature is the only guard there."""
        ...


def configured(settings: Settings, database: Database) -> list[PlatformClient]:
    """The clients of the platforms that the settings hold secrets for."""
    clients: list[PlatformClient] = []
    if settings.slack.is_configured:
        from bot.chat.slack_adapter import SlackClient

        clients.append(SlackClient(settings.slack, database))
    if settings.discord.token.get_secret_value():
        from bot.chat.discord_adapter import DiscordClient

        clients.append(DiscordClient(settings.discord))
    return clients


@asynccontextmanager
async def listening(clients: Sequence[PlatformClient], desk: Desk) -> AsyncIterator[None]:
    """Listens to every platform; trouble with one leaves the others alone."""
    tasks = [asyncio.create_task(_keep_listening(client, desk)) for client in clients]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep_listening(client: PlatformClient, desk: Desk) -> None:
    wait = FIRST_WAIT
    platform = client.adapter.platform
    while True:
        try:
            await client.listen(desk)
        except CannotListen as refused:
            log.error("%s is not connected: %s", platform, refused.advice)
            return
        except Exception:
            log.exception("%s: the connection ended; the next try is in %g s", platform, wait)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)
