"""Big numbers of one thing, each told once, of which one is a slip of the other: 88,000 bags, and 98,000 bags."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.mismatch import is_person
from bot.analysis.errors.taken_up import TakenUp, is_slip, is_swap
from bot.language import grammar

_LEAST, _LEAST_OF_PEOPLE = 1000, 100
"""Counts below these are one slip apart by chance too often."""

_OF_ANOTHER_TIME = re.compile(
    r"\b(?:than|against|compared|another|more|further|other|rose|risen|f[ae]ll(?:en)?|from|since|ago|earlier"
    r"|previous\w*|last (?:year"
    r"|month|season|week|time)|year before|average|record|target|capacity|up|down|raised?|cut|least|most)\b"
)
_POINTING = frozenset({"the", "its", "their", "these", "those", "all", "his", "her"})


def twice_told(title: Sequence[Sentence], body: Sequence[Sentence]) -> Iterator[TakenUp]:
    """Counts of the body that are a slip away from the one other of their noun, or of people, their digits swapped."""
    told = [(s, f) for s in (*title, *body) for f in s.figures]
    times = Counter(f.value for _, f in told)
    known = [(s, f) for s, f in told if times[f.value] == 1 and _is_count(f)]
    for at, (sentence, figure) in enumerate(known):
        before = [(s, f) for s, f in known[:at] if s is not sentence]
        same = [(s, f) for s, f in before if f.lemma == figure.lemma and figure.value >= _LEAST]
        slipped = [(s, f) for s, f in same if _is_digit_off(f.value, figure.value)]
        if (
            len(slipped) == 1
            and _is_of_one(slipped[0][0], sentence, figure)
            and not any(_is_of_another_time(s, f) for s, f in (slipped[0], (sentence, figure)))
        ):
            yield TakenUp(figure, slipped[0][1])
        elif is_person(figure.lemma or "") and _is_pointed_at(figure):
            people = [f for _, f in before if is_person(f.lemma or "") and is_swap(f.value, figure.value)]
            if len(people) == 1 and people[0].lemma != figure.lemma:
                yield TakenUp(figure, people[0])


def _is_of_one(before: Sentence, sentence: Sentence, figure: Figure) -> bool:
    """True when a count is pointed at, or of what both sentences name: two towns have bags of their own."""
    one, other = (set(_NAME.findall(s.text)) for s in (before, sentence))
    return _is_pointed_at(figure) or (bool(one & other) and other <= one)


_NAME = re.compile(
    r"(?<=[a-z,’”] )(?!January|February|March|April|May|June|July|August|September|October|November|December"
    r"|[A-Z][a-z]+day\b)[A-Z][\w’-]+|\b(?<=In )[A-Z][\w’-]+"
)


def _is_of_another_time(sentence: Sentence, figure: Figure) -> bool:
    """True when the words around a count tell it from another: more of them, or those of a year before."""
    around = sentence.before(figure)[-_AHEAD:] + " " + sentence.after(figure)[:_BEHIND]
    return _OF_ANOTHER_TIME.search(around) is not None


_AHEAD, _BEHIND = 30, 22


def _is_count(figure: Figure) -> bool:
    plain = figure.is_plain and figure.measure is None and figure.quantity.hedge in (None, "about")
    return plain and figure.value >= _LEAST_OF_PEOPLE and figure.lemma is not None


def _is_digit_off(one: float, other: float) -> bool:
    """True for one slip that is no zero too many: another size is mostly another thing."""
    return is_slip(one, other) and f"{one:.10g}".rstrip("0") != f"{other:.10g}".rstrip("0") and 0.1 < one / other < 10


def _is_pointed_at(figure: Figure) -> bool:
    """True for a number with "the" or "its", which takes up one that was told."""
    noun = figure.noun
    return noun is not None and any(d.lower_ in _POINTING for d in grammar.dependents(noun) if d.i < figure.token.i)
