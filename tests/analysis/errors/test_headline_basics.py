"""Plain slips between headline, caption, names and capitals and the text, each beside the right copy."""

import re

import pytest

from tests.analysis.errors.examples import Check

_EDIT = re.compile(r"\{(?P<wrong>[^{}]*)=>(?P<right>[^{}]*)\}")

SLIPS = [
    (
        "headline.number",
        "{Five=>Three} killed as bus leaves road",
        "A bus left a road, killing three people and hurting nine. The dead were two passengers and the driver.",
    ),
    (
        "headline.number",
        "At least {72=>27} dead as ferry capsizes",
        "A ferry capsized on Tuesday, killing at least 27 people. Rescuers pulled 41 alive from the sea.",
    ),
    (
        "headline.number",
        "{Three=>Two}-term mayor loses race",
        "A former nurse unseated a two-term mayor on Sunday in a port city.",
    ),
    (
        "headline.number",
        "Quake of magnitude {7.4=>6.4} shakes coast",
        "A magnitude 6.4 earthquake shook the coast on Monday, the seismology centre said.",
    ),
    (
        "headline.number",
        "Council votes {9-2=>7-4} to close pool",
        "The town council voted 7 to 4 on Monday to close the pool.",
    ),
    (
        "headline.number",
        "Clinic says thieves copied {121,000=>212,000} patient files",
        "A chain of clinics said on Friday that thieves had copied the records of 212,000 patients.",
    ),
    (
        "headline.number",
        "Vale end {twelve=>ten}-year wait for cup",
        "Vale won the cup on Saturday for the first time in ten years. It was founded in 2001 and sold in 2013.",
    ),
    (
        "headline.modifier",
        "Last guard of {Raven=>Heron} Point station retires",
        "Alf Beggs, the last guard at the Heron Point station, retired on Monday. He came to Heron Point in 1979.",
    ),
    (
        "headline.modifier",
        "Family of {Peter=>Michael} Sandoval seek answers",
        "The family of Michael Sandoval, who died in March, have asked for an inquiry. Sandoval was a baker.",
    ),
    (
        "headline.contradicted",
        "Maker of chairs swings to {loss=>profit}",
        "The maker of chairs made a profit of $12 million in 2023, it said on Monday. Sales rose by a tenth.",
    ),
    (
        "headline.contradicted",
        "Greens {fail to take=>take} Marlow from Labour",
        "The Greens have won the Marlow seat, beating Labour by 900 votes.",
    ),
    (
        "headline.contradicted",
        "Board votes to {drop=>keep} novel",
        "The board voted on Monday to keep the novel, ending a dispute of two months.",
    ),
    (
        "headline.contradicted",
        "Rains {spare=>ruin} cherry crop",
        "The cherry crop was destroyed by rain, growers said on Tuesday.",
    ),
    (
        "headline.contradicted",
        "Talks on truce {succeed=>collapse}",
        "The talks on a truce broke down on Sunday without a deal.",
    ),
    (
        "caption.number",
        "Keeper of the light dies",
        "Ann Rowe kept the light until 1987.\n\nPicture: Ann Rowe at the light, summer {1993=>1983}.\n\nShe was 90.",
    ),
    (
        "caption.number",
        "Nurse remembered",
        "Mary Dunne was born in 1931.\n\nPhoto: Mary Dunne as a nurse in {1928=>1958}.\n\nShe was 90.",
    ),
    (
        "person.name-spelling",
        None,
        "The maker Orrery raised prices. Orrery said so. {Orrerry=>Orrery} shares fell. Staff at Orrery were told.",
    ),
    (
        "person.name-spelling",
        None,
        "The river Wrell is low. Fish die in the Wrell. Farmers pump from the {Werll=>Wrell} at night.",
    ),
    (
        "wording.stray-capital",
        None,
        "He said that Western mills would shut. She said that {western=>Western} mills could not wait.",
    ),
    (
        "wording.stray-capital",
        None,
        "Some of the groups were {Francophone=>francophone}. A francophone mayor spoke, and francophone leaders.",
    ),
    ("wording.stray-capital", None, "Old Roman walls were found. The {roman=>Roman} walls are thick."),
    ("wording.half-capital", None, "The South West has had no rain. Farms in the {south West=>South West} are dry."),
    (
        "wording.half-capital",
        None,
        "He said the Supreme Court had ruled. Lawyers at the {supreme Court=>Supreme Court} cheered.",
    ),
]

RIGHT = [
    (
        "Bill passes by five votes",
        "The house passed the bill on Thursday. The vote was 32-27. Last year it failed by two votes.",
    ),
    ("House votes to extend leave to 26 weeks", "The house voted on Tuesday to extend paid leave from 14 weeks to 26."),
    ("Swimmers save 1930s baths", "The baths, a tiled monument to 1934, will stay open, councillors said on Monday."),
    (
        "Troubled Silver Creek mine to reopen",
        "The Silver Creek mine will reopen. Many once worked at Silver Creek, its owner said.",
    ),
    (None, "He said that Western leaders had met. Snow fell on the western slopes."),
    (None, "Some realised their American dream. Their American cousins had not."),
]


@pytest.mark.parametrize(("check", "title", "text"), SLIPS)
def test_slips_are_seen_and_right_copy_is_not(check: str, title: str | None, text: str, errors: Check) -> None:
    wrong, right = (
        [None if part is None else _EDIT.sub(lambda edit, side=side: edit[side], part) for part in (text, title)]
        for side in ("wrong", "right")
    )
    assert check in {error.check for error in errors(*wrong)}
    assert check not in {error.check for error in errors(*right)}


@pytest.mark.parametrize(("title", "text"), RIGHT)
def test_right_copy_is_left_alone(title: str | None, text: str, errors: Check) -> None:
    assert [e for e in errors(text, title) if e.check.startswith(("headline.", "caption.", "wording."))] == []
