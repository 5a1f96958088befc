"""Shares many links in many channels and sees whether the bot keeps up: all answered, the event loop free,
memory flat.

``python -m tests.load`` shares 600 links in 30 channels as they come in ten minutes of a busy day, with
the clock ``--speed`` times as fast, and prints what it measured. Everything is real but the platform:
pages come over HTTP from another process, are fetched, read by the language model and rendered for
Slack. The platform takes one message a second in a channel, as Slack does, and refuses what comes sooner.
"""

import argparse
import asyncio
import json
import logging
import multiprocessing
import random
import re
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

from bot import metrics, render
from bot.desk import Desk, open_desk
from bot.fetch import Fetcher
from bot.model import Record
from bot.ports import Incoming, MessageRef, Payload, Platform, PostLater, Stage
from bot.settings import FetchSettings, Settings, StoreSettings, WorkersSettings
from bot.workers import Workers
from tests.chaos import until_answered

VOICES = sorted((Path(__file__).parent / "data" / "voices").glob("[a-z]*.md"))
DAY = 600.0
"""Seconds over which the links come."""
SOON = 0.95
"""A platform's clock need not agree with ours to the last hundredth."""


class Figures(Record):
    """What a run measured, in seconds and megabytes; ``lost`` and ``doubled`` count links, ``briefs`` replies.

    ``memory_shared`` is what the bot held when the last link had come.
    """

    links: int
    lost: int
    doubled: int
    briefs: int
    refused: int
    seconds: float
    links_per_second: float
    loop_lag_p99: float
    loop_lag_worst: float
    memory_start: float
    memory_shared: float
    memory_end: float


class Newspaper(BaseHTTPRequestHandler):
    """Serves an article at every address: one of our own, with a headline that only this address has."""

    def do_GET(self) -> None:
        if self.path == "/robots.txt":
            self.send_error(404)
            return
        lines = VOICES[hash(self.path) % len(VOICES)].read_text(encoding="utf-8").splitlines()
        plain = [escape(re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", line)) for line in lines if line]
        title = f"{plain[1]} {self.path}"
        paragraphs = "".join(f"<p>{line}</p>" for line in plain[2:])
        head = f"<html><head><title>{title}</title></head>"
        page = f"{head}<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, format: str, *args: object) -> None:
        return None


def print_newspaper(told: Connection) -> None:
    """Serves until the process is ended; tells its port first."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    told.send(server.server_port)
    server.serve_forever()


@contextmanager
def newspaper() -> Iterator[int]:
    """The port of a newspaper in a process of its own."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=print_newspaper, args=(theirs,), daemon=True)
    process.start()
    yield ours.recv()
    process.kill()
    process.join()


class Wall:
    """A platform that takes one message a second in each channel and keeps only what it must."""

    platform = Platform.SLACK

    def __init__(self, pace: float) -> None:
        self.pace = pace
        self.posted: Counter[str] = Counter()
        self.briefs = 0
        self.refused = 0
        self._keys: dict[str, str] = {}
        self._last: dict[str, float] = {}

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        now = time.monotonic()
        wait = self._last.get(ref.channel, 0.0) + self.pace - now
        if wait > self.pace * (1 - SOON):
            self.refused += 1
            raise PostLater(wait)
        json.dumps(dict(payload))
        self._last[ref.channel] = now
        self.posted[ref.message] += 1
        self.briefs += "actions" in [block["type"] for block in payload["blocks"]]
        self._keys[key] = ref.message
        return ref.message

    async def find(self, ref: MessageRef, key: str) -> str | None:
        return self._keys.get(key)

    async def withdraw(self, ref: MessageRef, posted: str) -> None:
        return None

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        return None


def memory() -> float:
    """Megabytes that this process holds."""
    return (metrics.REGISTRY.get_sample_value("process_resident_memory_bytes") or 0.0) / 1e6


async def share(desk: Desk, site: str, links: int, channels: int, speed: float) -> None:
    """Shares links as they come: at any moment with the same chance, in any channel."""
    draw = random.Random(1)
    began = time.monotonic()
    for number, moment in enumerate(sorted(draw.uniform(0, DAY * min(1.0, links / 600)) for _ in range(links))):
        await asyncio.sleep(began + moment / speed - time.monotonic())
        channel = f"C{draw.randrange(channels)}"
        ref = MessageRef(platform=Platform.SLACK, workspace="T1", channel=channel, message=str(number))
        await desk.handle_message(Incoming(ref=ref, author="U1", markup=f"<{site}/{number}>"))


async def run(folder: Path, links: int, channels: int, speed: float, readers: int, pace: float = 1.0) -> Figures:
    """One run, from the first link to the last reply."""
    with newspaper() as port:
        settings = Settings(
            store=StoreSettings(folder=folder),
            fetch=FetchSettings(allow_hosts=[f"127.0.0.1:{port}"], per_host_delay=0.0, per_host_concurrency=8),
            workers=WorkersSettings(processes=readers),
        )
        wall = Wall(pace)
        async with (
            metrics.watching_loop(window=1_000_000) as lag,
            Fetcher(settings.fetch) as fetcher,
            Workers(settings) as workers,
        ):
            await workers.ready()
            opened = open_desk(settings, lambda _: [wall], fetcher=fetcher, workers=workers, renderer=render)
            async with opened as desk:
                start, began = memory(), time.monotonic()
                await share(desk, f"http://127.0.0.1:{port}", links, channels, speed)
                shared = memory()
                await until_answered(desk.database, links)
                seconds = time.monotonic() - began
                end = memory()
    return Figures(
        links=links,
        lost=links - len(wall.posted),
        doubled=sum(times - 1 for times in wall.posted.values()),
        briefs=wall.briefs,
        refused=wall.refused,
        seconds=round(seconds, 1),
        links_per_second=round(links / seconds, 2),
        loop_lag_p99=round(lag.quantile(0.99), 4),
        loop_lag_worst=round(lag.quantile(1.0), 4),
        memory_start=round(start, 1),
        memory_shared=round(shared, 1),
        memory_end=round(end, 1),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=600)
    parser.add_argument("--channels", type=int, default=30)
    parser.add_argument("--speed", type=float, default=10.0, help="how much faster than the clock the links come")
    parser.add_argument("--readers", type=int, default=1, help="processes that read articles")
    parser.add_argument("--limit", type=int, default=600, help="seconds after which the run is given up")
    options = parser.parse_args()
    signal.alarm(options.limit)
    logging.basicConfig(level=logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="newsroom-load-") as folder:
        figures = asyncio.run(run(Path(folder), options.links, options.channels, options.speed, options.readers))
    print(figures.model_dump_json(indent=2))
    raise SystemExit(1 if figures.lost or figures.doubled else 0)


if __name__ == "__main__":
    main()
