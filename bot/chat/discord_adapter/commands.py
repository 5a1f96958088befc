"""The application commands: ``/brief``, ``/newsroom config``, ``/newsroom feedback`` and "Brief this" on a message."""

import hashlib
import json
import logging
from typing import Any, Final

import discord
from discord import app_commands

from bot.chat.discord_adapter.answers import Interaction, acknowledge, answer_payload, plain_payload, tell
from bot.chat.discord_adapter.config import open_settings
from bot.chat.discord_adapter.events import incoming
from bot.chat.discord_adapter.feedback import open_feedback
from bot.chat.discord_adapter.refs import command_ref, place_of
from bot.desk import Answer, Desk, NotAllowed
from bot.failures import Failure
from bot.ports import Command, Platform
from bot.store import platform_state

log = logging.getLogger(__name__)

NAME: Final = "commands"
LONGEST_REQUEST: Final = 2000
SHOWN: Final = ["everything", "gist", "actors", "demands", "errors", "all", "search"]
NEEDED: Final = discord.Permissions(view_channel=True, send_messages=True, embed_links=True, read_message_history=True)
NEEDED_IN_THREADS: Final = discord.Permissions(view_channel=True, send_messages_in_threads=True, embed_links=True)

IN_SERVERS: Final[dict[str, Any]] = {
    "allowed_contexts": app_commands.AppCommandContext(guild=True),
    "allowed_installs": app_commands.AppInstallationType(guild=True),
}


def command_tree(client: discord.Client, desk: Desk) -> app_commands.CommandTree[Any]:
    """All commands, which ask the desk."""
    tree: app_commands.CommandTree[Any] = app_commands.CommandTree(client)
    asking = Asking(desk)

    @app_commands.describe(
        request="A link; or: all LINK, search WORDS, forget LINK or everything, help",
        show="Only one part of the brief, or all that was found",
    )
    @app_commands.choices(show=[app_commands.Choice(name=name, value=name) for name in SHOWN])
    async def brief(
        interaction: Interaction,
        request: app_commands.Range[str, 1, LONGEST_REQUEST],
        show: str = "everything",
    ) -> None:
        await asking.brief(interaction, request if show == "everything" else f"{show} {request}")

    async def brief_this(interaction: Interaction, message: discord.Message) -> None:
        await asking.brief_this(interaction, message)

    async def config(interaction: Interaction) -> None:
        await open_settings(interaction, desk)

    async def verdicts(interaction: Interaction) -> None:
        await open_feedback(interaction, desk)

    newsroom = app_commands.Group(
        name="newsroom",
        description="The newsroom bot in this server",
        default_permissions=discord.Permissions(manage_guild=True),
        **IN_SERVERS,
    )
    newsroom.add_command(
        app_commands.Command(name="config", description="Set when the bot answers and what it shows", callback=config)
    )
    newsroom.add_command(
        app_commands.Command(
            name="feedback", description="What readers said about likely errors, and what it changed", callback=verdicts
        )
    )
    tree.add_command(newsroom)
    tree.add_command(
        app_commands.Command(
            name="brief", description="Read an article and answer with its brief", callback=brief, **IN_SERVERS
        )
    )
    tree.add_command(app_commands.ContextMenu(name="Brief this", callback=brief_this, **IN_SERVERS))
    tree.error(_report)
    return tree


async def sync(tree: app_commands.CommandTree[Any], desk: Desk) -> bool:
    """Hands the commands to Discord when they differ from what it was given last; says whether it did."""
    declared = [command.to_dict(tree) for command in tree.get_commands()]
    application = tree.client.application_id
    text = f"{application} {json.dumps(declared, sort_keys=True)}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    async with desk.database.read() as connection:
        if await platform_state.recall(connection, Platform.DISCORD, NAME) == digest:
            return False
    await tree.sync()
    async with desk.database.write() as connection:
        await platform_state.remember(connection, Platform.DISCORD, NAME, digest)
    log.info("the commands were handed to Discord")
    return True


class Asking:
    """What the commands that ask for briefs do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def brief(self, interaction: Interaction, argument: str) -> None:
        """``/brief …``: answers at once; a brief follows in the channel."""
        if interaction.guild_id is None or interaction.channel_id is None:
            return
        await acknowledge(interaction)
        place = place_of(interaction.channel, interaction.channel_id)
        command = Command(
            ref=command_ref(interaction.guild_id, place, interaction.id),
            author=str(interaction.user.id),
            name="brief",
            argument=argument,
            is_admin=interaction.permissions.manage_guild,
        )
        answer = await self._answer(command)
        await tell(interaction, answer_payload(_with_advice(answer, interaction)), private=False)

    async def _answer(self, command: Command) -> Answer:
        try:
            return await self._desk.handle_command(command)
        except NotAllowed as refused:
            return Answer(text=str(refused))
        except Failure as failure:
            return Answer(text=failure.sentence())

    async def brief_this(self, interaction: Interaction, message: discord.Message) -> None:
        """ "Brief this" on a message: its links are answered in its thread, whatever the mode."""
        if interaction.guild_id is None or interaction.channel_id is None:
            return
        await acknowledge(interaction)
        place = place_of(interaction.channel, interaction.channel_id)
        asked = incoming(message, interaction.guild_id, place)
        try:
            answer = Answer(text=_said(await self._desk.brief_message(asked), asked.markup))
        except Failure as failure:
            answer = Answer(text=failure.sentence())
        await tell(interaction, answer_payload(_with_advice(answer, interaction)), private=False)


def _said(taken: int, markup: str) -> str:
    if taken:
        return f"Reading {taken} link{'s' * (taken > 1)} …"
    if "://" in markup:
        return "There is no link in that message that is still to be read."
    return "There is no link in that message."


def _with_advice(answer: Answer, interaction: Interaction) -> Answer:
    """The answer, with what an admin must allow before a brief can be posted here."""
    needed = NEEDED_IN_THREADS if isinstance(interaction.channel, discord.Thread) else NEEDED
    lacking = [name for name, is_needed in needed if is_needed and not getattr(interaction.app_permissions, name)]
    if not lacking:
        return answer
    names = ", ".join(name.replace("_", " ").title() for name in lacking)
    advice = f"I cannot post here yet: an admin must allow me {names} in this channel."
    return answer.model_copy(update={"text": f"{answer.text}\n{advice}"})


async def _report(interaction: Interaction, error: app_commands.AppCommandError) -> None:
    """What no command foresaw: a line in the log, and a sentence for the person."""
    log.error("a command failed", exc_info=error, extra={"channel": interaction.channel_id})
    if interaction.response.is_done():
        await tell(interaction, plain_payload("That did not work because of a mistake in the bot; it has been logged."))
