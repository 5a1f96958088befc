"""Spans of years against the years stated."""

import re
from collections.abc import Iterator

from bot.analysis.errors.chronology.lengths import Length, unfit_lengths
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import number
from bot.model import Span

_Y = r"((?:18|19|20)\d\d)"
_N = r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_YEARS_AGO = re.compile(
    rf"\b{_Y}, (?:more than |about |almost |nearly |some |exactly )?([\w-]+) years ago\b"
    rf"|\b([\w-]+) years ago,? (?:back )?in (?:[A-Z][a-z]+ )?{_Y}\b"
)
_RANGE = re.compile(
    r"\b(?:from|between) (?:[A-Z][a-z]+ )?((?:19|20)\d\d) (?:to|and|until|till) (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b"
)
_SINCE = re.compile(
    rf"\b(?:for|over|after)(?: the (?:past|last))? (?:more than |about |almost |nearly |over )?{_N}"
    rf" years[^.;]{{0,40}}?,? (?:ever )?since {_Y}\b"
    rf"|\bsince {_Y}\b[^.;]{{0,40}}?\b(?:for|over|in)(?: (?:the|his|her|its|their))?(?: (?:past"
    rf"|last))? (?:more than |about |almost |nearly )?{_N} years\b"
)

_ROUGHLY, _FACTOR = 0.04, 3
"""What passes for rounding, and how far off a number of years may be that is still meant for the stretch."""


@check("number.years", "Years do not add up", severity="major", confidence=0.75)
def years(copy: Copy) -> Iterator[Finding]:
    """ "in 1990, 25 years ago", "from 2010 to 2015, eight years", "for 12 years, since 2004", against the calendar."""
    now = copy.year
    for match in find_all(_YEARS_AGO, copy.text):
        stated, year = number(match.group(2) or match.group(3)), int(match.group(1) or match.group(4))
        if stated is None or now is None:
            continue
        right = now - year
        if abs(right - stated) > max(1.0, 0.1 * right):
            yield _finding(copy, match, f"{year} was {right} years before {now}")
    for match in find_all(_SINCE, copy.text):
        stated = number(match.group(1) or match.group(4))
        if stated is None or now is None:
            continue
        right = now - int(match.group(2) or match.group(3))
        if abs(right - stated) > max(1.5, 0.1 * right):
            yield _finding(copy, match, f"from {match.group(2) or match.group(3)} to {now} it is {right} years")
    for match in find_all(_RANGE, copy.text):
        if int(match.group(1)) > int(match.group(2)):
            yield Finding(
                copy.span(*match.span()),
                f"Possible wrong years: {match.group(2)} is before {match.group(1)}. Check the years.",
            )
    for length, one, other in unfit_lengths(copy):
        places = [copy.span(end.start, end.end) for end in (one, other) if end.end]
        yield Finding(
            _around(copy, length, places),
            f"Possible miscalculation: “{copy.text[length.start : length.end]}” is not the time between "
            f"{' and '.join(place.text for place in places)}{'' if places[1:] else ' and the story'}. "
            "Check the years.",
            evidence=tuple(places),
        )


_TOGETHER = 170
"""Characters of a length and its dates that are marked as a whole, as any of them may be wrong."""


def _around(copy: Copy, length: Length, places: list[Span]) -> Span:
    start = min(length.start, *(place.start for place in places))
    end = max(length.end, *(place.end for place in places))
    return copy.span(start, end) if end - start <= _TOGETHER else copy.span(length.start, length.end)


def _finding(copy: Copy, match: re.Match[str], message: str) -> Finding:
    return Finding(copy.span(*match.span()), f"Possible miscalculation: {message}. Check the years.")
