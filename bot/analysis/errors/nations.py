"""Somebody called of another nation where the text goes on about them: "the Uruguayan coach" of a Chilean one."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
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


def of_another_nation(copy: Copy) -> Iterator[tuple[Span, Span]]:
    """ "the Uruguayan coach said", where the one coach so far is Chilean and nothing else is of Uruguay."""
    for match in _AGAIN.finditer(copy.text):
        state = _country(match["land"])
        if state is None or copy.is_quoted(match.start()):
            continue
        if sum(where.place.country == state for where in copy.places) > 1 or _is_named(copy.title, state):
            continue
        before = [one for one in _ANY.finditer(copy.text, 0, match.start()) if one["role"] == match["role"]]
        others = {_country(one["land"]) for one in before}
        unnamed = len(re.findall(rf"\b{match['role']}\b", copy.text[: match.start()])) - len(before)
        if len(others) == 1 and None not in others and state not in others and not unnamed:
            yield copy.span(*match.span()), copy.span(*before[-1].span())


def _is_named(title: str, state: str) -> bool:
    """True where a headline speaks of a state."""
    return any(_country(word.strip("’'s,.:")) == state for word in title.split() if word[:1].isupper())


def _country(name: str) -> str | None:
    state = places.stands_for_state(name)
    return state.country if state is not None else None
