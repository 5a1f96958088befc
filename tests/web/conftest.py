"""A whole bot with its web server, a site with articles, and a real browser, each once for all tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import ClientSession, web
from playwright.async_api import Browser, Page, async_playwright

from bot.settings import FetchSettings, Settings, StoreSettings, WebSettings
from bot.web.app import serving

PAGES = Path(__file__).parent / "pages"
CHROMIUM = Path("/usr/bin/chromium")
# Debian's Chromium as root in a closed network: no sandbox, and none of its own calls home.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site() -> AsyncIterator[str]:
    """The address of a news site on this machine."""
    app = web.Application()
    app.router.add_static("/", PAGES)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture(scope="session")
def settings(site: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    port = int(site.rpartition(":")[2])
    return Settings(
        fetch=FetchSettings(allow_hosts=[f"127.0.0.1:{port}"], per_host_delay=0.0),
        store=StoreSettings(folder=tmp_path_factory.mktemp("desk")),
        web=WebSettings(port=0),
    )


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def desk(settings: Settings) -> AsyncIterator[str]:
    """The address of a local desk in use."""
    async with serving(settings) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="session")
async def client(desk: str) -> AsyncIterator[ClientSession]:
    """A client that is no browser."""
    async with ClientSession(desk) as session:
        yield session


async def say_many(client: ClientSession, channel: str, number: int) -> None:
    """Makes a channel with so many messages, ``note 0`` and so on."""
    async with client.post("/api/channels", json={"name": channel}) as made:
        assert made.status == 201
    for count in range(number):
        async with client.post(f"/api/channels/{channel}/messages", json={"text": f"note {count}"}) as sent:
            assert sent.status == 201


@pytest.fixture(scope="session")
def chromium() -> Path:
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    return CHROMIUM


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, desk: str) -> AsyncIterator[Page]:
    """The desk in a window of its own; an error in the page's script fails the test."""
    opened = await browser.new_page(viewport={"width": 1360, "height": 1000})
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    await opened.goto(desk)
    yield opened
    await opened.close()
    assert problems == []
