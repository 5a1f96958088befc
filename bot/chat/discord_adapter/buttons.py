"""The buttons under a brief: everything that was found, and the readers' verdicts on it."""

import asyncio
import logging
from datetime import timedelta
from typing import Any, Final

import discord
from discord import ui

from bot.chat.discord_adapter import components, config
from bot.chat.discord_adapter.answers import Interaction, acknowledge, clean_lines, plain_payload, tell
from bot.chat.discord_adapter.components import custom_id, menu, option, view
from bot.chat.discord_adapter.refs import Posted, place_of
from bot.desk import Desk
from bot.failures import Failure
from bot.jobs.replies import filtered
from bot.model import Brief, LikelyError
from bot.ports import Platform, Workspace
from bot.render import escaping, render
from bot.render.limits import DISCORD_CONTENT

log = logging.getLogger(__name__)

PICK: Final = "pick"
RIGHT: Final = "right"
WRONG: Final = "wrong"
REASON: Final = "reason"

GONE: Final = "This article is no longer kept."
THANKS: Final = "Thank you. It is noted."
LONGEST_REASON: Final = 500
FRESH: Final = timedelta(seconds=10)
"""A reply is in the channel a moment before it is noted that it is; quick fingers are waited for."""
LOOKS: Final = 3
LOOK_SECONDS: Final = 0.3


class Buttons:
    """Answers every press of a button, menu or form of ours, known by its ``custom_id`` alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def press(self, interaction: Interaction) -> None:
        """Answers one press; those that are not ours are left alone."""
        data: Any = interaction.data or {}
        understood = components.understand(str(data.get("custom_id", "")))
        if understood is None or interaction.guild_id is None:
            return
        action, arguments = understood
        if action in config.ACTIONS:
            await config.press(interaction, self._desk, action, arguments)
            return
        handlers = {
            components.MORE: self._more,
            components.RATE: self._rate,
            components.HIDE: self._hide,
            PICK: self._pick,
            RIGHT: self._right,
            WRONG: self._wrong,
            REASON: self._reason,
        }
        handler = handlers.get(action)
        if handler is None:
            log.info("a button of another version was pressed: %s", action)
            return
        try:
            await handler(interaction, arguments)
        except Failure as failure:
            await self._say(interaction, failure.sentence())

    async def _more(self, interaction: Interaction, _arguments: list[str]) -> None:
        await acknowledge(interaction)
        brief, article = await self._brief_of(interaction)
        if brief is None:
            await tell(interaction, plain_payload(GONE))
            return
        report = await self._desk.report_url(_home(interaction), article)
        await tell(interaction, render(brief, Platform.DISCORD, full=True, report_url=report))

    async def _rate(self, interaction: Interaction, _arguments: list[str]) -> None:
        await acknowledge(interaction)
        brief, article = await self._brief_of(interaction)
        if brief is None:
            await tell(interaction, plain_payload(GONE))
            return
        findings = [error for error in brief.errors if _fits(article, error)]
        if not findings:
            await tell(interaction, plain_payload("There is no likely error to judge."))
            return
        choices = [option(error.message, item_of(error), error.text) for error in findings]
        chooser = menu(custom_id(PICK, article), "Which one?", choices)
        await tell(interaction, {"content": "Which finding is right, or wrong?"}, view(chooser))

    async def _pick(self, interaction: Interaction, arguments: list[str]) -> None:
        data: Any = interaction.data or {}
        article, item = arguments[0], str(data["values"][0])
        brief = await self._brief(interaction, int(article))
        found = [error for error in brief.errors if item_of(error) == item] if brief else []
        if not found:
            await interaction.response.edit_message(content=GONE, view=None)
            return
        text = " ".join(part for part in (f"“{found[0].text}”" if found[0].text else "", found[0].message) if part)
        await interaction.response.edit_message(
            content=escaping.discord(clean_lines(text))[: DISCORD_CONTENT // 2],
            view=view(
                ui.Button(label="Right", emoji="👍", custom_id=custom_id(RIGHT, article, item)),
                ui.Button(label="Wrong …", emoji="👎", custom_id=custom_id(WRONG, article, item)),
            ),
            allowed_mentions=discord.AllowedMentions.none(),
        )

    async def _right(self, interaction: Interaction, arguments: list[str]) -> None:
        await self._judge(interaction, arguments, is_right=True)

    async def _wrong(self, interaction: Interaction, arguments: list[str]) -> None:
        form = ui.Modal(title="Why is it wrong?", custom_id=custom_id(REASON, *arguments))
        text = ui.TextInput[ui.Modal](
            custom_id="value", style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_REASON
        )
        form.add_item(ui.Label(text="Reason", description="You may leave this empty.", component=text))
        form.stop()
        await interaction.response.send_modal(form)

    async def _reason(self, interaction: Interaction, arguments: list[str]) -> None:
        await self._judge(interaction, arguments, is_right=False, reason=config.written(interaction))

    async def _judge(self, interaction: Interaction, arguments: list[str], *, is_right: bool, reason: str = "") -> None:
        article, item = arguments
        kept = await self._desk.feedback(
            _home(interaction), int(article), item, str(interaction.user.id), is_right=is_right, reason=reason
        )
        await interaction.response.edit_message(content=THANKS if kept else GONE, view=None)

    async def _hide(self, interaction: Interaction, _arguments: list[str]) -> None:
        await interaction.response.defer()
        if interaction.message:
            await interaction.message.delete()

    async def _brief_of(self, interaction: Interaction) -> tuple[Brief | None, int]:
        """The brief that the pressed message shows, and its article's id; none when it is not kept."""
        if interaction.message is None or interaction.channel_id is None:
            return None, 0
        posted = str(Posted(interaction.channel_id, interaction.message.id))
        article = await self._desk.article_of_reply(_home(interaction), posted)
        is_fresh = discord.utils.utcnow() - interaction.message.created_at < FRESH
        looks = LOOKS if is_fresh else 0
        while article is None and looks:
            looks -= 1
            await asyncio.sleep(LOOK_SECONDS)
            article = await self._desk.article_of_reply(_home(interaction), posted)
        return (None, 0) if article is None else (await self._brief(interaction, article), article)

    async def _brief(self, interaction: Interaction, article: int) -> Brief | None:
        """A brief as the channel's settings want it; None when the server has not read the article."""
        home = _home(interaction)
        channel = str(place_of(interaction.channel, interaction.channel_id or 0).channel)
        brief = await self._desk.brief(home, article)
        return brief and filtered(brief, await self._desk.settings_for(home, channel))

    async def _say(self, interaction: Interaction, text: str) -> None:
        if interaction.response.is_done():
            await tell(interaction, plain_payload(text))
        else:
            await interaction.response.send_message(escaping.discord(text), ephemeral=True)


def item_of(error: LikelyError) -> str:
    """The name under which a verdict on a finding is kept."""
    return f"{error.check}@{'' if error.start is None else error.start}"


def _fits(article: int, error: LikelyError) -> bool:
    return components.fits([custom_id(REASON, article, item_of(error))])


def _home(interaction: Interaction) -> Workspace:
    return Workspace(platform=Platform.DISCORD, id=str(interaction.guild_id))
