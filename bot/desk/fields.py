"""The settings as a form: what each is called, what it means, and which values it takes.

Slack's modal, Discord's menus and the local desk's dialog are all built from :data:`FIELDS`.
"""

from typing import Final, Literal

from pydantic import TypeAdapter

from bot.model import Record
from bot.settings import DeskSettings

Kind = Literal["text", "integer", "number", "choice", "choices", "list"]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "mode": (
        "When to answer",
        "automatic: every article link; reaction: when asked by reaction; command: only on /brief",
    ),
    "reaction": ("Reaction", "the emoji that asks for a brief, by its name"),
    "sections": ("Sections", "what a reply shows"),
    "min_confidence": ("Least confidence of demands", "0 shows everything, 1 only what is certain"),
    "min_confidence_minor": ("Least confidence, minor", "of minor likely errors; /brief all shows the rest"),
    "min_confidence_major": ("Least confidence, major", "of major likely errors; /brief all shows the rest"),
    "min_confidence_critical": ("Least confidence, critical", "of critical likely errors; /brief all shows the rest"),
    "min_severity": ("Least severity", "which likely errors are worth showing"),
    "disabled_checks": ("Checks switched off", "by their names, as in style.doubled-word"),
    "skip_domains": ("Never read", "domains, subdomains included"),
    "allow_domains": ("Read only", "domains, subdomains included; empty reads all"),
    "links_per_message": ("Links per message", "how many links of one message are answered"),
    "quiet_hours": ("Quiet hours", "as in 22:00-07:00; nothing is answered by itself then"),
    "time_zone": ("Time zone", "of the quiet hours, as in Europe/London"),
    "when_deleted": ("When a message is deleted", "withdraw: our reply goes with it; keep: it stays"),
    "retention_days": ("Keep for days", "what was read is deleted after this many days"),
    "configurers": ("Who may configure", "users besides the admins, for the whole workspace"),
}


class SettingField(Record):
    """One line of the form. ``name`` is the field's name in :class:`bot.settings.DeskSettings`."""

    name: str
    label: str
    help: str
    kind: Kind
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


def _field(name: str) -> SettingField:
    schema = TypeAdapter(DeskSettings).json_schema()["properties"][name]
    label, explained = _WORDS[name]
    choices = tuple(schema.get("enum") or schema.get("items", {}).get("enum") or ())
    kind: Kind
    if schema["type"] == "array":
        kind = "choices" if choices else "list"
    elif choices:
        kind = "choice"
    else:
        kind = schema["type"] if schema["type"] in ("integer", "number") else "text"
    limits = {"minimum": schema.get("minimum"), "maximum": schema.get("maximum")}
    return SettingField(name=name, label=label, help=explained, kind=kind, choices=choices, **limits)


FIELDS: Final[tuple[SettingField, ...]] = tuple(_field(name) for name in DeskSettings.model_fields)
