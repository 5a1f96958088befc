"""Given names and the gender they suggest.

The table is made from nomquamgender (Van Buskirk et al. 2022, MIT licence) by
``training/build_given_names.py``: one line a name, sorted by bytes, with the percentage of women
among its bearers and the bit length of how many bearers were counted. It is searched in place, so
two hundred thousand names cost their 3 MB and no more.
"""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "gazetteers" / "given_names.tsv"
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """The key of a name: lower case, no accents or apostrophes, hyphens as spaces."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`.")
    return " ".join(plain.replace("-", " ").split())


def gender(given: str) -> tuple[float, int] | None:
    """(probability of a woman, bearers counted to the nearest power of two), or None for an unknown name.

    A double name that is not known itself goes by its first part: "Anna-Lena" by "Anna".
    """
    key = fold(given)
    found = _find(key)
    if found is None and " " in key:
        return _find(key.partition(" ")[0])
    return found


def is_given_name(word: str) -> bool:
    """True when a word is borne as a given name at all."""
    return _find(fold(word)) is not None


def _find(key: str) -> tuple[float, int] | None:
    if not key:
        return None
    table, wanted = _table(), key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", start)
        line = table[start:end]
        if line.startswith(wanted):
            _, percent, bits = line.split(b"\t")
            return int(percent) / 100, 1 << (int(bits) - 1)
        if line < wanted:
            low = end + 1
        else:
            high = start
    return None


@cache
def _table() -> bytes:
    return TABLE.read_bytes()
