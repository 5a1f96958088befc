"""Whoever speaks for one side or works for a firm, and beside it holds an office elsewhere."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.model import Span

_WORD = r"[A-Z][\w.-]+"
_OFFICE = (
    r"(?:(?:chief|lead) negotiator|(?:[a-z]+ )?minister|ambassador|(?:public |chief )?prosecutor|attorney general|envoy"
    r"|commissioner|president|governor|mayor|chief judge|police chief|head of delegation)"
)
_OWNED = (
    rf"(?P<office>(?:the )?{_WORD}(?: {_WORD})*(?:[’']s|(?<=s)[’']) (?:[a-z]+ )?{_OFFICE}"
    rf"|the (?:state|chief|federal|{_WORD}) (?:[a-z]+ )?{_OFFICE})"
    r"(?=,(?! (?:and )?[A-Z][\w-]+ [A-Z])|\.| (?:said|told|who)\b)"
)
_FOR_SOMEBODY = re.compile(
    r"\b((?:their|his|her|its|the [a-z]+[’']s) (?:spokes\w+|lawyer|solicitor|barrister|attorney|agent|counsel)),? $",
    re.IGNORECASE,
)
_OFFICE_BEHIND = re.compile(rf"\A, {_OWNED}")
_OF_FIRM = re.compile(
    r"\A,? ((?:of|at|from|with) (?:the )?(?:[a-z]+ ){0,3}(?:firm|company|bank|fund|brokerage|consultancy|union|charity"
    rf"|club|newspaper|insurer|think tank)\b[^,.;]{{0,40}}), {_OWNED}"
)
_CLEARED = re.compile(r"\b(?:former\w*|ex|then|late|one-?time|retired|incoming|outgoing|acting|once|also|both)\b", re.I)
_BEFORE, _BEHIND = 40, 120
"""Characters on a side of a name in which what somebody works as stands."""


def two_employers(copy: Copy) -> Iterator[tuple[str, Span, Span]]:
    """ "Their spokesman, Tom Lowe, the Commission’s chief negotiator": the name, with what it is and is as well."""
    for mention, person in copy.mentions:
        start, end = mention.start_char, mention.end_char
        behind = copy.text[end : end + _BEHIND].partition("\n")[0]
        one = _FOR_SOMEBODY.search(copy.text[max(0, start - _BEFORE) : start])
        if one is not None:
            two, first = _OFFICE_BEHIND.match(behind), max(0, start - _BEFORE) + one.start()
            place = (first, first + len(one[1]))
        else:
            two = _OF_FIRM.match(behind)
            place = (end + two.start(1), end + two.end(1)) if two is not None else (0, 0)
        if two is not None and not _CLEARED.search(two.group()) and not copy.is_quoted(start):
            at = (end + two.start("office"), end + two.end("office"))
            yield person.name, copy.span(*place), copy.span(*at)
