"""Days of the week, letters of bodies, ages in one sentence and date lines, in wordings of many kinds."""

import re

import pytest

from tests.analysis.errors.examples import Check

_CHECKS = ("date.", "dateline.", "fact.acronym", "number.age")
_EDIT = re.compile(r"\{(.*?)=>(.*?)\}")

SLIPS = [
    "The fair opened on {Friday=>Thursday}, 5/23/2025, and drew 4,000 people.",
    "The lease ends on 2024-10-29, a {Tuesday=>Friday}, the landlord said.",
    "Christmas Day 2024 fell on a {Wednesday=>Sunday}, so the trains did not run.",
    "The mill burned on 6 May 2025. It was a {Tuesday=>Sunday}, and nobody was inside.",
    "Divers found the wreck on Sunday, two days {after=>before} Friday's storm off the cape.",
    "A day after Tuesday's vote in Skopje, on {Wednesday=>Friday}, the minister resigned.",
    "“We start tomorrow, {Tuesday=>Thursday},” the trainer told the players on Monday.",
    "Polls close on {Sunday=>Wed}, 9 Nov. 2025, in all of the valley.",
    "The fund is run by the African {Union=>Unity} (AU) from Addis Ababa.",
    "The letters {UNHCR=>UNCHR} were painted on the roof. UNHCR flew the tents in, and UNHCR paid for them.",
    "The {ICRC=>IRCC}, the International Committee of the Red Cross, ran the camp.",
    "The Office for {Standards=>Statistics} in Education, known as Ofsted, closed the school.",
    "The baker, who turned 70 in 2023, was born in {1953=>1963} in Lille.",
    "Ada Quinn (1899–{1981=>1991}) lived to be 82 and never married.",
    "ROSTOV HILL, {May 14=>May 18}, 2025 - The council on Wednesday approved a new bridge.",
    "CARDIFF, {Wales=>Scotland} - Two men were hurt on Friday when a crane fell in the docks.",
]

LEFT_ALONE = [
    "Prices fell on Wednesday, two days after Monday's auction. On Thursday, a day later, they rose.",
    "The lease ends on 12/10/2024, a Saturday, the landlord said.",
    "The WHO, the World Bank and the IMF signed. The Greater Manchester Combined Authority, the GMCA, did too.",
    "The American Arbitration Association (AAA) heard the claim, and the European Development Fund (EDF) paid.",
    "Leaders of small island developing states (SIDS) met in Apia to ask for money.",
    "LNG is dear. The LNG port also sells NGL, and LNG tankers call there each day.",
    "The tale was told in the Sun, May 4, 2023, and in other papers.",
    "The gun was traced by the Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF).",
    "Lena Moss, who was born in Turku in 1981 and turned 44 in February, said the 2011 flood had moved her.",
    "BANGOR, Northern Ireland - A yacht sank on Sunday off the coast.",
]


@pytest.mark.parametrize("example", SLIPS)
def test_slips_are_seen_and_right_copy_is_not(errors: Check, example: str) -> None:
    right, wrong = _EDIT.sub(r"\1", example), _EDIT.sub(r"\2", example)
    assert any(error.check.startswith(_CHECKS) for error in errors(wrong))
    assert [error for error in errors(right) if error.check.startswith(_CHECKS)] == []


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_fits_is_left_alone(errors: Check, text: str) -> None:
    assert [error for error in errors(text) if error.check.startswith(_CHECKS)] == []
