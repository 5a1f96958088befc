import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract import article_from_file, article_from_text
from bot.extract.errors import EmptyPage, TooLong
from bot.settings import ExtractSettings

BODY = "The mayor of Orsk asked for calm.\n\nShe spoke on Monday."


@given(st.text())
def test_given_text_is_never_changed(text: str):
    article = article_from_text(text, title="A title", published="2024-05-14")
    assert article.text == text
    assert article.words == len(text.split())


def test_first_line_before_a_blank_line_is_the_headline():
    article = article_from_file("Mayor asks for calm\n\n" + BODY + "\n")
    assert article.title == "Mayor asks for calm"
    assert article.text == BODY + "\n"


def test_windows_line_ends_and_a_byte_order_mark():
    article = article_from_file("\ufeffMayor asks for calm\r\n\r\n" + BODY)
    assert (article.title, article.text) == ("Mayor asks for calm", BODY)


@pytest.mark.parametrize("text", [BODY, "One line only", "first line\nsecond line\n\nthird", "x" * 250 + "\n\n" + BODY])
def test_no_headline_is_made_up(text: str):
    article = article_from_file(text)
    assert (article.title, article.text) == (None, text)


def test_a_first_line_of_blanks_is_read_once():
    text = "a" + " " * 3_000_000 + "b"
    assert article_from_file(text).text == text


def test_nothing_and_too_much_are_refused():
    with pytest.raises(EmptyPage):
        article_from_file(" \n\t")
    with pytest.raises(TooLong, match="12 words, more than the 10"):
        article_from_file("word " * 12, settings=ExtractSettings(max_words=10))
