"""robots.txt (RFC 9309), read once an hour for each site."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from protego import Protego
from yarl import URL

from bot.fetch.errors import FetchFailure

MAX_BYTES: Final = 512_000
"""RFC 9309 asks for at least 500 KiB; what is longer is taken as no rules."""
_MAX_SITES: Final = 500

Load = Callable[[str], Awaitable[bytes]]
"""Fetches a robots.txt address; raises :class:`FetchFailure` when there is none."""


class Robots:
    """The rules of the sites that were visited lately.

    A site whose robots.txt cannot be had is taken to have no rules: people ask for single pages here,
    and a site in trouble will say so with the page itself.
    """

    def __init__(self, load: Load, user_agent: str, lifetime: float, clock: Callable[[], float]) -> None:
        self._load = load
        self._user_agent = user_agent
        self._lifetime = lifetime
        self._clock = clock
        self._rules: OrderedDict[str, tuple[float, asyncio.Future[Protego]]] = OrderedDict()

    async def allows(self, url: URL) -> bool:
        """Whether the rules of the site let ``url`` be read."""
        rules = await self._rules_of(str(url.origin()))
        return bool(rules.can_fetch(str(url), self._user_agent))

    async def _rules_of(self, origin: str) -> Protego:
        read_at, rules = self._rules.get(origin, (0.0, None))
        if rules is None or self._clock() - read_at > self._lifetime:
            rules = asyncio.ensure_future(self._read(origin))
            self._rules[origin] = (self._clock(), rules)
            if len(self._rules) > _MAX_SITES:
                self._rules.popitem(last=False)
        try:
            return await asyncio.shield(rules)
        except Exception:  # not the site's doing, so it says nothing of the site for later
            if self._rules.get(origin, (0.0, None))[1] is rules:
                del self._rules[origin]
            raise

    async def _read(self, origin: str) -> Protego:
        try:
            body = await self._load(f"{origin}/robots.txt")
        except FetchFailure:
            body = b""
        return Protego.parse(body.decode("utf-8", "replace"))

    async def close(self) -> None:
        """Stops what is still being read."""
        pending = [rules for _, rules in self._rules.values() if not rules.done()]
        for rules in pending:
            rules.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
