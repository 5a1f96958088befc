"""The workflows, as DBOS runs them: a share joins the readers of its page; an article is read once for
all of them; a reply is posted, or an apology for one that never came about.

A workflow is nothing but its steps in order. Each step may run again after a crash and leaves the
same state when it does; what passes between them is small and plain JSON. Workflow ids are names of
the work, so starting one twice starts it once. Workflows never wait for one another: the one that
finishes starts the next.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, TypedDict, TypeVar

from dbos import DBOS, DBOSClient, SetEnqueueOptions, SetWorkflowID, StepOptions

from bot.jobs import reading, replies
from bot.jobs.parts import Parts
from bot.settings import Settings
from bot.store import articles, pages, shares
from bot.store.errors import StorageUnavailable
from bot.store.shares import Share

Result = TypeVar("Result")
Workflow = Callable[[str], Coroutine[Any, Any, None]]

SHARES: Final = "shares"
ARTICLES: Final = "articles"
REPLIES: Final = "replies"

SHARES_AT_ONCE: Final = 32
MAX_RECOVERIES: Final = 20
RETRY_SECONDS: Final = 1.0
STEP_ATTEMPTS: Final = 12
"""With the doubling waits between them, a step bears more than an hour without storage."""


class Errand(TypedDict):
    """One reply to start: the share it answers, the name of its workflow, and the channel whose turn it takes."""

    share: str
    workflow: str
    turn: str


class Joined(TypedDict):
    """What a share waits for: reading number ``generation`` of ``url``, or nothing when that is None."""

    url: str
    generation: int | None
    errand: Errand


def share_workflow_id(share: Share) -> str:
    """The share's own name; later attempts are numbered."""
    return share.key if share.attempt == 1 else f"{share.key}#{share.attempt}"


def article_workflow_id(url: str, generation: int) -> str:
    """One reading of one page."""
    return f"article:{generation}:{url}"


def reply_workflow_id(share: Share) -> str:
    """One attempt at the reply to a share."""
    return f"reply:{share.attempt}:{share.id}"


def apology_workflow_id(share: Share) -> str:
    """The last word on a share that failed too often."""
    return f"apology:{share.id}"


class Workflows:
    """The workflows of one engine, registered with DBOS by making an object of this class."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.running: set[asyncio.Task[Any]] = set()
        self.share = self._register("share", self._share)
        self.article = self._register("article", self._article)
        self.reply = self._register("reply", self._reply)
        self.apology = self._register("apology", self._apology)

    def _register(self, name: str, function: Workflow) -> Workflow:
        async def run(argument: str) -> None:
            task = asyncio.current_task()
            assert task is not None
            self.running.add(task)
            try:
                await function(argument)
            finally:
                self.running.discard(task)

        return DBOS.workflow(name=name, max_recovery_attempts=MAX_RECOVERIES)(run)

    async def _share(self, identity: str) -> None:
        joined = await _step("join", self._join, identity)
        if joined is None:
            return
        url, generation = joined["url"], joined["generation"]
        if generation is None:
            await self._send(joined["errand"])
            return
        turn = SetEnqueueOptions(queue_partition_key=reading.politeness_key(url))
        with SetWorkflowID(article_workflow_id(url, generation)), turn:
            await DBOS.enqueue_workflow_async(ARTICLES, self.article, url)

    async def _article(self, url: str) -> None:
        await _step("read", reading.read_page, self._parts, url)
        for errand in await _step("waiting", self._waiting, url):
            await self._send(errand)

    async def _reply(self, identity: str) -> None:
        if await _step("compose", replies.compose, self._parts, identity):
            await self._post(identity)
        await _step("finish", replies.finish, self._parts, identity)

    async def _apology(self, identity: str) -> None:
        if await _step("apologise", replies.apologise, self._parts, identity):
            await self._post(identity)
        await _step("finish", replies.finish, self._parts, identity)

    async def apologise(self, share: Share) -> None:
        """Starts the last word on a share, in its channel's turn."""
        turn = SetEnqueueOptions(queue_partition_key=_turn(share))
        with SetWorkflowID(apology_workflow_id(share)), turn:
            await DBOS.enqueue_workflow_async(REPLIES, self.apology, share.id)

    async def _post(self, identity: str) -> None:
        while (delay := await _step("deliver", replies.deliver, self._parts, identity)) is not None:
            await DBOS.sleep_async(delay)

    async def _send(self, errand: Errand) -> None:
        with SetWorkflowID(errand["workflow"]), SetEnqueueOptions(queue_partition_key=errand["turn"]):
            await DBOS.enqueue_workflow_async(REPLIES, self.reply, errand["share"])

    async def _join(self, identity: str) -> Joined | None:
        async with self._parts.database.write() as connection:
            share = await shares.load(connection, identity)
            if share is None:
                return None
            generation = await pages.join(connection, share.url, reading.freshness(self._parts.settings.jobs))
            settled = await pages.outcome(connection, share.url)
            if settled.article_id:
                await articles.note_reading(connection, [share.owner], settled.article_id)
        return Joined(url=share.url, generation=generation, errand=_errand(share))

    async def _waiting(self, url: str) -> list[Errand]:
        async with self._parts.database.read() as connection:
            return [_errand(share) for share in await shares.waiting_for(connection, url)]


def _errand(share: Share) -> Errand:
    return Errand(share=share.id, workflow=reply_workflow_id(share), turn=_turn(share))


def _turn(share: Share) -> str:
    return f"{share.ref.platform}:{share.ref.workspace}:{share.ref.channel}"


async def _step(name: str, function: Callable[..., Awaitable[Result]], *arguments: object) -> Result:
    async def run() -> Result:
        return await function(*arguments)

    options: StepOptions = {
        "name": name,
        "retries_allowed": True,
        "max_attempts": STEP_ATTEMPTS,
        "interval_seconds": RETRY_SECONDS,
        "backoff_rate": 2.0,
        "should_retry": lambda error: isinstance(error, StorageUnavailable),
    }
    return await DBOS.run_step_async(options, run)


def declare_queues(client: DBOSClient, settings: Settings) -> None:
    """Declares the queues: articles take turns by host, replies one by one in each channel. Blocking."""
    poll = settings.jobs.poll_seconds
    client.register_queue(SHARES, worker_concurrency=SHARES_AT_ONCE, polling_interval_sec=poll)
    client.register_queue(
        ARTICLES,
        worker_concurrency=max(settings.jobs.articles_at_once, settings.fetch.per_host_concurrency),
        partition_concurrency=settings.fetch.per_host_concurrency,
        polling_interval_sec=poll,
    )
    client.register_queue(REPLIES, partition_concurrency=1, polling_interval_sec=poll)
