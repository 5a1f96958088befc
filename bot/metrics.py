"""What is counted and measured, for ``/metrics``.

Labels are names from our own code (a platform, a stage, the kind of a failure), never an address, a
workspace or anybody's words.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

REGISTRY: Final = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST

LINKS_SEEN: Final = Counter("newsroom_links_seen", "Links and files taken over.", ["platform"], registry=REGISTRY)
LINKS_ANSWERED: Final = Counter(
    "newsroom_links_answered", "Replies posted, by kind: brief, note.", ["platform", "kind"], registry=REGISTRY
)
LINKS_FAILED: Final = Counter(
    "newsroom_links_failed", "Links that got no brief, by the kind of the failure.", ["kind"], registry=REGISTRY
)
REPLY_SECONDS: Final = Histogram(
    "newsroom_reply_seconds",
    "From the moment a link is accepted to its reply, in seconds.",
    buckets=(0.5, 1, 2, 3, 5, 8, 13, 20, 30, 60, 120, 300, 900, 3600),
    registry=REGISTRY,
)
STAGE_SECONDS: Final = Histogram(
    "newsroom_stage_seconds",
    "Time spent in one stage, in seconds: fetch, extract, language, analysis, compare, post.",
    ["stage"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
    registry=REGISTRY,
)
QUEUE_DEPTH: Final = Gauge(
    "newsroom_queue_depth",
    "What waits, over all processes: links for their reply, pages for being read, replies for being posted.",
    ["queue"],
    registry=REGISTRY,
)
QUEUE_AGE: Final = Gauge(
    "newsroom_queue_oldest_seconds",
    "For how long the oldest of them has waited, in seconds: links, replies.",
    ["queue"],
    registry=REGISTRY,
)
EXECUTORS: Final = Gauge(
    "newsroom_working_processes", "Processes that gave a sign of life in the last half minute.", registry=REGISTRY
)
WORKERS: Final = Gauge("newsroom_readers", "Processes of this one that read articles.", registry=REGISTRY)
WORKER_RESTARTS: Final = Counter(
    "newsroom_reader_restarts",
    "Processes that read and were replaced, by reason: lost, recycled.",
    ["reason"],
    registry=REGISTRY,
)
MODEL_LOAD: Final = Gauge(
    "newsroom_model_load_seconds", "How long the language model took to load last time.", registry=REGISTRY
)
LOOP_LAG: Final = Histogram(
    "newsroom_event_loop_lag_seconds",
    "How much later than asked the event loop came back, in seconds.",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
    registry=REGISTRY,
)
LOOP_LAG_P99: Final = Gauge(
    "newsroom_event_loop_lag_p99_seconds", "The same: 99 of 100 of the last samples were below.", registry=REGISTRY
)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Times one stage, also when it fails."""
    started = time.perf_counter()
    try:
        yield
    finally:
        STAGE_SECONDS.labels(name).observe(time.perf_counter() - started)


class LoopLag:
    """Samples by how much the event loop is late; keeps the last ``window`` samples, in seconds."""

    INTERVAL: Final = 0.02
    WINDOW: Final = 3000
    """One minute of samples."""

    def __init__(self, window: int = WINDOW) -> None:
        self._samples: deque[float] = deque(maxlen=window)

    def quantile(self, share: float) -> float:
        """The lag that ``share`` (0 to 1) of the kept samples stay below; 0 while there are none."""
        ordered = sorted(self._samples)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0

    async def sample(self) -> None:
        """Samples until it is cancelled."""
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + self.INTERVAL
            await asyncio.sleep(self.INTERVAL)
            lag = max(clock() - due, 0.0)
            self._samples.append(lag)
            LOOP_LAG.observe(lag)


@asynccontextmanager
async def watching_loop(window: int = LoopLag.WINDOW) -> AsyncIterator[LoopLag]:
    """Watches the running event loop; its p99 is in :data:`LOOP_LAG_P99` whenever that is read."""
    lag = LoopLag(window)
    LOOP_LAG_P99.set_function(lambda: lag.quantile(0.99))
    task = asyncio.create_task(lag.sample())
    try:
        yield lag
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def exposition() -> bytes:
    """Everything in the text format of Prometheus."""
    return generate_latest(REGISTRY)
