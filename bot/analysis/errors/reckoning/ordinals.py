"""The how-manieth something is, against the earlier ones listed: "the third title, after 2014 and 2018"."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = rf"(?:{_MONTH}(?: (?:19|20)\d\d)?|(?:19|20)\d\d)"
_LIST = rf"(?P<list>{_WHEN}(?:(?:, | and |, and ){_WHEN})*)(?! (?:and|to|,)? ?(?:\d|{_MONTH}))"
_NTH = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS[1:])})\b(?! (?:of|in)\b)(?P<what>[^.;:]{{2,80}}?)(?:,|—|–)"
    rf" (?:after|following|having|adding to|in addition to)"
    rf"(?: (?!\d)[\w’'-]+){{0,5}}? (?:of|in|from) {_LIST}(?=[.,;]|$)"
)
_NOT_ALL = re.compile(
    r"\b(?:includ\w+|most recent\w*|last|latest|such as|at least|since|day|place|quarter|half|round|set)\b"
)


def ordinals(sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Ordinals that are not one more than the earlier ones listed behind them."""
    for sentence in sentences:
        match = _NTH.search(sentence.text)
        if match is None or _NOT_ALL.search(match.group()):
            continue
        listed = 1 + len(re.findall(r", and |, | and ", match["list"]))
        nth = 1 + _ORDINALS.index(match["nth"])
        if nth != listed + 1:
            start = sentence.start + match.start("nth")
            right = _ORDINALS[listed] if listed < len(_ORDINALS) else str(listed + 1)
            yield Mismatch(start, start + len(match["nth"]), f"after the {listed} listed this is the {right}")
