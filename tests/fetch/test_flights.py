"""Work that several ask for at once is done once, and ends with the last who waits for it."""

import asyncio

import pytest

from bot.fetch.flights import SingleFlight


async def test_whoever_asks_while_work_is_being_cancelled_gets_work_of_their_own() -> None:
    flights: SingleFlight[str, int] = SingleFlight()
    started: list[int] = []
    may_end = asyncio.Event()

    async def work() -> int:
        started.append(len(started))
        number = started[-1]
        await may_end.wait()
        return number

    first = asyncio.create_task(flights.run("page", work))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    second = asyncio.create_task(flights.run("page", work))
    await asyncio.sleep(0)
    may_end.set()
    assert await second == 1
    with pytest.raises(asyncio.CancelledError):
        await first
    assert started == [0, 1]


async def test_who_gives_up_does_not_end_it_for_the_others() -> None:
    flights: SingleFlight[str, str] = SingleFlight()
    may_end = asyncio.Event()

    async def work() -> str:
        await may_end.wait()
        return "done"

    one, other = (asyncio.create_task(flights.run("page", work)) for _ in range(2))
    await asyncio.sleep(0)
    one.cancel()
    await asyncio.gather(one, return_exceptions=True)
    may_end.set()
    assert await other == "done"
