"""Years of birth: those that a text states, and what any statement on an age makes of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.bearers import is_of_another, whose
from bot.analysis.errors.openings import find_all
from bot.language import grammar
from bot.model import Span

_Y = r"((?:18|19|20)\d\d)"
BORN = re.compile(
    rf"\b[Bb](?:orn|irth)\b(?:(?!, (?:he|she|who|they)\b)[^.;]){{0,60}}?\b{_Y}\b"
    rf"|\b[Ii]n {_Y}[^.;]{{0,30}}? (?:was|were) born\b(?! [^.;]{{0,30}}\b{_Y.replace('((', '(?:(')}\b)"
)
LIFE = re.compile(rf"\((?:(?:b\.|born) )?{_Y} ?[–—-] ?{_Y}\)|\((?:b\.|born) {_Y}\)")
_AGES_APART = 2


@dataclass(frozen=True, slots=True)
class Birth:
    """A year of birth as a statement has it: the first and last year possible, and where it is said."""

    first: int
    last: int
    place: Span
    stated: bool
    age: int | None = None
    """The age on the day of writing, where the statement gives that."""
    is_sure: bool = True
    """False where the day of writing is only thought to be of late."""
    earliest: int | None = None
    """The first year possible even if the article is an old one."""

    def agrees(self, other: "Birth") -> bool:
        """True when one year of birth fits both statements."""
        if self.age is not None and other.age is not None:
            return abs(self.age - other.age) < _AGES_APART
        return self.apart(other) <= 0

    def apart(self, other: "Birth") -> int:
        """The years between the two; none or less where one year fits both."""
        return max(self.first - other.last, other.first - self.last)

    def is_surely_apart(self, other: "Birth") -> bool:
        """True when no year of birth fits both, whenever the article was written."""
        first, others_first = (one.first if one.earliest is None else one.earliest for one in (self, other))
        return max(first - other.last, others_first - self.last) > 0


def births(copy: Copy) -> Iterator[tuple[str, Birth]]:
    """The years of birth that the body states, each with whose it is."""
    for match in find_all(BORN, copy.text):
        year = int(match.group(1) or match.group(2))
        person = None if is_of_another(copy, match) else whose(copy, match.start(), match.end())
        person = person or _told_behind(copy, match)
        if person is not None:
            yield person, Birth(year, year, copy.span(*match.span(1 if match.group(1) else 2)), stated=True)
    for match in find_all(LIFE, copy.text):
        year = int(match.group(1) or match.group(3))
        person = whose(copy, match.start(), match.end())
        if person is not None:
            yield person, Birth(year, year, copy.span(*match.span()), stated=True)


_NEXT = re.compile(r"(?: (?:in|at|near) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?, (?=\w)")


def _told_behind(copy: Copy, match: re.Match[str]) -> str | None:
    """The subject right behind a phrase that opens a clause: "born in Leeds in 1950, she was 22"."""
    link = _NEXT.match(copy.text, match.end())
    begins = re.search(r"(?:^|[.:;—–\n] ?)$", copy.text[max(0, match.start() - 2) : match.start()]) is not None
    subject = copy.body.char_span(link.end(), link.end() + 1, alignment_mode="expand") if link and begins else None
    if subject is None or not grammar.relation(subject.root).startswith("nsubj"):
        return None
    return whose(copy, subject.start_char, subject.end_char)
