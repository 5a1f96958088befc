"""Stretches from one month or year to another, with the words beside them that say how long they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.chronology.distances import counted
from bot.analysis.errors.openings import find_all
from bot.language.dates import MONTHS

_MONTH = "|".join(f"{month.title()}|{month[:3].title()}\\b\\.?" if month != "may" else "May" for month in MONTHS)
_YEAR = r"(?:1[5-9]|20)\d\d"
_FROM_TO = re.compile(
    rf"\b(?:from|between) (?:(?:early|mid-?|late) ?)?(?:the (?:start|beginning|end) of )?"
    rf"(?:(?P<m1>{_MONTH})(?: (?P<y1>{_YEAR}))?|(?P<a1>{_YEAR}))"
    rf" (?:to|and|until|till|through) (?:(?:early|mid-?|late) ?)?(?:the (?:start|beginning|end) of )?"
    rf"(?:(?P<m2>{_MONTH})(?: (?P<y2>{_YEAR}))?|(?P<a2>{_YEAR}))(?![\w,]*\d| \d)"
)
_COUNT = r"(?P<count>an?|\d{1,3}|[a-z]+(?:-[a-z]+)?|(?:an?|one|two|three|four|five|six) and a half)"
_LONG = re.compile(rf"(?<![\w–-]){_COUNT}[- ](?P<unit>week|month|year)s?(?![\w’'])(?!-old)")
_HEDGE = re.compile(r"\b(?:than|over|almost|nearly|about|around|some|least|most|first|last|next|every|each|another) $")
_LEADS = re.compile(
    r"(?: of [a-z]+| [a-z][a-z-]+){0,3},? ?(?:(?:which |that )?(?:will |is to |was to )?"
    r"(?:run|runs|ran|last|lasts|lasted|running|lasting|held|stretching)[,]? )?"
)
_FOLLOWS = re.compile(
    r",? (?:\()?(?:for |or |in all |that is |which is |i\.e\. )?(?:an? |the |all )?"
    r"(?:(?:period|span|total|stretch|term|spell) of )?"
)
_OTHERS = re.compile(r"\b(?:for|after|before|by|in|jailed|sentenced|prison|than)\b")
"""Words by which a length before a stretch is that of something else: "six months for thefts from May to June"."""
_IN_MONTHS = {"week": 12 / 52.18, "month": 1.0, "year": 12.0}


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text[start:end]`` runs from one month or year to another, and ``text[at:to]`` says of it how long it is.

    ``least`` and ``most`` are the months that it may last, ``length`` those that it is said to.
    """

    start: int
    end: int
    at: int
    to: int
    least: float
    most: float
    length: float

    @property
    def fits(self) -> bool:
        """True when the length said is one that the stretch may have."""
        return self.least <= self.length <= self.most


def stretches(text: str) -> Iterator[Stretch]:
    """The stretches of a text beside which their length is said: "for six months, from January to June"."""
    for match in find_all(_FROM_TO, text):
        ends = _ends(match)
        if ends is None:
            continue
        for said in _LONG.finditer(text, max(0, match.start() - _NEAR), min(len(text), match.end() + _NEAR)):
            count = counted(said["count"])
            if count is None or _HEDGE.search(text, max(0, said.start() - 10), said.start()):
                continue
            if said.end() <= match.start():
                between = text[said.end() : match.start()]
                is_beside = _LEADS.fullmatch(between) is not None and not _OTHERS.search(between)
            else:
                follows = said.start() >= match.end() and _FOLLOWS.fullmatch(text, match.end(), said.start())
                is_beside = follows not in (None, False)
            if is_beside:
                yield Stretch(*match.span(), *said.span(), *ends, count * _IN_MONTHS[said["unit"]])


def _ends(match: re.Match[str]) -> tuple[float, float] | None:
    """The months that a stretch may last; None where one of its ends is a month and the other a bare year."""
    if match["a1"] and match["a2"]:
        gap = 12 * (int(match["a2"]) - int(match["a1"]))
        return (gap - 12, gap + 12) if gap >= 0 else None
    if not (match["m1"] and match["m2"]):
        return None
    gap = _month(match["m2"]) - _month(match["m1"])
    if match["y1"] and match["y2"]:
        gap += 12 * (int(match["y2"]) - int(match["y1"]))
    elif gap <= 0:
        gap += 12
    return (gap - 1.0, gap + 1.2) if gap >= 0 else None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS) if month.startswith(name.lower().rstrip(".")[:3]))


_NEAR = 60
"""Characters between a stretch and the words that say how long it is."""
