"""Builds bot/analysis/errors/data/pairs.npz, the pairs of neighbouring words that are attested.

    python training/build_phrases.py BIGRAMS CORPUS_FOLDER [HELD_OUT]

BIGRAMS is frequency_bigramdictionary_en_243_342.txt of symspellpy (MIT licence; Google's n-grams).
CORPUS_FOLDER holds unpacked CoNLL and CoNLL-U files of the training corpora; GUM's news and the
documents listed in HELD_OUT are left out, as texts are tested on them. The table is sorted CRC-32
sums of "first second" in lower case, one for each pair, so that it names no sentence of any corpus.
"""

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

TARGET = Path(__file__).parents[1] / "bot" / "analysis" / "errors" / "data" / "pairs.npz"
WORD = re.compile(r"[a-z]{2,}")
SKIPPED = re.compile(r"^GUM_news_")


def corpus_words(path: Path, held_out: frozenset[str]) -> Iterator[str]:
    """The lower-case words of one file, an empty string at every break."""
    skip = False
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("# newdoc"):
            skip = any(name in line for name in held_out)
        columns = line.split()
        if skip or not columns or line.startswith("#"):
            yield ""
            continue
        numbered = path.suffix == ".conllu"
        if numbered and not columns[0].isdigit():
            continue
        yield columns[1 if numbered else 0].lower()


def main(bigrams: Path, corpora: Path, held_out: frozenset[str]) -> None:
    pairs = {tuple(line.split()[:2]) for line in bigrams.read_text(encoding="utf-8-sig").splitlines()}
    for path in sorted(corpora.rglob("*.conll*")):
        if not SKIPPED.match(path.name) and path.stem not in held_out:
            pairs |= set(pairwise(corpus_words(path, held_out)))
    kept = {crc32(f"{a} {b}".encode()) for a, b in pairs if WORD.fullmatch(a) and WORD.fullmatch(b)}
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(TARGET, pairs=np.array(sorted(kept), dtype=np.uint32))


if __name__ == "__main__":
    names = Path(sys.argv[3]).read_text().split() if len(sys.argv) > 3 else []
    main(Path(sys.argv[1]), Path(sys.argv[2]), frozenset(names))
