"""The job on a reply: compose it, put it into the outbox, post it once."""

import asyncio
import logging
import math
import time
from collections.abc import Sequence
from typing import Final

from bot.jobs.parts import Parts
from bot.jobs.reading import DOCUMENT_SCHEME, tell
from bot.model import Brief
from bot.ports import MessageRef, Payload, PostLater, PostRefused, Stage
from bot.settings import DeskSettings
from bot.store import articles, outbox, pages, shares
from bot.store.configuration import effective
from bot.store.errors import StorageUnavailable
from bot.store.outbox import Letter
from bot.store.pages import Outcome, StoredFailure
from bot.store.shares import Share

log = logging.getLogger(__name__)

SEVERITIES: Final = ("minor", "major", "critical")
FORGOTTEN: Final = StoredFailure(
    kind="forgotten", sentence="What was read here has been forgotten since; please share the link again."
)
FIRST_DELAY: Final = 1.0
LONGEST_DELAY: Final = 300.0
HOUR: Final = 3600.0


async def compose(parts: Parts, identity: str) -> bool:
    """Puts the reply to a share into the outbox; False when there is none to post."""
    async with parts.database.read() as connection:
        share = await shares.load(connection, identity)
        if share is None or share.state != "waiting":
            return False
        settings = await effective(connection, share.ref.home, share.ref.channel, parts.settings.desk)
        outcome = await pages.outcome(connection, share.url)
        brief = await articles.load_brief(connection, outcome.article_id) if outcome.article_id else None
    payload = _payload(parts, share, settings, outcome, brief)
    async with parts.database.write() as connection:
        if outcome.article_id and brief and not await shares.set_article(connection, share, outcome.article_id):
            await shares.settle(connection, identity, "merged")
            return False
        if payload is None:
            await shares.settle(connection, identity, "silent")
        else:
            await outbox.put(connection, share, payload)
    return payload is not None


def _payload(
    parts: Parts, share: Share, settings: DeskSettings, outcome: Outcome, brief: Brief | None
) -> Payload | None:
    platform = share.ref.platform
    if brief:
        return parts.renderer.render(filtered(brief, settings), platform, share.sections or settings.sections)
    failure = outcome.failure or FORGOTTEN
    if failure.silent and not share.explicit:
        return None
    is_document = share.url.startswith(DOCUMENT_SCHEME)
    return parts.renderer.render_note(failure.sentence, platform, None if is_document else share.url)


def filtered(brief: Brief, settings: DeskSettings) -> Brief:
    """A brief without the findings that a channel does not want to see."""
    floor = SEVERITIES.index(settings.min_severity)
    return brief.model_copy(
        update={
            "errors": [
                error
                for error in brief.errors
                if error.confidence >= settings.min_confidence
                and SEVERITIES.index(error.severity) >= floor
                and error.check not in settings.disabled_checks
            ],
            "demands": [demand for demand in brief.demands if demand.confidence >= settings.min_confidence],
        }
    )


async def deliver(parts: Parts, identity: str) -> float | None:
    """Posts a reply, unless an earlier attempt did. Returns seconds to wait before trying again, or None.

    The row is marked "sending" before the platform is asked, so an attempt that was cut off is
    seen as such, and the platform is searched for its message before anything is posted again.
    """
    async with parts.database.write() as connection:
        share = await shares.load(connection, identity)
        letter = await outbox.take(connection, identity)
    if share is None or letter is None:
        return None
    adapter = parts.adapters[share.ref.platform]
    try:
        posted = await adapter.find(share.ref, letter.key) if letter.state == "sending" else None
        if posted is None:
            posted = await _post(parts, share, letter)
    except PostLater as later:
        return await _wait(parts, share, later.retry_after)
    except PostRefused as refused:
        log.error("reply refused: %s", refused.reason, extra={"channel": share.ref.channel})
        await give_up(parts, identity)
        return None
    except StorageUnavailable:
        raise
    except Exception as error:
        log.warning("reply may not have arrived: %r", error, extra={"channel": share.ref.channel})
        if letter.attempts + 1 >= parts.settings.jobs.post_attempts:
            await give_up(parts, identity)
            return None
        return min(math.ldexp(FIRST_DELAY, letter.attempts), LONGEST_DELAY)
    async with parts.database.write() as connection:
        await outbox.mark_sent(connection, letter.key, posted)
        await shares.settle(connection, identity, "answered")
        settled = await shares.load(connection, identity)
    log.info("link answered", extra={"url": share.url, "seconds": round(time.time() - share.shared_at, 2)})
    if settled and settled.state == "withdrawn":
        await withdraw(parts, share.ref, [identity])
    return None


async def _post(parts: Parts, share: Share, letter: Letter) -> str:
    try:
        return await parts.adapters[share.ref.platform].post(share.ref, letter.payload, letter.key)
    except PostLater:
        async with parts.database.write() as connection:
            await outbox.put_back(connection, letter.key)
        raise


async def _wait(parts: Parts, share: Share, seconds: float) -> float | None:
    """The wait that a platform asked for, unless the reply has waited for too long already."""
    if time.time() - share.shared_at < parts.settings.jobs.post_hours * HOUR:
        return seconds
    log.error("a reply is given up: the platform did not take it in time", extra={"channel": share.ref.channel})
    await give_up(parts, share.id)
    return None


async def withdraw(parts: Parts, ref: MessageRef, identities: Sequence[str]) -> int:
    """Deletes the replies to some shares of one message that stand in the channel; returns how many did.

    Raises what the adapter raises; what was deleted until then is noted.
    """
    async with parts.database.read() as connection:
        standing = await outbox.standing(connection, identities)
    for key, posted in standing.items():
        await parts.adapters[ref.platform].withdraw(ref, posted)
        async with parts.database.write() as connection:
            await outbox.mark_withdrawn(connection, key)
    return len(standing)


async def give_up(parts: Parts, identity: str) -> None:
    """Ends a share whose reply cannot be posted."""
    async with parts.database.write() as connection:
        await outbox.mark_refused(connection, identity)
        await shares.settle(connection, identity, "undeliverable")


async def finish(parts: Parts, identity: str) -> None:
    """Shows how the work on a share ended, and keeps the channel's turn for as long as its pace asks."""
    async with parts.database.read() as connection:
        share = await shares.load(connection, identity)
    if share is None:
        return
    is_brief = share.article_id is not None and share.state != "undeliverable"
    await tell(parts, [share], Stage.POSTED if is_brief else Stage.FAILED)
    await asyncio.sleep(parts.adapters[share.ref.platform].pace)
