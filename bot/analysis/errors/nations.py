"""Somebody called of another nation where the text goes on about them: "the Uruguayan coach" of a Chilean one."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.language import places
from bot.model import Span

_ROLE = (
    r"(?P<role>coach|manager|minister|ambassador|president|premier|chancellor|director|conductor|singer|writer|novelist"
    r"|striker|midfielder|goalkeeper|defender|forward|winger|captain|driver|rider|cyclist|runner|swimmer|skier|boxer"
    r"|wrestler|sprinter|player|envoy|diplomat|lawmaker|senator|poet|painter|sculptor|architect|composer|pianist"
    r"|violinist|tenor|soprano|astronaut|scientist|researcher|physicist|economist|climber|referee|judge|critic|chef"
    r"|designer|actor|actress|commissioner)"
)
_LAND = r"(?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
_AGAIN = re.compile(
    rf"\b[Tt]he {_LAND} (?:[a-z-]+ )?{_ROLE}(?= (?:said|told|added|called|replied|declined|warned|insisted|promised|has"
    r"|had|was|is|will|would|who|[a-z]+ed)\b|[’']s )"
)
_ANY = re.compile(rf"\b{_LAND}(?:[’']s)? (?:[a-z-]+ ){{0,2}}?{_ROLE}\b")

_BODY = (
    r"(?:company|firm|group|carrier|airline|manufacturer|maker|bank|retailer|brewer|bakery|shipbuilder|carmaker|insurer"
    r"|conglomerate|operator|ship|vessel|trawler|tanker|freighter|ferry|yacht|submarine|frigate|destroyer"
    r"|orchestra|ballet|band|choir|newspaper|broadcaster|publisher|producer|utility|refiner|miner|lender)"
)
_BODY_AGAIN = re.compile(
    rf"\b[Tt]he {_LAND} {_BODY}\b(?! (?:and|or|of|in|from|which|that) |, [A-Z]| [A-Z]|[’']s [A-Z])"
)
_ANY_BODY = re.compile(rf"\b{_LAND}(?:[’']s)?(?:-based|-owned)? (?:[a-z-]+ ){{0,2}}?{_BODY}\b")


def of_another_nation(copy: Copy) -> Iterator[tuple[Span, Span]]:
    """ "the Uruguayan coach said", where the one coach so far is Chilean and nothing else is of Uruguay."""
    for match in find_all(_AGAIN, copy.text):
        state = _country(match["land"])
        if state is None or copy.is_quoted(match.start()):
            continue
        if _is_told_of(copy, state):
            continue
        before = [one for one in _ANY.finditer(copy.text, 0, match.start()) if one["role"] == match["role"]]
        others = {_country(one["land"]) for one in before}
        unnamed = len(re.findall(rf"\b{match['role']}\b", copy.text[: match.start()])) - len(before)
        if len(others) == 1 and None not in others and state not in others and not unnamed:
            yield copy.span(*match.span()), copy.span(*before[-1].span())
    yield from _bodies(copy)


def _bodies(copy: Copy) -> Iterator[tuple[Span, Span]]:
    """ "The Swedish company" where the one body with a nation so far is "the Danish pump maker Halvard"."""
    for match in find_all(_BODY_AGAIN, copy.text):
        state = _country(match["land"])
        if state is None or copy.is_quoted(match.start()) or _is_told_of(copy, state):
            continue
        before = [one for one in _ANY_BODY.finditer(copy.text, 0, match.start()) if _country(one["land"]) is not None]
        if before and len({_country(one["land"]) for one in before}) == 1:
            yield copy.span(*match.span()), copy.span(*before[-1].span())


def _is_told_of(copy: Copy, state: str) -> bool:
    """True where the text names a state or its people more than once, or the headline does."""
    return sum(where.place.country == state for where in copy.places) > 1 or _is_named(copy.title, state)


def _is_named(title: str, state: str) -> bool:
    """True where a headline speaks of a state."""
    return any(_country(word.strip("’'s,.:")) == state for word in title.split() if word[:1].isupper())


def _country(name: str) -> str | None:
    state = places.stands_for_state(name)
    return state.country if state is not None else None
