"""What was said while the bot did not listen: read from the channels' history, within bounds."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat.slack_adapter.errors import Refusal, classify, code_of, retry_after
from bot.chat.slack_adapter.incoming import read_message
from bot.chat.slack_adapter.teams import Teams
from bot.desk import Desk
from bot.ports import Platform, PostLater, PostRefused
from bot.settings import SlackSettings
from bot.store.platform_state import recall, remember

log = logging.getLogger(__name__)

PAGE: Final = 100
OVERLAP: Final = 300.0
"""Seconds that are looked at twice: events may have been under way when the connection broke, and our clock
may differ from Slack's. What was answered is not answered again."""
CHANNEL_TYPES: Final = "public_channel,private_channel,mpim,im"
HOUR: Final = 3600.0
ATTEMPTS: Final = 5


class Backfill:
    """Remembers for each workspace when it was last heard, and catches up after a silence."""

    def __init__(self, settings: SlackSettings, teams: Teams, desk: Desk) -> None:
        self._settings = settings
        self._teams = teams
        self._desk = desk
        self._behind: set[str] = set()

    async def heard(self, *, after_silence: bool) -> None:
        """Notes that every workspace is heard now; ``after_silence`` first reads what was missed."""
        teams = await self._teams.all()
        if after_silence:
            self._behind.update(teams)
        for team in teams:
            now = time.time()
            if team in self._behind and not await self._caught_up(team, now):
                continue
            self._behind.discard(team)
            async with self._desk.database.write() as connection:
                await remember(connection, Platform.SLACK, _name(team), str(now))

    async def _caught_up(self, team: str, now: float) -> bool:
        """Reads what one workspace said in our absence; False when it has to be read again later."""
        async with self._desk.database.read() as connection:
            last = await recall(connection, Platform.SLACK, _name(team))
        if last is None:
            return True
        since = max(float(last) - OVERLAP, now - self._settings.backfill_hours * HOUR)
        try:
            client = await self._teams.of(team)
            async for channel in _joined(client):
                await self._read_if_possible(client, team, channel, since)
        except PostLater:
            return False  # It is paused, and the log says so already.
        except PostRefused as error:
            log.warning("what was missed in Slack workspace %s is not read: %s", team, error, extra={"team": team})
            return False
        except SlackApiError as error:
            if classify(error) is Refusal.ACCESS:
                self._teams.pause(team, code_of(error), getattr(error.response, "data", None))
            log.warning("what was missed in Slack workspace %s is not read: %s", team, error, extra={"team": team})
            return False
        return True

    async def _read_if_possible(self, client: AsyncWebClient, team: str, channel: str, since: float) -> None:
        try:
            await self._read(client, team, channel, since)
        except SlackApiError as error:
            if classify(error) is not Refusal.FINAL:
                raise
            log.warning("what was missed in a channel cannot be read: %s", code_of(error), extra={"channel": channel})

    async def _read(self, client: AsyncWebClient, team: str, channel: str, since: float) -> None:
        """Hands over the messages of one channel, oldest first, and those in threads that grew meanwhile."""
        found: list[dict[str, Any]] = []
        history = self._pages(client.conversations_history, channel=channel, oldest=f"{since:.6f}")
        async for message in history:
            found.append(message)
            if float(message.get("latest_reply") or 0) > since:
                thread = self._pages(
                    client.conversations_replies, channel=channel, ts=message["ts"], oldest=f"{since:.6f}"
                )
                found += [reply async for reply in thread if reply.get("ts") != message["ts"]]
        for message in sorted(found, key=lambda one: float(one["ts"])):
            incoming = read_message(message, channel, team)
            if incoming:
                await self._desk.handle_message(incoming)

    async def _pages(self, method: Callable[..., Awaitable[Any]], **arguments: Any) -> AsyncIterator[dict[str, Any]]:
        """The messages of every page, at most ``backfill_messages``."""
        cursor, left = None, self._settings.backfill_messages
        while left > 0:
            answer = await _patiently(method, limit=min(PAGE, left), cursor=cursor, **arguments)
            for message in answer["messages"]:
                yield message
            left -= len(answer["messages"])
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return


async def _joined(client: AsyncWebClient) -> AsyncIterator[str]:
    """The channels that the bot is a member of."""
    cursor = None
    while True:
        answer = await _patiently(
            client.users_conversations, types=CHANNEL_TYPES, exclude_archived=True, limit=PAGE, cursor=cursor
        )
        for channel in answer["channels"]:
            yield channel["id"]
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return


async def _patiently(method: Callable[..., Awaitable[Any]], **arguments: Any) -> Any:
    """The answer of a method, which is asked again when Slack says that it was asked too often."""
    for _attempt in range(ATTEMPTS - 1):
        try:
            return await method(**arguments)
        except SlackApiError as error:
            if classify(error) is not Refusal.LATER:
                raise
            await asyncio.sleep(retry_after(error))
    return await method(**arguments)


def _name(team: str) -> str:
    return f"heard:{team}"
