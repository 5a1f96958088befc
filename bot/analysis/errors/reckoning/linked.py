"""Figures against others that stand sentences away: what the words around a figure say that it comes from.

A figure with such a cue ("the increase of", "an average of", "or 64 nurses", "the other 29") is recomputed from every
choice of figures that the cue allows nearby. It is questioned when there are such figures and none of them gives it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.changes import HEDGE, than_then
from bot.analysis.errors.reckoning.crossing import OF_THEM
from bot.analysis.errors.reckoning.mismatch import TOGETHER, Mismatch, is_further, mismatch, same_kind, shown
from bot.analysis.errors.reckoning.no_sides import have_no_side
from bot.analysis.errors.reckoning.pieces import average, each, each_gets, each_of, is_pair, longest_list, price
from bot.analysis.errors.reckoning.results import is_result
from bot.analysis.errors.reckoning.totals import FROM_A_LARGER
from bot.analysis.errors.reckoning.wholes import OUT_OF, opposites, rest, share_of_sum, share_of_whole
from bot.analysis.errors.taken_up import is_slip
from bot.language import grammar

_BEHIND, _AHEAD = 3, 2
"""Sentences around a figure in which those that it comes from are looked for."""

_FAR = 30
"""Sentences around a share in which its whole is looked for."""

_LONGEST = 20
"""Items of a list that is still added up."""


def linked(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """What does not come out across sentences."""
    for i, sentence in enumerate(sentences):
        if sentence.figures:
            before = sentences[max(0, i - _BEHIND) : i]
            around = [*before, sentence, *sentences[i + 1 : i + 1 + _AHEAD]]
            yield from share_of_whole(sentence, sentences[max(0, i - _FAR) : i + _FAR])
            yield from average(sentence)
            yield from _rest_of_shares(sentence, before)
            yield from each_of(sentence)
            yield from each_gets(sentence, before)
            yield from share_of_sum(sentence, before)
            yield from price(sentence)
            yield from opposites(sentence)
            yield from each(sentence)
            yield from rest(sentence, around)
            yield from _gap(sentence, before)
            follows = sentences[i + 1] if i + 1 < len(sentences) else None
            if follows is None or not _LEAVES_REST.search(follows.text):
                yield from _sum(sentence, around)


_REST = re.compile(r"\b(?:[Tt]he (?:rest|remainder|others?)|[Tt]he remaining|[Rr]emaining),? (?:about |some )?$")


_LEAVES_REST = re.compile(r"^(?:The (?:rest|remainder|balance|others?|remaining)|What (?:remains|is left))\b")
"""What shows that the list of the sentence before was none of all there is, whatever its total."""


def _rest_of_shares(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "Some 58 per cent were for it and 29 per cent against. The rest, 23 per cent, did not know"."""
    shares = [f for f in sentence.figures if f.quantity.unit == "%"]
    if len(shares) != 1 or not before or not _REST.search(sentence.before(shares[0])):
        return
    others = [f for f in before[-1].figures if f.quantity.unit == "%"]
    total = shares[0].value + sum(f.value for f in others)
    room = 4.0 if any(f.quantity.hedge for f in shares + others) else 1.5
    if len(others) >= 2 and abs(total - 100) > room:
        yield mismatch(shares, f"with the rest these shares make {total:g} percent")


_GAP_BEFORE = re.compile(
    rf"\b(?:lead|margin|majority|difference|gap|profit|loss|surplus|shortfall|deficit) of {HEDGE}$"
    rf"|\d(?: [a-z]+)?, (?:and )?(?:win|winning|won|losing|lost) by {HEDGE}$"
)
_GAP_AFTER = re.compile(
    r"^(?: [\w’'-]+)? (?:more|fewer|less|(?!over|rather |other )[a-z]{2,}er than|higher|lower|short of|ahead of"
    r"|behind|above|below|up on|down on|(?:over|under) (?:its|the|their|an?) (?:[\w’'-]+ )?(?:limit|quota|target|budget"
    r"|cap|ceiling|threshold|minimum|maximum|average|estimate|norm|level|allowance|capacity|goal|total|figure))\b"
)

_THAN = re.compile(r"^[^,;.]{0,40}? (?:than|of|over|under|ahead|behind|above|below|on)\b")


def _gap(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "5,120 votes against 4,870, a lead of 350"; "bought for £64,000 and sold for £96,000, a profit of £23,000"."""
    for gap in sentence.figures:
        points = gap.quantity.unit == "points" or sentence.after(gap).startswith((" points", " percentage points"))
        result = _GAP_BEFORE.search(sentence.before(gap))
        cue = result or _GAP_AFTER.match(sentence.after(gap))
        result = result or (re.search(r"\b(?:up|down) $", sentence.before(gap)) if points else None)
        if points:
            cue = (
                cue
                or result
                or re.match(r"^(?: percentage)? points (?:more|higher|lower|less|up|down)\b", sentence.after(gap))
            )
        if cue is None or (gap.quantity.kind == "percent" and not points):
            continue
        kind = [f for f in sentence.figures if f is not gap and not f.measure_of_time]
        shares = [f for f in kind if f.quantity.unit == "%"]
        bare = [f for f in kind if len(shares) == 1 and f.is_plain and f.noun is None and f.measure is None]
        pairs = sorted([*shares, *bare], key=lambda f: f.start) if points else [f for f in kind if is_pair(f, gap)]
        if len(pairs) != 2 or any(f.quantity.hedge for f in (*pairs, gap)) or have_no_side(sentence, pairs):
            continue
        is_added = _is_added(gap, pairs) or (result is None and is_further(sentence, gap))
        if not points and (_are_unlike(sentence, *pairs) or is_result(sentence, gap, pairs) or is_added):
            continue
        ends_sentence = pairs[-1].start < gap.start
        if (result is not None or not _THAN.match(sentence.after(gap))) != ends_sentence:
            continue
        if not ends_sentence and than_then(sentence.after(gap), pairs[-1].start - gap.end):
            continue
        if not ends_sentence and _SAYS_MORE.search(sentence.between(gap, pairs[-1])):
            continue  # "118 officers, 14 below its strength, that has had four chiefs"
        if OUT_OF.match(sentence.between(*pairs)) or TOGETHER.search(sentence.between(*pairs)):
            continue
        if any(_is_range(sentence, a, b) for a, b in pairwise(sentence.figures)):
            continue
        if not re.search(
            r",|\b(?:than|of|was|by)\b", sentence.between(*sorted((pairs[-1], gap), key=lambda f: f.start))
        ):
            continue
        right = abs(pairs[0].value - pairs[1].value)
        if (
            right > 0
            and not close(right, gap.value, 0.02 if right >= 100 else 0.0)
            and not close(sum(f.value for f in pairs), gap.value)
        ):
            yield mismatch(
                [*pairs, gap], f"between {shown(pairs[0].value)} and {shown(pairs[1].value)} it is {shown(right)}"
            )


def _are_unlike(sentence: Sentence, one: Figure, two: Figure) -> bool:
    """True for a count and a price, and for a part of the other: "12 songs, four of them new, and two more"."""
    return OF_THEM.match(sentence.after(two)) is not None or not (is_pair(one, two) or is_pair(two, one))


def _is_added(gap: Figure, pair: Sequence[Figure]) -> bool:
    """True for "three goals, four misses …, and he scored two more": what a verb of its own adds is no difference."""
    behind = list(gap.token.doc[gap.token.i + 1 : gap.token.i + 3])
    if not behind or behind[0].lower_ != "more" or behind[-1].lower_ == "than":
        return False
    words, last = (gap.token, *behind), pair[-1].token.i
    return any(grammar.relation(word) == "obj" and last < word.head.i < gap.token.i for word in words)


_SAYS_MORE = re.compile(r",? (?:which|who|whose) |, (?:that|and|but) ")
"""What opens another clause, whose figures are no side of a difference told before."""

_TO = re.compile(r"(?: [\w’'-]+)? (?P<way>to|or) $")
_FROM = re.compile(rf"\bfrom {HEDGE}$")


def _is_range(sentence: Sentence, one: Figure, two: Figure) -> bool:
    """True for "two or three" and "185 million to 195 million", one rough figure each; not for "from 44 to 30"."""
    joint = _TO.fullmatch(sentence.between(one, two))
    return joint is not None and (joint["way"] == "or" or not _FROM.search(sentence.before(one)))


_ITEM = re.compile(r"(?: [^,;:.]{0,70}?)?(?:, and|,| and) (?:[\w’'-]+ ){0,3}$")
_OPENS = re.compile(r":|[—–] ")
_NO_SUM = re.compile(
    r"\b(?:from|than|compared|between|up to|record|now|leaving|leaves|last year|of (?:them|whom|which|those))\b"
)


def _sum(sentence: Sentence, around: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "ordered to pay £2,900 … fined £1,200 for this, £850 for that and £450 for the other": a list and its total."""
    listed = longest_list(sentence.figures, sentence, _ITEM)
    stretch = sentence.text[: listed[-1].end - sentence.start + len(" now")] if listed else ""
    if (
        not 3 <= len(listed) <= _LONGEST
        or any(f.quantity.hedge for f in listed)
        or _NO_SUM.search(stretch)
        or listed[0].quantity.kind == "percent"
    ):
        return
    if listed[0].is_plain and listed[0].measure_of_time:
        return
    total = sum(f.value for f in listed)
    alike = [
        f for s in around for f in s.figures
        if f not in listed and comparable(f, listed[0]) and _is_whole(f, listed)
        and not FROM_A_LARGER.search(s.before(f))
    ]  # fmt: skip
    if any(f.value == total for s in around for f in s.figures if f not in listed):
        return  # "five of the eleven works: three in Bern, one in Ulm and one in Graz"
    wholes = [f for f in alike if max(p.value for p in listed) < f.value and 0.6 < total / f.value < 1.6]
    end = sentence.start + len(sentence.text)
    wholes = [f for f in wholes if f.start < end or is_slip(total, f.value)]
    if all(f.is_plain and f.noun is None for f in listed):  # numbers alone tell only what was just counted
        wholes = [f for f in wholes if f in sentence.figures or f.value < total or is_slip(total, f.value)]
    exact = (
        {sum(some) for size in (2, 3, len(listed)) for some in combinations([f.value for f in listed], size)}
        if len(listed) < 9
        else {total}
    )
    wholes = [
        f
        for f in wholes
        if not f.is_plain or f not in sentence.figures or _OPENS.search(sentence.between(f, listed[0]))
    ]
    if len(wholes) == 1 and not wholes[0].quantity.hedge and not any(close(e, wholes[0].value, 0.005) for e in exact):
        whole = wholes[0]
        beside = listed if whole in sentence.figures else []
        yield mismatch([whole, *beside], f"{' and '.join(shown(f.value) for f in listed)} make {shown(total)}")


def _is_whole(figure: Figure, listed: Sequence[Figure]) -> bool:
    """True when a figure may be what a list adds up to: of the same money, or counting the same thing."""
    return not figure.is_plain or (
        figure.noun not in (None, figure.token) and all(same_kind(f, figure) or f.noun is f.token for f in listed)
    )
