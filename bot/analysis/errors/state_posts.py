"""Whose service people are in: the states that the words beside a name give them, wherever they stand.

"Dominican diplomat Ana Ruiz, who is Uruguay’s ambassador", "British envoy Tom Lowe … Canada’s high commissioner".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lexicon import word_set
from bot.language import cities, places
from bot.language.tokens import Span as DocSpan
from bot.model import Span

_SERVICE = (
    r"(?:ambassador|high commissioner|minister|premier|president|chancellor|senator|congress(?:man|woman)|lawmaker|MP"
    r"|legislator|parliamentarian|envoy|diplomat|consul(?: general)?|charg[eé] d[’']affaires|attach[eé]|ombudsman"
    r"|attorney general|chief justice|defen[cs]e secretary|foreign secretary|secretary of state|negotiator"
    r"|prosecutor(?: general)?|member of (?:[Pp]arliament|Congress)|army chief|spy chief|head of state|delegate)"
)
_CALLED = (
    r"(?:politician|statesman|stateswoman|official|general|admiral|colonel|lawyer|economist|jurist|physicist|judge)"
)
_LAND = r"[A-Z][\w.]+(?:[ -][A-Z][a-z]+){0,2}"
_BETWEEN = r"(?:(?!by |with |and |to |for |of |from |in )[A-Za-z-]+ ){0,3}?"
_ONE = rf"(?P<land>{_LAND})(?P<own>[’']s?)? {_BETWEEN}(?P<post>{_SERVICE}|{_CALLED})"
_IN_SERVICE = _ONE.replace(f"|{_CALLED}", "")
_BEFORE = re.compile(rf"(?<![\w’'-]){_ONE.replace(_CALLED, '[a-z]+')},? (?:(?:Mr|Ms|Mrs|Dr|Sir|Dame)\.? )?$")
_OPENS = (
    r"\A(?:,(?: \d\d,)? (?:(?:who (?:is|serves as|was sent as) )?(?:the |a |an |also )?)"
    r"|(?:, \d\d,)? is (?:the |a |an |also ))"
)
_BEHIND = re.compile(rf"{_OPENS}{_ONE}\b(?![’'])")
_SENT = r"(?<!envoy )(?<!diplomat )(?<!negotiator )(?<!prosecutor )(?<!attach[eé] )"
"""No "envoy for Sudan" and no "prosecutor for Sierra Leone" is of the place that the office deals with."""
_SEAT = re.compile(
    rf"{_OPENS}(?:[a-z]+ ){{0,2}}(?P<post>{_SERVICE}|governor|mayor)(?: (?:{_SENT}for|of|from|representing)) (?:the )?"
    rf"(?P<land>{_LAND})(?=[,.]| (?!and\b)[a-z])"
)
_BY = re.compile(
    rf"\b(?P<whose>{_LAND})(?: (?:was|were|is|will be|had been))?(?: represented)?(?:,? too,)? by (?:the |a |its )?"
    rf"{_ONE}\b"
)
_LED = re.compile(
    rf"\b(?P<whose>{_LAND})(?:[’']s? (?:[a-z]+ )?(?:delegation|team|side) (?:was|is|will be) led by (?:the |a )?"
    rf"| (?:sent|sends|dispatched|will send) its )(?:[a-z]+ )?{_IN_SERVICE}\b"
)
_CLEARED = re.compile(
    r"\b(?:former\w*|ex|then|late|one-?time|born|dual|honorary|retired|incoming|outgoing|acting|naturali[sz]ed|now|once"
    r"|until|later|before|origin|descent|descended|special|UN|U\.N\.|EU|exiled?|pro)\b|-born|-\w+ish\b",
    re.IGNORECASE,
)
_REACH = 110
"""Characters on a side of a name in which the words for its bearer stand."""
_WITHOUT_PARLIAMENT = word_set("US MX PH BR AR CL CO PE EC PY UY CR PA GT HN NI DO")
_TERRITORIES = word_set("PR GU HK MO GL FO GI BM KY JE GG IM XK PS TW AW CW SX VI KP KR GE IE")
"""Places whose people serve the state that they belong to, and names shared by two states."""


@dataclass(frozen=True, slots=True)
class Service:
    """The states that one of somebody’s roles may be of."""

    states: frozenset[str]
    in_office: bool
    place: Span


def two_states(copy: Copy) -> Iterator[tuple[str, Service, Service]]:
    """Whom the text has in the service of a state that is not theirs, with both roles."""
    told: dict[int, list[Service]] = {}
    marked: set[int] = set()
    for mention, person in copy.mentions:
        if copy.is_quoted(mention.start_char):
            continue
        for service in _beside(copy, mention):
            known = told.setdefault(id(person), [])
            other = next((one for one in known if _exclude(one, service)), None)
            if other is not None and service.place.start not in marked:
                marked.add(service.place.start)
                yield person.name, other, service
            known.append(service)
    yield from _represented(copy)


def _exclude(one: Service, other: Service) -> bool:
    return not one.states & other.states and (one.in_office or other.in_office)


def _beside(copy: Copy, mention: DocSpan) -> Iterator[Service]:
    """What the words right before a name and right behind it say."""
    start, end = mention.start_char, mention.end_char
    while end > start and copy.text[end - 2 : end] in ("’s", "'s"):
        end -= 2
    before = copy.text[max(0, start - _REACH) : start].rpartition("\n")[2]
    behind = copy.text[end : end + _REACH].partition("\n")[0]
    opening = next((word.idx for word in mention if word.text[0].isupper()), start)
    found = _BEFORE.search(before)
    if found is not None:
        yield from _service(copy, found, opening - len(before))
    for pattern in (_BEHIND, _SEAT):
        found = pattern.match(behind)
        if found is not None and not _names_another(copy, end + found.end()):
            yield from _service(copy, found, end)


def _names_another(copy: Copy, at: int) -> bool:
    """True when a list goes on behind a role, which then is another’s: "Ana Ruiz, the Spanish envoy, Tom Lowe"."""
    return re.match(r",? (?:[A-Z][a-z]+ [A-Z]|and\b|(?:the|an?|his|her) )", copy.text[at : at + 60]) is not None


def _service(copy: Copy, match: re.Match[str], at: int) -> Iterator[Service]:
    if _CLEARED.search(match.group()):
        return
    post = match["post"]
    states = _of_seat(match["land"], post) if match.re is _SEAT else _of_land(match["land"])
    if states and not states & _TERRITORIES:
        start = at + match.start("post" if match.re is _SEAT else "land")
        place = copy.span(start, at + match.end("land" if match.re is _SEAT else "post"))
        yield Service(states, re.fullmatch(_SERVICE, post) is not None or match.re is _SEAT, place)


def _of_land(name: str) -> frozenset[str]:
    state = places.stands_for_state(name) or places.stands_for_state(name.split(" ", maxsplit=1)[0])
    return frozenset({state.country}) if state is not None and state.country else frozenset()


def _of_seat(name: str, post: str) -> frozenset[str]:
    """The states in which a seat may lie; a seat in a parliament lies in none that has a congress."""
    place = places.lookup(name)
    found = {place.country} if place is not None and place.country else set()
    found |= set(cities.homes(name))
    if post in ("MP", "parliamentarian") or post.lower().endswith("parliament"):
        found -= _WITHOUT_PARLIAMENT
    return frozenset(found)


def _represented(copy: Copy) -> Iterator[tuple[str, Service, Service]]:
    """ "Chad was represented by its president and Sudan by the Qatari foreign minister"."""
    for pattern, cue in ((_BY, "represented"), (_LED, "")):
        if cue not in copy.text:
            continue
        for match, field in copy.matches(pattern):
            line = copy.text.rfind("\n", 0, match.start()) + 1 if field == "text" else 0
            sentence = copy.text[max(line, match.start() - _REACH) : match.end()]
            if field == "title" or cue not in sentence or _CLEARED.search(match.group()):
                continue
            one, two = _of_land(match["whose"]), _of_land(match["land"])
            if one and two and not one & two and not (one | two) & _TERRITORIES:
                yield (
                    match["whose"],
                    Service(one, True, copy.span(*match.span("whose"))),
                    Service(two, True, copy.span(match.start("land"), match.end("post"))),
                )
