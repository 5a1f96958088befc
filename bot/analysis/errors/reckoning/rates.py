"""Prices times pieces, rates times periods, averages."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.reckoning.parts import REST_FIGURE

_EACH = re.compile(
    r"^(?: (?!and\b|or\b|to\b|from\b)[\w’'-]+){0,2}?,? (?:each\b(?! [a-z]+ing\b)|apiece\b"
    r"|(?:per|an?|every) (?:(?P<time>year|month|week|day|night|hour)"
    r"|(?!average|total|further|extra)(?P<noun>[a-z]+))\b)"
)
_PIECES = frozenset(
    {
        "person",
        "head",
        "piece",
        "pupil",
        "household",
        "unit",
        "share",
        "ticket",
        "home",
        "hectare",
        "tonne",
        "passenger",
    }
    | {"vehicle", "employee", "worker", "member", "family"}
)
_IN_A_YEAR = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 365.0}
_EACH_BEFORE = re.compile(
    r"\b(?:each|every one)\b[^,;]{0,40}$|(?<!above the )(?<!below the )(?<!than the )\b(?:average"
    r"|mean)(?: [\w’'-]+){0,3} of (?:about |almost )?$|\baveraging $"
)
_AVERAGE_AFTER = re.compile(r"^(?: [\w’'-]+){0,2}? (?:on average|per \w+ on average)\b")
_TOTAL = re.compile(
    r"\b(?:total|in all|altogether|all told|combined|overall|bill|sum|worth|costs?|costing|raised?"
    r"|spent|spend|paid|pay|payout|value[ds]?|shared?|split|divided|equally|average)\b"
)
_CHANGING = re.compile(
    r"\b(?:from|than|compared|rising|increas\w+|up to|rose|fell|cut|down|previous\w*|earlier|instead"
    r"|extra|plus|excluding|before tax"
    r"|deposit|fee|minimum|maximum|fine[ds]?|profits?|interest|wages?|salar\w+)\b"
)


_OF_EACH = re.compile(r" [\w’'-]+ of ")
"""Between a count and what each of them is: "an average of 91.4 and six breaks of 100"."""


def rates(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "12 buses at 2 million each, 30 million in all"; "36 million over three years, or 10 million a year"."""
    yield from _two_rates(sentence)
    if previous is not None:
        yield from _rate_before(sentence, previous)
    figures = sentence.figures
    if len(figures) != 3 or _CHANGING.search(sentence.text) or ";" in sentence.between(figures[0], figures[-1]):
        return
    each = next((f for f in figures if _is_rate(sentence, f)), None)
    if each is None or each.quantity.kind == "percent":
        return
    read = _many_and_total([f for f in figures if f is not each], each)
    if read is None or not _is_what_comes(sentence, each, *read) or REST_FIGURE.search(sentence.before(read[0])):
        return  # "must pay £400m, and the other two £130m each"
    many, total = read
    every = _EACH.match(sentence.after(each))
    time, noun = (every.group("time"), every.group("noun")) if every is not None else (None, None)
    bare = many.lemma is None and not many.measure and _EACH_BEFORE.search(sentence.before(each))
    if bare or _OF_EACH.fullmatch(sentence.between(many, total)) or (time is not None and many.measure != time):
        return  # "scored 112 in four games, an average of 28, and conceded 84"
    if noun is not None and noun not in _PIECES and noun != many.lemma:
        return
    if not (time or (noun and noun == many.lemma)) and not _TOTAL.search(sentence.text):
        return
    hedged = any(f.quantity.hedge for f in figures)
    if not close(each.value * many.value, total.value, 0.12 if hedged or "average" in sentence.text else 0.04):
        yield mismatch(figures, f"{shown(many.value)} times {shown(each.value)} is {shown(many.value * each.value)}")


_REACHES = re.compile(
    rf"\b(?:total(?: bill| cost)?|bill|costs?|sum|loss(?:es)?|it|that|this|they)\b[^.;]{{0,30}}\b(?:reach|cost"
    rf"|come to|came to|comes to|total(?:led)?|amount(?:s|ed)? to|mean|make|made|be|is|was|pay|save|lose) {HEDGE}$"
)


def _rate_before(sentence: Sentence, previous: Sentence) -> Iterator[Mismatch]:
    """ "It costs £2m a week. If it lasts four weeks, the bill will reach £9m": a rate and what comes of it."""
    if len(sentence.figures) != 2 or _CHANGING.search(sentence.text):
        return
    many, total = sentence.figures
    timed = [(f, m["time"]) for f in previous.figures if (m := _EACH.match(previous.after(f))) and m["time"]]
    if not many.measure_of_time or total.quantity.kind != "money" or not _REACHES.search(sentence.before(total)):
        return
    if len(timed) == 1 and timed[0][1] == many.measure and timed[0][0].quantity.unit == total.quantity.unit:
        each = timed[0][0]
        hedged = any(f.quantity.hedge for f in (each, many, total))
        right = each.value * many.value
        if each.value < total.value and not close(right, total.value, 0.12 if hedged else 0.04):
            yield mismatch([many, total], f"{shown(many.value)} times {shown(each.value)} is {shown(right)}")


def _is_what_comes(sentence: Sentence, each: Figure, many: Figure, total: Figure) -> bool:
    """False for a total of something else ("in 36 of the schools, four fewer days a year over two years")."""
    if not (many.measure_of_time and each.is_plain):
        return True
    return each.lemma in (None, total.lemma, many.lemma) or (
        total.lemma is None and not sentence.after(total).startswith(" of ")
    )


def _many_and_total(others: list[Figure], each: Figure) -> tuple[Figure, Figure] | None:
    """Of two figures beside a rate, how many there are and what they come to."""
    if each.is_plain:
        many, total = sorted(others, key=lambda f: f.value)
        plain = all(f.is_plain for f in others)
        fits = plain and total.value >= each.value and (not total.measure or each.measure in (None, total.measure))
    else:
        counts, totals = [f for f in others if f.is_plain], [f for f in others if f.quantity.unit == each.quantity.unit]
        if len(totals) != 1 or len(counts) != 1:
            return None
        many, total = counts[0], totals[0]
        fits = total.value >= each.value
    return (many, total) if fits and many.value > 1 and many.value == int(many.value) else None


def _two_rates(sentence: Sentence) -> Iterator[Mismatch]:
    """ "50 euros a month, 800 euros a year"."""
    for one, two in pairwise(sentence.figures):
        times = [m.group("time") if (m := _EACH.match(sentence.after(f))) else None for f in (one, two)]
        between = sentence.between(one, two)
        if None in times or times[0] == times[1] or one.quantity.unit != two.quantity.unit or one.quantity.unit == "%":
            continue
        if (
            "hour" in times
            or "night" in times
            or not re.search(r"(?:,|, or| or| \(|, that is) (?:about |some )?$", between)
        ):
            continue
        a, b = (f.value * _IN_A_YEAR[time or "year"] for f, time in zip((one, two), times, strict=True))
        if abs(a - b) > 0.15 * max(a, b) and not re.search(
            r"\b(?:up to|at most|maximum|plus|then)\b|\bat most\b", sentence.text
        ):
            factor = _IN_A_YEAR[times[0] or "year"] / _IN_A_YEAR[times[1] or "year"]
            yield mismatch([one, two], f"{shown(one.value)} a {times[0]} is {shown(one.value * factor)} a {times[1]}")


def _is_rate(sentence: Sentence, figure: Figure) -> bool:
    after = sentence.after(figure)
    return bool(_EACH.match(after) or _EACH_BEFORE.search(sentence.before(figure)) or _AVERAGE_AFTER.match(after))
