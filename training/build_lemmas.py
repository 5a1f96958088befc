"""Builds the lemma tables from the training parts of UD English EWT and GUM, and a lexicon of inflections.

    pip install lemminflect==0.2.3
    python training/build_lemmas.py CORPORA bot/language/data/lemmas

The treebanks say how their annotators lemmatise; LemmInflect (MIT licence; its tables come from the
SPECIALIST Lexicon of the US National Library of Medicine) adds the verbs and plurals that they do not
show and that endings alone get wrong ("convened"). The package is needed here only.
"""

import csv
import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from bot.language.lemmas import LONGEST_SUFFIX, Change, Lexicon

MIN_ENDING = 3
"""An ending is trusted when it was seen this often with a tag."""

EXEMPT = frozenset({"NNP", "CD", "ADD", "GW", "XX"})
"""Tags whose words are their own lemmas or have none."""

Key = tuple[str, str]
"""A lower-cased form or ending, and a treebank tag."""


def tokens(path: Path) -> Iterator[tuple[str, str, str]]:
    """(form, treebank tag, lemma) of every word in a CoNLL-U file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit() and columns[2] != "_":
            yield columns[1], columns[4], columns[2]


def inflections() -> Iterator[tuple[str, str, str]]:
    """(form, treebank tag, lemma) of the inflected verbs and plurals that have one lemma."""
    table = files("lemminflect") / "resources" / "lemma_lu.csv.gz"
    with gzip.open(str(table), "rt", encoding="utf-8") as lines:
        for form, kind, lemma in csv.reader(lines):
            if form.isalpha() and form.islower() and "/" not in lemma and form != lemma:
                for tag in _tags(form, kind):
                    yield form, tag, lemma


def _tags(form: str, kind: str) -> tuple[str, ...]:
    if kind == "verb":
        return ("VBG",) if form.endswith("ing") else ("VBZ",) if form.endswith("s") else ("VBD", "VBN")
    return ("NNS",) if kind == "noun" else ()


def learn(paths: list[Path]) -> tuple[dict[Key, str], dict[Key, Change]]:
    """The commonest lemma of each word, and of each ending the commonest change that a shorter one does not give."""
    seen: dict[Key, Counter[str]] = defaultdict(Counter)
    endings: dict[Key, Counter[Change]] = defaultdict(Counter)
    for path in paths:
        for form, tag, lemma in tokens(path):
            seen[form.lower(), tag][lemma] += 1
            if tag not in ("NNP", "NNPS"):
                for length in range(1, min(LONGEST_SUFFIX, len(form)) + 1):
                    endings[form.lower()[-length:], tag][Change.between(form, lemma)] += 1
    changes = {
        key: counts.most_common(1)[0][0] for key, counts in sorted(endings.items()) if counts.total() >= MIN_ENDING
    }
    changes = {key: change for key, change in changes.items() if changes.get((key[0][1:], key[1])) != change}
    return {key: counts.most_common(1)[0][0] for key, counts in seen.items()}, changes


def main() -> None:
    corpora, target = Path(sys.argv[1]), Path(sys.argv[2])
    held_out = set((Path(__file__).parent / "held_out.txt").read_text(encoding="utf-8").split())
    gum = [path for path in sorted((corpora / "gum").glob("*.conllu")) if path.stem not in held_out]
    words, endings = learn([corpora / "ewt" / "en_ewt-ud-train.conllu", *gum])
    for form, tag, lemma in inflections():
        words.setdefault((form, tag), lemma)
    by_ending = Lexicon({}, endings).by_ending
    needed = {key: lemma for key, lemma in sorted(words.items()) if key[1] not in EXEMPT and by_ending(*key) != lemma}
    target.mkdir(parents=True, exist_ok=True)
    (target / "words.tsv").write_text("".join(f"{f}\t{t}\t{lemma}\n" for (f, t), lemma in needed.items()), "utf-8")
    (target / "endings.tsv").write_text(
        "".join(f"{e}\t{t}\t{c.drop}\t{c.add}\t{c.case}\n" for (e, t), c in endings.items()), "utf-8"
    )


if __name__ == "__main__":
    main()
