"""The settings in force in a channel: its own, else its workspace's, else the file's."""

import logging

from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Workspace
from bot.settings import DeskSettings
from bot.store.workspaces import Patch, patches

log = logging.getLogger(__name__)


async def effective(
    connection: AsyncConnection, workspace: Workspace, channel: str | None, defaults: DeskSettings
) -> DeskSettings:
    """What the bot does in a channel, or in a workspace when ``channel`` is None."""
    of_workspace, of_channel = await patches(connection, workspace, channel)
    return merge(defaults, of_workspace, of_channel)


def merge(defaults: DeskSettings, *changes: Patch) -> DeskSettings:
    """The defaults with changes laid over them, the last one uppermost.

    A stored value that a newer version of the bot does not know or accept is left out, with a line
    in the log, rather than silence a channel.
    """
    values = defaults.model_dump()
    for change in changes:
        for name, value in change.items():
            try:
                DeskSettings.model_validate({**values, name: value})
            except ValidationError:
                log.warning("stored setting %s is not valid and was left out", name)
            else:
                values[name] = value
    return DeskSettings.model_validate(values)
