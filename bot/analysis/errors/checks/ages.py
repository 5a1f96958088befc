"""Ages against the years of birth and the ages stated elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.analysis.index import ActorIndex
from bot.language import grammar
from bot.language.quantities import number
from bot.model import Span

_Y = r"((?:18|19|20)\d\d)"
_BORN = re.compile(rf"\b[Bb](?:orn|irth)\b[^.;]{{0,60}}?\b{_Y}\b|\b[Ii]n {_Y}[^.;]{{0,30}}? (?:was|were) born\b")
_LIFE = re.compile(rf"\((?:(?:b\.|born) )?{_Y} ?[–—-] ?{_Y}\)|\((?:b\.|born) {_Y}\)")
_N = (
    r"(\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|ten|eleven|twelve"
    r"|[a-z]{3,5}teen|five|six|seven|eight|nine)(?![.,]\d)"
)
_NOW = re.compile(
    rf"\b{_N}-year-old\b|(?<=[A-Za-z’]), (?:now |aged |age )?{_N}(?=[,.;)])|\({_N}\)"
    rf"|\b(?:is|who is|she’s|he’s|[Nn]ow(?: aged)?|turn(?:s|ed)) {_N}"
    r"(?=[,.;]| (?:years? old|and|but|now|this|on|in [A-Z][a-z]+|last|earlier)\b)"
)
_THEN = re.compile(
    rf"\b(?:[Aa]t(?: the age of| age)?|[Bb]y the age of|[Aa]ged?|turned|was(?: just| only| still| barely)?|as an?) {_N}"
    r"(?=$|[,.;]| (?:years old|when|in|and|after|on|with|at)\b|-year-old)"
    r"|\b(?:his|her) (\d{1,3})(?:st|nd|rd|th) birthday\b"
)
_SHORT_OF = re.compile(
    r"\b(?:before|short of|ahead of) (?:what would have been )?(?:his|her) (\d{1,3})(?:st|nd|rd|th) birthday\b"
)
_DECADE = re.compile(
    r"\bin (?:his|her) (?:early |mid-|mid |late )?"
    r"(?:(?P<word>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|(?P<teens>teens)|(?P<figure>[2-9]0)s)\b"
)
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_LATER = re.compile(
    rf"\b(?:[Aa]t|aged|was|age) {_N}\b[^.;\d]{{0,90}}\b([\w-]+) years later,?"
    rf" (?:at|aged|when (?:he|she) was) {_N}\b"
)
_SINCE_THEN = re.compile(rf"\b(?:for|over) ([\w-]+) years,? (?:ever )?since (?:he|she) was {_N}\b")
_YEARS_AGO = re.compile(r"\b([\w-]+) years (?:ago|earlier)\b")
_DIED = re.compile(r"\b(?:died|dies|death|dead|killed|passed away|has died)\b")
_STARTED = re.compile(r"\b(?:began|started|joined|entered|took up|left school|was hired|was apprenticed)\b")
_SINCE = re.compile(rf"\bsince {_Y}\b")
_OTHER_YEAR = re.compile(r"(?<!born in )(?<!birth in )\b((?:19|20)\d\d)\b(?!-)")
_AFTER = re.compile(rf",? ?(?:(?!\b(?:and|but|then|before)\b)[^.;\d(]){{0,60}}?\b[Ii]n (?:[A-Z][a-z]+ )?{_Y}\b(?!s)")
_BEFORE = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Oo]n|of) (?:\d{{1,2}} )?(?:[A-Z][a-z]+ (?:\d{{1,2}}, )?)?{_Y},?"
    r"(?:(?!\b(?:and|but|then)\b)[^.;\d]){0,40}$"
)
_COMING = re.compile(r"\b(?:will|by|until|next|plans?|expected|due|target)\b")


_AGES_APART = 2
_RECENT = 6
"""Years within which an article was written, as it seems, that no date places."""


@dataclass(frozen=True, slots=True)
class _Birth:
    """A year of birth as a statement has it: the first and last year possible, and where it is said."""

    first: int
    last: int
    place: Span
    stated: bool
    age: int | None = None
    """The age on the day of writing, where the statement gives that."""
    is_sure: bool = True
    """False where the day of writing is only thought to be of late."""

    def agrees(self, other: "_Birth") -> bool:
        """True when one year of birth fits both statements."""
        if self.age is not None and other.age is not None:
            return abs(self.age - other.age) < _AGES_APART
        return self.first <= other.last and other.first <= self.last


@check("number.age", "Age and year of birth do not fit", severity="major", confidence=0.75)
def age(copy: Copy) -> Iterator[Finding]:
    """Every statement on one person's age or birth gives years of birth; two that share none are questioned."""
    index = copy.actors
    known: dict[str, list[_Birth]] = defaultdict(list)
    for person, birth in _births(copy, index):
        known[person].append(birth)
    only = next(iter(known)) if len(known) == 1 else None
    for person, birth in (*_ages(copy, index, only), *_rough_ages(copy, index)):
        known[person].append(birth)
    for statements in known.values():
        yield from _compare(statements)
    for match in _LATER.finditer(copy.text):
        first, gap, last = (number(group) for group in match.groups())
        if first is not None and gap is not None and last is not None and abs(first + gap - last) > 1:
            yield Finding(
                copy.span(*match.span()),
                f"Possible miscalculation: {first:g} and {gap:g} years make {first + gap:g}. Check the ages.",
            )


def _compare(statements: list[_Birth]) -> Iterator[Finding]:
    """The statement that fewest others agree with; of two, the one that does not name the year of birth."""
    odd = max(statements, key=lambda one: (sum(not one.agrees(other) for other in statements), not one.stated))
    against = sorted((one for one in statements if not one.agrees(odd)), key=lambda one: not one.stated)
    if not against:
        return
    first = against[0]
    said = f"born in {first.first}" if first.stated else f"“{first.place.text}” makes it about {first.last}"
    other = f"born in {odd.first}" if odd.stated else f"“{odd.place.text}” makes it about {odd.last}"
    yield Finding(
        odd.place,
        f"Possible miscalculation of a year of birth: {said}, but {other}. Check age and year.",
        evidence=(first.place,),
        confidence=None if odd.is_sure and first.is_sure else 0.55,
    )


def _births(copy: Copy, index: ActorIndex) -> Iterator[tuple[str, _Birth]]:
    for match in _BORN.finditer(copy.text):
        year = int(match.group(1) or match.group(2))
        person = None if _is_of_another(copy, index, match) else _person(copy, index, match.start(), match.end())
        if person is not None:
            yield person, _Birth(year, year, copy.span(*match.span(1 if match.group(1) else 2)), stated=True)
    for match in _LIFE.finditer(copy.text):
        year = int(match.group(1) or match.group(3))
        person = _person(copy, index, match.start(), match.end())
        if person is not None:
            yield person, _Birth(year, year, copy.span(*match.span()), stated=True)


def _is_of_another(copy: Copy, index: ActorIndex, match: re.Match[str]) -> bool:
    """True for the birth of somebody who is no person of the story: "when her first child was born in 1978"."""
    span = copy.body.char_span(*match.span(), alignment_mode="expand")
    born = next((token for token in span or () if token.lower_ == "born"), None)
    subject = grammar.own_subject(born) if born is not None else None
    actor = index.of(subject) if subject is not None else None
    return subject is not None and subject.pos_ == "NOUN" and (actor is None or actor.kind != "person")


def _ages(copy: Copy, index: ActorIndex, only: str | None) -> Iterator[tuple[str, _Birth]]:
    """The years of birth that ages give; ``only`` is the one person whose birth is told, who is meant where unclear."""
    least, most, is_sure = _writing_years(copy)
    for pattern in (_NOW, _THEN):
        for match in pattern.finditer(copy.text):
            stated = number(match.group(match.lastindex or 0))
            if stated is None or not 3 <= stated <= 112 or copy.is_quoted(match.start()):
                continue
            years, sentence, place = int(stated), _sentence(copy, match.start()), copy.span(*match.span())
            person = _person(copy, index, match.start(), match.end()) or _only_one(copy, index, sentence, only)
            if person is None:
                continue
            beside = _year_beside(copy, match, sentence, is_then=pattern is _THEN)
            if beside is not None:
                year, start, end = beside
                place = copy.span(min(start, match.start()), max(end, match.end()))
                is_then = "birthday" in match.group() or match.group().startswith("turned")
                yield person, _Birth(year - years - (0 if is_then else 1), year - years, place, stated=False)
            elif (ago := _years_ago(sentence, match)) is not None and pattern is _THEN:
                years += ago
                yield person, _Birth(least - years - 2, most - years + 1, place, False, years, is_sure)
            elif _SHORT_OF.search(sentence.text) and "birthday" in match.group():
                yield person, _Birth(least - years, most - years + 1, place, False, years - 1, is_sure)
            elif _is_of_now(match, pattern, sentence, least):
                yield person, _Birth(least - years - 1, most - years, place, False, years, is_sure)


def _rough_ages(copy: Copy, index: ActorIndex) -> Iterator[tuple[str, _Birth]]:
    """ "in her seventies", and "for 50 years, since she was 16", which tell the age of the day of writing."""
    least, most, is_sure = _writing_years(copy)
    for match in _DECADE.finditer(copy.text):
        sentence = _sentence(copy, match.start())
        person = _person(copy, index, match.start(), match.end())
        if person is not None and not _OTHER_YEAR.search(sentence.text) and not copy.is_quoted(match.start()):
            tens = 10 if match["teens"] else _TENS.get(match["word"] or "", 0) or int(match["figure"] or 0)
            yield person, _Birth(least - tens - 10, most - tens, copy.span(*match.span()), False, is_sure=is_sure)
    for match in _SINCE_THEN.finditer(copy.text):
        span, start = number(match.group(1)), number(match.group(2))
        person = _person(copy, index, match.start(), match.end())
        if person is not None and span is not None and start is not None and not copy.is_quoted(match.start()):
            years = int(span + start)
            place = copy.span(*match.span())
            yield person, _Birth(least - years - 2, most - years + 1, place, False, years, is_sure)


def _years_ago(sentence: Span, match: re.Match[str]) -> int | None:
    """How long ago somebody was of an age: "30 years ago, when she was 19"."""
    at = match.start() - sentence.start
    found = [m for m in _YEARS_AGO.finditer(sentence.text) if abs(m.start() - at) < 60]
    count = number(found[0].group(1)) if len(found) == 1 else None
    return int(count) if count is not None and found[0].group().endswith("ago") else None


def _is_of_now(match: re.Match[str], pattern: re.Pattern[str], sentence: Span, now: int) -> bool:
    """True for an age that nothing dates, and that is therefore of the day of writing or of a death just told of."""
    stated = set(_OTHER_YEAR.findall(sentence.text))
    if pattern is _NOW:
        before = set(_OTHER_YEAR.findall(sentence.text[: match.start() - sentence.start])) - {str(now)}
        return not before or re.search(r"\bnow\b", match.group()) is not None
    if match.group().startswith("was") and not re.match(r"[.,;]|$", match.string[match.end() :][:1]):
        return False
    return _DIED.search(sentence.text) is not None and stated <= {str(now)}


def _writing_years(copy: Copy) -> tuple[int, int, bool]:
    """The first and the last year in which the article may have been written, and whether the first is sure.

    Without a date it is no older than the latest year that it names as past, and not of the future;
    where it names none but years of birth, it is taken for one of late.
    """
    if copy.published is not None:
        return copy.published.year - 1, copy.published.year, True
    named = [
        int(match.group())
        for match in re.finditer(r"\b(?:19|20)\d\d\b", copy.text)
        if not _COMING.search(copy.text[max(0, match.start() - 40) : match.start()])
    ]
    today = datetime.now(UTC).year
    last = max((year for year in named if year <= today), default=0)
    births = {int(year) for found in _BORN.findall(copy.text) for year in found if year}
    if last and (copy.year is not None or last not in births):
        return last, today, True
    return today - _RECENT, today, False


def _year_beside(copy: Copy, match: re.Match[str], sentence: Span, *, is_then: bool) -> tuple[int, int, int] | None:
    """The year of an age in the past and where it stands: "at 34, in 1999", "in 1999, at 34".

    The age at which somebody began what the text says they have done "since 1968" is that of 1968.
    """
    text = copy.text
    after = _AFTER.match(text, match.end(), match.end() + 90)
    if is_then and after is not None and not re.search(r"\bborn\b", after.group()):
        return int(after.group(1)), *after.span(1)
    start = max(0, match.start() - 70)
    before = _BEFORE.search(text[start : match.start()])
    if before is not None:
        is_birth = re.search(r"\b(?:[Bb]orn|birth)\b", text[max(0, start + before.start() - 30) : match.start()])
        return None if is_birth else (int(before.group(1)), start + before.start(1), start + before.end(1))
    life = _LIFE.search(sentence.text) if is_then and _DIED.search(sentence.text) else None
    if life is not None and life.group(2):
        return int(life.group(2)), *match.span()
    since = list(_SINCE.finditer(text))
    if is_then and len(since) == 1 and _STARTED.search(sentence.text):
        return int(since[0].group(1)), *match.span()
    return None


def _only_one(copy: Copy, index: ActorIndex, sentence: Span, only: str | None) -> str | None:
    """The person whose birth is told, where the sentence names that person and nobody else."""
    span = copy.body.char_span(sentence.start, sentence.end, alignment_mode="contract")
    found = {actor.id for token in span or () if (actor := index.of(token)) is not None and actor.kind == "person"}
    return only if only is not None and found == {only} else None


def _sentence(copy: Copy, at: int) -> Span:
    found = copy.body.char_span(at, at + 1, alignment_mode="expand")
    return copy.of(found.sent) if found is not None else copy.span(0, 0)


def _person(copy: Copy, index: ActorIndex, start: int, end: int) -> str | None:
    """Whose age it is: the person named just before, whom the phrase modifies, or the subject of its clause."""
    span = copy.body.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    candidates: list[Token] = []
    if copy.text[start] in ",(" or copy.text[start : start + 1] == "(":
        before = [copy.body[i] for i in range(max(0, span.start - 2), span.start)][::-1]
        candidates += [token for token in before if token.pos_ != "PRON"]  # "her husband, 87": not her
    above: Token | None = span.root
    for _ in range(5):
        if above is None:
            break
        candidates.append(above)
        if grammar.relation(above) == "acl:relcl":
            candidates += _described(above)
            break
        if grammar.is_predicate(above) and (subject := grammar.subject(above)) is not None:
            candidates.append(subject)
        above = grammar.governor(above)
    for token in candidates:
        actor = index.of(token)
        if actor is not None and actor.kind == "person":
            return actor.id
    return None


def _described(clause: Token) -> Iterator[Token]:
    """The noun that a relative clause describes and the name that the noun stands beside, never the subject above."""
    noun = grammar.governor(clause)
    while noun is not None:
        yield noun
        noun = grammar.governor(noun) if grammar.relation(noun) in ("appos", "flat", "nmod:desc") else None
