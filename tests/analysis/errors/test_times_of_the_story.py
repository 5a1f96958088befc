"""Times that cannot both be: feasts, deaths, tenses, and days counted from one another."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    "The choir sang outside the bakery on Christmas Eve, {24 December=>22 December}, and was given buns.",
    "The parade will be held on {17 March=>16 March}, St Patrick’s Day, if the river does not rise.",
    "The hearing was set for Halloween. It will now be held on the day after, {1 November=>31 October}, at noon.",
    "The well was dug on {Christmas Eve 2019, 24 December=>Christmas Eve 2019, 23 December}, by two brothers.",
    "The choir will sing in the cathedral {next Friday=>last Friday}.",
    "The harvest ended {last week=>next week} in the hills above the town.",
    "The driver {will go=>went} to prison for six years if he is convicted.",
    "The barge reached the lock on 6 May, four days {after=>before} it left the yard, on 2 May.",
    "Workers built the stage on Friday, {the day before=>the day after} the festival. The festival drew 9,000 people on"
    " Saturday.",
    "The fair opens on Friday, 4 July 2025. It closes with fireworks on {Sunday=>Tuesday}, 6 July.",
]

RIGHT = [
    "The shops are shut on Christmas Day, 26 December and New Year’s Day.",
    "The poet, who died in 1931, was buried in 1932 beside his sister and became famous in 1950.",
    "The novelist, who died in 1931, wrote his last book in 1930.",
    "The yacht entered service the next spring and sank.",
    "Police asked people to call them if they are missing a dog.",
    "The report will appear on 26 February 2025, a month later than planned. The last one covered 2023.",
    "The ship left on 6 May, four days after the storm. The strike began on 1 May.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_right_copy_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
