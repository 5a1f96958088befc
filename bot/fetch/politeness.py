"""Taking turns: few requests to one host at the same time, and some time between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

_MANY_HOSTS = 1_000


@dataclass
class _Gate:
    slots: asyncio.Semaphore
    users: int = 0
    next_start: float = 0.0


class Politeness:
    """Hands out turns per host. ``clock`` counts seconds; ``sleep`` waits for some."""

    def __init__(
        self, concurrency: int, delay: float, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._concurrency = concurrency
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._gates: dict[str, _Gate] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Waits for a turn with ``host`` and holds it."""
        self._forget_idle()
        gate = self._gates.setdefault(host, _Gate(asyncio.Semaphore(self._concurrency)))
        gate.users += 1
        try:
            async with gate.slots:
                start = max(self._clock(), gate.next_start)
                gate.next_start = start + self._delay
                if (wait := start - self._clock()) > 0:
                    await self._sleep(wait)
                yield
        finally:
            gate.users -= 1

    def _forget_idle(self) -> None:
        if len(self._gates) >= _MANY_HOSTS:
            now = self._clock()
            self._gates = {host: gate for host, gate in self._gates.items() if gate.users or gate.next_start > now}
