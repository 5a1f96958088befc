"""Which forms a verb has, and which words can be nothing but one of them.

The table is made by ``training/build_verb_forms.py`` from LemmInflect (MIT licence) and WordNet 3.1.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "verbs.tsv"


@dataclass(frozen=True, slots=True)
class Forms:
    """Sets of lower-case words. A word may be several forms of one verb, or forms of several."""

    bases: frozenset[str]
    thirds: frozenset[str]
    pasts: frozenset[str]
    participles: frozenset[str]
    gerunds: frozenset[str]
    plain: frozenset[str]
    """Bases that are neither nouns nor adjectives: "decide", not "plan"."""

    plain_thirds: frozenset[str]
    """Third persons of those."""


@cache
def forms() -> Forms:
    """The table, read once."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]

    def column(number: int, *, plain: bool = False) -> frozenset[str]:
        kept = (row for row in rows if not (plain and row[5]))
        return frozenset(word for row in kept for word in row[number].split("|"))

    return Forms(
        bases=column(0),
        thirds=column(1),
        pasts=column(2),
        participles=column(3),
        gerunds=column(4),
        plain=column(0, plain=True),
        plain_thirds=column(1, plain=True),
    )


@cache
def _bases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        base, *inflected = line.split("\t")[:5]
        for word in (word for column in inflected for word in column.split("|")):
            found[word].add(base)
    return {word: frozenset(bases) for word, bases in found.items()}


def bases_of(word: str) -> frozenset[str]:
    """The verbs of which a word may be an inflected form: "grind" for "ground"."""
    return _bases().get(word, frozenset())


def is_base_only(word: str) -> bool:
    """True for "decide": a base that is no participle, no noun and no adjective."""
    table = forms()
    if word not in table.plain or word in table.participles or word in table.pasts:
        return False
    return not word.endswith("ed")


def is_past_only(word: str) -> bool:
    """True for "took": an irregular past that is no participle and no base."""
    table = forms()
    regular = word.endswith("ed") or word in ("got", "forgot", "bore", "trod", "relaid", "lit")
    return word in table.pasts and not regular and word not in table.participles and word not in table.bases


def is_participle_only(word: str) -> bool:
    """True for "taken": an irregular participle that is no past and no base; "fitted" is missing from the pasts."""
    table = forms()
    other = word in table.pasts or word in table.bases or word.endswith("ed")
    return word in table.participles and not other


def is_inflected(word: str) -> bool:
    """True for "takes", "took", "taken": a form that is no base."""
    table = forms()
    inflected = word in table.thirds or word in table.pasts or word in table.participles
    return inflected and word not in table.bases
