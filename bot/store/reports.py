"""Links to reports: whoever has one may read that report, and nobody can make one up.

A link names a workspace, an article and a signature over both. The key of the signature belongs to
this one reading of the article by this workspace. When the workspace forgets the article, the key is
gone, and with it the link for ever: also when the article is read again, or a row id is used again.
"""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Brief, Comparison, Record
from bot.ports import Platform, Workspace
from bot.store.articles import restore
from bot.store.tables import articles, readings, workspaces
from bot.store.versions import known_comparisons

PATH: Final = "/r/"
"""Where reports are, below the public address."""
_TOKEN: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})-([A-Za-z0-9_-]{43})")


class Report(Record):
    """A brief, the workspace whose report of it was asked for, and what other versions show that it has read."""

    workspace: Workspace
    brief: Brief
    comparisons: tuple[Comparison, ...] = ()


async def token(connection: AsyncConnection, owner: int, article: int) -> str | None:
    """The unguessable end of the link to a workspace's report of an article; None when it has not read it."""
    query = select(readings.c.key).where(readings.c.workspace_id == owner, readings.c.article_id == article)
    key = (await connection.execute(query)).scalar()
    return f"{owner}-{article}-{_signature(key, owner, article)}" if key else None


async def link(connection: AsyncConnection, public_url: str, owner: int, article: int) -> str | None:
    """The link to a workspace's report of an article; None without a public address, or when it has not read it."""
    end = await token(connection, owner, article) if public_url else None
    return f"{public_url}{PATH}{end}" if end else None


async def find(connection: AsyncConnection, link_token: str) -> Report | None:
    """The report that a link leads to; None for one that was never given out and for one that was forgotten."""
    named = _TOKEN.fullmatch(link_token)
    if named is None:
        return None
    owner, article = int(named[1]), int(named[2])
    expected = await token(connection, owner, article)
    if expected is None or not hmac.compare_digest(expected.encode(), link_token.encode()):
        return None
    query = (
        select(articles.c.brief, articles.c.text, workspaces.c.platform, workspaces.c.external_id)
        .join(readings, readings.c.article_id == articles.c.id)
        .join(workspaces, workspaces.c.id == readings.c.workspace_id)
        .where(readings.c.workspace_id == owner, readings.c.article_id == article)
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    workspace = Workspace(platform=Platform(row.platform), id=row.external_id)
    shown = await known_comparisons(connection, owner, article)
    return Report(workspace=workspace, brief=restore(row.brief, row.text), comparisons=tuple(shown))


def _signature(key: str, owner: int, article: int) -> str:
    digest = hmac.new(bytes.fromhex(key), f"{owner}-{article}".encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
