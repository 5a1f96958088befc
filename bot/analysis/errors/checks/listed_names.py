"""A number of people or places, and a list of another length."""

import re
from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.enumerations import Listing, listing
from bot.analysis.errors.figures import Figure, Sentence
from bot.analysis.errors.lexicon import word_set
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.word_classes import MONTHS
from bot.language import places
from bot.language.quantities import number
from bot.model import Span

_NAME = r"[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|of|de|van|von|the|al|bin)){0,4}"
_NAMES = rf"(?:{_NAME}, ){{0,9}}{_NAME},? and {_NAME}"
_NUMBERS = "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED = re.compile(
    r"(?<![\w-] of )\b(?P<many>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Bb]oth"
    rf"|[Ee]leven|[Tt]welve|\d{{1,2}})(?: of (?:the|its|his|her|their))? (?:(?!{_NUMBERS} )[a-z-]+ ){{0,3}}?"
    r"(?P<noun>[a-z-]+s|men|women|people|children)"
    rf"(?P<opens>(?:(?! {_NUMBERS} ) [a-z’'-]+){{0,5}}: | ?[—–] | ?\(|, |,? (?:are|were|being):? )"
)
"""A number and the noun that it counts, which is not the one of another number: "eight patients in three towns"."""
_PLACED = re.compile(r"(?:[a-z]+ ){0,3}in (?=[A-Z])")
"""What may open a list of places behind a comma: "three plants, in Gdansk, …"."""
_HEDGED = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|than|least|most|every|each|the other|between|In|At|Of|For|From|After|On"
    r"|With|By|During|Over|Among|Against|To|(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:to|or|and))"
    r" (?:the |those |his |her |their )?\Z"
)
_UNCOUNTED = word_set(
    "years months weeks days hours minutes seconds miles metres kilometres times points goals games matches"
    " sets couples pairs duos twos films books songs albums plays novels poems titles words sides groups"
    " quarters thirds halves parts sorts kinds types decades centuries nights rounds votes dollars pounds euros"
    " cents pence acres inches feet is was has does as this his hers its ours theirs percent series news runs"
    " wickets seats wins tries"
)
"""Nouns behind whose number a comma opens no list of them, and titles that hold commas of their own."""
_OPEN = re.compile(r"\b(?:including|among|such as|like|others|more|also|respectively|between|led by|beat)\b")
_EXTRA = rf"(?:,? (?:with|as well as|along with|together with|plus) {_NAME})?"
_AT_THE_END = rf"({_NAMES}{_EXTRA})(?=[.;]?\s*$)"
_BEHIND_COLON = re.compile(rf": {_AT_THE_END}")
_IN = re.compile(rf"^ (?:(?!{_NUMBERS} )[a-z-]+ )*?[a-z-]+s, in ({_NAMES})(?=, |[.;]?\s*$)")
_THE_OTHERS = re.compile(rf"^ (?:are|were|will be|come from|came from) {_AT_THE_END}")
_THEY_ARE = re.compile(rf"^(?:They|These|Those|The (?:\w+ )?\w+s) (?:are|were|will be) {_AT_THE_END}")
_SPLIT = re.compile(r",? and |,? (?:with|as well as|along with|together with|plus) |, ")
_MOST, _REACH = 12, 30


@check("number.list", "List of another length", severity="major", confidence=0.7)
def listed_names(copy: Copy) -> Iterator[Finding]:
    """ "three suspects, Ann Hill, Joe Marsh, Tim Burke and Al Dean": the names are counted."""
    seen = set()
    for match in find_all(_COUNTED, copy.text):
        listed = _counted_list(copy, match)
        if listed is not None:
            stated = match["many"].lower()
            seen.add(listed.end)
            place = copy.span(match.start(), listed.end)
            least = int(listed.least) if listed.least > _value(stated) else int(listed.most)
            yield Finding(
                place,
                f"Possible contradiction: {stated} {match['noun']}, and a list of {least} follows. "
                "Check number and list.",
            )
    before: Sentence | None = None
    for sentence in copy.figures:
        found = _apart(sentence, before)
        if found is not None:
            figure, names, end = found
            if end not in seen and not _OPEN.search(sentence.text) and _is_list_of(names, int(figure.value)):
                start = figure.start if figure.start >= sentence.start else end - len(names)
                yield _finding(copy.span(start, end), copy.text[figure.start : figure.end].lower(), names)
        before = sentence


def _counted_list(copy: Copy, match: re.Match[str]) -> Listing | None:
    """The list behind a number and its noun that names more things, or fewer."""
    opens, text = match["opens"], copy.text
    if match["noun"] in _UNCOUNTED or _HEDGED.search(text, max(0, match.start() - _REACH), match.start()):
        return None
    by_comma = opens == ", "
    placed = _PLACED.match(text, match.end()) if by_comma else None
    found = listing(text, placed.end() if placed is not None else match.end(), match["noun"], by_comma)
    value = _value(match["many"].lower())
    if found is None or found.least <= value <= found.most or value > _MOST:
        return None
    named = match["noun"] in _NAMED_SO or _may_be_places(text[found.start : found.end])
    if placed is not None and (value > found.most or not named):
        return None  # of four plants in three towns two share one
    if opens.strip(", :") in ("are", "were", "being") and found.least < value:
        return None
    around = text[match.start() : found.end + _REACH].split(".")[0]
    if _OPEN.search(around) or _is_mixed(text[found.start : found.end]):
        return None
    return found


_NAMED_SO = frozenset({"languages", "tongues", "months"})
"""Of which names that are none of places may well be the list: "in two languages, in French, Wolof and Pular"."""


def _value(many: str) -> float:
    return 2 if many == "both" else number(many) or 0


def _may_be_places(listed: str) -> bool:
    """False for languages and months: "in French, Wolof and Pular", "in May, June and July"."""
    names = _SPLIT.split(listed)
    known = [place for name in names if (place := places.lookup(name)) is not None]
    return all(place.kind != "demonym" for place in known) and not any(name.lower() in MONTHS for name in names)


def _is_mixed(listed: str) -> bool:
    """True for towns with their countries, which are one place in two words."""
    known = [place for name in _SPLIT.split(listed) if (place := places.lookup(name)) is not None]
    return len({place.kind in ("city", "capital", "region") for place in known}) > 1


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
        if listed is not None and figure.noun is not None:
            is_more = len(_SPLIT.split(listed[1])) > figure.value
            listed = listed if is_more and _may_be_places(listed[1]) else None
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
