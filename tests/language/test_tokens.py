"""The plain copy of a parse says what spaCy's own objects say."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy import tokens as spacy_tokens
from spacy.language import Language

from bot.language.tokens import DOUBTS, Doc

TEXT = (
    "OSLO, March 3 — “The old mill's owner, Ana Pel, didn't sign,” the mayor of Vadstad said.\n\n"
    "It was, as far as anybody knew, the third of 12 mills to close; a fourth may follow in May 2026. Why?\n"
)
MODES: tuple[Literal["strict", "contract", "expand"], ...] = ("strict", "contract", "expand")
STRINGS = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "whitespace_", "text_with_ws", "ent_type_", "ent_iob_")
FLAGS = ("is_alpha", "is_ascii", "is_currency", "is_lower", "is_upper", "is_title", "is_punct", "is_quote")
MORE_FLAGS = ("is_space", "is_stop", "is_sent_start", "like_num")


@pytest.fixture(scope="module")
def parse(nlp: Language) -> spacy_tokens.Doc:
    return nlp(TEXT)


@pytest.fixture(scope="module")
def doc(parse: spacy_tokens.Doc) -> Doc:
    return Doc.of(parse)


def test_words_say_the_same(parse: spacy_tokens.Doc, doc: Doc) -> None:
    assert len(doc) == len(parse)
    for token, made in zip(doc, parse, strict=True):
        assert (token.i, token.idx, len(token), str(token.doc)) == (made.i, made.idx, len(made), TEXT)
        for name in STRINGS:
            assert getattr(token, name) == getattr(made, name), (name, made)
        for name in (*FLAGS, *MORE_FLAGS):
            assert getattr(token, name) == bool(getattr(made, name)), (name, made)


def test_trees_are_the_same(parse: spacy_tokens.Doc, doc: Doc) -> None:
    for token, made in zip(doc, parse, strict=True):
        assert token.head is doc[made.head.i]
        assert [t.i for t in token.children] == [t.i for t in made.children]
        assert [t.i for t in token.lefts] == [t.i for t in made.lefts]
        assert [t.i for t in token.subtree] == [t.i for t in made.subtree]
        assert token.is_space or [t.i for t in token.ancestors] == [t.i for t in made.ancestors]
        assert (token.left_edge.i, token.right_edge.i) == (made.left_edge.i, made.right_edge.i)
        assert (token.sent.start, token.sent.end) == (made.sent.start, made.sent.end)
        assert all(token.is_ancestor(doc[t.i]) == made.is_ancestor(t) for t in parse if not t.is_space)


def test_a_word_has_neighbours_up_to_the_ends(doc: Doc) -> None:
    assert doc[1].nbor(-1) is doc[0]
    assert doc[-2].nbor() is doc[-1]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()


def test_names_sentences_and_doubts_are_kept(parse: spacy_tokens.Doc, doc: Doc) -> None:
    assert [(e.start, e.end, e.label_) for e in doc.ents] == [(e.start, e.end, e.label_) for e in parse.ents]
    assert [s.text for s in doc.sents] == [s.text for s in parse.sents]
    assert "".join(part.text_with_ws for part in doc.paragraphs) == TEXT
    assert doc.doubts is parse.user_data[DOUBTS]


@given(st.data())
def test_spans_say_the_same(parse: spacy_tokens.Doc, doc: Doc, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(doc) - 1))
    end = data.draw(st.integers(start + 1, len(doc)))
    span, made = doc[start:end], parse[start:end]
    assert (span.text, span.text_with_ws, len(span)) == (made.text, made.text_with_ws, len(made))
    assert (span.start_char, span.end_char, span.root.i) == (made.start_char, made.end_char, made.root.i)
    assert (span.sent.start, span.sent.end) == (made.sent.start, made.sent.end)
    assert [(e.start, e.end) for e in span.ents] == [(e.start, e.end) for e in made.ents]
    assert (span[0].i, span[-1].i, span[1:].text) == (made[0].i, made[-1].i, made[1:].text)
    assert span == doc[start:end]
    assert hash(span) == hash(doc[start:end])
    with pytest.raises(IndexError):
        span[len(span)]
    with pytest.raises(ValueError, match="in a row"):
        span[::2]


@given(st.data())
def test_characters_belong_to_the_same_words(parse: spacy_tokens.Doc, doc: Doc, data: st.DataObject) -> None:
    start = data.draw(st.integers(-2, len(TEXT) + 1))
    end = data.draw(st.integers(max(start, 0), len(TEXT) + 2))
    for mode in MODES:
        span, made = doc.char_span(start, end, mode), parse.char_span(start, end, alignment_mode=mode)
        assert (span is None) == (made is None), mode
        if span is not None and made is not None:
            assert (span.start, span.end) == (made.start, made.end), mode


def test_a_text_without_words_is_an_empty_parse(nlp: Language) -> None:
    doc = Doc.of(nlp(""))
    assert (len(doc), doc.sents, doc.ents, doc.char_span(0, 1)) == (0, (), (), None)
