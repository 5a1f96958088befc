"""Errors that exceptions for right copy must not let be."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = (
    ("number.arithmetic", "The van carried nine people: five men, four women and three children.", "five men"),
    ("number.arithmetic", "The works lost 40 jobs, 25 in Vadstad, 15 in Marlby and 8 in Holm.", "25"),
    ("number.arithmetic", "Thirty passengers were aboard, 20 survived and 12 died.", "20"),
    ("number.arithmetic", "Of the 100 asked, 60 said they would vote yes and 55 said they would reject it.", "60"),
    ("number.arithmetic", "The council has 40 seats, 25 in the north and 20 in the next region.", "25"),
    ("number.arithmetic", "Six fans with scarves were hurt in the crush, nine of them badly.", "nine"),
    ("number.arithmetic", "The guild sold 200 tickets, five for each of the families, to 50 families.", "five"),
    ("number.proportion", "The yard sold 1,200 boats last year. Deliveries rose 50 percent to 4,800.", "50 percent"),
)
SILENT = (
    "The mill has 52 staff, 31 here and 21 there, and aims to take on six.",
    "Of the 90 asked, 60 said they were tired and 55 said they slept badly.",
)


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
