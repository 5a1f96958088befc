"""Kinds of a group that is counted elsewhere: "Of the injured, 12 … and 31 …", "11 boys and seven girls"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, is_group, mismatch, shown
from bot.analysis.errors.reckoning.parts import OVERLAP
from bot.analysis.errors.taken_up import is_slip
from bot.language import grammar

_BEHIND = 4
"""Sentences before its kinds in which a group is looked for, beside those that open the text."""

_LEAD = 2


def breakdowns(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Kinds that do not make the number of the group that they are said to be of."""
    for at, sentence in enumerate(sentences):
        if len(sentence.figures) >= 2 and not OVERLAP.search(sentence.text):
            before = [*sentences[: min(_LEAD, at)], *sentences[max(min(_LEAD, at), at - _BEHIND) : at]]
            yield from _of_the_hurt(sentence, before)
            yield from _of_its_kind(sentence, sentences)
            yield from _sexes(sentence, before)
            yield from _the_dead_were(sentence)
            yield from _all_of_them(sentence)


_FATES = (
    r"injured|hurt|wounded|casualties",
    r"dead|killed|died|victims|deaths|bodies",
    r"arrested|detained|held|arrests|suspects|detainees",
    r"rescued|saved|survivors|survived",
    r"missing",
    r"convicted|guilty|sentenced|jailed",
    r"infected|ill|cases|sick",
)
_OF_THE = re.compile(r"^\W*(?:But |And )?[Oo]f (?:the|those|these) (?:(?:people|men|women) )?(?P<who>[a-z]+),")
_CLAUSE = 30


def _of_the_hurt(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "43 were injured. … Of the injured, 12 were in a serious condition and 31 had lighter wounds"."""
    told = _OF_THE.match(sentence.text)
    fate = next((words for words in _FATES if re.fullmatch(words, told["who"])), None) if told is not None else None
    parts = [f for f in sentence.figures if f.is_plain and not f.measure]
    if fate is None or not 2 <= len(parts) <= 4 or len(parts) != len(sentence.figures):
        return
    if any(f.quantity.hedge or (f.lemma not in (None, "people", "person") and f.noun is not f.token) for f in parts):
        return
    near = re.compile(rf"^[^,;.\d]{{0,{_CLAUSE}}}\b(?:{fate})\b")
    ahead = re.compile(rf"\b(?:{fate}|kill\w*|injur\w*|wound\w*|arrest\w*|rescu\w*) (?:at least |about |some )?$")
    wholes = [
        f for s in before for f in s.figures if f.is_plain and (near.match(s.after(f)) or ahead.search(s.before(f)))
    ]
    if len({f.value for f in wholes}) == 1 and not wholes[0].quantity.hedge:
        yield from _compare(parts, wholes[0])


_THE = re.compile(r"^\W*(?:[A-Z][a-z]+ said (?:that )?)?[Tt]he $")
_WERE = re.compile(r"^ (?:[a-z]+ ){0,3}(?:were|are|was|comprise[sd]?|consist(?:s|ed)? of) (?:the )?$")
_ITEM = re.compile(r"^ (?:[\w’'-]+ ){0,4}?[\w’'-]+(?:,|,? and) $")
_ONE_MORE = re.compile(r"(?:,|\band) (?:an?|the|his|her|their|its|two of whom|[A-Z][a-z]+) ")


def _the_dead_were(sentence: Sentence) -> Iterator[Mismatch]:
    """ "The 12 dead were five women, four men and three children"."""
    whole, *parts = sentence.figures
    if len(parts) < 2 or not _THE.match(sentence.before(whole)) or not _WERE.match(sentence.between(whole, parts[0])):
        return
    joined = all(_ITEM.match(sentence.between(a, b)) for a, b in pairwise(parts))
    plain = all(f.is_plain and not f.measure and not f.quantity.hedge for f in sentence.figures)
    if joined and plain and not _ONE_MORE.search(sentence.text, whole.end - sentence.start):
        yield from _compare(parts, whole, sure=True)


_IS = re.compile(r"^ of (?:the|its|their|these|those) (?P<noun>[a-z]+)\b(?! (?:that|who|which)\b)")
_MORE = re.compile(r"\b(?:another|rest|remain\w*|others?|more|elsewhere|only|just|includ\w+|still|each|either)\b")


def _of_its_kind(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "shut 11 hospitals. … Seven of its hospitals are in the north and four in the south"."""
    parts = [f for f in sentence.figures if f.is_plain and not f.measure]
    if not 2 <= len(parts) <= 3 or len(parts) != len(sentence.figures) or _MORE.search(sentence.text):
        return
    first, *others = parts
    noun = next((noun.lemma_.lower() for how, noun in grammar.modifiers(first.token) if how == "of"), None)
    if _IS.match(sentence.after(first)) is None or noun is None or sentence.text[-1:] not in '.”"’':
        return
    if not all(f.noun is None or f.noun is f.token for f in parts):
        return
    if any(re.search(r"[,;:] (?:but|while|where)\b|;|:", sentence.between(a, b)) for a, b in pairwise(parts)):
        return
    wholes = [f for s in sentences[:_LEAD] for f in s.figures if f.is_plain and f.lemma == noun and f not in parts]
    if len(wholes) != 1:
        wholes = [f for s in sentences for f in s.figures if f.is_plain and f.lemma == noun and f not in parts]
    if len({f.value for f in wholes}) != 1 or any(f.quantity.hedge for f in (wholes[0], *others)):
        return
    whole, total = wholes[0].value, sum(f.value for f in parts)
    missed = total > whole or is_slip(total, whole) or whole - total == 1
    if missed and wholes[0].start < first.start and max(f.value for f in parts) < whole:
        yield from _compare(parts, wholes[0], sure=True)


_SEXES = (
    (frozenset({"man", "male"}), frozenset({"woman", "female"})),
    (frozenset({"boy"}), frozenset({"girl"})),
    (frozenset({"adult", "grown-up", "man"}), frozenset({"child", "minor", "juvenile"})),
)
_YOUNG = frozenset(
    {"child", "pupil", "youngster", "teenager", "student", "schoolchild", "youth", "baby", "minor", "kid", "infant"}
)
_ANYBODY = frozenset(
    {"people", "person", "passenger", "member", "victim", "patient", "student", "prisoner", "migrant", "survivor"}
)
_AND = re.compile(r"^ [a-z]+(?:,? and|,) (?:the |his |her )?$")
_AND_OTHERS = re.compile(r"^ [a-z]+(?:,? and|,) (?:\d|an? |one|two|three|four|five|six|seven|eight|nine|the |[A-Z])")


def _sexes(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[Mismatch]:
    """ "took away 23 people, 14 men and nine women": two kinds that leave nobody out."""
    for one, two in pairwise(sentence.figures):
        kinds = {one.lemma, two.lemma}
        both = [pair for pair in _SEXES if (kinds & pair[0]) and (kinds & pair[1])]
        if not both or not _AND.match(sentence.between(one, two)) or one.quantity.hedge or two.quantity.hedge:
            continue
        if _AND_OTHERS.match(sentence.after(two)) or _OF_ANY.search(sentence.before(one)):
            continue
        umbrella = _YOUNG if "boy" in kinds or "girl" in kinds else _ANYBODY
        here = [f for f in sentence.figures if f.end < one.start]
        wholes = [f for f in here if f.lemma in umbrella]
        if wholes and here[-1] not in wholes:
            continue  # "five women, four men and two children"
        if not wholes and before and not here:
            wholes = [f for f in before[-1].figures if f.lemma in umbrella]
        if len(wholes) == 1 and wholes[0].is_plain and not wholes[0].quantity.hedge:
            yield from _compare([one, two], wholes[0], sure=True)


_OF_ANY = re.compile(r"\b(?:includ\w+|among|with|more|another|at least|kill\w*|injur\w*|for|per) (?:[a-z]+ )?$")


def _compare(parts: Sequence[Figure], whole: Figure, sure: bool = False) -> Iterator[Mismatch]:
    """Flags parts that are too many, or that miss their whole by one slip; by anything when nothing can be left out."""
    total = sum(f.value for f in parts)
    slips = [(total, whole.value), *((f.value, whole.value - total + f.value) for f in parts)]
    near = 0.5 < total / whole.value < 2
    wrong = total > whole.value or sure or any(right > 0 and is_slip(value, right) for value, right in slips)
    if total != whole.value and near and wrong:
        values = " and ".join(shown(f.value) for f in parts)
        yield mismatch(parts, f"{values} make {shown(total)}, not {shown(whole.value)}")


_ALL_M = re.compile(r"(?:,|—|–) all (?:but )?(?:of (?:the )?)?$")
_OF_THEM = re.compile(r"^(?: of (?:them|whom|which)\b)")
_LIST_BEFORE = re.compile(r"(?:, [^,]{2,40},? and|\b(?P<one>and (?:an?|one))) [^,]{2,60}, all $")
"""More than what the last figure counts: "two banks in Riga and a broker in Oslo, all three of which"."""


def _all_of_them(sentence: Sentence) -> Iterator[Mismatch]:
    """ "took five for 31, all four of them before lunch": as many of them as there are not."""
    for every in sentence.figures:
        if not every.is_plain or not _ALL_M.search(sentence.before(every)) or not _OF_THEM.match(sentence.after(every)):
            continue
        if "all but" in sentence.before(every)[-12:]:
            continue
        ahead = [f for f in sentence.figures if f.end < every.start and f.is_plain and not f.measure]
        list_before = _LIST_BEFORE.search(sentence.before(every))
        one_more = list_before is not None and list_before["one"] is not None and len(ahead) == 1
        listed = list_before is not None and not (one_more and ahead[0].value + 1 != every.value)
        near = [f for f in ahead if 0.5 <= f.value / every.value <= 2]
        if listed or len(near) != 1 or near[0].quantity.hedge or near[0].value == every.value:
            continue
        counted = is_group(sentence, near[0]) or near[0].noun is None
        if counted and not any(f.value == every.value for f in ahead):
            yield mismatch(
                [near[0], every], f"{shown(near[0].value)} are counted, and then all {shown(every.value)} of them"
            )
