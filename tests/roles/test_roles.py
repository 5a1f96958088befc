"""``newsroom-bot web`` and ``newsroom-bot worker`` as processes of their own on one PostgreSQL database."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import ClientSession, web

from tests import postgres

SECONDS_TO_STOP = 10.0
PATIENCE = 90.0
PARAGRAPH = (
    "The harbour of Valmere stays shut until Friday, said Ines Quade, who runs the port. "
    "She asked the dockers to come back to their cranes before the weekend. "
    "The union answered that it wants to see an offer first."
)


class Site:
    """A news site whose pages come when the gate is open."""

    def __init__(self) -> None:
        self.asked: asyncio.Queue[str] = asyncio.Queue()
        self.gate = asyncio.Event()
        self.gate.set()
        self.address = ""

    async def page(self, request: web.Request) -> web.Response:
        if request.path == "/robots.txt":
            raise web.HTTPNotFound
        self.asked.put_nowait(request.path)
        await self.gate.wait()
        body = f"<html><head><title>Valmere {request.path}</title></head><body><article>"
        body += f"<h1>Valmere {request.path}</h1>" + f"<p>{PARAGRAPH}</p>" * 4
        return web.Response(text=body + "</article></body></html>", content_type="text/html")


@pytest_asyncio.fixture
async def site() -> AsyncIterator[Site]:
    made = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", made.page)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    made.gate.set()
    await runner.cleanup()


class Bot:
    """The processes of one bot, by what they were started as."""

    def __init__(self, folder: Path, database: str, site: Site) -> None:
        self._folder = folder
        self._environment = os.environ | {
            "NEWSROOM_STORE__URL": database,
            "NEWSROOM_STORE__FOLDER": str(folder),
            "NEWSROOM_WEB__PORT": "0",
            "NEWSROOM_FETCH__ALLOW_HOSTS": f'["{site.address.removeprefix("http://")}"]',
            "NEWSROOM_FETCH__PER_HOST_DELAY": "0",
            "NEWSROOM_FETCH__TOTAL_TIMEOUT": "600",
            "NEWSROOM_FETCH__READ_TIMEOUT": "600",
        }
        self.running: list[Process] = []

    async def start(self, role: str, announces: str) -> tuple[Process, str]:
        """Starts a process and waits for the line of its log that says it is there."""
        command = [sys.executable, "-m", "bot", role]
        root = Path(__file__).parents[2]
        process = await asyncio.create_subprocess_exec(
            *command, stderr=PIPE, env=self._environment | {"PYTHONPATH": str(root)}, cwd=self._folder
        )
        self.running.append(process)
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            async for line in process.stderr:
                if found := re.search(announces, line.decode()):
                    asyncio.create_task(process.stderr.read())  # noqa: RUF006 it ends with the process
                    return process, found[0]
        raise AssertionError(f"{role} ended with {await process.wait()}")

    async def worker(self) -> Process:
        """A process that works and is ready."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self._environment["NEWSROOM_WEB__WORKER_PORT"] = str(port)
        process, _ = await self.start("worker", "waiting for links")
        async with asyncio.timeout(PATIENCE), ClientSession(f"http://127.0.0.1:{port}") as health:
            while (await health.get("/readyz")).status != 200:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.1)
            assert "newsroom_readers 1.0" in await (await health.get("/metrics")).text()
        return process

    async def end(self, process: Process, number: signal.Signals) -> int:
        """Ends a process; fails when that takes too long."""
        process.send_signal(number)
        async with asyncio.timeout(SECONDS_TO_STOP):
            # Not wait(), which also waits for the processes that read to let go of the log.
            while process.returncode is None:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.05)
        return process.returncode


@asynccontextmanager
async def bot_on(server: postgres.Server, folder: Path, site: Site) -> AsyncIterator[tuple[Bot, ClientSession]]:
    """A bot whose web process runs, and a client of its desk."""
    with server.database() as database:
        bot = Bot(folder, database, site)
        try:
            _, address = await bot.start("web", r"http://127\.0\.0\.1:\d+")
            async with ClientSession(address) as desk:
                yield bot, desk
        finally:
            for process in bot.running:
                if process.returncode is None:
                    process.kill()
                    await process.wait()


async def share(desk: ClientSession, text: str) -> None:
    async with desk.post("/api/channels/newsroom/messages", json={"text": text}) as response:
        assert response.status == 201, await response.text()


async def replies(desk: ClientSession, messages: int) -> list[list[dict[str, Any]]]:
    """The threads of that many messages, once each has a reply."""
    async with asyncio.timeout(PATIENCE):
        while True:
            async with desk.get("/api/channels/newsroom/messages") as response:
                shown = (await response.json())["messages"]
            threads = [message["replies"] for message in shown]
            if len(threads) == messages and all(threads):
                return threads
            await asyncio.sleep(0.1)


async def test_what_the_web_process_takes_over_survives_every_end_of_the_workers(
    postgres_server: postgres.Server, tmp_path: Path, site: Site
) -> None:
    async with bot_on(postgres_server, tmp_path, site) as (bot, desk):
        await share(desk, f"{site.address}/one")
        async with desk.get("/readyz") as response:
            ready = await response.json()
        assert (response.status, ready["warnings"]) == (200, ["no process works; links are kept until one does"])
        first = await bot.worker()
        (thread,) = await replies(desk, 1)
        assert "Valmere /one" in thread[0]["text"]
        assert site.asked.get_nowait() == "/one"

        site.gate.clear()
        await share(desk, f"{site.address}/two")
        assert await site.asked.get() == "/two"
        assert await bot.end(first, signal.SIGKILL) == -signal.SIGKILL
        second = await bot.worker()
        assert await site.asked.get() == "/two", "the next one goes on where the first was killed"
        assert await bot.end(second, signal.SIGTERM) == 0

        third = await bot.worker()
        site.gate.set()
        threads = await replies(desk, 2)
        assert [len(thread) for thread in threads] == [1, 1]
        assert "Valmere /two" in threads[1][0]["text"]
        assert await bot.end(third, signal.SIGTERM) == 0
        assert await bot.end(bot.running[0], signal.SIGTERM) == 0
