"""The job on a page: fetch it, have it read, keep the brief."""

import asyncio
import hashlib
import logging
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import metrics
from bot.failures import Failure
from bot.fetch import NotModified
from bot.jobs.comparing import signature
from bot.jobs.parts import Parts
from bot.links import is_home_page, merge_canonical, without_tracking
from bot.model import Brief, Page, Validators
from bot.ports import Stage
from bot.settings import JobsSettings
from bot.store import articles, documents, pages, shares, versions
from bot.store.documents import DOCUMENT_SCHEME
from bot.store.errors import StorageUnavailable
from bot.store.pages import Freshness, StoredFailure
from bot.store.shares import Share

log = logging.getLogger(__name__)

MAX_URL_LENGTH: Final = 2_000
"""Longer addresses are not kept: PostgreSQL indexes no more than 2,700 bytes."""
PROGRESS_SECONDS: Final = 3.0
INTERNAL: Final = StoredFailure(
    kind="internal", sentence="This link could not be read because of a mistake in the bot; it has been logged."
)


def freshness(settings: JobsSettings) -> Freshness:
    """Since when a page must have been looked at to need no new look now."""
    now = time.time()
    return Freshness(ready=now - settings.fresh_minutes * 60, failed=now - settings.failed_fresh_minutes * 60)


def politeness_key(url: str) -> str:
    """What a page shares its turn with: the host; a document has none."""
    return urlsplit(url).hostname or "document"


async def read_page(parts: Parts, url: str) -> None:
    """Reads a page and settles it, one way or the other.

    Raises :class:`StorageUnavailable` alone: then nothing is settled and the step is run again.
    """
    try:
        page = await _fetch(parts, url)
        await tell_waiting(parts, url, Stage.READING)
        brief = await parts.workers.brief_page(page, hashlib.sha256(url.encode()).hexdigest()[:16])
        bands = await signature(parts, brief.article)
    except StorageUnavailable:
        raise
    except NotModified:
        await _settle_unchanged(parts, url)
    except Failure as failure:
        await _settle_failed(
            parts, url, StoredFailure(kind=failure.kind, sentence=failure.sentence(), silent=failure.silent)
        )
    except Exception:
        log.exception("a page could not be read", extra={"url": url})
        await _settle_failed(parts, url, INTERNAL)
    else:
        await _settle_ready(parts, url, page, brief, bands)


async def _fetch(parts: Parts, url: str) -> Page:
    waiting = await tell_waiting(parts, url, Stage.FETCHING)
    if not url.startswith(DOCUMENT_SCHEME):
        async with parts.database.read() as connection:
            known = await articles.validators_of(connection, url)
        # As somebody wrote it: not every site answers under the canonical form of its addresses. What is
        # read is everybody's, though, so what was given to this person alone (a gift token) stays out.
        address = without_tracking(waiting[0].shown_url) if waiting else url
        with metrics.stage("fetch"):
            return await parts.fetcher.fetch(address, validators=known[1] if known else None)
    async with parts.database.read() as connection:
        document = await documents.load(connection, url.removeprefix(DOCUMENT_SCHEME))
    if document is None:
        raise DocumentGone
    return Page(
        url=url,
        final_url=url,
        content_type=document.content_type,
        body=document.body,
        fetched_at=datetime.now(UTC),
    )


class DocumentGone(Failure):
    """A file that was handed in was forgotten before it was read."""

    kind = "document-gone"

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "The file is no longer stored; please hand it in again."


async def _settle_failed(parts: Parts, url: str, failure: StoredFailure) -> None:
    log.info("page not read: %s", failure.kind, extra={"url": url, "kind": failure.kind})
    async with parts.database.write() as connection:
        await pages.settle_failed(connection, url, failure)


async def _settle_unchanged(parts: Parts, url: str) -> None:
    async with parts.database.write() as connection:
        known = await articles.validators_of(connection, url)
        if known is None:
            raise StorageUnavailable("broken", "the article that has not changed was forgotten meanwhile")
        await _settle_with(connection, url, known[0])


async def _settle_with(connection: AsyncConnection, url: str, article: int) -> None:
    waiting = await shares.waiting_for(connection, url)
    await articles.note_reading(connection, {share.owner for share in waiting}, article)
    await pages.settle_ready(connection, url, article)


async def _settle_ready(parts: Parts, url: str, page: Page, brief: Brief, bands: Sequence[int]) -> None:
    for stage, milliseconds in brief.timings_ms.items():
        metrics.STAGE_SECONDS.labels(stage).observe(milliseconds / 1000)
    home = home_address(url, page, brief)
    validators = Validators(etag=page.etag, last_modified=page.last_modified)
    if url.startswith(DOCUMENT_SCHEME):
        nameless = brief.article.model_copy(update={"url": None, "canonical_url": None})
        brief = brief.model_copy(update={"url": None, "canonical_url": None, "article": nameless})
    async with parts.database.write() as connection:
        article = await articles.save(connection, home, brief, validators)
        await versions.keep_signature(connection, article, bands)
        await _settle_with(connection, url, article)
        if home != url:
            await pages.also_ready(connection, home, article)


def home_address(url: str, page: Page, brief: Brief) -> str:
    """The address under which an article is kept: where the page stands, or what it calls canonical."""
    if url.startswith(DOCUMENT_SCHEME):
        return url
    home = merge_canonical(page.final_url, brief.canonical_url)
    return home if len(home) <= MAX_URL_LENGTH and not is_home_page(home) else url


async def tell_waiting(parts: Parts, url: str, stage: Stage) -> list[Share]:
    """Shows everyone who waits for a page how far it has come, and returns their shares, oldest first."""
    async with parts.database.read() as connection:
        waiting = await shares.waiting_for(connection, url)
    await tell(parts, waiting, stage)
    return waiting


async def tell(parts: Parts, waiting: Sequence[Share], stage: Stage) -> None:
    """Shows the people behind some shares how far the work has come; never fails, never waits long."""
    told = [
        adapter.progress(share.ref, share.shown_url, stage)
        for share in waiting
        if (adapter := parts.adapters.get(share.ref.platform))
    ]
    try:
        async with asyncio.timeout(PROGRESS_SECONDS):
            await asyncio.gather(*told, return_exceptions=True)
    except TimeoutError:
        log.warning("progress could not be shown in time")
