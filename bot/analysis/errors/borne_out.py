"""Whether the numbers of a text bear out one that a headline or caption gives."""

import re

from bot.analysis.errors.figures import close
from bot.language.quantities import Quantity

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
