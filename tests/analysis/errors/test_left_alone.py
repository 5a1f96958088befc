"""Copy that looks wrong to a rule read too narrowly, and is right."""

import pytest

from tests.analysis.errors.examples import Check, assert_silent

SILENT = [
    "The harbourmaster shut the quay, and the schoolchildren went home.",
    "A slick reached Ohrid on 12 May, three days after the barge that leaked it sank, on 9 May.",
    "Nothing short of a unanimous vote will do for the guild.",
    "A forger of old bowls has been caught in Ohrid. Officers led by Ana Petrova broke down his door at dawn.",
    "Vera Holt sold her ex-husband’s kiln while he was in hospital.",
    "Both of her hands were burnt by the glaze. The lesson was learnt, and the name was spelled in full.",
    "She has read all there is on the Byzantine navy. Dean Hollis keeps bees.",
    "The rim of the bowl, she has found, is what buyers like.",
    "The guild has sold 45 bowls, down from 60 last year.",
    "Surgeons in Ohrid gave the boy an artificial pancreas.",
    "She won for the first time on clay. He left with a stolen chalice under his coat.",
    "A judge told the potter to return a kiln to her former pupil.",
    "The Bank of Ceylon will lend more to potters next year.",
    "He will lose his stall if he is convicted, his sister reminded them.",
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


@pytest.mark.parametrize(("title", "text"), HEADLINES)
def test_headline_fits_the_text(errors: Check, title: str, text: str) -> None:
    assert errors(text, title=title) == []
