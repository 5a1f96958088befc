"""A number of people or places, and a list of another length."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.quantities import number
from bot.model import Span

_NUMBER = r"([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
_NAME = r"[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|of|de|van|von|the|al|bin)){0,4}"
_NAMES = rf"(?:{_NAME}, ){{0,9}}{_NAME},? and {_NAME}"
_LIST = re.compile(
    rf"\b{_NUMBER} (?:[a-z-]+ ){{0,2}}([a-z-]+(?:s|men|women|people|children)),? ?(?:[:–—(]|,| are| were| being) "
    rf"?({_NAMES})(?=[.,;:–—)\n]| [–—]| (?:[a-z]+ed|are|is|were|was|have"
    rf"|has|will|said|met|won)\b)"
)
_OPEN = re.compile(r"\b(?:including|among|such as|like|others|more|also|respectively|between|led by|beat)\b")
_EXTRA = rf"(?:,? (?:with|as well as|along with|together with|plus) {_NAME})?"
_AT_THE_END = rf"({_NAMES}{_EXTRA})(?=[.;]?\s*$)"
_BEHIND_COLON = re.compile(rf": {_AT_THE_END}")
_IN = re.compile(rf"^ (?:[a-z-]+ )*?[a-z-]+s, in ({_NAMES})(?=, |[.;]?\s*$)")
_THE_OTHERS = re.compile(rf"^ (?:are|were|will be|come from|came from) {_AT_THE_END}")
_THEY_ARE = re.compile(rf"^(?:They|These|Those|The (?:\w+ )?\w+s) (?:are|were|will be) {_AT_THE_END}")
_SPLIT = re.compile(r",? and |,? (?:with|as well as|along with|together with|plus) |, ")
_MOST = 12


@check("number.list", "List of another length", severity="major", confidence=0.7)
def listed_names(copy: Copy) -> Iterator[Finding]:
    """ "three suspects, Ann Hill, Joe Marsh, Tim Burke and Al Dean": the names are counted."""
    seen = set()
    for match, field in copy.matches(_LIST):
        stated = number(match.group(1).lower())
        if stated is None or _OPEN.search(match.group()) or not _is_list_of(match.group(3), int(stated)):
            continue
        seen.add(match.end(3))
        place = copy.span(match.start(1), match.end(3), field)
        yield _finding(place, f"{match.group(1).lower()} {match.group(2)}", match[3])
    before: Sentence | None = None
    for sentence in copy.figures:
        found = _apart(sentence, before)
        if found is not None:
            figure, names, end = found
            if end not in seen and not _OPEN.search(sentence.text) and _is_list_of(names, int(figure.value)):
                start = figure.start if figure.start >= sentence.start else end - len(names)
                yield _finding(copy.span(start, end), copy.text[figure.start : figure.end].lower(), names)
        before = sentence


def _finding(place: Span, stated: str, names: str) -> Finding:
    return Finding(
        place,
        f"Possible contradiction: {stated}, and {len(_SPLIT.split(names))} names follow. Check number and list.",
    )


def _apart(sentence: Sentence, before: Sentence | None) -> tuple[Figure, str, int] | None:
    """A number and the names that end its sentence or make the next one, with the offset where they end.

    "four of its units: Ayr, Elgin and Wick"; "the other two are Oslo, Bergen and Vadsø"; "Five finalists were picked.
    They are …".
    """
    listed = _BEHIND_COLON.search(sentence.text)
    if listed is not None:
        ahead = [f for f in _counted(sentence) if f.end - sentence.start <= listed.start()]
        return _found(sentence, listed, ahead[0]) if len(ahead) == 1 else None
    for figure in _counted(sentence):
        listed = (
            _IN.match(sentence.after(figure)) if figure.noun is not None else _THE_OTHERS.match(sentence.after(figure))
        )
        if listed is not None:
            return figure, listed[1], figure.end + listed.end(1)
    listed = _THEY_ARE.match(sentence.text)
    if listed is not None and before is not None and not sentence.figures:
        known = [f for f in _counted(before) if f.noun is not None]
        return _found(sentence, listed, known[0]) if len(known) == 1 else None
    return None


def _found(sentence: Sentence, listed: re.Match[str], figure: Figure) -> tuple[Figure, str, int]:
    return figure, listed[1], sentence.start + listed.end(1)


def _counted(sentence: Sentence) -> list[Figure]:
    plain = [f for f in sentence.figures if f.is_plain and f.measure is None and f.value > 1]
    return [f for f in plain if f.value <= _MOST and f.quantity.hedge is None] if len(plain) < 3 else []


def _is_list_of(listed: str, stated: int) -> bool:
    """True for a list of names of one kind that is longer or shorter than stated."""
    names = _SPLIT.split(listed)
    if len(names) < 2 or len(names) == stated or re.search(r"\b(?:The|A|An|But|It|He|She|They)\b", listed):
        return False
    known = [place for name in names if (place := places.lookup(name)) is not None]
    towns = [place.kind in ("city", "capital", "region") for place in known]
    return all(towns) or (len(known) == len(names) and not any(towns))
