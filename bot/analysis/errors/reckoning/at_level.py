"""A level that the next sentence takes up as another: "stood at 38 per cent. … At 48 per cent, the bridge …"."""

import re
from collections.abc import Iterator, Sequence

from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.mismatch import Mismatch
from bot.analysis.errors.taken_up import is_slip

_LEVEL = (
    r"(?P<n>[£$€]?\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit> (?:per ?cent|percent)\b|%| ?(?:degrees"
    r"|metres|meters|miles|kilomet(?:re|er)s|feet|pence"
    r"|cents|carats|tonnes|litres|points|km|kg|kilos|kilograms|centimet(?:re|er)s|inches|acres|hectares|knots|decibels|[a-z]{4,}s)\b)"
)
_AT = re.compile(rf"^[“\"‘']?At (?:just |only |about )?{_LEVEL}(?= |,)(?P<after>[^.;]{{0,40}})")
_TOLD = re.compile(rf"(?<![\d.,]){_LEVEL}")
_BEHIND = 2
_SUPPOSED = re.compile(r"\b(?:would|will|could|may|might|can)\b")
_THE_TIME = re.compile(r"^ (?:a|per|each|to|and|or)\b")


def at_level(text: str, sentences: Sequence[Sentence]) -> Iterator[Mismatch]:
    """Levels that open a sentence and are one slip from the one of the same unit just told, and told nowhere else."""
    for at, sentence in enumerate(sentences):
        here = _AT.match(sentence.text)
        if here is None or _THE_TIME.match(here["after"]) or _SUPPOSED.search(sentence.text):
            continue
        value, unit = _value(here["n"]), here["unit"].strip()
        known = [m for m in _TOLD.finditer(text) if m["unit"].strip() == unit and _value(m["n"]) == value]
        before = [
            m for s in sentences[max(0, at - _BEHIND) : at] for m in _TOLD.finditer(s.text) if m["unit"].strip() == unit
        ]
        slipped = [m["n"] for m in before if is_slip(_value(m["n"]), value)]
        if len(known) == 1 and len(set(slipped)) == 1:
            start, end = sentence.start + here.start("n"), sentence.start + here.end("unit")
            yield Mismatch(start, end, f"it was {slipped[0]}{here['unit']} just before")


def _value(digits: str) -> float:
    return float(digits.lstrip("£$€").replace(",", ""))
