"""Dates as pages write them."""

import pytest

from bot.extract.blocks import parse
from bot.extract.dates import iso, modified, published


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("publiziert am 25. September 2018", ("2018-09-25", "text")),
        ("Publié le 5 mars 2024", ("2024-03-05", "text")),
        ("Published in 2018 by the council", (None, None)),
        ("She published the report on 25 September 2018.", (None, None)),
    ],
)
def test_a_line_may_say_when_it_was_published(line: str, expected: tuple[str | None, str | None]) -> None:
    tree = parse(f"<html><body><h1>Ferry</h1><span>{line}</span><p>The ferry sailed.</p></body></html>")
    assert tree is not None
    assert published(tree, {}, {}, None) == expected


def test_a_time_that_is_marked_as_both_is_when_it_was_published() -> None:
    tree = parse(
        '<html><body><time class="entry-date published updated" datetime="2024-05-14">14 May</time></body></html>'
    )
    assert tree is not None
    assert published(tree, {}, {}, None) == ("2024-05-14", "time")
    assert modified(tree, {}, {}) == (None, None)
