"""Numbers of the headline that the text does not have, while it has others for the same thing."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.analysis.errors.borne_out import borne_out, in_a_row, joined, rounds_to
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import vague_counts
from bot.analysis.errors.figures import Figure, close
from bot.analysis.errors.headings import Heading, headings, opening
from bot.analysis.errors.headline_labels import SCORE, clashes
from bot.analysis.errors.headline_lead import is_of_ratio, restated, said_below, vaguely_restated
from bot.analysis.errors.headline_spans import between_years, is_of_another_span
from bot.analysis.errors.headline_victims import (
    is_early,
    is_first_told,
    is_told_of_others,
    people_told_of,
    rival_victims,
)
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.reckoning.parts import REST_FIGURE
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.quantities import Quantity, ordinals
from bot.model import Span

_NOT_TELLING = frozenset({"thing", "way", "reason", "time", "tip", "fact", "step", "sign", "lesson", "question"})
_OPENING = 1500
_ANOTHER_SUM = 20
"""How many times larger or smaller a number is that is hardly told of the same thing."""

_TOGETHER = 300
"""Characters between two sums of money that the text may add up."""

_NEAR = 1.5
"""How many times larger or smaller a count is at most that may be told of the same thing by another name."""

_LEAST_TOLD = 4
"""Counts below this are told of too many things."""

_LEAST_BARE = 20
"""Numbers from here on, in digits, that are a slip apart are hardly told of two things."""

_SWAPPED = 100
"""Numbers from here on hardly have the digits of another by chance."""

_LEAD = 700
_OF_NOUN = re.compile(r"%? (?:per ?cent )?(?:of (?:the )?)?((?:[a-z]+ )?[a-z]+)")
"""The noun or two behind a percentage: "9% pay rise"."""


@check("headline.number", "Number in the headline, another in the text", severity="critical", confidence=0.8)
def headline_number(copy: Copy) -> Iterator[Finding]:
    """Victims, counts, sums, shares, spans of time, ages, scores and ranks, each against its like in the text."""
    for heading in headings(copy):
        yield from _counted(copy, heading)
        for claim, rival in (*restated(heading), *said_below(heading)):
            if not _is_all_but_rest(claim, rival, heading):
                yield _finding(
                    copy, heading, copy.span(claim.start, claim.end, heading.field), copy.span(rival.start, rival.end)
                )
        for start, end, rival in vaguely_restated(heading):
            yield _finding(copy, heading, copy.span(start, end, heading.field), copy.span(rival.start, rival.end))
        for clash in clashes(heading):
            yield _finding(
                copy, heading, copy.span(*clash.here, heading.field), copy.span(*clash.there), clash.confidence
            )
        of_outcome = [c for c in heading.story.counts if c.outcome is not None]
        for start, end, least, outcome in vague_counts(heading.shown):
            told = [c for c in of_outcome if outcome is not None and c.outcome == outcome and is_early(heading, c)]
            if told and all(count.value < least / 2 for count in told):
                first, at = told[0].quantity, heading.start
                here = copy.span(at + start, at + end, heading.field)
                yield _finding(copy, heading, here, copy.span(first.start, first.end))


def _counted(copy: Copy, heading: Heading) -> Iterator[Finding]:
    story = heading.story
    victims = {c.quantity.start: c for c in heading.counts if c.outcome is not None}
    of_outcome = [c for c in story.counts if c.outcome is not None]
    for sentence in heading.figures:
        for claim in sentence.figures:
            same = (
                [q for q in story.said if q.value == int(q.value) or claim.value != int(claim.value)]
                if claim.measure is None
                else [f.quantity for s in story.figures for f in s.figures if f.measure == claim.measure or _is_bare(f)]
            )
            victim = victims.get(claim.start)
            count = rival_victims(victim, of_outcome, heading) if victim is not None else None
            alone = (
                count is not None
                and victim is not None
                and (is_told_of_others(victim, heading) or is_first_told(count, victim, heading))
            )
            if heading.field == "text" and (claim.measure_of_time or claim.quantity.kind == "money"):
                continue  # a standfirst tells of spans and sums that the text does not repeat
            if (
                claim.value < 2
                or is_of_ratio(claim, heading.text)
                or _is_gap(claim, copy)
                or between_years(claim, copy, heading)
            ):
                continue
            of_noun = _of_same_noun(claim, heading) or _swapped(claim, same, heading)
            if borne_out(claim.quantity, same, story.text[story.start :]) and not alone and of_noun is None:
                continue
            counted = victim is not None or (claim.is_plain and claim.value >= _LEAST_BARE)
            if counted and any(o.value == claim.value and o.start >= story.start for o in ordinals(story.text)):
                continue  # "a twelfth died in hospital", "her 5,000th puzzle"
            rival = (
                count.quantity
                if count is not None
                else of_noun or _rival(claim, heading) or people_told_of(claim, victim, heading)
            )
            if rival is None or (count is None and _is_part(claim, rival.value, sentence.figures)):
                continue
            if _is_added_up(claim, rival, heading) or is_of_another_span(claim, rival.start, heading):
                continue
            if _is_all_but_rest(claim, rival, heading) or _is_bound(claim, rival, heading):
                continue
            here, there = copy.span(claim.start, claim.end, heading.field), copy.span(rival.start, rival.end)
            made = [] if alone and count is not None else _sums(claim, heading, rival, of_people=victim is not None)
            if not made:
                yield _finding(copy, heading, here, there)
            elif not any(rival.value in pair for pair in made) and _is_same_thing(claim, rival):
                yield _outvoted(here, there)


def _is_bare(figure: Figure) -> bool:
    """True for a number whose unit stands beside another: "from 14 weeks to 26"."""
    return figure.is_plain and figure.measure is None and figure.noun is None


def _finding(copy: Copy, heading: Heading, claim: Span, rival: Span, confidence: float | None = None) -> Finding:
    where = "headline" if heading.field == "title" else "standfirst"
    return Finding(
        claim,
        f"Possible contradiction: the {where} says {claim.text}, the text {rival.text}. Check the number.",
        suggestion=rival.text,
        evidence=(rival,),
        confidence=confidence,
    )


def _outvoted(claim: Span, rival: Span) -> Finding:
    """A number of the text that neither the headline nor the parts that the text names bear out."""
    return Finding(
        rival,
        f"Possible contradiction: the text says {rival.text}, the headline {claim.text}, and so many are its parts. "
        "Check the number.",
        suggestion=claim.text,
        evidence=(claim,),
    )


def _is_gap(claim: Figure, copy: Copy) -> bool:
    """ "passes by six votes" over "by 33 votes to 27": a margin that lies between two figures of one sentence."""
    return (
        claim.is_plain
        and _is_margin(claim, copy.title)
        and any(abs(int(m[1]) - int(m[2])) == claim.value for m in find_all(SCORE, copy.text))
    ) or (
        claim.is_plain
        and _is_margin(claim, copy.title)
        and any(
            close(abs(a.value - b.value), claim.value)
            for s in copy.figures
            for a, b in pairwise(s.figures)
            if a.is_plain and b.is_plain and (claim.measure in (a.measure, b.measure) or None is a.measure is b.measure)
        )
    )


def _is_part(claim: Figure, rival: float, figures: Sequence[Figure]) -> bool:
    """ "three of four cars": the headline has the text's number as well, of the same."""
    return any(f.value == rival for f in figures if _kind(f) == _kind(claim))


def _kind(figure: Figure) -> tuple[object, ...]:
    return figure.quantity.kind, figure.quantity.unit, figure.measure


def _sums(claim: Figure, heading: Heading, rival: Figure | Quantity, *, of_people: bool) -> list[tuple[float, float]]:
    """The pairs of figures that count the same in the text and make the headline's; for victims, two of people.

    A "one" that counts nothing stands near the number that the claim contradicts. A total and one of the parts
    that its own sentence names make nothing.
    """
    if claim.measure_of_time:
        return []
    alike = {
        (f.start, f.value)
        for s in heading.story.figures
        for f in s.figures
        if _kind(f) == _kind(claim)
        and (f.value > 1 or f.noun is not None or abs(f.start - rival.start) < _LEAD / 3)
        and (
            not claim.is_plain
            or claim.measure
            or (None in (f.lemma, claim.lemma) and not of_people)
            or f.lemma == claim.lemma
            or is_person(f.lemma or "")
        )
    }
    return [
        (a, b)
        for (here, a), (there, b) in combinations(sorted(alike), 2)
        if a != b
        and close(a + b, claim.value)
        and (claim.is_plain or abs(here - there) < _TOGETHER)
        and not (a > b and any(c == a - b and here < at < here + _TOGETHER and at != there for at, c in alike))
    ]


def _is_added_up(claim: Figure, rival: Figure | Quantity, heading: Heading) -> bool:
    """True where the text goes on to add to the rival: "two passengers and the driver", "200 in Kent and 100 in"."""
    if not claim.is_plain:
        return False
    added = joined(heading.story.text, rival.end)
    if added and close(rival.value + added, claim.value):
        return True
    own = [s for s in heading.story.figures if s.start <= rival.start < s.start + len(s.text)]
    others = [f for s in own for f in s.figures if f.start > rival.start and f.noun is None and f.value >= 2]
    return any(in_a_row(claim.value, sentence.figures) for sentence in own) or any(
        f.is_plain and not f.measure and close(rival.value + f.value, claim.value) for f in others
    )


def _is_all_but_rest(claim: Figure, rival: Figure | Quantity, heading: Heading) -> bool:
    """True for "17 lambs" over "The dogs got at 21 lambs … The other four lived"."""
    left = rival.value - claim.value
    rests = (
        (s, f)
        for s in heading.story.figures
        for f in s.figures
        if f.value == left and f.is_plain and (f.noun in (None, f.token) or f.lemma in ("other", claim.lemma))
    )
    return left > 0 and any(f.start > rival.start and REST_FIGURE.search(s.before(f)) for s, f in rests)


def _is_bound(claim: Figure, rival: Figure | Quantity, heading: Heading) -> bool:
    """True for "the 90-minute men" over one who "played for more than 20 minutes": the text names a bound only."""
    quantity = rival.quantity if isinstance(rival, Figure) else rival
    joined = claim.measure_of_time and heading.text.startswith("-", claim.end)
    return joined and quantity.hedge in ("more than", "at least") and claim.value > rival.value


def _is_same_thing(claim: Figure, rival: Figure | Quantity) -> bool:
    """True when the opening of the text counts what the headline counts, by the same noun."""
    return isinstance(rival, Figure) and claim.is_plain and rival.lemma == claim.lemma is not None


def _rival(claim: Figure, heading: Heading) -> Figure | None:
    """The number of the opening that the claim contradicts: of the same unit, or of the same noun."""
    early, story = opening(heading.story, _OPENING), heading.story
    same = [f for f in early if (f.quantity.kind, f.quantity.unit) == (claim.quantity.kind, claim.quantity.unit)]
    if claim.is_plain:
        same = [f for f in same if _counts_the_same(claim, f, story.lead)]
        if _is_margin(claim, heading.text) and claim.measure:
            same = [f for f in same if _is_margin(f, story.text)]
        if len({f.value for f in same}) > 2:
            same = [f for f in same if f.start < story.lead + _LEAD and _is_margin(f, story.text)]
            if not _is_margin(claim, heading.text) or len({f.value for f in same}) != 1:
                return None
    else:
        lead = [f for f in same if f.start < story.lead + _LEAD]
        slips = [f for f in same if _one_slip(f.value, claim.value)]
        lead = [f for f in lead if 1 / _ANOTHER_SUM < f.value / claim.value < _ANOTHER_SUM]
        same = slips or (lead if len({f.value for f in lead}) == 1 else [])
    return same[0] if same else _by_another_name(claim, heading) or _by_a_zero(claim, heading)


def _by_a_zero(claim: Figure, heading: Heading) -> Figure | None:
    """The one count of the same noun anywhere that is ten times more or less: "9,000 bells" over 912 bells."""
    if not claim.is_plain or claim.measure or claim.lemma is None or claim.value < _SWAPPED:
        return None
    same = [f for s in heading.story.figures for f in s.figures if f.is_plain and f.lemma == claim.lemma]
    near = [f for f in same if any(close(f.value * ten, claim.value, 0.05) for ten in (10, 0.1))]
    return near[0] if near and len(near) == len(same) else None


def _of_same_noun(claim: Figure, heading: Heading) -> Figure | None:
    """ "9% pay rise" over "a pay rise of 7%", where no share of the text is the headline's."""
    noun = _OF_NOUN.match(heading.text, claim.end, heading.end) if claim.quantity.kind == "percent" else None
    shares = [f for s in heading.story.figures for f in s.figures if f.quantity.unit == claim.quantity.unit]
    if noun is None or " " not in noun.group(1) or any(rounds_to(f.value, claim.value, 0.05) for f in shares):
        return None
    text, words = heading.story.text, noun.group(1)
    found = [
        f
        for f in shares
        if f.start < heading.story.lead + _LEAD
        and (text[: f.start].endswith(f"{words} of ") or text[f.end :].startswith(f" {words}"))
    ]
    parts = [f.value for f in shares]
    adds_up = any(close(a + b, claim.value) for a, b in combinations(parts, 2))
    return found[0] if len({f.value for f in found}) == 1 and not adds_up else None


def _swapped(claim: Figure, same: list[Quantity], heading: Heading) -> Figure | None:
    """The figure of the lead with the headline's digits in another order, where the text has the headline's nowhere."""
    lead = opening(heading.story, _LEAD) if _has_order(claim.value) else []
    found = [f for f in lead if _kind(f)[:2] == _kind(claim)[:2] and _is_reordered(claim.value, f.value)]
    return found[0] if found and all(q.value != claim.value for q in same) else None


def _has_order(value: float) -> bool:
    return value >= _SWAPPED and len(set(f"{value:.10g}")) > 1


def _is_reordered(one: float, other: float) -> bool:
    return one != other and sorted(f"{one:.10g}") == sorted(f"{other:.10g}")


def _by_another_name(claim: Figure, heading: Heading) -> Figure | None:
    """The one count of the lead that is near the claim: "14 stops" over "It will call at 12 places"."""
    if not claim.is_plain or claim.measure or claim.noun is None or claim.value < _LEAST_TOLD:
        return None
    if heading.field == "text":
        return None
    first = [s for s in heading.story.figures if s.start >= heading.story.lead][:3]
    lead = [f for s in first for f in s.figures if f.is_plain and not f.measure and f.noun is not None]
    near = [f for f in lead if 1 / _NEAR < f.value / claim.value < _NEAR and f.quantity.hedge is None]
    same_sort = [f for f in near if is_person(f.lemma or "") == is_person(claim.lemma or "")]
    return near[0] if len({f.value for f in near}) == 1 and same_sort else None


def _is_margin(figure: Figure, text: str) -> bool:
    """True for what something is won or moved by: "by two seconds"."""
    return re.search(r"\b[Bb]y (?:just |only |a mere )?$", text[max(0, figure.start - 16) : figure.start]) is not None


def _counts_the_same(claim: Figure, other: Figure, lead: int) -> bool:
    if claim.measure or other.measure:
        return claim.measure == other.measure
    above, there = grammar.governor(claim.token), grammar.governor(other.noun or other.token)
    if claim.lemma is None and above is not None and there is not None and above.pos_ == "VERB":
        return above.lemma_ == there.lemma_ and other.start < lead + _LEAD / 2
    if claim.lemma is None or other.lemma is None or claim.lemma in _NOT_TELLING:
        bare = claim.lemma is other.lemma is None and min(claim.value, other.value) >= _LEAST_BARE
        slip = bare and claim.value.is_integer() and _one_slip(claim.value, other.value)
        return slip or (claim.value >= _SWAPPED and _is_reordered(claim.value, other.value))
    if claim.value >= _LEAST_BARE and (_names(claim, other) or _names(other, claim)):
        return other.start < lead + _LEAD / 2
    return claim.lemma == other.lemma or (claim.lemma in ("people", "man", "woman") and is_person(other.lemma))


def _names(figure: Figure, other: Figure) -> bool:
    """True when what one figure counts is named after what the other counts: patient files and patients."""
    noun = figure.noun
    return noun is not None and any(
        c.lemma_.lower() == other.lemma and c.i < noun.i for c in noun.children if c.dep_ in ("compound", "nmod")
    )


def _one_slip(one: float, other: float) -> bool:
    """True when two numbers have the same digits but one, or the same digits in another order."""
    a, b = (f"{value:.10g}".rstrip("0").rstrip(".") for value in (one, other))
    differing = sum(x != y for x, y in zip(a, b, strict=False))
    return len(a) == len(b) and len(a) >= 2 and (differing == 1 or (differing == 2 and sorted(a) == sorted(b)))
