"""Profits and losses of a firm: amounts of their own, not by how much other figures of the sentence differ."""

import re
from collections.abc import Iterable

from bot.analysis.errors.figures import Figure, Sentence

_RESULT = re.compile(r"\b(?:profits?|loss(?:es)?|surplus|deficit|shortfall) of (?:[a-z]+ ){0,2}$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:but|while|although|though|after|against|despite|from) (?:an?|its|their|the) (?:[\w’'-]+ ){0,2}[a-z]+ of "
    r"(?:[a-z]+ ){0,2}$"
)
"""What sets a result beside the figures before it: "sales rose to £9m from £8m, but a loss of …"."""

_ON_SALES = re.compile(r"^ on (?:[\w’'-]+ ){1,3}(?:of|worth|totalling) (?:[a-z]+ ){0,2}[^\sa-z]")


def is_result(sentence: Sentence, figure: Figure, others: Iterable[Figure]) -> bool:
    """True for "a loss of £3m on sales of £20m" and "a profit of £2m, after a loss of £1m".

    "Bought for £64,000 and sold for £96,000, a profit of £32,000" is a difference.
    """
    if _RESULT.search(sentence.before(figure)) is None:
        return False
    if _ON_SALES.match(sentence.after(figure)) is not None or _BESIDE.search(sentence.before(figure)) is not None:
        return True
    return any(_RESULT.search(sentence.before(other)) is not None for other in others)
