"""Numbers that a text takes up again: "six students … The eight were cold", "all 40,000 bottles".

A number with "the", "these" or "all" before it points back at one that the reader has been given. When the article
has no such number, nothing that adds up to it and no list of that length, while it counts the same thing otherwise,
one of the two is a slip.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.figures import Figure, Sentence, close
from bot.analysis.errors.reckoning.mismatch import PEOPLE, are_of_two_kinds, is_person
from bot.language import grammar
from bot.language.quantities import ordinals
from bot.language.tokens import Token

_BACK = re.compile(
    r"(?:^|[\s(“\"‘'—–-])(?:all|(?:all (?:of )?)?(?:the|these|those)|this (?:year|month|week|season)[’']s|none of"
    r"|the \w+est|(?P<own>his|her|its|their)) $",
    re.IGNORECASE,
)
_PART = re.compile(r"\bof (?:the|these|those) $")
"""What may bring in a number as well as take it up: "two of the five gates"."""

_OTHERS = re.compile(r" (?:others?|remaining|rest|left)\b")
_COMPARED = re.compile(
    r"\b(?:than|against|compared (?:with|to)|below|above|short of|beat(?:ing)?|miss(?:ed|ing)?) the $"
)
"""Before what another figure is set against: "less than the $8.4bn that the market had hoped for"."""

_PART_OF = re.compile(r"(?: [\w’'-]+)? of (?:the|these|those|its|his|her|their|all|all the) $")
"""What stands between a part and its whole: "1,900 of its 7,400 jobs"."""

_KINDS = re.compile(r" of (?:them|those|these), (\w+(?:, \w+)*),? and \w+\b")
"""Behind a number, the kinds that tell how many they are: "all three of them, red, green and blue"."""

_US = frozenset({"us", "you", "them", "those", "these"})

_NARROWS = ("acl", "nmod", "advcl")
_GROUPS = {"pair": 2.0, "couple": 2.0, "duo": 2.0, "twin": 2.0, "trio": 3.0, "triplet": 3.0, "quartet": 4.0,
           "quadruplet": 4.0, "quintet": 5.0, "sextet": 6.0}  # fmt: skip
_LEAST = 3
"""Two of something are pointed at without having been counted ("the two sides")."""

_DIGITS = 10
"""Stretches of time shorter than so many units are of anything, unless they were told just before."""

_ROUND = 100
"""Numbers from here on may have lost or gained a zero."""

_TELLING = 3
"""Digits of a sum of money that are hardly the same in two sums by chance."""

_QUOTES = ("“", "‘", '"', "'")

_FACTOR = 2.5
"""How far apart two numbers are at most that are taken to count one thing by two names."""

_STEP = 1.5
"""The same for lengths and the like: "the 60-mile canal" need not be the five miles that were walked."""

_FAR = 10
"""The same for one name: "two spoiled papers" are none of "the 590 papers"."""

_REACH = 60
"""Sentences before a number that points back in which the other one is looked for."""

_NEAR = 3
"""Sentences in which a number that points back without its noun looks for what it counts."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A number that points back, and the one that it contradicts."""

    here: Figure
    before: Figure


def taken_up(title: list[Sentence], body: list[Sentence], words: Iterable[Concordance]) -> Iterator[TakenUp]:
    """The numbers of the body that point back at another number of the same thing."""
    known = _Known([*title, *body], _lengths(words))
    headline = [figure for sentence in title for figure in sentence.figures]
    tallies = {int(m[1]) + int(m[2]) for sentence in [*title, *body] for m in _VOTED.finditer(sentence.text)}
    for at, sentence in enumerate(body):
        for figure in sentence.figures:
            if figure.value < _LEAST or not _points_back(sentence, figure):
                continue
            of_group = _of_group(figure.token) is not None
            if known.is_told_again(figure) if of_group else known.states(figure):
                continue
            earlier = [*headline, *(f for s in body[max(0, at - _REACH) : at] for f in s.figures)]
            if known.makes(figure) and not of_group:
                swapped = _swap_of(figure, earlier)
                if swapped is not None and not known.has(abs(figure.value - swapped.value)):
                    yield TakenUp(figure, swapped)
                continue
            near = [f for s in (body[max(0, at - _NEAR) : at]) for f in s.figures]
            near = [*headline, *near] if at < _NEAR else near
            back = _BACK.search(sentence.before(figure))
            if back is not None and back["own"]:
                said = {f for s in body[max(0, at - _REACH) : at] if _is_said(s) for f in s.figures}
                earlier = [f for f in earlier if f.lemma == figure.lemma is not None and not _is_narrowed(figure)]
                earlier = earlier if _is_said(sentence) else [f for f in earlier if f not in said]
                earlier = [] if figure.measure_of_time else earlier  # "her nine years" are those of one person
            if figure.measure_of_time and not figure.is_gap:
                earlier = [f for f in earlier if not f.is_gap]
            if figure.is_of_whole:
                earlier = [f for f in earlier if not f.of_what or f.of_what & figure.of_what]
            part = _part(sentence, figure)
            left = figure.value - part if part is not None else 0.0
            if figure.value in tallies or (left >= _BY_CHANCE and known.has(left)):
                continue  # "killing 23 … saved 141 of the 164", "voted 6-1 … the seven members"
            earlier = [f for f in earlier if f.value != part]
            near = [f for f in near if f.value != part]
            if _PART.search(sentence.before(figure)):
                earlier, near = [f for f in earlier if not are_of_two_kinds(f, figure)], []
            before = _antecedent(figure, earlier, near)
            if before is not None and not _is_joined(figure, before, body[: at + 1]):
                yield TakenUp(figure, before)
    yield from _swapped([*headline, *(figure for sentence in body for figure in sentence.figures)])


def _is_joined(whole: Figure, before: Figure, told: list[Sentence]) -> bool:
    """True where one more has come to those counted: "Nine boats came in. The tenth … All 10", "Another followed"."""
    if whole.value != before.value + 1:
        return False
    start = before.start if before.token.doc is whole.token.doc else 0
    between = [sentence.text for sentence in told if sentence.start + len(sentence.text) > start]
    return any(_ANOTHER.search(text) or any(one.value == whole.value for one in ordinals(text)) for text in between)


_ANOTHER = re.compile(r"\b(?:another|one (?:more|other))\b(?! (?:\w+ )?(?:of|\d))", re.IGNORECASE)

_BY_CHANCE = 10
"""Numbers below this are told of too many things."""
_VOTED = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|passed|approved|rejected)\b[^.;\d]{0,40}?\b(\d{1,3})[-–](\d{1,3})\b(?![-–\d])"
)


def _part(sentence: Sentence, whole: Figure) -> float | None:
    """The number of what is taken out of a whole, which the text may have told before: "to cut 1,900 jobs"."""
    ahead = [f for f in sentence.figures if f.end <= whole.start]
    return ahead[-1].value if ahead and _PART_OF.fullmatch(sentence.between(ahead[-1], whole)) else None


def _is_said(sentence: Sentence) -> bool:
    """True for a sentence that opens a quotation, which speaks of the speaker's own."""
    return sentence.text.lstrip()[:1] in _QUOTES


class _Known:
    """The numbers that a text gives: those it states, how long its lists are, and what figures near each other make."""

    def __init__(self, sentences: list[Sentence], lengths: frozenset[int]) -> None:
        figures = [figure for sentence in sentences for figure in sentence.figures]
        self._times = Counter(figure.value for figure in figures)
        self._stated = sorted(self._times)
        self._lengths = lengths
        self._made: set[tuple[str, str | None, float]] = set()
        for one, two in zip([None, *sentences], sentences, strict=False):
            here = _addends(two)
            sums = [here] if len(here) > 1 else []
            pairs = combinations([*here, *(_addends(one) if one is not None else [])], 2)
            for parts in [*sums, *map(list, pairs)]:
                self._add(parts)

    def _add(self, parts: list[Figure]) -> None:
        """Notes what some figures of one kind make; of one measure for a measure, of any for a bare count."""
        values = [part.value for part in parts]
        made = {sum(values)} | ({abs(values[0] - values[1])} - set(values) if len(values) == 2 else set())
        if len({part.quantity.kind for part in parts}) == 1:
            kind, measures = parts[0].quantity.kind, {part.measure for part in parts}
            self._made.update((kind, None, value) for value in made)
            if len(measures) == 1:
                self._made.update((kind, parts[0].measure, value) for value in made)

    def has(self, value: float) -> bool:
        """True when the text has the number."""
        return value in self._times

    def is_told_again(self, figure: Figure) -> bool:
        """True when the number is stated once more."""
        return self._times[figure.value] > 1

    def makes(self, figure: Figure) -> bool:
        """True when the number comes out of others."""
        return (figure.quantity.kind, figure.measure, figure.value) in self._made

    def states(self, figure: Figure) -> bool:
        """True when the number is stated once more, as the same or rounded, or is the length of a list."""
        if self._times[figure.value] > 1 or figure.value in self._lengths:
            return True
        at = bisect_left(self._stated, figure.value)
        return any(
            close(value, figure.value) for value in self._stated[max(0, at - 1) : at + 2] if value != figure.value
        )


_MOST_ADDENDS = 12
"""Figures of a sentence beyond these are not added up, so that time grows with the text only."""


def _addends(sentence: Sentence) -> list[Figure]:
    return [f for f in sentence.figures if f.value > 1 and f.quantity.kind != "percent"][:_MOST_ADDENDS]


def _swapped(figures: list[Figure]) -> Iterator[TakenUp]:
    """ "after 112 years … for 121 years": big numbers of one thing, each given once, with two digits swapped."""
    by_thing: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        digits, thing = f"{figure.value:.10g}", figure.lemma if figure.is_plain else figure.quantity.unit
        least = 13 if figure.measure_of_time else _ROUND
        big = figure.value >= least if figure.is_plain else len(digits.strip("0")) >= _TELLING
        if big and figure.quantity.hedge is None and thing is not None:
            by_thing[thing, "".join(sorted(digits))].append(figure)
    for same in by_thing.values():
        apart = len(same) == 2 and same[0].token.sent != same[1].token.sent  # "highest at £518 and lowest at £158"
        if apart and same[0].value != same[1].value and is_slip(same[0].value, same[1].value):
            yield TakenUp(same[1], same[0])


def _points_back(sentence: Sentence, figure: Figure) -> bool:
    back = _BACK.search(sentence.before(figure))
    if (
        back is None
        or figure.quantity.kind not in ("number", "money")
        or (figure.measure and not figure.measure_of_time and not _describes(figure))
    ):
        return False
    if _OTHERS.match(sentence.after(figure)) or _COMPARED.search(sentence.before(figure)):
        return False  # "the 27 others" are all but those that were counted
    kinds = _KINDS.match(sentence.after(figure))
    if kinds is not None and kinds[1].count(",") + 2 == figure.value:
        return False
    if not figure.is_plain:
        return True
    if figure.noun is None or figure.noun is figure.token:
        return _stands_alone(figure.token)
    return figure.measure is not None or figure.noun.tag_ in ("NNS", "NNPS")


def _describes(figure: Figure) -> bool:
    """True for a measure that is joined to another noun: "the 32-mile stretch"."""
    return figure.token.i + 1 < len(figure.token.doc) and figure.token.nbor(1).text == "-"


def _is_near(one: float, other: float, factor: float) -> bool:
    return 1 / factor <= one / other <= factor


def _is_narrowed(figure: Figure) -> bool:
    """True when something behind the noun says which ones are meant, so that they need not have been counted before."""
    noun = figure.noun
    return noun is not None and any(
        grammar.relation(child).startswith(_NARROWS) and child.i > noun.i for child in grammar.dependents(noun)
    )


def _stands_alone(number: Token) -> bool:
    """True for "the eight were cold", "of the 47, half …", not for "the eight that" and "the 1,500 metres"."""
    if number.i + 1 >= len(number.doc):
        return True
    after = number.nbor(1)
    if after.lower_ == "of" and after.i + 1 < len(after.doc) and after.nbor().lower_ in _US:
        return True
    if _of_group(number) is not None:
        return True
    return (after.is_punct and after.text in ",.;—–") or after.tag_ in ("VBD", "VBZ", "VBP", "MD")


def _of_group(number: Token) -> str | None:
    """The lemma of what a number with "all" is all of: "all six of the instruments"."""
    doc, after = number.doc, number.i + 1
    if number.i == 0 or doc[number.i - 1].lower_ != "all" or after + 2 >= len(doc):
        return None
    if doc[after].lower_ != "of" or doc[after + 1].lower_ not in ("the", "its", "their", "his", "her", "these"):
        return None
    noun = doc[after + 2]
    return noun.lemma_.lower() if noun.tag_ in ("NNS", "NNPS", "JJ", "VBN", "NN") else None


def _has_fate(figure: Figure, fate: str) -> bool:
    """True for a count of people whose fate the words around it tell: "injuring 17 others"."""
    doc, at = figure.token.doc, figure.token.i
    near = doc[max(figure.token.sent.start, at - _FATE_AHEAD) : at + _FATE_BEHIND]
    stems = next((stems for stems in _FATES if fate.startswith(stems)), None)
    return stems is not None and _is_person(figure) and any(t.lower_.startswith(stems) for t in near)


_FATE_AHEAD, _FATE_BEHIND = 3, 7
_FATES = (("injur", "hurt", "wound"), ("dead", "died", "kill", "victim"), ("arrest", "detain"), ("surviv", "rescue"))


def _antecedent(figure: Figure, earlier: list[Figure], near: list[Figure]) -> Figure | None:
    """The one number before that counts the same thing; None when there is none or more than one."""
    if not figure.is_plain:
        found = [f for f in earlier if f.quantity.unit == figure.quantity.unit and is_slip(figure.value, f.value)]
        return found[0] if len({f.value for f in found}) == 1 else None
    if figure.measure is not None and not _is_narrowed(figure):
        found = [f for f in earlier if f.measure == figure.measure]
        if figure.measure_of_time and figure.value < _DIGITS:
            found = [f for f in found if f in near]  # the few days of one thing are not those of another
        near_enough = figure.measure_of_time or all(_is_near(f.value, figure.value, _STEP) for f in found)
        return found[0] if len({f.value for f in found}) == 1 and near_enough else None
    if _is_narrowed(figure):
        same = {f.value: f for f in earlier if f.is_plain and f.lemma == figure.lemma and f.value >= 2}
        return next(iter(same.values())) if len(same) == 1 and is_slip(figure.value, next(iter(same))) else None
    counted = [f for f in earlier if f.is_plain and f.measure is None and _is_count(f) and f.value >= 2]
    counted = [f for f in counted if f.value > figure.value or not _adds_to_others(f)]
    group = _of_group(figure.token)
    if group is not None:
        same = {f.value: f for f in counted if f.lemma == group or _has_fate(f, group)}
        found = list(same.values())
        return found[0] if len(found) == 1 and _is_near(found[0].value, figure.value, _FACTOR) else None
    alike = [f for f in counted if _is_near(f.value, figure.value, _FACTOR)]
    for found in (
        [f for f in counted if f.lemma == figure.lemma is not None and _is_near(f.value, figure.value, _FAR)],
        [f for f in alike if _is_person(f) and (_is_person(figure) or _is_bare(figure))],
        [
            f
            for f in alike
            if f in near
            and (_is_bare(figure) or ((f.lemma in PEOPLE) == (figure.lemma in PEOPLE) and not _is_news(figure)))
        ],
        [f for f in counted if is_swap(figure.value, f.value)],
        [f for f in counted if is_slip(figure.value, f.value)],
    ):
        if len({f.value for f in found}) == 1:
            return found[-1]
    return None


def _adds_to_others(figure: Figure) -> bool:
    """True for "three more trains", which with those that were there before make four."""
    after = figure.token.i + 1
    return after < len(figure.token.doc) and figure.token.nbor().lower_ in _MORE


_MORE = frozenset({"more", "other", "others", "further", "additional", "extra"})


def _is_count(figure: Figure) -> bool:
    """True for "seven restaurants" and "seven of the restaurants"."""
    return figure.noun is not None or any(how == "of" for how, _ in grammar.modifiers(figure.token))


def _is_news(figure: Figure) -> bool:
    """True for "stood at all five gates", which tells how many there are; "all six boats left" points back."""
    is_all = figure.token.i > 0 and figure.token.nbor(-1).lower_ == "all"
    return is_all and figure.noun is not None and not grammar.relation(figure.noun).startswith("nsubj")


def _is_bare(figure: Figure) -> bool:
    return figure.noun is None or figure.noun is figure.token


def _is_person(figure: Figure) -> bool:
    return figure.lemma is not None and is_person(figure.lemma)


def is_slip(one: float, other: float) -> bool:
    """True for numbers that differ in one digit, have two digits swapped, or have a zero too many or too few."""
    a, b = (f"{value:.10g}" for value in (one, other))
    if min(one, other) >= _ROUND and a.rstrip("0") == b.rstrip("0"):
        return one != other
    if len(a) != len(b) or len(a.rstrip("0")) < 2:
        return False
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(differing) == 1 or (len(differing) == 2 and sorted(a) == sorted(b))


def _swap_of(figure: Figure, earlier: list[Figure]) -> Figure | None:
    """The one count that has the same digits in another order, however the number may come out of others."""
    found = [f for f in earlier if f.is_plain and f.measure is None and _is_count(f) and is_swap(figure.value, f.value)]
    return found[0] if figure.is_plain and not figure.measure and len({f.value for f in found}) == 1 else None


def is_swap(one: float, other: float) -> bool:
    """True for numbers that differ in the order of two digits."""
    a, b = (f"{value:.10g}" for value in (one, other))
    return sorted(a) == sorted(b) and is_slip(one, other)


def _lengths(words: Iterable[Concordance]) -> frozenset[int]:
    """How long the lists of the article are, groups such as "a trio" included; a thing alone is a list of one."""
    found = {1}
    for known in words:
        heads = {conjunct.head for conjunct in known.related("conj")}
        firsts = (head for head in heads if head.pos_ in ("NOUN", "PROPN") and grammar.relation(head) != "conj")
        found.update(1 + len(grammar.conjuncts(first)) for first in firsts)
        found.update(int(_GROUPS[group.lemma_.lower()]) for group in known.of_lemma(_GROUPS))
    return frozenset(found)
