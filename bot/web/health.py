"""Whether the bot lives, whether it is ready for work, and what it has measured.

Nothing here tells an address, a secret or a word of an article.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final, Protocol

from aiohttp import web

from bot import metrics
from bot.desk import Desk
from bot.failures import Failure
from bot.settings import Settings
from bot.store import queues
from bot.store.errors import StorageUnavailable
from bot.store.migrate import pending
from bot.web.guard import host_name, is_loopback

CHECK_SECONDS: Final = 3.0
BEAT_SECONDS: Final = 30.0
"""A process that works says so every few seconds; after this time it is taken for dead."""
FORWARDED: Final = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")


class Readers(Protocol):
    """The processes that read articles: :class:`bot.workers.Workers`."""

    @property
    def alive(self) -> int:
        """How many can read."""
        ...

    async def revive(self) -> None:
        """Starts one if none runs. Raises :class:`Failure`."""
        ...


class Health:
    """Handlers of ``/healthz``, ``/readyz`` and ``/metrics``. ``readers`` is None in a process that does not work."""

    def __init__(self, settings: Settings, desk: Desk, readers: Readers | None) -> None:
        self._settings = settings
        self._desk = desk
        self._readers = readers

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes that this class answers."""
        return [
            web.get("/healthz", self.healthy),
            web.get("/readyz", self.ready),
            web.get("/metrics", self.metrics),
        ]

    async def healthy(self, _request: web.Request) -> web.Response:
        """``GET /healthz``: the process answers."""
        return web.json_response({"status": "ok"})

    async def ready(self, _request: web.Request) -> web.Response:
        """``GET /readyz``: 200 when links can be taken over and worked off here, else 503 and why not.

        A process that only takes links over is ready while no other works: the links are kept, and a
        platform that could not deliver them would give them up. It says so under ``warnings``.
        """
        checks = {"the database": self._storage, "the engine": self._engine}
        if self._readers:
            checks["every process that reads articles"] = self._reading
        reasons = [reason for name, check in checks.items() if (reason := await _within(name, check))]
        warning = None if reasons or self._desk.works else await _within("the database", self._others)
        body = {
            "status": "unavailable" if reasons else "ready",
            **({"reasons": reasons} if reasons else {}),
            **({"warnings": [warning]} if warning else {}),
        }
        return web.json_response(body, status=HTTPStatus.SERVICE_UNAVAILABLE if reasons else HTTPStatus.OK)

    async def metrics(self, request: web.Request) -> web.Response:
        """``GET /metrics``, for those whom ``web.metrics`` lets in."""
        allowed = self._settings.web.metrics
        if allowed == "off" or (allowed == "local" and not _is_local(request)):
            raise web.HTTPNotFound
        await _within("the database", self._measure)
        return web.Response(body=metrics.exposition(), headers={"Content-Type": metrics.CONTENT_TYPE})

    async def _storage(self) -> str | None:
        if await asyncio.to_thread(pending, self._settings.store):
            return "the tables of the database are not up to date"
        async with self._desk.database.read() as connection:
            await queues.waiting(connection)
        return None

    async def _engine(self) -> str | None:
        return None if self._desk.is_running else "the jobs do not run"

    async def _reading(self) -> str | None:
        assert self._readers is not None
        if not self._readers.alive:
            await self._readers.revive()
        return None

    async def _others(self) -> str | None:
        async with self._desk.database.read() as connection:
            working = await queues.beating_since(connection, time.time() - BEAT_SECONDS)
        return None if working else "no process works; links are kept until one does"

    async def _measure(self) -> str | None:
        now = time.time()
        async with self._desk.database.read() as connection:
            waiting = await queues.waiting(connection)
            metrics.EXECUTORS.set(await queues.beating_since(connection, now - BEAT_SECONDS))
        for name, depth in (("links", waiting.links), ("pages", waiting.pages), ("replies", waiting.replies)):
            metrics.QUEUE_DEPTH.labels(name).set(depth)
        for name, since in (("links", waiting.oldest_link), ("replies", waiting.oldest_reply)):
            metrics.QUEUE_AGE.labels(name).set(now - since if since else 0.0)
        metrics.WORKERS.set(self._readers.alive if self._readers else 0)
        return None


async def _within(name: str, check: Callable[[], Awaitable[str | None]]) -> str | None:
    """What is wrong with a part according to its check, in words without secrets."""
    try:
        async with asyncio.timeout(CHECK_SECONDS):
            return await check()
    except StorageUnavailable as error:
        return f"the database is {'not usable' if error.cause == 'broken' else error.cause}"
    except TimeoutError:
        return f"{name} gave no answer in {CHECK_SECONDS:g} s"
    except Failure:
        return "no process that reads articles is alive"


def _is_local(request: web.Request) -> bool:
    """Whether a program on this machine asks, by a name of this machine, and no proxy passed it on."""
    return (
        is_loopback(request.remote or "")
        and is_loopback(host_name(request.host))
        and not any(name in request.headers for name in FORWARDED)
    )
