"""One person in two roles that exclude each other, one office with two holders."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import places

_OF_STATE = (
    r"(?:ambassador|minister|secretary|senator|congress(?:man|woman)|lawmaker|MP|president|envoy|diplomat|general)"
)
_CLEARED = re.compile(
    r"\b(?:former|ex-|then|late|one-time|onetime|born|dual|honorary|retired|incoming|outgoing|acting)\b|-born", re.I
)
_WORD = r"[A-Z][\w.’-]{1,40}"
_FIRST_THEN = re.compile(
    rf"\b({_WORD}) (?:[a-z-]+ ){{1,3}}({_WORD}(?: {_WORD}){{1,2}}), (?:the |a "
    rf"|an )?({_WORD}) (?:[a-z]+ )?({_OF_STATE})\b"
)
_BOTH = re.compile(rf"\b[Aa]n? ({_WORD}) (?:[a-z-]+ ){{1,3}}?and ({_WORD}) (?:[a-z]+ )?({_OF_STATE})\b")
"""One of a nation and in the service of another: "a Ghanaian physicist and Swedish finance minister"."""
_HOLDER = re.compile(
    r"\b((?:[A-Z][\w.]+ )?(?:Shadow )?(?:Home Secretary|Foreign Secretary|Prime Minister|President|Chancellor"
    r"|Foreign Minister"
    r"|Defen[cs]e (?:Minister|Secretary)|Finance Minister|Interior Minister|Secretary[- ]General|Attorney General"
    r"|Secretary of State|Chief Justice|First Minister|King|Queen|Health Secretary|Education Secretary))"
    rf" ({_WORD}(?: {_WORD}){{1,2}})"
)
_SUCCESSION = re.compile(
    r"\b(?:former|ex-|then|predecessor|successor|succeed\w*|replac\w+|new|newly|previous|outgoing|incoming|late|first"
    r"|resign\w*|appoint\w*|elected|sworn|deputy|vice|until|whose post)\b",
    re.IGNORECASE,
)


@check("person.incompatible-roles", "Roles that exclude each other", severity="critical", confidence=0.8)
def incompatible_roles(copy: Copy) -> Iterator[Finding]:
    """Someone of one nation in another's state office; an office of one state with two holders at once."""
    for match, field in copy.matches(_FIRST_THEN):
        nation, name, state, office = match.groups()
        one, two = places.stands_for_state(nation), places.stands_for_state(state)
        if one is None or two is None or one.country == two.country or _CLEARED.search(match.group()):
            continue
        yield Finding(
            copy.span(*match.span(), field),
            f"Possible mix-up: {name} appears with a role of {one.name} and as {state} {office}. "
            "Check who this is; two people may have become one.",
        )
    yield from _of_two_nations(copy)
    yield from _two_holders(copy)


def _of_two_nations(copy: Copy) -> Iterator[Finding]:
    for match, field in copy.matches(_BOTH):
        one, two = places.stands_for_state(match[1]), places.stands_for_state(match[2])
        if one is not None and two is not None and one.country != two.country and not _CLEARED.search(match.group()):
            yield Finding(
                copy.span(*match.span(), field),
                f"Possible mix-up: somebody {match[1]} as {match[2]} {match[3]}. Check who this is; two people may "
                "have become one.",
            )


def _two_holders(copy: Copy) -> Iterator[Finding]:
    first: dict[str, tuple[str, int]] = {}
    for match in _HOLDER.finditer(copy.text):
        office, name = match.groups()
        state = places.stands_for_state(office.split(" ")[0])
        domestic = office.startswith(("Shadow ", "Home Sec")) or (state is not None and " " in office)
        around = copy.text[max(0, match.start() - 60) : match.end() + 60]
        if not domestic or _SUCCESSION.search(around):
            continue
        key = office if state is None else f"{state.country} {office.partition(' ')[2]}"
        if key not in first:
            first[key] = (name, match.start())
            continue
        other, at = first[key]
        if {*other.split()} & {*name.split()}:
            continue
        yield Finding(
            copy.span(*match.span()),
            f"Possible mix-up: {other} is {office} above, {name} here, and there is one at a time. Check both titles.",
            evidence=(copy.span(at, at + len(office) + 1 + len(other)),),
        )
