"""Paragraphs, told from hard-wrapped lines."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from bot.language.paragraphs import paragraphs

NLP = English()
LINE = "The ferry to the islands was late again because of the fog that lay"


def parts(text: str) -> list[str]:
    return [part.text.strip() for part in paragraphs(NLP.make_doc(text))]


def test_blank_lines_part_paragraphs() -> None:
    assert parts("One\n\ntwo\r\n\r\nthree") == ["One", "two", "three"]


def test_a_line_wrapped_in_mid_sentence_goes_on() -> None:
    assert parts(f"{LINE}\non the bay.") == [f"{LINE}\non the bay."]


def test_a_short_line_or_a_full_stop_ends_a_paragraph() -> None:
    assert parts("A headline\nThe story") == ["A headline", "The story"]
    assert parts(f"{LINE} there.\nNext") == [f"{LINE} there.", "Next"]


@given(st.text("ab .\n\r\t\u00a0", max_size=60))
def test_paragraphs_cover_the_document(text: str) -> None:
    doc = NLP.make_doc(text)
    covered = [token.i for part in paragraphs(doc) for token in part]
    assert covered == list(range(len(doc)))
