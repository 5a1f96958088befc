"""With which characters the matches of a regular expression may begin, as a class of its own.

The engine passes over text quickly where a pattern opens with a class of characters, but not where something without
width stands before it ("\\b", a look behind) or a group is opened. So the class is looked for first, and the
pattern tried where it stands.
"""

import re
import re._constants as op  # type: ignore[import-not-found]  # the older names "sre_…" are deprecated
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable
from functools import lru_cache

from bot.analysis.errors.needs import NO_WIDTH, REPEATS, Item, options

_CATEGORIES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_WORD: r"\w", op.CATEGORY_SPACE: r"\s"}

_SAMPLE = "the council said on monday that it will spend more of its money on roads and schools for the next two years"
_SHARE = 0.2
"""Of the sample: a class of more of its letters passes over too little of a text."""


class _Anything(Exception):
    """Raised where a match may begin with characters that no plain class holds."""


def first_class(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """The class of which one character opens every match; None where that is unknown, or a match may be empty."""
    return _first_class(pattern.pattern, pattern.flags)  # a string keeps its hash, a pattern makes it anew


@lru_cache(maxsize=4096)
def _first_class(pattern: str, flags: int) -> re.Pattern[str] | None:
    try:
        members, goes_on = _firsts(parser.parse(pattern, flags))
    except _Anything:
        return None
    if goes_on:
        return None
    found = re.compile(f"[{''.join(sorted(members))}]", flags & (re.IGNORECASE | re.ASCII))
    return found if len(found.findall(_SAMPLE)) <= _SHARE * len(_SAMPLE) else None


def _firsts(items: Iterable[Item]) -> tuple[set[str], bool]:
    """The members of the class that items begin with, and whether all of them may match nothing at all."""
    found: set[str] = set()
    for item in items:
        members, goes_on = _first(item)
        found |= members
        if not goes_on:
            return found, False
    return found, True


def _first(item: Item) -> tuple[set[str], bool]:
    what, of = item
    if what in NO_WIDTH:
        return set(), True
    if what is op.LITERAL:
        return {re.escape(chr(of))}, False
    if what is op.IN:
        return {_member(*member) for member in of}, False
    if what in REPEATS:
        members, goes_on = _firsts(of[2])
        return members, goes_on or not of[0]
    if what is op.SUBPATTERN and (of[1] or of[2]):
        raise _Anything  # flags of its own
    ways = [_firsts(way) for way in options(item)]
    if not ways:
        raise _Anything
    return set[str]().union(*(members for members, _ in ways)), any(goes_on for _, goes_on in ways)


def _member(what: object, of: object) -> str:
    if what is op.LITERAL and isinstance(of, int):
        return re.escape(chr(of))
    if what is op.RANGE and isinstance(of, tuple):
        return "-".join(re.escape(chr(end)) for end in of)
    if what is op.CATEGORY and of in _CATEGORIES:
        return _CATEGORIES[of]
    raise _Anything
