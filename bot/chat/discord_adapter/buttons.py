"""The buttons under a brief: everything that was found, and the readers' verdicts on it."""

import asyncio
import logging
from datetime import timedelta
from typing import Any, Final

import discord
from discord import ui

from bot.brief import Selection
from bot.chat.discord_adapter import components, config, feedback
from bot.chat.discord_adapter.answers import Interaction, acknowledge, clean_lines, plain_payload, tell
from bot.chat.discord_adapter.components import custom_id, menu, option, view
from bot.chat.discord_adapter.refs import Posted, place_of
from bot.desk import Desk
from bot.failures import Failure
from bot.model import LikelyError
from bot.ports import Platform, Workspace
from bot.render import escaping, render
from bot.render.limits import DISCORD_CONTENT
from bot.verdicts import finding_key

log = logging.getLogger(__name__)

PICK: Final = "pick"
RIGHT: Final = "right"
WRONG: Final = "wrong"
BACK: Final = "back"
REASON: Final = "reason"

GONE: Final = "This article is no longer kept."
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
        for panels in (config, feedback):
            if action in panels.ACTIONS:
                await panels.press(interaction, self._desk, action, arguments)
                return
        handlers = {
            components.MORE: self._more,
            components.RATE: self._rate,
            components.HIDE: self._hide,
            PICK: self._pick,
            RIGHT: self._right,
            WRONG: self._wrong,
            BACK: self._back,
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
        chosen, article = await self._selection_of(interaction)
        if chosen is None:
            await tell(interaction, plain_payload(GONE))
            return
        report = await self._desk.report_url(_home(interaction), article)
        await tell(interaction, render(chosen.brief, Platform.DISCORD, full=True, report_url=report))

    async def _rate(self, interaction: Interaction, _arguments: list[str]) -> None:
        await acknowledge(interaction)
        chosen, article = await self._selection_of(interaction)
        if chosen is None:
            await tell(interaction, plain_payload(GONE))
            return
        findings = [error for error in chosen.brief.errors if _fits(article, error)]
        if not findings:
            await tell(interaction, plain_payload("There is no likely error to judge."))
            return
        choices = [option(error.message, finding_key(error), error.text) for error in findings]
        chooser = menu(custom_id(PICK, article), "Which one?", choices)
        await tell(interaction, {"content": "Which finding is right, or wrong?"}, view(chooser))

    async def _pick(self, interaction: Interaction, arguments: list[str]) -> None:
        data: Any = interaction.data or {}
        article, item = arguments[0], str(data["values"][0])
        chosen = await self._selection(interaction, int(article))
        found = [error for error in chosen.brief.errors if finding_key(error) == item] if chosen else []
        if not found:
            await interaction.response.edit_message(content=GONE, view=None)
            return
        text = " ".join(part for part in (f"“{found[0].text}”" if found[0].text else "", found[0].message) if part)
        await interaction.response.edit_message(
            content=escaping.discord(clean_lines(text))[: DISCORD_CONTENT // 2],
            view=view(
                ui.Button(label="Right", emoji="👍", custom_id=custom_id(RIGHT, article, item)),
                ui.Button(label="Wrong …", emoji="👎", custom_id=custom_id(WRONG, article, item)),
                ui.Button(label="Take my verdict back", custom_id=custom_id(BACK, article, item)),
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
        said = await self._desk.verdicts.give(
            _home(interaction),
            _channel(interaction),
            int(article),
            item,
            str(interaction.user.id),
            is_right=is_right,
            reason=reason,
        )
        await interaction.response.edit_message(content=said or GONE, view=None)

    async def _back(self, interaction: Interaction, arguments: list[str]) -> None:
        article, item = arguments
        home, channel, author = _home(interaction), _channel(interaction), str(interaction.user.id)
        said = await self._desk.verdicts.take_back(home, channel, int(article), item, author)
        await interaction.response.edit_message(content=said, view=None)

    async def _hide(self, interaction: Interaction, _arguments: list[str]) -> None:
        await interaction.response.defer()
        if interaction.message:
            await interaction.message.delete()

    async def _selection_of(self, interaction: Interaction) -> tuple[Selection | None, int]:
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
        return (None, 0) if article is None else (await self._selection(interaction, article), article)

    async def _selection(self, interaction: Interaction, article: int) -> Selection | None:
        """A brief as the channel wants it; None when the server has not read the article."""
        return await self._desk.selection(_home(interaction), _channel(interaction), article)

    async def _say(self, interaction: Interaction, text: str) -> None:
        if interaction.response.is_done():
            await tell(interaction, plain_payload(text))
        else:
            await interaction.response.send_message(escaping.discord(text), ephemeral=True)


def _fits(article: int, error: LikelyError) -> bool:
    return components.fits([custom_id(REASON, article, finding_key(error))])


def _channel(interaction: Interaction) -> str:
    return str(place_of(interaction.channel, interaction.channel_id or 0).channel)


def _home(interaction: Interaction) -> Workspace:
    return Workspace(platform=Platform.DISCORD, id=str(interaction.guild_id))
