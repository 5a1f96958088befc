"""The other views: the full brief, the reason for a verdict, and App Home."""

import json
from collections.abc import Mapping
from typing import Any, Final

from bot import __version__, render
from bot.desk.fields import FIELDS
from bot.model import Brief
from bot.ports import Platform
from bot.render.cleaning import clean, shorten
from bot.render.escaping import slack as escaped
from bot.render.slack import Block
from bot.settings import DeskSettings

REASON_CALLBACK: Final = "verdict_reason"
BRIEF_CALLBACK: Final = "full_brief"
REASON: Final = "reason"
REASON_LENGTH: Final = 2_000
SETTINGS_ACTION: Final = "open_settings"
CHANNEL_ACTION: Final = "open_channel_settings"
FEEDBACK_ACTION: Final = "open_channel_feedback"
VALUE_LENGTH: Final = 200


def brief_view(brief: Brief, article: int, channel: str) -> dict[str, Any]:
    """The modal that shows every finding for which there is room."""
    return {
        "type": "modal",
        "callback_id": BRIEF_CALLBACK,
        "private_metadata": json.dumps({"article": article, "channel": channel}),
        "title": _plain("Full brief"),
        "close": _plain("Close"),
        "blocks": render.render(brief, Platform.SLACK, full=True)["blocks"],
    }


def note_view(title: str, text: str) -> dict[str, Any]:
    """A modal that says one thing."""
    block = {"type": "section", "text": {"type": "plain_text", "text": text}}
    return {"type": "modal", "title": _plain(title), "close": _plain("Close"), "blocks": [block]}


def reason_view(article: int, key: str, channel: str) -> dict[str, Any]:
    """The modal that asks why a likely error is none."""
    element = {"type": "plain_text_input", "action_id": REASON, "multiline": True, "max_length": REASON_LENGTH}
    return {
        "type": "modal",
        "callback_id": REASON_CALLBACK,
        "private_metadata": json.dumps({"article": article, "key": key, "channel": channel}),
        "title": _plain("Not an error"),
        "submit": _plain("Send"),
        "close": _plain("Cancel"),
        "blocks": [
            {
                "type": "input",
                "block_id": REASON,
                "optional": True,
                "label": _plain("What did the check get wrong?"),
                "element": element,
            }
        ],
    }


def metadata_of(view: Mapping[str, Any]) -> dict[str, Any]:
    """What a view of ours carries along."""
    found = json.loads(view.get("private_metadata") or "{}")
    return found if isinstance(found, dict) else {}


def home_view(settings: DeskSettings, *, may_change: bool) -> dict[str, Any]:
    """App Home: what the bot is, how it is set, and for those who may, where to change that."""
    blocks: list[Block] = [
        {"type": "header", "text": _plain("Newsroom bot")},
        _section(
            "Paste a link to an article in a channel that I am in, and I answer in its thread: who matters, who wants "
            "what, and what looks wrong. Or ask: `/brief LINK`, `/brief search WORDS`, `/brief help`."
        ),
        {"type": "divider"},
        _section(f"*Connected*, version {__version__}. The settings of this workspace:"),
        _section("\n".join(_line(field.label, getattr(settings, field.name)) for field in FIELDS)),
    ]
    if may_change:
        channels = _channel_menu(CHANNEL_ACTION, "Settings of one channel")
        feedback = _channel_menu(FEEDBACK_ACTION, "Feedback in one channel")
        button = {"type": "button", "action_id": SETTINGS_ACTION, "text": _plain("Settings of the workspace")}
        blocks.append({"type": "actions", "elements": [button, channels, feedback]})
    return {"type": "home", "blocks": blocks}


def _channel_menu(action: str, label: str) -> Block:
    return {
        "type": "conversations_select",
        "action_id": action,
        "placeholder": _plain(label),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }


def _line(label: str, value: Any) -> str:
    shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"• {label}: *{escaped(shorten(clean(shown), VALUE_LENGTH)) or 'none'}*"


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}
