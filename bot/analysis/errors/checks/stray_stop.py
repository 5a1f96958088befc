"""A full stop in the middle of a sentence, and the fragment that it leaves behind."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_FRAGMENT = re.compile(
    rf"\b([a-z]+)\. (?:{_MONTHS}|{_DAYS})(?: \d{{1,2}}(?:, \d{{4}})?| \d{{4}})?(?:\.|$)", re.MULTILINE
)
_UNFINISHED = re.compile(
    r"(?<![\w’'.&-])(the|an|and|or|nor|than|their|our|my|your|because|although|into|during)\. ?(?=[A-Z])"
)
_LOWER = re.compile(r"(?<=[a-z]{4})\. ([a-z]{2,})(?![\w.’])")
_ABBREVIATED = re.compile(
    r"\b(?:approx|tbsp|etc|vs|inc|ltd|corp|est|dept|fig|vol|min|max|incl|esp|viz|eds?|pp|art|para|no)\.$", re.I
)


@check("punctuation.stray-stop", "Full stop inside a sentence", severity="minor", confidence=0.85)
def stray_stop(copy: Copy) -> Iterator[Finding]:
    """A date cut off as a sentence of its own; a sentence that ends in "the"; a stop before a small letter."""
    found: list[tuple[int, int]] = []
    small_letters_are_style = len(_LOWER.findall(copy.text)) > 2
    for pattern, confidence in ((_FRAGMENT, 0.85), (_UNFINISHED, 0.85), (_LOWER, 0.6)):
        for match in pattern.finditer(copy.text):
            if any(match.start() < end and start < match.end() for start, end in found):
                continue
            if pattern is _LOWER and (small_letters_are_style or _is_allowed(copy, match)):
                continue
            found.append(match.span())
            yield Finding(
                copy.span(*match.span()),
                "Possible stray full stop: what stands around it reads like one sentence. Check for a lost word.",
                confidence=confidence,
            )


def _is_allowed(copy: Copy, match: re.Match[str]) -> bool:
    """Abbreviations, names that begin with a small letter (eBay), and quoted or web text."""
    before = copy.text[max(0, match.start() - 12) : match.start() + 1]
    after = copy.text[match.start(1) : match.end(1) + 2]
    return bool(_ABBREVIATED.search(before)) or any(c.isupper() for c in after) or copy.is_quoted(match.start())
