"""Parts that are named one by one behind or apart from what they make: "will pay £330m … and a further £82m".

The parts of such a list need not be all there are. What shows a slip is that they miss their whole by one
digit, or by two that changed places.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.crossing import are_stages
from bot.analysis.errors.reckoning.mismatch import Mismatch, comes_out, mismatch, same_kind, shown
from bot.analysis.errors.reckoning.pieces import is_pair, longest_list
from bot.analysis.errors.reckoning.totals import NOT_ADDENDS
from bot.analysis.errors.taken_up import is_slip

_LEAD = 3
"""Sentences of the text that tell, with the headline, what the whole is."""


def additions(title: Sequence[Sentence], sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Parts that are one slip away from what the sentence, the one before or the opening says that they make."""
    opening = [f for s in (*title, *sentences[:_LEAD]) for f in s.figures]
    stated = {f.value for s in sentences for f in s.figures}
    for at, sentence in enumerate(sentences):
        if len(sentence.figures) >= 2:
            yield from _behind_whole(sentence)
            yield from _of_it(sentence)
            yield from _further(sentence, opening, stated)
            yield from _list(sentence, opening, stated)
            if at < _LEAD:
                yield from _headline(title, sentence, stated)
        if sentence.figures:
            yield from _left(sentences[at - 1] if at else None, sentence)


_NOUN = re.compile(r"^[^;:.—–]{2,70}(?:, | [—–] |: )$")
_TAIL = re.compile(r"^ (?:of (?:them|these|whom) )?(?P<how>to|for|in|from|with|by|at|on|against) ")
_ALL_ROUND = frozenset({"to", "for", "against"})
"""Words before those to whom a whole is mostly dealt out in full."""

_TELLING = 100
"""A whole of so many digits is hardly missed by one of them by chance."""

_NEXT = re.compile(r"^[^,;.]{2,50}?,? and $")
_OF_WHICH = re.compile(r"(?:^|,|—|–|:|\() ?(?:and )?of (?:which|that|this) $")
_OF_IT = re.compile(r"^ of (?:it|this|that|which)\b")
_SPENT = re.compile(
    r"^ (?:of (?:it|this|that|which) )?(?:(?!and\b|but\b)[\w’'-]+ ){0,3}?(?P<how>to|for|in|from|with|by|on|at|as)\b "
)
_LIKE = re.compile(
    r"^ (?:of (?:it|this|that|which) )?(?:(?:will|is|was|goes|went|came|comes|go|be"
    r"|a year) ){0,2}(?P<how>to|for|in|from|with|by|on|at|as)\b "
)
_LEFT_OVER = re.compile(r"\b(?:the (?:rest|remainder|balance|others?)|elsewhere)\b")
_AWAY = re.compile(r"^[^;.]{0,60}$")
_END = re.compile(r"^[^,;.]{2,60}[.;,]")


def _of_it(sentence: Sentence) -> Iterator[Mismatch]:
    """ "will cost £84m, £63m of it in grants and £31m in loans"; "€72,000, of which €58,000 goes on gas and …"."""
    for whole, one, two in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
        ahead = sentence.between(whole, one)
        if not (_OF_WHICH.search(ahead) or _OF_IT.match(sentence.after(one))) or not _AWAY.match(ahead):
            continue
        first, second = _SPENT.match(sentence.after(one)), _LIKE.match(sentence.after(two))
        if first is None or second is None or first["how"] != second["how"] or whole.quantity.kind == "percent":
            continue
        left = whole.value - one.value - two.value
        if _LEFT_OVER.search(sentence.after(two)) or any(f.value == left for f in sentence.figures):
            continue
        alike = is_pair(one, whole) or is_pair(whole, one)
        bare = is_pair(two, one) or is_pair(one, two)
        hedged = any(f.quantity.hedge for f in (whole, one, two))
        closed = _NEXT.match(sentence.between(one, two)) and _END.match(sentence.after(two))
        if alike and bare and closed and not hedged and max(one.value, two.value) < whole.value:
            yield from _missed([one, two], whole, [whole, one, two])


def _behind_whole(sentence: Sentence) -> Iterator[Mismatch]:
    """ "moved 71 votes, 38 to one side and 23 to the other": bare numbers told apart by the same word."""
    for whole, one, two in zip(sentence.figures, sentence.figures[1:], sentence.figures[2:], strict=False):
        if not _NOUN.match(sentence.between(whole, one)) or whole.lemma is None or not whole.is_plain:
            continue
        first, second = (_TAIL.match(sentence.after(f)) for f in (one, two))
        of_them = first is not None and first.group().startswith(" of ")
        if first is None or second is None or not (of_them or first["how"] == second["how"]):
            continue
        if _LEFT_OVER.search(sentence.after(two)) or are_stages(sentence, whole, one):
            continue
        bare = all(f.is_plain and f.noun in (None, f.token) and f.value < whole.value for f in (one, two))
        hedged = any(f.quantity.hedge for f in (one, two)) or whole.quantity.hedge not in (None, "about")
        if bare and not hedged and _NEXT.match(sentence.between(one, two)) and _END.match(sentence.after(two)):
            total = one.value + two.value
            if total > whole.value and not whole.measure and not _PARTLY.search(sentence.text):
                yield mismatch([whole, one, two], f"{shown(one.value)} and {shown(two.value)} make {shown(total)}")
            elif (
                first["how"] in _ALL_ROUND
                or whole.value >= _TELLING
                or not (whole.measure or _PERIOD.search(sentence.text))
            ):
                yield from _missed([one, two], whole, [whole, one, two])


_PARTLY = re.compile(r"\b(?:both|also|too|again|as well|each|at least)\b")
_PERIOD = re.compile(
    r"\b(?:half|halves|quarter|set|innings|period|third|inning|over|first (?:day|night|week|month|year|hour))\b"
)
"""What a whole is told of in part: "31 points, 12 in the first half and nine in the third quarter"."""


_FURTHER = re.compile(rf"(?:\band|\bplus|\bwith|,) (?:(?:a|some) further|another|an (?:additional|extra)) {HEDGE}$")


def _further(sentence: Sentence, opening: Sequence[Figure], stated: set[float]) -> Iterator[Mismatch]:
    """ "will pay £330m now and a further £92m later" where the opening has £412m, and nothing is £422m."""
    for one, two in pairwise(sentence.figures):
        if not _FURTHER.search(sentence.before(two)) or not is_pair(one, two) or one.measure_of_time:
            continue
        total = one.value + two.value
        if total in stated or NOT_ADDENDS.search(sentence.text):
            continue
        wholes = [f for f in opening if f not in (one, two) and is_pair(f, one) and f.value > max(one.value, two.value)]
        if len({f.value for f in wholes}) == 1:
            yield from _missed([one, two], wholes[0], [one, two])


_ITEM = re.compile(r"(?: [^,;:.]{0,70}?)?(?:, and|,| and) (?:[\w’'-]+ ){0,3}$")


def _list(sentence: Sentence, opening: Sequence[Figure], stated: set[float]) -> Iterator[Mismatch]:
    """ "£1.2m went to one, £90m to another and £0.7m to the third" where the opening has £2.8m."""
    listed = longest_list(sentence.figures, sentence, _ITEM)
    if len(listed) < 3 or listed[0].quantity.kind != "money" or NOT_ADDENDS.search(sentence.text):
        return
    biggest, total = max(f.value for f in listed), sum(f.value for f in listed)
    wholes = [f for f in opening if f not in listed and is_pair(f, listed[0]) and f.value > biggest]
    if comes_out(biggest, [f.value for f in listed if f.value < biggest]):
        return  # "£6m, of which £2m … and the remaining £4m": a whole of its own
    if len({f.value for f in wholes}) == 1 and total not in stated:
        yield from _missed(listed, wholes[0], listed)


_WITH_NOUN = re.compile(r"^(?: [\w’'-]+){1,2}? (?P<how>to|for|in|from|at|on)\b[^,;.]{2,50},? and $")


def _headline(title: Sequence[Sentence], sentence: Sentence, stated: set[float]) -> Iterator[Mismatch]:
    """ "Town to gain 44 buses" over "24 buses from Leeds and 30 from York", where the text has no 44."""
    claims = [f for s in title for f in s.figures if f.is_plain and f.value not in stated and f.quantity.hedge is None]
    for one, two in pairwise(sentence.figures):
        first, second = _WITH_NOUN.match(sentence.between(one, two)), _TAIL.match(sentence.after(two))
        if first is None or second is None or first["how"] != second["how"] or len(claims) != 1:
            continue
        counts = one.is_plain and one.lemma is not None and two.is_plain and two.noun in (None, two.token)
        total = one.value + two.value
        if counts and one.measure == two.measure == claims[0].measure and is_slip(total, claims[0].value):
            made = f"{shown(one.value)} and {shown(two.value)} make {shown(total)}, not {shown(claims[0].value)}"
            yield mismatch([one, two], f"{made} as in the headline")


def _missed(parts: Sequence[Figure], whole: Figure, where: Sequence[Figure]) -> Iterator[Mismatch]:
    """What some parts make, when it is one slip of the keys away from their whole, or one of them is."""
    values = [f.value for f in parts]
    total = sum(values)
    slips = [(total, whole.value), *((v, whole.value - total + v) for v in values)]
    if not close(total, whole.value, 0.005) and any(b > 0 and is_slip(a, b) for a, b in slips):
        made = f"{' and '.join(map(shown, values))} make {shown(total)}, not {shown(whole.value)}"
        yield mismatch(where, made)


_LEFT = re.compile(rf"(?:\b(?:[Tt]hat|[Ww]hich|[Tt]his) (?:left|leaves|would leave)|[,;] leaving) {HEDGE}$")
_SO = re.compile(r"\bso (?:that )?(?:(?:there )?(?:are|is) )?$")
_REMAIN = re.compile(r"^(?: [a-z]+)? (?:remain|(?:are |is )?(?:still )?left|to go)\b")
_MOST = 4


def _left(previous: Sentence | None, sentence: Sentence) -> Iterator[Mismatch]:
    """ "Of 84 sheep 29 were killed and another 6 fell. That left 59": a whole less its parts."""
    for rest in sentence.figures:
        so_left = _SO.search(sentence.before(rest)) and _REMAIN.match(sentence.after(rest))
        if not rest.is_plain or rest.measure_of_time or not (so_left or _LEFT.search(sentence.before(rest))):
            continue
        known = [f for f in sentence.figures if f.end < rest.start and f.is_plain and not f.measure_of_time]
        if previous is not None and (len(known) < 2 or all(f.lemma is None for f in known)):
            known = [f for f in (*previous.figures, *known) if f.is_plain and not f.measure_of_time]
        if not 2 <= len(known) <= _MOST or any(f.quantity.hedge for f in (*known, rest)):
            continue
        whole = max(known, key=lambda f: f.value)
        parts = [f for f in known if f is not whole]
        if whole.lemma is None or not all(same_kind(f, whole) for f in parts) or rest.lemma not in (None, whole.lemma):
            continue
        left = {
            whole.value - sum(f.value for f in some)
            for n in range(1, len(parts) + 1)
            for some in combinations(parts, n)
        }
        right = whole.value - sum(f.value for f in parts)
        if rest.value not in left and right > 0 and is_slip(rest.value, right):
            yield mismatch([rest], f"of {shown(whole.value)} this leaves {shown(right)}")
