"""Ages and spans of years against the years stated."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import number

_BORN = re.compile(r"\b(?:born|birth)\b[^.;]{0,40}?\b((?:18|19|20)\d\d)\b")
_AGE = re.compile(
    r"\b(\d{1,3})-year-old\b|(?<=[A-Za-z]), (?:aged )?(\d{1,3})(?=[,.;])|\b(?:aged?|at the age of|turned|is"
    r"|was) (\d{1,3})(?=[,.;]| years? old| when| at\b| and\b)"
)
_DIED = re.compile(r"\b(?:died|dies|death|killed|passed away)\b")
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


@check("number.age", "Age and year of birth do not fit", severity="major", confidence=0.75)
def age(copy: Copy) -> Iterator[Finding]:
    """An age against a year of birth in the same paragraph, in the year of the article or of death."""
    now = copy.year
    for paragraph in copy.paragraphs:
        born = list(_BORN.finditer(paragraph.text))
        ages = [m for m in _AGE.finditer(paragraph.text) if 0 < _age(m) < 120]
        if len(born) != 1 or not ages:
            continue
        year = int(born[0].group(1))
        for match in ages:
            between = paragraph.text[min(match.end(), born[0].end()) : max(match.start(), born[0].start())]
            if len(between) > 250 or (len(ages) > 1 and between.count(".") > 1):
                continue
            stated = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", paragraph.text) if int(y) != year]
            reference = stated if _DIED.search(paragraph.text) else []
            if match.group(3) and stated and not reference:
                reference = stated  # "was 34 when …, in 2010"
            years = [*reference, *([now] if now else [])] or _years_of(copy)
            if not years or any(-1 <= y - year - _age(match) <= 1 for y in years):
                continue
            whole = min(years, key=lambda y: abs(y - year - _age(match)))
            yield Finding(
                copy.trimmed(paragraph.start + match.start(), paragraph.start + match.end()),
                f"Possible miscalculation: someone born in {year} is {whole - year - 1} or {whole - year} in {whole}, "
                f"not {_age(match)}. Check age and year.",
                evidence=(copy.span(paragraph.start + born[0].start(), paragraph.start + born[0].end()),),
            )


def _years_of(copy: Copy) -> list[int]:
    """Every year that the article names, as a last resort for the year that it is written in."""
    return sorted({int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", copy.text)})


def _age(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group))


@check("number.years", "Years do not add up", severity="major", confidence=0.75)
def years(copy: Copy) -> Iterator[Finding]:
    """ "in 1990, 25 years ago", "from 2010 to 2015, eight years", against the calendar."""
    now = copy.year
    for match in _YEARS_AGO.finditer(copy.text):
        stated = number(match.group(2))
        if stated is None or match.group(3) == "later" or now is None:
            continue
        right = now - int(match.group(1))
        if abs(right - stated) > max(1.0, 0.1 * right):
            yield _finding(copy, match, f"{match.group(1)} was {right} years before {now}")
    for match in _RANGE.finditer(copy.text):
        if int(match.group(1)) > int(match.group(2)):
            yield Finding(
                copy.span(*match.span()),
                f"Impossible span: {match.group(2)} is before {match.group(1)}. Check the years.",
            )
    for match in _SPAN.finditer(copy.text):
        stated = number(match.group(3))
        right = int(match.group(2)) - int(match.group(1))
        if stated is not None and abs(right - stated) > 1:
            yield _finding(copy, match, f"from {match.group(1)} to {match.group(2)} it is {right} years")


def _finding(copy: Copy, match: re.Match[str], message: str) -> Finding:
    return Finding(copy.span(*match.span()), f"Possible miscalculation: {message}. Check the years.")
