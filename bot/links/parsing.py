"""Reading an address strictly: what this module does not understand is no link."""

import ipaddress
import re
from functools import lru_cache

import tldextract
from yarl import URL

MAX_URL_LENGTH = 8_192
"""Longer addresses are not normalised, found or fetched; servers refuse them long before."""

_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*\.?")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")

# The list of public suffixes that ships with the library: no download, the same answer everywhere.
_suffixes = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def parse(url: str) -> URL | None:
    """The address in normal percent-encoding and punycode, or None when it is not a usable http(s) address."""
    if len(url) > MAX_URL_LENGTH or _UNSAFE.search(url):
        return None
    try:
        parsed = URL(url)
        host, port = parsed.raw_host, parsed.port
    except (ValueError, TypeError, IndexError):  # yarl stumbles over some brackets
        return None
    if parsed.scheme not in ("http", "https") or not host or port == 0:
        return None
    return parsed if _is_address(host) or (len(host) <= 253 and _HOST.fullmatch(host)) else None


def _is_address(host: str) -> bool:
    """Whether a host is an IPv6 address without zone; what only looks like one is refused by every other reader."""
    try:
        return ":" in host and ipaddress.IPv6Address(host).scope_id is None
    except ValueError:
        return False


@lru_cache(maxsize=4_096)
def registrable_domain(host: str) -> str:
    """The part of a host name that somebody registered (``news.example.co.uk`` → ``example.co.uk``).

    Empty for IP addresses, single labels and public suffixes. Source: publicsuffix.org, private part
    included, so that two blogs of one host are two sites.
    """
    return _suffixes(host).top_domain_under_public_suffix
