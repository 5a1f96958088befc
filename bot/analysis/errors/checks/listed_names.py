"""A number of people or places, and a list of another length."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.quantities import number

_NUMBER = r"([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
_NAME = r"[A-Z][\w’.-]+(?: (?:[A-Z][\w’.-]+|of|de|van|von|the|al|bin)){0,4}"
_LIST = re.compile(
    rf"\b{_NUMBER} (?:[a-z-]+ ){{0,2}}([a-z-]+(?:s|men|women|people|children)),? ?(?:[:–—(]|,| are| were| being) "
    rf"?((?:{_NAME}, ){{0,9}}{_NAME},? and {_NAME})(?=[.,;:–—)\n]| [–—]| (?:[a-z]+ed|are|is|were|was|have"
    rf"|has|will|said|met|won)\b)"
)
_OPEN = re.compile(r"\b(?:including|among|such as|like|others|more|also)\b")


@check("number.list", "List of another length", severity="major", confidence=0.7)
def listed_names(copy: Copy) -> Iterator[Finding]:
    """ "three suspects, Ann Hill, Joe Marsh, Tim Burke and Al Dean": the names are counted."""
    for match, field in copy.matches(_LIST):
        names = re.split(r", and |, | and ", match.group(3))
        stated = number(match.group(1).lower())
        if stated is None or len(names) < 2 or _OPEN.search(match.group()) or len(names) == int(stated):
            continue
        known = [places.lookup(name) for name in names]
        if any(place is not None for place in known) and not all(place is not None for place in known):
            continue
        kinds = {place.kind in ("city", "capital", "region") for place in known if place is not None}
        if len(kinds) > 1 or re.search(r"\b(?:The|A|An|But|It|He|She|They)\b", match.group(3)):
            continue
        yield Finding(
            copy.span(match.start(1), match.end(3), field),
            f"Possible contradiction: {match.group(1).lower()} {match.group(2)}, and {len(names)} names follow. "
            "Check number and list.",
        )
