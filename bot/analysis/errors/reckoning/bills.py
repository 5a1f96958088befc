"""What a price or a rate comes to for so many, or for longer: "$45 every Friday … That is $360 a month"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import prod

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.pieces import is_pair
from bot.language.quantities import number

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PER = (
    rf"^(?: [\w’'-]+){{0,2}}?,? (?:an?|per|each|every) (?:(?P<time>hour|day|night|week|month"
    rf"|year)|(?P<weekday>{_WEEKDAY}))\b"
)
_RATE = re.compile(_PER)
_SPANS: dict[tuple[str, str], tuple[float, float]] = {
    ("hour", "day"): (6, 24),
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "year"): (200, 366),
    ("week", "month"): (4, 5),
    ("week", "year"): (44, 53),
    ("month", "year"): (12, 12),
}
"""How many of the first there are in the second, at least and at most."""
_COMES = re.compile(
    rf"\b(?:[Tt]hat(?:[’']s| is| was| comes to| came to| makes| made| adds up to| works out at"
    rf"| means| amounts to| costs)"
    rf"|[Ii]t (?:comes to|came to|adds up to|works out at|amounts to|makes)|(?:or|making|which is"
    rf"|which makes|, that is)) {HEDGE}$"
)
_OFTEN = re.compile(
    r"\b(?:once|(?P<twice>twice)|(?P<many>three|four|five|six) times) (?:a|every|each|per) (?:week|day|month)\b"
)
_BUSY = re.compile(r"\b(?:from|than|rising|increas\w+|rose|fell|discount|deposit|extra|plus|excluding|instead|up to)\b")
_MOST = 4


def bills(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Sums that a rate or a price just told does not come to."""
    for previous, sentence in pairwise([Sentence("", 0, ()), *sentences]):
        if sentence.figures:
            yield from _longer(previous, sentence)
            yield from _times_over(previous, sentence)
            yield from _pieces(sentence)


def _longer(previous: Sentence, sentence: Sentence) -> Iterator[Mismatch]:
    """ "She pays $45 every Friday for each of her two sons. "That is $360 a month": a rate, for a longer time."""
    for total in sentence.figures:
        per = _RATE.match(sentence.after(total))
        if per is None or per["time"] is None or total.quantity.hedge or not _COMES.search(sentence.before(total)):
            continue
        source = previous if total is sentence.figures[0] else sentence
        told = [f for f in source.figures if source is previous or f.end < total.start]
        rates = [(f, m) for f in told if is_pair(f, total) and (m := _RATE.match(source.after(f)))]
        words = source.text if source is previous else sentence.before(total)
        often = _OFTEN.search(words)
        if not rates and often is not None:  # "40 euros a visit, and she goes twice a week"
            rates = [(f, often) for f in told if is_pair(f, total)]
        if len(rates) != 1 or _BUSY.search(words) or rates[0][0].quantity.hedge:
            continue
        rate, found = rates[0]
        unit = "week" if found is often else found["time"] or "week"
        span = _SPANS.get((unit, per["time"]))
        if span is None or not rate.value or len(told) > _MOST:
            continue
        counts = [f.value for f in told if f is not rate and f.is_plain and f.value > 1]
        if often is not None:
            counts.append(2.0 if often["twice"] else number(often["many"] or "one") or 1.0)
        factors = {prod(some) for n in range(len(counts) + 1) for some in combinations(counts, n)}
        low, high = span
        if not any(0.88 * low * n <= total.value / rate.value <= 1.12 * high * n for n in factors):
            right = rate.value * prod(counts) * low
            if 0.3 < total.value / right < 3:
                yield mismatch([total], f"at {shown(rate.value)} a {unit} it is about {shown(right)} a {per['time']}")


_FOR_SO_MANY = re.compile(
    r"\b[Ff]or an? (?:[a-z]+ )?(?:family|group|party|couple|team|class|household"
    r"|crew) of (?P<n>[a-z]+|\d{1,3})\b[^.;]{0,30}$"
)
_GROUP_PAYS = re.compile(
    r"\b[Aa]n? (?:[a-z]+ )?(?:family|group|party|couple|team|class) of (?P<n>[a-z]+"
    r"|\d{1,3}) (?:would |will |could )?pays? $"
)
_IN_SO_LONG = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or) (?:an?|the) (?P<n>[a-z]+|\d{1,3})-hour (?:shift|day"
    r"|night|period|run)\b[^.;]{0,30}$"
)
_IS = re.compile(
    rf"\b(?:that|it|this|the (?:bill|total|cost|price))(?:[’']s| is| was| comes to| came to| makes"
    rf"| made| means) {HEDGE}$|^[Ff]or an? [^,;]{{0,30}}, {HEDGE}$"
)


_PACKAGE = re.compile(rf"\b(?:it|the (?:cost|price))(?:[’']s| is| was) {HEDGE}$")
"""What a price for several may be that is lower than so many prices for one."""


def _times_over(previous: Sentence, sentence: Sentence) -> Iterator[Mismatch]:
    """ "A ticket costs £12. For a family of five that is £60"; "150 an hour. In an eight-hour shift that is …"."""
    if len(sentence.figures) != 2 or len(previous.figures) != 1:
        return
    many, total, each = *sentence.figures, previous.figures[0]
    before = sentence.before(total)
    told = _FOR_SO_MANY.search(before) or _IN_SO_LONG.search(before)
    pays = _GROUP_PAYS.search(before)
    told = told or pays
    n = number(told["n"]) if told is not None else None
    hourly = _RATE.match(previous.after(each))
    if told is None or n is None or n != many.value or not (pays or _IS.search(before)):
        return
    if (told.re is _IN_SO_LONG) != (hourly is not None and hourly["time"] == "hour") or any(
        f.quantity.hedge for f in (each, total)
    ):
        return
    if _PACKAGE.search(before) and told.re is _FOR_SO_MANY and total.value < n * each.value:
        return
    if (
        is_pair(each, total)
        and 0.4 < n * each.value / total.value < 2.5
        and not close(n * each.value, total.value, 0.02)
    ):
        yield mismatch([many, total], f"{shown(n)} times {shown(each.value)} is {shown(n * each.value)}")


_PIECES = re.compile(r"^ (?:[\w’'-]+ ){0,3}?(?:(?:a|per|each) (?:day|week|month|year) )?(?:at|for) (?:just |only )?$")
_WORTH = re.compile(
    rf"(?<!now )\b(?:worth|valued at|for|raising|making|bringing in|which (?:brings in|raises|makes"
    rf"|is worth)|earning|at a cost of) {HEDGE}$"
)
_AT_EACH = re.compile(r"^\W*At $")
_PRICE = re.compile(r"^,? (?:at|on) (?:the|its|their|a|an) (?:[\w’'-]+ ){0,2}?price of $|^,? at $")


def _pieces(sentence: Sentence) -> Iterator[Mismatch]:
    """ "sold 2 million shares at $15, raising $30 million"; "1,500 shares, worth £18,000 at a price of £12"."""
    if len(sentence.figures) != 3 or any(f.quantity.hedge for f in sentence.figures):
        return
    many, one, two = sentence.figures
    if _AT_EACH.search(sentence.before(many)):  # "At $12 each, the 250 tickets brought in $3,000"
        many, one = one, many
    if not many.is_plain or many.lemma is None or many.measure or not one.quantity.kind == two.quantity.kind == "money":
        return
    if one.start < many.start:
        cost, total = one, two
    elif _WORTH.search(sentence.before(one)) and _PRICE.match(sentence.between(one, two)):
        total, cost = one, two
    elif _PIECES.match(sentence.between(many, one)) and _WORTH.search(sentence.before(two)):
        cost, total = one, two
    else:
        return
    if one.quantity.unit == two.quantity.unit and cost.value < total.value:
        yield from _product(many, cost, total)


def _product(many: Figure, cost: Figure, total: Figure) -> Iterator[Mismatch]:
    made = many.value * cost.value
    if 0.4 < made / total.value < 2.5 and not close(made, total.value, 0.03):
        yield mismatch([many, total], f"{shown(many.value)} times {shown(cost.value)} is {shown(made)}")
