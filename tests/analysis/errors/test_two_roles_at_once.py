"""Roles that one person cannot have at once, offices of bodies that have none, initials that are swapped."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

SAME = "person.incompatible-roles"

AT_ONCE = [
    ("The Swedish diplomat Anna Berg, who is Norway’s ambassador to Nairobi, opened the talks.", "Norway’s ambassador"),
    ("American lawmaker Tom Reed, a member of Parliament for Manchester, asked for a debate.", "member of Parliament"),
    ("French politician Claire Dupont, the German environment minister, spoke of the river.", "German environment"),
    (
        "Mali was represented by its president and Niger by the Algerian foreign minister, Omar Haddad.",
        "Algerian foreign minister",
    ),
    ("The presiding judge, Maria Weber, said that his client had acted in good faith.", "The presiding judge"),
    ("Public prosecutor Stephen Low pleaded for leniency on Monday.", "Public prosecutor"),
    ("Defence lawyer Karl Muster asked for a life sentence for the man.", "Defence lawyer"),
    ("The magistrate, Ann Cole, asked for four years in prison for the banker.", "The magistrate"),
    ("They blocked the road. Their spokesman, Tom Lowe, the Commission’s chief negotiator, wept.", "chief negotiator"),
    ("Analyst Grace Hill of the research firm Bayline, Poland’s economy minister, said no.", "economy minister"),
]


@pytest.mark.parametrize(("text", "words"), AT_ONCE)
def test_one_person_in_two_roles_beside_one_name(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, SAME, text, words)


@pytest.mark.parametrize(
    "text",
    [
        "The Swedish diplomat Anna Berg, who is Sweden’s ambassador to Nairobi, opened the talks.",
        "The Irish-born diplomat Tom Reed, Britain’s ambassador to Paris, opened the talks.",
        "Canadian lawmaker Tom Reed, a member of Parliament for Halifax, asked for a debate.",
        "The Spanish diplomat Ana Ruiz, the French ambassador and the mayor of Paris opened the show.",
        "The Danish diplomat Lise Holm, the envoy for Yemen, flew to Muscat on Monday.",
        "The Canadian lawyer Tom Reed, prosecutor for Rwanda, closed the case.",
        "Bolivia’s team was led by the Spanish lawyer Ana Ruiz.",
        "The lawyer Omar Said, 58, jailed since 2019, was freed on Friday.",
        "The prosecutor, Ann Cole, asked for leniency for the witness, who had told all.",
        "The defence lawyer, Rita Poe, asked the jury to convict Lee of manslaughter rather than murder.",
        "The central bank’s governor, Ana Ruiz, spoke. The bank’s deputy governor resigned in May.",
        "In York the returning officer, Ann Cole, wept. In Hull the returning officer, Tom Reed, laughed.",
        "Kenya recalled the Ugandan ambassador’s letter on Friday.",
        "Judge Ann Cole told the lawyer that his client would be sentenced on Friday.",
        "The defence lawyer, Rita Poe, said prosecutors had asked for a life sentence.",
        "Public prosecutor Stephen Low asked for ten years in prison. His lawyer pleaded for leniency.",
        "They blocked the road. Their lawyer, Tom Lowe, the former justice minister, wept.",
        "Analyst Grace Hill of the research firm Bayline, Poland’s economy minister, Jan Nowak, and others spoke.",
    ],
)
def test_two_roles_that_go_together(errors: Check, text: str) -> None:
    assert not [error for error in errors(text) if error.check.startswith("person.")]


CHANGES = [
    ("The assistant district attorney, Mary Pruitt, spoke. Pruitt, the public defender, sat down.", "public defender"),
    ("The council leader, Dev Gill, spoke. Gill, the opposition leader, blamed the roads.", "opposition leader"),
    (
        "The presiding judge, Donna Ferrante, read the names. The presiding judge, Bea Colombo, called it clear.",
        "presiding judge, Bea Colombo",
    ),
]


@pytest.mark.parametrize(("text", "words"), CHANGES)
def test_a_side_or_a_post_that_changes(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.changing-role", text, words)


OFFICES = [
    ("The sale needs the approval of the Bank of Greece, whose prime minister, Yannis Lekas, left.", "prime minister"),
    ("A foreign minister of the Helsinki Commission said the cable was cut.", "foreign minister"),
    ("A teacher was elected governor of the fishing town on Sunday.", "governor of the fishing town"),
    ("Tom Bruyn, a Belgian ambassador to the Caucasus, agreed.", "ambassador to the Caucasus"),
    ("The consul general of the city’s film archive, Kalin Markov, left.", "consul general"),
    ("NATO Prosecutor General Rasa Berg said that the suspects were held.", "Prosecutor General"),
]


@pytest.mark.parametrize(("text", "words"), OFFICES)
def test_offices_that_a_body_lacks(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "office.wrong-body", text, words)


@pytest.mark.parametrize(
    "text",
    [
        "The loan was backed by Greece, whose prime minister, Yannis Lekas, has called for mergers.",
        "The UN goodwill ambassador to Africa, Luc Petit, left.",
        "The chancellor of the city’s university, Ann Lund, said fees would rise.",
        "The prosecutor general of Ukraine, Rasa Berg, said no.",
    ],
)
def test_offices_that_a_body_has(errors: Check, text: str) -> None:
    assert not [error for error in errors(text) if error.check.startswith("office.")]


LETTERS = [
    "The trial in Ankara was run by the Regional Office for Population and Statistics (ROSP) on Monday.",
    "The European Bank for Reconciliation and Development (EBRD) is in talks with Chisinau.",
    "In Seoul, the Kanto Metrology Institute (KIM) built the clock.",
]


@pytest.mark.parametrize("text", LETTERS)
def test_letters_that_are_swapped(errors: Check, text: str) -> None:
    assert any(error.check == "fact.acronym" for error in errors(text))


def test_a_state_that_still_acts(errors: Check) -> None:
    text = "The treaty, signed in 1972, has been kept, and the Soviet Union still applies it."
    assert_fires(errors, "fact.defunct-entity", text, "Soviet Union")


@pytest.mark.parametrize(
    "text",
    [
        "The mill dates from the time when the Soviet Union still existed, and it will be closed.",
        "The angel was carved around 1480 and valued at 220,000 euros.",
    ],
)
def test_a_state_and_money_of_another_time(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_a_title_against_every_pronoun(errors: Check) -> None:
    text = (
        "Elizabeth Rowe drew maps of the river. She was born in Oban.\n\nShe gave her books to the town. "
        "She taught for years.\n\nSir Elizabeth Rowe, geologist, was born in 1941. She died in May."
    )
    found = [error for error in errors(text) if error.check == "person.pronoun"]
    assert [error.text for error in found] == ["Sir"]
