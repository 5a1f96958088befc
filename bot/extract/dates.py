"""When an article was published and modified, and where that was read.

Sources in order of trust: JSON-LD, meta tags, ``time`` elements, the address, a dated line near the top of the
text. htmldate (Barbaresi 2020) is asked for the last ones only; it guesses a date even on undated pages, so its
answer counts only when the page or the address really shows that day.
"""

import re
from datetime import datetime
from html import escape
from typing import Any, Final

from htmldate import find_date
from lxml import html

from bot.extract.structured import Node, text_of

Dated = tuple[str | None, str | None]
"""An ISO 8601 date or date-time, and the source it came from."""

_PUBLISHED_NAMES: Final = """
    article:published_time article:published og:published_time og:pubdate datepublished publishdate publish-date
    publish_date pubdate publication_date publication-date date.issued dc.date.issued dcterms.created
    dcterms.issued dc.date dc.date.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime
    article.published article_date_original originalpublicationdate date
"""
_PUBLISHED_METAS: Final = _PUBLISHED_NAMES.split()
_MODIFIED_NAMES: Final = """
    article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified dc.date.modified
    article.updated modified_time revised updated_time
"""
_MODIFIED_METAS: Final = _MODIFIED_NAMES.split()
_COMPACT: Final = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$")
_ISO: Final = re.compile(
    r"^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_MODIFIED_WORDS: Final = re.compile(r"updat|modif|revis|edited|corrected", re.IGNORECASE)
_PUBLISHED_WORDS: Final = re.compile(r"publi|posted|created", re.IGNORECASE)
_PUBLISHED_LINE: Final = re.compile(
    r"(?:published|posted|publiziert|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|опубликовано)\b"
    r"(?=.*\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
"""A line that begins with saying when, in one of the languages that are common in the news."""
_MAX_LINE: Final = 80
_URL_DATE: Final = re.compile(r"/((?:19|20)\d{2})[/-]?(\d{1,2}|[a-z]{3})[/-]?(\d{1,2})(?=\D|$)", re.IGNORECASE)
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
FIRST_YEAR: Final = 1990


def published(tree: html.HtmlElement, node: Node, meta: dict[str, str], url: str | None) -> Dated:
    """The publication date, in its own time zone when one is given."""
    return (
        _first("json-ld", node.get("datePublished"), node.get("dateCreated"), node.get("uploadDate"))
        or _first("meta", *(meta.get(name) for name in _PUBLISHED_METAS))
        or _time_element(tree, modified=False)
        or _address(url)
        or _said(tree)
        or _shown(tree)
        or (None, None)
    )


def modified(tree: html.HtmlElement, node: Node, meta: dict[str, str]) -> Dated:
    """The date of the last change that the page admits."""
    return (
        _first("json-ld", node.get("dateModified"))
        or _first("meta", *(meta.get(name) for name in _MODIFIED_METAS))
        or _time_element(tree, modified=True)
        or (None, None)
    )


def iso(value: str) -> str | None:
    """A date as ISO 8601: ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM:SS`` with ``Z`` or an offset when there is one.

    None when the text is not a possible date in the years since 1990.
    """
    value = value.strip()
    if compact := _COMPACT.match(value):
        year, month, day, hour, minute, second = compact.groups()
        value = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}" if hour else "")
    found = _ISO.match(value)
    if not found:
        return _written(value)
    day, time, zone = found.groups()
    text = day if time is None else f"{day}T{time if time.count(':') == 2 else time + ':00'}{_zone(zone)}"
    return text if _possible(text) else None


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _written(value: str) -> str | None:
    """A date in other notations: RFC 2822, or with an English month name."""
    from email.utils import parsedate_to_datetime

    try:
        text = parsedate_to_datetime(value).isoformat().replace("+00:00", "Z")
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    else:
        return text if _possible(text) else None
    for form in (
        "%B %d, %Y",
        "%b %d, %Y",
        "%d %B %Y",
        "%d %b %Y",
        "%Y/%m/%d",
        "%B %d, %Y %I:%M %p",
        "%Y/%m/%d %H:%M:%S",
    ):
        try:
            when = datetime.strptime(re.sub(r"(?<=[a-z])\.", "", value), form)
        except ValueError:
            continue
        text = when.date().isoformat() if "%H" not in form and "%I" not in form else when.isoformat()
        return text if _possible(text) else None
    return None


def _possible(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).year >= FIRST_YEAR
    except ValueError:
        return False


def _first(source: str, *values: Any) -> Dated | None:
    for value in values:
        text = text_of(value)
        if text and (date := iso(text)):
            return date, source
    return None


def _time_element(tree: html.HtmlElement, *, modified: bool) -> Dated | None:
    """The first dated ``time`` element (or one marked up as the date), outside lists of other articles."""
    for element in tree.iter("time", "abbr", "span"):
        if element.tag != "time" and "date" not in (element.get("itemprop") or "").lower():
            continue
        if any(a.tag in ("aside", "nav", "footer", "li") for a in element.iterancestors()):
            continue
        about = " ".join((element.get("itemprop") or "", element.get("class") or "", _before(element)))
        text = element.get("datetime") or element.get("content") or element.get("title") or "".join(element.itertext())
        is_modified = bool(_MODIFIED_WORDS.search(about)) and not _PUBLISHED_WORDS.search(about)
        if is_modified == modified and (date := iso(text)):
            return date, "time"
    return None


def _before(element: html.HtmlElement) -> str:
    """The words just before an element ("Updated: ")."""
    previous = element.getprevious()
    parent = element.getparent()
    text = (previous.tail if previous is not None else (parent.text if parent is not None else "")) or ""
    return text[-40:]


def _address(url: str | None) -> Dated | None:
    """A day in the path of the address: /2024/05/17/ or /2024/may/17/."""
    found = _URL_DATE.search(url or "")
    if not found:
        return None
    year, month, day = found.groups()
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else int(month) if month.isdigit() else 0
    text = f"{year}-{number:02d}-{int(day):02d}"
    return (text, "url") if _possible(text) else None


def _said(tree: html.HtmlElement) -> Dated | None:
    """The day in a short line that begins with "Published" or its like."""
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "footer"):
            continue
        line = (element.text or "").strip()
        if len(line) <= _MAX_LINE and _PUBLISHED_LINE.match(line):
            page = html.document_fromstring(f"<p>{escape(line)}</p>")
            date = find_date(page, original_date=True, extensive_search=True)
            # htmldate makes the first of January of a year that stands alone.
            if date and _possible(date) and int(date[-2:]) in map(int, re.findall(r"\b\d{1,2}\b", line)):
                return date, "text"
    return None


def _shown(tree: html.HtmlElement) -> Dated | None:
    """A day that a short line outside navigation shows; htmldate reads it, and the line must really be there."""
    try:
        date = find_date(tree, original_date=True, extensive_search=False)
    except Exception:  # a library's stumble over odd markup only loses this evidence
        return None
    if not date or not _possible(date):
        return None
    return (date, "text") if _is_shown(tree, datetime.fromisoformat(date)) else None


def _is_shown(tree: html.HtmlElement, day: datetime) -> bool:
    """True when some short line of the page names this very day in figures or with an English month."""
    months = (day.strftime("%B").lower(), day.strftime("%b").lower(), f"{day.month:02d}", str(day.month))
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "footer"):
            continue
        text = (element.text or "").lower()
        if len(text) > 120 or str(day.year) not in text:
            continue
        rest = re.findall(r"[^\W\d_]+|\d+", text)
        if any(month in rest for month in months) and (str(day.day) in rest or f"{day.day:02d}" in rest):
            return "©" not in text and "copyright" not in text
    return False
