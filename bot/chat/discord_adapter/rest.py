"""Discord over plain HTTP, without a gateway: what replies go out through, in every process."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import discord

from bot.ports import PostLater, PostRefused

LONGEST_LIMIT: Final = 30.0
"""Rate limits up to so many seconds are waited out within a call; it is the least that discord.py takes."""
BANNED_SECONDS: Final = 600.0
BAD_TOKEN_SECONDS: Final = 300.0
UNREACHABLE_SECONDS: Final = 15.0


class Code:
    """Numbers of errors, from Discord's documentation of its JSON error codes."""

    UNKNOWN_CHANNEL: Final = 10003
    UNKNOWN_MESSAGE: Final = 10008
    UNKNOWN_WEBHOOK: Final = 10015
    UNKNOWN_INTERACTION: Final = 10062
    ALREADY_ACKNOWLEDGED: Final = 40060
    NO_ACTION_ON_THIS_CHANNEL: Final = 50024
    MISSING_PERMISSIONS: Final = 50013
    INVALID_WEBHOOK_TOKEN: Final = 50027
    EMPTY_MESSAGE: Final = 50006
    INVALID_BODY: Final = 50035
    THREAD_ARCHIVED: Final = 50083
    THREAD_EXISTS: Final = 160004
    TOO_MANY_THREADS: Final = 160006
    TOO_MANY_NEWS_THREADS: Final = 160007
    MESSAGE_MODERATED: Final = 200000
    TITLE_MODERATED: Final = 200001
    HARMFUL_LINK: Final = 240000


AT_FAULT_ITSELF: Final = {
    Code.EMPTY_MESSAGE,
    Code.INVALID_BODY,
    Code.MESSAGE_MODERATED,
    Code.TITLE_MODERATED,
    Code.HARMFUL_LINK,
}
"""Refusals of one message that a plain sentence in its place would not meet with."""


class Rest:
    """A client that is logged in when it is first needed, and closed with :meth:`close` or at the end of its loop."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._client: discord.Client | None = None
        self._login = asyncio.Lock()
        self._closing: asyncio.Task[None] | None = None

    async def client(self) -> discord.Client:
        """The client. Raises what discord.py raises when Discord cannot be reached or the token is wrong."""
        async with self._login:
            if self._client is None:
                client = discord.Client(
                    intents=discord.Intents(guilds=True),
                    allowed_mentions=discord.AllowedMentions.none(),
                    max_messages=None,
                    max_ratelimit_timeout=LONGEST_LIMIT,
                )
                try:
                    await client.login(self._token)
                except BaseException:
                    await client.close()
                    raise
                self._client = client
                self._closing = asyncio.create_task(_close_when_cancelled(client))
            return self._client

    async def close(self) -> None:
        """Closes the connections; the next call opens new ones."""
        async with self._login:
            if self._closing is not None:
                self._closing.cancel()
                await asyncio.wait([self._closing])
            self._client = self._closing = None


async def _close_when_cancelled(client: discord.Client) -> None:
    """Waits for the end, which a loop brings to all its tasks, so that no connection is left open."""
    try:
        await asyncio.Event().wait()
    finally:
        await client.close()


@contextmanager
def translated() -> Iterator[None]:
    """Turns what certainly posted nothing into :class:`PostLater` or :class:`PostRefused`.

    Server errors and broken connections pass through: nobody knows what they did.
    """
    try:
        yield
    except discord.RateLimited as limited:
        raise PostLater(limited.retry_after) from limited
    except discord.LoginFailure as failure:
        raise PostLater(BAD_TOKEN_SECONDS) from failure
    except discord.DiscordServerError:
        raise
    except discord.HTTPException as error:
        raise _certain(error) from error
    except aiohttp.ClientConnectorError as error:
        raise PostLater(UNREACHABLE_SECONDS) from error


def _certain(error: discord.HTTPException) -> PostLater | PostRefused:
    match error.status:
        case 429:
            return PostLater(_retry_after(error) or BANNED_SECONDS)
        case 401:
            return PostLater(BAD_TOKEN_SECONDS)
        case _:
            reason = f"{error.status} {error.code}: {error.text}"
            return PostRefused(reason, of_message=error.code in AT_FAULT_ITSELF)


def _retry_after(error: discord.HTTPException) -> float | None:
    try:
        return float(error.response.headers.get("Retry-After", ""))
    except ValueError:
        return None
