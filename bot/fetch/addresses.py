"""Which addresses may be connected to: the public internet, and what the operator allows by name."""

import ipaddress
import re
import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Final

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.fetch.errors import BadAddress, Blocked
from bot.links.parsing import parse

_REFUSED_V4: Final = tuple(
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "168.63.129.16/32",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
"""IANA's special-purpose registry (RFC 6890), multicast and reserved space, and one cloud's metadata host."""

_GLOBAL_V6: Final = IPv6Network("2000::/3")
_REFUSED_V6: Final = tuple(
    ipaddress.ip_network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
"""Special blocks inside the only global unicast space that is handed out. IPv4-mapped, NAT64, unique
local, link-local and multicast addresses all lie outside of it."""

_NUMERIC = re.compile(r"0x[0-9a-f]*|[0-9]+")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address belongs to the public internet and stands for itself, not for another address."""
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _REFUSED_V4)
    if address.scope_id is not None or address not in _GLOBAL_V6:
        return False
    return not any(address in block for block in _REFUSED_V6)


class Guard:
    """Decides what may be connected to.

    ``allow_hosts`` names exceptions: a host (all ports), ``host:port``, an IP address or a network in
    CIDR form. A host that is allowed by name may resolve to any address.
    """

    def __init__(self, allowed_ports: list[int], allow_hosts: list[str]) -> None:
        self._ports = frozenset(allowed_ports)
        self._networks: list[IPv4Network | IPv6Network] = []
        self._names: set[tuple[str, int | None]] = set()
        for entry in allow_hosts:
            self._add(entry.strip().lower())

    def _add(self, entry: str) -> None:
        try:
            self._networks.append(ipaddress.ip_network(entry, strict=False))
        except ValueError:
            url = URL(f"//{entry}")
            self._names.add((url.raw_host or "", url.explicit_port))

    def check(self, address: str) -> URL:
        """The address, parsed, when it may be asked for. Raises :class:`BadAddress` or :class:`Blocked`.

        A name passes here and is judged by :class:`GuardedResolver` when it is resolved.
        """
        scheme = address.partition(":")[0].lower()
        url = parse(address)
        if url is None:
            raise Blocked(address) if scheme in ("file", "ftp", "gopher", "data", "javascript") else BadAddress(address)
        host, port = _host(url), url.port or 0
        literal = _literal(host)
        if self._allows(host, port, literal):
            return url
        if port not in self._ports or (literal is not None and not is_public(literal)):
            raise Blocked(address)
        if literal is None and _NUMERIC.fullmatch(host.rpartition(".")[2]):
            # 127.1, 0x7f000001, 2130706433: spellings of an address that only confuse.
            raise Blocked(address)
        return url

    def permits(self, host: str, port: int, resolved: str) -> bool:
        """Whether a connection for ``host`` may go to the address ``resolved``."""
        literal = _literal(resolved)
        return literal is not None and (is_public(literal) or self._allows(host.lower().rstrip("."), port, literal))

    def _allows(self, host: str, port: int, literal: IPv4Address | IPv6Address | None) -> bool:
        if (host, None) in self._names or (host, port) in self._names:
            return True
        return literal is not None and any(literal in network for network in self._networks)


def _host(url: URL) -> str:
    return (url.raw_host or "").lower().rstrip(".")


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


class AddressRefused(OSError):
    """A name resolves only to addresses that may not be connected to."""


class GuardedResolver(AbstractResolver):
    """A resolver that hands out permitted addresses only.

    The connector connects to exactly the addresses that it is handed, so an answer that changes
    between check and connection (DNS rebinding) changes nothing. One refused address among several
    refuses the name: no honest site mixes public and private addresses.
    """

    def __init__(self, guard: Guard, inner: AbstractResolver) -> None:
        self._guard = guard
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of ``host``. Raises :class:`AddressRefused`."""
        found = await self._inner.resolve(host, port, family)
        if not all(self._guard.permits(host, port, answer["host"]) for answer in found):
            raise AddressRefused(f"refused to connect to {host}")
        return found

    async def close(self) -> None:
        """Closes the resolver within."""
        await self._inner.close()
