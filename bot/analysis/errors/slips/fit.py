"""How well a word, or one more or another, fits between its neighbours, by counts of words that stand together.

What is compared is always the same stretch of text with one word changed, so that only the difference tells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.analysis.errors.slips.ngrams import UNKNOWN_WORD, Logs, ngrams
from bot.language import grammar
from bot.language.tokens import Token

_BREAKS = frozenset('.!?;:()[]—–…,“”"')
"""Marks beyond which no neighbour is looked for."""

_CLITICS = ("'s", "’s", "n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m", "’", "'")

_NEAR = 8
"""Words and marks to each side among which the neighbours are."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word as it is written and the numbers of two words before it and two behind it."""

    word: str
    before: tuple[int, int]
    after: tuple[int, int]

    def best_in(self, words: Sequence[str]) -> tuple[str, float] | None:
        """The word that fits best, and log10 of how much likelier than chance it and the next word are here."""
        model = ngrams()
        known = [word for word in words if model.number(word) != model.unknown]
        if not known:
            return None
        fits = self.fit(known)
        best = int(fits.argmax())
        return known[best], float(fits[best])

    def fit(self, words: Sequence[str]) -> Logs:
        """Log10 of how likely each word is here, times how much likelier it makes the next one, where that is known."""
        model = ngrams()
        after = self.after[0]
        alone = UNKNOWN_WORD if after == model.unknown else model.alone(np.array([after], np.int64))[0]
        return _likely([(*self.before, model.number(word), after) for word in words]) - alone


def likely_words(choices: Sequence[tuple[Place, Sequence[str]]]) -> list[Logs]:
    """For each place log10 of how likely each of some words, and what follows, are there; all in one look-up."""
    model = ngrams()
    rows = [(*at.before, model.number(word), *at.after) for at, words in choices for word in words]
    ends = np.cumsum([len(words) for _, words in choices])
    return np.split(_likely(rows), ends[:-1]) if rows else []


def _likely(rows: Sequence[Sequence[int]]) -> Logs:
    """Log10 of how likely the words of each row are from the third on."""
    numbers = np.array(rows, np.int64)
    words, before, second = numbers[:, 2:], numbers[:, 1:-1], numbers[:, :-2]
    found = ngrams().after(words.ravel(), before.ravel(), second.ravel())
    total: Logs = found.reshape(words.shape).sum(1)
    return total


def place(token: Token) -> Place:
    """Where a word stands; what an apostrophe joins to a word belongs to it."""
    model = ngrams()
    sentence = grammar.sentence(token)
    written: list[tuple[int, str]] = []
    at = 0
    for other in token.doc[max(sentence.start, token.i - _NEAR) : min(sentence.end, token.i + _NEAR)]:
        if other.is_space:
            continue
        joined = other.lower_ in _CLITICS and written and not other.nbor(-1).whitespace_ and written[-1][1]
        if joined:
            written[-1] = (written[-1][0], written[-1][1] + other.lower_.replace("’", "'"))
        else:
            sounds = any(character.isalnum() for character in other.text)
            if not sounds and other.text not in _BREAKS:
                continue
            written.append((other.i, other.lower_.replace("’", "'") if sounds else ""))
        if other.i <= token.i:
            at = len(written) - 1
    start = next((i + 1 for i in range(at - 1, -1, -1) if not written[i][1]), 0)
    end = next((i for i in range(at + 1, len(written)) if not written[i][1]), len(written))
    words = [model.number(word) for _, word in written[start:end]]
    numbers = [model.start, model.start, *words, model.end, model.end]
    own = at - start + 2
    return Place(
        written[at][1],
        (numbers[own - 2], numbers[own - 1]),
        (numbers[own + 1], numbers[own + 2]),
    )
