"""The days of birth and death at the foot of an obituary, and the age at death that its lead gives."""

import re
from collections.abc import Iterator
from datetime import date

from bot.analysis.errors.chronology.writing import DATE, day_of
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.ages import N
from bot.language.quantities import number
from bot.model import Span

_DAY = r"[\w ,.]{6,20}?\d{4}"
_LIFE = re.compile(rf"\b[Bb]orn(?: on)? (?P<born>{_DAY})[;,.]? (?:and )?[Dd]ied(?: on)? (?P<died>{_DAY})\b")
_DIED = re.compile(rf"\b(?:died|dies|death|dead)(?: [a-z]+){{0,3}}?,? (?:aged|at(?: the age of)?) {N}(?=[,.;]|$| )")


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
