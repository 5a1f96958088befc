"""A number in the headline that the text does not bear out."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count, counts, vague_counts
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import quantities
from bot.model import Span

_NOT_TELLING = frozenset(
    {"thing", "way", "reason", "time", "year", "month", "week", "day", "hour", "minute", "tip", "fact"}
)
_OPENING = 1500
_NUMBERED = re.compile(r"\b([A-Z][a-z]+) (\d{1,3})\b(?![,.]\d| ?%| (?:people|dead|killed|hurt|injured))")


@check("headline.number", "Number in the headline, another in the text", severity="critical", confidence=0.8)
def headline_number(copy: Copy) -> Iterator[Finding]:
    """Counts of victims, counts of one noun, and digits in another order."""
    title, body = copy.docs
    in_text = counts(body, "text")
    for claim in counts(title, "title"):
        if claim.value < 2 or _borne_out(claim, in_text, copy):
            continue
        rival = _rival(claim, in_text)
        if rival is not None:
            yield _finding(copy, claim.quantity.start, claim.quantity.end, rival)
    yield from _numbered_names(copy)
    yield from _slips(copy)
    for start, end, least, outcome in vague_counts(copy.title):
        same = [c for c in in_text if outcome is not None and c.outcome == outcome and c.quantity.start < _OPENING]
        if same and all(count.value < least / 2 for count in same):
            yield _finding(copy, start, end, same[0])


def _slips(copy: Copy) -> Iterator[Finding]:
    """A sum or percentage of the headline that the text has with one digit changed or two swapped."""
    in_text = [q for q in quantities(copy.text) if q.kind in ("money", "percent")]
    for claim in quantities(copy.title):
        same = [q for q in in_text if q.kind == claim.kind and q.unit == claim.unit]
        slack = 0.06 * claim.value
        if claim.kind not in ("money", "percent") or any(abs(q.value - claim.value) <= slack for q in same):
            continue
        rival = next((q for q in same if q.start < _OPENING and _one_slip(q.value, claim.value)), None)
        if rival is not None:
            evidence = copy.span(rival.start, rival.end)
            yield Finding(
                copy.span(claim.start, claim.end, "title"),
                f"Possible contradiction: the headline says {copy.title[claim.start : claim.end]}, the text "
                f"{evidence.text}. "
                "Check the number.",
                suggestion=evidence.text,
                evidence=(evidence,),
                confidence=0.7,
            )


def _one_slip(one: float, other: float) -> bool:
    """True when two numbers have the same digits but one, or the same digits in another order."""
    a, b = (f"{value:.10g}".rstrip("0").rstrip(".") for value in (one, other))
    differing = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) and len(a) >= 2 and (differing == 1 or (differing == 2 and sorted(a) == sorted(b)))


def _numbered_names(copy: Copy) -> Iterator[Finding]:
    """ "Windows 8" in the headline, "Windows 7" alone in the text."""
    for match in _NUMBERED.finditer(copy.title):
        name, given = match.groups()
        in_text = re.findall(rf"\b{re.escape(name)} (\d{{1,3}})\b", copy.text)
        if in_text and given not in in_text and not re.search(rf"(?<![\d.]){given}(?![\d.])", copy.text):
            at = re.search(rf"\b{re.escape(name)} {in_text[0]}\b", copy.text)
            evidence = copy.span(*at.span()) if at else copy.span(0, 0)
            yield Finding(
                copy.span(*match.span(), "title"),
                f"Possible contradiction: the headline says {match.group()}, the text {evidence.text}. Check the "
                f"number.",
                suggestion=evidence.text,
                evidence=(evidence,),
            )


def _finding(copy: Copy, start: int, end: int, rival: Count) -> Finding:
    evidence = _span(copy, rival)
    return Finding(
        copy.span(start, end, "title"),
        f"Possible contradiction: the headline says {copy.title[start:end]}, the text {evidence.text}. Check the "
        f"number.",
        suggestion=evidence.text,
        evidence=(evidence,),
    )


def _span(copy: Copy, count: Count) -> Span:
    return copy.span(count.quantity.start, count.quantity.end, count.field)


def _borne_out(claim: Count, in_text: list[Count], copy: Copy) -> bool:
    """True when the text has the number, a close one for a hedged or round claim, or two that add up to it."""
    values = {count.value for count in in_text}
    hedged = claim.quantity.hedge is not None or claim.value % 10 == 0
    slack = 0.1 * claim.value if hedged else 0
    if any(abs(value - claim.value) <= slack for value in values):
        return True
    if claim.value in (6, 12) and "dozen" in copy.text.lower():
        return True
    alike = {
        c.value
        for c in in_text
        if (claim.outcome and c.outcome == claim.outcome) or (claim.noun and c.noun == claim.noun)
    }
    return any(a + b == claim.value for a in alike for b in alike if a != b)


def _rival(claim: Count, in_text: list[Count]) -> Count | None:
    """The number of the text that the claim contradicts."""
    opening = [count for count in in_text if count.quantity.start < _OPENING]
    if claim.outcome is not None:
        same = [count for count in opening if count.outcome == claim.outcome]
        return same[0] if same else None
    if claim.noun is not None and claim.noun not in _NOT_TELLING:
        same = [count for count in in_text if count.noun == claim.noun]
        if same and len({count.value for count in same}) == 1:
            return same[0]
    digits = sorted(str(int(claim.value)))
    return next((c for c in opening if claim.value >= 100 and sorted(str(int(c.value))) == digits), None)
