"""The job on a reply: compose it, put it into the outbox, post it once."""

import asyncio
import logging
import math
import time
from collections.abc import Sequence
from functools import cache
from typing import Final

from bot import metrics
from bot.brief import select, with_comparisons
from bot.jobs.comparing import compared, others_read
from bot.jobs.domains import is_allowed
from bot.jobs.parts import Parts
from bot.jobs.reading import tell
from bot.model import Comparison
from bot.ports import ChatAdapter, MessageRef, Payload, Platform, PostLater, PostRefused, Stage
from bot.store import articles, feedback, outbox, pages, reports, shares, versions
from bot.store.configuration import effective
from bot.store.documents import DOCUMENT_SCHEME
from bot.store.errors import StorageUnavailable
from bot.store.outbox import Letter
from bot.store.pages import StoredFailure
from bot.store.shares import Share

log = logging.getLogger(__name__)

FORGOTTEN: Final = StoredFailure(
    kind="forgotten", sentence="What was read here has been forgotten since; please share the link again."
)
RULED_OUT: Final = StoredFailure(
    kind="ruled-out", sentence="This link leads to a site that the settings here rule out.", silent=True
)
NOT_SHOWN: Final = "This article was read, but its brief could not be shown here; the log of the bot says why."
NOT_ANSWERED: Final = (
    "This link could not be answered, although it was tried several times; the log of the bot says why."
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
        others = await others_read(connection, share.owner, outcome.article_id) if outcome.article_id else {}
        public_url = parts.settings.web.public_url
        report_url = await reports.link(connection, public_url, share.owner, outcome.article_id or 0)
        lessons = await feedback.lessons(connection, share.owner, share.ref.channel)
    failure = outcome.failure or FORGOTTEN
    if brief and brief.url and not is_allowed(brief.url, settings):
        brief, failure = None, RULED_OUT
    payload: Payload | None
    shown: dict[int, Comparison] = {}
    if brief:
        shown = await compared(parts, brief, others)
        known = with_comparisons(brief, list(shown.values()), parts.settings.brief)
        selection = select(known, settings, lessons)
        payload = await asyncio.to_thread(
            parts.renderer.render,
            selection.brief,
            share.ref.platform,
            share.sections or settings.sections,
            settings=parts.settings.brief,
            worth=None if share.whole else selection.worth,
            full=share.whole,
            report_url=report_url,
        )
    else:
        payload = _failure_note(parts, share, failure)
    async with parts.database.write() as connection:
        if outcome.article_id and brief and not await shares.set_article(connection, share, outcome.article_id):
            await shares.settle(connection, identity, "merged")
            return False
        if outcome.article_id:
            await versions.keep_comparisons(connection, share.owner, outcome.article_id, shown)
        if payload is None:
            await shares.settle(connection, identity, "silent")
        else:
            await outbox.put(connection, share, payload)
    return payload is not None


def _failure_note(parts: Parts, share: Share, failure: StoredFailure) -> Payload | None:
    metrics.LINKS_FAILED.labels(failure.kind).inc()
    return None if failure.silent and not share.explicit else _note(parts, share, failure.sentence)


def _note(parts: Parts, share: Share, sentence: str) -> Payload:
    is_document = share.url.startswith(DOCUMENT_SCHEME)
    return parts.renderer.render_note(sentence, share.ref.platform, None if is_document else share.url)


async def deliver(parts: Parts, identity: str) -> float | None:
    """Posts a reply, unless an earlier attempt did. Returns seconds to wait before trying again, or None.

    The row is marked "sending" before the platform is asked, so an attempt that was cut off is
    seen as such, and the platform is searched for its message before anything is posted again.
    """
    async with parts.database.write() as connection:
        share = await shares.load(connection, identity)
        letter = await outbox.take(connection, identity)
    if share is None:
        return None
    if letter is None:
        return await _withdrawn(parts, share)
    try:
        posted = await _posted(parts, share, letter)
    except PostLater as later:
        return await _wait(parts, share, later.retry_after)
    except PostRefused as refused:
        log.error("reply refused: %s", refused.reason, extra={"channel": share.ref.channel})
        return await _refused(parts, share, refused)
    except StorageUnavailable:
        raise
    except Exception as error:
        log.warning("reply may not have arrived: %r", error, extra={"channel": share.ref.channel})
        return await _unsettled(parts, share, letter)
    return await _settled(parts, share, letter, posted)


async def _posted(parts: Parts, share: Share, letter: Letter) -> str | None:
    """The id of the reply in the channel; None when there is none and its message is gone."""
    posted = await _find(parts, share, letter) if letter.state == "sending" else None
    if posted is None and share.state != "withdrawn":
        posted = await _post(parts, share, letter)
    return posted


async def _unsettled(parts: Parts, share: Share, letter: Letter) -> float | None:
    if letter.attempts + 1 < parts.settings.jobs.post_attempts:
        return min(math.ldexp(FIRST_DELAY, letter.attempts), LONGEST_DELAY)
    log.error("a reply is given up after %d attempts", letter.attempts + 1, extra={"share": share.key})
    await give_up(parts, share.id)
    return None


async def _settled(parts: Parts, share: Share, letter: Letter, posted: str | None) -> float | None:
    async with parts.database.write() as connection:
        if posted is None:
            await outbox.mark_withdrawn(connection, letter.key)
            return None
        await outbox.mark_sent(connection, letter.key, posted)
        await shares.settle(connection, share.id, "answered")
        settled = await shares.load(connection, share.id)
    if settled is None:
        return None
    _count(settled)
    return await _withdrawn(parts, settled)


async def _withdrawn(parts: Parts, share: Share) -> float | None:
    """Deletes a reply whose message was deleted while it was being posted; the seconds to wait when that cannot be yet.

    Nobody tells us of the deletion again, so a stop or a refusal in between must not end it.
    """
    if share.state != "withdrawn":
        return None
    try:
        await withdraw(parts, share.ref, [share.id])
    except PostLater as later:
        return later.retry_after
    except PostRefused as refused:
        log.warning("a reply could not be withdrawn: %s", refused.reason, extra={"channel": share.ref.channel})
    return None


def _count(share: Share) -> None:
    is_brief = share.article_id is not None and share.state != "undeliverable"
    seconds = time.time() - share.shared_at
    log.info("link answered", extra={"url": share.url, "state": share.state, "seconds": round(seconds, 2)})
    metrics.LINKS_ANSWERED.labels(share.ref.platform, "brief" if is_brief else "note").inc()
    metrics.REPLY_SECONDS.observe(seconds)


async def _refused(parts: Parts, share: Share, refused: PostRefused) -> float | None:
    """Says that the brief cannot be shown, where the platform takes a sentence at least."""
    if not (refused.of_message and share.state == "waiting"):
        await give_up(parts, share.id)
        return None
    async with parts.database.write() as connection:
        await outbox.replace(connection, share.id, _note(parts, share, NOT_SHOWN))
        await shares.settle(connection, share.id, "undeliverable")
    metrics.LINKS_FAILED.labels("undeliverable").inc()
    return 0.0


def _adapter(parts: Parts, platform: Platform) -> ChatAdapter:
    """What posts to a platform. Raises :class:`PostLater` while the bot has no access to it."""
    adapter = parts.adapters.get(platform)
    if adapter is None:
        _log_absence(platform)
        raise PostLater(LONGEST_DELAY)
    return adapter


@cache  # every reply that waits would say it again and again
def _log_absence(platform: Platform) -> None:
    log.error("replies wait: there is no access to %s any more; is its token set?", platform)


async def _find(parts: Parts, share: Share, letter: Letter) -> str | None:
    try:
        return await _adapter(parts, share.ref.platform).find(share.ref, letter.key)
    except PostLater:
        async with parts.database.write() as connection:
            await outbox.put_back(connection, letter.key, "sending")
        raise


async def _post(parts: Parts, share: Share, letter: Letter) -> str:
    try:
        with metrics.stage("post"):
            return await _adapter(parts, share.ref.platform).post(share.ref, letter.payload, letter.key)
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

    Raises what the adapter raises, and :class:`PostLater` where there is none; what was deleted until then is noted.
    """
    async with parts.database.read() as connection:
        standing = await outbox.standing(connection, identities)
    for key, posted in standing.items():
        await _adapter(parts, ref.platform).withdraw(ref, posted)
        async with parts.database.write() as connection:
            await outbox.mark_withdrawn(connection, key)
    return len(standing)


async def give_up(parts: Parts, identity: str) -> None:
    """Ends a share whose reply cannot be posted."""
    async with parts.database.write() as connection:
        await outbox.mark_refused(connection, identity)
        await shares.settle(connection, identity, "undeliverable")
    metrics.LINKS_FAILED.labels("undeliverable").inc()


async def apologise(parts: Parts, identity: str) -> bool:
    """Ends a share that failed too often, and puts one sentence about that into the outbox.

    A reply that stands there already is tried once more instead. False when the share was forgotten.
    """
    async with parts.database.write() as connection:
        share = await shares.load(connection, identity)
        if share is None:
            return False
        await outbox.put(connection, share, _note(parts, share, NOT_ANSWERED))
        await shares.settle(connection, identity, "undeliverable")
    metrics.LINKS_FAILED.labels("undeliverable").inc()
    return True


async def finish(parts: Parts, identity: str) -> None:
    """Shows how the work on a share ended, and keeps the channel's turn for as long as its pace asks."""
    async with parts.database.read() as connection:
        share = await shares.load(connection, identity)
    if share is None:
        return
    is_brief = share.article_id is not None and share.state != "undeliverable"
    await tell(parts, [share], Stage.POSTED if is_brief else Stage.FAILED)
    if adapter := parts.adapters.get(share.ref.platform):
        await asyncio.sleep(adapter.pace)
