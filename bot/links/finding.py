"""Finding links in a chat message. Every pattern here runs in time linear in the message."""

import html
import re
from typing import Final

from bot.links.canonical import canonicalise
from bot.links.parsing import MAX_URL_LENGTH, parse
from bot.model import Record
from bot.ports import Platform

MAX_LINKS: Final = 100
"""At most so many links of one message are returned."""

MAX_CANDIDATES: Final = 1_000
"""At most so many distinct addresses of one message are looked at more closely."""

# A bare address ends at blanks, quotation marks, brackets of markup, and punctuation of scripts that
# write without blanks. "](" ends the label of a masked link.
_STOP = r"\s<>\"`|\\\x00-\x1f\x7f“”„«»‹›。，、；：！？（）「」『』【】《》"
_BARE = rf"(?<![A-Za-z0-9+.-])(?P<bare>https?://(?:(?!\]\()[^{_STOP}])+)"
_CODE = r"```.*?```|``.+?``|`[^`]+`"

_PATTERNS: Final = {
    Platform.SLACK: re.compile(
        rf"{_CODE}|<(?P<marked>https?://[^<>|\s]+)(?:\|[^<>]*)?>|<[^<>\s]*>|{_BARE}", re.I | re.S
    ),
    Platform.DISCORD: re.compile(rf"{_CODE}|\|\|.+?\|\||<https?://[^<>\s]+>|{_BARE}", re.I | re.S),
    None: re.compile(rf"<(?P<marked>https?://[^<>\s]+)>|{_BARE}", re.I),
}
_PLAIN_END: Final = ".,;:!?'*_~…’‘"
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


class Link(Record):
    """A link of a message: ``url`` as it was written, its canonical form, and that form's host."""

    url: str
    canonical: str
    host: str


class FoundLinks(Record):
    """The links of a message in order, each article once, and how many distinct addresses it held."""

    links: list[Link]
    total: int


def find_links(markup: str, platform: Platform | None = None) -> list[Link]:
    """The links of a message in the markup of ``platform``, each canonical form once, at most :data:`MAX_LINKS`.

    In Discord, links in ``<…>``, spoilers and code are left out: their author asked that they are not
    expanded. In Slack, code is left out. ``None`` and the local desk mean plain text.
    """
    return scan_links(markup, platform).links


def scan_links(markup: str, platform: Platform | None = None) -> FoundLinks:
    """As :func:`find_links`, with the number of addresses that there were before any limit."""
    addresses = _addresses(markup, platform)
    links: dict[str, Link] = {}
    for url in list(addresses)[:MAX_CANDIDATES]:
        if len(links) == MAX_LINKS:
            break
        canonical = canonicalise(url)
        parsed = parse(canonical)
        if parsed is not None and canonical not in links:
            links[canonical] = Link(url=url, canonical=canonical, host=parsed.raw_host or "")
    return FoundLinks(links=list(links.values()), total=len(addresses))


def _addresses(markup: str, platform: Platform | None) -> dict[str, None]:
    """Everything that looks like an address, each once, in order."""
    pattern = _PATTERNS.get(platform, _PATTERNS[None])
    found: dict[str, None] = {}
    for match in pattern.finditer(markup):
        groups = match.groupdict()
        marked, bare = groups.get("marked"), groups.get("bare")
        url = marked or (_trim(bare) if bare and len(bare) <= MAX_URL_LENGTH else None)
        if url:
            found[html.unescape(url) if platform is Platform.SLACK else url] = None
    return found


def _trim(url: str) -> str:
    """Without the punctuation of the sentence around it; closing brackets stay when their partner is inside."""
    surplus = {close: url.count(close) - url.count(opening) for close, opening in _PAIRS.items()}
    end = len(url)
    while end:
        last = url[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _PLAIN_END:
            break
        end -= 1
    return url[:end]
