"""By how much it was won or raised, against the two figures that another sentence gives: runs, votes, wages."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import Mismatch, mismatch, shown
from bot.analysis.errors.taken_up import is_slip

_BEHIND = 4
"""Sentences before a rise in which the two figures are looked for that it lies between."""


def margins(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Margins and rises that the figures of other sentences do not give."""
    won = [(s, f) for s in sentences for f in s.figures if _is_margin(s, f)]
    for unit in _UNITS:
        told = [(s, f) for s, f in won if unit in (f.measure, f.lemma)]
        if len({f.value for _, f in told}) == 1:
            yield from _won(*told[0], sentences)
    for at, sentence in enumerate(sentences):
        if sentence.figures and at:
            yield from _rise(sentence, sentences[max(0, at - _BEHIND) : at])


_UNITS = ("run", "vote")
_BY = re.compile(r"\b(?:by|margin of|majority of) $")
_WON = re.compile(
    r"\b(?:beat\w*|w[io]n\w*|los[te]\w*|defeat\w*|victor\w+|held|retain\w+|ousted|elected|unseated|majority|margin|carried|passed)\b"
)
_SIDES = {
    "run": re.compile(r"\b(?:all out|bowled out|dismissed|skittled|reply|replied|chas(?:e|ing)|target|declared)\b"),
    "vote": re.compile(r"\b(?:votes?|ballots?|polled|to (?:his|her)|against|in favou?r)\b"),
}
_EARLIER = re.compile(r"\b(?:(?:19|20)\d\d|last|previous\w*|earlier|ago)\b")
_LEAST = {"run": 40, "vote": 100}


def _is_margin(sentence: Sentence, figure: Figure) -> bool:
    if not figure.is_plain or figure.quantity.hedge or not ({figure.measure, figure.lemma} & set(_UNITS)):
        return False
    return _BY.search(sentence.before(figure)) is not None and _WON.search(sentence.text) is not None


def _won(sentence: Sentence, margin: Figure, sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "beat Zimbabwe by 31 runs. … finished on 238, and Zimbabwe were bowled out for 197"."""
    unit = "run" if "run" in (margin.measure, margin.lemma) else "vote"
    pairs = []
    for near in sentences:
        sides = [
            f for f in near.figures
            if f is not margin and f.is_plain and f.value >= _LEAST[unit] and f.value > margin.value / 2
            and f.measure in (None, unit) and f.lemma in (None, unit, "ballot") and not f.quantity.hedge
        ]  # fmt: skip
        if len(sides) >= 2 and not _EARLIER.search(near.text) and (near is sentence or _SIDES[unit].search(near.text)):
            pairs += [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]]
    gaps = [abs(a.value - b.value) for a, b in pairs]
    target = unit == "run"
    if not pairs or len(pairs) > _MOST or any(gap - margin.value in ((0, 1) if target else (0,)) for gap in gaps):
        return
    slipped = [
        (gap, pair) for gap, pair in zip(gaps, pairs, strict=True)
        if gap > 0 and (is_slip(gap, margin.value) or _is_one_slip(pair, margin.value))
    ]  # fmt: skip
    if len({gap for gap, _ in slipped}) == 1:
        gap, (one, two) = slipped[0]
        where = [one, two] if sentence.start <= one.start < sentence.start + len(sentence.text) else []
        yield mismatch([margin, *where], f"between {shown(one.value)} and {shown(two.value)} it is {shown(gap)}")


_MOST = 6


def _is_one_slip(pair: tuple[Figure, Figure], margin: float) -> bool:
    """True when one side, told a digit off, would give the margin."""
    more, less = sorted((f.value for f in pair), reverse=True)
    return is_slip(more, less + margin) or (more > margin and is_slip(less, more - margin))


_THE_RISE = re.compile(
    rf"(?:(?:^|[“\"‘'])An?|\b(?:[Tt]h(?:e|at|is)|[Ii]ts)) (?:[a-z]+ )?(?:rise|increase|gain|jump"
    rf"|fall|drop|cut|reduction|decline|loss|hike|change"
    rf"|difference|gap)(?: is| was|,)?(?: of)? {HEDGE}$"
)
_A_RISE = re.compile(r"^[“\"‘']?An? ")
_NOT_MADE = re.compile(
    r"\b(?:(?:was|were|is|are|be|been|being) (?:not |also |[a-z]+ly )?(?:[a-z]+(?:ed|en|wn|ght)|out|off|up|put|set)"
    r"|had|propos\w+|wants?|wanted|ask\w*|forecasts?|expect\w*|predict\w*|sought|rul(?:ed|ing) out|reject\w*"
    r"|hoped?|would)\b"
)
"""What tells of a rise that is not the one just told: one that was proposed, forecast or ruled out."""

_ANOTHER = re.compile(
    r"\b(?:further|follow(?:s|ed|ing)?|next|another|second|later|first proposed|originally|at first)\b"
)
_FROM, _TO = re.compile(r"\bfrom (?:the |its |a |about )?$"), re.compile(rf"^(?: [\w’'-]+){{0,4}}? to {HEDGE}$")
_CENTS = frozenset({"cent", "cents", "pence", "penny", "p"})
_HUNDRED = 100


def _rise(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "refused to raise it from Rs 485 to Rs 610. … "A rise of Rs 145 …": what two figures just told lie apart."""
    rise = sentence.figures[0]
    told = rise.quantity.kind in ("number", "money") and _THE_RISE.search(sentence.before(rise))
    if not told or rise.quantity.hedge or re.match(r" ?(?:%|per ?cent|points?)", sentence.after(rise)):
        return
    if _ANOTHER.search(sentence.text) or (_A_RISE.match(sentence.text) and _NOT_MADE.search(sentence.text)):
        return
    pairs = [
        (a, b) for s in before for a, b in pairwise(s.figures)
        if _FROM.search(s.before(a)) and _TO.match(s.between(a, b)) and a.quantity.kind == b.quantity.kind != "percent"
    ]  # fmt: skip
    if len(pairs) != 1 or any(f.quantity.hedge for f in pairs[0]):
        return
    old, new = pairs[0]
    small = rise.is_plain and rise.lemma in _CENTS and old.quantity.kind == "money"
    value = rise.value / _HUNDRED if small else rise.value
    alike = small or (rise.quantity.unit == old.quantity.unit and rise.measure in (None, old.measure, new.measure))
    bare = rise.is_plain and old.is_plain and old.measure is None and rise.measure_of_time
    gap = abs(new.value - old.value)
    if (alike or bare) and gap > 0 and 0.3 < value / gap < 3 and not close(gap, value, 0.02):
        yield mismatch([rise], f"between {shown(old.value)} and {shown(new.value)} it is {shown(gap)}")
