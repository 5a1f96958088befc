"""Articles of ``evals/errors/later`` as the slip detector learns from them and is weighed by them.

Passages with one slip each say what slips look like, but not how rare they are nor what the rest of an article is like.
The articles of some writers are learnt from; those of ``held_out_articles.txt``, by others, are not, as the weights of
the detector must be fitted on texts that its parts have not learnt. They are fitted on those in ``later/read``, where
slips are about as rare as in the development set.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.tokens import Doc, Token

from bot.analysis.errors.lexicon import word_set
from evals.errors import build
from training.passages import Sample, slips

READ, SLIPS = build.LATER / "read", build.LATER / "slips"
HELD_OUT = frozenset(Path(__file__).with_name("held_out_articles.txt").read_text(encoding="utf-8").split())
KINDS = word_set(
    "missing-word misspelling run-on doubled-word function-word-collision grammar preposition article-number "
    "stray-stop broken-opening idiom-args stem-tautology same-word-coordinated broken-apposition"
)
"""Errors that can be told from the sentence that they stand in."""

_END = 1
"""Letters around an error that still belong to it, as a lost word is said of the one behind."""


def articles(*, weighed: bool, read: Callable[[str], Doc]) -> Iterator[Sample]:
    """The bodies of the articles that are learnt from, or of those for the weights, as they should be and altered.

    An altered word outside the errors of :data:`KINDS` has no label: what is wrong with it, its sentence does not tell.
    """
    folders = (READ,) if weighed else (READ, SLIPS)
    for source in (source for folder in folders for source in build.read_sources(folder)):
        if (source.name in HELD_OUT) != weighed:
            continue
        altered, gold = build.gold_file(source, "injected")
        at = altered.index("\n\n") + 2
        places = [(e["start"] - at, e["end"] - at) for e in gold["errors"] if e["category"] in KINDS]
        body = read(altered[at:])
        right = read(source.clean[source.clean.index("\n\n") + 2 :])
        labels = slips([token.text for token in right], [token.text for token in body])
        kept = {i: slip for i, slip in labels.items() if _is_near(body[i], places)}
        yield Sample(source.name, right, body, kept)


def _is_near(token: Token, places: list[tuple[int, int]]) -> bool:
    return any(token.idx <= end + _END and start - _END <= token.idx + len(token) for start, end in places)
