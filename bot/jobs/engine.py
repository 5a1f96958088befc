"""The engine: DBOS, started over our own tables and stopped without losing anything."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID
from sqlalchemy.exc import DBAPIError

from bot.jobs import housekeeping
from bot.jobs.parts import Parts
from bot.jobs.workflows import SHARES, Workflows, declare_queues, share_workflow_id
from bot.store import executors, shares
from bot.store.database import jobs_url
from bot.store.errors import StorageUnavailable

log = logging.getLogger(__name__)

APPLICATION_VERSION: Final = "1"
"""Never changes: DBOS resumes only work of its own version, and every version of the bot must be able
to finish what an earlier one began."""
THREADS: Final = 16


class Engine:
    """Starts the work on shares and sees to it that all of it ends."""

    def __init__(self, parts: Parts, *, works: bool) -> None:
        self.parts = parts
        self.works = works
        self._workflows: Workflows | None = None
        self._housekeeper: asyncio.Task[None] | None = None

    async def submit(self, identities: Iterable[str]) -> None:
        """Starts the work on shares that are committed.

        Never raises: a share that could not be started is found and started by the housekeeper.
        """
        for identity in identities:
            try:
                await self._start(identity)
            except Exception as error:
                log.warning("a link waits for the next round: %r", error, extra={"share": identity})

    async def _start(self, identity: str) -> None:
        assert self._workflows is not None
        async with self.parts.database.read() as connection:
            share = await shares.load(connection, identity)
        if share is None:
            return
        with SetWorkflowID(share_workflow_id(share)):
            if self.works:
                await DBOS.start_workflow_async(self._workflows.share, identity)
            else:
                await DBOS.enqueue_workflow_async(SHARES, self._workflows.share, identity)

    async def start(self) -> None:
        """Launches DBOS in the running loop; interrupted work goes on at once."""
        settings = self.parts.settings.jobs
        url = jobs_url(self.parts.settings.store)
        self._workflows = Workflows(self.parts)
        config: DBOSConfig = {
            "name": "newsroom-bot",
            "system_database_url": url.render_as_string(hide_password=False),
            "application_version": APPLICATION_VERSION,
            "executor_id": settings.executor,
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "max_executor_threads": THREADS,
            "notification_listener_polling_interval_sec": 1.0,
        }
        try:
            if url.get_backend_name() == "sqlite":
                await asyncio.to_thread(_use_wal, Path(url.database or ""))
            DBOS(config=config)
            if not self.works:
                DBOS.listen_queues([])
            DBOS.launch()
            await declare_queues(self.parts.settings)
        except (DBAPIError, sqlite3.Error) as error:
            await self._destroy(0)
            raise StorageUnavailable.because(error) from error
        if self.works:
            self._housekeeper = asyncio.create_task(housekeeping.keep(self))

    async def stop(self) -> None:
        """Waits a little for the work in hand; what is not finished goes on at the next start."""
        if self._housekeeper:
            self._housekeeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._housekeeper
        await self._destroy(
            round(self.parts.settings.jobs.shutdown_seconds) if self._workflows and self._workflows.running else 0
        )
        with suppress(StorageUnavailable):
            async with self.parts.database.write() as connection:
                await executors.remove(connection, self.parts.settings.jobs.executor)

    async def _destroy(self, seconds: int) -> None:
        await asyncio.to_thread(DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=seconds)
        # DBOS lent the loop its own threads, which are gone now.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(thread_name_prefix="newsroom"))
        unfinished = list(self._workflows.running) if self._workflows else []
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)


def _use_wal(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


@asynccontextmanager
async def open_engine(parts: Parts, *, works: bool = True) -> AsyncIterator[Engine]:
    """A running engine. ``works`` False only hands work to other processes (PostgreSQL).

    Raises :class:`StorageUnavailable` when its database cannot be used.
    """
    engine = Engine(parts, works=works)
    await engine.start()
    try:
        yield engine
    finally:
        await engine.stop()
