"""Builds bot/analysis/errors/data/ngrams.npz, the trigram model of the slips of single words.

    python -m training.build_ngrams

The source is ``model/en-us/en-us.lm.bin`` of the package pocketsphinx (BSD licence), a model of US English with
72,547 words in the binary form that ``ngram_model_trie.c`` of CMU PocketSphinx reads: unigrams as structures, then
the children of each, the word before it with quantized probability and back-off in packed bits, then those of each
pair. What is read is compared with the package's own answers before it is written.
"""

import math
import random
import struct
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt
from pocketsphinx import Config, LogMath, NGramModel

from bot.analysis.errors.slips.ngrams import BITS, STEPS, TABLE, Ngrams

MAGIC = b"Trie Language Model"
QUANTUM = 16
"""Bits of a quantized probability or back-off."""

BASE = math.log10(1.0001)
"""The package's logarithms are to the base 1.0001."""

Integers = npt.NDArray[np.int64]


def unpacked(data: npt.NDArray[np.uint8], count: int, entry: int, offset: int, width: int) -> Integers:
    """The field of ``width`` bits at ``offset`` in each of ``count`` entries of ``entry`` bits, lowest bit first."""
    bits = np.arange(count, dtype=np.int64) * entry + offset
    value = np.zeros(count, np.uint64)
    for i in range(8):
        value |= data[np.minimum((bits >> 3) + i, len(data) - 1)].astype(np.uint64) << np.uint64(8 * i)
    return ((value >> (bits & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)).astype(np.int64)


def read(data: bytes) -> dict[str, Any]:
    """The tables of the package's file."""
    if not data.startswith(MAGIC):
        raise ValueError("not a trie language model")
    at = len(MAGIC) + 1
    words, pairs, triples = struct.unpack_from("<3I", data, at)
    at += 12 + 4
    tables = np.frombuffer(data, np.float32, 3 << QUANTUM, at).reshape(3, -1) * BASE
    at += tables.size * 4
    unigrams = np.frombuffer(data, np.dtype("<f4,<f4,<u4"), words + 1, at)
    at += unigrams.nbytes
    number, child = words.bit_length(), triples.bit_length()
    entry = number + 2 * QUANTUM + child
    size = ((1 + pairs) * entry + 7) // 8 + 8
    middle = np.frombuffer(data, np.uint8, size, at)
    at += size
    last = number + QUANTUM
    size = ((1 + triples) * last + 7) // 8 + 8
    leaves = np.frombuffer(data, np.uint8, size, at)
    at += size
    first = unigrams["f2"].astype(np.int64)
    pairs = int(first[-1])
    children = unpacked(middle, pairs + 1, entry, number + 2 * QUANTUM, child)
    triples = int(children[-1])
    before = unpacked(leaves, triples, last, 0, number)
    likely = tables[2][unpacked(leaves, triples, last, number, QUANTUM)]
    pair = np.repeat(np.arange(pairs), np.diff(children))
    order = np.lexsort((before, pair))
    return {
        "words": data[at + 4 :].split(b"\0")[:words],
        "word_likely": unigrams["f0"][:-1] * BASE,
        "word_backoff": unigrams["f1"][:-1] * BASE,
        "pairs_of_word": np.diff(first),
        "pair_before": unpacked(middle, pairs, entry, 0, number),
        "pair_backoff": tables[1][unpacked(middle, pairs, entry, number, QUANTUM)],
        "pair_likely": tables[0][unpacked(middle, pairs, entry, number + QUANTUM, QUANTUM)],
        "triples_of_pair": np.diff(children),
        "triple_before": before[order],
        "triple_likely": likely[order],
    }


def steps(logs: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.uint8]:
    return np.clip(np.rint(-STEPS * logs), 0, 255).astype(np.uint8)


def main() -> None:
    source = files("pocketsphinx") / "model/en-us/en-us.lm.bin"
    tables = read(source.read_bytes())
    if max(len(tables["words"]), tables["pair_before"].max()) >= 1 << BITS:
        raise ValueError("too many words for a key")
    packed = {name: steps(table) for name, table in tables.items() if name.endswith(("likely", "backoff"))}
    packed["words"] = np.frombuffer(b"\n".join(tables["words"]), np.uint8)
    for name in ("pairs_of_word", "triples_of_pair"):
        packed[name] = tables[name].astype(np.uint32 if name == "pairs_of_word" else np.uint16)
    for name in ("pair_before", "triple_before"):
        packed[name] = tables[name].astype(np.uint32)
    np.savez_compressed(TABLE, **packed)
    compare(Ngrams(TABLE), NGramModel(Config(), LogMath(), str(source)))


def compare(mine: Ngrams, theirs: Any) -> None:
    """Raises ``ValueError`` where what was written differs from the package by more than the rounding."""
    words = [word for word in mine.numbers if word[0].isalpha()]
    rng = random.Random(1)
    for _ in range(20_000):
        word, before, second = rng.sample(words, 3) if rng.random() < 0.3 else rng.sample(words[:4000], 3)
        mine_says = mine.after(*(np.array([mine.number(w)]) for w in (word, before, second)))[0][0]
        theirs_says = max(theirs.prob([word, before, second]) * BASE, -9.0)
        if abs(mine_says - theirs_says) > 0.1:
            raise ValueError(f"{second} {before} {word}: {mine_says:.2f}, not {theirs_says:.2f}")


if __name__ == "__main__":
    main()
