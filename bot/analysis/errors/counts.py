"""What is counted in a text: numbers with the noun they count, and the victims of an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.language import grammar
from bot.language.quantities import Quantity, quantities
from bot.language.tokens import Doc, Token
from bot.model import FieldName

Outcome = Literal["killed", "injured", "rescued", "missing", "arrested"]

_OUTCOMES: dict[Outcome, str] = {
    "killed": r"(?:dead|died|dies|die|killed|deaths|fatalities|bodies|lost their lives|perished|drowned)",
    "injured": r"(?:injured|wounded|hurt|injuries|hospitali[sz]ed|(?:taken|rushed|flown) to (?:a |the )?hospital)",
    "rescued": r"(?:rescued|saved|survived|survivors|pulled alive)",
    "missing": r"(?:missing|unaccounted for)",
    "arrested": r"(?:arrested|detained|arrests)",
}
_BEFORE: dict[Outcome, str] = {
    "killed": (
        r"(?:kill(?:ed|ing|s)|deaths? of|death toll (?:at|of|to|stands at|is|was)|toll (?:at|of|to|is|was)"
        r"|claimed(?: the lives of)?)"
    ),
    "injured": r"(?:injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing|s)?)",
    "rescued": r"(?:rescu(?:ed|ing|es)|sav(?:ed|ing))",
    "arrested": r"(?:arrest(?:ed|ing|s)|detain(?:ed|ing|s))",
}
_TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:people |those )?(?:killed|dead|deaths|fatalities|(injured|wounded)))\b"
    r"[^.;:\n\d]*?\b(?:rise[sn]?|rising|rose|climb(?:s|ed|ing)?|jump(?:s|ed)?|gr[eo]w(?:s|n)?|reach(?:es|ed)?|stands|stood"
    r"|increase[sd]?|pass(?:es|ed)|tops|hits?|up)(?: to| at)? "
    r"(?:at least |about |some |nearly |more than |around |almost )?$",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:bring|brought|tak|took|push|lift|rais|put)(?:s|es|e|ing|ed)? the (?:total )?"
    r"(?:death toll|toll|number of (?:people |those )?(?:killed|dead|deaths|fatalities|(injured|wounded)))\b"
    r"[^.;:\n\d]{0,40}? (?:to|at) (?:at least |about |some |nearly |more than |around |almost )?$",
    re.IGNORECASE,
)
"""Before the number that one more of them makes: "bringing the number of dead in the camp to 31"."""

_REACH = r"^(?:[ -](?!and\b|but\b|while\b|of whom\b|or\b|of\b|after\b|when\b)[\w’'-]++){0,5}?[ -]"
_HEDGE = r" (?:at least |about |some |nearly |more than |around |almost |up to |over )?$"
_BEHIND = {outcome: re.compile(rf"{_REACH}{words}\b", re.I) for outcome, words in _OUTCOMES.items()}
_AHEAD = {outcome: re.compile(rf"\b{words}{_HEDGE}", re.I) for outcome, words in _BEFORE.items()}
_ANY_BEHIND = re.compile(rf"{_REACH}(?:{'|'.join(_OUTCOMES.values())})\b", re.I)
_ANY_AHEAD = re.compile(rf"\b(?:{'|'.join(_BEFORE.values())}){_HEDGE}", re.I)
"""One look that tells for most numbers that they count no victims."""

_LIVES = re.compile(r" (?:[a-z]+ )?lives\b")
_LOST = re.compile(rf"\b(?:loss of|cost(?:ing)?|took|taken|taking){_HEDGE}", re.IGNORECASE)

_VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0, "millions": 2_000_000.0}
_VAGUE_WORD = re.compile(rf"\b({'|'.join(_VAGUE)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A number in one field, and what it counts: the noun's lemma, or None."""

    quantity: Quantity
    field: FieldName
    noun: str | None
    head: Token | None
    outcome: Outcome | None = None

    @property
    def value(self) -> float:
        """The number itself."""
        return self.quantity.value


def counts(doc: Doc, field: FieldName) -> list[Count]:
    """The plain numbers of a text, years and numbers in dates left out."""
    text, found = doc.text, []
    for quantity in quantities(text):
        if quantity.kind != "number" or _is_year_or_label(text, quantity):
            continue
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        head = _counted(span.root) if span is not None else None
        noun = head.lemma_.lower() if head is not None else None
        outcome = _outcome(text, quantity) or (_suffered(head) if head is not None else None)
        found.append(Count(quantity, field, noun, head, outcome))
    return found


def vague_counts(text: str) -> Iterator[tuple[int, int, float, Outcome | None]]:
    """ "dozens", "hundreds": (start, end, least value, outcome)."""
    for match in _VAGUE_WORD.finditer(text):
        quantity = Quantity(match.start(), match.end(), _VAGUE[match.group().lower()], "number")
        yield match.start(), match.end(), quantity.value, _outcome(text, quantity)


def _counted(number: Token) -> Token | None:
    """The noun that a number counts ("five nationalities"); the head of a compound for "nine-day strike"."""
    if grammar.relation(number) in ("nummod", "compound", "amod", "det", "advmod"):
        above = grammar.governor(number)
        if above is not None and above.pos_ in ("NOUN", "PROPN") and 0 < above.i - number.i <= 6:
            return above
    return None


_SUFFERED: dict[tuple[str, str], Outcome] = {
    **dict.fromkeys((("die", "nsubj"), ("drown", "nsubj"), ("perish", "nsubj"), ("kill", "nsubj:pass")), "killed"),
    **dict.fromkeys((("injure", "nsubj:pass"), ("wound", "nsubj:pass"), ("hurt", "nsubj:pass")), "injured"),
    **dict.fromkeys((("rescue", "nsubj:pass"), ("survive", "nsubj")), "rescued"),
    **dict.fromkeys((("arrest", "nsubj:pass"), ("detain", "nsubj:pass")), "arrested"),
}


def _suffered(head: Token) -> Outcome | None:
    """What the verb tells of its subject, however far away: "Seven people, five of them guests, were killed"."""
    above = grammar.governor(head)
    return _SUFFERED.get((above.lemma_.lower(), grammar.relation(head))) if above is not None else None


_MEASURED = re.compile(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b")
"""Behind a number of time, which is no number of victims: "six years in prison for the deaths"."""


_OF_GROUP = re.compile(r"\bof (?:an?|the|its|their|his|her) (?:[a-z]+ )?[a-z]+ of $")
"""Before the size of a group of which only some fared so: "Fourteen of a herd of 60 cows were killed"."""


def _outcome(text: str, quantity: Quantity) -> Outcome | None:
    after = text[quantity.end : quantity.end + 70]
    before = text[max(0, quantity.start - 40) : quantity.start]
    if _MEASURED.match(after) or _OF_GROUP.search(before):
        return None
    toll = _TOLL.search(text, max(0, quantity.start - 160), quantity.start) or _BROUGHT.search(
        text, max(0, quantity.start - 120), quantity.start
    )
    if toll is not None:
        return "killed" if toll.group(1) is None else "injured"
    if _LIVES.match(after) and _LOST.search(before):
        return "killed"
    if _ANY_BEHIND.search(after):
        return next(outcome for outcome, pattern in _BEHIND.items() if pattern.search(after))
    if _ANY_AHEAD.search(before):
        return next(outcome for outcome, pattern in _AHEAD.items() if pattern.search(before))
    return None


def _is_year_or_label(text: str, quantity: Quantity) -> bool:
    shown = text[quantity.start : quantity.end]
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", shown):
        return True
    before = text[max(0, quantity.start - 14) : quantity.start]
    after = text[quantity.end : quantity.end + 12]
    label = re.search(
        r"(?:No\.?|number|Article|Section|Channel|Chapter|page|Flight|Route|Highway|Room|Group|Phase|Class|#) ?$",
        before,
    )
    aged = re.search(r"\b[Aa]ged? $", before)
    date = re.match(
        r",? (?:19|20)\d\d| (?:January|February|March|April|May|June|July|August|September|October|November"
        r"|December)\b",
        after,
    )
    month = re.search(r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? $", before)
    clock = re.match(r" ?(?:am|pm|a\.m|p\.m|o[’']clock|:\d|GMT|years?[- ]old|-year)", after)
    in_ten = re.match(r" (?:in|out of) (?:\d+|ten|five|four|three)\b", after) or (
        re.search(r"\b(?:\d|[a-z]+) in $", before) and shown in ("10", "ten")
    )
    return bool(label or aged or date or month or clock or in_ten)
