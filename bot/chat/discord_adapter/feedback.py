"""``/newsroom feedback``: what readers' verdicts changed in a channel, and menus to undo it.

Like the settings, every step names its channel in its ``custom_id`` and asks the desk anew who may.
"""

from typing import Any, Final

import discord
from discord import ui

from bot.chat.discord_adapter.answers import Interaction
from bot.chat.discord_adapter.components import custom_id, menu, option, view
from bot.chat.discord_adapter.refs import place_of
from bot.desk import Desk, NotAllowed
from bot.desk.verdicts import Overview
from bot.failures import Failure
from bot.ports import Platform, Workspace
from bot.render import escaping
from bot.render.cleaning import clean, shorten
from bot.render.limits import DISCORD_EMBED_DESCRIPTION, length

RESET_CHECK: Final = "reset-check"
RESET_ALL: Final = "reset-all"
FLAG_AGAIN: Final = "flag-again"
ACTIONS: Final = (RESET_CHECK, RESET_ALL, FLAG_AGAIN)

WORDS_LENGTH: Final = 80
REASON_LENGTH: Final = 150
NONE: Final = "Nobody has judged a likely error in this channel yet. **Right or wrong?** below a brief takes verdicts."


async def open_feedback(interaction: Interaction, desk: Desk) -> None:
    """Answers ``/newsroom feedback`` for the channel it was used in."""
    if interaction.guild_id is None or interaction.channel_id is None:
        return
    channel = str(place_of(interaction.channel, interaction.channel_id).channel)
    try:
        embed, shown = panel(await desk.verdicts.overview(_home(interaction), channel, **_who(interaction)), channel)
    except (NotAllowed, Failure) as refused:
        await _refuse(interaction, refused)
        return
    await interaction.response.send_message(embed=embed, view=shown, ephemeral=True)


async def press(interaction: Interaction, desk: Desk, action: str, arguments: list[str]) -> None:
    """Answers one press of a menu or button of the panel."""
    home, channel, who = _home(interaction), arguments[0], _who(interaction)
    data: Any = interaction.data or {}
    chosen = str(next(iter(data.get("values", ())), ""))
    try:
        if action == FLAG_AGAIN:
            await desk.verdicts.flag_again(home, channel, chosen, **who)
        else:
            await desk.verdicts.reset(home, channel, chosen if action == RESET_CHECK else None, **who)
        embed, shown = panel(await desk.verdicts.overview(home, channel, **who), channel)
    except (NotAllowed, Failure) as refused:
        await _refuse(interaction, refused)
        return
    await interaction.response.edit_message(content=None, embed=embed, view=shown)


def panel(overview: Overview, channel: str) -> tuple[discord.Embed, ui.View]:
    """The panel of one channel."""
    lines: list[str] = []
    for line in overview.checks:
        lines.append(f"**{escaping.discord(line.check)}**: {line.right} right, {line.wrong} wrong – {line.described}")
        lines += [f"> {escaping.discord(shorten(clean(reason), REASON_LENGTH))}" for reason in line.reasons]
    if overview.words:
        lines.append("\n**Words called wrong**")
    lines += [
        f"“{escaping.discord(shorten(clean(line.words), WORDS_LENGTH))}” ({escaping.discord(line.check)}): "
        f"{line.described}"
        for line in overview.words
    ]
    items: list[ui.Item[ui.View]] = []
    if overview.checks:
        checks = [option(line.check, line.check, line.described) for line in overview.checks]
        items.append(menu(custom_id(RESET_CHECK, channel), "Reset a check …", checks))
    if overview.words:
        words = [option(line.words, line.id, line.check) for line in overview.words]
        items.append(menu(custom_id(FLAG_AGAIN, channel), "Flag words again …", words))
    if overview.checks:
        items.append(
            ui.Button(
                label="Reset everything", style=discord.ButtonStyle.danger, custom_id=custom_id(RESET_ALL, channel)
            )
        )
    return discord.Embed(title="Feedback in this channel", description=_fitting(lines) or NONE), view(*items)


def _fitting(lines: list[str]) -> str:
    """The lines for which there is room, and how many more there are."""
    kept = list(lines)
    while length(text := _counted(kept, len(lines))) > DISCORD_EMBED_DESCRIPTION:
        kept.pop()
    return text


def _counted(kept: list[str], all_of_them: int) -> str:
    more = all_of_them - len(kept)
    return "\n".join([*kept, *([f"{more} more; they show as soon as others are reset."] if more else [])])


async def _refuse(interaction: Interaction, reason: NotAllowed | Failure) -> None:
    text = reason.sentence() if isinstance(reason, Failure) else str(reason)
    await interaction.response.send_message(escaping.discord(text), ephemeral=True)


def _who(interaction: Interaction) -> dict[str, Any]:
    return {"author": str(interaction.user.id), "is_admin": interaction.permissions.manage_guild}


def _home(interaction: Interaction) -> Workspace:
    return Workspace(platform=Platform.DISCORD, id=str(interaction.guild_id))
