"""The pool: an asyncio front to a few worker processes.

Each worker has a pipe of its own and no lock is shared, so a worker may be killed at any moment
without harm to the others. (``concurrent.futures`` cannot stop a single hung worker, and pools whose
workers share one queue break when a worker dies while it holds the queue's lock.)
"""

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from types import TracebackType
from typing import Any, Self, cast

from bot import metrics
from bot.model import Article, Brief, Comparison, ModelInfo, Page
from bot.settings import AnalysisSettings, BriefSettings, Settings
from bot.workers.child import Answer, Request
from bot.workers.process import WorkerProcess, fork_server

log = logging.getLogger(__name__)


class Workers:
    """Extraction and analysis in ``settings.workers.processes`` processes.

    Calls wait for a free worker in the order they came. Every call raises :class:`bot.failures.Failure`:
    what extraction says of the page, :class:`TooSlow` or :class:`AnalysisCrashed`; a worker that was
    lost on the way is replaced, and no other call notices. A cancelled call stops its worker.

    ::

        async with Workers(settings) as workers:
            brief = await workers.brief_page(page, "42")
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        context = fork_server()
        self._workers = [WorkerProcess(context, settings) for _ in range(settings.workers.processes)]
        self._idle: asyncio.Queue[WorkerProcess] = asyncio.Queue()
        self._threads = ThreadPoolExecutor(len(self._workers), thread_name_prefix="workers")
        self._starts: set[asyncio.Future[None]] = set()
        self._revival: asyncio.Task[Any] | None = None
        self._closed = False

    async def __aenter__(self) -> Self:
        """Begins to start the processes, and does not wait for them; see :meth:`ready`."""
        for worker in self._workers:
            self._start(worker)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stops every process, busy or not."""
        self._closed = True
        if self._revival:
            self._revival.cancel()
        for worker in self._workers:
            worker.kill()
        await asyncio.gather(*self._starts, return_exceptions=True)
        await asyncio.to_thread(self._threads.shutdown)
        for worker in self._workers:
            worker.stop()

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that run."""
        return [worker.pid for worker in self._workers if worker.pid is not None]

    @property
    def alive(self) -> int:
        """How many of the processes have their model loaded and run."""
        return sum(worker.alive for worker in self._workers)

    async def ready(self) -> ModelInfo:
        """Waits until the workers have loaded the model, and says which. Raises :class:`AnalysisCrashed`."""
        await asyncio.gather(*self._starts, return_exceptions=True)
        loaded = next((worker.model for worker in self._workers if worker.model), None)
        return loaded or cast(
            ModelInfo, await self.call("bot.pipeline:model_info", limit=self._settings.workers.time_limit)
        )

    async def revive(self) -> None:
        """Asks any process for a sign of life, which starts it when it is gone. Raises :class:`AnalysisCrashed`."""
        if self._revival is None or self._revival.done():
            limit = self._settings.workers.time_limit
            self._revival = asyncio.create_task(self.call("bot.pipeline:model_info", limit=limit))
        # Who asks may give up earlier; loading the model goes on.
        await asyncio.shield(self._revival)

    async def brief_page(self, page: Page, id: str) -> Brief:
        """The brief of a fetched page."""
        article, timings = await self._extract(page)
        return await self.brief_article(article, id, fetched_at=page.fetched_at, timings=timings)

    async def brief_article(
        self,
        article: Article,
        id: str,
        *,
        fetched_at: datetime | None = None,
        timings: dict[str, float] | None = None,
        brief: BriefSettings | None = None,
        analysis: AnalysisSettings | None = None,
    ) -> Brief:
        """The brief of an article. ``brief`` and ``analysis`` replace those sections of the settings."""
        options = {"id": id, "fetched_at": fetched_at, "timings": timings, "brief": brief, "analysis": analysis}
        limit = self._settings.workers.time_limit
        return cast(Brief, await self.call("bot.pipeline:brief_article", article, limit=limit, options=options))

    async def compare(
        self, brief: Brief, others: Sequence[Brief], *, analysis: AnalysisSettings | None = None
    ) -> list[Comparison]:
        """What other articles show that are versions of the same story. ``analysis`` replaces that section."""
        limit, options = self._settings.workers.time_limit, {"analysis": analysis}
        found = await self.call("bot.pipeline:compare_briefs", brief, others, limit=limit, options=options)
        return cast(list[Comparison], found)

    async def signature(self, article: Article) -> list[int]:
        """What other versions of an article are found by."""
        limit = self._settings.workers.time_limit
        return cast(list[int], await self.call("bot.pipeline:signature", article, limit=limit))

    async def extract(self, page: Page) -> Article:
        """The article of a fetched page."""
        return (await self._extract(page))[0]

    async def _extract(self, page: Page) -> tuple[Article, dict[str, float]]:
        limit = self._settings.extract.time_limit
        found = await self.call("bot.pipeline:extract_page", page, limit=limit)
        return cast(tuple[Article, dict[str, float]], found)

    async def call(self, function: str, *args: Any, limit: float, options: dict[str, Any] | None = None) -> Any:
        """``function(*args, reader, settings, **options)`` in a worker, given up after ``limit`` seconds."""
        worker = await self._idle.get()
        request = Request(function, args, options or {})
        work = asyncio.get_running_loop().run_in_executor(self._threads, worker.call, request, limit)
        # By the work itself, not by whoever waits for it: a thread uses the worker until then.
        work.add_done_callback(lambda done: self._give_back(worker, done))
        try:
            answer = await asyncio.shield(work)
        except asyncio.CancelledError:
            worker.kill()
            await asyncio.wait([work])  # which a further cancellation ends, while the work goes on
            raise
        return answer.unwrap()

    def _give_back(self, worker: WorkerProcess, done: asyncio.Future[Answer]) -> None:
        if not done.cancelled():
            done.exception()  # nobody else asks for it when the caller is gone
        limit = self._settings.workers.recycle_after
        if worker.running and not (limit and worker.answered >= limit):
            self._idle.put_nowait(worker)
        elif not self._closed:
            metrics.WORKER_RESTARTS.labels("recycled" if worker.running else "lost").inc()
            self._start(worker)

    def _start(self, worker: WorkerProcess) -> None:
        """Starts a worker in the background and makes it idle, also when that fails: the next call tries again."""

        def restart() -> None:
            worker.stop()
            if not self._closed:
                worker.start()

        def started(start: asyncio.Future[None]) -> None:
            self._starts.discard(start)
            if not start.cancelled() and (error := start.exception()) and not self._closed:
                log.error("a worker did not start: %s", getattr(error, "reason", error))
            self._idle.put_nowait(worker)

        start = asyncio.get_running_loop().run_in_executor(self._threads, restart)
        self._starts.add(start)
        start.add_done_callback(started)
