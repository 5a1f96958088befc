"""Lengths against their ends, days of what lasts, clocks in words, and years of a life that do not go with its age."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_no_reckoning, assert_slip

SLIPS = [
    "The grant pays for a nurse for six months, from January to {June=>October} 2026, the clinic said in a letter.",
    "The {three-month=>nine-month} closure, from March to June, will hit the shops in the arcade.",
    "The lock was shut between June 2022 and August 2023, for {14 months=>three years}, for repairs.",
    "She led the choir from 1998 to 2006, {an eight-year=>an 18-year} spell, and never missed a rehearsal.",
    "Dockers have called a 48-hour strike.\n\nThe walkout began at 5.30 a.m. on 2 December 2024 and is to end"
    " at the same hour on {Wednesday=>Friday}.",
    "The ten-day fair opens on 3 May and closes on {12 May=>20 May}.",
    "The three-day strike, which began on Monday, is to end on {Wednesday=>Friday}.",
    "A blaze burning for a fourth day had driven 900 people out by Wednesday. The fire started on"
    " {Sunday=>Monday} afternoon near a sawmill.",
    "The strike entered its fifth day on Friday. The walkout began on {Monday=>Sunday}.",
    "He cut the last scene at six in the evening, {two hours=>four hours} before the curtain went up at eight.",
    "The gates were locked at {eleven=>half past eleven}, an hour after the last train had left at ten.",
    "The lake peaked at 4 am on Thursday. An order to go had been issued at 6 pm on {Wednesday=>Thursday}, ten hours"
    " before the peak.",
    "The file came out at 4:10 a.m. in Oslo. Screens went blank 15 minutes later, and the firm withdrew it at"
    " {6:35=>3:35} a.m.",
    "The fraud came to light in {June 2022=>June 2023}, when a trainee saw the bill. The police charged her in"
    " February 2023.",
    "She stole £40,000 between March 2019 and May 2021. She was arrested in {June 2021=>June 2018} and denied it.",
    "The body was found on 12 March. It was identified on {24 March=>4 March} by its teeth.",
    "The election was held on 3 May. He was sworn in on {28 May=>28 April}.",
    "Vera Holm, 52, joined the bank in {1995=>1975}, the court heard on Monday 3 March 2025.",
    "A 61-year-old volunteer firefighter died on 14 August 2024.\n\nThe dead firefighter, named as Joao Brod, had"
    " served in the brigade since {1985=>1958}.",
    "Eva Lund won the stage on Friday, her third of the year.\n\nThe Swede, 26, attacked on the last hill. She turned"
    " professional at {21, in 2020=>12, in 2020}, having given up skiing.\n\nThe season goes on until May 2025.",
    "Eva Lund won the final on Sunday 16 June 2024, her first.\n\nThe 23-year-old from Lviv had been two points down."
    " Lund, born in October {2000=>2003}, learnt the game in a tram depot.",
    "Jon Brod, the town’s ferryman, was 58. Born in {1966=>1976} in Riga, he never learnt to swim, his brother said on"
    " 3 March 2025.",
    "Nora Brod, who has died aged {86=>84}, ran the forge for thirty-one years.\n\nNora Brod, smith, born 14 May 1938;"
    " died 2 October 2024",
    "OSLO, March 3, 2025 (Coast Wire) – The court ruled on Monday. The council voted in March {2022=>2026} to move the"
    " statue.",
    "OSLO, March 3, 2025 (Coast Wire) – The court ruled on Monday. The council voted in March {2022=>2024} to move the"
    " statue, and work was stopped in {the following June=>June 2025}.",
    "LISBON, July 12, 2025 (Coast Wire) – Femke Vos won the race on Saturday. The Dutchwoman, who was still working in"
    " a clinic until {March=>August}, led from the start.",
    "OSLO, March 3, 2025 (Coast Wire) – Two years after the bridge collapsed, a court fined the firm on Monday. The"
    " bridge collapsed in {March 2023=>May 2021}.",
    "Sixteen months after a burst main filled its cellar, the library is to reopen. Voters approved a levy on"
    " Tuesday, May 21, 2024.\n\nThe main gave way on the night of January 18, {2023=>2024}, in a frost.",
    "The year to 31 March 2025 was good, the airline said. The chairman will go on {Thursday=>Wednesday} 24 July.",
    "OSLO, May 20, 2025 (Coast Wire) – The firm said that the results will be told in Rome on {Sunday=>Monday},"
    " September 28.",
    "KEMPSEY, March 13 – Three people were killed on Thursday when the river rose. A mass will be held on Friday."
    " Schools are to open on {Tuesday=>Wednesday} 18 March.",
]

SILENT = [
    "The bus was hit on Tuesday 4 March 2025, near the mill. The driver came home on 2 April, on crutches.",
    "He was jailed for six months for thefts between March and April 2024, the court was told.",
    "Sales in the nine months from January to September rose by 4 per cent.",
    "The six-year-old ran from May to June in a school in Leeds.",
    "The lift was out of use for five weeks from December to January.",
    "The truce takes effect on Monday and runs until May 16. It is a 60-day truce.",
    "Talks resumed for a second day on Monday, and had opened on Friday.",
    "A blaze burning for a fourth day had driven 900 people out by Wednesday. The fire started late on Saturday night.",
    "The fire was put out at 7am. It had begun at 3am.",
    "The club closed at 3am and the cleaners came at 11pm.",
    "The price stood at two, three years after it had stood at five.",
    "Eva Lund, 44, whose father joined the council in 1979, told it on 3 March 2025 that she would stand down.",
    "Born in 1971, Eva Lund moved to Oslo in 1979 and stood down last year.",
    "Eva Lund beat Jo Park on 3 March 2025.\n\nThe Dane, 22, lost in two sets. Lund was born in 1990.",
    "OSLO, March 3, 2025 (Coast Wire) – She was elected in September and took office in October.",
    "OSLO, March 3, 2025 (Coast Wire) – The vote was set for 12 April, and the campaign was due to open in May.",
    "OSLO, March 3, 2025 (Coast Wire) – It closed 40 branches in April last year, the bank said on Monday.",
    "OSLO, March 3, 2025 (Coast Wire) – Two years after the bridge opened, a court fined the firm on Monday. The bridge"
    " collapsed in May 2021.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned_and_what_is_right_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", SILENT)
def test_near_miss_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


def test_line_that_comes_days_after_its_lead_is_questioned(errors: Check) -> None:
    text = "VIENNA, Feb. 16, 2025 (Coast Wire) – A portrait has been found in a wall in Graz, police said Thursday."
    assert_fires(errors, "dateline.date", text, "Feb. 16")
