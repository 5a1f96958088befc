"""Health: what is ready, what is not and why, what was measured, and who may read that."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families

from bot import metrics
from bot.desk import Desk
from bot.failures import Failure
from bot.settings import Settings, StoreSettings, WebSettings
from bot.store import executors
from bot.web.health import Health
from tests.jobs.running import quick, running

PAGE = "https://news.example.com/harbour"
Client = TestClient[web.Request, web.Application]


class Readers:
    """Processes that read, as many as a test wants."""

    def __init__(self, alive: int = 1) -> None:
        self.alive = alive

    async def revive(self) -> None:
        raise Failure


@asynccontextmanager
async def asking(settings: Settings, desk: Desk, readers: Readers | None) -> AsyncIterator[Client]:
    app = web.Application()
    app.add_routes(Health(settings, desk, readers).routes())
    async with TestClient(TestServer(app)) as client:
        yield client


async def readiness(client: Client) -> tuple[int, list[str], list[str]]:
    response = await client.get("/readyz")
    body = await response.json()
    return response.status, body.get("reasons", []), body.get("warnings", [])


async def test_a_running_bot_is_ready_and_says_why_it_no_longer_is(files: StoreSettings) -> None:
    settings = quick(files)
    readers = Readers()
    async with running(settings) as bot, asking(settings, bot.desk, readers) as client:
        assert await readiness(client) == (200, [], [])
        readers.alive = 0
        assert await readiness(client) == (503, ["no process that reads articles is alive"], [])
        readers.alive = 1
        async with bot.desk.database.write() as connection:
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        assert await readiness(client) == (503, ["the tables of the database are not up to date"], [])
        async with bot.desk.database.write() as connection:
            await connection.exec_driver_sql("ALTER TABLE shares RENAME TO hidden")
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        assert (await readiness(client))[0] == 503
        bot.desk._engine._housekeeper.cancel()
        await asyncio.gather(bot.desk._engine._housekeeper, return_exceptions=True)
        assert "the jobs do not run" in (await readiness(client))[1]
        assert (await client.get("/healthz")).status == 200


async def test_one_that_only_takes_links_over_warns_when_nobody_works(files: StoreSettings) -> None:
    settings = quick(files)
    async with running(settings) as bot:
        bot.desk._engine.works = False
        async with asking(settings, bot.desk, None) as client:
            async with bot.desk.database.write() as connection:
                await executors.remove(connection, bot.desk._engine.name)
                await connection.exec_driver_sql("DELETE FROM executors")
            bot.desk._engine._housekeeper.cancel()
            assert await readiness(client) == (200, [], ["no process works; links are kept until one does"])
            async with bot.desk.database.write() as connection:
                await executors.beat(connection, "another")
            assert await readiness(client) == (200, [], [])
        bot.desk._engine.works = True


def sample(text: str, name: str, **labels: str) -> float:
    """One number of an exposition."""
    families = text_string_to_metric_families(text)
    (found,) = [
        one.value
        for family in families
        for one in family.samples
        if one.name == name and {key: one.labels.get(key) for key in labels} == labels
    ]
    return found


async def test_what_happens_to_a_link_is_measured_and_its_address_is_not_told(files: StoreSettings) -> None:
    settings = quick(files)
    async with running(settings) as bot, asking(settings, bot.desk, Readers(2)) as client, metrics.watching_loop():
        before = await (await client.get("/metrics")).text()
        message = await bot.say(f"{PAGE} {PAGE}/gone")
        await bot.replies(message, 2)
        assert [await bot.state(message, PAGE), await bot.state(message, f"{PAGE}/gone")] == ["answered", "answered"]
        bot.library.gate.clear()
        waiting = await bot.say(f"{PAGE}/slow")
        response = await client.get("/metrics")
        text = await response.text()
        bot.library.gate.set()
        await bot.replies(waiting)

    def grown(name: str, **labels: str) -> float:
        try:
            earlier = sample(before, name, **labels)
        except ValueError:
            earlier = 0.0
        return sample(text, name, **labels) - earlier

    assert response.headers["Content-Type"].startswith("text/plain")
    assert grown("newsroom_links_seen_total", platform="local") == 3
    assert grown("newsroom_links_answered_total", platform="local", kind="brief") == 1
    assert grown("newsroom_links_answered_total", platform="local", kind="note") == 1
    assert grown("newsroom_links_failed_total", kind="gone") == 1
    assert grown("newsroom_reply_seconds_count") == 2
    assert grown("newsroom_stage_seconds_count", stage="post") == 2
    assert sample(text, "newsroom_queue_depth", queue="links") == 1
    assert 0 < sample(text, "newsroom_queue_oldest_seconds", queue="links") < 60
    assert sample(text, "newsroom_readers") == 2
    assert sample(text, "newsroom_working_processes") == 1
    assert sample(text, "newsroom_event_loop_lag_p99_seconds") >= 0
    values = {
        value
        for family in text_string_to_metric_families(text)
        for one in family.samples
        for name, value in one.labels.items()
        if name != "le"
    }
    assert not [value for value in values if not value.replace("-", "").isalpha() or value in ("news", "ann")]


@pytest.mark.parametrize(
    ("allowed", "headers", "status"),
    [
        ("local", {}, 200),
        ("local", {"Host": "desk.example.org"}, 404),
        ("local", {"Host": "[::1"}, 404),
        ("local", {"X-Forwarded-For": "10.1.2.3"}, 404),
        ("all", {"Host": "desk.example.org", "X-Forwarded-For": "10.1.2.3"}, 200),
        ("off", {}, 404),
    ],
)
async def test_who_may_read_the_metrics(
    files: StoreSettings, allowed: str, headers: dict[str, str], status: int
) -> None:
    settings = quick(files).model_copy(update={"web": WebSettings.model_validate({"metrics": allowed})})
    async with running(settings) as bot, asking(settings, bot.desk, None) as client:
        assert (await client.get("/metrics", headers=headers)).status == status


async def test_a_stall_of_the_event_loop_is_seen() -> None:
    async with metrics.watching_loop() as lag:
        assert lag.quantile(0.99) == 0.0
        await asyncio.sleep(3 * lag.INTERVAL)
        held = asyncio.get_running_loop().time() + 10 * lag.INTERVAL
        while asyncio.get_running_loop().time() < held:
            pass
        await asyncio.sleep(2 * lag.INTERVAL)
        assert lag.quantile(1.0) >= 5 * lag.INTERVAL
