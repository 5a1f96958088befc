"""The days of birth and death at the foot of an obituary, and the age at death that its lead gives."""

import re
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.writing import DATE, day_of
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.ages import N
from bot.analysis.errors.openings import find_all
from bot.language.dates import MONTHS
from bot.language.quantities import number
from bot.model import Span

_DAY = r"[\w ,.]{6,20}?\d{4}"
_LIFE = re.compile(rf"\b[Bb]orn(?: on)? (?P<born>{_DAY})[;,.]? (?:and )?[Dd]ied(?: on)? (?P<died>{_DAY})\b")
_DIED = re.compile(rf"\b(?:died|dies|death|dead)(?: [a-z]+){{0,3}}?,? (?:aged|at(?: the age of)?) {N}(?=[,.;]|$| )")


def _when(month: str, year: str) -> str:
    """A pattern for a date of which the month and the year are told."""
    return rf"(?:(?:\d{{1,2}} )?(?P<{month}>[A-Z][a-z]{{2,8}})(?: \d{{1,2}},)? )?(?P<{year}>(?:1[89]|20)\d\d)"


_LIVED = re.compile(
    rf"\bborn (?:in |on ){_when('m1', 'y1')}\b[^.;]{{0,60}}? died (?:in |on )"
    rf"{_when('m2', 'y2')},? (?:aged|at(?: the age of)?) {N}(?=[,.;]|$| )"
)
"""A life in one sentence: "born in April 1946 and died in January 2025, aged 78"."""
_LIVED_TO = re.compile(
    rf"\((?:born )?(?P<y1>(?:1[6-9]|20)\d\d) ?[–—-] ?(?P<y2>(?:1[89]|20)\d\d)\)[^.;]{{0,80}}?"
    rf"\blived to(?: be| the age of) {N}(?=[,.;]|$| )"
)


def ages_of_lives(copy: Copy) -> Iterator[tuple[Span, int, Span]]:
    """Each age at death that does not fit the birth and the death of its sentence: where, the right age, the dates."""
    for match in (*find_all(_LIVED, copy.text), *find_all(_LIVED_TO, copy.text)):
        months = match.groupdict()
        years, first, last = (
            number(match.group(match.lastindex or 0)),
            _month(months.get("m1")),
            _month(months.get("m2")),
        )
        right = int(match["y2"]) - int(match["y1"])
        least, most = right - 1, right
        if first is not None and last is not None and first != last:
            least = most = right - (last < first)
        if years is not None and not least <= years <= most:
            yield copy.span(*match.span()), most, copy.span(match.start(), match.end("y2"))


def _month(name: str | None) -> int | None:
    return next((i for i, month in enumerate(MONTHS, 1) if name and month == name.lower()), None)


def ages_at_death(copy: Copy) -> Iterator[tuple[Span, int, Span]]:
    """Each age at death that an obituary states otherwise than by its days: where, the right age, and the days."""
    life = _LIFE.search(copy.text)
    if life is None or len(_LIFE.findall(copy.text)) > 1:
        return
    born, died = (_day(life[name]) for name in ("born", "died"))
    if born is None or died is None:
        return
    right = died.year - born.year - ((died.month, died.day) < (born.month, born.day))
    for match, field in copy.matches(_DIED):
        years = number(match.group(1))
        if years is not None and years != right and (field == "title" or match.start() < _LEAD):
            yield copy.span(*match.span(1), field), right, copy.span(*life.span())


_LEAD = 500


def _day(text: str) -> date | None:
    match = DATE.match(text)
    return day_of(match, int(match["year"])) if match is not None and match["year"] else None
