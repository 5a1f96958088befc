"""A page owner who means harm."""

import pytest

from bot.fetch import BadResponse, ConnectionLost, FetchFailure, Timeout, TooLarge, TooManyRedirects

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"X: " + b"a" * 200_000 + b"\r\n\r\n<p>",
        OK + b"".join(b"X-%d: a\r\n" % number for number in range(5_000)) + b"\r\n<p>",
        b"HTTP/1.1 200 " + b"O" * 200_000 + b"\r\n\r\n<p>",
        b"HTTP/1.1 302 Found\r\nLocation: /" + b"a" * 100_000 + b"\r\n\r\n",
        OK + b"Content-Length: -5\r\n\r\n<p>",
        OK + b"Content-Length: 3\r\nContent-Length: 9\r\n\r\n<p>",
        OK + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n<p>",
        OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\n<p>",
        OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n<p>",
        OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n0\r\n" + b"T: x\r\n" * 50_000 + b"\r\n",
        b"220 mail.example ESMTP\r\n\r\n",
        b"\x00" * 1_000,
    ],
    ids=range(12),
)
async def test_answers_against_the_protocol(fetchers, raw_server, answer):
    fetcher = await fetchers(obey_robots=False, retries=0)
    with pytest.raises((BadResponse, ConnectionLost)):
        await fetcher.fetch(await raw_server(answer))


async def test_a_flood_of_interim_answers(fetchers, raw_server):
    fetcher = await fetchers(obey_robots=False, total_timeout=0.3)
    with pytest.raises((Timeout, BadResponse)):
        await fetcher.fetch(await raw_server(b"", endless=b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 20))


async def test_a_body_of_one_byte_chunks_is_still_counted(fetchers, raw_server):
    fetcher = await fetchers(obey_robots=False, max_bytes=20_000)
    with pytest.raises(TooLarge):
        await fetcher.fetch(await raw_server(OK + b"Transfer-Encoding: chunked\r\n\r\n", endless=b"1\r\na\r\n" * 500))


async def test_no_cookie_and_no_credential_is_passed_on(site, fetcher):
    site.page("/c", headers={"Set-Cookie": "a=1"})
    site.page("/b", "", status=302, headers={"Set-Cookie": "a=1", "Location": "/c"})
    secret = site.url("/b").replace("//", "//reader:secret@")
    site.redirect("/a", secret)
    for url in (site.url("/a"), secret):
        page = await fetcher.fetch(url)
        assert "secret" not in page.final_url
    for request in site.requests:
        assert not {"Cookie", "Authorization", "Referer"} & set(request.headers)


@pytest.mark.parametrize(
    "target",
    [
        "http://example.com\\@127.0.0.2/",
        "http://example.com:80@127.0.0.2/",
        "http://127.0.0.2#@example.com/",
        "///127.0.0.2/",
    ],
)
async def test_addresses_that_parsers_read_differently(site, fetchers, target):
    fetcher = await fetchers(obey_robots=False)
    with pytest.raises(FetchFailure) as caught:
        await fetcher.fetch(site.redirect("/a", target))
    assert caught.value.kind in {"blocked", "bad-address", "dead-link"}


async def test_robots_that_lead_astray_or_never_end(site, fetchers):
    url = site.page("/story")
    for target in ("http://169.254.169.254/", "/robots.txt", "/big"):
        site.page("/big", b"Disallow: /\n" * 100_000, content_type="text/plain")
        site.redirect("/robots.txt", target)
        assert (await (await fetchers()).fetch(url)).body


async def test_ever_new_redirects_end(site, fetcher):
    for number in range(30):
        site.redirect(f"/{number}", f"/{number + 1}?{'x' * 2_000}")
    with pytest.raises(TooManyRedirects):
        await fetcher.fetch(site.url("/0"))
