"""Figures beside a difference that it does not lie between."""

import re
from collections.abc import Iterable

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.crossing import OF_THEM

_MORE_THAN = re.compile(
    r"^(?: [\w’'-]+)? (?:more|fewer|less|higher|lower|(?:long|tall|heavi|old|bigg|larg|small|short|deep|wid|fast|slow"
    r"|light|cheap|dear)er) than\b"
)
_ADDED = re.compile(r"\b(?:another|(?:a|some) further|an (?:extra|additional))(?: [a-z]+)? $")


def is_no_side(sentence: Sentence, figure: Figure) -> bool:
    """True for a difference in turn, for what is added and for a part: no difference is told between these.

    "£800 less than a month ago but £5,300 more than last year"; "57 rebelled and a further 30 stayed away".
    """
    after = sentence.after(figure)
    return bool(_MORE_THAN.match(after) or OF_THEM.match(after) or _ADDED.search(sentence.before(figure)))


def have_no_side(sentence: Sentence, figures: Iterable[Figure]) -> bool:
    """True when one of the two figures around a difference is no side of it."""
    return any(is_no_side(sentence, figure) for figure in figures)
