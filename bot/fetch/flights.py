"""Single flight: work that several callers ask for at the same moment is done once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Flight(Generic[V]):
    def __init__(self, task: asyncio.Task[V]) -> None:
        self.task = task
        self.waiters = 0


class SingleFlight(Generic[K, V]):
    """Shares running work by key. The work is cancelled when nobody waits for it any more."""

    def __init__(self) -> None:
        self._flights: dict[K, _Flight[V]] = {}

    async def run(self, key: K, work: Callable[[], Awaitable[V]]) -> V:
        """The outcome of ``work``, or of the same work already under way."""
        flight = self._flights.get(key)
        if flight is None:

            async def fly() -> V:
                return await work()

            flight = self._flights[key] = _Flight(asyncio.create_task(fly()))
        flight.waiters += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiters -= 1
            if not flight.waiters:
                # Struck off at once: whoever asks while it is being cancelled must not join it.
                del self._flights[key]
                flight.task.cancel()

    async def close(self) -> None:
        """Cancels everything under way."""
        tasks = [flight.task for flight in self._flights.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
