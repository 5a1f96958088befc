"""Which sites the settings of a channel let be read."""

from urllib.parse import urlsplit

from bot.links import canonicalise
from bot.settings import DeskSettings


def is_allowed(url: str, settings: DeskSettings) -> bool:
    """Whether the settings let a site be read; a rule for a domain covers its subdomains."""
    host = urlsplit(url).hostname or ""
    if any(_is_within(host, domain) for domain in settings.skip_domains):
        return False
    return not settings.allow_domains or any(_is_within(host, domain) for domain in settings.allow_domains)


def _is_within(host: str, domain: str) -> bool:
    # As hosts are in links: in punycode, without "www." or a mobile label.
    name = urlsplit(canonicalise(f"http://{domain}/")).hostname or domain
    return host == name or host.endswith("." + name)
