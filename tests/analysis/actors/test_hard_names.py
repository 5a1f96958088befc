"""Names that are easily mixed up."""

import pytest

from bot.analysis.actors.names import initials, same_organization_name, words
from tests.analysis.voices import read


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Anna Roth and Peter Roth own the mill. Ms Roth grinds. Mr Roth sells.", "Anna Roth", 1),
        ("Anna Roth and Peter Roth own the mill. Ms Roth grinds. Mr Roth sells.", "Peter Roth", 1),
        ("Kim Jong-hyun and Kim So-yeon debated. Mr Kim laughed. Ms Kim did not.", "Kim Jong-hyun", 1),
    ],
)
def test_mr_and_ms_tell_bearers_of_one_surname_apart(text: str, name: str, told: int) -> None:
    short = [m.text for m in read(text).actor(name).mentions if m.kind == "name" and m.text != name]
    assert len(short) == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pieter van der Meulen, the mayor, resigned on Friday. Van der Meulen was tired.", "Pieter van der Meulen"),
        ("Khalid bin Rashid Al Suwaidi chairs the fund. Al Suwaidi bought it.", "Khalid bin Rashid Al Suwaidi"),
    ],
)
def test_particles_lead_to_the_surname(text: str, name: str) -> None:
    assert len([m for m in read(text).actor(name).mentions if m.kind == "name"]) == 2


def test_a_family_is_a_group_of_its_own() -> None:
    found = read("The Haddads flew to Lima on Monday. Omar Haddad met the president. The Haddads leave on Friday.")
    assert found.actor("Haddads").kind == "group"
    assert [m.text for m in found.actor("Omar Haddad").mentions if m.kind == "name"] == ["Omar Haddad"]


def test_ministries_of_two_states_stay_apart() -> None:
    found = read(
        "Kenya's health ministry will pay for the vaccine. Officials met on Monday. "
        "The Ugandan health ministry will train nurses."
    )
    spoken = [[m.text for m in actor.mentions] for actor in found.actors]
    assert not any(len([text for text in texts if "ministry" in text]) > 1 for texts in spoken)


def test_an_acronym_far_from_its_name_is_that_name() -> None:
    found = read("The Northern Grain Pool said prices would fall on Monday. Farmers left the NGP in 2019.")
    assert "NGP" in found.actor("Northern Grain Pool").aliases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Talks stalled. The threat Mr Okello saw has gone. Paul Okello resigned.", "Paul Okello"),
        ("Vera Lindt and her husband, Karl Lindt, were found guilty.", "Karl Lindt"),
    ],
)
def test_words_that_say_nothing_are_no_role(text: str, name: str) -> None:
    assert read(text).actor(name).roles == []


def test_a_role_ends_where_a_clause_begins() -> None:
    found = read("Ines Duarte, a fellow at the Coastal Institute, working on tides with schools, said it would flood.")
    assert [role.text for role in found.actor("Ines Duarte").roles] == ["fellow at the Coastal Institute"]


def test_a_mention_leaves_out_the_names_of_others() -> None:
    found = read("China's ambassador spoke on Monday. The ambassador said trade would grow. China agreed.")
    assert next(m.text for m in found.actor("China's ambassador").mentions) == "ambassador"
    assert [m.text for m in found.actor("China").mentions] == ["China", "China"]


@pytest.mark.parametrize("acronym", ["motie", "mtie"])
def test_small_words_may_lend_their_initial(acronym: str) -> None:
    assert acronym in initials(words("Ministry of Trade, Industry and Energy"))


def test_a_plural_s_makes_no_other_company() -> None:
    assert same_organization_name(words("Tarvin Airline"), words("Tarvin Airlines"))
    assert not same_organization_name(words("Tarvin Airline"), words("Tarvin Foods"))


def test_a_title_reaches_its_name_across_the_name_of_a_state() -> None:
    found = read(
        "Secretary-General Ilse Brandt spoke first. After lunch Deputy Secretary-General of the United States "
        "Vera Lindt lamented that “there is no will to settle it.”"
    )
    assert found.speakers == ["Vera Lindt"]


def test_who_says_that_he_did_means_himself() -> None:
    found = read(
        "“This was my fourth try,” said Ivo Lenz. “I sailed in May,” he said. He said he had spent his savings. "
        "Emil Varga, another sailor, said he had sold a farm."
    )
    assert [m.text for m in found.actor("Emil Varga").mentions if m.kind == "pronoun"] == ["he"]


def test_a_byname_of_a_state_may_be_a_company() -> None:
    found = read("Emirates Airline signed for thirty jets. Emirates will fly them from May.")
    assert [actor.kind for actor in found.actors if "Emirates" in (actor.name, *actor.aliases)] == ["organization"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Singer-guitarists Tom Hale and Pat Soames tour in May.", "Tom Hale"),
        ("The firm chose five companies: Blue Heron, Ceres Works and Tyvak Labs.", "Blue Heron"),
    ],
)
def test_what_several_are_is_not_the_role_of_one(text: str, name: str) -> None:
    assert read(text).actor(name).roles == []
