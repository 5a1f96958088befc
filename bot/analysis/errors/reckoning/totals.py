"""Totals against the figures that they are said to sum up."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.mismatch import Mismatch, comes_out, mismatch, same_kind, shown
from bot.analysis.errors.taken_up import is_slip

_HEDGE = r"(?:about |almost |nearly |roughly |some |around |more than |over |just |only |up to |at least |exactly )?"
_TOTAL_BEFORE = re.compile(
    r"(?<!his )(?<!her )(?<!its )(?<!their )(?<!’s )(?<!'s )\b(?:total|sum|tally|haul|combined"
    r"|overall)(?: (?!and\b|but\b)[\w’'-]+){0,3}? "
    rf"(?:to|of|at|is|was|were|reach(?:es|ed)|makes?|made|stands at|comes? to|came to) {_HEDGE}$"
    rf"|\b(?:total|sum|altogether|together|in all)(?:l?ing|,|:)? (?:they (?:make|made|come to|came to) )?{_HEDGE}$"
    rf"|, an? (?:[a-z]+ )?(?:bill|debt|outlay|payout|package|burden|fine|cost|spend|haul) of {_HEDGE}$"
    rf"|^(?:Together|Combined|Between them|In all|Altogether|All told|In total),? [^,;]{{0,40}}?{_HEDGE}$"
)
_TOTAL_AFTER = re.compile(
    r"^(?: (?!and\b|but\b|from\b|to\b|,)[\w’'-]+){0,3}? (?:in all|in total|altogether|all told"
    r"|combined|between them|overall)\b"
)
_SOME_OF = re.compile(
    r"\b(?:half|third|quarter|fifth|part|most|per cent|percent|%) (?:of )?"
    r"(?:the|that|this|its|their) (?:sum|total|bill)\b[^;]{0,12}$"
)
_CLOSING = re.compile(
    rf"\b(?:for|making|giving|bringing|taking)(?: a| the| it)? (?:[a-z]+ )?total(?: [a-z]+)? (?:of|to) {_HEDGE}$"
)
_PRICED = re.compile(r"\b(?:each|apiece|at|per|times)\b")
NOT_ADDENDS = re.compile(
    r"\b(?:than|since|compared|out of|previous\w*|earlier|part of|share of|towards?|budget|target)\b"
)
_NO_ADDEND = re.compile(
    rf"\b(?:from|than|of the|of its|of their|up to|(?<!sentenced )(?<!jailed )to|against) {_HEDGE}$"
)
_JOINED = re.compile(r",|;|\bin addition\b|\bon top of\b|\band\b|\bplus\b|\bwhile\b|\bwith\b|\bas well as\b")
AND = re.compile(r"(?:,| and| plus|;|,? with| while)\s(?:[\w’'-]+ ){0,2}$")


def totals(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "12 men and 15 women, a total of 30"; "The first cost 4 million and the second 5 million. In all …"."""
    for figure in sentence.figures:
        before, after = sentence.before(figure), sentence.after(figure)
        cue = _TOTAL_BEFORE.search(before)
        if figure.quantity.unit in ("%", "points") or not (cue or _TOTAL_AFTER.search(after)):
            continue
        kin = comparable if _CLOSING.search(before) or _closes_a_list(sentence, figure) else same_kind
        parts = [f for f in sentence.figures if f.end < figure.start and kin(f, figure)]
        if _SOME_OF.search(before):
            continue
        if any(_NO_ADDEND.search(sentence.before(f)[-24:]) for f in parts) or _is_apart(sentence, figure, parts):
            continue
        if previous is not None and not parts and len(sentence.figures) == 1:
            parts = [f for f in previous.figures if same_kind(f, figure)]
            words = "" if any(_OF_GROUP.search(previous.before(f)) for f in parts) else previous.text
        elif any(_REMAINING.search(sentence.before(f)) for f in parts):
            parts, words = _with_rest(sentence, previous, parts), before
        else:
            words = before[parts[0].start - sentence.start :] if parts else ""
        if not 2 <= len(parts) <= 6 or NOT_ADDENDS.search(words) or not _JOINED.search(words):
            continue
        if _OTHERWISE.search(words):
            continue
        if any(f.quantity.hedge for f in (*parts, figure)) and close(sum(f.value for f in parts), figure.value, 0.08):
            continue
        values = [f.value for f in parts]
        behind = parts[-1].start < sentence.start
        if behind and figure.value > sum(values) and not _is_near_miss(values, figure.value):
            continue  # more of the parts may stand further up
        if (
            figure.value not in values
            and not (len(values) == 2 and close(abs(values[0] - values[1]), figure.value, 0.011))
            and not comes_out(figure.value, values, 0.011)
            and 2 * max(values) != sum(values)
            and not _others_explain(sentence, figure, parts)
        ):
            inside = [f for f in parts if f.start >= sentence.start]
            yield mismatch([*inside, figure], f"{' and '.join(map(shown, values))} make {shown(sum(values))}")


_BESIDE = re.compile(rf"\b(?:against|compared (?:with|to)|than|up (?:on|from)|down (?:on|from)) {_HEDGE}$")
"""Before the total of another time or place: "212 on one cliff and 180 on the other, against 340 in all in 2019"."""

_SINCE = re.compile(
    r"^(?: [a-z]+){0,2}? (?:in all|in total|altogether|overall)"
    r" (?:(?:since|from) (?:19|20)\d\d|(?:over|in) (?:the|its) (?:decade|century|history|past|last))\b"
)
"""Behind the total of a stretch of which the parts tell some: "40 in 2019, 61 in 2022 and 300 in all since 1990"."""

_AN_ITEM = re.compile(r", an? (?:[a-z]+ )?(?:bill|debt|outlay|payout|fine|cost|spend) of [a-z ]*$")
"""Before what may itself be an item of a list: "£3,400 in compensation, a fine of £800 and costs of £860"."""


def _is_apart(sentence: Sentence, total: Figure, parts: list[Figure]) -> bool:
    """True for a total of more than the parts, of something else, or that may be a part itself."""
    before, after = sentence.before(total), sentence.after(total)
    if FROM_A_LARGER.search(before) or _BESIDE.search(before):
        return True
    if _SINCE.match(after) and total.value > sum(f.value for f in parts):
        return True
    return (
        _AN_ITEM.search(before) is not None
        and any(f.start > total.end and f.quantity.unit == total.quantity.unit for f in sentence.figures)
        and any(f.value >= total.value for f in parts)
    )


def _is_near_miss(values: list[float], total: float) -> bool:
    """True when one slip, in the total or in one of its parts, is all that is wrong."""
    lacking = total - sum(values)
    return is_slip(sum(values), total) or any(is_slip(value, value + lacking) for value in values)


_OTHERWISE = re.compile(
    r"(?:,|—|–|\() ?or (?:about |some |roughly |nearly )?(?:[$£€¥] ?)?\d|\ban? (?:month|week|year|day|head)\b,? or "
)
"""What tells the same sum again, in other terms: "12,500 rand a month, or 175,000 rand"."""

_REMAINING = re.compile(r"\b(?:remaining|rest,|remainder,|balance,) $")


_OF_GROUP = re.compile(r"\bof (?:the|its|their|his|her|our|all)? ?$")
"""Before a group that the sentence counts some of: "won three of their four home games"."""


def _with_rest(sentence: Sentence, previous: Sentence | None, parts: list[Figure]) -> list[Figure]:
    """A rest with what the sentence before tells of, less who shares it: "Four lists took the remaining 4,210"."""
    rest = next(f for f in parts if _REMAINING.search(sentence.before(f)))
    alike = [f for f in parts if f is rest or f.lemma in (None, rest.lemma)]
    if len(alike) == 1 and previous is not None:
        alike = [*(f for f in previous.figures if same_kind(f, rest) and not f.measure_of_time), rest]
    return alike if len(alike) > 2 or alike[0].start >= sentence.start else []


def _closes_a_list(sentence: Sentence, total: Figure) -> bool:
    """True for "14 rifles, nine pistols and three shotguns, 26 weapons in all": a list of things each with its noun."""
    ahead = [f for f in sentence.figures if f.end < total.start]
    apart = sentence.before(total).endswith(", ") and _TOTAL_AFTER.search(sentence.after(total)) is not None
    named = all(f.lemma is not None and not f.measure for f in ahead)
    return apart and named and all(AND.search(sentence.between(a, b)) for a, b in pairwise(ahead))


FROM_A_LARGER = re.compile(r"\b(?:from|out of|in|against) (?:a|the|its|their) [^.;,]{0,20}$")
"""Before a total of which the parts are only some: "£80 and £40 from a total fund of £250"."""


def _others_explain(sentence: Sentence, total: Figure, parts: list[Figure]) -> bool:
    """True when figures of another kind multiply the parts ("two at 4 million and one at 5 million").

    Or where one before is their total already: "52 staff, 31 here and 21 there, and 13 lorries in all".
    """
    others = [f for f in sentence.figures if f not in parts and f is not total and f.end < total.start]
    if any(f.end < parts[0].start and f.value == sum(part.value for part in parts) for f in others):
        return True
    return bool(others) and _PRICED.search(sentence.text) is not None


_FROM = re.compile(r"\b(?:from|for|by|gave|contributed|provided|comes?|came|paid|put in|donated|pledged|will pay)\b")


def sums_of_money(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "It cost £12m. The council gave £7m, the lottery £4m and donors £3m": parts that exceed the one sum before."""
    if previous is None:
        return
    whole = [f for f in previous.figures if f.quantity.kind == "money"]
    parts = [f for f in sentence.figures if f.quantity.kind == "money"]
    if len(whole) != 1 or len(parts) < 2 or any(not same_kind(f, whole[0]) or f.value >= whole[0].value for f in parts):
        return
    total = sum(f.value for f in parts)
    listed = all(
        AND.search(sentence.between(a, b)) or re.search(r"(?:,| and| while) [^,;]{2,40}$", sentence.between(a, b))
        for a, b in pairwise(parts)
    )
    rest = _EXHAUSTIVE.search(sentence.text) is not None
    hedged = any(f.quantity.hedge for f in (*parts, *whole))
    if not listed or hedged or NOT_ADDENDS.search(sentence.text) or not _FROM.search(sentence.text):
        return
    if (whole[0].value * 1.02 < total < 1.6 * whole[0].value) or (
        rest and not close(total, whole[0].value, 0.02) and total < whole[0].value
    ):
        yield mismatch(
            parts, f"{' and '.join(shown(f.value) for f in parts)} make {shown(total)}, not {shown(whole[0].value)}"
        )


_THE_SUM = re.compile(r"^(?:But |And |Now )?[Tt]he(?: combined| total)? $")


def sum_taken_up(sentence: Sentence, previous: Sentence | None) -> Iterator[Mismatch]:
    """ "They raised £18,000 from raffles and £7,500 from a run. The £28,500 will pay for a roof."."""
    if previous is None or not sentence.figures or not _THE_SUM.match(sentence.before(sentence.figures[0])):
        return
    total, parts = sentence.figures[0], [f for f in previous.figures if f.quantity.kind == "money"]
    if total.quantity.kind != "money" or not 2 <= len(parts) <= 4 or any(not comparable(f, total) for f in parts):
        return
    values = [f.value for f in parts]
    listed = all(re.search(r"(?:,| and| plus) (?:[\w’'-]+ ){0,3}$", previous.between(a, b)) for a, b in pairwise(parts))
    near = max(values) < total.value and 0.75 < total.value / sum(values) < 1.33
    if listed and near and not NOT_ADDENDS.search(previous.text) and not comes_out(total.value, values, 0.02):
        yield mismatch([total], f"{' and '.join(map(shown, values))} make {shown(sum(values))}")


_EXHAUSTIVE = re.compile(r"\b(?:the (?:rest|remaining|remainder|balance))\b")
