"""What the words beside it exclude: a plan passed by fewer votes than not, "we dispute it. We only dispute"."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.language.quantities import number
from bot.model import Span

Clash = tuple[Span, Span]
"""What is suspect, and what excludes it."""

_COUNT = r"(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)"
_WON_BY = re.compile(
    rf"\b(?P<won>passed|carried|approved|adopted|confirmed|ratified|endorsed)\b(?: [\w’'-]+){{0,6}}? by "
    rf"(?P<votes>(?P<more>{_COUNT})(?: votes)? to (?P<less>{_COUNT}))\b(?! (?:per ?cent|percent|%|one\b))"
)
_ONLY = re.compile(
    r"\b(?P<told>(?P<who>We|I|They|He|She) "
    r"(?P<verb>dispute|contest|question|oppose|deny)"
    r" (?:that|the|his|her|their|its|this|these|your|how)\b)"
    r"[^.;?!]{3,120}[.,][”\"]?(?: [^.“”\"]{2,40}\.)? [“\"]?"
    r"(?P<only>(?P=who) only (?P=verb)|(?P=who) (?P=verb) only)\b"
)
_DENIES = re.compile(r"\b(?:not|never|no|nor|neither|if|unless|nearly|almost)\b|n[’']t\b", re.IGNORECASE)


def outcomes(copy: Copy) -> Iterator[Clash]:
    """Every outcome or position that its own sentence or the next one excludes."""
    for match in find_all(_ONLY, copy.text):
        if "\n" not in match.group() and not _is_denied(copy, match.start("told")):
            yield copy.span(*match.span("told")), copy.span(*match.span("only"))
    for match in find_all(_WON_BY, copy.text):
        more, less = (number(match[name].replace(",", "")) for name in ("more", "less"))
        if more is not None and less is not None and _FEW < more < less and not _is_denied(copy, match.start()):
            yield copy.span(*match.span("won")), copy.span(*match.span("votes"))


def _is_denied(copy: Copy, at: int) -> bool:
    """True when a denial or a condition stands right before."""
    return _DENIES.search(copy.text[max(0, at - _REACH) : at].rpartition(". ")[2]) is not None


_REACH = 40
_FEW = 9
"""Votes that may as well be a range: "ratified by 3 to 5 states"."""
