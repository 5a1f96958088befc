"""A negation, an opposite or a hedge that is in one version only."""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.analysis.comparison import Word
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.versions import Change, Versions
from bot.analysis.errors.word_classes import (
    ATTRIBUTIONS,
    DENIALS,
    HEDGES,
    NEGATORS,
    content,
    keys,
    opposite,
    same_lemma,
)

_FEW: Final = 3
"""With more words of meaning than this on a side, the thought was put anew and one word says little."""


@check("version.negation", "Claim turned into its opposite", severity="critical", confidence=0.75)
def version_negation(versions: Versions) -> Iterator[Finding]:
    """ "not" in one version only, or a word exchanged for its opposite, and nothing that makes up for it."""
    for passage in versions.passages:
        changes = [change for change in versions.changes if change.passage is passage]
        here = [word for change in changes for word in change.mine]
        there = [word for change in changes for word in change.theirs]
        turning = [change for change in changes if _turns(change)]
        if len(turning) == 1 and (_denials(here) + _denials(there) + _swaps(turning)) % 2 == 1:
            yield versions.finding(turning[0], "the opposite of what was said", confidence=0.75)


@check("version.certainty", "Hedge of another version lost", severity="major", confidence=0.65)
def version_certainty(versions: Versions) -> Iterator[Finding]:
    """ "allegedly" or "may" in the other version, nothing of the kind here: a claim has become a fact."""
    for change in versions.changes:
        if change.quoted or max(len(content(change.mine)), len(content(change.theirs))) > _FEW:
            continue
        here = {word.key for word in change.passage.mine}
        only_here = here - {word.key for word in change.passage.theirs}
        lost = [word for word in change.theirs if word.key in HEDGES]
        if len(lost) == 1 and not {word.key for word in change.mine} & HEDGES and not only_here & ATTRIBUTIONS:
            moved = versions.told_anew or versions.later is True
            yield versions.finding(change, "more certain than it was", confidence=0.65, moved=moved)


def _turns(change: Change) -> bool:
    """True when a change puts in or takes out a negator, or exchanges opposites."""
    if _opposites(change):
        return True
    here, there = ([w for w in content(side) if w.key not in NEGATORS] for side in (change.mine, change.theirs))
    same = len(here) == len(there) and all(same_lemma(a.key, b.key) for a, b in zip(here, there, strict=True))
    return same and _negators(change.mine) != _negators(change.theirs)


def _negators(words: tuple[Word, ...]) -> int:
    return sum(key in NEGATORS for key in keys(words))


def _denials(words: Iterable[Word]) -> int:
    return sum(key in NEGATORS or key in DENIALS for key in keys(tuple(words)))


def _opposites(change: Change) -> set[str]:
    """The two words of meaning, when a change exchanges one for its opposite; empty when it does not."""
    here, there = ([word.key for word in side if word.key not in NEGATORS] for side in (change.mine, change.theirs))
    return {*here, *there} if len(here) == 1 and len(there) == 1 and opposite(here[0], there[0]) else set()


def _swaps(changes: Iterable[Change]) -> int:
    """How many changes exchange opposites of which neither counts as a denial already."""
    return sum(bool(pair) and not pair & DENIALS for pair in map(_opposites, changes))
