"""Events in an order that cannot be: closed before it opened, a fifth anniversary after three years."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import number, ordinals

_FIRST = (
    r"(?:founded|established|built|opened|born|began|started|launched|signed|elected|appointed|joined"
    r"|proposed|introduced|arrested"
    r"|charged|created|formed|set up|bought|acquired|married|hired|enrolled|planted)"
)
_THEN = (
    r"(?:closed|sold|died|ended|came into force|took effect|left|resigned|retired|released|convicted|ratified"
    r"|demolished|reopened"
    r"|dissolved|divorced|fired|graduated|killed|finished|completed|abolished|repealed|merged)"
)
_YEAR = r"((?:1[6-9]|20)\d\d)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEARS = re.compile(
    rf"\b({_FIRST})\b[^.;:]{{0,40}}?\bin {_YEAR},? (?:and|but|then)(?: was| were| then| it"
    rf"| finally)* ({_THEN})\b[^.;:]{{0,30}}?\bin {_YEAR}\b"
)
_DAYS = re.compile(
    rf"\b({_FIRST})\b[^.;:]{{0,30}}?\bon ({_MONTHS}) (\d{{1,2}}),? (?:and|but|then)(?: was| were"
    rf"| then)* ({_THEN})\b[^.;:]{{0,20}}?\bon \2 (\d{{1,2}})\b"
)
_ANNIVERSARY = re.compile(
    rf"\b(?:founded|established|opened|born|created|set up|launched|signed)\b[^.;]{{0,30}}?\bin {_YEAR}\b"
)
_APART = re.compile(
    rf"\bin {_YEAR}, (?:exactly |just |only )?([\w-]+) years? (after|before|later"
    rf"|earlier)\b[^.;]{{0,50}}?\bin {_YEAR}\b"
)
_PLAN = re.compile(rf"\b([a-z]+|\d+)-year\b[^.;]{{0,40}}?\b(?:from|between) {_YEAR} (?:to|until|and) {_YEAR}\b")
_TURNED = re.compile(
    rf"\bborn in {_YEAR}\b[^.;]{{0,50}}?\b(?:turned|turns|will turn|was|aged) (\d{{1,3}}) in {_YEAR}\b"
)


@check("date.order", "Order of events that cannot be", severity="major", confidence=0.75)
def order(copy: Copy) -> Iterator[Finding]:
    """Years and days of paired events in one sentence, anniversaries, and spans of years against their ends."""
    text = copy.text
    for match in _YEARS.finditer(text):
        if int(match.group(4)) < int(match.group(2)):
            yield _finding(
                copy, match, f"{match.group(3)} in {match.group(4)} comes before {match.group(1)} in {match.group(2)}"
            )
    for match in _DAYS.finditer(text):
        if int(match.group(5)) < int(match.group(3)):
            yield _finding(copy, match, f"the {match.group(5)}th comes before the {match.group(3)}th")
    for match in _APART.finditer(text):
        years = number(match.group(2))
        gap = int(match.group(1)) - int(match.group(4))
        wanted = {"after": 1, "later": 1, "before": -1, "earlier": -1}[match.group(3)]
        if years is not None and abs(gap - wanted * years) > 1:
            yield _finding(
                copy, match, f"{match.group(1)} is not {match.group(2)} years {match.group(3)} {match.group(4)}"
            )
    for match in _PLAN.finditer(text):
        years = number(match.group(1))
        span = int(match.group(3)) - int(match.group(2))
        if years is not None and years not in (span, span + 1) and years < 60:
            yield _finding(copy, match, f"from {match.group(2)} to {match.group(3)} are {span} years")
    for match in _TURNED.finditer(text):
        if abs(int(match.group(3)) - int(match.group(1)) - int(match.group(2))) > 1:
            yield _finding(
                copy, match, f"someone born in {match.group(1)} was not {match.group(2)} in {match.group(3)}"
            )
    yield from _anniversaries(copy)


def _anniversaries(copy: Copy) -> Iterator[Finding]:
    """ "founded in 1995, it marked its 20th anniversary in 2018"."""
    for match in _ANNIVERSARY.finditer(copy.text):
        rest = copy.text[match.end() : match.end() + 90].partition("\n")[0]
        found = next((o for o in ordinals(rest) if re.match(r" anniversary\b", rest[o.end :])), None)
        if found is None:
            continue
        stated = re.match(rf" anniversary in {_YEAR}", rest[found.end :])
        year = int(stated.group(1)) if stated else copy.year
        if year is not None and abs(year - int(match.group(1)) - found.value) > 1:
            span = copy.span(match.start(), match.end() + found.end + len(" anniversary"))
            gap = year - int(match.group(1))
            yield Finding(
                span, f"Possible miscalculation: in {year} it was the {gap}th year. Check year and anniversary."
            )


def _finding(copy: Copy, match: re.Match[str], message: str) -> Finding:
    return Finding(copy.span(*match.span()), f"Possible wrong date: {message}. Check the dates.")
