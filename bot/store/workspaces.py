"""Workspaces and channels: their row ids and the settings kept for them."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Platform, Workspace
from bot.store.tables import channels, workspaces
from bot.store.upsert import insert

Patch = dict[str, Any]
"""Settings that somebody changed, by name; what is not named is inherited."""


NOBODY = 0
"""A row id that no workspace has."""


async def known_id(connection: AsyncConnection, workspace: Workspace) -> int:
    """The row id of a workspace, or :data:`NOBODY`; creates nothing."""
    where = (workspaces.c.platform == workspace.platform) & (workspaces.c.external_id == workspace.id)
    return (await connection.execute(select(workspaces.c.id).where(where))).scalar() or NOBODY


async def workspace_id(connection: AsyncConnection, workspace: Workspace) -> int:
    """The row id of a workspace, which is created when it is new (needs a writing transaction then)."""
    found = await known_id(connection, workspace)
    if found == NOBODY:
        fresh = insert(connection, workspaces).values(
            platform=workspace.platform, external_id=workspace.id, settings={}
        )
        await connection.execute(fresh.on_conflict_do_nothing())
        found = await known_id(connection, workspace)
    return found


async def channel_id(connection: AsyncConnection, workspace: Workspace, channel: str) -> int:
    """The row id of a channel, which is created when it is new (needs a writing transaction then)."""
    owner = await workspace_id(connection, workspace)
    where = (channels.c.workspace_id == owner) & (channels.c.external_id == channel)
    found = (await connection.execute(select(channels.c.id).where(where))).scalar()
    if found is None:
        fresh = insert(connection, channels).values(workspace_id=owner, external_id=channel, settings={})
        await connection.execute(fresh.on_conflict_do_nothing())
        found = (await connection.execute(select(channels.c.id).where(where))).scalar_one()
    return int(found)


async def channel_names(connection: AsyncConnection, workspace: Workspace) -> list[str]:
    """Every channel of a workspace that the bot has a row for, oldest first."""
    query = (
        select(channels.c.external_id)
        .join(workspaces, channels.c.workspace_id == workspaces.c.id)
        .where(workspaces.c.platform == workspace.platform, workspaces.c.external_id == workspace.id)
        .order_by(channels.c.id)
    )
    return list((await connection.execute(query)).scalars())


async def patches(connection: AsyncConnection, workspace: Workspace, channel: str | None) -> tuple[Patch, Patch]:
    """The changed settings of a workspace and of one of its channels; empty where nothing was changed."""
    owner = (workspaces.c.platform == workspace.platform) & (workspaces.c.external_id == workspace.id)
    of_workspace = (await connection.execute(select(workspaces.c.settings).where(owner))).scalar()
    if channel is None:
        return of_workspace or {}, {}
    query = (
        select(channels.c.settings)
        .join(workspaces, channels.c.workspace_id == workspaces.c.id)
        .where(owner, channels.c.external_id == channel)
    )
    return of_workspace or {}, (await connection.execute(query)).scalar() or {}


async def save_patch(connection: AsyncConnection, workspace: Workspace, channel: str | None, patch: Patch) -> None:
    """Replaces the changed settings of a workspace, or of one channel of it."""
    if channel is None:
        row = await workspace_id(connection, workspace)
        await connection.execute(update(workspaces).where(workspaces.c.id == row).values(settings=patch))
    else:
        row = await channel_id(connection, workspace, channel)
        await connection.execute(update(channels).where(channels.c.id == row).values(settings=patch))


async def known_workspaces(connection: AsyncConnection) -> list[Workspace]:
    """Every workspace that the bot has a row for."""
    rows = await connection.execute(select(workspaces.c.platform, workspaces.c.external_id).order_by(workspaces.c.id))
    return [Workspace(platform=Platform(row.platform), id=row.external_id) for row in rows]
