"""Minutes of a match: "scored after 58 minutes, and 23 minutes later, in the 71st"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, shown
from bot.analysis.errors.taken_up import is_slip
from bot.language.quantities import number

_N = r"(?:\d{1,3}|[A-Za-z]{3,9}(?:-[a-z]{3,5})?)"
_MARK = re.compile(rf"\bafter (?P<after>{_N}) minutes?\b|\bin the (?P<nth>\d{{1,3}})(?:st|nd|rd|th)\b(?: minute)?")
_GAP = re.compile(rf"\b(?P<n>{_N}) minutes (?:later|afterwards|after|before|earlier)\b")
_ADDED = re.compile(r"\b(?:stoppage|added|injury|extra) time\b|\+ ?\d")
_BEHIND = 2
_LONGEST = 130
_ROOM = 1


def minutes(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Minutes between two moments of a match that are not between any two just told."""
    for at, sentence in enumerate(sentences):
        if " minutes " not in sentence.text:
            continue
        for gap in _GAP.finditer(sentence.text):
            value, near = number(gap["n"].lower()), sentences[max(0, at - _BEHIND) : at]
            here = _marks(sentence.text)
            marks = [*(m for s in near for m in _marks(s.text)), *here]
            if value is None or not here or len(marks) < 2 or _ADDED.search(sentence.text):
                continue
            apart = [abs(a - b) for a, b in combinations(marks, 2)]
            right = abs(marks[-1] - marks[-2])
            if not any(abs(a - value) <= _ROOM for a in apart) and any(
                is_slip(a, value) or a + 10 == value for a in apart
            ):
                start, end = sentence.start + gap.start("n"), sentence.start + gap.end("n")
                yield Mismatch(
                    start, end, f"between minutes {shown(marks[-2])} and {shown(marks[-1])} it is {shown(right)}"
                )


def _marks(text: str) -> list[float]:
    """The minutes of a match that a text names."""
    found = [number((m["after"] or m["nth"]).lower()) for m in _MARK.finditer(text)]
    return [value for value in found if value is not None and value <= _LONGEST] if "minute" in text else []
