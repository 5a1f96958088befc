"""How much waits, over all processes; for the metrics."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model import Record
from bot.store.tables import executors, outbox, pages, shares


class Waiting(Record):
    """Links that wait for their reply, pages that wait to be read or are, replies that wait to be posted.

    The times are when the oldest came, in seconds since 1970; None when nothing waits.
    """

    links: int
    oldest_link: float | None
    pages: int
    replies: int
    oldest_reply: float | None


async def waiting(connection: AsyncConnection) -> Waiting:
    """What waits just now."""
    waits = shares.c.state == "waiting"
    links = (await connection.execute(select(func.count(), func.min(shares.c.shared_at)).where(waits))).one()
    read = select(func.count(shares.c.url.distinct())).join(pages, pages.c.url == shares.c.url)
    being_read = (await connection.execute(read.where(waits, pages.c.state == "reading"))).scalar_one()
    letters = select(func.count(), func.min(outbox.c.changed_at)).join(shares, outbox.c.share_id == shares.c.id)
    replies = (await connection.execute(letters.where(waits, outbox.c.state.in_(("pending", "sending"))))).one()
    return Waiting(links=links[0], oldest_link=links[1], pages=being_read, replies=replies[0], oldest_reply=replies[1])


async def beating_since(connection: AsyncConnection, after: float) -> int:
    """How many processes that work gave a sign of life after a time."""
    count = select(func.count()).select_from(executors).where(executors.c.beat_at >= after)
    return (await connection.execute(count)).scalar_one()
