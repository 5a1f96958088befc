"""Figures that are recomputed, lists, counts taken up again, dated events, headlines."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("number.", "Four of the ten kilns, or 60 percent, were cold.", "60 percent"),
    ("number.", "Half of the 800 potters, or 300, signed.", "300"),
    ("number.", "Sales tripled to 60 million euros from 30 million euros.", "30 million"),
    ("number.", "It paid 50 million last year, twice the 40 million of the year before.", "40 million"),
    ("number.", "The kiln cost 90 million, 50 percent more than the planned 40 million.", "40 million"),
    ("number.", "The firm has 900 staff: 400 in Leeds, 300 in Hull and 300 in York.", "900"),
    (
        "number.arithmetic",
        "The road is 10 kilometres, or about nine miles, long. It is 10 km (9 miles) long.",
        "9 miles",
    ),
    ("number.list", "Three potters, Ada Moss, Ben Hart, Cy Dunn and Di Lane, won.", "Three potters"),
    ("number.list", "Two potters, Ada Moss, 34, Ben Hart, 51, and Cy Dunn, 29, won.", "Two potters, Ada Moss, 34, Ben"),
    (
        "number.list",
        "The guild has three members: the joiner Ada Moss, Ben Hart, Cy Dunn and a smith, Di Lane.",
        "three",
    ),
    ("number.list", "The kiln has five doors: a gate, a grate, a flue and a lid.", "five doors"),
    ("number.list", "The lease has three exceptions: mills, inns, ports and farms.", "three exceptions"),
    ("number.list", "Both victims, a potter, a smith and a clerk, lived in Leeds.", "Both victims"),
    ("fact.code", "Flight KL1023 left Leeds at noon.\n\nPassengers on KL1032 heard a bang.", "KL1032"),
    ("number.inconsistent", "No one was hurt in the blaze, police said. Medics took two people injured away.", "two"),
    ("number.inconsistent", "Two kilns were stolen on Friday. The three kilns were found empty.", "three kilns"),
    ("date.career", "The kiln was opened in 1990. It was built in 1995.", "1995"),
    ("date.sequence", "The fair runs from July 20 to July 12.", "July 12"),
]

SILENT = [
    "Four of the ten kilns, or 40 percent, were cold. Half of the 800 potters, or 400, signed.",
    "The guild lost 15 of its 70 stalls and now has 55. Sales climbed to 4.4 percent from 4.1 percent.",
    "Turnout was 40 percent, down five points from 45 percent. It paid 82 million, twice the 40 million before.",
    "The firm has 900 staff: 400 in Leeds, 300 in Hull and 200 in York.",
    "The road is 10 km (6.2 miles) long, and water boils at 100 degrees Celsius (212 Fahrenheit).",
    "Three potters, including Ada Moss, Ben Hart, Cy Dunn and Di Lane, won. Two cities, Leeds and York, bid.",
    "Two potters, Ada Moss, 34, a widow, and Ben Hart, who is 51, won. He leaves three sons, Cy, Al and Bo, and a dog.",
    "Four potters won: Moss, Hart, Dunn and a friend of theirs. The town has two schools, a church, a pub and a shop.",
    "The lease has three exceptions: mills, inns, and ports and farms. In two kilns, Moss and Hart found cracks.",
    "Flight KL1023 left Leeds at noon. Another flight, KL1032, was late. Article 72 bans it.",
    "No one was hurt in the first blaze. Two people were injured in the second.",
    "Two kilns were stolen on Friday. The three kilns in the yard were untouched.",
    "The kiln was built in 1990. It was opened in 1995 and closed in 2001. He died in 1994.",
    "The fair runs from December 20 to January 12.",
]

HEADLINES = [
    ("headline.contradicted", "Guild accepts kiln offer", "The guild has rejected the kiln offer, it said on Friday."),
    ("headline.contradicted", "Firm to end night shifts", "The firm will extend the night shifts, it said."),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("check", "title", "text"), HEADLINES)
def test_headline_is_questioned(errors: Check, check: str, title: str, text: str) -> None:
    assert check in {error.check for error in errors(text, title)}


def test_headline_borne_out_by_another_word_is_left_alone(errors: Check) -> None:
    text = "Councillors backed the kiln plan on Friday. They rejected a change to the kiln plan before the vote."
    assert errors(text, "Council approves kiln plan") == []
