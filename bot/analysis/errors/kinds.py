"""Details that exclude each other: what a thing is made of, its colour, somebody’s trade, an animal."""

from functools import cache

from bot.analysis.errors.role_classes import CLASS_OF, CONTRASTS, may_be_called
from bot.analysis.errors.siblings import groups

_PERSONS = "person"


def exclude(one: str, other: str) -> bool:
    """True for lemmas of one kind that name different things: "steel" and "paper", "nurse" and "teacher"."""
    if one == other:
        return False
    mine, theirs = dict(groups(one)), dict(groups(other))
    if any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys()):
        return not any(mine[kind] == theirs[kind] for kind in mine.keys() & theirs.keys())
    return _other_trade(one, other)


@cache
def _other_trade(one: str, other: str) -> bool:
    a, b = CLASS_OF.get(one), CLASS_OF.get(other)
    if a is None or b is None:
        return False
    if a == b:
        contrast = CONTRASTS.get(a, {})
        return one in contrast and other in contrast and contrast[one] != contrast[other]
    return not may_be_called(a, b) and not may_be_called(b, a)


def has_kind(lemma: str) -> bool:
    """True for a lemma that names one of some kind."""
    return bool(groups(lemma)) or lemma in CLASS_OF
