"""Who may talk to the local desk."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession, FormData, web
from aiohttp.test_utils import TestClient, TestServer
from pydantic import SecretStr

from bot.settings import Settings, WebSettings
from bot.web.app import CannotServe, check_exposure
from bot.web.guard import Guard, add_headers, is_loopback

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def locked() -> AsyncIterator[TestClient[web.Request, web.Application]]:
    """A server with a password and one secret."""
    guard = Guard("open sesame")
    app = web.Application(middlewares=[guard.middleware])
    app.on_response_prepare.append(add_headers)

    async def secret(_request: web.Request) -> web.Response:
        return web.Response(text="secret")

    app.add_routes([web.post("/sign-in", guard.sign_in), web.get("/", secret), web.get("/api/x", secret)])
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]", "desk.localhost", "LOCALHOST."])
async def test_loopback_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "example.org", "localhost.example.org", "0.0.0.0", "10.0.0.1", "[::]", "127.1x"])
async def test_names_that_others_may_hold(host: str) -> None:
    assert not is_loopback(host)


async def test_a_foreign_name_for_this_machine_is_refused(client: ClientSession) -> None:
    async with client.get("/api/channels", headers={"Host": "evil.example"}) as response:
        assert response.status == 421
        assert "localhost only" in (await response.json())["error"]


async def test_a_host_that_makes_no_sense_is_refused(client: ClientSession) -> None:
    async with client.get("/api/channels", headers={"Host": "[::1"}) as response:
        assert response.status == 421


async def test_an_origin_that_makes_no_sense_is_refused(client: ClientSession) -> None:
    async with client.post("/api/channels", json={"name": "x"}, headers={"Origin": "http://[::1"}) as response:
        assert response.status == 403


async def test_another_page_cannot_write(client: ClientSession) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        async with client.post("/api/channels", json={"name": "x"}, headers=headers) as response:
            assert response.status == 403


async def test_pages_are_locked_down(client: ClientSession) -> None:
    async with client.get("/") as response:
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_without_a_password_only_loopback_is_served() -> None:
    with pytest.raises(CannotServe, match="NEWSROOM_WEB__PASSWORD"):
        check_exposure(Settings(web=WebSettings(host="0.0.0.0")))
    check_exposure(Settings(web=WebSettings(host="0.0.0.0", password=SecretStr("x"))))
    check_exposure(Settings())


async def test_a_password_is_asked_for(locked: TestClient[web.Request, web.Application]) -> None:
    assert (await locked.get("/")).status == 401
    assert (await locked.get("/api/x")).status == 401
    wrong = await locked.post("/sign-in", data=FormData({"password": "open barley"}), allow_redirects=False)
    assert wrong.status == 401
    right = await locked.post("/sign-in", data=FormData({"password": "open sesame"}), allow_redirects=False)
    assert right.status == 303
    assert "HttpOnly" in right.headers["Set-Cookie"]
    assert "SameSite=Strict" in right.headers["Set-Cookie"]
    assert await (await locked.get("/")).text() == "secret"


async def test_a_made_up_session_is_refused(locked: TestClient[web.Request, web.Application]) -> None:
    for value in ("", "9999999999.", "9999999999.00", "x.y", ".", "9999999999." + "0" * 64):
        response = await locked.get("/", cookies={"newsroom_session": value})
        assert response.status == 401


async def test_guessing_is_slowed_down(locked: TestClient[web.Request, web.Application]) -> None:
    answers = [(await locked.post("/sign-in", data=FormData({"password": str(i)}))).status for i in range(12)]
    assert answers == [401] * 10 + [429] * 2


async def test_file_names_lead_nowhere(client: ClientSession) -> None:
    async with client.get("/static/%2e%2e/app.py") as response:
        assert response.status in {403, 404}
