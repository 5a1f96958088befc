"""Names as strings."""

import pytest

from bot.analysis.actors.names import (
    initials,
    is_acronym,
    is_misspelling,
    person_words,
    same_organization_name,
    same_person_name,
    surname,
    words,
)


def person(name: str) -> tuple[str, ...]:
    return person_words(name)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Okafor", "Grace Okafor"),
        ("Ms. Okafor", "Grace Okafor"),
        ("OKAFOR", "Grace Okafor"),
        ("G. Okafor", "Grace Okafor"),
        ("Grace Okafor", "Grace N. Okafor"),
        ("von Amsberg", "Lotte von Amsberg"),
        ("Amsberg", "Lotte von Amsberg"),
        ("De la Cruz", "Ana De la Cruz"),
        ("Sato-Klein", "Emi Sato-Klein"),
        ("O'Dowd", "Brendan O’Dowd"),
        ("Müller", "Jens Muller"),
        ("Kwon", "Kwon Ji-hoon"),
        ("Dr Ruiz", "Ines Ruiz, MD"),
    ],
)
def test_forms_of_one_person(short: str, full: str) -> None:
    assert same_person_name(person(short), person(full))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Marlow", "Hilary Marlow"),
        ("A. Marlow", "Bill Marlow"),
        ("Daniela Ortiz", "Daniel Ortiz"),
        ("Marlow", "Marlowe Finch"),
    ],
)
def test_different_people(one: str, other: str) -> None:
    assert not same_person_name(person(one), person(other))


def test_a_surname_keeps_its_particles() -> None:
    assert surname(person("Lotte von der Heide")) == ("von", "der", "heide")
    assert surname(person("Khalid al-Amin")) == ("al-amin",)


def test_titles_and_letters_are_no_part_of_the_name() -> None:
    assert person("General Sir Peter Vance KC") == ("peter", "vance")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("WMO", "World Meteorological Organization"),
        ("W.M.O.", "World Meteorological Organization"),
        ("Kestrel", "Kestrel Holdings plc"),
        ("Kestrel Ltd", "Kestrel Group"),
    ],
)
def test_forms_of_one_organisation(short: str, full: str) -> None:
    assert same_organization_name(words(short), words(full))


def test_initials_with_and_without_small_words() -> None:
    assert {"oeb", "ob"} & initials(words("Office of Energy and Building")) == {"oeb"}
    assert "usb" in initials(words("University of South Bergen"))


@pytest.mark.parametrize(("text", "expected"), [("NATO", True), ("U.N.", True), ("Nato", False), ("I", False)])
def test_acronyms(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected


def test_misspellings_are_near_and_long() -> None:
    assert is_misspelling("brennecke", "brenecke")
    assert not is_misspelling("lee", "lie")
    assert not is_misspelling("hansen", "jansen")
