"""Ages against the years of birth and the ages stated elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.events import ENDLESS
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.ages import N, ages, rough_ages
from bot.analysis.errors.lives.births import Birth, births
from bot.analysis.errors.lives.first_jobs import GROWN_AT, grown_up
from bot.analysis.errors.lives.obituaries import ages_at_death, ages_of_lives
from bot.analysis.errors.lives.one_sentence import sums
from bot.analysis.errors.lives.own_words import own_ages
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.language import grammar
from bot.language.quantities import number
from bot.language.tokens import Token
from bot.model import Span

_NEAR = 100
"""Characters within which two statements that do not fit are marked as one place."""
_PAIR = 2
_FARTHEST = 10
"""Years between two births that ages alone give, beyond which the ages are rather those of two people."""
_LATER = re.compile(
    rf"\b(?:[Aa]t|aged|was|age) {N}\b[^.;\d]{{0,90}}\b([\w-]+) years later,?"
    rf" (?:at|aged|when (?:he|she) was) {N}\b"
)


@check("number.age", "Age and year of birth do not fit", severity="major", confidence=0.75)
def age(copy: Copy) -> Iterator[Finding]:
    """Every statement on one person's age or birth gives years of birth; two that share none are questioned."""
    known: dict[str, list[Birth]] = defaultdict(list)
    for person, birth in births(copy):
        known[person].append(birth)
    only = next(iter(known)) if len(known) == 1 else None
    described = {noun: person for person, birth in births(copy) if (noun := _described(copy, birth)) is not None}
    for person, birth in (*ages(copy, only), *rough_ages(copy), *own_ages(copy)):
        noun = _described(copy, birth)
        known[person if noun is None else described.get(noun, person)].append(birth)
    found = [finding for statements in known.values() for finding in _compare(copy, statements)]
    yield from found
    for place, years, born, then in sums(copy):
        if not any(one.span is not None and place.start <= one.span.start <= place.end for one in found):
            yield Finding(
                place,
                f"Possible miscalculation: someone born in {born} was about {then - born} in {then}, not {years}. "
                "Check age and years.",
            )
    for place, right, days in (*ages_at_death(copy), *ages_of_lives(copy)):
        yield Finding(
            place,
            f"Possible miscalculation: the days of birth and death make the age {right}. Check both.",
            evidence=(days,),
        )
    if known:
        yield from _too_young(copy, known)
    for match in find_all(_LATER, copy.text):
        first, gap, last = (number(group) for group in match.groups())
        if first is not None and gap is not None and last is not None and abs(first + gap - last) > 1:
            yield Finding(
                copy.span(*match.span()),
                f"Possible miscalculation: {first:g} and {gap:g} years make {first + gap:g}. Check the ages.",
            )


def _described(copy: Copy, said: Birth) -> Token | None:
    """The noun that a statement stands below: the winger of "the 19-year-old winger, born in May 2001"."""
    span = copy.body.char_span(said.place.start, said.place.end, alignment_mode="expand")
    word = span.root if span is not None else None
    while word is not None and word.pos_ not in ("NOUN", "PRON") and not grammar.relation(word).startswith("acl"):
        word = grammar.governor(word)
    if word is None or (word.pos_ == "NOUN" and not word.text[0].islower()):
        return None
    return grammar.governor(word) if word.pos_ == "VERB" else word


def _compare(copy: Copy, statements: list[Birth]) -> Iterator[Finding]:
    """The statement that fewest others agree with; of two, the one that names no year of birth, else the later one."""
    odd = max(
        statements,
        key=lambda one: (sum(not one.agrees(other) for other in statements), not one.stated, one.place.start),
    )
    against = sorted((one for one in statements if not one.agrees(odd)), key=lambda one: not one.stated)
    if not against:
        return
    first = against[0]
    if not (odd.stated or first.stated) and not _comparable(odd, first):
        return
    said = f"born in {first.first}" if first.stated else f"“{first.place.text}” makes it about {first.last}"
    other = f"born in {odd.first}" if odd.stated else f"“{odd.place.text}” makes it about {odd.last}"
    yield Finding(
        _both(copy, odd.place, first.place) if len(statements) == _PAIR else odd.place,
        f"Possible miscalculation of a year of birth: {said}, but {other}. Check age and year.",
        evidence=(first.place,),
        confidence=None if odd.is_sure and first.is_sure else 0.55,
    )


def _too_young(copy: Copy, known: dict[str, list[Birth]]) -> Iterator[Finding]:
    """ "Smith, 61, had served since 1958": the first date of a grown-up's life at which its bearer was a child."""
    seen: set[str] = set()
    nouns = {copy.body[int(key[1:])].lemma_.lower(): key for key in known if key.startswith("#")}
    for (person, noun), moment in grown_up(copy):
        statements = known.get(person) or known.get(nouns.get(noun or "", ""))
        if not statements or person in seen:
            continue
        oldest = min(statements, key=lambda one: one.first if one.earliest is None else one.earliest)
        told = moment.first if moment.last >= ENDLESS else moment.last
        years = date.fromordinal(told).year - (oldest.first if oldest.earliest is None else oldest.earliest)
        if years < GROWN_AT:
            seen.add(person)
            yield Finding(
                copy.span(moment.start, moment.end),
                f"Possible wrong year: “{oldest.place.text}” makes it the age of {max(0, years)} at most. "
                "Check age and year.",
                evidence=(oldest.place,),
                confidence=None if oldest.is_sure else 0.55,
            )


def _comparable(one: Birth, other: Birth) -> bool:
    """True for two ages on the day of writing, and for two on known days, unless they are rather of two people."""
    of_today = one.age is not None and other.age is not None
    on_known_days = (one.is_sure and other.is_sure) or one.is_surely_apart(other)
    return (of_today or on_known_days) and one.apart(other) <= _FARTHEST


def _both(copy: Copy, odd: Span, other: Span) -> Span:
    """The stretch that holds two statements near each other, as nobody can tell which is wrong; else the odd one."""
    start, end = min(odd.start, other.start), max(odd.end, other.end)
    return copy.span(start, end) if end - start <= _NEAR else odd
