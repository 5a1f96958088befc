"""Which of two versions of a story is likely the original."""

from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from bot.language.outlets import outlet, outlet_of_host
from bot.model import Brief

Origin = Literal["mine", "theirs", "unclear"]

SPUN = 0.5
"""From this score on a version counts as machine-rewritten."""
CLEARLY_MORE = 2
"""So many more slips show which of two versions was made from the other."""


def origin(mine: Brief, theirs: Brief, *, slips_here: int, slips_there: int) -> Origin:
    """Whose words came first, by the strongest evidence there is.

    A version that names the other as its home or its source is made from it, and so is one that looks
    machine-rewritten when the other does not; else the earlier one is the original; else the one
    with fewer slips, which count likely errors and phrases that nobody writes.
    """
    for evidence in (_by_link, _by_credit, _by_rewriting, _by_date):
        if (found := evidence(mine, theirs)) != "unclear":
            return found
    if abs(slips_here - slips_there) < CLEARLY_MORE:
        return "unclear"
    return "theirs" if slips_here > slips_there else "mine"


def later(mine: Brief, theirs: Brief) -> bool | None:
    """Whether this version is the later one; None when that is not known."""
    found = _by_date(mine, theirs)
    return None if found == "unclear" else found == "theirs"


def _choose(theirs: bool, mine: bool) -> Origin:
    if theirs == mine:
        return "unclear"
    return "theirs" if theirs else "mine"


def _by_link(mine: Brief, theirs: Brief) -> Origin:
    return _choose(theirs=_names_as_home(mine, theirs), mine=_names_as_home(theirs, mine))


def _names_as_home(copy: Brief, other: Brief) -> bool:
    """True when a page calls an address on another site its canonical one, and that is the other's."""
    named = copy.canonical_url
    return bool(named and named != copy.url and named in (other.url, other.canonical_url))


def _by_credit(mine: Brief, theirs: Brief) -> Origin:
    return _choose(theirs=_credits(mine, theirs), mine=_credits(theirs, mine))


def _credits(copy: Brief, other: Brief) -> bool:
    """True when a copy seems lifted from the outlet that published the other."""
    lifted = copy.document.republished
    if lifted is None:
        return False
    source = outlet(lifted.source)
    publisher = outlet_of_host(urlsplit(other.url or "").hostname or "") or outlet(other.article.site or "")
    if source is not None and publisher is not None:
        return source == publisher
    return bool(other.article.site) and lifted.source.casefold() == (other.article.site or "").casefold()


def _by_rewriting(mine: Brief, theirs: Brief) -> Origin:
    return _choose(theirs=mine.document.spun.score >= SPUN, mine=theirs.document.spun.score >= SPUN)


def _by_date(mine: Brief, theirs: Brief) -> Origin:
    """The earlier by the moments stated, compared as far as both are precise."""
    one, other = mine.article.published or "", theirs.article.published or ""
    if len(one) < len("2000-01-01") or len(other) < len("2000-01-01"):
        return "unclear"
    if one[:10] != other[:10]:
        return "theirs" if other[:10] < one[:10] else "mine"
    moments = [_moment(one), _moment(other)]
    if None in moments or moments[0] == moments[1]:
        return "unclear"
    return "theirs" if str(moments[1]) < str(moments[0]) else "mine"


def _moment(stated: str) -> str | None:
    try:
        parsed = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return parsed.astimezone(UTC).isoformat() if parsed.tzinfo and len(stated) > len("2000-01-01") else None
