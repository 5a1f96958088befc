"""What runs inside a worker process: load the model once, then answer one request after another."""

import contextlib
import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pkgutil import resolve_name
from typing import Any

from bot.failures import Failure
from bot.settings import Settings

PR_SET_PDEATHSIG = 1  # linux/prctl.h

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """``function(*args, reader, settings, **options)``, to be called in the worker.

    The function is named, as in ``bot.pipeline:brief_article``, so that the owner need not import what
    only the workers use.
    """

    function: str
    args: tuple[Any, ...]
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """The result, or the failure in parts: not every exception survives pickling through ``__init__``."""

    result: Any = None
    failure: tuple[type[Failure], tuple[Any, ...], dict[str, Any]] | None = None
    crash: str | None = None

    def unwrap(self) -> Any:
        """The result; raises the :class:`Failure`, or :class:`AnalysisCrashed`."""
        if self.failure:
            kind, args, attributes = self.failure
            failure = kind.__new__(kind, *args)
            failure.args = args
            failure.__dict__.update(attributes)
            raise failure
        if self.crash:
            from bot.workers.errors import AnalysisCrashed

            raise AnalysisCrashed(self.crash)
        return self.result


def serve(connection: Connection, settings: Settings) -> None:
    """Entry point of the process: loads the model, says so, and answers until the pipe closes."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    try:
        from bot.pipeline import load_reader

        reader = load_reader(settings)
    except Exception as error:
        connection.send(Answer(crash=f"the language model could not be loaded: {error}"))
        return
    keep_what_is_loaded()
    connection.send(Answer(result=reader.info))
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            connection.send(_answer(connection.recv(), reader, settings))


def keep_what_is_loaded() -> None:
    """Leaves models and tables out of the search for garbage, and has it search seldomer: articles are short-lived."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _answer(request: Request, reader: Any, settings: Settings) -> Answer:
    try:
        return Answer(result=resolve_name(request.function)(*request.args, reader, settings, **request.options))
    except Failure as failure:
        return Answer(failure=(type(failure), failure.args, dict(failure.__dict__)))
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        return Answer(crash=f"{type(error).__name__}: {error}")


def die_with_parent() -> None:
    """Makes this process end when the one that owns the pool does, however that ends.

    On Linux the kernel sends SIGKILL when the fork server is gone, and the fork server goes with its
    owner. A thread that waits for the owner covers other systems, and an owner that was gone before.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    owner = multiprocessing.parent_process()
    if owner is not None:
        threading.Thread(target=_exit_after, args=(owner.sentinel,), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
