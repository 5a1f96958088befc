"""Checks that compute, and checks of the headline against the text."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("number.inconsistent", "Seven people died in the blaze. The blaze killed 12 people, police said.", "12"),
    ("number.inconsistent", "The four-member jury met. The five-member jury then voted.", "five-member"),
    ("number.inconsistent", "Police held a 16-year-old boy. The 17-year-old was taken home.", "The 17-year-old"),
    ("number.inconsistent", "It was a six-week strike. For sixteen weeks the kilns were cold.", "sixteen weeks"),
    ("number.arithmetic", "Of the 50 bowls, 30 were sold and 25 were broken.", "50 bowls"),
    ("number.proportion", "Sales went from 200 to 300, a rise of 30 percent.", "a rise of 30 percent"),
    ("number.arithmetic", "The motion passed by 52 votes to 45, a majority of 11.", "52"),
    ("number.proportion", "Some 30 of the 40 members, or 60 percent, agreed.", "60 percent"),
    ("number.arithmetic", "The road is 100 miles (260 km) long.", "260 km"),
    ("number.proportion", "The share was 40 percent in May and has fallen to 46 percent.", "46 percent"),
    ("number.arithmetic", "The boat had 30 people on board. Twelve people died and 25 were rescued.", "Twelve"),
    ("number.proportion", "Sales rose 10 percent to 120 euros from 100 euros.", "10 percent"),
    ("number.proportion", "Output doubled from 30 tonnes to 50 tonnes.", "30"),
    ("number.arithmetic", "The fair drew nine potters, five from Leeds and six from York.", "nine"),
    ("number.proportion", "They hold 50 percent, 35 percent and 30 percent of the market.", "50 percent"),
    ("date.career", "The mill was opened in 1950 and closed in 1940.", "1940"),
    ("date.order", "The guild, founded in 1990, marked its 25th anniversary in 2012.", "25th"),
    ("number.age", "Lena Moss, 40, was born in 1961 in Leeds. She retired in 2010.", "40"),
    ("date.sequence", "The mill stood idle from 2001 to 2005, nine years in all.", "2001"),
    ("number.years", "The survey ran from 2014 to 2011.", "2014"),
    ("date.tense", "Next week, four people were hurt when the roof fell.", "Next week"),
    ("date.tense", "Last month the council will vote on the plan.", "Last month"),
    (
        "date.event-day",
        "A fire tore through the old pottery on Tuesday, and nobody was hurt, the police said.\n\n"
        "The fire, which occurred on Friday night, was out by dawn.",
        "Friday",
    ),
    ("fact.contradiction", "The ban covers Kenya and its ports. The ban does not cover Kenya and its ports.", "cover"),
]

SILENT = [
    "Seven people died in the blaze. The toll later rose to 12.",
    "Seven people died in the blaze. A similar blaze killed 12 people in 2009.",
    "A four-member jury met. Another five-member jury voted. He is a 16-year-old; the 16-year-old left.",
    "Of the 50 bowls, 30 were sold and 20 were broken.",
    "Sales went from 200 to 300, a rise of 50 percent. They rose 5 percent to 3 million.",
    "The motion passed by 52 votes to 45, a majority of seven.",
    "About 30 of the 40 members, or 75 percent, agreed. The road is 100 miles (160 km) long.",
    "The share was 40 percent in May and has fallen to 36 percent. It grew from 36 percent to 40 percent.",
    "The boat had 30 people on board. Five people died and 25 were rescued.",
    "Sales rose 20 percent to 120 euros from 100 euros. Output doubled from 30 tonnes to 60 tonnes.",
    "The fair drew 11 potters, five from Leeds and six from York. The mill was opened in 1950 and closed in 1990.",
    "The guild, founded in 1990, marked its 25th anniversary in 2015.",
    "Lena Moss, 49, was born in 1961 in Leeds. She retired in 2010.",
    "The mill stood idle from 2001 to 2005, four years in all. It ran between 1990 and 2000.",
    "Next week, four people will be heard. The council was to meet next week. Last month the council voted.",
    "Hanley said the hearing was next week and that, last year, he feared it will fail.",
    "The ban covers Kenya. The tax does not cover Kenya. If the ban did not cover Kenya, ports would gain.",
]

HEADLINES = [
    ("headline.number", "Nine dead in mine blast", "Nineteen men were killed in a mine blast on Monday, police said."),
    ("headline.number", "Hundreds killed in storm", "The storm killed 12 people on the coast, police said."),
    ("headline.number", "Guild to close five kilns", "The guild will close six kilns in May. It has no money left."),
    (
        "headline.number",
        "Fans queue for Kiln 9",
        "Fans queued for Kiln 8 on Monday. The makers of Kiln 8 were pleased.",
    ),
    ("headline.number", "Guild loses £4.3m", "The guild lost £3.4m last year, it said on Monday."),
    ("headline.name", "Hartwell quits the guild", "Susan Hartwall quit the guild on Monday. Hartwall was tired."),
    ("headline.contradicted", "Guild approves merger", "The guild rejected the merger on Monday after a long debate."),
    ("headline.contradicted", "Guild will sell the kiln", "The guild will not sell the kiln, it said on Monday."),
]

FAIR_HEADLINES = [
    ("Nine dead in mine blast", "Nine men were killed in a mine blast on Monday, police said."),
    ("Almost 200 killed in storm", "The storm killed 193 people on the coast, police said."),
    ("Six hurt in mine blast", "Half a dozen men were injured in a mine blast on Monday."),
    ("Seven killed in storm", "The storm killed three men and killed four women on the coast."),
    ("Will the guild sell the kiln?", "The guild will not sell the kiln, it said on Monday."),
    ("Guild approves merger", "The guild approved the merger on Monday. It had rejected an earlier bid in May."),
    ("Hartwell quits the guild", "Susan Hartwell quit the guild on Monday. Her rival Joan Hartwall stayed."),
    ("Lund holds off the Swedes in Vadstad", "Lund beat Ebba Berg of Sweden by two seconds in Vadstad on Sunday."),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("check", "title", "text"), HEADLINES)
def test_headline_is_questioned(errors: Check, check: str, title: str, text: str) -> None:
    (error,) = errors(text, title=title)
    assert (error.check, error.field) == (check, "title")
    assert title[error.start : error.end] == error.text
    assert error.evidence


@pytest.mark.parametrize(("title", "text"), FAIR_HEADLINES)
def test_headline_is_left_alone(errors: Check, title: str, text: str) -> None:
    assert errors(text, title=title) == []
