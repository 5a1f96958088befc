"""Sums, parts, differences and conversions that do not come out."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count
from bot.analysis.errors.figures import close, comparable, sentences
from bot.analysis.errors.reckoning import conversions, parts, ranges, rates, totals
from bot.analysis.errors.reckoning.changes import difference
from bot.analysis.errors.reckoning.linked import linked
from bot.analysis.errors.reckoning.mismatch import Relation, shown
from bot.analysis.errors.reckoning.partitions import partitions
from bot.analysis.errors.reckoning.sweep import sweep
from bot.analysis.errors.registry import Finding, check
from bot.language.quantities import number

_RELATIONS: tuple[Relation, ...] = (
    totals.totals,
    parts.parts_of_whole,
    parts.more_than_all,
    totals.sums_of_money,
    totals.sum_taken_up,
    parts.more_than_before,
    rates.rates,
    ranges.ranges,
    ranges.odds,
    difference,
    conversions.units,
)
_NUM = (
    r"(?:[$£€¥] ?)?(?:\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)"
    r"(?: (?:million|billion|thousand|trillion|hundred)| ?(?:bn|m|k)\b)?"
)


@check("number.arithmetic", "Sum that does not come out", severity="critical", confidence=0.75)
def arithmetic(copy: Copy) -> Iterator[Finding]:
    """Recomputes one figure from others of the same or the next sentence, and follows some through the article."""
    yield from sweep(copy, _RELATIONS)
    apart = partitions(sentences(copy.docs[0]), copy.figures)
    for found in (*conversions.currencies(copy.figures), *linked(copy.figures), *apart):
        yield Finding(
            copy.span(found.start, found.end), f"Possible miscalculation: {found.message}. Check the figures."
        )
    yield from _shares_each(copy)
    yield from _votes(copy)
    yield from _fates(copy)
    yield from _yearly_steps(copy)


_EACH = re.compile(
    r"\b[Ee]ach (?P<noun>[a-z]+)\b[^.;]{0,40}$|\b(?P<plural>[a-z]+)s (?:will |would |can |may |must"
    r" )?each\b[^.;]{0,40}$"
)
_MAKING = re.compile(r"\b(?:making|giving|for|or)(?: a total of)? $")


def _shares_each(copy: Copy) -> Iterator[Finding]:
    """ "each state may draw 200 million, making 800 million in all" where the article counts three states."""
    counted = [f for sentence in copy.figures for f in sentence.figures if f.is_plain and f.lemma and f.value > 1]
    for sentence in copy.figures:
        for each, total in zip(sentence.figures, sentence.figures[1:], strict=False):
            match = _EACH.search(sentence.before(each))
            summed = re.match(r"[^.;]{0,20} (?:in all|in total|altogether)\b", sentence.after(total))
            if match is None or summed is None or not _MAKING.search(sentence.before(total)) or not each.value:
                continue
            noun = match.group("noun") or match.group("plural")
            known = {f.value for f in counted if f.lemma == noun}
            times = total.value / each.value
            if comparable(each, total) and known and not any(close(times, value, 0.03) for value in known):
                yield Finding(
                    copy.span(total.start, total.end),
                    f"Possible miscalculation: {shown(total.value)} is {times:.3g} times"
                    f" {shown(each.value)}. Check the figures.",
                )


_BODY = re.compile(rf"\b({_NUM})[- ](?:member|seat|strong|person)\b")
_TALLY = re.compile(
    r"\b(?:(\d{1,3}|[a-z]+(?:-[a-z]+)?) votes? to (\d{1,3}|[a-z]+(?:-[a-z]+)?)\b"
    r"|(?:by|of|was|voted?) (\d{1,3}|[a-z]+)(?: to |[–-])(\d{1,3}|[a-z]+)\b"
    r"|(\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: members?| councillors?)? (?:voted )?(?:for|in favou?r)(?: of"
    r" [a-z ]{3,30})?,? (?:and |with )?"
    r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: voted)? (?:against|opposed))(?:,? (?:and|with) (\d{1,3}"
    r"|[a-z]+)(?: members?)? abst)?"
)
_SEATED = frozenset(
    {"member", "seat", "councillor", "senator", "lawmaker", "deputy", "delegate", "mp", "legislator", "alderman"}
)


def _votes(copy: Copy) -> Iterator[Finding]:
    """More votes than the body has members, when the article states its size."""
    sizes = [number(m.group(1)) or 0.0 for m in _BODY.finditer(copy.text)]
    sizes += [f.value for s in copy.figures for f in s.figures if f.is_plain and f.lemma in _SEATED]
    if not sizes:
        return
    for match in _TALLY.finditer(copy.text):
        cast = [number(group) for group in match.groups() if group]
        total = sum(vote for vote in cast if vote is not None)
        if None not in cast and max(vote or 0.0 for vote in cast) < max(sizes) < total:
            yield Finding(
                copy.span(*match.span()),
                f"Possible miscalculation: these are {total:g} votes, and the text counts"
                f" {max(sizes):g} members. Check the figures.",
            )


_ABOARD = re.compile(
    rf"\b({_NUM})(?: other)? (?:people|passengers|crew|men|migrants|pilgrims"
    rf"|tourists)?(?: and crew)? ?(?:were )?(?:on board|aboard)\b"
)


def _fates(copy: Copy) -> Iterator[Finding]:
    """The dead, rescued and missing of one vehicle against those on board."""
    if "board" not in copy.text:
        return
    aboard = [m for m in _ABOARD.finditer(copy.text) if number(_plain(m.group(1)))]
    totals = {number(_plain(m.group(1))) for m in aboard}
    if len(totals) != 1:
        return
    total = totals.pop() or 0.0
    sentence_of: dict[int, dict[str, Count]] = {}
    for count in copy.counts:
        if count.outcome in ("killed", "rescued", "missing"):
            span = copy.body.char_span(count.quantity.start, count.quantity.end, alignment_mode="expand")
            if span is not None:
                sentence_of.setdefault(span.sent.start, {}).setdefault(count.outcome, count)
    for fates in sentence_of.values():
        whole = sum(count.value for count in fates.values())
        if len(fates) >= 2 and whole > total:
            first, last = sorted(fates.values(), key=lambda c: c.quantity.start)[:: len(fates) - 1]
            yield Finding(
                copy.span(first.quantity.start, last.quantity.end),
                f"Possible miscalculation: these make {whole:g}, and {total:g} were on board. Check the figures.",
                evidence=(copy.span(*aboard[0].span()),),
            )


_OVER_YEARS = re.compile(
    r"(\d{1,9}(?:\.\d{1,9})?) ?(?:percent|per cent|%)(?: [\w’-]{1,40}){0,4} (?:over|in|across) (?:the next )?(two"
    r"|three) (?:years|stages|steps)"
)
_STEP = re.compile(
    r"by (\d+(?:\.\d+)?) ?(?:percent|per cent|%)(?: [\w’-]+){0,5}?,? (?:and|then)(?: by)?(?: a)?(?: further"
    r"| another)? (\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)


def _yearly_steps(copy: Copy) -> Iterator[Finding]:
    """A rise stated as a whole and again by its steps; compounding is allowed for."""
    wholes = list(_OVER_YEARS.finditer(copy.text))
    steps = [m for m in _STEP.finditer(copy.text) if re.search(r"further|another|then", m.group())]
    if len(wholes) != 1 or len(steps) != 1 or wholes[0].group(2) != "two":
        return
    whole, (one, two) = float(wholes[0].group(1)), (float(g) for g in steps[0].groups())
    if min(abs(one + two - whole), abs(((1 + one / 100) * (1 + two / 100) - 1) * 100 - whole)) > 0.6:
        yield Finding(
            copy.span(*steps[0].span()),
            f"Possible miscalculation: the steps make {one + two:g} percent, the whole is given as {whole:g}. "
            f"Check the figures.",
            evidence=(copy.span(*wholes[0].span()),),
        )


def _plain(text: str) -> str:
    return text.strip().lstrip("$£€¥ ")
