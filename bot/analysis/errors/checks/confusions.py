"""Words mistaken for one that sounds or looks alike, where the words around leave no doubt."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.patterns import required
from bot.analysis.errors.registry import Finding, check

TABLE = Path(__file__).parents[1] / "data" / "confusions.tsv"


@check("typo.confusion", "Word mistaken for another", severity="minor", confidence=0.8)
def confusion(copy: Copy) -> Iterator[Finding]:
    """A closed list of words that are mistaken for one another, each in surroundings where only the other fits."""
    for right, part, pattern in _table():
        if part not in copy.text and part not in copy.title:
            continue
        for match, field in copy.matches(pattern):
            shown = match.group().strip()
            yield Finding(
                copy.trimmed(*match.span(), field),
                f"Possible mix-up of words that sound or look alike: “{shown}” may want “{right}”. Check the word.",
            )


@cache
def _table() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return tuple((right, required(pattern), re.compile(pattern)) for right, pattern in rows)
