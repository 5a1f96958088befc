"""Right sentences in which a full list, clauses of one rank or a form of a name fooled a check, and slips like them."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_no_reckoning, assert_slip

FIGURES = [
    "The orchestra hired 14 players, eight for strings and six for brass, and let four go in spring.",
    "The farm keeps 90 cows, 55 in the valley and 35 on the hill, and 14 goats in total.",
    "He ordered 60 chairs, one for each guest, and found three broken.",
    "The cook baked 150 pies, two for each of the men, and sold ten.",
    "Twelve passengers walked away, eight were taken to hospital and six died on the spot.",
    "Of the ward's beds half stand empty. Five families left when the mill shut, three went to the city and four"
    " emigrated.",
    "Of the 40 paintings, seven have been traced, the other six of them in private hands.",
    "Of the 60 letters, three were published in 1990; the other two turned up last year.",
    "One of the twelve hostages was freed in March. Of the 11 others, two came home on Friday.",
    "There were 90 guests at noon, 70 at three and 40 at six.",
    "The two schools, with 300 and 210 pupils, will merge.",
    "The city bought 60 buses, half of them electric, at €300,000 each, and leased 25 more.",
    "They played 12 songs, four of them new, and came back for two more.",
    "The two brothers own 60% of the firm, 30% each; a cousin has 15% and the rest is traded.",
    "The firm has 2,100 staff, 900 of them abroad; in 2001 it had twice as many.",
    "The bus serves nine patients in three hamlets, in two shifts, on Mondays, Tuesdays and Fridays.",
    "The van visits six schools, twice on Mondays, Wednesdays and Fridays.",
    "The court heard four witnesses, in French, Wolof and Pular. The clinic ran on four days, in May, June and July.",
    "She teaches eight pupils, from Leeds, York and Hull. The firm sold five vans, to Ann Lowe, Bob Hill and Jo Marsh.",
    "Police made six arrests, in Leeds, York and Hull. The band will play five concerts, in Leeds and York.",
    "The mine hires twelve men from four villages, Upper Ayr, Wick, Elgin and Nairn.",
]

SLIPS = [
    "The clinic treats ten patients from {three=>two} towns, Ayr, Wick and Elgin.",
    "The firm will close {four=>three} plants, in Gdansk, Lublin, Torun and Opole.",
    "Police held {four=>three} suspects, Ann Hill, Joe Marsh, Tim Burke and Al Dean.",
    "Of the 15 boats, nine were saved and the other {six=>seven} sank.",
    "The museum lent 44 works, 26 to Lyon and {18=>28} to Turin.",
    "The shop was bought for £64,000 and sold for £96,000, a profit of {£32,000=>£23,000}.",
    "Nine men were arrested: five were charged and {four=>six} were released.",
    "The charity gave £12,000 to 30 families, {£400=>£600} for each family.",
    "Of the 34 instruments, five have been found and the other {29=>39} are missing.",
]

QUIET = [
    ("punctuation.stray-stop", "The court ruled that he was a minor. He was sent home."),
    ("punctuation.stray-stop", "The driver was a local. Police did not name him."),
    ("grammar.main-clause", "Before the flood both worked at the mill."),
    ("grammar.main-clause", "Before the talks most expected a long night."),
    ("grammar.main-clause", "Since the fire all have slept in the school."),
    (
        "punctuation.broken-sentence",
        "At 6.15 on Friday a ferry with 80 passengers left Calais for Dover, the first to do so since March. It came in"
        " an hour late.",
    ),
    ("wording.idiom", "The airline will cut 900 jobs, 700 of them on the ground, and retire its oldest aircraft."),
    (
        "person.pronoun",
        "Clara Whitmore, who has run the post office since she was 30, closed it on Friday. Her son, Jordan, hurt his"
        " leg at work; he is at home.",
    ),
    (
        "person.pronoun",
        "Tom Berg taught the class for 20 years. His daughter, Sofia, lost her job; she now helps him.",
    ),
]

_HIS_AND_HERS = [
    ("Eva Horáčková bought the mill.", "Mr Horáček, her cousin, will run it."),
    ("Petra Havlová wrote the report.", "Mr Havel, her father, read it first."),
    ("Jana Svobodová opened the shop in 1998.", "Mr Svoboda wants to sell."),
    ("Jan Dvořák bought the mill in 2004.", "Ms Dvořáková, his daughter, will run it from May."),
    ("Adam Zielony had sold his shop in 1998.", "Ms Zielona, his sister, kept hers."),
    ("Maria Papadopoulou founded the bakery.", "Mr Papadopoulos, her father, bakes there still."),
    ("Kristīna Bērziņa, a forester, planted the wood.", "Mr Bērziņš, her husband, felled it."),
    ("Rasa Kazlauskienė is the mayor.", "Mr Kazlauskas, her husband, teaches."),
]

FIRES = [
    ("punctuation.stray-stop", "The union called it a major. Setback for the workers.", "major. Setback"),
    ("person.name-spelling", "Jan Dvořák bought the mill. Mr Dvorzak will run it from May.", "Dvorzak"),
    (
        "person.name-spelling",
        "Anna Nováková, a nurse, has led the ward since 2019. Ms Novákova said the plan was good.",
        "Novákova",
    ),
    (
        "punctuation.broken-sentence",
        "In the first hour after the storm on the coast. Firemen pulled nine people from the water.",
        "coast. Firemen",
    ),
]


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


@pytest.mark.parametrize("text", SLIPS)
def test_a_wrong_figure_is_still_found(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_it_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("first", "second"), _HIS_AND_HERS)
def test_a_surname_may_have_two_forms(errors: Check, first: str, second: str) -> None:
    assert [error for error in errors(f"{first} {second}") if error.check.startswith("person.")] == []


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
