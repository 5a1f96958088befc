"""One person in two roles that exclude each other, one office with two holders."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.deeds import undone
from bot.analysis.errors.employers import two_employers
from bot.analysis.errors.nations import of_another_nation
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.state_posts import two_states
from bot.language import places

_OF_STATE = (
    r"(?:ambassador|minister|secretary|senator|congress(?:man|woman)|lawmaker|MP|president|envoy|diplomat|general)"
)
_CLEARED = re.compile(
    r"\b(?:former|ex-|then|late|one-time|onetime|born|dual|honorary|retired|incoming|outgoing|acting)\b|-born", re.I
)
_WORD = r"[A-Z][\w.’-]{1,40}"
_BOTH = re.compile(rf"\b[Aa]n? ({_WORD}) (?:[a-z-]+ ){{1,3}}?and (?:an? |the )?({_WORD}) (?:[a-z]+ )?({_OF_STATE})\b")
"""One of a nation and in the service of another: "a Ghanaian physicist and Swedish finance minister"."""
_IN_OFFICE = (
    r"(?:(?:majority|minority) leader|(?:[a-z]+ )?minister|(?:[a-z]+ )?secretary of state|ambassador|senator"
    r"|congress(?:man|woman)|attorney general|chief justice|prosecutor general)"
)
_OF_A_FIRM = (
    r"(?:managing director|chief (?:executive|financial officer|operating officer)|finance director|chief engineer"
    r"|general manager|spokes(?:man|woman|person)|head of (?:sales|production|research|marketing))"
)
_TWO_OFFICES = re.compile(
    rf"\b(?P<one>{_OF_A_FIRM}), (?P<two>{_WORD} {_IN_OFFICE}) {_WORD} {_WORD}"
    rf"|(?<=, )(?:the |a )?(?P<held>[^,.;\n]{{0,40}}\b{_IN_OFFICE}) and (?P<other>an? (?:[a-z]+ )?lobbyist)\b",
    re.IGNORECASE,
)
"""A firm's man in an office of state: "the managing director, Malaysian trade minister Tom Lowe"."""
_BESIDE = 60
"""Characters between two roles that are marked together."""
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
    """Someone of one nation in an office of another; who does what no such office does; an office with two holders."""
    for name, one, two in two_states(copy):
        beside = 0 < two.place.start - one.place.end < _BESIDE
        yield Finding(
            copy.span(one.place.start, two.place.end) if beside else two.place,
            f"Possible mix-up: {name} is “{one.place.text}” and “{two.place.text}”, which are of two states. Check who "
            "this is; two people may have become one.",
            evidence=(one.place,),
        )
    for name, held, office in two_employers(copy):
        yield Finding(
            office,
            f"Possible mix-up: {name} is “{held.text}” and “{office.text}”, which nobody is at once. Check who this "
            "is; two people may have become one.",
            evidence=(held,),
        )
    for who, role, place in undone(copy):
        yield Finding(
            copy.of(role.phrase),
            f"Possible mix-up: {who} is “{role.phrase.text}” here, and “{place.text}” is not what that office does. "
            "Check the role, or who this is.",
            evidence=(place,),
            confidence=0.65,
        )
    for again, first in of_another_nation(copy):
        yield Finding(
            again,
            f"Possible mix-up: “{again.text}” here, and “{first.text}” before. Check the nation, or who this is.",
            evidence=(first,),
            confidence=0.7,
        )
    yield from _two_offices(copy)
    yield from _of_two_nations(copy)
    yield from _two_holders(copy)


def _two_offices(copy: Copy) -> Iterator[Finding]:
    for match, field in copy.matches(_TWO_OFFICES):
        if match["two"] and places.stands_for_state(match["two"].split(" ")[0]) is None:
            continue
        if not _CLEARED.search(copy.text[max(0, match.start() - _BESIDE) : match.end()]):
            yield Finding(
                copy.span(*match.span(), field),
                "Possible mix-up: nobody holds both of these posts at once. Check who this is; two people may have "
                "become one.",
            )


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
