"""Runs relations over the sentences of the body."""

from collections.abc import Iterator, Sequence

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.figures import Sentence
from bot.analysis.errors.reckoning.mismatch import Relation
from bot.analysis.errors.registry import Finding


def sweep(copy: Copy, relations: Sequence[Relation]) -> Iterator[Finding]:
    """What does not come out in any sentence with figures, the sentence before it in the paragraph at hand."""
    previous: Sentence | None = None
    for sentence in copy.figures:
        if sentence.figures:
            near = previous if previous is not None and "\n" not in copy.text[previous.start : sentence.start] else None
            for relation in relations:
                for found in relation(sentence, near):
                    yield Finding(
                        copy.trimmed(found.start, found.end),
                        f"Possible miscalculation: {found.message}. Check the figures.",
                    )
        previous = sentence
