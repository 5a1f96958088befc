"""Shares of one whole that make more than all of it: "Peru holds 60 per cent of the mine and Bolivia 50 per cent"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch, shown
from bot.analysis.errors.reckoning.questions import are_of_several

_SHARE = re.compile(
    r"\b(?P<n>\d{1,2}(?:\.\d+)?)(?:%| per ?cent\b| percent\b)|\b(?P<half>[Hh]alf)\b(?= of (?:the|its|their|all)\b)"
)
_OF_THE = re.compile(r"^ of (?:the|its|their|all) (?:use of the )?(?P<what>[\w’'-]+)")
_OPENS = re.compile(r"^\W*(?:And |But )?[Oo]f (?:the|its|their|all) [^,]{3,40}, $")
_DEALT = re.compile(
    r"\b(?:the use of|hold(?:s|ing)?|held|own(?:s|ed|ing)?|gets?|got|receiv(?:e|es|ed|ing)|keeps?|kept|takes?"
    r"|took|taking|pays?|paid|paying|won|wins?|winning|buys?|bought|contribut(?:e|es|ed))\b[^.;]{0,40}$"
)
_SOURCE = re.compile(
    r"^(?: of (?:the|its|their|all) [\w’'-]+)?"
    r" (?:(?:comes?|came|goes|go|went|is|are) )?(?P<how>from|to)\b"
)
_NEW_HOLDER = re.compile(
    r"(?:,|,? and|,? while) (?:(?:the|its|their|those of|that of) )?"
    r"(?!in\b|on\b|for\b|by\b|about\b)[\w’'-]+(?: (?!in\b)[\w’'-]+)?,? $"
)
_NOT_PARTS = re.compile(
    r"\b(?:also|both|at least|r[io]se\w*|f[ae]ll\w*|up|down|by|more|less|than|compared|against|last|earlier|ago|chance"
    r"|turnout|each|respectively|from \d|to \d|who|which|that|because|if|when|said|after|before"
    r"|in (?:[A-Z]\w+|\d{4}))\b"
)
_MOST_BETWEEN, _ALL, _ROUNDING = 110, 100.0, 1.5


def hundred(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Shares of one sentence, dealt out to holders or sources of which each can only have what others have not."""
    for sentence in sentences:
        text, shares = sentence.text, list(_SHARE.finditer(sentence.text))
        total = sum(_HALF if share["half"] else float(share["n"]) for share in shares)
        if len(shares) < 2 or not _ALL + _ROUNDING * len(shares) < total < 2 * _ALL:
            continue
        first, last = shares[0], shares[-1]
        wholes = {match["what"] for share in shares if (match := _OF_THE.match(text[share.end() :]))}
        opens = _OPENS.match(text[: first.start()]) is not None
        if are_of_several(text, [share.span() for share in shares]):
            continue
        if len(wholes) + opens != 1 or _NOT_PARTS.search(text[first.end() : last.start()]):
            continue
        if last.start() - first.end() <= _MOST_BETWEEN * len(shares) and _are_dealt(text, shares):
            start, end = sentence.start + first.start(), sentence.start + last.end()
            yield Mismatch(start, end, f"these shares make {shown(total)} percent of one whole")


_HALF = 50.0


def _are_dealt(text: str, shares: Sequence[re.Match[str]]) -> bool:
    """True for "the state pays 60 percent …, the city 50" and for "62 percent comes from dams and 48 from gas"."""
    sources = [_SOURCE.match(text[share.end() :]) for share in shares]
    if len({source["how"] if source else None for source in sources}) == 1 and sources[0] is not None:
        return True
    apart = all(_NEW_HOLDER.search(text[a.end() : b.start()]) for a, b in pairwise(shares))
    return apart and _DEALT.search(text[: shares[0].start()]) is not None
