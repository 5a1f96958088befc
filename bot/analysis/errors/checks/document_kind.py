"""Findings on the article as a whole that have no place in the text: what kind of copy it is, who signs it."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check

_PRESS_RELEASE = re.compile(
    r"\bFOR IMMEDIATE RELEASE\b|/ ?(?:PRNewswire|Business ?Wire|GLOBE NEWSWIRE|EINPresswire)\b|\b(?:PRNewswire"
    r"|Business Wire|GlobeNewswire)\)"
    r"|^(?:Media|Press) contacts?:?$|^###$|^About [A-Z][\w ]{2,40}(?: Inc\.?| Ltd\.?| plc)?$",
    re.MULTILINE,
)
_SATIRE_HOSTS = frozenset(
    {
        "theonion.com",
        "babylonbee.com",
        "clickhole.com",
        "thedailymash.co.uk",
        "newsthump.com",
        "waterfordwhispersnews.com",
    }
    | {"thebeaverton.com", "duffelblog.com", "reductress.com", "borowitzreport.com", "der-postillon.com", "legorafi.fr"}
)
_OPINION = re.compile(
    r"^(?:opinion|editorial|op-ed|comment|commentary|column|letters?|analysis)\b|\| ?opinion\b", re.IGNORECASE
)
_LEAST_WORDS = 150


@check("document.kind", "Press release, satire or opinion", severity="minor", confidence=0.7)
def document_kind(copy: Copy) -> Iterator[Finding]:
    """Marks that the copy itself carries: release formulas, a satire site, an opinion label."""
    host = (urlsplit(copy.article.url or "").hostname or "").removeprefix("www.")
    if sum(1 for _ in find_all(_PRESS_RELEASE, copy.text)) >= 2 or "FOR IMMEDIATE RELEASE" in copy.text:
        yield Finding(None, "Possibly a press release: it carries the formulas of one. Check who speaks here.")
    if host in _SATIRE_HOSTS or re.search(
        r"\b(?:this (?:article|story) is satire|satirical (?:article|news))\b", copy.text, re.I
    ):
        yield Finding(None, "Possibly satire: the site or the text says so. Check before quoting it.")
    if any(_OPINION.search(part) for part in (copy.title, *copy.article.sections)):
        yield Finding(None, "Possibly an opinion piece: it is labelled as one. Check that it is not cited as news.")


@check("document.no-byline", "No byline", severity="minor", confidence=0.5)
def no_byline(copy: Copy) -> Iterator[Finding]:
    """A page of some length that names no author; plain text is not expected to."""
    if copy.article.url and not copy.article.authors and copy.article.words >= _LEAST_WORDS:
        yield Finding(None, "Possible gap: no author is named on this page. Check who wrote it.")
