"""What is done beside the work: heartbeats, taking over from the dead, restarting what got stuck,
throwing away what is old."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dbos import DBOS

from bot.failures import Failure
from bot.jobs.parts import Parts
from bot.jobs.workflows import apology_workflow_id, article_workflow_id, reply_workflow_id, share_workflow_id
from bot.store import executors, pages, retention, shares
from bot.store.configuration import effective
from bot.store.shares import Share
from bot.store.workspaces import known_workspaces, workspace_id

if TYPE_CHECKING:
    from bot.jobs.engine import Engine

log = logging.getLogger(__name__)

BEAT_SECONDS: Final = 5.0
DEAD_AFTER_SECONDS: Final = 30.0
STUCK_AFTER_SECONDS: Final = 60.0
TIDY_SECONDS: Final = 3600.0
MAX_ATTEMPTS: Final = 5
DAY: Final = 86_400.0
BATCH: Final = 500
ALIVE: Final = ("ENQUEUED", "PENDING", "DELAYED")


async def keep(engine: Engine) -> None:
    """Runs for as long as the engine does. A round that fails is logged and followed by the next."""
    next_tidying = 0.0
    stuck_after = 0.0  # at the start, whatever waits without a workflow was lost in the stop
    while True:
        try:
            await take_over(engine.parts, engine.name)
            await restart_stuck(engine, stuck_after)
            stuck_after = STUCK_AFTER_SECONDS
            if time.monotonic() >= next_tidying:
                next_tidying = time.monotonic() + TIDY_SECONDS
                await tidy(engine.parts)
        except Failure as failure:
            log.error("housekeeping: %s", failure)
        except Exception:
            log.exception("housekeeping failed")
        await asyncio.sleep(BEAT_SECONDS)


async def take_over(parts: Parts, mine: str) -> None:
    """Says that this process lives, and resumes the work of processes that no longer do."""
    async with parts.database.write() as connection:
        await executors.beat(connection, mine)
        silent = await executors.silent_since(connection, time.time() - DEAD_AFTER_SECONDS)
    for name in silent:
        log.warning("process %s is gone; its work goes on here", name)
        await asyncio.to_thread(DBOS._recover_pending_workflows, [name])
        async with parts.database.write() as connection:
            await executors.remove(connection, name)


async def restart_stuck(engine: Engine, stuck_after: float) -> None:
    """Starts shares anew that wait while nothing works on them; gives up those that failed too often.

    All that wait are looked at: those that a dead platform keeps waiting must not hide the younger ones.
    """
    before, last = time.time() - stuck_after, None
    while True:
        async with engine.parts.database.read() as connection:
            waiting = await shares.waiting_since(connection, before, last, BATCH)
            generations = await pages.generations(connection, {share.url for share in waiting})
        for share in await _not_worked_on(waiting, generations):
            await _restart(engine, share, generations.get(share.url, 0))
        if len(waiting) < BATCH:
            return
        last = waiting[-1]


async def _restart(engine: Engine, share: Share, generation: int) -> None:
    if share.attempt == MAX_ATTEMPTS:
        log.error("a link is given up after %d attempts", share.attempt, extra={"share": share.key})
        await engine.apologise(share)
    async with engine.parts.database.write() as connection:
        await pages.abandon(connection, share.url, generation)
        if share.attempt <= MAX_ATTEMPTS:
            await shares.start_anew(connection, share)
        else:
            await shares.settle(connection, share.id, "undeliverable")
    if share.attempt < MAX_ATTEMPTS:
        log.info("a link is started anew", extra={"share": share.key})
        await engine.submit([share.id])


async def _not_worked_on(waiting: Sequence[Share], generations: Mapping[str, int]) -> list[Share]:
    names = {share.id: _workflows_of(share, generations.get(share.url, 0)) for share in waiting}
    asked = sorted(set().union(*names.values()))
    if not asked:
        return []
    found = await DBOS.list_workflows_async(workflow_ids=asked, status=list(ALIVE), load_input=False, load_output=False)
    alive = {workflow.workflow_id for workflow in found}
    return [share for share in waiting if not names[share.id] & alive]


def _workflows_of(share: Share, generation: int) -> set[str]:
    return {
        share_workflow_id(share),
        reply_workflow_id(share),
        article_workflow_id(share.url, generation),
        apology_workflow_id(share),
    }


async def tidy(parts: Parts) -> None:
    """Deletes finished workflows and what each workspace has kept for longer than it wants to."""
    now = time.time()
    await _prune_workflows(now - parts.settings.jobs.keep_days * DAY)
    async with parts.database.read() as connection:
        workspaces = await known_workspaces(connection)
    for workspace in workspaces:
        async with parts.database.write() as connection:
            settings = await effective(connection, workspace, None, parts.settings.desk)
            owner = await workspace_id(connection, workspace)
            await retention.drop_older(connection, owner, now - settings.retention_days * DAY)
    async with parts.database.write() as connection:
        await retention.drop_orphans(connection, now - DAY)


async def _prune_workflows(before: float) -> None:
    end = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(before))
    while True:
        old = await DBOS.list_workflows_async(
            status=["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"],
            end_time=end,
            limit=BATCH,
            load_input=False,
            load_output=False,
        )
        if not old:
            return
        await DBOS.delete_workflows_async([workflow.workflow_id for workflow in old])
