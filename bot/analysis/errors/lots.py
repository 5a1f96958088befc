"""What few words of a life exclude each other: "the fourth of three children", an only child with a brother."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.model import Span

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLURALS = (
    r"(?:children|siblings|brothers|sisters|sons|daughters|boys|girls|stages|matches|games|rounds|races|legs|sets"
    r"|hearings"
    r"|sessions|nights|shows|concerts|episodes|parts|volumes|books|films|albums|trials|tests|debates|meetings|laps"
    r"|heats"
    r"|missions|launches|flights|phases|steps|bridges|wives|husbands|marriages|strikes|storms|attempts|ballots)"
)
_RANK = re.compile(
    rf"\b(?:the|her|his) (?P<rank>{'|'.join(_ORDINALS)}|youngest|eldest|oldest|middle) of "
    rf"(?:(?:the|her|his|their|its|some) )?(?P<of>{'|'.join(_CARDINALS)}|\d{{1,2}})"
    rf"(?: (?!dozen|score|hundred)\w+)? {_PLURALS}\b"
)
_FEWEST = {"youngest": 2, "eldest": 2, "oldest": 2, "middle": 3}
_ONLY_CHILD = re.compile(
    r"\b(?:(?:the|an|her|his) only child(?! (?:to|who|in|with|left|still|there))\b|had no (?:brothers or sisters"
    r"|siblings))"
)
_ELDEST = re.compile(r"\bthe (?P<rank>eldest|oldest|youngest) (?:child\b|of (?!all|the )\w+ (?:children)\b)")
_BEFORE_IT = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Aa]n?|[Tt]wo|[Tt]hree|[Tt]he|lost) (?P<which>elder|older|younger) "
    r"(?:brother|sister|sibling)s?\b(?!-)"
)
_SIBLINGS_OF = {"eldest": "elder older", "oldest": "elder older", "youngest": "younger"}
"""Of what age nobody of a rank has a brother or sister."""
_ONLY_OF = re.compile(
    rf"\bthe only (?P<of>of (?:the )?(?:{'|'.join(_CARDINALS[1:])}) (?:children|siblings|sisters|brothers)\b)"
    r"(?! (?:to|who|not|still)\b)"
)
_PARENTS = re.compile(r"\A (?:of|and)\b|\A[,.]")
_SIBLING = re.compile(
    r"\b(?:(?:[Hh]er|[Hh]is) (?:(?:own|late|elder|older|younger|twin|little|big|baby) )?(?:brother|sister|siblings)s?"
    r"|(?:lost|losing|mourned|buried) (?:an? )?(?:elder|older|younger|twin) (?:brother|sister)s?)\b"
    r"(?!-in-law| in arms| (?:officers?|monks?|nuns?|knights?|actors?|artists?|ships?|papers?|titles?|clubs?"
    r"|compan(?:y|ies)|cit(?:y|ies)|channels?|firms?|schools?)\b)"
)
_NEAR = 700
_OTHERS = re.compile(r"\b(?:husband|wife|partner|fianc\w+|friend|neighbou?r|lover|mother|father|son|daughter)\b")
"""Those whose brother may be meant, when they are named right before."""
_LATE = re.compile(
    r"\b(?P<late>[Tt]he late) (?:[A-Z][\w’'-]+ ){1,3}?[A-Z][\w’'-]+,(?: who is)? \d\d, "
    r"(?P<does>says|tells|warns|hopes|plans|insists)\b(?! (?:in|on)\b)"
)

Clash = tuple[Span, Span]


def lots(copy: Copy) -> Iterator[Clash]:
    """Two statements on somebody, or one on a rank, of which only one can be true."""
    for match in find_all(_RANK, copy.text):
        if _is_beyond(match["rank"], match["of"]) and not copy.is_quoted(match.start()):
            yield copy.span(*match.span()), copy.span(*match.span("of"))
    for match in find_all(_ONLY_CHILD, copy.text):
        sibling = _SIBLING.search(copy.text, match.end(), match.end() + _NEAR)
        behind = _PARENTS.match(copy.text[match.end() : match.end() + 5])
        if sibling is None or behind is None or copy.is_quoted(match.start()) or copy.is_quoted(sibling.start()):
            continue
        if not _of_another(copy, match.end(), sibling.start()):
            yield copy.span(*match.span()), copy.span(*sibling.span())
    for match in find_all(_ELDEST, copy.text):
        sibling = _BEFORE_IT.search(copy.text, match.end(), match.end() + _NEAR)
        if sibling is None or sibling["which"] not in _SIBLINGS_OF[match["rank"]] or copy.is_quoted(sibling.start()):
            continue
        if not copy.is_quoted(match.start()) and not _of_another(copy, match.end(), sibling.start()):
            yield copy.span(*match.span()), copy.span(*sibling.span())
    for match in find_all(_ONLY_OF, copy.text):
        if not copy.is_quoted(match.start()):
            yield copy.span(*match.span()), copy.span(match.start("of"), match.end())
    for match in find_all(_LATE, copy.text):
        yield copy.span(match.start("late"), match.start("does") - 1), copy.span(*match.span("does"))


def _is_beyond(rank: str, of: str) -> bool:
    """True for a rank that so few do not have."""
    many = int(of) if of.isdigit() else _CARDINALS.index(of) + 1
    return many < (_FEWEST[rank] if rank in _FEWEST else _ORDINALS.index(rank) + 1)


def _of_another(copy: Copy, start: int, end: int) -> bool:
    """True where somebody else is named between, whose brother may be meant."""
    before = [person.surname for mention, person in copy.mentions if mention.start_char < start]
    between = {person.surname for mention, person in copy.mentions if start <= mention.start_char < end}
    near = copy.text[max(start, end - 60) : end].rpartition(". ")[2]
    if _OTHERS.search(near):
        return True
    return bool(between - set(before[-1:]))
