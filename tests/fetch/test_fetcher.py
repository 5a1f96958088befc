"""Fetching from real local servers: what works, and every way in which it does not."""

import asyncio
import socket
import ssl

import pytest
import trustme
from aiohttp import web
from yarl import URL

from bot.fetch import (
    BadResponse,
    Blocked,
    ConnectionLost,
    DeadLink,
    EmptyAnswer,
    Forbidden,
    NotAnArticle,
    NotModified,
    PaywallBlocked,
    RateLimited,
    RobotsDisallowed,
    ServerError,
    Timeout,
    TlsError,
    TooManyRedirects,
)  # fmt: skip
from bot.fetch.robots import Robots
from bot.model import Validators
from tests.fetch.conftest import STORY, Names

# ---- what works --------------------------------------------------------------------------------


async def test_a_page(site, fetchers):
    url = site.page("/story", headers={"ETag": '"7"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"})
    page = await (await fetchers(contact="desk@example.org")).fetch(url)
    assert page.body.decode() == STORY
    assert (page.url, page.final_url, page.status, page.charset) == (url, url, 200, "utf-8")
    assert (page.content_type, page.etag) == ("text/html", '"7"')
    assert site.requests[-1].headers["User-Agent"] == "newsroom-bot/0.1 (+desk@example.org)"


async def test_redirects_are_followed(site, fetcher):
    final = site.page("/c")
    site.redirect("/b", "c#there", 307)
    page = await fetcher.fetch(site.redirect("/a", "/b", 301))
    assert (page.url, page.final_url) == (site.url("/a"), final)


async def test_no_charset_is_guessed_on_the_event_loop(site, fetcher, monkeypatch):
    guessed = []
    monkeypatch.setattr("bot.fetch.charset.from_bytes", guessed.append)
    body = '<meta http-equiv="refresh" content="0; url=/story"><p>Straße</p>'.encode("latin-1")
    final = site.page("/story")
    page = await fetcher.fetch(site.page("/moved", body, content_type="text/html"))
    assert (page.final_url, guessed) == (final, [])


async def test_a_meta_refresh_is_followed_unless_it_leads_home(site, fetcher):
    final = site.page("/story")
    url = site.page("/moved", '<meta http-equiv="refresh" content="0; url=/story">')
    assert (await fetcher.fetch(url)).final_url == final
    home = site.page("/asks", '<meta http-equiv="refresh" content="0; url=/"><p>text</p>')
    assert (await fetcher.fetch(home)).final_url == home


async def test_fifty_at_once_are_one_request(site, fetchers):
    fetcher = await fetchers(obey_robots=False)
    gate = asyncio.Event()

    async def slow(_):
        await gate.wait()
        return web.Response(text=STORY, content_type="text/html")

    url = site.handle("/story", slow)
    waiting = [asyncio.create_task(fetcher.fetch(url)) for _ in range(50)]
    await site.visited.wait()
    waiting.pop().cancel()
    gate.set()
    pages = await asyncio.gather(*waiting)
    assert site.count("/story") == 1
    assert {page.body.decode() for page in pages} == {STORY}
    await fetcher.fetch(url)
    assert site.count("/story") == 2


async def test_an_unchanged_page(site, fetcher):
    async def conditional(request):
        same = request.headers.get("If-None-Match") == '"7"'
        return web.Response(status=304) if same else web.Response(text=STORY, content_type="text/html")

    url = site.handle("/story", conditional)
    with pytest.raises(NotModified):
        await fetcher.fetch(url, validators=Validators(etag='"7"'))
    assert (await fetcher.fetch(url, validators=Validators(etag='"6"'))).body
    assert (await fetcher.fetch(url, validators=Validators(etag='"7"\r\nX-Bad: 1'))).body


# ---- answers that are no page ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (404, DeadLink), (410, DeadLink), (401, Forbidden), (403, Forbidden), (451, Forbidden), (402, PaywallBlocked),
        (429, RateLimited), (500, ServerError), (503, ServerError), (304, BadResponse), (418, BadResponse),
        (408, Timeout),
    ],
)  # fmt: skip
async def test_status_codes(site, fetcher, status, failure):
    url = site.page("/story", "no" if status != 304 else "", status=status)
    with pytest.raises(failure) as caught:
        await fetcher.fetch(url)
    assert caught.value.sentence().endswith(".")
    assert caught.value.retryable is (failure in (RateLimited, ServerError, Timeout))


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\x89PNG", "image/png"), (b"%PDF-1.7 ...", "text/html"), (b"MZ\x00\x01\x02", "text/html"),
        (b"{}", "application/json"), (b"\x00\x01", None),
    ],
)  # fmt: skip
async def test_what_is_no_text_page(site, fetcher, body, content_type):
    with pytest.raises(NotAnArticle):
        await fetcher.fetch(site.page("/story", body, content_type=content_type))


async def test_an_empty_page(site, fetcher):
    with pytest.raises(EmptyAnswer):
        await fetcher.fetch(site.page("/story", " \n"))


# ---- hosts that are not there, or not to be trusted --------------------------------------------


async def test_nobody_listens(fetcher):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(DeadLink) as caught:
            await fetcher.fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert caught.value.status is None


async def test_a_name_that_does_not_exist(fetchers):
    with pytest.raises(DeadLink):
        await (await fetchers(resolver=Names({}))).fetch("http://gone.test/story")


@pytest.mark.parametrize("kind", ["unknown authority", "other name", "no TLS at all"])
async def test_no_secure_connection(kind, fetchers, raw_server):
    authority = trustme.CA()
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("other.test" if kind == "other name" else "127.0.0.1").configure_cert(server_side)
    client_side = ssl.create_default_context()
    if kind == "other name":
        authority.configure_trust(client_side)
    url = await raw_server(b"HTTP/1.1 200 OK\r\n\r\n", ssl=None if kind == "no TLS at all" else server_side)
    with pytest.raises(TlsError):
        await (await fetchers(tls=client_side)).fetch(url.replace("http:", "https:"))


async def test_a_trusted_certificate(fetchers, raw_server):
    authority = trustme.CA()
    server_side, client_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server_side)
    authority.configure_trust(client_side)
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<p>hi"
    page = await (await fetchers(tls=client_side)).fetch(await raw_server(answer, ssl=server_side))
    assert page.body == b"<p>hi"


# ---- redirects ---------------------------------------------------------------------------------


async def test_a_redirect_loop(site, fetcher):
    site.redirect("/b", "/a")
    with pytest.raises(TooManyRedirects):
        await fetcher.fetch(site.redirect("/a", "/b"))
    assert site.count("/a") == 1


async def test_at_most_ten_redirects(site, fetcher):
    for number in range(12):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.page("/12")
    assert (await fetcher.fetch(site.url("/2"))).final_url == site.url("/12")
    with pytest.raises(TooManyRedirects):
        await fetcher.fetch(site.url("/1"))


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/", "http://127.0.0.2/", "http://[::1]/", "http://inside.test/",
        "file:///etc/passwd", "http://example.com:22/", "http://2130706433/", "//0x7f.2/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["header", "meta"])
async def test_redirects_into_our_network(site, fetchers, target, way):
    resolver = Names({"inside.test": [["169.254.169.254"]]})
    fetcher = await fetchers(resolver=resolver)
    if way == "header":
        url = site.redirect("/a", target)
    else:
        url = site.page("/a", f'<meta http-equiv="refresh" content="0;url={target}x">')
    with pytest.raises(Blocked) as caught:
        await fetcher.fetch(url)
    assert "169" not in caught.value.sentence()


async def test_a_redirect_without_a_target(site, fetcher):
    with pytest.raises(BadResponse):
        await fetcher.fetch(site.page("/a", "", status=302))


# ---- names that lie ----------------------------------------------------------------------------


@pytest.mark.parametrize("answers", [["127.0.0.2"], ["8.8.8.8", "10.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%1"]])
async def test_a_name_that_points_inside(fetchers, answers):
    with pytest.raises(Blocked):
        await (await fetchers(resolver=Names({"inside.test": [answers]}))).fetch("http://inside.test/")


async def test_rebinding_gains_nothing(site, fetchers):
    """The first answer is allowed, the later ones point inside: no connection follows a later answer."""
    port = site.server.port
    resolver = Names({"two.test": [["127.0.0.1"], ["127.0.0.2"]]})
    fetcher = await fetchers(resolver=resolver, allow_hosts=["127.0.0.1", "other.test"], allowed_ports=[port])
    site.page("/story", headers={"Connection": "close"})
    page = await fetcher.fetch(f"http://two.test:{port}/story")
    assert page.body.decode() == STORY
    assert resolver.asked == ["two.test"]  # for robots.txt and the page alike
    fetcher = await fetchers(resolver=resolver, allow_hosts=["127.0.0.1", "other.test"], allowed_ports=[port])
    with pytest.raises(Blocked):
        await fetcher.fetch(f"http://two.test:{port}/story")


# ---- patience ----------------------------------------------------------------------------------


async def test_passing_trouble_is_waited_out(site, fetcher, clock):
    answers = [
        web.Response(status=503, headers={"Retry-After": "7"}),
        web.Response(status=502),
        web.Response(text=STORY, content_type="text/html"),
    ]

    async def troubled(_):
        return answers.pop(0)

    assert (await fetcher.fetch(site.handle("/story", troubled))).body.decode() == STORY
    assert clock.slept == [7.0, 1.0]


async def test_patience_ends(site, fetchers, clock):
    fetcher = await fetchers(retries=2, retry_delay=1.0)
    with pytest.raises(ServerError):
        await fetcher.fetch(site.page("/story", status=504))
    assert site.count("/story") == 3
    assert clock.slept == [1.0, 2.0]


async def test_too_long_a_wait_is_not_waited(site, fetcher, clock):
    with pytest.raises(RateLimited) as caught:
        await fetcher.fetch(site.page("/story", status=429, headers={"Retry-After": "86400"}))
    assert caught.value.retry_after == 86_400
    assert clock.slept == []


async def test_a_connection_that_breaks_is_tried_again(fetcher, raw_server, clock):
    with pytest.raises(ConnectionLost):
        await fetcher.fetch(await raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>half"))
    assert len(clock.slept) == 3


async def test_a_silent_server(site, fetchers):
    async def never(_):
        await asyncio.Event().wait()

    fetcher = await fetchers(read_timeout=0.05, obey_robots=False)
    with pytest.raises(Timeout):
        await fetcher.fetch(site.handle("/story", never))


async def test_a_slow_drip(site, fetchers):
    """Each byte comes in time, the page as a whole does not."""

    async def drip(request):
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        while True:
            await response.write(b".")
            await asyncio.sleep(0.01)

    fetcher = await fetchers(total_timeout=0.1, obey_robots=False)
    with pytest.raises(Timeout):
        await fetcher.fetch(site.handle("/story", drip))


# ---- manners -----------------------------------------------------------------------------------


async def test_robots_txt(site, fetchers):
    site.page("/robots.txt", "User-agent: newsroom-bot\nDisallow: /private\n", content_type="text/plain")
    site.page("/private/story")
    site.redirect("/open", "/private/story")
    fetcher = await fetchers()
    for path in ("/private/story", "/open"):
        with pytest.raises(RobotsDisallowed):
            await fetcher.fetch(site.url(path))
    assert site.count("/private/story") == 0
    assert site.count("/robots.txt") == 1
    assert (await (await fetchers(obey_robots=False)).fetch(site.url("/open"))).body


async def test_robots_txt_is_read_again_after_a_while(site, fetcher, clock):
    url = site.page("/story")
    await fetcher.fetch(url)
    clock.now += 4_000
    await fetcher.fetch(url)
    assert site.count("/robots.txt") == 2


async def test_a_mishap_with_robots_txt_is_not_remembered(clock):
    answers = [RuntimeError("nobody foresaw this"), b"User-agent: *\nDisallow: /private"]

    async def load(_):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    robots = Robots(load, "newsroom-bot", 3_600, clock)
    with pytest.raises(RuntimeError):
        await robots.allows(URL("http://news.example/private"))
    assert not await robots.allows(URL("http://news.example/private"))
    assert await robots.allows(URL("http://news.example/open"))


async def test_one_host_is_not_pressed(site, fetchers, clock):
    fetcher = await fetchers(per_host_delay=2.0, per_host_concurrency=1, obey_robots=False)
    urls = [site.page(f"/{number}") for number in range(3)]
    await asyncio.gather(*(fetcher.fetch(url) for url in urls))
    assert clock.slept == [2.0, 2.0]
