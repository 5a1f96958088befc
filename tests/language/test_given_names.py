"""Given names: gender by name, spelling folded."""

import random

import pytest

from bot.language import given_names
from bot.language.given_names import fold, gender, is_given_name


@pytest.mark.parametrize("name", ["Olena", "Françoise", "Marie-Claude", "Ingrid", "Fatima", "Şebnem"])
def test_names_of_women(name: str) -> None:
    found = gender(name)
    assert found is not None
    assert found[0] > 0.8


@pytest.mark.parametrize("name", ["Bohdan", "Jean-Pierre", "Søren", "Łukasz", "Mohammed", "Iñigo"])
def test_names_of_men(name: str) -> None:
    found = gender(name)
    assert found is not None
    assert found[0] < 0.2


def test_accents_case_and_hyphens_do_not_matter() -> None:
    assert gender("JOSÉ") == gender("jose")
    assert gender("Jean-Luc") == gender("Jean Luc")


def test_an_unknown_double_name_goes_by_its_first_part() -> None:
    assert gender("Petra-Xylophanta") == gender("Petra")


@pytest.mark.parametrize("word", ["", "Zzzyx", "--", "123"])
def test_no_name_no_gender(word: str) -> None:
    assert gender(word) is None
    assert not is_given_name(word)


def test_every_line_of_the_table_can_be_found() -> None:
    lines = given_names.TABLE.read_bytes().splitlines()
    assert lines == sorted(lines)
    for line in [lines[0], lines[-1], *random.Random(1).sample(lines, 500)]:
        name, percent, _ = line.decode().split("\t")
        assert fold(name) == name
        found = gender(name)
        assert found is not None
        assert found[0] == int(percent) / 100
