"""Figures that their wording says to make another, and that miss it by one slip."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    (
        "A choir treasurer stole $5.4 million from the fund, prosecutors said. About $3.1 million went on a boat, and "
        "the remaining {$2.3=>$3.2} million was lost at cards."
    ),
    (
        "The museum needs 940,000 euros for its new roof. The province has promised 520,000 euros, and the other "
        "{420,000=>240,000} euros will come from the lottery."
    ),
    (
        "The company has ordered eight trains worth 640 million dollars. Banks will lend 430 million dollars, and the "
        "other {210=>120} million will come from its reserves."
    ),
]
RIGHT = [
    "The bridge cost £4.6 million. The council spent £3.1 million on roads last year and £2.8 million on schools.",
    "Profits fell from £11.6 million to £8.1 million, close to the £3.8 million that the bank had warned of.",
    "The prizes are $40,000, $24,000 and $16,000, out of a purse of $90,000 that the sponsors put up.",
    "Eton has 81 pupils, Ford 64, Low Hill 52 and Aldon 39.",
    "She bowled 31 overs for 96 runs. Her 45 was the best score of the day, and 41 more were made by the tail.",
    "They scored 112 goals in those four games, an average of 28, and conceded 84.",
    "Its three seats together with the 16 of the Union would be enough for a majority of one.",
    "Police said that the suspects were three Danes and a Swede. Two are in custody; the other two have fled.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_among_figures_that_make_another(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_figures_that_make_no_other(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
