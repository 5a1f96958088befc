"""What is done beside the work: heartbeats, taking over from the dead, restarting what got stuck,
throwing away what is old."""

from __future__ import annotations

import asyncio
import logging
import time
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
PRUNE_BATCH: Final = 500
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
    """Starts shares anew that wait while nothing works on them; gives up those that failed too often."""
    async with engine.parts.database.read() as connection:
        waiting = await shares.waiting_since(connection, time.time() - stuck_after)
    for share in waiting:
        generation = await _generation(engine.parts, share)
        if await _is_worked_on(share, generation):
            continue
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


async def _generation(parts: Parts, share: Share) -> int:
    async with parts.database.read() as connection:
        return await pages.generation(connection, share.url)


async def _is_worked_on(share: Share, generation: int) -> bool:
    names = [
        share_workflow_id(share),
        reply_workflow_id(share),
        article_workflow_id(share.url, generation),
        apology_workflow_id(share),
    ]
    found = await DBOS.list_workflows_async(workflow_ids=names, load_input=False, load_output=False)
    return any(workflow.status in ALIVE for workflow in found)


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
            limit=PRUNE_BATCH,
            load_input=False,
            load_output=False,
        )
        if not old:
            return
        await DBOS.delete_workflows_async([workflow.workflow_id for workflow in old])
