"""Proportions that do not come out: changes, multiples, majorities, shares, instalments."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import Quantity, quantities
from bot.model import Span

_RISE = r"(?:rose|risen|rise|up|climbed|increased|jumped|grew|gained|surged|added|soared|advanced)"
_FALL = r"(?:fell|fallen|fall|down|dropped|declined|decreased|lost|slipped|slid|sank|plunged|shed|tumbled)"
_MOVED = re.compile(
    rf"\b(?:(?P<up>{_RISE})|(?P<down>{_FALL}))(?: by)?(?: about| almost| nearly| more than| around| just)? $"
)
_MULTIPLES = {
    "doubled": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
    "fell by half": 0.5,
    "rose by half": 1.5,
}
_MULTIPLE = re.compile(r"\b(" + "|".join(_MULTIPLES) + r"),? from\b")
_MAJORITY = re.compile(r"\b(?:majority|margin|lead) of (?:just |only )?$")
_PREMIUM = re.compile(r"\bpremium of (?:about |almost |nearly |more than )?$")
_WHOLE = re.compile(
    r"\b(?:of the (?:market|vote|votes|new company|company|shares|capital|electorate|total|respondents|seats)"
    r"|of the combined \w+)\b"
)
_COMPARED = re.compile(
    r"\b(?:from|compared|than|last|earlier|up|down|previous|ago|turnout|of them|of those|at least|women|men"
    r"|including)\b"
)
_YEARLY = re.compile(r"\ba (?:year|month|week) for $")
_IN_ALL = re.compile(r"^ (?:[a-z]+ )?(?:in all|in total|altogether|overall)\b")
_PARTS = re.compile(r"^ (?:of (?:them|whom|these) )?(in|from|for|at) ")


@check("number.proportion", "Proportion that does not come out", severity="critical", confidence=0.75)
def proportion(copy: Copy) -> Iterator[Finding]:
    """Rules on the quantities of one sentence, in their order."""
    for sentence in copy.body.sents:
        place = copy.trimmed(sentence.start_char, sentence.end_char)
        found = list(quantities(place.text))
        if len(found) >= 2:
            for rule in (_change, _multiple, _majority, _premium, _whole, _instalments, _parts, _turnout):
                yield from rule(copy, place, found)


def _finding(copy: Copy, place: Span, first: Quantity, last: Quantity, message: str) -> Finding:
    return Finding(
        copy.trimmed(place.start + first.start, place.start + last.end),
        f"Possible miscalculation: {message}. Check the figures.",
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def _change(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "rose 3 percent to 48 euros from 50 euros", in this order or with "from" first."""
    for i, percent in enumerate(found[:-2]):
        moved = _MOVED.search(place.text[: percent.start])
        if percent.unit != "%" or moved is None:
            continue
        one, two = found[i + 1], found[i + 2]
        words = [place.text[a.end : b.start] for a, b in pairwise((percent, one, two))]
        if (
            not _alike(one, two)
            or not re.search(r"\b(to|from) (?:\w+ )?$", words[0])
            or not re.search(r"\b(?:to|from)\b", words[1])
        ):
            continue
        new, old = (one, two) if re.search(r"\bto (?:\w+ )?$", words[0]) else (two, one)
        if not old.value or len(words[1]) > 60:
            continue
        change = (new.value - old.value) / old.value * 100
        signed = percent.value if moved.group("up") else -percent.value
        if abs(change - signed) > max(1.0, 0.08 * abs(change)):
            message = f"from {old.value:g} to {new.value:g} is a change of {change:+.0f} percent"
            yield _finding(copy, place, percent, two, message)


def _multiple(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "doubled from 30 to 50", and "fell by half, from 80 to 60"."""
    for match in _MULTIPLE.finditer(place.text):
        after = [q for q in found if q.start >= match.end()]
        if (
            len(after) < 2
            or after[0].start - match.end() > 12
            or not re.search(r"\bto\b", place.text[after[0].end : after[1].start])
        ):
            continue
        old, new = after[:2]
        wanted = _MULTIPLES[match.group(1)]
        if old.value and abs(new.value / old.value - wanted) > 0.15 * wanted:
            message = f"from {old.value:g} to {new.value:g} is {new.value / old.value:.2g} times, not {wanted:g}"
            yield _finding(copy, place, old, new, message)


def _majority(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "412 for and 201 against, a majority of 221"."""
    for i, margin in enumerate(found):
        if i < 2 or margin.kind != "number" or not _MAJORITY.search(place.text[: margin.start]):
            continue
        two, one = found[i - 1], found[i - 2]
        between = place.text[one.end : two.start]
        if (
            (
                one.kind == two.kind == "number"
                and re.search(r"\b(?:and|to|against)\b|–", between)
                and one.value > two.value
            )
            and abs(one.value - two.value - margin.value) > 0.011 * one.value
            and margin.end - one.start < 130
        ):
            message = f"{one.value:g} to {two.value:g} is a margin of {one.value - two.value:g}"
            yield _finding(copy, place, one, margin, message)


def _premium(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "50 euros a share is a premium of 40 percent to the close of 40 euros"."""
    for i, percent in enumerate(found):
        if percent.unit != "%" or not 0 < i < len(found) - 1 or not _PREMIUM.search(place.text[: percent.start]):
            continue
        offer, price = found[i - 1], found[i + 1]
        if offer.kind == price.kind == "money" and price.value:
            right = (offer.value / price.value - 1) * 100
            if abs(right - percent.value) > max(1.0, 0.08 * abs(right)):
                message = f"{offer.value:g} against {price.value:g} is a premium of {right:.0f} percent"
                yield _finding(copy, place, offer, price, message)


def _whole(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "40 percent, 35 percent and 30 percent of the market"."""
    shares = [q for q in found if q.unit == "%"]
    if len(shares) < 2 or not _WHOLE.search(place.text) or _COMPARED.search(place.text):
        return
    total = sum(share.value for share in shares)
    joined = re.search(r"\band\b", place.text[shares[-2].end : shares[-1].start])
    if total > 101.5 and joined and all(share.value < 100 for share in shares):
        yield _finding(copy, place, shares[0], shares[-1], f"these shares make {total:g} percent")


def _instalments(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "20 million a year for five years, 150 million in all"."""
    for each, times, total in zip(found, found[1:], found[2:], strict=False):
        if not _YEARLY.search(place.text[each.end : times.start]) or "percent" in (each.kind, total.kind):
            continue
        in_all = (
            _IN_ALL.search(place.text[total.end : total.end + 24]) or "total of" in place.text[times.end : total.start]
        )
        if in_all and abs(each.value * times.value - total.value) > 0.03 * total.value:
            message = f"{times.value:g} times {each.value:g} is {each.value * times.value:g}"
            yield _finding(copy, place, each, total, message)


def _parts(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "12 countries, seven from Europe and six from Asia"."""
    for whole, one, two in zip(found, found[1:], found[2:], strict=False):
        links = [_PARTS.match(place.text[part.end : part.end + 16]) for part in (one, two)]
        if not all(links) or not (whole.kind == one.kind == two.kind == "number"):
            continue
        first, second = (link.group(1) if link else "" for link in links)
        before, between = place.text[whole.end : one.start], place.text[one.end : two.start]
        listed = first == second and before.endswith(", ") and re.search(r"(?:,| and) $", between) and len(between) < 50
        if listed and one.value + two.value > whole.value > max(one.value, two.value):
            yield _finding(copy, place, whole, two, f"{one.value:g} and {two.value:g} are more than {whole.value:g}")


def _turnout(copy: Copy, place: Span, found: list[Quantity]) -> Iterator[Finding]:
    """ "61 percent, with three of six million voting"."""
    for percent, part, whole in zip(found, found[1:], found[2:], strict=False):
        if percent.unit != "%" or not re.fullmatch(
            r",? (?:with|or|as) (?:\w+ )?", place.text[percent.end : part.start]
        ):
            continue
        if (
            re.fullmatch(r"(?: \w+)? (?:out )?of (?:the |its |all )?(?:\w+ )?", place.text[part.end : whole.start])
            and whole.value > part.value
        ):
            right = 100 * part.value / whole.value
            if abs(right - percent.value) > 1.5:
                yield _finding(copy, place, percent, whole, f"{part.value:g} of {whole.value:g} is {right:.0f} percent")
