"""Spans of years against the years stated."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import number

_Y = r"((?:18|19|20)\d\d)"
_N = r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_YEARS_AGO = re.compile(
    r"\b((?:18|19|20)\d\d), (?:more than |about |almost |nearly |some |exactly )?([\w-]+) years (ago|later)\b"
)
_RANGE = re.compile(
    r"\b(?:from|between) (?:[A-Z][a-z]+ )?((?:19|20)\d\d) (?:to|and|until|till) (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b"
)
_SPAN = re.compile(
    r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|until) ((?:19|20)\d\d),? (?:a (?:period|span|total) of "
    r"|for )?(?:the )?([\w-]+) years\b"
)
_SINCE = re.compile(
    rf"\b(?:for|over|after)(?: the (?:past|last))? (?:more than |about |almost |nearly |over )?{_N}"
    rf" years[^.;]{{0,40}}?,? (?:ever )?since {_Y}\b"
    rf"|\bsince {_Y}\b[^.;]{{0,40}}?\b(?:for|over|in)(?: (?:the|his|her|its|their))?(?: (?:past"
    rf"|last))? (?:more than |about |almost |nearly )?{_N} years\b"
)


@check("number.years", "Years do not add up", severity="major", confidence=0.75)
def years(copy: Copy) -> Iterator[Finding]:
    """ "in 1990, 25 years ago", "from 2010 to 2015, eight years", "for 12 years, since 2004", against the calendar."""
    now = copy.year
    for match in _YEARS_AGO.finditer(copy.text):
        stated = number(match.group(2))
        if stated is None or match.group(3) == "later" or now is None:
            continue
        right = now - int(match.group(1))
        if abs(right - stated) > max(1.0, 0.1 * right):
            yield _finding(copy, match, f"{match.group(1)} was {right} years before {now}")
    for match in _SINCE.finditer(copy.text):
        stated = number(match.group(1) or match.group(4))
        if stated is None or now is None:
            continue
        right = now - int(match.group(2) or match.group(3))
        if abs(right - stated) > max(1.5, 0.1 * right):
            yield _finding(copy, match, f"from {match.group(2) or match.group(3)} to {now} it is {right} years")
    for match in _RANGE.finditer(copy.text):
        if int(match.group(1)) > int(match.group(2)):
            yield Finding(
                copy.span(*match.span()),
                f"Possible wrong years: {match.group(2)} is before {match.group(1)}. Check the years.",
            )
    for match in _SPAN.finditer(copy.text):
        stated = number(match.group(3))
        right = int(match.group(2)) - int(match.group(1))
        if stated is not None and abs(right - stated) > 1:
            yield _finding(copy, match, f"from {match.group(1)} to {match.group(2)} it is {right} years")


def _finding(copy: Copy, match: re.Match[str], message: str) -> Finding:
    return Finding(copy.span(*match.span()), f"Possible miscalculation: {message}. Check the years.")
