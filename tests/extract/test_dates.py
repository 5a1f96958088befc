"""Dates as pages write them."""

import pytest

from bot.extract.dates import iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-05-17T08:30:00+02:00", "2024-05-17T08:30:00+02:00"),
        ("20240517", "2024-05-17"),
        ("Fri, 17 May 2024 08:30:00 GMT", "2024-05-17T08:30:00Z"),
        ("May 17, 2024", "2024-05-17"),
        ("Sept. 31, 2024", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("1969-12-31", None),
        ("yesterday", None),
    ],
)
def test_a_possible_day_is_read_and_no_other(written: str, expected: str | None) -> None:
    assert iso(written) == expected
