"""The windows of text that the head that doubts words learns from (:mod:`training.slip_head`).

Neither the length of a window nor its kind of text may tell how likely a slip is. A head that saw single passages
beside long windows of clean text learnt that long windows hold none: in one of a hundred words its log-odds were 4
lower. So windows hold one passage or several, and a fifth of what is read of the corpora gets about as many slips as
the passages; the rest is read as it is, so that published text is not doubted for being unlike the articles.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.tokens import Doc

from bot.language.reader import Reader
from bot.settings import LanguageSettings
from training.articles import articles
from training.passages import LEARNT, samples
from training.proofreader import Document, documents, slipper
from training.proofreader import windows as windows_of
from training.slip_reader import SHORTEST, curled
from training.slips import Marked

CLEAN_WORDS, SLIPPED_WORDS = 600_000, 150_000
"""Of the corpora, as they are and with slips. With 60,000 right ones beside 500 articles the head doubted four times as
many sentences of published pages.
"""

REWRITTEN = 0.12
"""Share of windows of the corpora with many replaced words."""

UNCHANGED = 0.5
"""Share of passages that are also read as they should be."""

WINDOWS = (1, 30, 60, 90, 110)
"""Words from which a window is full; the first leaves each passage its own."""

ARTICLE_WINDOW = 95
"""Words from which a window of an article is full."""

SEED = 1


def words_of(part: str, read: Callable[[str], Doc], rng: random.Random) -> Iterator[list[Marked]]:
    """The passages of a part, each altered, half of them also as they should be."""
    for sample in samples(part, read):
        yield sample.words(altered=True)
        if rng.random() < UNCHANGED:
            yield sample.words(altered=False)


def joined(passages: list[list[Marked]], rng: random.Random) -> Iterator[list[Marked]]:
    """Windows of one passage or several in random order, so that the length of a window says nothing."""
    window: list[Marked] = []
    full = rng.choice(WINDOWS)
    for passage in rng.sample(passages, len(passages)):
        if window and len(window) + len(passage) > full:
            yield window
            window, full = [], rng.choice(WINDOWS)
        window = window + passage
    if window:
        yield window


def sentences_of(window: list[Marked]) -> Iterator[list[Marked]]:
    """A window cut behind each mark that ends a sentence."""
    sentence: list[Marked] = []
    for word in window:
        sentence.append(word)
        if word.word in {".", "?", "!"}:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def stretches(words: list[Marked]) -> Iterator[list[Marked]]:
    """An article cut into windows of whole sentences."""
    window: list[Marked] = []
    for sentence in sentences_of(words):
        if window and len(window) + len(sentence) > ARTICLE_WINDOW:
            yield window
            window = []
        window = window + sentence
    if window:
        yield window


def pieces_of(texts: list[Document], words: int, rng: random.Random) -> Iterator[list[Marked]]:
    """Windows of the corpora, so many words in all, a third of them sentence by sentence."""
    for document in rng.sample(texts, len(texts)):
        for window in windows_of(document, rng):
            if words <= 0:
                return
            words -= len(window)
            yield from sentences_of(window) if rng.random() < 1 / 3 else [window]


def windows(corpora: Path, wordnet: Path) -> Iterator[list[Marked]]:
    """Windows of passages, of articles and of the corpora."""
    rng = random.Random(SEED)
    read = Reader(LanguageSettings()).nlp.make_doc
    for article in articles(weighed=False, read=read):
        for altered in (True, False):
            yield from stretches(article.words(altered=altered))
    for part in LEARNT:
        yield from joined(list(words_of(part, read, rng)), rng)
    texts = documents(corpora)
    yield from (curled(piece, rng) for piece in pieces_of(texts, CLEAN_WORDS, rng) if len(piece) >= SHORTEST)
    maker = slipper(texts, wordnet, REWRITTEN)
    for piece in pieces_of(texts, SLIPPED_WORDS, rng):
        if len(piece) >= SHORTEST:
            yield curled(maker.corrupt(piece, rng), rng)
