"""Sums, parts, differences and conversions that do not come out."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count
from bot.analysis.errors.figures import close, comparable, sentences
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.reckoning import conversions, parts, ranges, rates, records, totals
from bot.analysis.errors.reckoning.additions import additions
from bot.analysis.errors.reckoning.apart import apart
from bot.analysis.errors.reckoning.at_level import at_level
from bot.analysis.errors.reckoning.ballots import ballots
from bot.analysis.errors.reckoning.bills import bills
from bot.analysis.errors.reckoning.breakdowns import breakdowns
from bot.analysis.errors.reckoning.changes import difference
from bot.analysis.errors.reckoning.clockings import clockings
from bot.analysis.errors.reckoning.hundred import hundred
from bot.analysis.errors.reckoning.ledgers import ledgers
from bot.analysis.errors.reckoning.leftovers import leftovers
from bot.analysis.errors.reckoning.linked import linked
from bot.analysis.errors.reckoning.margins import margins
from bot.analysis.errors.reckoning.minutes import minutes
from bot.analysis.errors.reckoning.mismatch import Relation, shown
from bot.analysis.errors.reckoning.ordinals import ordinals
from bot.analysis.errors.reckoning.pairs import pairs
from bot.analysis.errors.reckoning.partitions import partitions
from bot.analysis.errors.reckoning.priced import priced
from bot.analysis.errors.reckoning.remainders import remainders
from bot.analysis.errors.reckoning.sums import sums
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
    records.records,
    ranges.ranges,
    ranges.odds,
    ranges.for_every,
    difference,
    conversions.units,
)
_NUM = (
    r"(?:[$£€¥] ?)?(?:\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?|[a-z]{1,20}(?:-[a-z]{1,20})?)"
    r"(?: (?:million|billion|thousand|trillion|hundred)| ?(?:bn|m|k)\b)?"
)


@check("number.arithmetic", "Sum that does not come out", severity="critical", confidence=0.75)
def arithmetic(copy: Copy) -> Iterator[Finding]:
    """Recomputes one figure from others of the same or the next sentence, and follows some through the article."""
    yield from sweep(copy, _RELATIONS)
    title = sentences(copy.docs[0])
    together = (
        *partitions(title, copy.figures),
        *additions(title, copy.figures),
        *pairs(title, copy.figures),
        *remainders(title, copy.figures),
        *leftovers(title, copy.figures),
        *ledgers(copy.figures),
        *bills(copy.figures),
        *breakdowns(copy.figures),
        *margins(copy.figures),
        *clockings(copy.figures),
        *apart(copy.figures),
        *minutes(copy.figures),
        *hundred(copy.figures),
        *priced(copy.figures),
        *ordinals(copy.figures),
        *at_level(copy.text, copy.figures),
        *sums(title, copy.figures),
    )
    for found in (
        *conversions.currencies(copy.figures),
        *linked(copy.figures),
        *together,
        *ballots(copy.text, copy.figures),
    ):
        yield Finding(
            copy.span(found.start, found.end),
            f"Possible miscalculation: {found.message}. Check the figures.",
            confidence=found.confidence,
        )
    yield from _shares_each(copy)
    yield from _fates(copy)
    yield from _kinds_of_victims(copy)
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


_ABOARD = re.compile(
    rf"\b({_NUM})(?: other)? (?:people|passengers|crew|men|migrants|pilgrims"
    rf"|tourists)?(?: and crew)? ?(?:were )?(?:on board|aboard)\b"
)
_CARRIED = re.compile(
    rf"\b(?:with|carrying|carried|had) ({_NUM}) (?:passengers|people|tourists|pilgrims)(?:,? and) (?:a crew of ({_NUM})"
    rf"|({_NUM}) (?:members of (?:the |its )?)?crew)\b"
)


def _fates(copy: Copy) -> Iterator[Finding]:
    """The dead, rescued and missing of one vehicle against those on board: of one sentence, or of the article."""
    aboard = [(m, number(_plain(m.group(1)))) for m in find_all(_ABOARD, copy.text)]
    crewed = [(m, [number(group) for group in m.groups() if group]) for m in find_all(_CARRIED, copy.text)]
    aboard += [(m, sum(v for v in both if v)) for m, both in crewed if None not in both]
    totals = {total for _, total in aboard if total}
    if len(totals) != 1:
        return
    total = totals.pop()
    sentence_of: dict[int, dict[str, Count]] = {}
    for count in copy.counts:
        if count.outcome in ("killed", "rescued", "missing"):
            span = copy.body.char_span(count.quantity.start, count.quantity.end, alignment_mode="expand")
            if span is not None:
                sentence_of.setdefault(span.sent.start, {}).setdefault(count.outcome, count)
    told = [fates for fates in sentence_of.values() if len(fates) >= 2] or list(_each_once(sentence_of))
    for fates in told:
        whole = sum(count.value for count in fates.values())
        if whole > total:
            first, last = sorted(fates.values(), key=lambda c: c.quantity.start)[:: len(fates) - 1]
            near = first if first.quantity.end + _ONE_MARK > last.quantity.start else last
            yield Finding(
                copy.span(near.quantity.start, last.quantity.end),
                f"Possible miscalculation: these make {whole:g}, and {total:g} were on board. Check the figures.",
                evidence=(copy.span(*aboard[0][0].span()),),
            )


_ONE_MARK = 200
"""Characters between two figures that are marked as one place; of two further apart the second is marked."""


_OF_THE_DEAD = re.compile(
    rf"\b({_NUM}) of the (dead|victims|injured|wounded|missing|detained|arrested)(?: [a-z]+)? (?:were|was|are)"
    rf" (?:[a-z]+ ){{1,3}}?and ({_NUM}) (?:were |was |are )?[a-z]+"
)
_FATE = {"dead": "killed", "victims": "killed", "injured": "injured", "wounded": "injured", "missing": "missing"}


def _kinds_of_victims(copy: Copy) -> Iterator[Finding]:
    """ "six of the dead were women and four were men" where the article never has more than nine dead."""
    for match in find_all(_OF_THE_DEAD, copy.text):
        outcome = _FATE.get(match.group(2), "arrested")
        known = max((count.value for count in copy.counts if count.outcome == outcome), default=0.0)
        parts = [number(match.group(1)) or 0.0, number(match.group(3)) or 0.0]
        if all(parts) and max(parts) < known < sum(parts):
            yield Finding(
                copy.span(*match.span()),
                f"Possible miscalculation: these make {sum(parts):g}, not {known:g}. Check the figures.",
            )


def _each_once(sentence_of: dict[int, dict[str, Count]]) -> Iterator[dict[str, Count]]:
    """The dead and the rescued of an article that gives one number of each."""
    found: dict[str, dict[float, Count]] = {"killed": {}, "rescued": {}}
    for fates in sentence_of.values():
        for outcome, count in fates.items():
            if outcome in found and count.value > 1:
                found[outcome].setdefault(count.value, count)
    if all(len(counted) == 1 for counted in found.values()):
        yield {outcome: count for outcome, counted in found.items() for count in counted.values()}


_OVER_YEARS = re.compile(
    r"(\d{1,9}(?:\.\d{1,9})?) ?(?:percent|per cent|%)(?: [\w’-]{1,40}){0,4} (?:over|in|across) (?:the next )?(two"
    r"|three) (?:years|stages|steps)"
)
_IN_TURN = re.compile(
    rf"^[:,] ({_NUM})(?: ?(?:percent|per cent|%))? in the first(?: year| step| stage)?,? and ({_NUM})"
    r"(?: ?(?:percent|per cent|%))? in the second\b"
)
_STEP = re.compile(
    r"by (\d+(?:\.\d+)?) ?(?:percent|per cent|%)(?: [\w’-]+){0,5}?,? (?:and|then)(?: by)?(?: a)?(?: further"
    r"| another)? (\d+(?:\.\d+)?) ?(?:percent|per cent|%)"
)


def _yearly_steps(copy: Copy) -> Iterator[Finding]:
    """A rise stated as a whole and again by its steps; compounding is allowed for."""
    wholes = list(find_all(_OVER_YEARS, copy.text))
    for match in wholes:
        turns = _IN_TURN.match(copy.text[match.end() : match.end() + 80])
        made = sum(number(_plain(group)) or 0.0 for group in turns.groups()) if turns is not None else 0.0
        if turns is not None and match.group(2) == "two" and abs(made - float(match.group(1))) > 0.6:
            yield Finding(
                copy.span(match.start(), match.end() + turns.end()),
                f"Possible miscalculation: the steps make {made:g} percent, the whole is given as {match.group(1)}."
                " Check the figures.",
            )
    steps = [m for m in find_all(_STEP, copy.text) if re.search(r"further|another|then", m.group())]
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
