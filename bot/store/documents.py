"""Files that were handed in and wait to be read."""

import hashlib
import time
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Document
from bot.store.tables import documents
from bot.store.upsert import insert

DOCUMENT_SCHEME: Final = "document:"
"""Addresses of files that were handed in: this, and the id of the stored document."""


async def keep(connection: AsyncConnection, owner: int, document: Document) -> str:
    """Stores a workspace's document, once, and returns its id."""
    parts = (str(owner), document.name, document.content_type)
    identity = hashlib.sha256("\0".join(parts).encode() + b"\0" + document.body).hexdigest()
    fresh = insert(connection, documents).values(
        id=identity, workspace_id=owner, added_at=time.time(), **document.model_dump()
    )
    await connection.execute(fresh.on_conflict_do_nothing())
    return identity


async def load(connection: AsyncConnection, identity: str) -> Document | None:
    """A stored document, or None when it is gone."""
    columns = (documents.c.name, documents.c.content_type, documents.c.body)
    row = (await connection.execute(select(*columns).where(documents.c.id == identity))).one_or_none()
    return Document(name=row.name, content_type=row.content_type, body=row.body) if row else None


async def drop_older(connection: AsyncConnection, before: float) -> None:
    """Deletes the documents that came before a time."""
    await connection.execute(delete(documents).where(documents.c.added_at < before))
