"""What figures of one sentence come to: averages of a list, prices and rates for each of so many."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown


def is_pair(one: Figure, other: Figure) -> bool:
    """True for two figures of one thing or of one money."""
    if one.quantity.kind == "money" and other.is_plain:
        return other.noun is None and other.measure is None  # "cost 1.20 euros in January and 1.50 now"
    return comparable(one, other) and (not one.is_plain or None in (one.lemma, other.lemma) or one.lemma == other.lemma)


_AVERAGE = re.compile(rf"\b(?:average|mean) (?:[a-z]+ )?(?:of|was|is) {HEDGE}$|\baveraging {HEDGE}$")
_LISTED = re.compile(r"(?:,|,? and) $")


def average(sentence: Sentence) -> Iterator[Mismatch]:
    """ "scores of 12, 75, 31, 104 and 18 …, an average of 56"."""
    for figure in sentence.figures:
        if not _AVERAGE.search(sentence.before(figure)):
            continue
        listed = longest_list([f for f in sentence.figures if f.end < figure.start], sentence, _LISTED)
        if len(listed) >= 3 and not any(f.quantity.hedge for f in listed):
            mean = sum(f.value for f in listed) / len(listed)
            if abs(mean - figure.value) > max(0.51, 0.02 * mean):
                yield mismatch([*listed, figure], f"the average of these is {shown(round(mean, 1))}")


def longest_list(figures: Sequence[Figure], sentence: Sentence, joint: re.Pattern[str]) -> list[Figure]:
    """The longest run of figures that follow one another as a list."""
    best: list[Figure] = []
    run: list[Figure] = []
    for figure in figures:
        joined = bool(run) and joint.fullmatch(sentence.between(run[-1], figure)) and comparable(run[-1], figure)
        run = [*run, figure] if joined else [figure]
        best = max(best, run, key=len)
    return best


_EACH = re.compile(
    r"^(?: [\w’'-]+){0,2}?,? (?:each|apiece|for each(?: one)?(?: of the)?|for every|per|a|an) ?(?P<noun>[a-z]+)?",
    re.IGNORECASE,
)
_EACH_WORD = re.compile(r"^(?: [\w’'-]+){0,2}?,? (?:each\b|apiece\b|for each\b|for every\b)")
_FOR_EACH = re.compile(r"\bfor (?:each|every) (?:of the )?[a-z]+$")
"""Behind a count, it says itself whom to look for: "300 rolls, one for each runner, and ran out at two"."""
_RATIO = re.compile(
    r"^ [\w’'-]+ (?:for|to|in) (?:each|every) (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""What is no price: "one engine for every seven firemen"."""
_EACH_OF = re.compile(r"\b[Ee]ach of (?:the|its|their|his|her|our|these|those) $")
_IN_ALL = re.compile(r"^(?: [\w’'-]+)? (?:in all|in total|altogether|all told|overall)\b")
_MAKING = re.compile(rf"\b(?:total(?:ling)?(?: cost)?(?: of)?|making|costing|cost of) {HEDGE}$")


def each_of(sentence: Sentence) -> Iterator[Mismatch]:
    """ "Each of the 15 villages will be given €20,000, €500,000 in all"."""
    many = next((f for f in sentence.figures if f.is_plain and _EACH_OF.search(sentence.before(f))), None)
    if many is None:
        return
    sums = [f for f in sentence.figures if f.start > many.start and not f.measure_of_time]
    if len(sums) == 2 and is_pair(*sums) and sums[0].value < sums[1].value:
        total = sums[1]
        summed = _IN_ALL.match(sentence.after(total)) or _MAKING.search(sentence.before(total))
        if summed and not close(many.value * sums[0].value, total.value, 0.04):
            right = shown(many.value * sums[0].value)
            yield mismatch([many, total], f"{shown(many.value)} times {shown(sums[0].value)} is {right}")


_GETS = re.compile(
    r"\b[Ee]ach (?:of (?:the|these|those) )?(?P<noun>[a-z]+) "
    r"(?:(?:is|are|was|were) to |will |would |is being |has been |was )?(?:be )?"
    rf"(?:paid|given|awarded|offered|get|gets|got|receive[sd]?|pays?|costs?|contribute[sd]?|earn(?:s|ed)?) {HEDGE}$"
)


def each_gets(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "to pay £18.5m to 412 families. … Each family is to receive £54,000": what each of a group gets of a whole."""
    for share in sentence.figures:
        cue = _GETS.search(sentence.before(share))
        if cue is None or share.quantity.kind != "money":
            continue
        told = [f for s in (*before, sentence) for f in s.figures if f.start < share.start]
        many = {f.value: f for f in told if f.is_plain and f.value > 1 and (f.lemma or "-").startswith(cue["noun"])}
        wholes = {
            f.value: f for f in told if is_pair(f, share) and f.quantity.kind == "money" and f.value > share.value
        }
        if (
            len(many) != 1
            or len(wholes) != 1
            or any(f.quantity.hedge for f in (share, *many.values(), *wholes.values()))
        ):
            continue
        (count, group), (whole, total) = *many.items(), *wholes.items()
        if 0.5 < count * share.value / whole < 2 and not close(count * share.value, whole, 0.02):
            at = [group, total] if sentence.start > group.start else [share]
            yield mismatch(
                at, f"{shown(count)} times {shown(share.value)} is {shown(count * share.value)}, not {shown(whole)}"
            )


_AT = re.compile(rf"\b(?:at|for|of|costing|cost|costs|sold for|paid|pays?|paying) {HEDGE}$")
_APIECE = re.compile(
    r"^(?: [\w’'-]+)? (?:each|apiece|a (?:head|ticket|piece|bottle|copy|seat|night|month|week|year|day|person))\b"
)
_BRINGS = re.compile(
    rf"\b(?:raising|raised|making|made|bringing in|earning|earned|total(?:ling)?(?: of)?|worth|bill of|comes to"
    rf"|came to|took|taking|or) {HEDGE}$"
)


def price(sentence: Sentence) -> Iterator[Mismatch]:
    """ "sold 300 tickets at £12 each, raising £4,600": pieces, their price and what they come to."""
    figures = sentence.figures
    if len(figures) != 3 or any(f.quantity.hedge for f in figures):
        return
    many, cost, total = figures
    priced = many.is_plain and cost.quantity.kind == "money" and is_pair(cost, total) and total.value > cost.value
    if not priced or not _AT.search(sentence.before(cost)) or not _APIECE.match(sentence.after(cost)):
        return
    summed = _BRINGS.search(sentence.before(total)) or _IN_ALL.match(sentence.after(total))
    if summed and not close(many.value * cost.value, total.value, 0.03):
        yield mismatch(
            [many, total], f"{shown(many.value)} times {shown(cost.value)} is {shown(many.value * cost.value)}"
        )


_OR = re.compile(rf"(?:, or|, that is|,| or|:) {HEDGE}$")
_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "year"})


def each(sentence: Sentence) -> Iterator[Mismatch]:
    """ "$720,000 over two years, or $650 for each of the 1,800 students"; "36 tonnes from 12 hectares, five each"."""
    for rate in sentence.figures:
        cue = _EACH.match(sentence.after(rate))
        if (
            cue is None
            or _RATIO.match(sentence.after(rate))
            or not _OR.search(sentence.before(rate))
            or rate.quantity.kind == "percent"
            or rate.value <= 0
        ):
            continue
        noun, exact = (cue["noun"] or "").rstrip("s"), _EACH_WORD.match(sentence.after(rate)) is not None
        totals = [f for f in sentence.figures if f.start < rate.start and is_pair(f, rate) and f.value > rate.value]
        many = [f for f in sentence.figures if f not in (rate, *totals) and f.is_plain and f.value > 1]
        counted = [
            f
            for f in many
            if noun
            in (
                f.lemma,
                f.measure,
                (f.lemma or "").rstrip("s"),
                f.noun.lower_.rstrip("s") if f.noun is not None else None,
            )
        ]
        if not exact and not counted:
            continue
        if exact and not (rate.is_plain and _FOR_EACH.search(cue.group())):
            counted = [f for f in many if not f.measure_of_time]
        if noun in _TIMES or not totals or not counted or len(totals) > 1:
            continue
        total = totals[-1]
        if not any(close(rate.value * f.value, total.value, 0.04) for f in many):
            right = total.value / counted[-1].value
            yield mismatch(
                [total, rate], f"{shown(total.value)} over {shown(counted[-1].value)} is {shown(round(right, 2))}"
            )
