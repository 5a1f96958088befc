"""Words that stand where another is usual, in copy that looks machine-rewritten."""

from collections.abc import Iterator

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.proofreader import Slip
from bot.analysis.errors.registry import Finding, check
from bot.language.tokens import Token

LEAST = 0.35
"""Probability from which a word is reported; on rewritten copy three in four of these had been replaced."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})


@check("wording.replaced-word", "Word put for another", severity="minor", confidence=0.6, on_spun_copy=True)
def replaced_word(copy: Copy) -> Iterator[Finding]:
    """Content words that the proofreader takes for replaced, neighbours together."""
    for doc, scores in zip(copy.docs, copy.proofread, strict=True):
        run: list[Token] = []
        for token in doc:
            if token.is_alpha and token.pos_ in _CONTENT and scores[token.i][Slip.REPLACED] >= LEAST:
                run.append(token)
            elif run:
                yield _finding(copy, run)
                run = []
        if run:
            yield _finding(copy, run)


def _finding(copy: Copy, run: list[Token]) -> Finding:
    words = copy.of(run[0].doc[run[0].i : run[-1].i + 1])
    return Finding(
        words,
        f"Possibly a replaced word: “{words.text}” is not what usually stands here, and this copy looks "
        "machine-rewritten. Check the original wording.",
    )
