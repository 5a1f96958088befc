"""Dates, resolved against the day of the article: a Wednesday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.dates import dates, resolve

TODAY = date(2023, 5, 17)


@pytest.mark.parametrize(
    ("text", "stretch", "iso"),
    [
        ("met on Monday in Oslo", "Monday", "2023-05-15"),
        ("on Wednesday", "Wednesday", "2023-05-17"),
        ("last Friday", "last Friday", "2023-05-12"),
        ("next Tuesday", "next Tuesday", "2023-05-23"),
        ("yesterday", "yesterday", "2023-05-16"),
        ("on 3 May", "3 May", "2023-05-03"),
        ("the 9th of June 2021", "the 9th of June 2021", "2021-06-09"),
        ("Nov. 30", "Nov. 30", "2022-11-30"),
        ("Sunday, February 12, 2023", "Sunday, February 12, 2023", "2023-02-12"),
        ("since August 2019", "August 2019", "2019-08"),
        ("in March", "March", "2023-03"),
        ("in 2016", "2016", "2016"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("last week", "last week", "2023-W19"),
        ("three days ago", "three days ago", "2023-05-14"),
        ("two years ago", "two years ago", "2021-05"),
        ("within 48 hours", "within 48 hours", "2023-05-19"),
        ("in a fortnight", "in a fortnight", "2023-05-31"),
        ("by the end of June", "the end of June", "2023-06-30"),
        ("before the end of next month", "the end of next month", "2023-06-30"),
        ("by the end of the week", "the end of the week", "2023-05-21"),
    ],
)
def test_a_date_is_found_and_resolved(text: str, stretch: str, iso: str) -> None:
    found = list(dates(text, TODAY))
    assert [(text[d.start : d.end], d.iso) for d in found] == [(stretch, iso)]


@pytest.mark.parametrize(
    ("text", "iso"), [("by Friday", "2023-05-19"), ("by Monday", "2023-05-22"), ("before 2 March", "2024-03-02")]
)
def test_a_deadline_lies_ahead(text: str, iso: str) -> None:
    assert resolve(text, TODAY, "future") == iso


@pytest.mark.parametrize(
    "text",
    [
        "they march in step",
        "it may rain",
        "March 5,000 people",
        "2023-02-30",
        "31 February",
        "3/4",
        "in a row",
        "40 June",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert resolve(text, TODAY) is None


def test_without_a_reference_only_full_dates_resolve() -> None:
    assert resolve("Friday", None) is None
    assert [d.iso for d in dates("Friday", None)] == [None]
    assert resolve("5 July 2020", None) == "2020-07-05"


@given(st.text(max_size=150), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_any_text_gives_ordered_offsets(text: str, reference: date) -> None:
    at = 0
    for found in dates(text, reference):
        assert at <= found.start < found.end <= len(text)
        at = found.end


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_written_date_comes_back(day: date) -> None:
    if 1950 <= day.year < 2090:
        assert resolve(f"{day:%A}, {day.day} {day:%B} {day.year}", None) == day.isoformat()
        assert resolve(f"{day:%b} {day.day}, {day.year}", None) == day.isoformat()
