"""Ages, lengths, clock times and days that plainly do not go together, in whatever words and order they are told."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    "Ida Moss died at home in Halifax on Saturday, March 8, 2025. She was 92.\n\nShe was born in Pictou on February 2,"
    " {1933=>1923}, the youngest of six children.",
    "OSLO, August 12, 2024 - The club has a new keeper.\n\nThe 19-year-old goalkeeper, born in Bergen in May"
    " {2005=>2001}, joined on a contract of three years.",
    "Tomas Arce was buried on Saturday in the town where he was born in August {1940=>1960}. He was 83. He had served"
    " the parish until 2021.",
    "GENEVA, 2 June 2023 — Elena Petrova, a chemist of 34, was named head of the laboratory on Friday. Petrova was born"
    " in Sofia in November {1988=>1979} and studied in Zurich.",
    "The diary falls silent from 1829 until 1844, a gap of {15=>25} years.",
    "The mine worked between 1911 and 1958, some {47=>37} years, and employed 400 men.",
    "She retired in 2016 after {32=>42} years at the mill, which she had entered in 1984 as a packer.",
    "He was jailed in January 2015 and freed in January 2022. He spent {seven=>eleven} years behind bars.",
    "The {five=>15}-year war, which began in 1998 and ended in 2003, left 9,000 dead.",
    "Building started in 2009 and was completed in 2014. The stadium took {five=>eight} years to build.",
    "OSLO, 4 June 2024 — The firm was founded {25=>35} years ago, in 1999, by two brothers.",
    "The results were published on Friday, 3 May 2024, by a team from Bergen.\n\nThe team spent three weeks in"
    " {2021=>2026} on a raft, pushing tubes into the mud.",
    "The runway was closed at {1:15=>3:15} p.m. It reopened shortly after 2 p.m.",
    "The council evacuated the hotel at 6.30pm. Guests were allowed to return at {7.45pm=>5.45pm}.",
    "The navy ordered people out of the port at 9:22 p.m. It lifted the order shortly before {11=>9} p.m., after the"
    " gauges had fallen.",
]

LEFT_ALONE = [
    "“I shall stop when I am ninety,” said Hugo Berg, 76, a clockmaker who was born in Uppsala in 1948. He spoke on"
    " 4 May 2024.",
    "The mine opened in 2011, and its licence runs for 30 years, until 2041.",
    "He signed a ten-year contract in 2011 and left the club in 2014.",
    "He was jailed for twelve years in 2011 and freed in 2017.",
    "Work on the canal began in 1912 and took three years. A flood in 1931 damaged it.",
    "The results were published on Friday, 3 May 2024. The team will spend three weeks on a raft in 2026.",
    "The runway was closed at 3:15 p.m. It had reopened at 2 p.m. after a first alarm.",
    "He was jailed in January 2015 and freed in January 2022. He spent four years in an open prison.",
    "The bridge, opened in 1932 and closed in 1995, took five years to build.",
    "The 12-year war, in which he fought from 2003 to 2006, cost him a leg.",
    "The club won the cup twice in its 40 years, in 1990 and 1995.",
    "The actor died on Friday. He was 45 in the film that made his name. He was born in 1948.",
    "The road was shut at 9.40am and a second lane was closed at 8.55am.",
    "The thief was arrested at 6.10pm. He was seen on the roof at 5.40pm.",
    "The ferry was due to return at 6.10pm. It returned at 5.55pm.",
    "A survey of children aged 8–10 years was carried out between July 2003 and December 2004.",
]


@pytest.mark.parametrize("marked", SLIPS)
def test_a_slip_is_marked_and_the_right_text_is_not(errors: Check, marked: str) -> None:
    assert_slip(errors, marked)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_right_copy_that_looks_alike_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


def test_headline_and_lead_place_a_story_abroad(errors: Check) -> None:
    lead = "A court in Warsaw on Tuesday freed an editor held for six weeks. Polish lawyers cheered."
    wrong = errors(f"HELSINKI, 12 March — {lead}", "Warsaw court frees editor")
    right = errors(f"WARSAW, 12 March — {lead}", "Warsaw court frees editor")
    assert any(found.check == "dateline.place" for found in wrong)
    assert not any(found.check == "dateline.place" for found in right)
