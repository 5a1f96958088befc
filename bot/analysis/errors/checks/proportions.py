"""Proportions that do not come out: changes in percent, multiples, shares, premiums."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.figures import sentences
from bot.analysis.errors.reckoning import changes, shares
from bot.analysis.errors.reckoning.directions import direction
from bot.analysis.errors.reckoning.mismatch import Relation
from bot.analysis.errors.reckoning.moves import changes_told
from bot.analysis.errors.reckoning.portions import portions
from bot.analysis.errors.reckoning.sweep import sweep
from bot.analysis.errors.registry import Finding, check

_RELATIONS: tuple[Relation, ...] = (
    changes.percent_change,
    changes.multiple,
    shares.share,
    shares.fraction,
    shares.shares_of_whole,
    changes.premium,
    direction,
)


@check("number.proportion", "Proportion that does not come out", severity="critical", confidence=0.75)
def proportion(copy: Copy) -> Iterator[Finding]:
    """Recomputes percentages and multiples from the figures that they compare."""
    yield from sweep(copy, _RELATIONS)
    title = sentences(copy.docs[0])
    for found in (*portions(title, copy.figures), *changes_told(title, copy.figures)):
        yield Finding(
            copy.span(found.start, found.end), f"Possible miscalculation: {found.message}. Check the figures."
        )
