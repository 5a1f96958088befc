"""Spans of years in a headline that the text bears out by two years, or by one and its own."""

import re

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.figures import Figure
from bot.analysis.errors.headings import Heading
from bot.analysis.errors.headline_labels import YEARS
from bot.language.quantities import number

_DECADES = re.compile(r"\b([a-z]+|\d) decades\b")
_NOWADAYS = (2000, 2030)
"""Years in which an undated article may have appeared."""


def between_years(claim: Figure, copy: Copy, heading: Heading) -> bool:
    """True for a number of years that lies between two years of the text, or between one and its own."""
    if claim.measure != "year":
        return False
    if any(round(10 * (number(word) or 0)) == claim.value for word in _DECADES.findall(copy.text)):
        return True
    named = {int(year) for year in YEARS.findall(copy.text)} | ({copy.year} if copy.year else set())
    if not heading.text[: claim.start].lower().endswith(("after ", "in ")) and _is_span_told(claim, heading):
        return False
    if copy.year is None and _is_elapsed(claim, heading.text):
        return any(_NOWADAYS[0] <= year + claim.value <= _NOWADAYS[1] for year in named)
    return any(abs(a - b - claim.value) <= 1 for a in named for b in named)


def _is_span_told(claim: Figure, heading: Heading) -> bool:
    """True where the first sentences tell of one span of years, of another length: "for ten years"."""
    story = heading.story
    first = [s for s in story.figures if s.start >= story.lead][:2]
    spans = [f for s in first for f in s.figures if f.measure == "year" and not _OF_AGE.match(story.text, f.end)]
    return len(spans) == 1 and spans[0].quantity.hedge is None and spans[0].value != claim.value


_OF_AGE = re.compile(r"[ -]years?[ -](?:old|ago|later|earlier|before)\b|,")


_WHEN = re.compile(r"\b(?:after|in)(?: (?:about|almost|nearly|some|more than|over|at least|just))? $", re.IGNORECASE)
_SINCE = re.compile(r"[ -]\w+ (?:later|on|ago)\b")


def is_of_another_span(claim: Figure, rival_at: int, heading: Heading) -> bool:
    """True for "back after 40 years" over a span told farther down, which is hardly the one since the event."""
    if not claim.measure_of_time:
        return False
    if not _WHEN.search(heading.text[: claim.start]) and not _SINCE.match(heading.text, claim.end):
        return False
    first = [s for s in heading.story.figures if s.start >= heading.story.lead][:2]
    return not any(s.start <= rival_at < s.start + len(s.text) for s in first)


def _is_elapsed(claim: Figure, title: str) -> bool:
    """True for "after 14 years" and "20-year mystery", which are counted from a year of the text to the article's."""
    return title[claim.end :].startswith("-year") or title[: claim.start].lower().endswith(("after ", "in "))
