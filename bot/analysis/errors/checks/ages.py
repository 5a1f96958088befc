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
_N = (
    r"(\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|ten|eleven|twelve"
    r"|[a-z]{3,5}teen|five|six|seven|eight|nine)"
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


@dataclass(frozen=True, slots=True)
class _Birth:
    """A year of birth as a statement has it: the first and last year possible, and where it is said."""

    first: int
    last: int
    place: Span
    stated: bool

    def agrees(self, other: "_Birth") -> bool:
        """True when one year of birth fits both statements."""
        return self.first <= other.last and other.first <= self.last


@check("number.age", "Age and year of birth do not fit", severity="major", confidence=0.75)
def age(copy: Copy) -> Iterator[Finding]:
    """Every statement on one person's age or birth gives years of birth; two that share none are questioned."""
    index = copy.actors
    known: dict[str, list[_Birth]] = defaultdict(list)
    for person, birth in _births(copy, index):
        known[person].append(birth)
    only = next(iter(known)) if len(known) == 1 else None
    for person, birth in _ages(copy, index, only):
        known[person].append(birth)
    for statements in known.values():
        yield from _compare(statements)


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
    )


def _births(copy: Copy, index: ActorIndex) -> Iterator[tuple[str, _Birth]]:
    for match in _BORN.finditer(copy.text):
        year = int(match.group(1) or match.group(2))
        person = _person(copy, index, match.start(), match.end())
        if person is not None:
            yield person, _Birth(year, year, copy.span(*match.span(1 if match.group(1) else 2)), stated=True)


def _ages(copy: Copy, index: ActorIndex, only: str | None) -> Iterator[tuple[str, _Birth]]:
    """The years of birth that ages give; ``only`` is the one person whose birth is told, who is meant where unclear."""
    least, most = _writing_years(copy)
    for pattern in (_NOW, _THEN):
        for match in pattern.finditer(copy.text):
            years = number(match.group(match.lastindex or 0))
            if years is None or not 3 <= years <= 112 or copy.is_quoted(match.start()):
                continue
            sentence = _sentence(copy, match.start())
            beside = _year_beside(copy, match, sentence, is_then=pattern is _THEN)
            if beside is None and not _is_of_now(match, pattern, sentence, least):
                continue
            person = _person(copy, index, match.start(), match.end()) or _only_one(copy, index, sentence, only)
            if person is None:
                continue
            place = copy.span(*match.span())
            if beside is None:
                yield person, _Birth(least - int(years) - 1, most - int(years), place, stated=False)
            else:
                year, start, end = beside
                place = copy.span(min(start, match.start()), max(end, match.end()))
                is_then = "birthday" in match.group() or match.group().startswith("turned")
                yield person, _Birth(year - int(years) - (0 if is_then else 1), year - int(years), place, stated=False)


def _is_of_now(match: re.Match[str], pattern: re.Pattern[str], sentence: Span, now: int) -> bool:
    """True for an age that nothing dates, and that is therefore of the day of writing or of a death just told of."""
    stated = set(_OTHER_YEAR.findall(sentence.text))
    if pattern is _NOW:
        before = set(_OTHER_YEAR.findall(sentence.text[: match.start() - sentence.start])) - {str(now)}
        return not before or re.search(r"\bnow\b", match.group()) is not None
    if match.group().startswith("was") and not re.match(r"[.,;]|$", match.string[match.end() :][:1]):
        return False
    return _DIED.search(sentence.text) is not None and stated <= {str(now)}


def _writing_years(copy: Copy) -> tuple[int, int]:
    """The first and the last year in which the article may have been written.

    Without a date it is no older than the latest year that it names as past, and not of the future.
    """
    if copy.published is not None:
        return copy.published.year - 1, copy.published.year
    named = [
        int(match.group())
        for match in re.finditer(r"\b(?:19|20)\d\d\b", copy.text)
        if not _COMING.search(copy.text[max(0, match.start() - 40) : match.start()])
    ]
    today = datetime.now(UTC).year
    past = [year for year in named if year <= today]
    return (max(past), today) if past else (today - 1, today)


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
        is_birth = re.search(r"\b(?:born|birth)\b", text[max(0, start + before.start() - 30) : match.start()])
        return None if is_birth else (int(before.group(1)), start + before.start(1), start + before.end(1))
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
