"""Datelines: "OSLO – ", "Lagos, Nigeria (Newswire) — ", "NAIROBI, March 12 - ", "Lima, Peru: "."""

import re

from bot.language.places import is_place_name

LONGEST = 120
"""Characters in which a dateline must end."""

_WORD = r"[A-Z][\w./'’-]{1,24}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATELINE = re.compile(
    rf"\s{{0,9}}(?P<place>{_WORD}(?: {_WORD}){{0,2}})"
    rf"(?P<land>, {_WORD}(?: {_WORD})?)??"
    rf"(?P<date>,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
    r"(?P<agency> \([^()\n]{1,30}\))?"
    r"(?: ?[–—]| --?|(?P<colon>:)) (?=[^\Wa-z]|[“\"‘])"
)


def end_of_dateline(text: str) -> int:
    """Where the dateline ends that a paragraph begins with; 0 when it begins with none.

    Before a dash, a place in capitals, with its country or with a date is taken at its word. With no more
    than an agency, or before a colon, it must be a place that the gazetteer knows.
    """
    match = _DATELINE.match(text[:LONGEST])
    if match is None:
        return 0
    place = match["place"]
    in_capitals = place.isupper() and len(place) > 2
    if match["colon"] or not (in_capitals or match["land"] or match["date"]):
        is_marked = in_capitals or match["land"] or match["agency"]
        return match.end() if is_marked and is_place_name(place.title() if in_capitals else place) else 0
    return match.end()
