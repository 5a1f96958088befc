"""Buttons and menus, named so that they can be understood without any memory of having sent them.

A ``custom_id`` is ``newsroom:ACTION:ARGUMENT…``. The buttons under a reply also carry the reply's
nonce, by which we find our own message again.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import discord
from discord import ui

PREFIX: Final = "newsroom"
MAX_CUSTOM_ID: Final = 100
MAX_OPTIONS: Final = 25
MAX_OPTION_TEXT: Final = 100
MAX_NONCE: Final = 25

MORE: Final = "more"
RATE: Final = "rate"
HIDE: Final = "hide"


def custom_id(action: str, *arguments: object) -> str:
    """The name of a button, menu or form."""
    return ":".join([PREFIX, action, *map(str, arguments)])


def understand(name: str, arguments: int = 2) -> tuple[str, list[str]] | None:
    """The action and the arguments of a ``custom_id``, or None when it is not ours.

    The last of at most ``arguments`` arguments may hold colons.
    """
    prefix, _, rest = name.partition(":")
    action, _, tail = rest.partition(":")
    return (action, tail.split(":", arguments - 1)) if prefix == PREFIX and action else None


def nonce_of(key: str) -> str:
    """What Discord recognises a reply by: the beginning of its outbox key."""
    return key[: MAX_NONCE - 1]


def is_marked(message: discord.Message, nonce: str) -> bool:
    """Whether a message carries a reply's nonce on one of its buttons."""
    return any(
        isinstance(child, discord.Button) and (child.custom_id or "").endswith(f":{nonce}")
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for child in row.children
    )


def under_brief(nonce: str) -> ui.View:
    """What stands below a brief."""
    return view(
        ui.Button(label="Everything found", emoji="📋", custom_id=custom_id(MORE, nonce)),
        ui.Button(label="Right or wrong?", emoji="✅", custom_id=custom_id(RATE, nonce)),
    )


def under_note(nonce: str) -> ui.View:
    """What stands below a note, as of a page that could not be read."""
    return view(ui.Button(label="Hide", custom_id=custom_id(HIDE, nonce)))


def view(*items: ui.Item[ui.View]) -> ui.View:
    """Components to send. discord.py does not keep them: presses arrive as plain interactions."""
    made = ui.View(timeout=None)
    for item in items:
        made.add_item(item)
    made.stop()
    return made


def option(label: str, value: str, description: str = "", *, chosen: bool = False) -> discord.SelectOption:
    """One line of a menu, cut to Discord's limits."""
    return discord.SelectOption(label=_cut(label), value=value, description=_cut(description) or None, default=chosen)


def menu(
    name: str, placeholder: str, options: Sequence[discord.SelectOption], *, many: bool = False
) -> ui.Select[ui.View]:
    """A menu of which one line is chosen, or several when ``many``."""
    shown = list(options[:MAX_OPTIONS])
    return ui.Select(custom_id=name, placeholder=_cut(placeholder), options=shown, max_values=len(shown) if many else 1)


def _cut(text: str) -> str:
    return text if len(text) <= MAX_OPTION_TEXT else text[: MAX_OPTION_TEXT - 1] + "…"


def fits(names: Iterable[str]) -> bool:
    """Whether all names are short enough for Discord."""
    return all(len(name) <= MAX_CUSTOM_ID for name in names)
