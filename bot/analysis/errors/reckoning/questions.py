"""Shares that are of no one whole, since they answer several questions or were counted in several places or rounds."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.analysis.errors.reckoning.changes import HEDGE
from bot.analysis.errors.reckoning.mismatch import is_person

_TO_DO = re.compile(r"^(?: [\w’'-]+){0,5}? to ([a-z]+)\b")
"""What those of a share want to do; the same of two things is two questions."""

_CHOOSING = frozenset({"vote", "back", "support", "choose", "elect", "pick", "prefer"})
_IN_THE = re.compile(r"^[^,;.()]{0,40}? in the ([a-z]+)\b")
_PASSED_BY = re.compile(rf"\b(?:with|by) {HEDGE}$")
_VERDICT = re.compile(
    r"\b(?:passed|approved|adopted|carried|ratified|confirmed|retained|recalled|removed|ousted|rejected|defeated)\b"
)
"""What many are at one vote; of rivals only one wins."""

_THINK = re.compile(
    r"^(?: of [\w’'-]+(?: [\w’'-]+)?)? (?:approved?|back(?:ed)?|support(?:ed)?|opposed?|reject(?:ed)?|trust(?:ed)?)"
    r"(?P<of> of)? (?:the|an?|his|her|its|their) (?P<what>[a-z]+)"
)
_ALSO = re.compile(r"^(?P<of> of)? (?:the|an?|his|her|its|their) (?P<what>[a-z]+)")
_SIDES = frozenset({"government", "opposition", "party", "team", "side", "list"})


def are_of_several(text: str, shares: Sequence[tuple[int, int]]) -> bool:
    """True for places of shares in a sentence whose words show that they need not make a hundred.

    "61% voted to remove the chair and 58% to remove her deputy"; "72% in the north and 64% in the south"; "The first
    bond passed with 61% and the second with 58%"; "61% backed the tax and 58% the ban".
    """
    ends = [*(start for start, _ in shares[1:]), len(text)]
    tails = [text[end:until] for (_, end), until in zip(shares, ends, strict=True)]
    wanted = {match[1] if (match := _TO_DO.match(tail)) else None for tail in tails}
    if len(wanted) == 1 and None not in wanted:
        return not wanted & _CHOOSING
    places = [match[1] for tail in tails if (match := _IN_THE.match(tail))]
    if len(places) == len(set(places)) == len(tails):
        return True
    if _VERDICT.search(text) and all(_PASSED_BY.search(text[:start]) for start, _ in shares):
        return True
    return _are_thought(tails)


def _are_thought(tails: Sequence[str]) -> bool:
    """True for "backed the tax and 58% the ban": what each share thinks of another thing, which are no two sides."""
    told = [_THINK.match(tails[0]), *map(_ALSO.match, tails[1:])]
    known = [match for match in told if match is not None and not is_person(match["what"])]
    things = {match["what"] for match in known}
    alike = all(one["of"] == two["of"] for one, two in pairwise(known))
    return len(known) == len(things) == len(tails) and alike and not things & _SIDES
