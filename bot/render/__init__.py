"""A brief as text, JSON, HTML, Slack blocks or Discord embeds, within each platform's limits; its demands as a picture.

May import ``bot.brief`` and everything below it; knows nothing of the desk or of any chat client.
"""

from collections.abc import Sequence

from bot.brief import Worth
from bot.failures import Failure
from bot.model import Brief
from bot.ports import Payload, Platform
from bot.render.card import SECTIONS, lay_out
from bot.render.discord import render_discord, render_discord_note
from bot.render.html import render_fragment, render_note_fragment, render_page
from bot.render.slack import render_slack, render_slack_note
from bot.render.text import render_text
from bot.settings import BriefSettings, SectionName

__all__ = ["SECTIONS", "render", "render_failure", "render_note", "render_page", "render_text"]


def render(
    brief: Brief,
    platform: Platform,
    sections: Sequence[SectionName] = SECTIONS,
    *,
    settings: BriefSettings | None = None,
    worth: Worth | None = None,
    full: bool = False,
    report_url: str | None = None,
) -> Payload:
    """The brief as one message of the platform.

    ``sections`` in that order; ``worth`` is how much of the brief to show unasked, all of it when None;
    ``full`` shows every item of that for which there is room, not only the top few;
    ``report_url`` is where a reader finds the rest, and the platform a picture of the demands. The local
    desk gets ``html``, a fragment to be put into its page as it is, and ``text``.
    """
    card = lay_out(brief, sections, settings, worth=worth, full=full)
    match platform:
        case Platform.SLACK:
            return render_slack(card, report_url, full=full)
        case Platform.DISCORD:
            return render_discord(card, report_url)
        case Platform.LOCAL:
            text = render_text(brief, sections, settings, worth=worth, full=full)
            return {"html": render_fragment(brief, card), "text": text}


def render_failure(failure: Failure, platform: Platform, url: str | None = None) -> Payload:
    """What could not be read, and why, in one sentence."""
    return render_note(failure.sentence(), platform, url)


def render_note(text: str, platform: Platform, url: str | None = None) -> Payload:
    """One or more plain sentences, with the link that they are about."""
    match platform:
        case Platform.SLACK:
            return render_slack_note(text, url)
        case Platform.DISCORD:
            return render_discord_note(text, url)
        case Platform.LOCAL:
            return {"html": render_note_fragment(text, url), "text": text}
