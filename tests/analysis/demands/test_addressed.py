"""Who asks and who reads, however the parse hangs the participle."""

from collections.abc import Callable

import pytest

from bot.model import Demand

Finder = Callable[..., list[Demand]]


@pytest.mark.parametrize(
    ("text", "demander", "addressee"),
    [
        ("A nurse wrote to Anna Berg asking her to resign.", "nurse", "Anna Berg"),
        ("The mayor spoke to residents urging them to leave.", "mayor", "residents"),
        ("The mayor spoke to students calling on him to resign.", "students", "mayor"),
        ("The minister met protesters asking him to resign.", "protesters", "minister"),
        ("A farmer wrote to the council requesting a new bridge.", "farmer", None),
        ("The mayor spoke to tenants demanding lower rents.", "tenants", None),
    ],
)
def test_the_pronoun_tells_the_reader_from_who_asks(
    demands_in: Finder, text: str, demander: str, addressee: str | None
) -> None:
    (demand,) = demands_in(text)
    assert (demand.demander.text, demand.addressee.text if demand.addressee else None) == (demander, addressee)


@pytest.mark.parametrize(
    ("text", "demander", "addressee"),
    [
        ("Readers of the paper are calling for the editor to stay.", "Readers of the paper", "editor"),
        ("The port rejected calls from the navy to close the channel.", "navy", "port"),
    ],
)
def test_a_party_left_outside_its_phrase_is_found(demands_in: Finder, text: str, demander: str, addressee: str) -> None:
    (demand,) = demands_in(text)
    assert (demand.demander.text, demand.addressee.text if demand.addressee else None) == (demander, addressee)


def test_the_subject_of_a_bare_clause_hears_though_it_is_parsed_as_an_object(demands_in: Finder) -> None:
    (demand,) = demands_in("Rivals in Quito turned on the cabinet, demanding Governor Paz drop his aide.")
    assert demand.addressee is not None
    assert demand.addressee.text.endswith("Paz")
