"""What kind of body a name is of, as the text itself tells: "Nordvik, a Swedish maker of bearings", "Vestholm Ltd"."""

import re

from bot.analysis.errors import bodies
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import find_all
from bot.language import places

_PART = r"[A-Z][\w’&-]*"
_INTRODUCED = re.compile(
    rf"\b({_PART}(?: {_PART}){{0,3}}), (?:an?|the|{_PART}[’']s) ((?:[\w-]+ ){{0,4}}?)"
    r"(company|firm|airline|carmaker|retailer|manufacturer|maker|producer|brewer|brewery|insurer|bank|lender|drugmaker"
    r"|steelmaker|chipmaker|shipbuilder|supermarket|start-?up|developer|builder|carrier|refiner|miner|shipyard)\b"
)
_SAID_WITH = re.compile(
    r"\b[Tt]he (?:[\w-]+ ){0,2}?(company|firm|airline|carmaker|retailer|manufacturer|brewer|brewery|insurer|bank|lender"
    rf"|drugmaker|steelmaker|chipmaker|shipbuilder|supermarket|start-?up|developer) ({_PART}(?: {_PART}){{0,3}})"
)
_OF_A_FIRM = re.compile(
    rf"\b({_PART})(?: {_PART}){{0,2}},? (?:Ltd|Limited|Inc|Plc|plc|PLC|A/S|ASA?|AG|SE|SA|S\.A\.|NV|N\.V\.|GmbH|AB|Oyj?"
    r"|SpA|Holdings?|Corp|Corporation|Co\.|LLC|Therapeutics|Pharma(?:ceuticals)?|Industries|Airways|Airlines|Motors|Bank)\b"
)
_TOWN = re.compile(rf"\b(?:town|village|port|municipality|suburb|township) of ({_PART}(?: {_PART}){{0,2}})")
_BANKS = frozenset({"bank", "lender"})


def named_bodies(copy: Copy) -> dict[str, str]:
    """The kinds of the companies and banks that a story names, by their names and the first words of these."""
    found: dict[str, str] = {}
    for match in find_all(_INTRODUCED, copy.text):
        found[match[1]] = "bank" if match[3] in _BANKS else "company"
    for match in find_all(_SAID_WITH, copy.text):
        found.setdefault(match[2], "bank" if match[1] in _BANKS else "company")
    for match in find_all(_OF_A_FIRM, copy.text):
        found.setdefault(match[0].rstrip("."), "company")
        found.setdefault(match[1], "company")
    return {name: kind for name, kind in found.items() if places.lookup(name) is None and bodies.kind_of(name) is None}


def named_towns(copy: Copy) -> dict[str, str]:
    """The places that a story calls towns, by their names."""
    return {match[1]: "city" for match in find_all(_TOWN, copy.text) if places.lookup(match[1]) is None}
