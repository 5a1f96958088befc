"""Where quotations begin and end, from characters alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.quotes.marks import find_quotations


def quoted(text: str) -> list[str]:
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((at, at + len(part)))
        at += len(part) + 2
    return [text[quotation.start : quotation.end] for quotation in find_quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "we leave" and left.', ['"we leave"']),
        ("She said “we leave,” and left.", ["“we leave,”"]),
        ("‘It’s over,’ he said. ‘We’ve lost.’", ["‘It’s over,’", "‘We’ve lost.’"]),
        ("'It's the crews' night,' he said.", ["'It's the crews' night,'"]),
        ("« Nous partons », a-t-elle dit.", ["« Nous partons »"]),
        ("»Wir gehen«, sagte sie, „und zwar bald“.", ["»Wir gehen«", "„und zwar bald“"]),
        ("``Old style,'' the editor said.", ["``Old style,''"]),
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
        ("‘He told me “go home” twice,’ she said.", ["‘He told me “go home” twice,’"]),
        ('Noticed: He said " we go " again.', ['" we go "']),
    ],
)
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The crews' boats and the '80s songs aren't quoted, y'all.",
        'A 6\'2" man carried a 12" record.',
        "'Twas the players' night.",
    ],
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_mark_behind_the_space_still_closes() -> None:
    assert quoted("“The work is done. ” Nobody came.") == ["“The work is done. ”"]


def test_an_opening_mark_in_front_of_the_tag_closes() -> None:
    assert quoted("“We stay. We wait, “he said. Then “no more” came.") == ["“We stay. We wait, “", "“no more”"]


def test_a_lost_mark_does_not_reach_the_next_paragraph() -> None:
    assert quoted('He said "we stay.\n\nRain fell. A "storm" came.') == ['"we stay.', '"storm"']


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said. “Four.”"
    assert quoted(text) == ["“One.\n\n“Two.\n\n“Three,”", "“Four.”"]


def test_single_marks_over_paragraphs_are_one() -> None:
    assert quoted("‘Isla’s home.\n\n‘We’re glad,’ he said.") == ["‘Isla’s home.\n\n‘We’re glad,’"]


@given(st.text(alphabet="ab '\"“”‘’„«».,\n", max_size=80))
def test_any_text_gives_ordered_quotations_within_it(text: str) -> None:
    places = []
    for quotation in find_quotations(text, [(0, len(text))] if text else []):
        assert 0 <= quotation.start < quotation.end <= len(text)
        places.append(quotation)
    for left, right in pairwise(places):
        assert left.start <= right.start
        assert left.end <= right.end
