"""How alike two texts are by the pairs of words they share, and a signature that finds likes among many.

MinHash after Broder, "On the resemblance and containment of documents" (1997); the banding that makes
likes share a number is that of Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4. The
hash functions are multiply-shift (Dietzfelbinger et al. 1997) with fixed coefficients.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from bot.analysis.comparison.words import words

BANDS: Final = 64
ROWS: Final = 2
"""Two texts that share a tenth of their word pairs agree on a band in half of all cases, at a fifth in nine of ten."""
FEWEST_WORDS: Final = 40
"""Shorter texts say too little to be told apart from a formula."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``resemblance`` is the shared part of all word pairs, ``containment`` that of the shorter text's. Both 0–1."""

    resemblance: float
    containment: float


def likeness(one: str, other: str) -> Likeness:
    """How alike two texts are."""
    mine, theirs = _shingles(one), _shingles(other)
    shared, least = len(mine & theirs), min(len(mine), len(theirs))
    if not least:
        return Likeness(0.0, 0.0)
    return Likeness(shared / len(mine | theirs), shared / least)


def bands(text: str) -> list[int]:
    """The signature of a text: :data:`BANDS` numbers below 2**63, of which texts that are alike share some.

    The same for ever, on every machine: it is stored. Empty for a text too short to be compared.
    """
    if sum(1 for _ in words(text)) < FEWEST_WORDS:
        return []
    hashes = np.fromiter(_shingles(text), dtype=np.uint64)
    factors, summands = _coefficients()
    with np.errstate(over="ignore"):  # multiply-shift is arithmetic modulo 2**64
        least = ((factors[:, None] * hashes[None, :] + summands[:, None]) >> np.uint64(32)).min(axis=1)
    rows = least.reshape(BANDS, ROWS).tolist()
    return [_number(f"{index}:{row}") for index, row in enumerate(rows)]


def _shingles(text: str) -> set[int]:
    """The pairs of neighbouring words, as 32-bit numbers."""
    return {crc32(f"{first.key} {second.key}".encode()) for first, second in pairwise(words(text))}


@cache
def _coefficients() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    count = BANDS * ROWS
    factors = [_number(f"factor {index}") | 1 for index in range(count)]
    summands = [_number(f"summand {index}") for index in range(count)]
    return np.array(factors, dtype=np.uint64), np.array(summands, dtype=np.uint64)


def _number(name: str) -> int:
    """A number below 2**63 that belongs to a name."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()) >> 1
