"""What so many at so much come to, told over two sentences: "a voucher worth S$300. … will cost the line S$963,000"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.taken_up import is_slip

_BEHIND = 2
"""Sentences before a sum in which the price and the number are looked for."""

_EACH_BEFORE = re.compile(
    r"\b(?:[Ee](?:ach|very)|worth|costs?|charg\w+"
    r"|fares?|prices?|fees?|tickets?|fines?|bonus|grants?|at|pay\w*|paid|gets?|receiv\w+|carr\w+)\b"
    r"[^.;]{0,30}$"
)
_EACH_AFTER = re.compile(r"^(?: [\w’'-]+){0,2}? (?:each|apiece|per|an?|every|for each)\b")
_SUM = re.compile(
    r"\b(?:cost\w*|total\w*|comes? to|came to|in all|brings?|brought|bringing|rais\w+|mak\w+|made|earn\w*"
    r"|altogether|paying|paid|owes?|took"
    r"|takes? in|collect\w*|amounts? to|or|spen[dt]\w*|worth|adds? up to|and)\b[^.;]{0,40}$"
)
_SUM_AFTER = re.compile(r"^(?: [\w’'-]+){0,2}? (?:in all|in total|altogether|all told|of)\b")


def priced(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Sums that miss by one slip what a number and a price just told make, and that nothing else makes."""
    for at, sentence in enumerate(sentences):
        for total in sentence.figures:
            if (
                total.quantity.kind == "percent"
                or total.quantity.hedge
                or total.measure_of_time
                or total.value < _LEAST
            ):
                continue
            told = _SUM.search(sentence.before(total)) or _SUM_AFTER.match(sentence.after(total))
            if not told:
                continue
            near = [
                (s, f) for s in sentences[max(0, at - _BEHIND) : at + 1] for f in s.figures if f.start < total.start
            ]
            yield from _product(total, near[-_MOST:])


_LEAST = 100
_MOST = 8
"""Figures before a sum that may make it."""


def _product(total: Figure, near: Sequence[tuple[Sentence, Figure]]) -> Iterator[Mismatch]:
    values = [f.value for _, f in near]
    made = {a * b for a, b in combinations(values, 2)} | {a + b for a, b in combinations(values, 2)} | {sum(values)}
    made |= {a + b for a, b in combinations({a * b for a, b in combinations(values, 2)}, 2)}
    if total.value in made or total.value in values:
        return
    missed = [
        (count, price) for s, price in near if _is_each(s, price, total)
        for _, count in near if _is_count(count, price) and is_slip(round(count.value * price.value, 6), total.value)
    ]  # fmt: skip
    if len(missed) == 1:
        ((count, price),) = missed
        yield mismatch(
            [total], f"{shown(count.value)} times {shown(price.value)} is {shown(count.value * price.value)}"
        )


def _is_each(sentence: Sentence, price: Figure, total: Figure) -> bool:
    """True for what one of many costs, holds or gets, in the unit of the sum."""
    if price.quantity.kind == "percent" or price.quantity.hedge or price.value >= total.value or price.value <= 1:
        return False
    a, b = price.quantity, total.quantity
    alike = (a.kind, a.unit) == (b.kind, b.unit) and (
        a.kind == "money" or (price.measure or price.lemma) == (total.measure or total.lemma)
    )
    if not alike or (a.kind == "number" and price.measure is None and price.lemma is None):
        return False
    return bool(_EACH_AFTER.match(sentence.after(price)) or _EACH_BEFORE.search(sentence.before(price)))


def _is_count(count: Figure, price: Figure) -> bool:
    return count is not price and count.is_plain and count.value > 2 and not count.quantity.hedge
