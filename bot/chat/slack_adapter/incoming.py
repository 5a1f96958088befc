"""Slack's events and payloads as the desk's types. Anything that does not fit is None, never an error."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, Literal

from bot.model import Record
from bot.ports import Command, Incoming, MessageRef, Platform

Json = Mapping[str, Any]

SPOKEN: Final = (None, "file_share", "me_message", "thread_broadcast", "bot_message")
"""Subtypes of messages that somebody wrote; the others report joins, topics, pins and the like."""
CHANNEL: Final = re.compile(r"[A-Z0-9]{1,32}")
STAMP: Final = re.compile(r"\d{1,12}\.\d{1,9}")
SLACKBOT: Final = "USLACKBOT"


class Change(Record):
    """What one ``message`` event tells: something was written (or edited), or a message is gone."""

    kind: Literal["written", "deleted"]
    ref: MessageRef
    message: Incoming | None = None


def read_change(event: Json, team: str) -> Change | None:
    """What a ``message`` event means, or None when it means nothing to us."""
    match event.get("subtype"):
        case "message_changed":
            return _edited(event, team)
        case "message_deleted":
            return _deleted(event.get("previous_message"), event, team)
        case subtype if subtype in SPOKEN:
            return _written(event, event.get("channel"), team, edited=False)
        case _:
            return None


def read_message(message: Any, channel: Any, team: str) -> Incoming | None:
    """A message as history, a shortcut or a reaction shows it."""
    if not isinstance(message, Mapping) or message.get("subtype") not in SPOKEN:
        return None
    change = _written(message, channel, team, edited=False)
    return change.message if change else None


def _edited(event: Json, team: str) -> Change | None:
    now, before = event.get("message"), event.get("previous_message")
    if not isinstance(now, Mapping):
        return None
    if now.get("subtype") == "tombstone":
        # A deleted message that has replies leaves a stone in its place.
        return _deleted(now, event, team)
    if isinstance(before, Mapping) and before.get("text") == now.get("text"):
        return None  # a preview was added, or a reply counted
    if now.get("subtype") not in SPOKEN:
        return None
    return _written(now, event.get("channel"), team, edited=True, before=before)


def _deleted(message: Any, event: Json, team: str) -> Change | None:
    found = message if isinstance(message, Mapping) else {}
    ref = message_ref(event.get("channel"), event.get("deleted_ts") or found.get("ts"), found.get("thread_ts"), team)
    return Change(kind="deleted", ref=ref) if ref else None


def _written(message: Json, channel: Any, team: str, *, edited: bool, before: Any = None) -> Change | None:
    ref = message_ref(channel, message.get("ts"), message.get("thread_ts"), team)
    markup = _markup(message)
    if ref is None or markup is None:
        return None
    author, last_edit = message.get("user"), message.get("edited")
    is_bot = bool(message.get("bot_id")) or message.get("subtype") == "bot_message" or author == SLACKBOT
    return Change(
        kind="written",
        ref=ref,
        message=Incoming(
            ref=ref,
            author=str(author or "unknown"),
            markup=markup,
            is_bot=is_bot,
            edited=edited,
            before=_markup(before) if isinstance(before, Mapping) else None,
            written_at=_time(ref.message),
            edited_at=_time(last_edit.get("ts")) if isinstance(last_edit, Mapping) else None,
        ),
    )


def _markup(message: Json) -> str | None:
    text = message.get("text")
    return "\n".join([text, *_forwarded(message.get("attachments"))]) if isinstance(text, str) else None


def _time(stamp: Any) -> datetime | None:
    """The time in a stamp; None for one of no year that there is."""
    if not isinstance(stamp, str) or not STAMP.fullmatch(stamp):
        return None
    try:
        return datetime.fromtimestamp(float(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _forwarded(attachments: Any) -> list[str]:
    """The texts of the messages that somebody forwarded; previews of links are attachments, too, and do not count."""
    each = attachments if isinstance(attachments, list) else []
    shared = [one for one in each if isinstance(one, Mapping) and one.get("is_share") is True]
    return [text for one in shared if isinstance(text := one.get("text"), str)]


def message_ref(channel: Any, ts: Any, thread: Any, team: str) -> MessageRef | None:
    """Where a message stands; a message that heads its own thread counts as top level."""
    if not (isinstance(channel, str) and CHANNEL.fullmatch(channel) and isinstance(ts, str) and STAMP.fullmatch(ts)):
        return None
    inside = thread if isinstance(thread, str) and STAMP.fullmatch(thread) and thread != ts else None
    return MessageRef(platform=Platform.SLACK, workspace=team, channel=channel, message=ts, thread=inside)


def read_command(payload: Json, team: str, *, is_admin: bool) -> Command:
    """One use of a slash command; its trigger is unique, and so names it."""
    ref = MessageRef(
        platform=Platform.SLACK,
        workspace=team,
        channel=str(payload["channel_id"]),
        message=f"/{payload['trigger_id']}",
    )
    argument = str(payload.get("text") or "")
    return Command(ref=ref, author=str(payload["user_id"]), name="brief", argument=argument, is_admin=is_admin)
