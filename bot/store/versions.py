"""Other versions of an article: how they are found among what a workspace has read, and what they showed.

The signature of an article (:func:`bot.analysis.comparison.bands`) is kept once, like the article. It is only ever
looked up among the readings of one workspace, so what another one has read is never found.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Comparison
from bot.store.tables import article_bands, comparisons, readings

MOST_CANDIDATES: Final = 4
FEWEST_BANDS: Final = 2
"""Of a thousand other stories some share one band by chance, and hardly any two."""


async def keep_signature(connection: AsyncConnection, article: int, bands: Sequence[int]) -> None:
    """Keeps the signature of an article in place of an earlier one."""
    await connection.execute(delete(article_bands).where(article_bands.c.article_id == article))
    if bands:
        await connection.execute(insert(article_bands), [{"band": band, "article_id": article} for band in set(bands)])


async def candidates(connection: AsyncConnection, owner: int, article: int) -> list[int]:
    """Articles that a workspace has read and that share a part of an article's signature, the most alike first."""
    mine, other = article_bands.alias("mine"), article_bands.alias("other")
    query = (
        select(other.c.article_id)
        .join(mine, other.c.band == mine.c.band)
        .join(readings, readings.c.article_id == other.c.article_id)
        .where(mine.c.article_id == article, other.c.article_id != article, readings.c.workspace_id == owner)
        .group_by(other.c.article_id)
        .having(func.count() >= FEWEST_BANDS)
        .order_by(func.count().desc(), other.c.article_id)
        .limit(MOST_CANDIDATES)
    )
    return list((await connection.execute(query)).scalars())


async def keep_comparisons(
    connection: AsyncConnection, owner: int, article: int, found: Mapping[int, Comparison]
) -> None:
    """Keeps what comparing an article showed, by the id of the other and in this order, in place of earlier results.

    What the workspace has forgotten meanwhile is left out.
    """
    mine = (comparisons.c.workspace_id == owner) & (comparisons.c.article_id == article)
    await connection.execute(delete(comparisons).where(mine))
    if not found:
        return
    wanted = readings.c.article_id.in_([article, *found])
    query = select(readings.c.article_id).where(readings.c.workspace_id == owner, wanted).with_for_update()
    read = set((await connection.execute(query)).scalars())
    rows = [
        {
            "workspace_id": owner,
            "article_id": article,
            "other_id": other,
            "place": place,
            "found": one.model_dump_json(),
        }
        for place, (other, one) in enumerate(found.items())
        if other in read and article in read
    ]
    if rows:
        await connection.execute(insert(comparisons), rows)


async def known_comparisons(connection: AsyncConnection, owner: int, article: int) -> list[Comparison]:
    """What comparing an article with others showed that the workspace has read, the likeliest original first."""
    query = (
        select(comparisons.c.found)
        .where(comparisons.c.workspace_id == owner, comparisons.c.article_id == article)
        .order_by(comparisons.c.place)
    )
    return [Comparison.model_validate_json(found) for found in (await connection.execute(query)).scalars()]
