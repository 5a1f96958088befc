"""Ages and spans of years against the years stated."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.analysis.index import ActorIndex
from bot.language import grammar
from bot.language.quantities import number
from bot.model import Span

_Y = r"((?:18|19|20)\d\d)"
_BORN = re.compile(rf"\b[Bb](?:orn|irth)\b[^.;]{{0,60}}?\b{_Y}\b|\b[Ii]n {_Y}[^.;]{{0,30}}? (?:was|were) born\b")
_N = r"(\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_NOW = re.compile(
    r"\b(\d{1,3})-year-old\b|(?<=[A-Za-z’]), (?:now |aged |age )?(\d{1,3})(?=[,.;)])|\((\d{1,3})\)"
    r"|\b(?:is|who is|she’s|he’s|[Nn]ow|turned|turns) (\d{1,3})(?=[,.;]| (?:years? old|and|but"
    r"|now|this|on)\b)|\bnow aged (\d{1,3})\b"
)
_THEN = re.compile(
    r"\b(?:at(?: the age of| age)?|aged|age|when (?:he|she) was|was|turned|was just|was only|as"
    r" an?) (\d{1,3})(?=$|[,.;]| (?:years old|when|in|and|after|on|with|at)\b|-year-old)"
)
_DIED = re.compile(r"\b(?:died|dies|death|dead|killed|passed away|has died)\b")
_YEARS_AGO = re.compile(
    r"\b((?:18|19|20)\d\d), (?:more than |about |almost |nearly |some |exactly )?([\w-]+) years (ago|later)\b"
)
_RANGE = re.compile(
    r"\b(?:from|between) (?:[A-Z][a-z]+ )?((?:19|20)\d\d) (?:to|and|until|till) (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b"
)
_SPAN = re.compile(
    r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|until) ((?:19|20)\d\d),? (?:a (?:period|span|total) of "
    r"|for )?(?:the )?([\w-]+) years\b"
)
_SINCE = re.compile(
    rf"\b(?:for|over|after)(?: the (?:past|last))? (?:more than |about |almost |nearly |over )?{_N}"
    rf" years[^.;]{{0,40}}?,? (?:ever )?since {_Y}\b"
    rf"|\bsince {_Y}\b[^.;]{{0,40}}?\b(?:for|over|in)(?: (?:the|his|her|its|their))?(?: (?:past"
    rf"|last))? (?:more than |about |almost |nearly )?{_N} years\b"
)


_OTHER_YEAR = re.compile(r"(?<!born in )(?<!birth in )\b((?:19|20)\d\d)\b(?!-)")


@dataclass(frozen=True, slots=True)
class _Birth:
    """A year of birth as a statement has it: the first and last year possible, and where it is said."""

    first: int
    last: int
    place: Span
    stated: bool


@check("number.age", "Age and year of birth do not fit", severity="major", confidence=0.75)
def age(copy: Copy) -> Iterator[Finding]:
    """Every statement on one person's age or birth gives years of birth; two that share none are questioned."""
    index = copy.actors
    known: dict[str, list[_Birth]] = defaultdict(list)
    for person, birth in (*_births(copy, index), *_ages(copy, index)):
        known[person].append(birth)
    for statements in known.values():
        stated = sorted(statements, key=lambda b: not b.stated)
        first = stated[0]
        for other in stated[1:]:
            if other.first > first.last or other.last < first.first:
                said = (
                    f"the year of birth is {first.first} by “{first.place.text}”"
                    if not first.stated
                    else f"born in {first.first}"
                )
                yield Finding(
                    other.place,
                    f"Possible miscalculation: {said}, but “{other.place.text}” makes it about"
                    f" {other.first + 1}. Check age and year.",
                    evidence=(first.place,),
                )
                break


def _births(copy: Copy, index: ActorIndex) -> Iterator[tuple[str, _Birth]]:
    for match in _BORN.finditer(copy.text):
        year = int(match.group(1) or match.group(2))
        person = _person(copy, index, match.start(), match.end())
        if person is not None:
            yield person, _Birth(year, year, copy.span(*match.span(1 if match.group(1) else 2)), stated=True)


def _ages(copy: Copy, index: ActorIndex) -> Iterator[tuple[str, _Birth]]:
    named = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", copy.text)]
    # nothing dates the article itself: it is no older than the latest year that it names
    now = copy.year or max(named, default=None)
    for pattern in (_NOW, _THEN):
        for match in pattern.finditer(copy.text):
            group = match.lastindex or 0
            years = int(match.group(group))
            if not 3 <= years <= 112 or copy.is_quoted(match.start()):
                continue
            sentence = _sentence(copy, match.start())
            year = _year_beside(copy.text, match) if pattern is _THEN else None
            told = {int(y) for y in _OTHER_YEAR.findall(copy.text, sentence.start, match.start())} - {now}
            if pattern is _NOW and told and not re.search(r"\bnow\b", match.group()):
                continue  # the age of then, as it may be
            if pattern is _THEN and year is None:
                dead = _DIED.search(sentence.text) is not None
                stated = re.findall(r"\b(?:19|20)\d\d\b", sentence.text)
                if not dead or (stated and now is not None and str(now) not in stated):
                    continue
            year = year or now
            person = _person(copy, index, match.start(), match.end()) if year is not None else None
            if person is not None and year is not None:
                slack = 0 if pattern is _THEN and year != now else 1
                yield (
                    person,
                    _Birth(
                        year - years - 1 - slack,
                        year - years + slack if year != now or copy.year else year,
                        copy.span(*match.span()),
                        stated=False,
                    ),
                )


def _year_beside(text: str, match: re.Match[str]) -> int | None:
    """The year of an age in the past: "at 34 in 1999", "in 1999, at 34"."""
    after = re.match(rf"[^.;,]{{0,40}}?,? in {_Y}\b", text[match.end() : match.end() + 60])
    if after is not None:
        return int(after.group(1))
    before = re.search(rf"\b[Ii]n {_Y},? [^.;\d]{{0,40}}$", text[max(0, match.start() - 60) : match.start()])
    return int(before.group(1)) if before is not None else None


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
        candidates += [copy.body[i] for i in range(max(0, span.start - 2), span.start)][::-1]
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


@check("number.years", "Years do not add up", severity="major", confidence=0.75)
def years(copy: Copy) -> Iterator[Finding]:
    """ "in 1990, 25 years ago", "from 2010 to 2015, eight years", "for 12 years, since 2004", against the calendar."""
    now = copy.year
    for match in _YEARS_AGO.finditer(copy.text):
        stated = number(match.group(2))
        if stated is None or match.group(3) == "later" or now is None:
            continue
        right = now - int(match.group(1))
        if abs(right - stated) > max(1.0, 0.1 * right):
            yield _finding(copy, match, f"{match.group(1)} was {right} years before {now}")
    for match in _SINCE.finditer(copy.text):
        stated = number(match.group(1) or match.group(4))
        if stated is None or now is None:
            continue
        right = now - int(match.group(2) or match.group(3))
        if abs(right - stated) > max(1.5, 0.1 * right):
            yield _finding(copy, match, f"from {match.group(2) or match.group(3)} to {now} it is {right} years")
    for match in _RANGE.finditer(copy.text):
        if int(match.group(1)) > int(match.group(2)):
            yield Finding(
                copy.span(*match.span()),
                f"Possible wrong years: {match.group(2)} is before {match.group(1)}. Check the years.",
            )
    for match in _SPAN.finditer(copy.text):
        stated = number(match.group(3))
        right = int(match.group(2)) - int(match.group(1))
        if stated is not None and abs(right - stated) > 1:
            yield _finding(copy, match, f"from {match.group(1)} to {match.group(2)} it is {right} years")


def _finding(copy: Copy, match: re.Match[str], message: str) -> Finding:
    return Finding(copy.span(*match.span()), f"Possible miscalculation: {message}. Check the years.")
