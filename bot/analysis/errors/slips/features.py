"""What is known of each word of a text before it is judged: how its neighbours in the trigram model take it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.analysis.errors.lexicon import commonness, is_word, word_set
from bot.analysis.errors.slips.ngrams import Ngrams, Numbers, ngrams

Features = npt.NDArray[np.float32]
"""One row a word."""

_BREAKS = frozenset(".!?;:()[]—–…")
"""Marks behind which the model starts afresh; it was made from text without the others."""

_TAGS = sorted(
    word_set(
        "CC CD DT EX FW IN JJ JJR JJS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ "
        "WDT WP WP$ WRB"
    )
)
_TAG = {tag: number for number, tag in enumerate(_TAGS)}
_OTHER_TAG, _NO_TAG = len(_TAGS), -1
_AROUND = (-2, -1, 0, 1, 2)
_RANKED = 220
"""The commonest words, told apart by rank."""

_NO_WORD = -2
_NEAR = 6
"""Words to each side in which a word may come again."""


class Word(NamedTuple):
    """A token of a sentence: as it is written, and its Penn tag."""

    text: str
    tag: str


@cache
def _ranks() -> dict[str, int]:
    model = ngrams()
    likely = model.alone(np.arange(model.unknown))
    ranked = [word for word, number in model.numbers.items() if not word.startswith("<")]
    ranked.sort(key=lambda word: -likely[model.numbers[word]])
    return {word: rank for rank, word in enumerate(ranked[:_RANKED])}


def runs(sentence: Sequence[Word]) -> Iterator[tuple[list[int], list[str]]]:
    """Stretches of words without a break, as token numbers and lower-case forms."""
    at: list[int] = []
    forms: list[str] = []
    for i, word in enumerate(sentence):
        if word.text in _BREAKS or word.text == "--":
            if at:
                yield at, forms
                at, forms = [], []
        elif any(character.isalnum() for character in word.text):
            at.append(i)
            forms.append(word.text.lower().replace("’", "'"))
    if at:
        yield at, forms


class _Rows:
    """The words of a text in one array, each stretch between the model's marks of start and end."""

    def __init__(self, model: Ngrams) -> None:
        self.model = model
        self.numbers: list[int] = []
        self.at: list[int] = []
        self.rest: list[list[float]] = []

    def add(self, sentence: Sequence[Word], at: Sequence[int], forms: Sequence[str]) -> None:
        """Takes a stretch in."""
        model, ranks = self.model, _ranks()
        first = len(self.numbers) + 2
        self.numbers += [model.start] * 2 + [model.number(form) for form in forms] + [model.end] * 3
        self.at += range(first, first + len(forms))
        tags = [_TAG.get(word.tag, _OTHER_TAG) for word in sentence]
        rank = [_NO_WORD, *(ranks.get(form, -1) for form in forms), _NO_WORD]
        for j, (i, form) in enumerate(zip(at, forms, strict=True)):
            near = forms[max(0, j - _NEAR) : j + _NEAR + 1]
            self.rest.append(
                [
                    *(tags[i + k] if 0 <= i + k < len(tags) else _NO_TAG for k in _AROUND),
                    *rank[j : j + 3],
                    sentence[i].text[0].isupper(),
                    i,
                    len(sentence),
                    commonness(form),
                    is_word(form),
                    near.count(form),
                    j > 0 and forms[j - 1] == form,
                ]
            )

    def features(self) -> Features:
        """All rows."""
        model, words, at = self.model, np.array(self.numbers, np.int64), np.array(self.at, np.int64)
        likely, seen = np.zeros(len(words), np.float32), np.ones(len(words), np.int64)
        likely[2:], seen[2:] = model.after(words[2:], words[1:-1], words[:-2])
        alone = model.alone(words)
        lift = likely - alone
        columns = [
            *(lift[at + k] for k in (0, 1, 2)),
            likely[at],
            likely[at + 1],
            *(seen[at + k] for k in (0, 1, 2)),
            *(alone[at + k] for k in _AROUND),
            _skipping(model, words, at) - alone[at + 1],
        ]
        return np.concatenate([np.stack(columns, 1), np.array(self.rest, np.float32)], 1).astype(np.float32)


def _skipping(model: Ngrams, words: Numbers, at: Numbers) -> npt.NDArray[np.float32]:
    """How likely the next word is behind the one before, as if the word between were not there."""
    return model.after(words[at + 1], words[at - 1], words[at - 2])[0]


def features(sentences: Sequence[Sequence[Word]]) -> tuple[list[tuple[int, int]], Features]:
    """Which words are judged, as (sentence, token in it), and a row of features for each. Marks are left out."""
    rows, places = _Rows(ngrams()), []
    for number, sentence in enumerate(sentences):
        for at, forms in runs(sentence):
            rows.add(sentence, at, forms)
            places += [(number, i) for i in at]
    return places, rows.features() if places else np.zeros((0, WIDTH), np.float32)


WIDTH = 14 + 15
"""Columns of a row."""
