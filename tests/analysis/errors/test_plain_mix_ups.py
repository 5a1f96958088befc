"""Plain mix-ups of people, their roles and bodies, in usual wordings, each beside the right copy that is like it."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

END = "\n\nThe county will pay for it."

PRONOUNS = [
    (
        "Six were engineers and three were men from the yard, said Dr Fatima Noor, the director. He said all slept.",
        "He",
    ),
    ("“The beetles came in with the timber,” said the botanist Henrik Solberg. She is preparing a map.", "She is"),
    ("His sister, Angela, runs the yard their grandfather built. “He never could sit still,” he said.", "he said"),
    ("Emily Castellano wept at the gate. “My dad always said it would close,” he said.", "he said"),
    ("The baker, Nicolas Ferrand, had been up since two. “People want bread,” she said, wiping his hands.", "she said"),
    ("Hannah Brandt, who leads the brigade, said the wind had turned.\n\n“We had four minutes,” he said.", "he said"),
    ("The winner, Katherine Adeyemi, 24, broke the record. He had never run a marathon before.", "He had"),
]
PRONOUNS_SILENT = [
    "“The beetles came in with the timber,” said the botanist Henrik Solberg. He is preparing a map.",
    "“My husband planted that oak,” said Rosemary Finch, who owns the inn. He died last spring.",
    "Peter Novak asked the minister, Irena Kos, about the map. “It is older than we hoped,” she told him.",
    "Meena Rao’s brother Suresh, 34, collapsed on Sunday. The family has received nothing, she said.",
    "Mr Neil Fulham fell ill. His wife came. Mrs Fulham said that she had rung. “He was in a queue,” she said.",
    "Emily Castellano wept at the gate. “My dad always said it would close,” she said.",
    "Jonas Berg lost the vote on Sunday.\n\nThe new mayor will be sworn in on Monday. Her first task is the budget.",
]
ROLES = [
    ("Chilean coach Pablo Sanhueza must rebuild. “I wish him snow,” the Uruguayan coach said.", "the Uruguayan coach"),
    ("“My client has never taken a cent,” Ms Stussi, the prosecutor, told journalists.", "the prosecutor"),
    (
        "Henrik Solberg, a Norwegian physicist and the French ambassador to Chile, said it was cold.",
        "French ambassador",
    ),
    ("The mill’s managing director, Malaysian trade minister Karan Subra, nodded.", "managing director"),
    ("Todd Renner, the Senate majority leader and a lobbyist for the machinery council, agreed.", "a lobbyist"),
]
ROLES_SILENT = [
    "Chilean coach Pablo Sanhueza must rebuild. “I wish him snow,” the Chilean coach said.",
    "Baiba Ozolina, the Latvian foreign minister, spoke with Finland. “It matters,” the Finnish minister said.",
    "“My client has never taken a cent,” Ms Stussi, the mayor’s lawyer, told journalists.",
    "Todd Renner, a former Senate majority leader and a lobbyist for the machinery council, agreed.",
]
OFFICES = [
    ("The country’s transport mayor, Fanja Rabe, flew home.", "transport mayor"),
    ("It was backed by the ambassador to Franklin County, whose office has a staff of two.", "Franklin County"),
]
OFFICES_SILENT = ["The country’s transport minister, Fanja Rabe, met the mayor.", "The ambassador to Chad flew home."]
NAMES = [
    ("The United Nations Educational, Scientific and Climate Organization (UNESCO) paid for it.", "Climate"),
    ("The Food and Forestry Organization of the United Nations (FAO) paid for it.", "Forestry"),
]
NAMES_SILENT = [
    "The United Nations Educational, Scientific and Cultural Organization (UNESCO) paid for it.",
    "The Food and Agriculture Organization of the United Nations (FAO) paid for it.",
]
OUTLETS = [
    ("“I asked him to be himself,” El Faro del Valle said.", "El Faro"),
    ("“There was a bunch of bananas on top and I lifted it,” De Kustkrant said.", "Kustkrant"),
]
OUTLETS_SILENT = [
    "“There was a bunch of bananas on top and I lifted it,” De Vries said.",
    "“The government must resign,” La Voz de Aragón said in an editorial.",
]
FIRES = [
    *(("person.pronoun", *case) for case in PRONOUNS),
    *(("person.incompatible-roles", *case) for case in ROLES),
    *(("office.wrong-body", *case) for case in OFFICES),
    *(("fact.acronym", *case) for case in NAMES),
    *(("quote.outlet-as-speaker", *case) for case in OUTLETS),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_a_plain_mix_up_is_marked(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text + END, words)


@pytest.mark.parametrize("text", [*PRONOUNS_SILENT, *ROLES_SILENT, *OFFICES_SILENT, *NAMES_SILENT, *OUTLETS_SILENT])
def test_its_right_like_is_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text + END)
