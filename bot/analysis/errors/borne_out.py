"""Whether the numbers of a text bear out one that a headline or caption gives."""

import re
from collections.abc import Sequence

from bot.analysis.errors.figures import Figure, close
from bot.language.quantities import Quantity, number

_FRACTIONS = re.compile(r"\b(half|halv\w+|third|quarter|fifth|tenth|doubl\w+|tripl\w+)\b", re.IGNORECASE)
_SHARES = {"half": 50, "halv": 50, "thir": 33, "quar": 25, "fift": 20, "tent": 10, "doub": 100, "trip": 200}
_NEAR_SHARE = 6
"""Points between a share of the headline and the fraction of the text that it may stand for."""


def borne_out(claim: Quantity, said: list[Quantity], text: str) -> bool:
    """True when the text has the number, one that rounds to it, or two that add up to it; also as a fraction."""
    slack = 0.1 if claim.hedge is not None else 0.06 if claim.kind == "money" or _is_round(claim.value) else 0.0
    alike = [q.value for q in said if q.kind in (claim.kind, "number") and (q.unit == claim.unit or q.kind == "number")]
    if any(rounds_to(value, claim.value, slack) for value in alike):
        return True
    if claim.kind == "percent" and any(
        abs(_SHARES[word.lower()[:4]] - claim.value) <= _NEAR_SHARE for word in _FRACTIONS.findall(text)
    ):
        return True
    return bool(claim.value % 12 in (0, 6) and claim.value <= 48 and "dozen" in text.lower())


def rounds_to(value: float, claim: float, slack: float) -> bool:
    """True when a headline may print the value as the claim: the same, cut or rounded to its digits,
    or within slack."""
    if close(value, claim, slack):
        return True
    if claim != int(claim) or (value == int(value) == value and value < 1000):
        return False
    return int(value) == claim or round(value) == claim


def _is_round(value: float) -> bool:
    return value >= 10 and value % 10 == 0


_JOINED = re.compile(
    r"(?: [\w’'-]+){1,3},? and (?P<one>(?:another|an?|the|one|his|her|its|their)\b)?(?: ?(?P<many>\d[\d,]*|[a-z]+))?\b"
)


def joined(text: str, end: int) -> float:
    """How many more the words behind a count add: one for "two passengers and the driver", two for "and two guides"."""
    match = _JOINED.match(text, end)
    if match is None:
        return 0
    many = number(match["many"]) if match["many"] else None
    return many if many is not None else 1 if match["one"] else 0


def in_a_row(value: float, figures: Sequence[Figure]) -> bool:
    """True when three counts or more of a sentence that follow each other make a number: "200 in Kent and 100 in"."""
    values = [f.value for f in figures if f.is_plain and not f.measure]
    return any(close(sum(values[i:j]), value) for i in range(len(values)) for j in range(i + 3, len(values) + 1))
