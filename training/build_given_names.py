"""Builds the table of given names and how often women bear them.

    pip install nomquamgender==0.1.4
    python training/build_given_names.py bot/language/data/gazetteers/given_names.tsv

Source: nomquamgender (Van Buskirk, Clauset and Larremore 2022, MIT licence). The package is needed
here only. Spellings that fold to the same key are added up.
"""

import sys
from collections import defaultdict
from pathlib import Path

from nomquamgender.nomquamgender import name_data

from bot.language.given_names import fold

MIN_SOURCES = 3
MIN_COUNT = 5


def main() -> None:
    totals: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
    for name, (sources, count, share, *_) in name_data.items():
        key = fold(name)
        if sources >= MIN_SOURCES and count >= MIN_COUNT and len(key) > 1 and key.replace(" ", "").isalpha():
            totals[key][0] += count
            totals[key][1] += count * share
    lines = sorted(
        f"{name}\t{round(100 * women / count)}\t{int(count).bit_length()}\n".encode()
        for name, (count, women) in totals.items()
    )
    Path(sys.argv[1]).write_bytes(b"".join(lines))


if __name__ == "__main__":
    main()
