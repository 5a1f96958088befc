"""Fixed terms of the news with a word replaced by a synonym: "harmony talks" for "peace talks".

The table follows the idea of tortured phrases (Cabanac, Labbé and Magazinov 2021): a synonym of a
part is no synonym of the whole. Editors add lines to ``data/spun_phrases.tsv``.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.model import FieldName

TABLE = Path(__file__).parents[1] / "data" / "spun_phrases.tsv"


@check("wording.spun-phrase", "Fixed term with a word replaced", severity="major", confidence=0.85)
def spun_phrase(copy: Copy) -> Iterator[Finding]:
    """Every phrase of the table, in any case."""
    for term, pattern in _table():
        for match, field in copy.matches(pattern):
            if _is_participle(copy, match, field):
                continue
            yield Finding(
                copy.span(*match.span(), field),
                f"Possibly a mangled term: “{match.group()}” may stand for “{term}”. Check the original wording.",
                suggestion=term,
            )


def _is_participle(copy: Copy, match: re.Match[str], field: FieldName) -> bool:
    """True for "Passing sentence, the judge said …": a clause before a comma, and no term."""
    last = copy.last_word(match, field)
    if last is None or last.i + 1 >= len(last.doc) or last.nbor().text != "," or last.i == last.sent.start:
        return False
    return last.i - 1 == last.sent.start and last.nbor(-1).tag_ == "VBG"


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return tuple((term, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)) for term, pattern in rows)
