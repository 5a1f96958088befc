"""Figures beside a difference that it does not lie between."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.reckoning.crossing import OF_THEM

_MORE_THAN = re.compile(
    r"^(?: [\w’'-]+)? (?:more|fewer|less|higher|lower|(?:long|tall|heavi|old|bigg|larg|small|short|deep|wid|fast|slow"
    r"|light|cheap|dear)er) than\b"
)
_ADDED = re.compile(r"\b(?:another|(?:a|some) further|an (?:extra|additional))(?: [a-z]+)? $")
_MARK = re.compile(
    r"\b(?:f[ae]ll(?:en|s|ing)?|drop\w*|dip\w*|slip\w*|sl[iu]d\w*|ris\w+|rose|climb\w*|go(?:es|ne)?|went|mov\w+|pass\w*"
    r"|push\w*|br[eo]ak\w*|broke\w*|stay\w*|top\w*)(?: back)? (?:below|above|past|through|under|over) $"
)
"""Before a mark that a figure has passed: "fell below 7,000 for the first time, to 6,970, a fall of 190"."""

_OF_ALL = re.compile(r" (?:[a-z]+ )?(?:out )?of (?:the |its |their |all )*$")


def is_no_side(sentence: Sentence, figure: Figure) -> bool:
    """True for a difference in turn, for what is added and for a part: no difference is told between these.

    "£800 less than a month ago but £5,300 more than last year"; "57 rebelled and a further 30 stayed away".
    """
    before, after = sentence.before(figure), sentence.after(figure)
    is_part = figure.is_plain and OF_THEM.match(after) is not None
    return bool(is_part or _MORE_THAN.match(after) or _ADDED.search(before) or _MARK.search(before))


def have_no_side(sentence: Sentence, figures: Sequence[Figure]) -> bool:
    """True when one of the two figures around a difference is no side of it, or one is told to be of the other."""
    of_whole = any(_OF_ALL.fullmatch(sentence.between(a, b)) for a, b in pairwise(figures))
    return of_whole or any(is_no_side(sentence, figure) for figure in figures)
