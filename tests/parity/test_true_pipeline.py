"""One link through everything that is real: Slack's client, the fetcher, the reading processes, the renderer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.fetch import Fetcher
from bot.settings import FetchSettings, Settings, StoreSettings
from bot.workers import Workers
from tests.parity import slack_rig

PAGES = Path(__file__).parents[1] / "web" / "pages"


@asynccontextmanager
async def site() -> AsyncIterator[str]:
    """A news site on this machine, as host and port."""
    app = web.Application()
    app.router.add_static("/", PAGES)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_real_page_is_read_and_its_brief_is_one_that_slack_takes(
    files: StoreSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.jobs.running.PATIENCE", 120.0)  # the model has to be loaded first
    async with site() as host:
        fetch = FetchSettings(allow_hosts=[host], per_host_delay=0.0)
        settings = Settings(store=files, fetch=fetch)
        async with (
            Fetcher(fetch) as fetcher,
            Workers(settings) as workers,
            slack_rig.open_rig(files, fetcher=fetcher, workers=workers) as rig,
        ):
            message = await rig.share(f"http://{host}/harbour.html")
            (reply,) = await rig.replies(message)
            assert "Who matters" in reply.text
            await rig.settled()
            assert "Who matters" in await rig.read_more(reply)
