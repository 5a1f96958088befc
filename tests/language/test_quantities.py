"""Numbers, money and percentages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.quantities import number, ordinals, quantities


@pytest.mark.parametrize(
    ("text", "stretch", "value", "kind", "unit", "hedge"),
    [
        ("at least 40 people", "40", 40, "number", None, "at least"),
        ("some 2,300 trees", "2,300", 2300, "number", None, "about"),
        ("cost $4.5bn so far", "$4.5bn", 4.5e9, "money", "USD", None),
        ("US$7 million more", "US$7 million", 7e6, "money", "USD", None),
        ("paid C$12 for it", "C$12", 12, "money", "CAD", None),
        ("a million euros", "a million euros", 1e6, "money", "EUR", None),
        ("rose 12 per cent", "12 per cent", 12, "percent", "%", None),
        ("up 3.5% on May", "3.5%", 3.5, "percent", "%", None),
        ("fell 2 percentage points", "2 percentage points", 2, "percent", "points", None),
        ("forty-two goats", "forty-two", 42, "number", None, None),
        ("three hundred and six thousand", "three hundred and six thousand", 306_000, "number", None, None),
        ("more than half a million", "half a million", 500_000, "number", None, "more than"),
        ("no more than two dozen", "two dozen", 24, "number", None, "at most"),
        ("nearly 90m voters", "90m", 9e7, "number", None, "less than"),
    ],
)
def test_a_quantity_is_read(
    text: str, stretch: str, value: float, kind: str, unit: str | None, hedge: str | None
) -> None:
    found = list(quantities(text))
    assert len(found) == 1
    one = found[0]
    assert text[one.start : one.end] == stretch
    assert (one.value, one.kind, one.unit, one.hedge) == (pytest.approx(value), kind, unit, hedge)


@pytest.mark.parametrize("text", ["COVID-19", "the G7", "on 9/11", "the 1990s", "21st", "at 5pm", "dozens came", "A4"])
def test_what_looks_like_a_number_but_counts_nothing(text: str) -> None:
    assert list(quantities(text)) == []


def test_numbers_in_words_and_digits_agree() -> None:
    assert number("ninety-nine") == number("99") == 99
    assert number("1.5 billion") == 1.5e9
    assert number("two three") is None
    assert number("cabbage") is None


@given(st.integers(0, 10**9))
def test_grouped_digits_have_their_value(value: int) -> None:
    assert number(f"{value:,}") == value


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    at = 0
    for one in quantities(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end


def test_ordinals() -> None:
    assert [one.value for one in ordinals("the third and the 21st")] == [3, 21]
