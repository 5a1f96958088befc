"""By when: the words, and the date against the article's own."""

from collections.abc import Callable

import pytest

from bot.model import Demand

Finder = Callable[..., list[Demand]]
TUESDAY = "2024-03-12T08:30:00+01:00"


@pytest.mark.parametrize(
    ("limit", "text", "iso"),
    [
        ("by Friday", "by Friday", "2024-03-15"),
        ("before the end of April", "before the end of April", "2024-04-30"),
        ("within 48 hours", "within 48 hours", "2024-03-14"),
        ("no later than 30 June", "no later than 30 June", "2024-06-30"),
        ("by nightfall", "by nightfall", None),
        ("before the court meets", "before the court meets", None),
    ],
)
def test_deadline(demands_in: Finder, limit: str, text: str, iso: str | None) -> None:
    (demand,) = demands_in(f"Quito asked the refinery to close {limit}.", published=TUESDAY)
    assert demand.deadline is not None
    assert (demand.deadline.text, demand.deadline.iso) == (text, iso)


def test_a_stretch_of_time_that_is_granted(demands_in: Finder) -> None:
    (demand,) = demands_in("Quito gave the refinery ten days to close.", published=TUESDAY)
    assert demand.deadline is not None
    assert (demand.deadline.text, demand.deadline.iso) == ("ten days", "2024-03-22")


def test_without_a_date_of_the_article_there_is_no_date(demands_in: Finder) -> None:
    (demand,) = demands_in("Quito asked the refinery to close by Friday.")
    assert demand.deadline is not None
    assert demand.deadline.iso is None


@pytest.mark.parametrize("text", ["Quito asked the refinery on Friday to close.", "Quito asked the refinery to close."])
def test_no_deadline(demands_in: Finder, text: str) -> None:
    (demand,) = demands_in(text, published=TUESDAY)
    assert demand.deadline is None


def test_a_deadline_belongs_to_its_own_clause(demands_in: Finder) -> None:
    first, second = demands_in("Quito urged drivers to slow down and ordered the refinery to close by Friday.", TUESDAY)
    assert first.deadline is None
    assert second.deadline is not None
