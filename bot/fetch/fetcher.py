"""Fetching one page safely and politely."""

import asyncio
import logging
import random
import ssl
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final, Self
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver
from w3lib.html import get_meta_refresh
from yarl import URL

from bot.fetch.addresses import Guard, GuardedResolver
from bot.fetch.body import ACCEPT_ENCODING, read_body
from bot.fetch.charset import decode
from bot.fetch.errors import (
    BadResponse,
    ConnectionLost,
    EmptyAnswer,
    FetchFailure,
    NotAnArticle,
    NotModified,
    RateLimited,
    RobotsDisallowed,
    ServerError,
    TooManyRedirects,
)
from bot.fetch.flights import SingleFlight
from bot.fetch.politeness import Politeness
from bot.fetch.robots import MAX_BYTES as MAX_ROBOTS_BYTES
from bot.fetch.robots import Robots
from bot.fetch.transport import REDIRECTS, from_exception, from_status
from bot.links import is_home_page
from bot.model import Page, Validators
from bot.settings import FetchSettings

log = logging.getLogger(__name__)

_ACCEPTED: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_RETRIED: Final = frozenset({502, 503, 504})
_MAX_META_REFRESH_BYTES: Final = 65_536
_MAX_META_REFRESH_SECONDS: Final = 3.0
_MAX_VALIDATOR: Final = 1_024
_MAX_LINE: Final = 16_384
_MAX_HEADER: Final = 32_768  # Some publishers send content security policies that long.
_MAX_HEADERS: Final = 256


class Fetcher:
    """Fetches pages over one shared session. Use it as an async context manager.

    ``resolver``, ``clock``, ``sleep``, ``chance`` (0–1) and ``tls`` are for tests.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        resolver: AbstractResolver | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._guard = Guard(settings.allowed_ports, settings.allow_hosts)
        self._resolver = resolver
        self._clock = clock
        self._sleep = sleep
        self._chance = chance
        self._tls = tls
        self._politeness = Politeness(settings.per_host_concurrency, settings.per_host_delay, clock, sleep)
        self._robots = Robots(self._load_robots, settings.user_agent, settings.robots_lifetime, clock)
        self._flights: SingleFlight[tuple[str, Validators | None], Page] = SingleFlight()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        settings = self._settings
        connector = aiohttp.TCPConnector(
            resolver=GuardedResolver(self._guard, self._resolver or aiohttp.ThreadedResolver()),
            limit=settings.connections,
            ssl=self._tls or True,
        )
        contact = f" (+{settings.contact})" if settings.contact else ""
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            max_line_size=_MAX_LINE,
            max_field_size=_MAX_HEADER,
            max_headers=_MAX_HEADERS,
            trust_env=False,
            timeout=aiohttp.ClientTimeout(
                total=None,
                connect=None,
                sock_connect=settings.connect_timeout,
                sock_read=settings.read_timeout,
            ),
            headers={
                "User-Agent": settings.user_agent + contact,
                "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
                "Accept-Language": "en;q=0.9,*;q=0.5",
                "Accept-Encoding": ACCEPT_ENCODING,
            },
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._flights.close()
        await self._robots.close()
        if self._session is not None:
            await self._session.close()

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        """The page at ``url``, redirects followed. The same page asked for twice at once is fetched once.

        Raises a subclass of :class:`bot.fetch.errors.FetchFailure`; :class:`NotModified` only when
        ``validators`` were given and still hold.
        """
        return await self._flights.run((url, validators), lambda: self._persist(url, validators))

    async def _persist(self, url: str, validators: Validators | None) -> Page:
        """The page, after a few attempts when the trouble may pass."""
        attempt = 0
        while True:
            try:
                return await self._follow(url, validators)
            except (RateLimited, ServerError, ConnectionLost) as failure:
                wait = self._patience(failure, attempt)
                if wait is None:
                    raise
                log.info("trying again", extra={"kind": failure.kind, "host": URL(url).raw_host, "wait": wait})
                await self._sleep(wait)
                attempt += 1

    def _patience(self, failure: FetchFailure, attempt: int) -> float | None:
        """How long to wait before the next attempt, or None when there is to be none."""
        if attempt >= self._settings.retries:
            return None
        if isinstance(failure, ServerError) and failure.status not in _RETRIED:
            return None
        asked = failure.retry_after if isinstance(failure, RateLimited | ServerError) else None
        if asked is not None and asked > self._settings.max_retry_after:
            return None
        jittered = self._settings.retry_delay * float(2**attempt) * (0.5 + self._chance())
        return max(jittered, asked or 0.0)

    async def _follow(self, url: str, validators: Validators | None) -> Page:
        """Goes from redirect to redirect until there is a page."""
        left = self._settings.total_timeout
        seen: set[str] = set()
        current = url
        for _ in range(self._settings.max_redirects + 1):
            target = self._guard.check(current).with_user(None)
            if str(target) in seen:
                break
            seen.add(str(target))
            if self._settings.obey_robots and not await self._robots.allows(target):
                raise RobotsDisallowed(url)
            async with self._politeness.turn(target.raw_host or ""):
                began = self._clock()
                answer = await self._request(target, left, validators, self._settings.max_bytes, _ACCEPTED)
                left = max(0.001, left - (self._clock() - began))
            if isinstance(answer, Page):
                refresh = _meta_refresh(answer)
                if refresh is None:
                    return answer.model_copy(update={"url": url})
                answer = refresh
            current = answer
        raise TooManyRedirects(url, self._settings.max_redirects)

    async def _load_robots(self, url: str) -> bytes:
        left = self._settings.total_timeout / 2
        for _ in range(5):
            target = self._guard.check(url)
            answer = await self._request(target, left, None, MAX_ROBOTS_BYTES, None)
            if isinstance(answer, Page):
                return answer.body
            url = answer
        raise TooManyRedirects(url, 5)

    async def _request(
        self, url: URL, seconds: float, validators: Validators | None, limit: int, accept: frozenset[str] | None
    ) -> Page | str:
        """One request: a page, or the address that it is passed on to."""
        if self._session is None:
            raise RuntimeError("the fetcher is not open; use it as an async context manager")
        address = str(url)
        try:
            async with (
                asyncio.timeout(seconds),
                self._session.get(url, allow_redirects=False, headers=_conditions(validators)) as response,
            ):
                return await self._read(response, address, validators, limit, accept)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise from_exception(address, error) from error

    async def _read(
        self,
        response: aiohttp.ClientResponse,
        url: str,
        validators: Validators | None,
        limit: int,
        accept: frozenset[str] | None,
    ) -> Page | str:
        status, headers = response.status, response.headers
        if status in REDIRECTS:
            return _location(url, headers.get("Location"))
        if status == 304 and validators is not None:
            raise NotModified(url)
        if failure := from_status(url, status, headers.get("Retry-After")):
            raise failure
        content_type = response.content_type if "Content-Type" in headers else "text/html"
        if accept is not None and content_type not in accept:
            raise NotAnArticle(url, content_type)
        body = await read_body(response, limit, url)
        if accept is not None:
            _check_body(url, body)
        return Page(
            url=url,
            final_url=url,
            status=status,
            content_type=content_type,
            charset=response.charset,
            body=body,
            fetched_at=datetime.now(UTC),
            etag=_usable(headers.get("ETag")),
            last_modified=_usable(headers.get("Last-Modified")),
        )


def _conditions(validators: Validators | None) -> dict[str, str]:
    """The headers of a conditional request (RFC 9110 section 13)."""
    if validators is None:
        return {}
    wanted = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: usable for name, value in wanted.items() if (usable := _usable(value))}


def _usable(validator: str | None) -> str | None:
    """A validator that can be stored and sent back as it is; servers also send other things."""
    is_plain = validator is not None and validator.isascii() and validator.isprintable()
    return validator if is_plain and validator and len(validator) <= _MAX_VALIDATOR else None


def _location(url: str, location: str | None) -> str:
    if not location:
        raise BadResponse(url, "redirect to nowhere")
    # Header bytes that are not ASCII are UTF-8 in practice; aiohttp hands them over escaped.
    text = location.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return urljoin(url, text.strip()).partition("#")[0]


def _check_body(url: str, body: bytes) -> None:
    """Refuses what only calls itself a text page."""
    if not body.strip():
        raise EmptyAnswer(url)
    head = body[:1_024]
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"))
    if head.startswith(b"%PDF-"):
        raise NotAnArticle(url, "application/pdf")
    if b"\x00" in head and not is_wide:
        raise NotAnArticle(url, "application/octet-stream")


def _meta_refresh(page: Page) -> str | None:
    """Where a small page passes its reader on to by a meta element; front pages (consent, log-in) do not count."""
    if page.content_type == "text/plain" or len(page.body) > _MAX_META_REFRESH_BYTES:
        return None
    # Guessing would hold up everybody else on the event loop.
    delay, target = get_meta_refresh(decode(page, guess=False), page.final_url)
    if target is None or delay is None or delay > _MAX_META_REFRESH_SECONDS or is_home_page(target):
        return None
    return target if target != page.final_url else None
