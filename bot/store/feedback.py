"""What readers said about the findings."""

import time

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import feedback
from bot.store.upsert import insert


async def give(
    connection: AsyncConnection, owner: int, article: int, *, item: str, author: str, is_right: bool, reason: str
) -> None:
    """Keeps one reader's verdict on one finding; a later verdict replaces the earlier one."""
    verdict = {"is_right": is_right, "reason": reason, "given_at": time.time()}
    fresh = insert(connection, feedback).values(
        workspace_id=owner, article_id=article, item=item, author=author, **verdict
    )
    kept = fresh.on_conflict_do_update(index_elements=["workspace_id", "article_id", "item", "author"], set_=verdict)
    await connection.execute(kept)


async def tally(connection: AsyncConnection, owner: int) -> dict[str, tuple[int, int]]:
    """For each kind of finding, how often a workspace's readers called it right and wrong."""
    query = (
        select(feedback.c.item, feedback.c.is_right, func.count())
        .where(feedback.c.workspace_id == owner)
        .group_by(feedback.c.item, feedback.c.is_right)
    )
    counts: dict[str, tuple[int, int]] = {}
    for item, is_right, count in await connection.execute(query):
        check = item.partition("@")[0]
        right, wrong = counts.get(check, (0, 0))
        counts[check] = (right + count, wrong) if is_right else (right, wrong + count)
    return counts
