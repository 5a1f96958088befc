"""Slips of single words: the trigram model, the features made from it, and what the detector doubts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import tokens as spacy_tokens

from bot.analysis.errors.slips.detector import CLIP, LONGEST, MOST, detector, first_look, whole_sentences
from bot.analysis.errors.slips.ngrams import UNKNOWN_WORD, ngrams
from bot.language.reader import Reader
from bot.language.tokens import Doc
from bot.settings import LanguageSettings


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(LanguageSettings())


def likely(text: str) -> float:
    """How likely the last of three words is."""
    second, before, word = (np.array([ngrams().number(word)]) for word in text.split())
    return float(ngrams().after(word, before, second)[0])


@pytest.mark.parametrize("history", ["one of", "purple minister", "in april", "zxqv of", "<s> <s>"])
def test_the_trigrams_are_probabilities(history: str) -> None:
    model = ngrams()
    second, before = (model.number(word) for word in history.split())
    words = np.arange(model.unknown)
    odds = model.after(words, np.full_like(words, before), np.full_like(words, second))
    total = float((10.0 ** odds[words != model.start]).sum())
    assert 0.9 < total < 1.1


def test_a_usual_word_is_likelier_than_an_unusual_one() -> None:
    assert likely("one of the") > likely("one of a") > likely("one of with")
    assert likely("one of zxqv") == float(UNKNOWN_WORD)


@pytest.mark.parametrize("text", ["", " \n ", "…!?", "No.", "a" * 20_000, "word " * (LONGEST * 3), "🜁 " * 200])
def test_odd_text_raises_nothing(reader: Reader, text: str) -> None:
    assert isinstance(detector().doubts(reader.parse(text), 0.0), list)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12).filter(lambda word: not word.isspace()), min_size=5, max_size=40))
def test_any_words_can_be_asked_about(reader: Reader, words: list[str]) -> None:
    doc = Doc.of(spacy_tokens.Doc(reader.nlp.vocab, words=words, sent_starts=[True, *[False] * (len(words) - 1)]))
    doubts = detector().doubts(doc, -20.0)
    assert [doubt.token.i for doubt in doubts] == sorted({doubt.token.i for doubt in doubts})
    assert all(np.isfinite(doubt.odds) for doubt in doubts)


def test_a_slip_stands_out_at_first_look(reader: Reader) -> None:
    doc = reader.parse("The guild agreed repair the kiln for with the mayor.")
    (look,) = first_look(doc, whole_sentences(doc))
    words = [token.text for token in doc]
    assert look[words.index("with")] > look[words.index("mayor")]


def test_what_another_pipeline_parsed_is_not_doubted(reader: Reader) -> None:
    doc = reader.parse("The guild agreed repair the kiln for with the mayor.")
    assert detector().doubts(doc, 0.0)
    doc.doubts = None
    (look,) = first_look(doc, whole_sentences(doc))
    assert (look == -CLIP).all()
    assert not detector().doubts(doc, 0.0)


def test_headings_and_endless_sentences_are_not_judged(reader: Reader) -> None:
    doc = reader.parse("Kiln news\n\nThe guild met on Monday.\n\n" + "word " * (LONGEST + 1))
    assert [tokens[0].text for tokens in whole_sentences(doc)] == ["The"]


def test_of_garbage_only_so_much_is_read_closely(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    score = detector().reader.score
    monkeypatch.setattr(detector().reader, "score", lambda tokens: read.append(len(tokens)) or score(tokens))
    doc = reader.parse("\n\n".join(["The guild agreed repair the kiln for with the mayor."] * (MOST + 20)))
    doubts = detector().doubts(doc, 0.0)
    assert read == [MOST]
    assert [doubt.token.i for doubt in doubts] == sorted(doubt.token.i for doubt in doubts)
    assert doubts
