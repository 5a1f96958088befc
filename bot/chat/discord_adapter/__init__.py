"""Discord, through discord.py: events over its gateway, replies over plain HTTP.

May use the desk and everything below it; nothing else in the bot knows discord.py.
"""

import logging
from collections.abc import Sequence
from typing import Final

import discord
from aiohttp import web

from bot.chat import CannotListen
from bot.chat.discord_adapter.adapter import DiscordAdapter
from bot.chat.discord_adapter.gateway import Gateway
from bot.chat.discord_adapter.rest import Rest
from bot.desk import Desk
from bot.settings import DiscordSettings

log = logging.getLogger(__name__)

# discord.py would warn that it cannot speak.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

REFUSED: Final = (
    "Discord refuses the token. Copy a new one from the Bot page of the developer portal into NEWSROOM_DISCORD__TOKEN."
)
NO_CONTENT: Final = (
    "Discord does not let the bot read messages, so links are answered on /brief, “Brief this” and reactions only. "
    "To change that, switch on “Message Content Intent” on the Bot page of the developer portal."
)
FATAL_CLOSES: Final = {
    4004: REFUSED,
    4010: "Discord refuses the way its servers are spread; set discord.shards to 0.",
    4011: "The bot is in so many servers that Discord wants them spread; set discord.shards to 0.",
    4013: "Discord does not know the intents that the bot asks for; a newer version of the bot is needed.",
}
"""Numbers of gateway close codes after which discord.py gives up, and what to do."""


class DiscordClient:
    """The :class:`~bot.chat.PlatformClient` of Discord."""

    def __init__(self, settings: DiscordSettings) -> None:
        self._settings = settings
        self._token = settings.token.get_secret_value()
        self._rest = Rest(self._token)
        self._adapter = DiscordAdapter(self._rest, settings)
        self._message_content = settings.message_content

    @property
    def adapter(self) -> DiscordAdapter:
        """What posts."""
        return self._adapter

    async def listen(self, desk: Desk) -> None:
        """Hands Discord's events to the desk until it is cancelled. Raises :class:`CannotListen`."""
        while True:
            try:
                async with Gateway(self._settings, desk, message_content=self._message_content) as gateway:
                    await gateway.start(self._token)
                return
            except discord.PrivilegedIntentsRequired:
                if not self._message_content:
                    raise
                log.warning(NO_CONTENT)
                self._message_content = False
            except discord.LoginFailure as error:
                raise CannotListen(REFUSED) from error
            except discord.ConnectionClosed as closed:
                advice = FATAL_CLOSES.get(closed.code)
                if advice is None:
                    raise
                raise CannotListen(advice) from closed

    async def close(self) -> None:
        """Closes what the adapter has opened, when nothing is posted any more."""
        await self._rest.close()

    def routes(self, desk: Desk) -> Sequence[web.AbstractRouteDef]:
        """Nothing: Discord's events come over its gateway."""
        return ()
