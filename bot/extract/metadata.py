"""Title, site, language, canonical address and description, each from the most trustworthy place."""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

import py3langid
from lxml import html

from bot.extract.pruning import headline_element, page_titles
from bot.extract.structured import Node, clean, text_of

MAX_TITLE_CHARS: Final = 500
"""Longer titles are no headlines, and what reads titles need not be fast on them."""
_LANGUAGE: Final = re.compile(r"^[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"\s{1,9}[|–—·»:-]\s+")
MIN_LANGUAGE_CHARS: Final = 200
_LANGUAGE_SAMPLE: Final = 5000
"""Characters."""
_ENGLISH: Final = re.compile(
    r"\b(?:the|and|that|with|from|this|which|were|been|would|their|they|has|who|said)\b", re.IGNORECASE
)
"""Common words of English that are hardly ever words of another language."""
MIN_ENGLISH: Final = 0.05
"""Share of those words from which on a text that calls itself English is. English news has more than twice as many."""


def title_of(tree: html.HtmlElement, node: Node, meta: dict[str, str]) -> str | None:
    """The headline, cut after a word when it is longer than MAX_TITLE_CHARS."""
    title = _title(tree, node, meta)
    if title is None or len(title) <= MAX_TITLE_CHARS:
        return title
    return title[:MAX_TITLE_CHARS].rpartition(" ")[0] or title[:MAX_TITLE_CHARS]


def _title(tree: html.HtmlElement, node: Node, meta: dict[str, str]) -> str | None:
    """The heading that the page's title repeats, else JSON-LD, else the page's title without the site."""
    heading = headline_element(tree)
    if heading is not None and heading.tag == "h1" and (text := clean(" ".join(heading.itertext()))):
        return text
    if headline := text_of(node.get("headline")):
        return headline
    if meta.get("og:title"):
        return _without_site(meta["og:title"], meta.get("og:site_name"))
    first = next((text for h1 in tree.iter("h1") if (text := clean(" ".join(h1.itertext())))), None)
    titles = page_titles(tree)
    return first or (_without_site(clean(titles[0]), meta.get("og:site_name")) if titles else None)


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    if site and parts[-1].casefold() == site.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»:-")
    last = list(_SEPARATOR.finditer(title))[-1]
    named = last.group().strip() in ("|", "–", "—", "·", "»", "-") and len(parts[-1].split()) <= 4
    return title[: last.start()] if named and len(title[: last.start()].split()) >= 3 else title


def site_of(node: Node, meta: dict[str, str], url: str | None) -> str | None:
    """The site's name: OpenGraph, else the JSON-LD publisher, else the host."""
    name = meta.get("og:site_name") or text_of(node.get("publisher")) or meta.get("application-name")
    host = _host(url)
    return name or (host.removeprefix("www.") if host else None)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def canonical_of(tree: html.HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    """The page's own canonical address, absolute, http or https only."""
    links = [link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for address in (*links, meta.get("og:url")):
        try:
            absolute = str(urljoin(url or "", (address or "").strip()))
            parts = urlsplit(absolute)
        except ValueError:
            continue
        if address and parts.scheme in ("http", "https") and parts.hostname:
            return absolute
    return url


def language_of(tree: html.HtmlElement, meta: dict[str, str], text: str) -> str | None:
    """The ISO 639-1 code: what the page declares, unless a long text is clearly in another language."""
    declared = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or meta.get("og:locale"),)
    stated = next((m.group().lower() for value in declared if value and (m := _LANGUAGE.match(value.strip()))), None)
    if len(text) < MIN_LANGUAGE_CHARS and stated:
        return stated
    guess = guess_language(text)
    # Names and figures can make the guess go wrong, and an English text that is taken for another is not analysed.
    return "en" if stated == "en" and guess != "en" and _reads_english(text) else guess or stated


def _reads_english(text: str) -> bool:
    """Whether the text has as many English function words as only English has."""
    sample = text[:_LANGUAGE_SAMPLE]
    return len(_ENGLISH.findall(sample)) >= MIN_ENGLISH * len(sample.split())


def guess_language(text: str) -> str | None:
    """The language that the text itself reads as (py3langid), or None for too little text."""
    if len(text.strip()) < 40:
        return None
    code, _ = py3langid.classify(text[:_LANGUAGE_SAMPLE])
    return str(code)


def description_of(node: Node, meta: dict[str, str]) -> str | None:
    """The standfirst or summary that the page gives for itself."""
    return meta.get("og:description") or text_of(node.get("description")) or meta.get("description")
