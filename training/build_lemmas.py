"""Builds the lemma tables from the training parts of UD English EWT and GUM.

python training/build_lemmas.py CORPORA bot/language/data/lemmas
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bot.language.lemmas import LONGEST_SUFFIX, Change, Lexicon

MIN_ENDING = 3
"""An ending is trusted when it was seen this often with a tag."""


def tokens(path: Path) -> Iterator[tuple[str, str, str]]:
    """(form, treebank tag, lemma) of every word in a CoNLL-U file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit() and columns[2] != "_":
            yield columns[1], columns[4], columns[2]


def build(paths: list[Path]) -> tuple[dict[tuple[str, str], str], dict[tuple[str, str], Change]]:
    """The words that the endings do not explain, and the endings."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    endings: dict[tuple[str, str], Counter[Change]] = defaultdict(Counter)
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
    backoff = Lexicon({}, changes)
    words = {key: counts.most_common(1)[0][0] for key, counts in sorted(seen.items())}
    needed = {
        (form, tag): lemma
        for (form, tag), lemma in words.items()
        if tag not in ("NNP", "CD", "ADD", "GW", "XX") and backoff.by_ending(form, tag) != lemma
    }
    return needed, changes


def main() -> None:
    corpora, target = Path(sys.argv[1]), Path(sys.argv[2])
    held_out = set((Path(__file__).parent / "held_out.txt").read_text(encoding="utf-8").split())
    gum = [path for path in sorted((corpora / "gum").glob("*.conllu")) if path.stem not in held_out]
    words, endings = build([corpora / "ewt" / "en_ewt-ud-train.conllu", *gum])
    target.mkdir(parents=True, exist_ok=True)
    (target / "words.tsv").write_text("".join(f"{f}\t{t}\t{lemma}\n" for (f, t), lemma in words.items()), "utf-8")
    (target / "endings.tsv").write_text(
        "".join(f"{e}\t{t}\t{c.drop}\t{c.add}\t{c.case}\n" for (e, t), c in endings.items()), "utf-8"
    )


if __name__ == "__main__":
    main()
