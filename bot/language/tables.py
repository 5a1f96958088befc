"""The project's own tables of names, and the folded form that names are looked up by."""

import csv
import unicodedata
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "gazetteers"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated table with a header, by column."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def listed(cell: str) -> list[str]:
    """The names in a cell, which bars set apart."""
    return [name for name in cell.split("|") if name]


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Lower case without accents, full stops, a leading "the" or a possessive ending; hyphens are spaces."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’", "'")
    plain = " ".join(plain.replace(".", "").replace("-", " ").replace("–", " ").split())
    return plain.removesuffix("'s").removesuffix("'").removeprefix("the ")


def is_capitals(name: str) -> bool:
    """True when every letter of a name is a capital, a leading "the" and a possessive ending apart."""
    core = name.removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    return core.upper() == core
