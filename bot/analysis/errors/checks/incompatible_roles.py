"""One person in two roles that exclude each other, one office with two holders."""

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.deeds import undone
from bot.analysis.errors.employers import two_employers
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.nations import of_another_nation
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.role_classes import POLITICS, may_be_both, may_be_called
from bot.analysis.errors.role_facts import Role, conflict, role_of
from bot.analysis.errors.roles import bearers
from bot.analysis.errors.state_posts import two_states
from bot.language import grammar, places
from bot.language.tokens import Span

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
            confidence=0.55,
        )
    for again, first in of_another_nation(copy):
        yield Finding(
            again,
            f"Possible mix-up: “{again.text}” here, and “{first.text}” before. Check the nation, or who this is.",
            evidence=(first,),
            confidence=0.7,
        )
    yield from _at_one_mention(copy)
    yield from _two_offices(copy)
    yield from _of_two_nations(copy)
    yield from _two_holders(copy)


_OFFICES_OF_STATE = frozenset({"minister", "ambassador", "premier", "governor", "senator", "congress", "prosecutor"})
_EXCLUDING = frozenset({"class", "rank", "ministry", "bench", "party"})
"""Facts of which nobody has two at once; those of place and side have checks of their own."""


def _at_one_mention(copy: Copy) -> Iterator[Finding]:
    """Two roles of one name: "the goalkeeper Jan Rau, the referee,", "Jan Rau, the goalkeeper and referee"."""
    for bearer in copy.once(bearers):
        pairs = [(one, two) for (where, one), (other, two) in itertools.pairwise(bearer.roles) if where == other]
        joined = [(one, two) for _, one in bearer.roles if (two := _joined_to(one)) is not None]
        for pair in (*(pair for pair in pairs if not any(_is_in_list(role) for role in pair)), *joined):
            one, two = sorted(pair, key=lambda role: role.noun.i)
            if _begins_clause(two, bearer.person.mentions) or _is_pastime(one, two):
                continue
            if conflict(one, two, _may_be_told) in _EXCLUDING or _is_office_and_job(one, two):
                yield Finding(
                    copy.of(two.phrase),
                    f"Possible mix-up: {bearer.person.name} is “{one.phrase.text}” and “{two.phrase.text}” at once. "
                    "Check who this is; two people may have become one.",
                    evidence=(copy.of(one.phrase),),
                    confidence=0.7,
                )


def _is_in_list(role: Role) -> bool:
    """True for "Luc Morel, the mayor of Lyon and the king", which may be three people."""
    doc, at = role.noun.doc, role.noun.i + 1
    while at + 1 < len(doc) and at - role.noun.i < _LONGEST_PLACE and not doc[at].is_punct:
        if doc[at].lower_ == "and":
            return doc[at + 1].pos_ in ("DET", "PROPN", "PRON")
        at += 1
    return False


def _begins_clause(role: Role, mentions: Sequence[Span]) -> bool:
    """True for "In a letter read by the lawyer Ann Lowe, the pastor asked for mercy": a subject of its own."""
    noun, doc = role.noun, role.noun.doc
    verb = grammar.governor(noun)
    if grammar.relation(noun) not in ("nsubj", "nsubj:pass") or verb is None or verb.i < noun.i:
        return False
    opened = next((m for m in reversed(mentions) if m.doc is doc and m.end <= noun.i), None)
    is_open = not any(t.text in (",", "—", "–", "(") for t in doc[noun.i + 1 : verb.i])
    return opened is not None and opened.root not in verb.children and is_open


def _is_pastime(one: Role, two: Role) -> bool:
    """True for "Pilot Ann Lowe, 58, a vet": what somebody did in the story, bare before the name, and a trade."""
    classes = one.facts.get("class"), two.facts.get("class")
    return (
        classes[0] in _PASTIMES
        and classes[1] not in _PASTIMES
        and len(one.phrase) == 1
        and two.phrase[0].lower_ in ("a", "an")
    )


_PASTIMES = word_set("flying sailing cycling swimming mountain golf rowing fishing skiing surfing athletics riding")
"""What people also do who live by another trade."""

_LONGEST_PLACE = 8
"""Words from a role to the next of a list: "of Lyon and"."""


def _may_be_told(one: str, two: str) -> bool:
    """True for classes of which one name may have both; no "Nurse Lund" is "the minister" as well."""
    return may_be_called(two, one) if two in _OFFICES_OF_STATE else may_be_both(one, two)


def _joined_to(role: Role) -> Role | None:
    """The role that "and" joins to another: "the goalkeeper and referee"."""
    doc, at = role.noun.doc, role.noun.i + 1
    if at + 1 >= len(doc) or doc[at].lower_ != "and" or doc[at + 1].pos_ not in ("NOUN", "ADJ", "DET"):
        return None
    noun = next((one for one in grammar.dependents(role.noun) if grammar.relation(one) == "conj"), None)
    near = noun is not None and noun.i - at < _NEAR and not any(t.is_punct for t in doc[at : noun.i])
    return role_of(noun) if noun is not None and near else None


_NEAR = 4
"""Words from "and" to the role that it joins."""


def _is_office_and_job(one: Role, two: Role) -> bool:
    """True for an office of state and the job that somebody has with a firm: "the airline’s pilot"."""
    classes = {one.facts.get("class"), two.facts.get("class")}
    owned = [any(t.tag_ == "POS" for t in role.phrase) for role in (one, two)]
    return all(owned) and len(classes & _OFFICES_OF_STATE) == 1 and None not in classes and not classes <= POLITICS


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
    for match in find_all(_HOLDER, copy.text):
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
