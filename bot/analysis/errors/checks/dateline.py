"""A date line whose place is not that of the story."""

import re
from collections import Counter
from collections.abc import Iterator

from bot.analysis.errors import geography
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.datelines import DateLine, date_line
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.whereabouts import Where
from bot.language.cities import homes, us_states
from bot.language.places import country_name, lookup
from bot.language.tables import fold

_OWN = ("country", "capital", "city", "region", "demonym")
_HUBS = frozenset({"US", "GB", "CH", "BE", "FR", "AT"})
_REGIONAL_HUBS = frozenset(
    {"KE", "SN", "TH", "LB", "IL", "AE", "EG", "TR", "JO", "ZA"}
    | {"NG", "SG", "HK", "IN", "QA", "CY", "RU", "CO"}
    | {"FJ", "CI"}
)
"""Countries that news of others is written from every day, and those that news of their neighbours is."""
_HERE = re.compile(
    r"\b(?:[Tt]his (?:(?P<what>[A-Z]\w+)(?: [a-z]+)? )?(?:city|town|port|capital|village|island|country|nation|state"
    r"|county|province|region)\b|(?:said|announced|opened|met|gathered|began|told [a-z]+) here\b)"
)
_THE_CITY = re.compile(r"\b(?:the|across|downtown) (?:[a-z]+ )?city\b(?!['’]?s? (?:of|council))")
_CAPITAL = re.compile(r"\b(?:[Tt]he (?P<whose>[A-Z]\w+) capital|(?P<of>[A-Z]\w+)['’]s? capital)\b")


@check("dateline.place", "Date line far from the story", severity="major", confidence=0.7)
def dateline(copy: Copy) -> Iterator[Finding]:
    """A city given another country or state, and a place that the story, which says "this city", is not set in."""
    line = date_line(copy)
    if line is None:
        return
    finding = (
        _wrong_land(copy, line)
        or _wrong_region(copy, line)
        or _elsewhere(copy, line)
        or _in_headline(copy, line)
        or _other_state(copy, line)
        or _other_city(copy, line)
        or _no_capital(copy, line)
    )
    if finding is not None:
        yield finding


def _wrong_land(copy: Copy, line: DateLine) -> Finding | None:
    """A country, or a state that the text never names again, with a city that lies in others only."""
    if line.land is None:
        return None
    lies_in = homes(line.name)
    named_in = {w.place.country for w in copy.places if w.start >= line.end and w.place.name != line.name}
    stated = _stated(line)
    is_namesake = line.land.country in named_in and not named_in & lies_in
    if line.land.kind in ("country", "demonym") and lies_in and not stated & lies_in and not is_namesake:
        where = " or ".join(sorted(name for code in lies_in if (name := country_name(code))))
        return Finding(
            line.place,
            f"Possible wrong date line: {line.name} lies in {where}. Check city and country.",
            confidence=0.8,
        )
    states = us_states(line.name)
    if line.land.country == "US" and line.land.kind == "region" and states and line.land.name not in states:
        named = [w for w in copy.places if w.start >= line.end and w.place.name in states]
        if named and not _names(copy, line, line.land.name):
            return Finding(
                line.place,
                f"Possible wrong date line: {line.name} lies in {' or '.join(sorted(states))}. Check city and state.",
                evidence=(copy.span(named[0].start, named[0].end),),
            )
    return None


def _wrong_region(copy: Copy, line: DateLine) -> Finding | None:
    """A county, province or part of a country with a town that lies in another."""
    if line.land_name is None:
        return None
    regions = geography.regions_of(line.name, line.land_name)
    if not regions or fold(line.land_name) in regions:
        return None
    return Finding(
        line.place,
        f"Possible wrong date line: {line.name} lies in {' or '.join(sorted(regions)).title()}. Check town and region.",
        confidence=0.75,
    )


_HERE_TOO = re.compile(
    rf"{_HERE.pattern}|\b(?:[Tt]h(?:is|e) (?:city|town|port|resort)[’']s?|this (?:resort|office|suburb|district)"
    r"|here)\b"
)


def _other_city(copy: Copy, line: DateLine) -> Finding | None:
    """A city that the text never names again above a story told "here", among the landmarks or streets of another."""
    if _names(copy, line, line.name) or (copy.title and re.search(rf"\b{re.escape(line.name)}\b", copy.title)):
        return None
    found = list(geography.landmark_pattern().finditer(copy.text, line.end))
    homes = [geography.landmarks()[match.group()] for match in found]
    names = {name for cities in homes for name, _ in cities}
    here = _HERE_TOO.search(copy.text, line.end)
    if fold(line.name) in map(fold, names):
        return None
    for match, cities in zip(found, homes, strict=True):
        marks = {other.group() for other, its in zip(found, homes, strict=True) if set(its) & set(cities)}
        if here is not None or len(marks) > 1 or match.start() < line.end + _NEAR:
            return _elsewhere_in(copy, line, cities[0][0], match.start(), match.end())
    if here is None:
        return None
    own = next(
        (
            w
            for w in copy.places
            if w.start >= line.end
            and w.place.kind in ("city", "capital")
            and copy.text[w.end : w.end + 2] in ("’s", "'s")
            and fold(w.place.name) != fold(line.name)
        ),
        None,
    )
    return _elsewhere_in(copy, line, own.place.name, own.start, own.end) if own is not None else None


_NEAR = 60
"""Characters of a lead in which a landmark says where it was written."""


def _elsewhere_in(copy: Copy, line: DateLine, city: str, start: int, end: int) -> Finding:
    place = copy.span(start, end)
    return Finding(
        line.place,
        f"Possible wrong date line: {place.text} is in {city}, not in {line.place.text}. Check where it was written."
        if place.text != city
        else f"Possible wrong date line: the story names {city}, not {line.place.text}. Check where it was written.",
        evidence=(place,),
        confidence=0.65,
    )


_REGIONS_CAPITAL = re.compile(r"\b[Tt]he (?P<whose>[A-Z]\w+(?: [A-Z]\w+)?) capital\b")


def _no_capital(copy: Copy, line: DateLine) -> Finding | None:
    """A city that is not the capital of which the lead speaks: "LYON — … came back to the French capital"."""
    match = _REGIONS_CAPITAL.search(copy.text, line.end, line.end + 300)
    if match is None or line.city is None:
        return None
    people = lookup(match["whose"])
    wanted = geography.capital_of_region(_PARTS.get(match["whose"], match["whose"]))
    if wanted is not None:
        wrong = fold(wanted) != fold(line.name) and not _names(copy, line, wanted)
    else:
        wrong = (
            people is not None
            and people.kind in ("country", "demonym")
            and people.country is not None
            and people.country == line.city.country
            and geography.is_capital(line.name, people.country) is False
            and not any(w.place.kind == "capital" and w.place.country == people.country for w in copy.places)
        )
    return (
        Finding(
            line.place,
            f"Possible wrong date line: the story speaks of {match.group()}, and {line.place.text} is another city. "
            "Check where it was written.",
            evidence=(copy.span(*match.span()),),
            confidence=0.65,
        )
        if wrong
        else None
    )


_PARTS = {"Scottish": "Scotland", "Welsh": "Wales", "Northern Irish": "Northern Ireland", "Catalan": "Catalonia"}


def _elsewhere(copy: Copy, line: DateLine) -> Finding | None:
    """A country of the date line that the story does not touch while it plays in another."""
    home = _home(line)
    rest = [w for w in copy.places if w.start >= line.end and w.place.country and w.place.kind in _OWN]
    if not home or not rest:
        return None
    here = _here(copy, line, rest)
    if here is not None and here.place.country not in home:
        return _finding(copy, line, here)
    if any(_may_lie_in(w, home) or _is_short_for(w, line) for w in rest) or _names(copy, line, line.name):
        return None
    other = _capital_of(copy, line)
    if other in home or not any(w.place.country == other for w in rest):
        other = Counter(w.place.country for w in rest).most_common(1)[0][0]
    is_capital = line.city is not None and line.city.kind == "capital" and line.land_name is None
    seat = frozenset({line.city.country}) if line.city is not None and line.city.country and is_capital else home
    if not (_is_told_here(copy, line, rest, seat, other) or _is_told_of(copy, line, rest, seat, other)):
        return None
    return _finding(copy, line, next(w for w in rest if w.place.country == other))


_SETS = re.compile(r"\b(?:in|near|at|across|through|around|outside|off|of)(?: (?:the|central|downtown|[a-z]+ern))? $")


def _in_headline(copy: Copy, line: DateLine) -> Finding | None:
    """A city of which, and of whose country, the story never speaks, while headline and lead name another."""
    city = line.city if line.land is None and line.city is not None and line.city.kind == "capital" else None
    home = frozenset({city.country}) if city is not None and city.country is not None else _home(line)
    rest = [w for w in copy.places if w.start >= line.end and w.place.kind in _OWN]
    is_far = not home or home & (_HUBS | _REGIONAL_HUBS) or any(_may_lie_in(w, home) for w in rest)
    if is_far or not copy.title or _names(copy, line, line.name):
        return None
    for where in rest:
        name = copy.text[where.start : where.end]
        if where.start > line.end + _LEAD or where.place.kind not in ("city", "capital") or not where.place.country:
            continue
        before = copy.text[max(0, where.start - 20) : where.start]
        if sum(other.place.country == where.place.country for other in rest) < _OFTEN:
            continue
        is_set = _SETS.search(before) is not None or copy.text[where.end : where.end + 2] in ("’s", "'s")
        if is_set and re.search(rf"\b{re.escape(name)}\b", copy.title):
            return _finding(copy, line, where)
    return None


_OFTEN = 2
_LEAD = 250
"""Characters of a lead that says where the story plays."""


def _may_lie_in(where: Where, home: frozenset[str]) -> bool:
    """True for a place of these countries, and for a city that has a namesake there ("Newcastle")."""
    is_city = where.place.kind == "city"
    return where.place.country in home or (is_city and bool(homes(where.place.name) & home))


def _is_short_for(where: Where, line: DateLine) -> bool:
    """True for "Newcastle" below NEWCASTLE UPON TYNE."""
    return line.name.lower().startswith(f"{where.place.name.lower()} ")


def _is_told_here(copy: Copy, line: DateLine, rest: list[Where], home: frozenset[str], other: str | None) -> bool:
    """True where the story says "this city", "the city" or "the Peruvian capital" of its place."""
    theirs = [w for w in rest if w.place.country == other]
    if _HERE.search(copy.text, line.end) and len(theirs) > len(rest) / 2:
        return True
    if _HUBS & home:
        return False
    names_no_city = not any(w.place.kind in ("city", "capital") for w in rest)
    is_early = theirs[0].start < line.end + 200 and len(theirs) >= len(rest) / 2
    is_the_city = names_no_city and is_early and _THE_CITY.search(copy.text, line.end) is not None
    return is_the_city or _capital_of(copy, line) == other


def _is_told_of(copy: Copy, line: DateLine, rest: list[Where], home: frozenset[str], other: str | None) -> bool:
    """True where the story names the other country often, and hardly any but that."""
    count = sum(w.place.country == other for w in rest)
    needed = 5 if (_HUBS | _REGIONAL_HUBS) & home else 3
    return count >= needed and count >= 0.6 * len(rest) and _plays_in(copy, line, rest, other)


def _finding(copy: Copy, line: DateLine, first: Where) -> Finding:
    return Finding(
        line.place,
        f"Possible wrong date line: the story plays in {country_name(first.place.country or '')}, not in "
        f"{line.place.text}. Check where it was written.",
        evidence=(copy.span(first.start, first.end),),
    )


def _home(line: DateLine) -> frozenset[str]:
    """The countries that the date line may mean: the one that it states, else those with a city of its name."""
    if line.land_name is not None:
        return _stated(line)
    own = {line.city.country} if line.city is not None and line.city.country else set()
    return homes(line.name) | own if own else frozenset()


_OF_TWO_STATES = {"Congo": frozenset({"CD", "CG"})}
"""Short names by which papers call either of two states."""


def _stated(line: DateLine) -> frozenset[str]:
    """The countries that the date line may mean by the one that it states."""
    if line.land is None or line.land.country is None:
        return frozenset()
    return _OF_TWO_STATES.get(line.land_name or "", frozenset({line.land.country}))


def _here(copy: Copy, line: DateLine, rest: list[Where]) -> Where | None:
    """The country that "this Slovak city" names."""
    match = next((m for m in _HERE.finditer(copy.text, line.end) if m["what"]), None)
    if match is None:
        return None
    return next((w for w in rest if w.start == match.start("what")), None)


def _capital_of(copy: Copy, line: DateLine) -> str | None:
    """The country whose capital the opening speaks of as the place of the story ("the Peruvian capital")."""
    match = _CAPITAL.search(copy.text, line.end, line.end + 300)
    found = lookup(match["whose"] or match["of"]) if match is not None else None
    return found.country if found is not None and found.kind in ("country", "demonym") else None


def _other_state(copy: Copy, line: DateLine) -> Finding | None:
    """A city of one of the United States above a story that is set in another state and never names the first."""
    known = line.land or line.city
    states = {line.land.name} if line.land and line.land.kind == "region" else us_states(line.name)
    if not states or (known.country != "US" if known is not None else len(homes(line.name)) > 1):
        return None
    named = [w for w in copy.places if w.start >= line.end and w.place.country == "US" and w.place.kind == "region"]
    if not named or named[0].start > line.end + 250 or len({w.place.name for w in named}) > 1:
        return None
    other = named[0].place.name
    if other in states or any(_names(copy, line, state) for state in states) or _names(copy, line, line.name):
        return None
    cities = [w for w in copy.places if w.place.kind == "city" and us_states(w.place.name) & states]
    is_local = _capital_of_state(copy, line, other) or _HERE.search(copy.text, line.end)
    if any(w.start >= line.end for w in cities) or not is_local:
        return None
    first = copy.span(named[0].start, named[0].end)
    return Finding(
        line.place,
        f"Possible wrong date line: the story plays in {other}, not in {line.place.text}. Check where it was written.",
        evidence=(first,),
        confidence=0.6,
    )


def _capital_of_state(copy: Copy, line: DateLine, state: str) -> bool:
    match = _CAPITAL.search(copy.text, line.end, line.end + 300)
    return match is not None and state in (match["whose"], match["of"])


def _names(copy: Copy, line: DateLine, name: str) -> bool:
    """True when the text behind the date line has a name again."""
    return re.search(rf"\b{re.escape(name)}\b", copy.text[line.end :]) is not None


def _plays_in(copy: Copy, line: DateLine, rest: list[Where], country: str | None) -> bool:
    """True when the lead sets the story in a country: "in Lima", "the Peruvian port of"."""
    return any(
        w.place.country == country
        and w.start < line.end + 400
        and (
            w.place.kind == "demonym"
            or re.search(
                r"\b(?:in|at|near|outside|across|of|from|off|to|through)(?: [a-z]+)? $",
                copy.text[max(0, w.start - 24) : w.start],
            )
        )
        for w in rest
    )
