"""What people say of their own age."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.lives.ages import N, writing
from bot.analysis.errors.lives.births import Birth
from bot.language.quantities import number

_Y = r"((?:19|20)\d\d)"
_THEN = re.compile(
    rf"\b[Ii]n {_Y}\b[^.;!?]{{0,60}}?\bI was (?:only |just |about )?{N}\b(?! [a-z]+s\b)"
    rf"|\bI was (?:only |just )?{N}(?: years old)?,? in {_Y}\b"
)
_NOW = re.compile(
    r"(?<!when )(?<!until )(?<!till )(?<!before )(?<!once )(?<!if )"
    rf"\bI(?: am|’m|'m) (?:now |only |just |already )?{N}(?: years old| now)?(?=[,.;!?”\"’])"
)


def own_ages(copy: Copy) -> Iterator[tuple[str, Birth]]:
    """ "In 1993, when I was eight" and "I’m 74", each with the one to whom the quotation is credited."""
    for quote in copy.story.quotes:
        if quote.speaker_id is None or quote.carried or quote.field != "text":
            continue
        for match in _THEN.finditer(copy.text, quote.start, quote.end):
            year, years = int(match[1] or match[4]), number(match[2] or match[3])
            if years is not None:
                place = copy.span(*match.span())
                yield quote.speaker_id, Birth(year - int(years) - 1, year - int(years), place, stated=False)
        for match in _NOW.finditer(copy.text, quote.start, quote.end):
            years = number(match[1])
            if years is not None and years > _YOUNGEST:
                yield quote.speaker_id, copy.once(writing).of_age(int(years), copy.span(*match.span()))


_YOUNGEST = 10
"""Years of the youngest who is taken to speak of an age, not of a figure: "I’m two"."""
