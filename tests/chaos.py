"""Kills the bot between any two of its steps and sees whether every link is answered exactly once.

``python -m tests.chaos --links 200 --kills 40`` starts the desk over a real database in a process of
its own, ends that process with SIGKILL just before one of its commits (which one is drawn), starts it
again, and so on; at last it runs to the end, and every link must have exactly one reply. Half of the
links are shared in the local desk; the others on a platform that cannot refuse a second post of the
same reply and can only be searched for it. Messages that were not acknowledged are delivered again,
as the platforms do.
"""

import argparse
import asyncio
import json
import logging
import multiprocessing
import os
import random
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, make_url

from bot.chat.local.adapter import LocalChat
from bot.chat.local.intake import Intake
from bot.desk import Desk, open_desk
from bot.ports import ChatAdapter, Incoming, MessageRef, Payload, Platform, Stage
from bot.settings import JobsSettings, Settings, StoreSettings
from bot.store.database import Database
from tests import postgres
from tests.jobs.parts import Copyist, Library, Quoter

CHANNELS = 4
RUN_SECONDS = 60.0


class Executioner:
    """Kills this process just before its n-th change to the outside world."""

    def __init__(self, fatal: int | None) -> None:
        self.fatal = fatal
        self.changes = count(1)

    def approach(self) -> None:
        """Called before every change: a commit, or a line in the ledger."""
        if next(self.changes) == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch_databases(self) -> None:
        """Counts the commits of transactions that wrote, in the bot's tables and in the workflow engine's."""
        event.listen(Engine, "before_cursor_execute", self._before_statement)
        event.listen(Engine, "commit", self._before_commit)

    @staticmethod
    def _before_statement(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
            connection.info["wrote"] = True

    def _before_commit(self, connection: Connection) -> None:
        if connection.info.pop("wrote", False):
            self.approach()


class Ledger:
    """A platform whose channel is a file: one line a message, nothing refused, nothing removed."""

    platform = Platform.SLACK
    pace = 0.0

    def __init__(self, path: Path, executioner: Executioner) -> None:
        self._path = path
        self._executioner = executioner

    async def post(self, ref: MessageRef, payload: Payload, key: str) -> str:
        line = json.dumps({"message": ref.message, "text": payload["text"], "key": key}) + "\n"
        self._executioner.approach()
        with self._path.open("a") as file:
            file.write(line)
        return key

    async def find(self, ref: MessageRef, key: str) -> str | None:
        return key if any(line["key"] == key for line in self.lines()) else None

    async def progress(self, ref: MessageRef, url: str, stage: Stage) -> None:
        return None

    def lines(self) -> list[dict[str, str]]:
        if not self._path.exists():
            return []
        return [json.loads(line) for line in self._path.read_text().splitlines()]


def link(number: int) -> str:
    """The address in message ``number``; every fifth cannot be read, and every seventh is an earlier one again."""
    if number % 5 == 4:
        return f"https://site{number % 3}.example/{number}/gone"
    return f"https://site{number % 3}.example/wire/{number - 7 if number % 7 == 6 else number}"


def expected(number: int) -> str:
    """The reply to message ``number``."""
    return "The page is gone." if link(number).endswith("/gone") else f"What {link(number)} says."


class Victim:
    """One life of the bot."""

    def __init__(self, settings: Settings, links: int, share: tuple[int, int], fatal: int | None) -> None:
        self._settings = settings
        self._numbers = range(links)[share[0] :: share[1]]
        self._executioner = Executioner(fatal)
        self._all = links

    def live(self) -> None:
        """Runs until every message is answered, or until death."""
        self._executioner.watch_databases()
        asyncio.run(self._live())

    async def _live(self) -> None:
        chats: list[ChatAdapter] = []

        def adapters(database: Database) -> Sequence[ChatAdapter]:
            ledger = Ledger(self._settings.store.folder / "ledger.jsonl", self._executioner)
            chats.extend([LocalChat(database), ledger])
            return chats

        async with open_desk(self._settings, adapters, fetcher=Library(), workers=Copyist(), renderer=Quoter()) as desk:
            local = chats[0]
            assert isinstance(local, LocalChat)
            async with asyncio.timeout(RUN_SECONDS):
                await self._share_all(desk, local)
                await until_answered(desk.database, self._all)

    async def _share_all(self, desk: Desk, local: LocalChat) -> None:
        intake = Intake(local, desk)
        await intake.take_over()
        for number in self._numbers:
            channel = f"C{number % CHANNELS}"
            if number % 2:
                ref = MessageRef(platform=Platform.SLACK, workspace="T1", channel=channel, message=str(number))
                await desk.handle_message(Incoming(ref=ref, author="U1", markup=link(number)))
            elif str(number) not in [message.author for message in await local.messages(channel, limit=10_000)]:
                await local.post_message(channel, str(number), link(number))
                await intake.take_over()


async def until_answered(database: Database, links: int) -> None:
    """Waits until every share is settled."""
    from sqlalchemy import func, select

    from bot.store.tables import shares

    settled = select(func.count()).select_from(shares).where(shares.c.state != "waiting")
    while True:
        async with database.read() as connection:
            if (await connection.execute(settled)).scalar() == links:
                return
        await asyncio.sleep(0.05)


async def replies(settings: Settings) -> Counter[tuple[int, str]]:
    """Every reply in both channels: the number of the message it answers and its text, counted."""
    from bot.store.database import open_database

    counted: Counter[tuple[int, str]] = Counter()
    ledger = Ledger(settings.store.folder / "ledger.jsonl", Executioner(None))
    counted.update((int(line["message"]), line["text"]) for line in ledger.lines())
    async with open_database(settings.store) as database:
        local = LocalChat(database)
        for channel in [f"C{number}" for number in range(CHANNELS)]:
            for message in await local.messages(channel, limit=10_000):
                for reply in await local.replies(message.id):
                    counted[int(message.author), str((reply.payload or {})["text"])] += 1
    return counted


class Experiment:
    """One database, a number of lives, one verdict."""

    def __init__(self, store: StoreSettings, links: int, kills: int, workers: int, seed: int) -> None:
        self.store, self.links, self.kills, self.workers = store, links, kills, workers
        self._draw = random.Random(seed)
        self._processes = multiprocessing.get_context("fork")

    def settings(self, worker: int) -> Settings:
        return Settings(store=self.store, jobs=JobsSettings(executor=f"w{worker}", poll_seconds=0.05))

    def start(self, worker: int, fatal: int | None) -> multiprocessing.process.BaseProcess:
        victim = Victim(self.settings(worker), self.links, (worker, self.workers), fatal)
        process = self._processes.Process(target=victim.live)
        process.start()
        return process

    def run(self) -> list[str]:
        """Kills as often as asked, lets the bot finish, and returns what is wrong: nothing, it is hoped."""
        self.store.folder.mkdir(parents=True, exist_ok=True)
        killed = 0
        longest = 4 + 40 * self.links // max(self.kills, 1)
        lives = [self.start(worker, self._fatal(longest)) for worker in range(self.workers)]
        while killed < self.kills:
            worker = self._draw.randrange(self.workers)
            lives[worker].join()
            killed += lives[worker].exitcode == -signal.SIGKILL
            if lives[worker].exitcode == 0 and self.workers == 1:
                break
            lives[worker] = self.start(worker, self._fatal(longest))
        for life in lives:
            life.kill()
            life.join()
        last = [self.start(worker, None) for worker in range(self.workers)]
        for life in last:
            life.join()
        if any(life.exitcode for life in last):
            return [f"the last run ended with {[life.exitcode for life in last]}"]
        print(f"{killed} kills, {self.links} links", file=sys.stderr)
        return self._verdict()

    def kill_at(self, fatal: int) -> list[str] | None:
        """Kills the first life at one point and lets the second finish; None when the first got through."""
        self.store.folder.mkdir(parents=True, exist_ok=True)
        first = self.start(0, fatal)
        first.join()
        if first.exitcode == 0:
            return None
        last = self.start(0, None)
        last.join()
        return [f"the last run ended with {last.exitcode}"] if last.exitcode else self._verdict()

    def _fatal(self, longest: int) -> int:
        return self._draw.randint(1, longest)

    def _verdict(self) -> list[str]:
        found = asyncio.run(replies(self.settings(0)))
        wanted = Counter({(number, expected(number)): 1 for number in range(self.links)})
        lost = [f"lost: {link(number)} in message {number}" for number, _ in wanted - found]
        doubled = [f"too many: {text!r} on message {number}" for number, text in found - wanted]
        return lost + doubled


@contextmanager
def storage(kind: str) -> Iterator[StoreSettings]:
    """An empty database."""
    with tempfile.TemporaryDirectory(prefix="newsroom-chaos-") as folder:
        if kind == "sqlite":
            yield StoreSettings(folder=Path(folder))
            return
        found = postgres.binaries()
        if found is None:
            raise SystemExit("PostgreSQL is not installed")
        with postgres.server(found) as server, server.database() as url:
            assert make_url(url).database
            yield StoreSettings(folder=Path(folder), url=url)


def every_point(kind: str, links: int) -> list[str]:
    """Kills at each point in turn, and returns what went wrong."""
    for fatal in count(1):
        with storage(kind) as store:
            wrong = Experiment(store, links, 0, 1, 0).kill_at(fatal)
        if wrong is None:
            print(f"killed at {fatal - 1} points, {links} links each", file=sys.stderr)
            return []
        if wrong:
            return [f"killed at point {fatal}", *wrong]
    return []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=200)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", action="store_true", help="kill at each point in turn; --links 2 is enough")
    parser.add_argument("--limit", type=int, default=600, help="seconds after which the run is given up")
    options = parser.parse_args()
    signal.alarm(options.limit)
    logging.basicConfig(level=logging.ERROR)
    if options.every:
        wrong = every_point(options.database, options.links)
    else:
        with storage(options.database) as store:
            wrong = Experiment(store, options.links, options.kills, options.workers, options.seed).run()
    print("\n".join(wrong) or "every link was answered exactly once")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
