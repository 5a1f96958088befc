"""Places: what a name stands for, and what it must not be taken for."""

import pytest

from bot.language.places import country_name, is_place_name, lookup, same_state, stands_for_state

COUNTRIES = {
    "US": ["US", "U.S.", "the United States", "United States of America", "USA", "America", "the US’s"],
    "GB": ["UK", "Britain", "the United Kingdom"],
    "AE": ["UAE", "the Emirates"],
    "CI": ["Ivory Coast", "Côte d’Ivoire"],
    "CZ": ["Czechia", "the Czech Republic"],
    "KR": ["South Korea", "Republic of Korea"],
    "MM": ["Burma", "Myanmar"],
    "CD": ["DR Congo", "the Democratic Republic of the Congo"],
}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in COUNTRIES.items() for name in names])
def test_a_country_is_known_by_all_its_names(code: str, name: str) -> None:
    place = lookup(name)
    assert place is not None
    assert (place.kind, place.country) == ("country", code)
    assert place.name == country_name(code)


@pytest.mark.parametrize(
    ("first", "second"),
    [("Moscow", "the Kremlin"), ("Russian", "Russia"), ("the White House", "Washington"), ("Élysée", "Paris"),
     ("Downing Street", "Britons"), ("Kiev", "Ukrainian"), ("Beijing", "PRC")],
)  # fmt: skip
def test_metonyms_capitals_and_demonyms_lead_to_their_state(first: str, second: str) -> None:
    assert same_state(first, second)
    assert stands_for_state(first) == stands_for_state(second)


@pytest.mark.parametrize("pair", [("Moscow", "Kyiv"), ("Niger", "Nigeria"), ("Guinea", "Guinea-Bissau"), ("x", "x")])
def test_different_states_are_kept_apart(pair: tuple[str, str]) -> None:
    assert not same_state(*pair)


@pytest.mark.parametrize("word", ["us", "turkey", "polish", "chad", "", "nice", "Reading", "Bath", "March"])
def test_ordinary_words_are_no_places(word: str) -> None:
    assert lookup(word) is None


def test_a_city_does_not_stand_for_its_state() -> None:
    assert lookup("Mumbai") is not None
    assert stands_for_state("Mumbai") is None


def test_brussels_stands_for_no_one_state() -> None:
    assert lookup("Brussels") is not None
    assert stands_for_state("Brussels") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("EU", "bloc"), ("Nato", "bloc"), ("Latin America", "continent"), ("Scottish", "demonym"), ("Texas", "region")],
)
def test_kinds(name: str, kind: str) -> None:
    place = lookup(name)
    assert place is not None
    assert place.kind == kind


def test_every_demonym_row_belongs_to_a_country() -> None:
    for demonym in ("Afghan", "Burkinabe", "Dutch", "Emirati", "Filipino", "Kosovar", "Swiss", "Zimbabwean"):
        place = lookup(demonym)
        assert place is not None
        assert place.kind == "demonym"
        assert country_name(place.country or "") is not None


def test_place_names_are_names_of_places_themselves() -> None:
    assert is_place_name("Nairobi")
    assert not is_place_name("Kenyan")
    assert not is_place_name("the Pentagon")
