"""What the bot says to one person who used a command or a button."""

import logging
from datetime import UTC, datetime
from typing import Any, Final

import discord
from discord import ui

from bot.chat.discord_adapter.rest import Code
from bot.desk import Answer
from bot.ports import Payload
from bot.render import escaping
from bot.render.cleaning import clean, safe_url, shorten
from bot.render.limits import DISCORD_CONTENT, DISCORD_EMBED_DESCRIPTION, length

log = logging.getLogger(__name__)

EXPIRED: Final = {Code.UNKNOWN_WEBHOOK, Code.UNKNOWN_INTERACTION, Code.INVALID_WEBHOOK_TOKEN}
_TITLE: Final = 120
_EXCERPT: Final = 160

Interaction = discord.Interaction[Any]


async def acknowledge(interaction: Interaction) -> None:
    """Tells Discord within its three seconds that an answer, for the asker's eyes only, will follow.

    An interaction that arrives too late or twice is worked on all the same: what it asks for counts once.
    """
    try:
        await interaction.response.defer(ephemeral=True, thinking=True)
    except discord.HTTPException as error:
        if error.code not in (Code.UNKNOWN_INTERACTION, Code.ALREADY_ACKNOWLEDGED):
            raise


async def tell(
    interaction: Interaction, payload: Payload, view: ui.View | None = None, *, private: bool = True
) -> None:
    """Answers an acknowledged interaction.

    When its token has expired, an answer that is not private goes to the channel instead.
    """
    options: dict[str, Any] = {
        "content": payload.get("content") or None,
        "embeds": [discord.Embed.from_dict(embed) for embed in payload.get("embeds", ())],
        "allowed_mentions": discord.AllowedMentions.none(),
    }
    try:
        await interaction.followup.send(ephemeral=True, view=view or discord.utils.MISSING, **options)
    except discord.HTTPException as error:
        if error.code not in EXPIRED:
            raise
        if private or interaction.channel_id is None:
            log.warning("an answer came too late for its interaction", extra={"channel": interaction.channel_id})
            return
        channel = interaction.client.get_partial_messageable(interaction.channel_id)
        await channel.send(**options, suppress_embeds=not options["embeds"])


def answer_payload(answer: Answer) -> Payload:
    """The desk's answer as a message: its text, and what a search found as links."""
    text = _cut(escaping.discord(clean_lines(answer.text)), DISCORD_CONTENT)
    if not answer.hits:
        return {"content": text}
    description = ""
    for hit in answer.hits:
        day = datetime.fromtimestamp(hit.read_at, UTC).strftime("%d %B %Y").lstrip("0")
        facts = escaping.discord(" · ".join(part for part in (clean(hit.site), f"read {day}") if part))
        entry = f"{_link(hit.url, hit.title)}\n{facts}\n{escaping.discord(shorten(clean(hit.excerpt), _EXCERPT))}\n\n"
        if length(description + entry) > DISCORD_EMBED_DESCRIPTION:
            break
        description += entry
    return {"content": text, "embeds": [{"description": description.strip()}]}


def plain_payload(text: str) -> Payload:
    """A few plain sentences as a message."""
    return {"content": _cut(escaping.discord(clean_lines(text)), DISCORD_CONTENT)}


def clean_lines(text: str) -> str:
    """Text of several lines without control characters."""
    return "\n".join(clean(line) for line in text.splitlines())


def _link(url: str, title: str) -> str:
    label = escaping.discord(shorten(clean(title), _TITLE)) or "Article"
    address = safe_url(url)
    return f"**[{label}]({address.replace('(', '%28').replace(')', '%29')})**" if address else f"**{label}**"


def _cut(text: str, limit: int) -> str:
    return text if length(text) <= limit else text[: limit // 2] + "…"
