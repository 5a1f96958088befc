"""How the bot comes onto a server, and whether it is set up as it should be."""

import asyncio
from typing import Final

import aiohttp
import discord

from bot.chat.discord_adapter.rest import Rest
from bot.model import Record
from bot.settings import DiscordSettings

INVITED: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    embed_links=True,
    read_message_history=True,
    add_reactions=True,
)
"""All that the bot ever needs on a server."""
SCOPES: Final = ("bot", "applications.commands")
PATIENCE: Final = 15.0


class Setup(Record):
    """What Discord knows of the bot. ``problem`` is one sentence on what is wrong, and ``advice`` how to mend it."""

    name: str = ""
    problem: str = ""
    advice: str = ""


def install_link(application: int) -> str:
    """The address at which an admin adds the bot to a server."""
    return discord.utils.oauth_url(application, permissions=INVITED, scopes=SCOPES)


async def inspect(settings: DiscordSettings) -> Setup:
    """Asks Discord how the bot is set up there; changes nothing. Never raises."""
    rest = Rest(settings.token.get_secret_value())
    try:
        async with asyncio.timeout(PATIENCE):
            return await _ask(await rest.client(), settings)
    except discord.LoginFailure:
        advice = "Copy a new one from the Bot page of the developer portal into NEWSROOM_DISCORD__TOKEN."
        return Setup(problem="Discord refuses the token", advice=advice)
    except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError) as error:
        return Setup(problem=f"Discord could not be asked: {error or type(error).__name__}", advice="Try again later.")
    finally:
        await rest.close()


async def _ask(client: discord.Client, settings: DiscordSettings) -> Setup:
    application = await client.application_info()
    name = str(client.user)
    may_read = application.flags.gateway_message_content or application.flags.gateway_message_content_limited
    if settings.message_content and not may_read:
        advice = "Switch on “Message Content Intent” on the Bot page, or set discord.message_content to false."
        return Setup(name=name, problem="links are answered on request only", advice=advice)
    if not [guild async for guild in client.fetch_guilds(limit=1)]:
        return Setup(name=name, problem="it is on no server yet", advice=f"Open {install_link(application.id)}")
    return Setup(name=name)
