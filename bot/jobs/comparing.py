"""The comparison of an article with other versions of its story that the same workspace has read."""

import logging
from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import metrics
from bot.failures import Failure
from bot.jobs.parts import Parts
from bot.model import Article, Brief, Comparison
from bot.store import articles, versions

log = logging.getLogger(__name__)


async def signature(parts: Parts, article: Article) -> list[int]:
    """What other versions of an article are found by; empty when it cannot be had, as a brief does not fail for it."""
    try:
        return await parts.workers.signature(article)
    except Failure as failure:
        log.warning("no signature: %s", failure.kind, extra={"url": article.url})
        return []


async def others_read(connection: AsyncConnection, owner: int, article: int) -> dict[int, Brief]:
    """What a workspace has read that may be other versions of an article, by id, the most alike first."""
    ids = await versions.candidates(connection, owner, article)
    found = [(other, await articles.load_brief_for(connection, owner, other)) for other in ids]
    return {other: brief for other, brief in found if brief is not None}


async def compared(parts: Parts, brief: Brief, others: Mapping[int, Brief]) -> dict[int, Comparison]:
    """What those of the others show that are versions of the same story, by id, the likeliest original first.

    Nothing when the comparison fails: the brief goes without it then.
    """
    if not others:
        return {}
    try:
        with metrics.stage("compare"):
            shown = await parts.workers.compare(brief, list(others.values()))
    except Failure as failure:
        log.warning("not compared with other versions: %s", failure.kind, extra={"url": brief.url})
        return {}
    ids = list(others)
    return {ids[comparison.other]: comparison for comparison in shown}
