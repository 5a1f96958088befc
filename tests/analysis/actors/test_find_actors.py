"""Who is in the article, under which names, in which role."""

import pytest

from tests.analysis.voices import read


def test_forms_of_a_name_are_one_actor() -> None:
    found = read("Prime Minister Ilse Vandermeer resigned. Vandermeer, 58, leaves in May. Mrs Vandermeer wept.")
    actor = found.actor("Ilse Vandermeer")
    assert actor.kind == "person"
    assert [m.text for m in actor.mentions if m.kind == "name"] == ["Ilse Vandermeer", "Vandermeer", "Vandermeer"]


def test_mentions_measure_their_text() -> None:
    text = "Ilse Vandermeer resigned. She said that her party knew."
    for actor in read(text).actors:
        for mention in actor.mentions:
            assert text[mention.start : mention.end] == mention.text


def test_people_with_one_surname_stay_apart() -> None:
    found = read(
        "Senator Paul Marlow and his wife, Judge Karen Marlow, were heard on Monday. "
        "Mr Marlow said little. Mrs Marlow said nothing."
    )
    first, second = found.actor("Paul Marlow"), found.actor("Karen Marlow")
    assert [m.text for m in first.mentions if m.kind == "name"] == ["Paul Marlow", "Marlow"]
    assert [m.text for m in second.mentions if m.kind == "name"] == ["Karen Marlow", "Marlow"]


def test_a_person_is_not_the_company_named_after_them() -> None:
    found = read("Viktor Kessler spoke for Kessler Industries. Kessler said the Kessler Industries plant would stay.")
    assert found.actor("Viktor Kessler").kind == "person"
    assert found.actor("Kessler Industries").kind == "organization"


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    found = read("The Baltic Association for Coastal Shipping (BACS) sued on Monday. BACS said it had warned the port.")
    assert "BACS" in found.actor("Baltic Association for Coastal Shipping").aliases


@pytest.mark.parametrize("name", ["Moscow", "the Kremlin"])
def test_a_capital_that_acts_is_the_state(name: str) -> None:
    found = read(f"Russia moved troops on Monday. Later {name} denied that it planned a war.")
    assert name.removeprefix("the ") in found.actor("Russia").aliases


def test_a_capital_where_things_happen_is_a_place() -> None:
    found = read("Russia moved troops on Monday. The ministers of nine countries met in Moscow.")
    assert found.actor("Moscow") is not found.actor("Russia")


def test_officials_of_a_state_are_linked_to_it() -> None:
    found = read("Norway closed the strait. Norwegian authorities said ships must wait.")
    assert "Norwegian authorities" in [mention.text for mention in found.actor("Norway").mentions]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Goran Petrović, chief economist of the Danube Bank, spoke.", "Goran Petrović", "chief economist"),
        ("Norway's deputy foreign minister Siri Dahl spoke.", "Siri Dahl", "Norway's deputy foreign minister"),
        ("The head of the state oil fund Kari Holm told staff.", "Kari Holm", "head of the state oil fund"),
        ("Amara Diallo, who is the director of the clinic, spoke.", "Amara Diallo", "director of the clinic"),
        ("The coroner, Fergus Leach, agreed.", "Fergus Leach", "coroner"),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    roles = [span.text for span in read(text).actor(name).roles]
    assert any(role in found for found in roles), roles


def test_the_fuller_role_comes_first() -> None:
    actor = read("Dr Amara Diallo spoke. Amara Diallo, medical director of the Lakeside clinic, left early.").actor(
        "Amara Diallo"
    )
    assert actor.roles[0].text.startswith("medical director")


@pytest.mark.parametrize(
    ("text", "word", "occurrence", "expected"),
    [
        ("Lena Brandt met Tomasz Wilk. She thanked him.", "She", 0, "Lena Brandt"),
        ("Lena Brandt met Tomasz Wilk. She thanked him.", "him", 0, "Tomasz Wilk"),
        ("Tomasz Wilk arrived late. He blamed the trains, and his driver.", "his", 0, "Tomasz Wilk"),
        ("Before he left, Tomasz Wilk called the police.", "he", 0, "Tomasz Wilk"),
        ("“I resign,” Lena Brandt said.", "I", 0, "Lena Brandt"),
        ("Kestrel plc said it would close the plant.", "it", 0, "Kestrel plc"),
        ("NATO wants talks. It has also asked for time.", "It", 0, "NATO"),
        ("Judge Helen Moss spoke for an hour. “Nobody is above me,” the judge said.", "judge", 0, "Helen Moss"),
        ("Tomasz Wilk praised Jan Kos. Wilk admires himself.", "himself", 0, "Tomasz Wilk"),
    ],
)
def test_what_words_mean(text: str, word: str, occurrence: int, expected: str) -> None:
    assert read(text).meant_by(word, occurrence) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kestrel plc met the mayor. It is raining again.", "It"),
        ("Kestrel plc closed the road. It seems that nobody minded.", "It"),
    ],
)
def test_it_often_means_nobody(text: str, word: str) -> None:
    assert read(text).meant_by(word) is None


def test_a_third_person_in_a_quotation_is_not_its_speaker() -> None:
    found = read("Tomasz Wilk praised Jan Kos. “He is brave,” Wilk said.")
    assert found.meant_by("He") == "Jan Kos"


def test_a_surname_that_is_also_a_city() -> None:
    found = read("Valerie Paris sued the club. Paris said she had been locked in. Paris wants her money back.")
    assert len([m for m in found.actor("Valerie Paris").mentions if m.kind == "name"]) == 3


def test_key_actors_are_named_and_few() -> None:
    text = (
        "Kestrel plc will close its plant in Halden, the company said on Monday.\n\n"
        "Kestrel's chief executive, Mona Lind, blamed prices. Lind said 400 jobs would go at Kestrel.\n\n"
        "A neighbour, Per Aas, was sad."
    )
    found = read(text, title="Kestrel closes Halden plant")
    key = [actor.name for actor in found.actors if actor.key]
    assert found.actor("Kestrel").name in key
    assert "Per Aas" not in key
    assert len(key) <= 5


def test_actors_come_in_falling_salience() -> None:
    found = read("Kestrel plc sued Norway. Kestrel plc lost. Norway was glad. Kestrel plc will appeal to Denmark.")
    scores = [actor.salience for actor in found.actors]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_an_article_without_words_has_no_actors() -> None:
    assert read("").actors == []
