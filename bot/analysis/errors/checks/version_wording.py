"""Words exchanged for others in copy that was rewritten word by word."""

from collections.abc import Iterator
from typing import Final

from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.versions import Change, Versions, is_odd, renames
from bot.analysis.errors.word_classes import SAYINGS, content

_MOST: Final = 40
"""Findings in one article: an editor who sees these goes back to the original."""
_ODD, _REPLACED, _ADDED, _GRAMMAR = 0.8, 0.65, 0.6, 0.5


@check("version.wording", "Wording changed from the original", severity="minor", confidence=0.65)
def version_wording(versions: Versions) -> Iterator[Finding]:
    """What rewriting put in the place of other words; quotations and names have checks of their own."""
    if not versions.rewritten:
        return
    graded = [(_confidence(change), change) for change in versions.changes if _counts(change)]
    graded.sort(key=lambda entry: (-entry[0], entry[1].mine[0].start))
    for confidence, change in graded[:_MOST]:
        what = "a replaced word" if change.theirs else "an added word"
        yield versions.finding(change, what, confidence=confidence)


def _counts(change: Change) -> bool:
    if not change.mine or (change.replaces and (change.quoted or renames(change))):
        return False
    if all(word.key in SAYINGS for word in (*change.mine, *change.theirs)):
        return False
    # What follows the headline proper is a page title's doing, and has a check of its own.
    return not (change.mine[0].field == "title" and not change.theirs and change.edit.after is None)


def _confidence(change: Change) -> float:
    if change.theirs and is_odd(change):
        return _ODD
    if change.replaces:
        return _REPLACED
    return _ADDED if content(change.mine) else _GRAMMAR
