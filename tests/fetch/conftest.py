"""A web server of our own for each test, and a fetcher that may visit it."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from aiohttp.test_utils import TestServer

from bot.fetch import Fetcher
from bot.settings import FetchSettings

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
STORY = "<html><head><title>Tide</title></head><body><p>The tide came in early on Monday.</p></body></html>"


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self):
        self.now = 1_000.0
        self.slept = []

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


class Names(AbstractResolver):
    """A name server that answers from a table: for each name the answers of one look-up after another."""

    def __init__(self, table):
        self._table = table
        self.asked = []

    async def resolve(self, host, port=0, family=socket.AF_UNSPEC):
        self.asked.append(host)
        answers = self._table.get(host)
        if answers is None:
            raise OSError(f"no such name: {host}")
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for address in addresses
        ]

    async def close(self):
        pass


class Site:
    """A local web site: paths and what answers them, with a count of the requests."""

    def __init__(self):
        self.handlers = {}
        self.requests = []
        self.server = None
        self.visited = asyncio.Event()

    def page(self, path, body=STORY, *, status=200, headers=None, content_type="text/html; charset=utf-8"):
        data = body.encode() if isinstance(body, str) else body

        async def handler(_):
            sent = {"Content-Type": content_type} if content_type else {}
            return web.Response(body=data, status=status, headers={**sent, **(headers or {})})

        self.handlers[path] = handler
        return self.url(path)

    def redirect(self, path, target, status=302):
        return self.page(path, "", status=status, headers={"Location": target})

    def handle(self, path, handler):
        self.handlers[path] = handler
        return self.url(path)

    def url(self, path):
        return str(self.server.make_url(path))

    def count(self, path):
        return sum(request.path == path for request in self.requests)

    async def answer(self, request):
        self.requests.append(request)
        self.visited.set()
        handler = self.handlers.get(request.path)
        return await handler(request) if handler else web.Response(status=404)


@pytest.fixture
async def site():
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        site.server = server
        yield site


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def fetchers(clock):
    """Opens fetchers that may visit 127.0.0.1; settings and parts may be given."""
    opened = []

    async def open_fetcher(*, resolver=None, tls=None, **settings):
        given = {"allow_hosts": ["127.0.0.1"], "per_host_delay": 0.0, **settings}
        fetcher = Fetcher(
            FetchSettings(**given), resolver=resolver, clock=clock, sleep=clock.sleep, chance=lambda: 0.5, tls=tls
        )
        opened.append(fetcher)
        return await fetcher.__aenter__()

    yield open_fetcher
    for fetcher in opened:
        await fetcher.__aexit__(None, None, None)


@pytest.fixture
async def fetcher(fetchers):
    return await fetchers()


@pytest.fixture
async def raw_server():
    """Starts servers that answer every connection with given bytes and then close it."""
    servers = []

    async def start(answer, *, endless=False, ssl=None):
        async def serve(reader, writer):
            try:
                await reader.read(65_536)
                writer.write(answer)
                while endless:
                    writer.write(endless)
                    await writer.drain()
                await writer.drain()
            except ConnectionError:
                pass
            finally:
                writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=ssl)
        servers.append(server)
        return f"http{'s' if ssl else ''}://127.0.0.1:{server.sockets[0].getsockname()[1]}/story"

    yield start
    for server in servers:
        server.close()
