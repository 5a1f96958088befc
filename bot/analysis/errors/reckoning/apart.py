"""How far two figures are said to lie apart: "to 3.4% from 3.7%, a fall of 0.5 points", "from 84 to 61, 33 fewer"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.analysis.errors.figures import Figure, Sentence, close, comparable
from bot.analysis.errors.reckoning.changes import DOWN, HEDGE, UP
from bot.analysis.errors.reckoning.mismatch import TOGETHER, Mismatch, is_further, mismatch, shown
from bot.analysis.errors.reckoning.no_sides import is_no_side
from bot.analysis.errors.taken_up import is_slip

_CHANGE = (
    r"(?:falls?|drop|rise|increase|decrease|decline|gain|jump|saving|cut|reduction|loss|improvement|hike|surge|growth"
    r"|slump|dip|slide|change|climb|swing|addition|shrinkage|advance|leap)"
)
_GAP = r"(?:gap|margin|lead|difference|majority|advantage|shortfall|spread|distance|cushion)"
_NAMED = re.compile(rf"\b(?:(?P<change>{_CHANGE})|(?P<gap>{_GAP}))(?: of| is| was|:|,)? {HEDGE}$", re.IGNORECASE)
_MOVED_BY = re.compile(
    rf"\b(?:{UP}|{DOWN})\b[^,;.]{{0,30}} by {HEDGE}$|\b(?:has|have|had) (?:lost|gained|shed) {HEDGE}$"
)
_MORE = re.compile(
    r"^(?: [\w’'-]+){0,2}? (?:more|fewer|less|higher|lower|(?:long|tall|heavi|old|bigg|larg|small|short|deep|wid"
    r"|light|cheap|dear)er)\b"
)
_THAN = re.compile(
    rf"^[^,;.]{{0,20}}? than (?P<old>(?:[\w’'-]+,? ){{0,6}}?{HEDGE}[$£€]?\d"
    r"|(?:[\w’'-]+ )?(?:a year|last|before|in|previously|at"
    r"|ever|it|they"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)?"
)
"""Behind more of something: the other figure, or another time of the same; else what it is more than is not told."""

_AHEAD = re.compile(r"^(?: [\w’'-]+){0,1}? (?:ahead|behind|clear|adrift|apart)\b")
_POINTS = re.compile(r"^ (?:percentage[ -]|per ?cent )?points?\b")
_OLD = re.compile(
    rf"\b(?:from|than|compared (?:with|to)|against|versus)(?: (?!to\b|at\b|by\b|and\b|in\b)[a-z’'-]+,?){{0,5}} {HEDGE}$"
    rf"|\b(?:from|than|compared (?:with|to)|against|versus) {HEDGE}$"
)
_FROM, _TO = (
    re.compile(rf"\bfrom (?:the |its |an? |about )?{HEDGE}$"),
    re.compile(rf"(?:\bto|\band) (?:the |just )?{HEDGE}$"),
)
_ONCE = re.compile(
    r"\b(?:in (?:19|20)\d\d|last (?:year|month|season|week|autumn|spring|summer|winter)"
    r"|(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)|previous\w*|formerly|the old|at first|went in)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:each|per(?! ?cent)|every|average|respectively"
    r"|forecast|expect\w*|target|another|further|combined|between \w+ and|of which"
    r"|of whom|of them)\b"
)
_CARDED = re.compile(r"\b(?:over|in) (?:par|the (?:first|second|third) (?:quarter|half))\b")
_BACK = re.compile(r"^[“\"‘'\W]*(?:[Tt]hat|[Tt]his|[Ii]t|[Tt]hose|[Tt]he)\b")
_BIG = 1000
_ONE_DIGIT = 10
_FACTOR = 4
"""How many times as big as what lies between them a difference of two figures may be told."""


def apart(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Differences that are named beside the two figures they lie between, and are not theirs."""
    for at, sentence in enumerate(sentences):
        for delta in sentence.figures:
            before = sentences[at - 1] if at else None
            how = _how(sentence, delta)
            if how is not None:
                yield from _compare(sentence, before, delta, how)


def _how(sentence: Sentence, delta: Figure) -> str | None:
    """What makes a figure a difference: it is a change, or the gap between two; None for any other figure."""
    points = delta.quantity.unit == "points"
    if not points and (delta.quantity.kind not in ("number", "money") or delta.measure_of_time):
        return None
    before, after = sentence.before(delta), sentence.after(delta)
    named = _NAMED.search(before[-60:])
    if named is not None:
        return "change" if named["change"] else "gap"
    if _MOVED_BY.search(before[-60:]):
        return "change"
    more = _MORE.match(after)
    if more is not None and not is_further(sentence, delta):
        than = _THAN.match(after[more.end() :])
        return "change" if than is None or than["old"] else None
    return "gap" if _AHEAD.match(after) else None


def _compare(sentence: Sentence, before: Sentence | None, delta: Figure, how: str) -> Iterator[Mismatch]:
    told = delta.quantity.unit == "points" or _POINTS.match(sentence.after(delta)) is not None
    points = told and any(f.quantity.unit == "%" for s in (before, sentence) if s is not None for f in s.figures)
    here = [
        f for f in sentence.figures if f is not delta and _is_side(f, delta, points) and not is_no_side(sentence, f)
    ]
    then = [f for f in before.figures if _is_side(f, delta, points)] if before is not None else []
    if how == "gap" and any(_is_of_third(sentence, delta, f) for f in here if f.start > delta.end):
        return
    if _OTHERS.search(sentence.text) or TOGETHER.search(sentence.text):
        return
    pair = _pair(sentence, before, here, then, how)
    if pair is None or any(f.quantity.hedge not in (None, "about") for f in (*pair, delta)):
        return
    known = [*here, *then]
    if any(_fits(a, b, delta) for a, b in combinations(known, 2)) or any(f.value == delta.value for f in known):
        return
    one, two = pair
    gap = abs(one.value - two.value)
    slipped = is_slip(round(gap, 6), delta.value) or _is_one_off(one.value, two.value, delta.value)
    small = max(gap, delta.value) < _ONE_DIGIT and gap == int(gap)
    if gap > 0 and 1 / _FACTOR < delta.value / gap < _FACTOR and (slipped or small):
        inside = [f for f in pair if f in here]
        yield mismatch(
            [delta, *inside], f"between {shown(one.value)} and {shown(two.value)} it is {shown(round(gap, 6))}"
        )


def _is_side(figure: Figure, delta: Figure, points: bool) -> bool:
    """True for a figure that a difference may be to: of its unit, its measure and, where both have one, its noun."""
    if points:
        return figure.quantity.unit == "%"
    if figure.quantity.kind != delta.quantity.kind:
        bare = figure if figure.is_plain else delta
        return (
            {figure.quantity.kind, delta.quantity.kind} == {"number", "money"} and bare.value >= _BIG and not bare.lemma
        )
    if not comparable(figure, delta) or figure.measure_of_time or (figure.is_plain and figure.value == 1):
        return False
    if not figure.is_plain or figure.measure or delta.measure:
        return True
    named = [f.lemma for f in (figure, delta) if f.lemma is not None and f.noun is not f.token]
    return len(set(named)) < 2


def _pair(
    sentence: Sentence, before: Sentence | None, here: list[Figure], then: list[Figure], how: str
) -> tuple[Figure, Figure] | None:
    """The two figures that a difference lies between, as the wording shows them to be compared."""
    alike = [(a, b) for a, b in combinations(here, 2) if _count_one_thing(a, b)]
    linked = [(a, b) for a, b in alike if _is_linked(sentence, a, b)]
    if len(linked) == 1:
        return linked[0]
    if len(here) == 2 and how == "gap" and alike and not linked:
        return here[0], here[1]
    if before is None:
        return None
    if len(here) == 1 and len(then) == 1 and bool(_ONCE.search(before.text)) != bool(_ONCE.search(sentence.text)):
        return then[0], here[0]
    if not here and len(then) == 2 and _BACK.match(sentence.text):
        return (then[0], then[1]) if _is_linked(before, then[0], then[1]) else None
    return None


def _count_one_thing(one: Figure, two: Figure) -> bool:
    """False for "27 points from 13 games", which no gap lies between."""
    named = {f.measure or f.lemma for f in (one, two) if f.measure or (f.lemma is not None and f.noun is not f.token)}
    return not (one.is_plain and two.is_plain) or len(named) < 2


_OF_ONE = re.compile(
    r" (?:[\w’'-]+ )?(?:ahead|clear) of (?:the )?(?P<behind>[A-Z][^,;.]*), (?:while|with|and|but) (?P<other>[^,;]*)"
)


def _is_of_third(sentence: Sentence, delta: Figure, side: Figure) -> bool:
    """True for what another holds than who is behind: "11 medals, two ahead of Leeds, while York took four"."""
    named = _OF_ONE.match(sentence.between(delta, side))
    return named is not None and named["behind"] not in named["other"] and any(c.isupper() for c in named["other"])


def _is_linked(sentence: Sentence, one: Figure, two: Figure) -> bool:
    """True for two figures that the sentence compares: from one to the other, one against the other, then and now."""
    between = sentence.between(one, two)
    if _FROM.search(sentence.before(one)[-30:]) and _TO.search(between):
        return True
    if _OLD.search(between[-50:]) and not _CARDED.search(sentence.text):
        return True
    ahead, behind = sentence.before(one)[-40:] + between[: len(between) // 2], sentence.after(two)[:30]
    return bool(_ONCE.search(ahead)) != bool(_ONCE.search(behind)) or (
        _YEAR.search(between) is not None and _YEAR.search(behind) is not None
    )


_YEAR = re.compile(r"\bin (?:19|20)\d\d\b")


def _fits(one: Figure, two: Figure, delta: Figure) -> bool:
    room = 0.1 if delta.quantity.hedge or one.quantity.hedge or two.quantity.hedge else 0.011
    gap = abs(one.value - two.value)
    return (
        close(gap, delta.value, room if gap >= 100 or delta.quantity.hedge else 0.0)
        or one.value + two.value == delta.value
    )


def _is_one_off(one: float, two: float, delta: float) -> bool:
    """True when either figure, told a digit off, would give the difference."""
    more, less = max(one, two), min(one, two)
    return is_slip(more, round(less + delta, 6)) or (more > delta and is_slip(less, round(more - delta, 6)))
