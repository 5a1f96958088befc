"""Opening and closing the desk with everything behind it."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager

from bot.desk.service import Desk
from bot.jobs import BriefWorkers, PageFetcher, Parts, Renderer, open_engine
from bot.ports import ChatAdapter, Platform
from bot.settings import Settings
from bot.store.database import Database, open_database

Adapters = Callable[[Database], Sequence[ChatAdapter]]


@asynccontextmanager
async def open_desk(
    settings: Settings,
    adapters: Adapters,
    *,
    fetcher: PageFetcher,
    workers: BriefWorkers,
    renderer: Renderer,
    works: bool = True,
) -> AsyncIterator[Desk]:
    """The desk over an up-to-date database, with its jobs running; interrupted ones go on at once.

    ``adapters`` makes the chat adapters, given the database. Leaving waits for the work in hand, for
    at most ``jobs.shutdown_seconds``. Raises :class:`bot.store.errors.StorageUnavailable`.
    """
    async with open_database(settings.store) as database:
        spoken: Mapping[Platform, ChatAdapter] = {adapter.platform: adapter for adapter in adapters(database)}
        parts = Parts(settings, database, fetcher, workers, renderer, spoken)
        async with open_engine(parts, works=works) as engine:
            yield Desk(database, engine, settings.desk)
