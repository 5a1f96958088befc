"""Checks on pronouns, names and offices that need more than one mention."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("person.reflexive", "Agnes Thornbury blamed himself for the broken kiln.", "himself"),
    ("person.reflexive", "The queen himself opened the kiln.", "himself"),
    ("person.reflexive", "Susan Hartley sold his own horse.", "his"),
    ("person.reflexive", "Susan Hartley scored his third goal.", "his"),
    ("person.reflexive", "He taught herself to throw pots.", "herself"),
    ("person.reflexive", "Susan Hartley listened at the back with his eyes shut.", "his"),
    ("person.reflexive", "She shook his head and left the kiln.", "his"),
    ("person.reflexive", "Robert Fenwick, a potter, who made her debut in May, sold out.", "her"),
    ("person.pronoun", "It rained.\n\nA man drowned in the harbour when she tried to swim to a boat.", "she"),
    ("person.pronoun", "Mrs Lowe spoke.\n\nA woman fell from the pier, where he had gone to fish.", "he"),
    (
        "person.pronoun",
        "Anna Berg runs the pottery. Her predecessor and aunt, Peter Berg, had led it for 22 years; he owns it still.",
        "he",
    ),
    ("person.changing-role", "President Teresa Vaz spoke. On Monday Prime Minister Teresa Vaz flew home.", "Vaz"),
    ("person.pronoun", "Helen Lowe has studied clay for years. His team tested forty sorts.", "His team"),
    ("person.pronoun", "Gordon Pike, 41, was fined after she burned the sheds.", "she"),
    ("person.name-spelling", "Oswald Burrows chairs the guild. Professor Burroughs spoke first.", "Burroughs"),
    (
        "person.name-spelling",
        "Petra Novotna opened the sale. “Come in,” Novotny said. Novotny sold two jugs. She left at noon.",
        "Novotna",
    ),
    ("person.name-spelling", "Ceramont Works will close. Ceramond employs ninety people.", "Ceramond"),
    ("person.changing-role", "Governor Alma Reyes opened the dam. Mayor Alma Reyes cut a ribbon.", "Alma Reyes"),
    ("office.wrong-body", "The Mayor of Portugal opened the fair.", "Mayor of Portugal"),
    (
        "office.wrong-body",
        "The archbishop of the trade ministry blessed the kilns.",
        "archbishop of the trade ministry",
    ),
    ("office.mangled-title", "Evil President Olga Brandt waved at the potters.", "Evil President"),
    ("office.mangled-title", "The Excessive Court ruled on Friday.", "Excessive Court"),
    ("quote.outlet-as-speaker", "“I lost my whole kiln,” the newspaper said.", "the newspaper said"),
    ("quote.outlet-as-speaker", "“We have nothing left,” according to CNN.", "according to CNN"),
    ("claim.unsourced-label", "The kiln, described as “a death trap”, opens in June.", "described as"),
    ("fact.defunct-entity", "The troupe crossed into Rhodesia on Tuesday.", "Rhodesia"),
    ("fact.acronym", "The gross domestic product (GPD) rose.", "GPD"),
]

SILENT = [
    "Robert Fenwick bowed. Susan Hartley scored her third goal. Susan Hartley saw his third goal and sold his horse.",
    "Mr Lowe spoke.\n\nA woman fell from the pier, where he had gone to fish.",
    "The mayor of the company town met the bishop of the diocese and a governor of the bank.",
    "Robert Fenwick sang with his eyes shut. Susan Hartley put her head on his shoulder and sat on his lap.",
    "Susan Hartley carried the boy on her back. Susan Hartley watched Robert Fenwick, with his eyes shut, play.",
    "Ann Hill fled.\n\nA man drowned in the harbour when she tried to swim to a boat.",
    "The farmer was seen on the road.\n\nA woman was hurt when he drove on.",
    "Premier Teresa Vaz spoke. On Monday Prime Minister Teresa Vaz flew home.",
    "Agnes Thornbury blamed herself, and the queen herself came. She told him to help himself.",
    "Dr Harriet Lowe met Gordon Pike. His team tested forty glazes.",
    "Oswald Burrows met Hugh Barlow. Professor Barlow spoke first.",
    "Governor Alma Reyes opened the dam. The former mayor Alma Reyes then cut a ribbon.",
    "The mayor of Lisbon met the governor of the Bank of England and the Attorney General.",
    "“I lost my whole kiln,” she told the newspaper. “The kiln was safe,” the newspaper said.",
    "The kiln, described as “a death trap” by the guild, opens in June.",
    "She wrote a novel set in Rhodesia. Growth in gross domestic product (GDP) slowed.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
