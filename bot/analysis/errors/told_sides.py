"""What the words beside a name say of it that its first introduction does not allow: a side, a country, another's post.

The words are those set off by commas ("Dlamini, the airline’s head of personnel") or right before the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import Person
from bot.analysis.errors.roles import Bearer
from bot.language import places
from bot.language.tokens import Span as DocSpan
from bot.model import Span

_SIDES = {
    "union": r"(?<!European )(?<!African )(?<!Soviet )(?<!ugby )(?<!redit )\b[Uu]nions?\b"
    r"|\b\w+s[’'] (?:\w+ )?(?:Association|Federation|Union|Alliance)\b",
    "company": r"\b(?:airline|company|firm|employer|operator|owner|factory|mill|bank|brewery|airport|retailer|shipyard)"
    r"(?:[’']s|s[’'])? (?:\w+ )?(?:spokes\w+|head of|finance|chief|personnel|managing|director|manager|chair\w*)",
    "government": r"\b(?:minister|ministry[’']s|government (?:spokes\w+|negotiator))\b(?! of religion)",
    "opposition": r"\bopposition\b",
    "prosecution": r"\bprosecut(?:ion|or|ing)\b",
    "defence": r"\bdefen[cs]e (?:lawyer|counsel|attorney|barrister|solicitor)\b|\bfor the defen[cs]e\b",
    "commission": r"\b[Cc]ommission(?:[’']s)? spokes\w+",
}
_SIDE = {side: re.compile(pattern) for side, pattern in _SIDES.items()}
_AGAINST = (
    {"union", "company"}, {"union", "government"}, {"government", "opposition"}, {"prosecution", "defence"},
    {"company", "government"}, {"company", "commission"},
)  # fmt: skip
_MOVED = re.compile(
    r"\b(?:former\w*|ex|then|now|once|later|until|previous\w*|new|newly|shadow|became|deputy|incoming|outgoing|elect|also"
    r"|both|too|since|before|after|candidate|adviser|aide|wife|husband|son|daughter|rival|critic|mother|father)\b"
)
_BEHIND = re.compile(r",(?: \d\d?,)? ((?:the|a|an|its|[A-Z]?[\w-]+(?: \w+)?[’']s?|[a-z]+) [^,.;:“”\"()]{3,70})(?=[,.])")
_BEFORE = re.compile(r"((?:\b(?:[Tt]he|[Aa]n?) )?[^,.;:“”\"()\n]{3,60}?),? (?:Mr |Ms |Mrs |Dr )?$")
_FOR_ONE = re.compile(
    r"(?:\b(?:A|The|An) (?:lawyer|spokes\w+|adviser|representative|negotiator) (?:for|of) [^,.;“”\n]{2,40}), "
    r"((?:the )?(?:[\w-]+ ){1,3}(?:spokes\w+|lawyer|minister|negotiator|ambassador|commissioner)) $"
)
_OF_LAND = re.compile(r"\A of ([A-Z][\w]+(?: [A-Z][a-z]+)?)(?=[,.]| (?:was|and|won|who|finished|beat|took|came|in)\b)")
_OPEN_TO_ALL = re.compile(r"\b(?:Open|[Oo]pen (?:champion\w*|title|event|tournament))\b")
"""Championships of a country that others win as well."""
_LAND_OF = re.compile(r"\b([A-Z][\w]+(?: [A-Z][a-z]+)?)[’']s? $")
_FOR_LAND = re.compile(
    r"\A,(?: \d\d?,)? (?:the|a|an) ([A-Z][a-z]+)(?: (?:(?:[a-z-]+ )?(?:champion|record holder|international|captain"
    r"|sprinter|runner|rider|player|grandmaster|skier|swimmer|driver|number one))?)?(?=[,.])"
)
_POSTS = (
    "chief executive|chair(?:man|woman|person)?|treasurer|mayor|headteacher|director-general|secretary-general|governor"
    "|finance director|head coach|captain|ombudsman|president|general secretary|editor"
)
_POST_BEHIND = re.compile(rf"\A, the ((?:former )?(?:{_POSTS}))(?=[,.])")
_POST_BEFORE = re.compile(rf"\b[Tt]he ((?:former )?(?:{_POSTS}))(?: of [\w’' -]{{3,50}})?, (?:Mr |Ms |Mrs |Dr )?$")
_SOLE_POST = re.compile(
    r"\b[Tt]he ((?:presiding|investigating|trial|sentencing|examining) judge|returning officer|opposition leader"
    r"|council leader|(?:lead|chief) (?:prosecutor|investigator|negotiator)|jury fore(?:man|woman)|race director"
    r"|(?:local|area) coroner|match referee),? (?:Mr |Ms |Mrs |Dr |Justice |Judge )?$"
)
"""Posts that one person has in a story, whatever body they are of."""
_ELSEWHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Nn]ear|[Aa]cross) [A-Z][^.!?]*\Z")
"""A place that a sentence names before a post, which may have one in each: "In Leeds North the returning officer"."""
_REACH, _BESIDE = 90, 30
"""Characters on a side of a name in which a role of its bearer may stand, and in which it mostly does."""
_ROLES = re.compile(
    r"\b(?:spokes\w+|leader|head|secretary|chief|president|chair\w*|lawyer|counsel|attorney|barrister|solicitor|negotiator"
    r"|minister|director|representative|official|officer|organi[sz]er|prosecutor|manager|delegate|steward|envoy|treasurer)\b"
    r"|\A(?:of|for|speaking for|acting for|who (?:leads|chairs|heads|represents|speaks for|runs))\b"
)
"""Words for what one person is, and those that say whom somebody stands for."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words that go with a name, and the earlier ones against which they stand."""

    who: str
    earlier: Span
    later: Span


def told_sides(copy: Copy, people: list[Bearer]) -> Iterator[Told]:
    """Whoever spoke for the union and now is the company’s head of personnel; who has the post of somebody else."""
    posts = _posts(copy)
    for bearer in people:
        mentions = [m for m in _mentions(copy, bearer.person) if not copy.is_quoted(m.start_char)]
        yield from _two_at_once(copy, bearer.person, mentions)
        found = next(_changes(copy, mentions), None) or next(_taken(copy, mentions, posts), None)
        if found is not None:
            yield Told(bearer.person.name, *found)
    yield from _held_by_another(copy)


def _held_by_another(copy: Copy) -> Iterator[Told]:
    """A post right before a name that stood before another: "the trial judge, Ann Poe … the trial judge, Li Wu"."""
    holders: dict[str, tuple[Person, Span]] = {}
    for mention, person in copy.mentions:
        before = _before(copy, mention)
        match = _SOLE_POST.search(before)
        if match is None or copy.is_quoted(mention.start_char) or _ELSEWHERE.search(before[: match.start()]):
            continue
        start = mention.start_char - len(before)
        place = copy.span(start + match.start(1), mention.end_char)
        holder, earlier = holders.setdefault(match[1], (person, place))
        if holder.surname != person.surname and not {*holder.words} & {*person.words}:
            yield Told(person.name, earlier, place)


def _mentions(copy: Copy, person: Person) -> list[DocSpan]:
    return [mention for mention, one in copy.mentions if one.surname == person.surname]


def _behind(copy: Copy, mention: DocSpan) -> str:
    return copy.text[mention.end_char : mention.end_char + _REACH].partition("\n")[0]


def _before(copy: Copy, mention: DocSpan) -> str:
    return copy.text[max(0, mention.start_char - _REACH) : mention.start_char].rpartition("\n")[2]


def _changes(copy: Copy, mentions: list[DocSpan]) -> Iterator[tuple[Span, Span]]:
    """The side, or the country, that is another than the one told first."""
    sides: list[tuple[str, Span]] = []
    land: tuple[str, Span] | None = None
    for mention in mentions:
        for side, place in _sides(copy, mention):
            earlier = next((old for one, old in sides if {one, side} in _AGAINST), None)
            if earlier is not None:
                yield earlier, place
            sides.append((side, place))
        found = _land(copy, mention)
        if found is not None and land is not None and found[0] != land[0]:
            yield land[1], found[1]
        land = land or found


def _sides(copy: Copy, mention: DocSpan) -> Iterator[tuple[str, Span]]:
    behind, before = _BEHIND.match(_behind(copy, mention)), _BEFORE.search(_before(copy, mention))
    for match, start in ((behind, mention.end_char), (before, mention.start_char - len(_before(copy, mention)))):
        if match is None or _MOVED.search(match[1]) or not _is_of_the_side(match[1]):
            continue
        if match is behind and mention.doc[mention.end + 1 : mention.end + 2].root.pos_ == "VERB":
            continue
        if match is before and not _is_phrase(mention, start + match.start(1)):
            continue
        told = [side for side, pattern in _SIDE.items() if pattern.search(match[1])]
        if len(told) == 1:
            yield told[0], copy.trimmed(start + match.start(1), start + match.end(1))


_OF = re.compile(r"(?<=\w) (?:of|for|to) ")
_OWNS = re.compile(r"s?[’']s?\b|s[’'](?= )")


def _is_of_the_side(words: str) -> bool:
    """True where a role is the head: neither "the minister’s cousin" nor "a friend of the opposition leader"."""
    head = _OF.split(words)[0]
    return any(_OWNS.match(head, match.end()) is None for match in _ROLES.finditer(head))


def _is_phrase(mention: DocSpan, start: int) -> bool:
    """True for words from a place up to a name that are one phrase with no clause in it."""
    words = mention.doc.char_span(start, mention.start_char, alignment_mode="expand")
    return words is not None and not any(
        word.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") or (word.pos_ == "ADP" and word.lower_ not in ("of", "for"))
        for word in words
    )


def _land(copy: Copy, mention: DocSpan) -> tuple[str, Span] | None:
    """The country somebody is "of", or of which the champion."""
    behind, before = _behind(copy, mention), _before(copy, mention)
    champion = _FOR_LAND.match(behind)
    if champion is not None and (champion[1] == "British" or _OPEN_TO_ALL.search(copy.text)):
        return None
    for match, start in (
        (_OF_LAND.match(behind), mention.end_char),
        (champion, mention.end_char),
        (_LAND_OF.search(before), mention.start_char - len(before)),
    ):
        place = places.lookup(match[1]) if match is not None else None
        if match is not None and place is not None and place.kind in ("country", "demonym") and place.country:
            return place.country, copy.trimmed(start + match.start(1), start + match.end())
    return None


def _two_at_once(copy: Copy, person: Person, mentions: list[DocSpan]) -> Iterator[Told]:
    """ "A lawyer for Nordvik, commission spokesman Chidi Nwosu"."""
    for mention in mentions:
        before = _before(copy, mention)
        match = _FOR_ONE.search(before)
        if match is not None:
            start = mention.start_char - len(before)
            first = copy.trimmed(start + match.start(), start + match.start(1) - 2)
            yield Told(person.name, first, copy.trimmed(start + match.start(1), start + match.end(1)))


def _posts(copy: Copy) -> dict[str, tuple[str, Span]]:
    """The posts with their only holders, by surname: "the chairman, Ignatius van Wyk"."""
    found: dict[str, tuple[str, Span]] = {}
    for mention, person in copy.mentions:
        before = _before(copy, mention)
        match = _POST_BEFORE.search(before)
        if match is not None:
            start = mention.start_char - len(before)
            found.setdefault(_post(match[1]), (person.surname, copy.span(start + match.start(1), start + match.end(1))))
    return found


def _post(words: str) -> str:
    return re.sub(r"chair(?:man|woman|person)", "chair", words)


def _taken(copy: Copy, mentions: list[DocSpan], posts: dict[str, tuple[str, Span]]) -> Iterator[tuple[Span, Span]]:
    """A post behind a name that is another’s."""
    for number, mention in enumerate(mentions[1:], 1):
        match = _POST_BEHIND.match(_behind(copy, mention))
        holder = posts.get(_post(match[1])) if match is not None else None
        if match is None or holder is None or holder[0] in mention.text.split():
            continue
        near = (f"{_before(copy, one)[-_BESIDE:]} {_behind(copy, one)}" for one in mentions[:number])
        if not any(_post(match[1]).removeprefix("former ") in told.lower() for told in near):
            yield holder[1], copy.span(mention.end_char + match.start(1), mention.end_char + match.end(1))
