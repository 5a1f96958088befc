"""Copy that looks wrong to a rule read too narrowly, and is right."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

SILENT = [
    "The harbourmaster shut the quay, and the schoolchildren went home.",
    "A slick reached Ohrid on 12 May, three days after the barge that leaked it sank, on 9 May.",
    "Nothing short of a unanimous vote will do for the guild.",
    "A forger of old bowls has been caught in Ohrid. Officers led by Ana Petrova broke down his door at dawn.",
    "Vera Holt sold her ex-husband’s kiln while he was in hospital.",
    "Both of her hands were burnt by the glaze. The lesson was learnt, and the name was spelled in full.",
    "She has read all there is on the Byzantine navy. Dean Hollis keeps bees.",
    "The rim of the bowl, she has found, is what buyers like.",
    "Miners in Peru have dug up 12 million tonnes of ore, down from 15 million last year.",
    "Surgeons in Ohrid gave the boy an artificial pancreas.",
    "She won for the first time on clay. He left with a stolen chalice under his coat.",
    "A court told the potter to return a house to her pupil.",
    "The Bank of Ceylon will lend more to potters next year.",
    "Talks were held with Iran, and Iran said it would answer on Monday. He blamed Israel and Israel blamed him.",
    "The guild sails between Oslo and Kiel and Kiel and Riga. The firm of Johnson and Johnson will appeal.",
    "Trains from Leeds to London and London to Leeds were late. It was in May that May Holt said she would go.",
    "He bought 10 10 pound bowls, and the match ended 2 2 after a late goal.",
    "He will lose his stall if he is convicted, his sister reminded them.",
    "Of every 100 bowls the team sold, 12 carried the stamp, and of those 12 nearly all were older than three years.",
]

FIRES = [
    ("grammar.a-an", "They paid a unannounced visit to the kiln.", "a unannounced"),
    (
        "date.order",
        "The fair opened in 1959 with a play. Five years after the opening, in 1954, it burnt down.",
        "Five years after",
    ),
    ("fact.defunct-entity", "The National Bank of Yugoslavia will raise rates next month.", "Yugoslavia"),
]

HEADLINES = [
    ("Three of four kilns stolen from the guild are found", "Three kilns were found in a barn on Monday, police said."),
    (
        "Confession ends 20-year mystery",
        "The potter vanished in 2003. His pupil spoke after two decades, and got 24 years.",
    ),
    ("Bowl comes home after 14 years", "It was lent in 2010 to a dealer of 30 years’ standing, who forgot it."),
    ("Thieves take €2m in bowls", "Two men emptied the kiln on Monday. Its owner offers €50,000 for their return."),
]


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_what_is_near_and_wrong_is_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


def test_headline_with_the_number_of_something_else(errors: Check) -> None:
    text = "Five people died when a siege at a bank ended on Monday, police said."
    (error,) = errors(text, title="Two dead after five-hour siege at bank")
    assert (error.check, error.text) == ("headline.number", "Two")


@pytest.mark.parametrize(("title", "text"), HEADLINES)
def test_headline_fits_the_text(errors: Check, title: str, text: str) -> None:
    assert errors(text, title=title) == []
