"""What the wording around some figures says of whether they make another: the cues that ``sums.py`` weighs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import is_gapped, is_person
from bot.analysis.errors.reckoning.totals import FROM_A_LARGER

_ALONE = frozenset(
    {"degree", "year", "day", "time", "minute", "hour", "month", "week", "lap", "night", "page", "floor"}
)
"""What a figure without a noun beside it is hardly a number of."""

_SCORED = frozenset({"run", "wicket", "over", "ball"})
"""What a report of a match counts for some of the players only."""

_LEAST_BARE = 1000
"""Numbers below this are no sums of money without a name for it."""

_NO_ADDEND = re.compile(
    r"^(?:[A-Za-z°]| ?[kMGT]?(?:W|Wh|B|b|Hz|V|Nm)\b| for (?:\d|(?:one|two|three|four|five|six|seven|eight|nine)\b))"
)
"""What stands behind a figure that nobody adds up: "25km", "251 for 8"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, its sentence, and the number of that in the body; -1 in the headline."""

    figure: Figure
    sentence: Sentence
    at: int

    @property
    def value(self) -> float:
        """The number itself."""
        return self.figure.value

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.sentence.before(self.figure)

    @property
    def after(self) -> str:
        """The sentence from the end of the figure."""
        return self.sentence.after(self.figure)

    @property
    def noun(self) -> str | None:
        """The lemma of the noun counted; None for a figure that stands alone, a measure and money."""
        figure = self.figure
        return None if figure.noun is figure.token or not figure.is_plain or figure.measure else figure.lemma


def may_add(one: Told) -> bool:
    """True for a sum of money, a measure other than of time and a count, but for those hedged by more than "about"."""
    figure = one.figure
    quantity = figure.quantity
    if quantity.kind not in ("number", "money") or quantity.hedge not in (None, "about") or figure.value <= 1:
        return False
    if figure.measure_of_time or figure.measure == "degree" or figure.lemma in _SCORED:
        return False
    return not (figure.is_plain and _NO_ADDEND.match(one.after))


def has_rest(parts: Sequence[Told]) -> bool:
    """True when one of some parts is said to be all that the others leave: "the remaining £240,000"."""
    return any(_BEHIND_WORDS["rest"].search(one.before) for one in parts)


def contradicted(parts: Sequence[Told], whole: Told) -> bool:
    """True when the wording rules a sum out: changes, prices, shares for each, and lists that the whole heads."""
    first = parts[0]
    if any(_EACH_BEHIND.match(one.after) for one in parts) or _EACH.search(parts[-1].sentence.text):
        return True
    if _LEFT_OVER.search(parts[-1].after) or any(_OF_A_GROUP.search(one.before) for one in parts):
        return True
    if any(_FROM.search(one.before) for one in (*parts, whole)) or FROM_A_LARGER.search(whole.before):
        return True
    if whole.at != first.at or whole.figure.start > first.figure.start:
        return False
    in_list = whole.after.split(maxsplit=1)[:1] == first.after.split(maxsplit=1)[:1]  # "£1,200 for this, £850 for that"
    return in_list or is_gapped(whole.sentence.between(whole.figure, first.figure))


_LEFT_OVER = re.compile(r"\b(?:the (?:rest|remainder|balance|others)|elsewhere)\b")
"""Behind the last part what is no part of the sum: "£31m for roads and £14m for buses; the rest is kept"."""
_OF_A_GROUP = re.compile(r"(?:^|[\s(“])[Oo]f (?:the|its|their|those|these) $")
_FROM = re.compile(r"\b(?:from|until|against|since|aged|between) $")


def may_be_kin(one: Told, other: Told) -> bool:
    """True for two figures that may be of one thing."""
    a, b = one.figure, other.figure
    if a.quantity.kind != b.quantity.kind:
        bare = a if a.is_plain else b
        big = bare.is_plain and bare.value >= _LEAST_BARE
        return big and bare.noun is None and bare.measure is None  # "1.9 billion euros and 1.4 billion"
    if a.quantity.unit != b.quantity.unit:
        return False
    if not a.is_plain:
        return True
    if a.measure or b.measure:
        return a.measure == b.measure or any(f.measure is None and f.lemma is None for f in (a, b))
    if one.noun is None or other.noun is None:
        return not {a.lemma, b.lemma} & _ALONE
    return one.noun == other.noun or (is_person(one.noun) and is_person(other.noun))


@dataclass(frozen=True)
class Group:
    """Parts in their order, the whole that they may make, and all figures of the text that may add up."""

    parts: tuple[Told, ...]
    whole: Told
    among: Sequence[Told]

    @cached_property
    def is_of_one_kind(self) -> bool:
        """True when every figure of the group may be of the same thing."""
        return all(may_be_kin(a, b) for a, b in combinations((*self.parts, self.whole), 2))


_BEFORE = {
    "rest": r"\b(?:the|its|their|his|her|a) (?:other|remaining|rest,?|remainder,?|balance,?)(?: of)? $|\bremaining "
    r"[^,;.]{0,12}$|\bthe (?:rest|other)\b[^,;.]{0,12}$",
    "more": r"\b(?:another|(?:a|some) further|an additional|an extra|plus|and also|add(?:s|ed|ing))(?: [a-z]+)? $",
    "total": r"\b(?:total(?:l?ing)?|sum|altogether|in all|combined|overall|together|ma[dk]e|making|makes|brings?"
    r"|bringing|brought|takes?|taking|took)\b[^,;.]{0,35}$",
    "left": r"\b(?:leav(?:es|ing|e)|left|short(?:fall)? (?:of|by)|still|gap|need(?:s|ed)?|remains?|margin|lead|majority"
    r"|difference|by)\b[^,;.]{0,20}$",
    "of": r"(?:^|[\s(“])[Oo](?:ut o)?f (?:the|its|their|those|these|all|his|her|a total of|all the)?,? ?$",
    "from": r"\b(?:from|than|up to|until|against|since|under|over|every|per|each|aged|between|compared with) $",
}
_AFTER = {
    "others": r"^(?: \w+)? (?:others?|more|in reserve|elsewhere)\b",
    "of them": r"^ of (?:them|whom|which|these|those|it)\b",
    "total": r"^(?: [a-z’-]+){0,3} (?:in all|in total|altogether|all told|combined|between them|overall|together)\b",
    "left": r"^(?: [a-z]+){0,2} (?:left|remain\w*|to (?:find|go|raise)|outstanding|missing|unsold|short|more than"
    r"|fewer than|ahead)\b",
    "of the": r"^ of (?:the|its|their|his|her) ",
}
_BEHIND_WORDS = {cue: re.compile(words) for cue, words in _BEFORE.items()}
_AHEAD_WORDS = {cue: re.compile(words) for cue, words in _AFTER.items()}
_JOINED = re.compile(r"^[^;.:]{0,60}(?:,| and| plus| while| with| but)\s(?:[\w’'-]+ ){0,4}$")
_APART = re.compile(r"\b(?:than|since|compared|previous\w*|earlier|last year|ago|target|rose|fell|from)\b")
_EACH = re.compile(r"\b(?:each|apiece|instal+ments?|every|daily|average)\b")
_EACH_BEHIND = re.compile(r"^(?: [a-z]+)? (?:a (?:day|week|month|head|night)|per|times|years? ago|ago)\b")
_CONTAINS = re.compile(
    r":|[—–]| of (?:whom|which|them|those|these)\b|\b(?:includ\w+|compris\w+|made up|divided|split|consist\w+|were"
    r"|among)\b"
)
_REACH = len(" of whom")


def cues(group: Group) -> Iterator[str]:
    """The names of the cues that hold for a group."""
    yield f"{len(group.parts)} parts"
    yield from _order(group)
    yield from _kinds(group)
    yield from _rivals(group)
    yield from _words(group)


def _order(group: Group) -> Iterator[str]:
    first, last, whole = group.parts[0], group.parts[-1], group.whole
    if last.at > first.at:
        yield "parts in two sentences" if last.at == first.at + 1 else "parts far apart"
    gap = 0 if first.at <= whole.at <= last.at else min(abs(part.at - whole.at) for part in group.parts)
    if whole.at < 0:
        yield "whole in headline"
    elif gap:
        yield "whole in next sentence" if gap == 1 else "whole near" if gap == 2 else "whole in lead"
    else:
        place = whole.figure.start
        yield "whole first" if place < first.figure.start else "whole last" if place > last.figure.start else "between"


def _kinds(group: Group) -> Iterator[str]:
    whole = group.whole
    digits = len(f"{whole.value:.10g}".replace(".", "").strip("0"))
    yield f"{min(digits, 4)} digits"
    if not whole.figure.is_plain:
        yield "money"
    elif whole.figure.measure:
        yield "measure"
    else:
        nouns = [part.noun for part in group.parts]
        if whole.noun is None:
            yield "bare whole"
        elif whole.noun in nouns:
            yield "noun of whole"
        if nouns[0] is not None and not any(nouns[1:]):
            yield "noun at first part"
        elif not any(nouns):
            yield "bare parts"


def _rivals(group: Group) -> Iterator[str]:
    """Figures beside the parts that nothing but the group's choice leaves out."""
    own = (*group.parts, group.whole)
    sentences = {part.at for part in group.parts}
    beside = [one for one in group.among if one.at in sentences and one not in own and may_be_kin(one, group.whole)]
    first, last = group.parts[0].figure.start, group.parts[-1].figure.start
    if any(first < one.figure.start < last for one in beside):
        yield "figure between"
    if beside:
        yield "figure beside" if len(beside) == 1 else "figures beside"
    biggest = max(part.value for part in group.parts)
    wholes = [
        one for one in group.among
        if one not in own and one.value > biggest and abs(one.at - group.parts[0].at) <= 2
        and may_be_kin(one, group.whole)
    ]  # fmt: skip
    if wholes:
        yield "other whole" if len(wholes) == 1 else "other wholes"


def _words(group: Group) -> Iterator[str]:
    parts, whole = group.parts, group.whole
    for how, words in _BEHIND_WORDS.items():
        if any(words.search(part.before) for part in parts):
            yield f"{how} before part"
        if words.search(whole.before):
            yield f"{how} before whole"
    for how, words in _AHEAD_WORDS.items():
        if any(words.search(part.after) for part in parts):
            yield f"{how} behind part"
        if words.search(whole.after):
            yield f"{how} behind whole"
    if _BEHIND_WORDS["rest"].search(parts[-1].before):
        yield "last is rest"
    if any(_APART.search(part.sentence.text) for part in parts):
        yield "compared"
    if any("“" in part.sentence.text or '"' in part.sentence.text for part in parts):
        yield "quoted"
    if all(a.at == b.at and _JOINED.match(a.sentence.between(a.figure, b.figure)) for a, b in pairwise(parts)):
        yield "joined"
    if whole.at == parts[0].at and whole.figure.end < parts[0].figure.start:
        start, end = whole.figure.end - whole.sentence.start, parts[0].figure.end - whole.sentence.start + _REACH
        if _CONTAINS.search(whole.sentence.text[start:end]):
            yield "containing"
