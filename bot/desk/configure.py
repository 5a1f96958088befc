"""Changing settings: who may, and what is accepted."""

from typing import Any

from pydantic import ValidationError

from bot.ports import Workspace
from bot.settings import DeskSettings
from bot.store.configuration import effective, merge
from bot.store.database import Database
from bot.store.workspaces import Patch, patches, save_patch


class NotAllowed(Exception):
    """Somebody who is neither an admin nor named in ``configurers`` tried to change something."""

    def __init__(self, author: str) -> None:
        super().__init__("Only an admin, or somebody whom an admin named, can do this.")
        self.author = author


class SettingsRefused(Exception):
    """Changes that were not accepted. ``fields`` says for each setting what is wrong, in one sentence."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in fields.items()))
        self.fields = fields


async def check_may_change(
    database: Database, workspace: Workspace, defaults: DeskSettings, author: str, is_admin: bool
) -> None:
    """Raises :class:`NotAllowed`. The workspace alone says who may: a channel cannot hand out the right."""
    if is_admin:
        return
    async with database.read() as connection:
        settings = await effective(connection, workspace, None, defaults)
    if author not in settings.configurers:
        raise NotAllowed(author)


async def change(
    database: Database, workspace: Workspace, channel: str | None, defaults: DeskSettings, changes: Patch
) -> DeskSettings:
    """Changes settings of a channel, or of the workspace when ``channel`` is None, and returns those in force.

    A value of None gives a setting back to what it inherits. Raises :class:`SettingsRefused`, and
    then nothing was changed.
    """
    async with database.write() as connection:
        of_workspace, of_channel = await patches(connection, workspace, channel)
        base = merge(defaults, of_workspace) if channel is not None else defaults
        kept = dict(of_workspace if channel is None else of_channel)
        for name, value in changes.items():
            kept[name] = value
        kept = {
            name: value for name, value in kept.items() if value is not None or name not in DeskSettings.model_fields
        }
        settings = _validated(base, kept, channel)
        stored = settings.model_dump(include=set(kept))
        await save_patch(connection, workspace, channel, stored)
    return settings


def _validated(base: DeskSettings, changes: Patch, channel: str | None) -> DeskSettings:
    if channel is not None and "configurers" in changes:
        raise SettingsRefused({"configurers": "This is set for the whole workspace, not for a channel."})
    values: dict[str, Any] = base.model_dump() | changes
    try:
        return DeskSettings.model_validate(values)
    except ValidationError as error:
        raise SettingsRefused({str(one["loc"][0]): _sentence(one["msg"]) for one in error.errors()}) from error


def _sentence(message: str) -> str:
    plain = message.removeprefix("Value error, ")
    return plain[:1].upper() + plain[1:] + ("" if plain.endswith(".") else ".")
