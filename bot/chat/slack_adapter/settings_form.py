"""The settings as a Slack modal, built from :data:`bot.desk.fields.FIELDS`, and what somebody filled in."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from bot.desk.fields import FIELDS, SettingField
from bot.render.slack import Block
from bot.settings import DeskSettings
from bot.store.workspaces import Patch

CALLBACK: Final = "settings"
ACTION: Final = "value"
RESET: Final = "inherit"
"""The id of the box that gives every setting back to what it inherits."""
USERS: Final = "configurers"
WORKSPACE_ONLY: Final = frozenset({USERS})
LONGEST: Final = 3_000


def fields_for(channel: str | None) -> list[SettingField]:
    """The fields that can be set in a channel, or in the workspace when it is None."""
    return [field for field in FIELDS if channel is None or field.name not in WORKSPACE_ONLY]


def settings_view(settings: DeskSettings, channel: str | None) -> dict[str, Any]:
    """The modal that shows the settings in force and takes others."""
    where = f"For <#{channel}> alone; what is not changed follows the workspace." if channel else "For every channel."
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": json.dumps({"channel": channel}),
        "title": _plain("Settings"),
        "submit": _plain("Save"),
        "close": _plain("Cancel"),
        "blocks": [
            {"type": "context", "elements": [{"type": "mrkdwn", "text": where}]},
            *(_input(field, getattr(settings, field.name)) for field in fields_for(channel)),
            _reset_box(channel),
        ],
    }


def _reset_box(channel: str | None) -> Block:
    source = "the workspace" if channel else "the bot's configuration file"
    option = {"text": _plain(f"Follow {source} in everything"), "value": RESET}
    element = {"type": "checkboxes", "action_id": ACTION, "options": [option]}
    return {"type": "input", "block_id": RESET, "optional": True, "label": _plain("Start over"), "element": element}


def _input(field: SettingField, value: Any) -> Block:
    return {
        "type": "input",
        "block_id": field.name,
        "optional": True,
        "label": _plain(field.label),
        "hint": _plain(field.help),
        "element": {"action_id": ACTION, **_element(field, value)},
    }


def _element(field: SettingField, value: Any) -> Block:
    if field.name == USERS:
        return {"type": "multi_users_select", **({"initial_users": list(value)} if value else {})}
    match field.kind:
        case "choice":
            return {"type": "static_select", "options": _options(field.choices), "initial_option": _option(value)}
        case "choices":
            chosen = {"initial_options": _options(value)} if value else {}
            return {"type": "multi_static_select", "options": _options(field.choices), **chosen}
        case "integer" | "number":
            return {
                "type": "number_input",
                "is_decimal_allowed": field.kind == "number",
                "initial_value": f"{value:g}",
                **({"min_value": f"{field.minimum:g}"} if field.minimum is not None else {}),
                **({"max_value": f"{field.maximum:g}"} if field.maximum is not None else {}),
            }
        case "list":
            return _text_input("\n".join(value), multiline=True)
        case "text":
            return _text_input(value, multiline=False)


def _text_input(value: str, *, multiline: bool) -> Block:
    initial = {"initial_value": value[:LONGEST]} if value else {}
    return {"type": "plain_text_input", "multiline": multiline, "max_length": LONGEST, **initial}


def _options(choices: Iterable[str]) -> list[Block]:
    return [_option(choice) for choice in choices]


def _option(choice: str) -> Block:
    return {"text": _plain(choice), "value": choice}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def channel_of(view: Mapping[str, Any]) -> str | None:
    """The channel that a submitted form is for, or None for the workspace."""
    channel = json.loads(view.get("private_metadata") or "{}").get("channel")
    return channel if isinstance(channel, str) else None


def read_changes(view: Mapping[str, Any], in_force: DeskSettings) -> Patch:
    """What somebody changed: only fields that differ, so that the others go on following; None gives one back."""
    filled = view["state"]["values"]
    fields = fields_for(channel_of(view))
    if filled.get(RESET, {}).get(ACTION, {}).get("selected_options"):
        return {field.name: None for field in fields}
    values = {field.name: _value(field, filled[field.name][ACTION]) for field in fields if field.name in filled}
    return {name: value for name, value in values.items() if value != getattr(in_force, name)}


def _value(field: SettingField, state: Mapping[str, Any]) -> Any:
    if field.name == USERS:
        return list(state.get("selected_users") or [])
    match field.kind:
        case "choice":
            return (state.get("selected_option") or {}).get("value")
        case "choices":
            return [option["value"] for option in state.get("selected_options") or []]
        case "integer" | "number":
            return _number(state.get("value"))
        case "list":
            return [line.strip() for line in (state.get("value") or "").replace(",", "\n").split("\n") if line.strip()]
        case "text":
            return (state.get("value") or "").strip()


def _number(text: str | None) -> float | int | str | None:
    if not text:
        return None
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text  # the settings' own validation explains what is wrong
