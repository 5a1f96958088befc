"""Words that their neighbours give away, and fixed phrases in another shape, beside copy that only looks like them."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

FIRES = [
    ("typo.confusion", "The baker, who had lead since the first oven, came second.", "who had lead"),
    ("typo.confusion", "Nobody could say whom was behind the theft of the oven.", "whom was"),
    ("typo.confusion", "The cart lost its breaks on the hill.", "its breaks"),
    ("typo.spelling", "The thief had hided the bread in a barn.", "hided"),
    ("wording.idiom", "The theft came to the light in May.", "came to the light"),
    ("wording.idiom", "The bakers threw the wind to caution and bought the mill.", "threw the wind to caution"),
    ("wording.idiom", "The council turned blind eye to the smoke.", "turned blind eye to"),
    ("wording.idiom", "The bakers were hot on the heels the millers.", "heels the"),
    ("grammar.verb-form", "The new oven is as good than the old one.", "as good than"),
    ("grammar.verb-form", "Had the mayor took the advice, the mill would be open.", "Had the mayor took"),
    ("grammar.verb-form", "The bakers cheered and a goat were led in.", "a goat were"),
    ("grammar.verb-form", "There is at least three reasons to wait, she said.", "There is at least three"),
    ("grammar.collision", "The oven was sold within in a day.", "within in"),
]
SILENT = [
    ("typo.confusion", "The heat wave claims three lives. The office updated its advice against all travel."),
    ("grammar.preposition", "The house smelt of damp, and the cellar smelled of coal."),
    ("typo.confusion", "She waved her hand, and the crowd waved its flags."),
    ("typo.confusion", "The firm had lead pipes in its cellar. Some of whom were bakers, she asked."),
    ("typo.spelling", "Arabica has been dear since May."),
    ("wording.idiom", "The letters came to light. She threw caution to the wind and turned a blind eye to the smoke."),
    ("wording.idiom", "The picture shows her winning throw in the javelin."),
    ("wording.idiom", "She had chosen instead to burn the letter."),
    ("grammar.verb-form", "It was as much a rest as rather than a race. As more than ten bakers said, it is good."),
    ("grammar.verb-form", "A few were late, and a number were ill. Had the mayor been there, she would have come."),
    ("grammar.lost-word", "For some the matter is personal."),
    ("grammar.main-clause", "For some the matter is personal."),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_silent(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []
