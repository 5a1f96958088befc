"""Places that are not where the text puts them: capitals, borders, continents, landmarks."""

import re
from collections.abc import Iterator

from bot.analysis.errors import geography
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import Finding, check
from bot.language import places
from bot.language.places import Place
from bot.model import FieldName

_NAME = r"[A-Z][\w’'.-]{1,20}(?: (?:[A-Z][\w’'.-]{1,20}|de|la|al)){0,2}?"
_LAND = r"(?:the )?(?P<land>[A-Z][\w’'.-]{1,20}(?: (?:[A-Z][\w’'.-]{1,20}|and(?= [A-Z]))){0,3}?)"
_ENDS = (
    r"(?=[,.;:)]| (?:on|in|to|at|was|is|has|had|for|after|when|where|who|with|and|said|by|since|that|rather|as)\b|$)"
)
_CAPITALS = (
    re.compile(rf"\b(?P<city>{_NAME}), (?:which is )?the capital (?:city )?of {_LAND}{_ENDS}"),
    re.compile(rf"\b(?P<city>{_NAME}), the (?P<land>[A-Z]\w+(?: [A-Z]\w+)?) capital{_ENDS}"),
    re.compile(rf"\b(?P<land>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s?)? capital(?: city)?(?: of|,) (?P<city>{_NAME}){_ENDS}"),
    re.compile(
        rf"\b(?P<city>{_NAME}), (?:the federal capital|the (?:country|nation)[’']s capital|the seat of (?:the )?"
        rf"(?:federal |national |central )?(?:government|parliament)){_ENDS}"
    ),
)
_BORDERS = (
    re.compile(rf"\bborder between (?P<one>{_NAME}) and {_LAND}{_ENDS}"),
    re.compile(rf"\b(?P<one>{_NAME}) and {_LAND},? (?:which |that )?shar(?:e|es|ing) (?:a|an) (?:\w+ ){{0,2}}border\b"),
    re.compile(rf"\b(?P<one>{_NAME})[’']s? (?:\w+ ){{0,2}}(?:border|frontier) with {_LAND}{_ENDS}"),
)
_CONTINENT = re.compile(
    rf"\b{_LAND}(?: (?:will be|will become|would be|is|was|became|has become))"
    r" (?:the|(?:one of|among) the)[^.;“”]{0,50}?"
    r" (?:country|countries|nation|nations|state|states|economy|producer) in (?P<whole>Africa|Asia|Europe|North America"
    r"|South America|Latin America|Oceania)\b"
)
_NO_ARMIES = frozenset({"IS", "CR", "LI", "PA", "AD", "MC", "NR", "PW", "MH", "FM", "SM"})
_ARMY = re.compile(r"\b(?P<land>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s?)? (?P<force>army|navy|air force|armed forces)\b")
_IN_CITY = re.compile(rf" in (?P<city>{_NAME}){_ENDS}")
_PAST = re.compile(r"\b(?:then|former|once|old|until|1\d\d\d|historic|ancient|imperial|wartime|future|new|proposed)\b")


@check("fact.geography", "Place that lies elsewhere", severity="major", confidence=0.8)
def misplaced(copy: Copy) -> Iterator[Finding]:
    """Capitals, neighbours, continents and landmarks that tables place otherwise."""
    if "capital" in copy.text or "seat of" in copy.text:
        yield from _capitals(copy)
    if "border" in copy.text or "frontier" in copy.text:
        yield from _borders(copy)
    for match, field in copy.matches(_CONTINENT):
        state = _state(match["land"])
        if state is not None and state.country and geography.is_on(state.country, match["whole"]) is False:
            yield _finding(copy, match, "whole", field, f"{state.name} does not lie in {match['whole']}")
    if "army" in copy.text or "navy" in copy.text or "force" in copy.text:
        for match, field in copy.matches(_ARMY):
            state = _state(match["land"])
            if state is not None and state.country in _NO_ARMIES and not _is_past(copy, match, field):
                yield _finding(copy, match, "force", field, f"{state.name} has no armed forces")
    yield from _landmarks(copy)


def _capitals(copy: Copy) -> Iterator[Finding]:
    for pattern in _CAPITALS:
        for match, field in copy.matches(pattern):
            if _is_past(copy, match, field):
                continue
            city = match["city"]
            if "land" not in match.groupdict():
                land = _only_state(copy, match.start(), city)
            else:
                region = geography.capital_of_region(match["land"]) or geography.capital_of_region(
                    _region(match["land"])
                )
                known = places.lookup(city)
                if region and known is not None and known.kind in ("city", "capital"):
                    if region not in (known.name, city):
                        yield _finding(
                            copy, match, "city", field, f"the capital of {_region(match['land'])} is {region}"
                        )
                    continue
                land = _state(match["land"])
            if land is not None and land.country and geography.is_capital(city, land.country) is False:
                known = places.lookup(city)
                is_of_other = known is not None and known.kind == "capital" and "land" in match.groupdict()
                group = "land" if is_of_other else "city"
                yield _finding(copy, match, group, field, f"{city} is not the capital of {land.name}")


def _borders(copy: Copy) -> Iterator[Finding]:
    for pattern in _BORDERS:
        for match, field in copy.matches(pattern):
            one, other = _state(match["one"]), _state(match["land"])
            if one is None or other is None or _is_past(copy, match, field):
                continue
            if geography.is_neighbour(one.country or "", other.country or "") is False:
                yield _finding(copy, match, "land", field, f"{one.name} and {other.name} share no border")


def _landmarks(copy: Copy) -> Iterator[Finding]:
    """ "Dáil Éireann in Strasbourg": a landmark right before a city that is not the one it stands in."""
    for match, field in copy.matches(geography.landmark_pattern()):
        source = copy.text if field == "text" else copy.title
        behind = _IN_CITY.match(source, match.end())
        if behind is None:
            continue
        city = places.lookup(behind["city"])
        homes = geography.landmarks()[match.group()]
        if city is None or city.kind not in ("city", "capital") or any(city.name == name for name, _ in homes):
            continue
        if city.country in {country for _, country in homes} or "replica" in source:
            continue
        yield Finding(
            copy.span(match.start(), behind.end(), field),
            f"Possible slip: {match.group()} is in {homes[0][0]}, not in {city.name}. Check the place.",
            confidence=0.65,
        )


def _finding(copy: Copy, match: re.Match[str], group: str, field: FieldName, why: str) -> Finding:
    others = [name for name in ("land", "city", "one") if name in match.groupdict() and name != group]
    return Finding(
        copy.span(*match.span(group), field),
        f"Possible slip: {why}. Check the place.",
        evidence=tuple(copy.span(*match.span(name), field) for name in others),
    )


def _state(name: str) -> Place | None:
    """The state of that name or people."""
    place = places.lookup(name)
    if place is None or place.kind not in ("country", "demonym") or place.country is None:
        return None
    return places.stands_for_state(name)


def _region(name: str) -> str:
    """The region that a name or a people stands for: "Scottish"."""
    place = places.lookup(name)
    return _OF_PEOPLES.get(name, place.name if place is not None else name)


_OF_PEOPLES = {"Scottish": "Scotland", "Welsh": "Wales", "Northern Irish": "Northern Ireland", "Catalan": "Catalonia",
               "Bavarian": "Bavaria", "Tasmanian": "Tasmania", "Sicilian": "Sicily", "Tuscan": "Tuscany"}  # fmt: skip


def _only_state(copy: Copy, until: int, city: str) -> Place | None:
    """The one state that the text before a place speaks of."""
    states = {w.place.country for w in copy.places if w.start < until and w.place.kind in ("country", "demonym")}
    states.discard(None)
    known = places.lookup(city)
    code = next(iter(states)) if len(states) == 1 else None
    if code is None or known is None or known.country != code:
        return None
    return Place(places.country_name(code) or code, "country", code)


def _is_past(copy: Copy, match: re.Match[str], field: FieldName) -> bool:
    source = copy.text if field == "text" else copy.title
    return _PAST.search(source[max(0, match.start() - 30) : match.end() + 25]) is not None
