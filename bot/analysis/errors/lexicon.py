"""Which words exist, and how common they are.

The table of words is made by ``training/build_word_list.py`` from symspellpy's frequency dictionary (MIT
licence) and WordNet 3.1 (WordNet licence).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import cast
from zlib import crc32

import numpy as np
import numpy.typing as npt

TABLE = Path(__file__).parent / "data" / "words.tsv"
PAIRS = Path(__file__).parent / "data" / "pairs.npz"
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"),
    ("est", ""), ("ly", ""), ("ness", ""), ("less", ""), ("like", ""), ("able", ""), ("able", "e"), ("ers", ""),
    ("ers", "e"), ("ised", "ized"), ("ise", "ize"), ("ising", "izing"), ("isation", "ization"), ("ises", "izes"),
    ("iser", "izer"), ("isers", "izers"), ("ification", "ify"), ("isation", "ize"), ("phobic", "phobia"),
    ("ing", "y"), ("ism", ""), ("ist", ""), ("ists", ""), ("ship", ""),
)  # fmt: skip
_BEGINNINGS = re.compile(
    r"(?:un|re|pre|non|anti|over|under|out|mis|dis|co|inter|multi|sub|super|de|semi|micro|mega|cyber|bio|eco|geo|hyper"
    r"|counter|pro|post|mid|self|ultra|tele|auto|photo|video|electro|nano|neuro|cross|fore|up|down|trans)-?"
)


def word_set(words: str) -> frozenset[str]:
    """The words of a string that blanks set apart."""
    return frozenset(words.split())


@cache
def _table() -> dict[str, int]:
    rows = (line.split("\t") for line in TABLE.read_text().splitlines())
    return {word: int(bits) for word, bits in rows}


def commonness(word: str) -> int:
    """The bit length of how often a lower-case word was counted in books: 35 for "the", 25 for "senate"; 0 unknown."""
    return _table().get(word, 0)


def is_listed(word: str) -> bool:
    """True for a lower-case word of the table itself, whatever could be made of others."""
    return word in _table()


@cache
def _pairs() -> npt.NDArray[np.uint32]:
    return cast(npt.NDArray[np.uint32], np.load(PAIRS)["pairs"])


def is_attested(first: str, second: str) -> bool:
    """True when two lower-case words were seen side by side in the n-grams and corpora of the table."""
    table, key = _pairs(), crc32(f"{first} {second}".encode())
    at = int(np.searchsorted(table, np.uint32(key)))
    return at < len(table) and int(table[at]) == key


@lru_cache(maxsize=20_000)
def is_word(word: str) -> bool:
    """True for a listed lower-case word, and for a regular form, derivation or compound of listed ones."""
    table = _table()
    if word in table:
        return True
    if any(stem in table for stem in stems(word)):
        return not _lacks_a_letter(word)
    beginning = _BEGINNINGS.match(word)
    if beginning is not None and len(word) - beginning.end() > 3 and table.get(word[beginning.end() :], 0) >= 18:
        return True
    return any(_is_part(word[:i]) and _is_part(word[i:]) for i in range(3, len(word) - 2))


def stems(word: str) -> Iterator[str]:
    """What a lower-case word may be a regular form or derivation of, be it a word or not."""
    return (word[: -len(old)] + new for old, new in _ENDINGS if word.endswith(old))


def _lacks_a_letter(word: str) -> bool:
    """True for regular-looking forms that are irregular: "occured", "begining", "negotiater"."""
    if _DOUBLING.fullmatch(word):
        return True
    return len(word) >= 9 and word.endswith(("ater", "aters"))


@cache
def _by_skeleton() -> dict[str, str]:
    common = (word for word, bits in _table().items() if bits >= 20 and len(word) >= 5)
    return {skeleton(word): word for word in sorted(common, key=commonness)}


def skeleton(word: str) -> str:
    """A word with its double letters made single, which is how doubled letters are mostly misspelt."""
    return re.sub(r"(.)\1", r"\1", word)


def same_skeleton(word: str) -> str | None:
    """The commonest word that differs only in double letters: "tomorrow" for "tommorow"."""
    return _by_skeleton().get(skeleton(word))


_DOUBLING = re.compile(
    r"(?:(?:oc|re|con|in)cur|(?:re|pre|de|con|in|trans)fer|begin|(?:com|ad|per|sub|o|trans)mit|regret|forget|control|compel|expel"
    r"|rebel|plan|stop|drop|win|run|cut|hit|put|set|sit|swim|rob|grab|drag|beg|plug|ship|trip|slip|equip)(?:ed|ing|er)"
)
"""Verbs that double their last letter before an ending, written without."""


def _is_part(word: str) -> bool:
    return commonness(word) >= (24 if len(word) > 3 else 26)
