"""Titles, offices and roles."""

import pytest

from bot.language.titles import gender, is_honorific, is_office, is_rank, is_role, is_title, strip_titles


@pytest.mark.parametrize(
    "phrase", ["Prime Minister", "foreign ministers", "Secretary-General", "ex-president", "Deputy Mayor"]
)
def test_offices(phrase: str) -> None:
    assert is_office(phrase)
    assert is_title(phrase)


@pytest.mark.parametrize("phrase", ["human rights lawyer", "trade union leaders", "policemen", "economist"])
def test_roles(phrase: str) -> None:
    assert is_role(phrase)


@pytest.mark.parametrize("phrase", ["table", "", "ministerial meeting", "leadership"])
def test_other_nouns_are_no_roles(phrase: str) -> None:
    assert not is_role(phrase)
    assert not is_title(phrase)


def test_honorifics_and_ranks() -> None:
    assert is_honorific("Mrs.")
    assert is_rank("Lt.")
    assert not is_honorific("Lt.")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Ms", "female"),
        ("chief spokesman", "male"),
        ("Queen", "female"),
        ("King", "male"),
        ("doctor", None),
        ("Sir", "male"),
    ],
)
def test_gender_is_what_the_title_states(phrase: str, expected: str | None) -> None:
    assert gender(phrase) == expected


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Foreign Minister Li Na", "Li Na"),
        ("Lt. Gen. Omar Diallo", "Omar Diallo"),
        ("Omar Diallo", "Omar Diallo"),
        ("Queen", "Queen"),
    ],
)
def test_titles_come_off_names(name: str, bare: str) -> None:
    assert strip_titles(name) == bare
