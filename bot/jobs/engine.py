"""The engine: DBOS, started over our own tables and stopped without losing anything."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, nullcontext, suppress
from typing import Final

from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from bot.jobs import housekeeping, slots
from bot.jobs.parts import Parts
from bot.jobs.workflows import SHARES, Workflows, declare_queues, share_workflow_id
from bot.store import executors, shares
from bot.store.database import jobs_url
from bot.store.errors import StorageUnavailable
from bot.store.shares import Share

log = logging.getLogger(__name__)

APPLICATION: Final = "newsroom-bot"
APPLICATION_VERSION: Final = "1"
"""Never changes: DBOS resumes only work of its own version, and every version of the bot must be able
to finish what an earlier one began."""
THREADS: Final = 16
HANDS_OVER: Final = "hands-over"
"""The name of every process that does not work; no work is ever kept under it."""


class Engine:
    """Starts the work on shares and sees to it that all of it ends."""

    def __init__(self, parts: Parts, name: str, *, works: bool) -> None:
        self.parts = parts
        self.name = name
        self.works = works
        self._workflows: Workflows | None = None
        self._housekeeper: asyncio.Task[None] | None = None
        self._launched = False

    @property
    def is_running(self) -> bool:
        """Whether links are taken over, and worked off if this process works."""
        beside = self._housekeeper
        return self._launched and (not self.works or (beside is not None and not beside.done()))

    async def submit(self, identities: Iterable[str]) -> None:
        """Starts the work on shares that are committed.

        Never raises: a share that could not be started is found and started by the housekeeper.
        """
        for identity in identities:
            try:
                await self._start(identity)
            except Exception as error:
                log.warning("a link waits for the next round: %r", error, extra={"share": identity})

    async def apologise(self, share: Share) -> None:
        """Gives a share up, and says so in its channel if that can be."""
        assert self._workflows is not None
        await self._workflows.apologise(share)

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
        url = jobs_url(self.parts.settings.store).render_as_string(hide_password=False)
        self._workflows = Workflows(self.parts)
        config: DBOSConfig = {
            "name": APPLICATION,
            "system_database_url": url,
            "application_version": APPLICATION_VERSION,
            "executor_id": self.name,
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "max_executor_threads": THREADS,
            # Nothing waits for notifications, so looking for them costs nothing; a stop waits for the last look.
            "notification_listener_polling_interval_sec": 0.1,
        }
        try:
            await asyncio.to_thread(self._prepare, url)
            DBOS(config=config)
            if not self.works:
                DBOS.listen_queues([])
            DBOS.launch()
        except (DBAPIError, sqlite3.Error) as error:
            await self._destroy()
            raise StorageUnavailable.because(error) from error
        self._launched = True
        if self.works:
            self._housekeeper = asyncio.create_task(housekeeping.keep(self))

    def _prepare(self, url: str) -> None:
        # DBOS listens at once to the queues that it finds at its launch, and a second later to new ones.
        location = make_url(url)
        if location.get_backend_name() == "sqlite":
            _use_wal(location.database or "")
        DBOS.migrate(url)
        client = DBOSClient(system_database_url=url, application_name=APPLICATION)
        try:
            declare_queues(client, self.parts.settings)
        finally:
            client.destroy()

    async def stop(self) -> None:
        """Waits a little for the work in hand; what is not finished goes on at the next start."""
        self._launched = False
        if self._housekeeper:
            self._housekeeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._housekeeper
        if self._workflows and self._workflows.running:
            await asyncio.wait(self._workflows.running, timeout=self.parts.settings.jobs.shutdown_seconds)
        await self._destroy()
        if self.works:
            with suppress(StorageUnavailable):
                async with self.parts.database.write() as connection:
                    await executors.remove(connection, self.name)

    async def _destroy(self) -> None:
        # Workflows that are about to start complain that the engine is going; they start next time.
        logging.getLogger("dbos").setLevel(logging.CRITICAL)
        await asyncio.to_thread(DBOS.destroy, destroy_registry=True)
        # DBOS lent the loop its own threads, which are gone now.
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(thread_name_prefix="newsroom"))
        unfinished = list(self._workflows.running) if self._workflows else []
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)


def _use_wal(path: str) -> None:
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
    # A process that does not work must not resume anything under the name of one that does.
    async with slots.claim(parts.settings, parts.database) if works else nullcontext(HANDS_OVER) as name:
        engine = Engine(parts, name, works=works)
        await engine.start()
        try:
            yield engine
        finally:
            await engine.stop()
