"""One worker process, seen from its owner. Every method blocks; the pool calls them in threads."""

import logging
import multiprocessing
import pickle
import time
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from typing import Final

from bot import metrics
from bot.model import ModelInfo
from bot.settings import Settings
from bot.workers.child import Answer, Request, serve
from bot.workers.errors import AnalysisCrashed, TooSlow

START_LIMIT: Final = 120.0
"""Seconds that loading the model may take."""

SECTIONS: Final = ("language", "extract", "analysis", "brief")
"""The settings that a worker gets: what reads foreign text holds no secrets."""

log = logging.getLogger(__name__)


def fork_server() -> ForkServerContext:
    """The context all workers start from. Its server imports the heavy libraries once for all."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.pipeline", "bot.language.reader"])
    return context


class WorkerProcess:
    """A process with the model loaded. It is started on first use, and again after it was lost."""

    def __init__(self, context: ForkServerContext, settings: Settings) -> None:
        self.model: ModelInfo | None = None
        self.answered = 0
        self._killed = False
        self._context = context
        self._settings = Settings.model_construct(**{name: getattr(settings, name) for name in SECTIONS})
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._process.pid if self._process else None

    @property
    def running(self) -> bool:
        """True when the next request needs no start."""
        return self._connection is not None

    @property
    def alive(self) -> bool:
        """True when it runs and has its model. A process that was killed from outside is noticed."""
        process = self._process
        return self.running and self.model is not None and process is not None and not wait([process.sentinel], 0)

    def start(self) -> None:
        """Starts the process and waits for its model. Raises :class:`AnalysisCrashed`."""
        if self._connection is not None:
            return
        self._killed = False
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self._settings), name="newsroom-worker", daemon=True
        )
        try:
            process.start()
        except (OSError, EOFError) as error:
            ours.close()
            raise AnalysisCrashed(f"no worker process could be started: {error}") from error
        finally:
            theirs.close()
        self._process, self._connection, self.answered = process, ours, 0
        if self._killed:  # while the fork server was not ready, so that there was no process to be killed yet
            self.stop()
            raise AnalysisCrashed("the worker process was stopped before it ran")
        began = time.perf_counter()
        try:
            self.model = self._receive(START_LIMIT).unwrap()
            metrics.MODEL_LOAD.set(time.perf_counter() - began)
        except AnalysisCrashed:
            self.stop()
            raise

    def call(self, request: Request, limit: float) -> Answer:
        """The worker's answer. Raises :class:`TooSlow` after ``limit`` seconds, :class:`AnalysisCrashed` when it dies.

        In both cases the process is gone afterwards.
        """
        if self._connection is not None and self._connection.poll():  # nothing is owed, so this is its end
            self.stop()
        self.start()
        assert self._connection is not None
        try:
            self._connection.send(request)
        except OSError as error:
            raise self._lost() from error
        answer = self._receive(limit)
        self.answered += 1
        return answer

    def _receive(self, limit: float) -> Answer:
        assert self._connection is not None
        try:
            if not self._connection.poll(limit):
                log.warning("worker %s gave no answer in %g s and is stopped", self.pid, limit)
                self.stop()
                raise TooSlow(limit)
            answer = self._connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise self._lost() from error
        assert isinstance(answer, Answer)
        return answer

    def _lost(self) -> AnalysisCrashed:
        process = self._process
        self.stop()
        code = process.exitcode if process else None
        if not self._killed:
            log.warning("worker %s died (exit code %s)", process.pid if process else None, code)
        return AnalysisCrashed(f"the worker process died (exit code {code})")

    def kill(self) -> None:
        """Kills the process, from any thread; a :meth:`call` under way raises :class:`AnalysisCrashed`."""
        self._killed = True
        if self._process is not None and self._process.pid is not None:
            self._process.kill()

    def stop(self) -> None:
        """Ends the process and closes the pipe."""
        connection, self._connection = self._connection, None
        process, self._process = self._process, None
        if connection is not None:
            connection.close()
        if process is not None and process.pid is not None:
            process.kill()
            process.join()
