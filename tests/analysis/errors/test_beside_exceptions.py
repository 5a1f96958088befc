"""Slips of everyday news that look like what the checks let be, each beside right copy of the same build."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

WRONG = [
    # what is one's own all the same, with a man or woman near
    ("person.reflexive", "The coach, Dan Hill, was glad. Emma Clark broke his ankle in training on Friday.", "his"),
    ("person.reflexive", "Her trainer, Max Lund, looked on. Eva Roth held his nerve in the last lap and won.", "his"),
    (
        "person.reflexive",
        "After the manager, Lee Cox, spoke, Hanna Weiss broke his wrist in a fall on the stairs.",
        "his",
    ),
    (
        "person.pronoun",
        "Emma Hayle has coached here since 2009. Each of the swimmers thanked Hayle for his patience.",
        "his",
    ),
    (
        "person.pronoun",
        "Karl Lowe, 60, sold his herd on Friday. The farm was his sister’s until 1990. Mrs Lowe said he had no choice "
        "after the wet summer.",
        "Mrs",
    ),
    # number, mark and day
    (
        "grammar.determiner",
        "Those working mother will get £40 a week from May, the minister said.",
        "Those working mother",
    ),
    ("grammar.determiner", "Those rising cost have hit small shops, the chamber of trade said.", "Those rising cost"),
    ("grammar.preposition", "Sales rose to 1,500 on September, the firm said.", "on September"),
    ("grammar.preposition", "The number of visitors reached 45m on July and is still rising.", "on July"),
    ("wording.tautology", "The navy sent its flagship ship to the bay on Monday.", "flagship ship"),
    ("quote.unbalanced", '"We lost it all, he said on Monday. The 42" television was stolen.', '"We lost'),
    ("date.sequence", "The shop was open between 9am and 5pm, six hours in all, and sold 400 loaves.", "9am and 5pm"),
    ("date.sequence", "The town had no power from 2am to 9am when a cable burned, a cut of five hours.", "2am to 9am"),
    ("number.list", "The signs are in two languages, in French, Wolof and Pular, the council said.", "two languages"),
    # figures
    ("number.proportion", "The firm cut its payroll by half: workers fell from 900 to 700 in a year.", "half"),
    (
        "number.proportion",
        "The shares touched $50 on Monday and ended at $60 on Friday, a gain of 30 per cent.",
        "a gain of 30",
    ),
    (
        "number.arithmetic",
        "The fair cost £40,000 and brought in £52,000, a profit of £22,000 on sales of pies.",
        "£22,000",
    ),
    ("number.proportion", "A quarter of voters, or 40 per cent of those asked, are undecided.", "40 per cent"),
    ("number.proportion", "A third of the cuts, 50 per cent, fall on schools.", "50 per cent"),
    (
        "number.inconsistent",
        "The 14 nights of the festival drew 60,000 people. The 12 nights of music and dance ended on Sunday.",
        "12 nights",
    ),
    (
        "number.inconsistent",
        "Nine boats came into port on Monday with another load of herring. All 10 boats had left on Friday.",
        "10 boats",
    ),
]
HEADINGS = [
    (
        "headline.contradicted",
        "Jury convicts driver cleared last year",
        "A jury cleared the lorry driver Ian Platt of dangerous driving on Monday. He was cleared of a charge of "
        "drink-driving last year.",
    ),
    (
        "headline.contradicted",
        "School to open in May",
        "The school was to close in May, the board ruled on Monday. Parents wept.",
    ),
    (
        "headline.contradicted",
        "Library to open",
        "Borford library is threatened with being closed in May, the council said on Monday.",
    ),
    (
        "headline.word",
        "Tenant fined over damp flat",
        "A landlord in Leeds was fined £9,000 on Monday for letting a flat with black mould. The court heard that the "
        "roof leaked for two years.",
    ),
    (
        "headline.word",
        "Judge jailed for bribery",
        "A defendant was jailed in Graz on Monday for trying to bribe a witness. The defendant, 41, got three years.",
    ),
    (
        "headline.number",
        "Rail line to open by 2035",
        "The new rail line between Leeds and Hull will open in 2025, the minister said on Monday.",
    ),
    (
        "grammar.determiner",
        "Minister quits as three report on deaths appear",
        "The health minister quit on Monday as three reports on the deaths were published.",
    ),
]
RIGHT = [
    ("person.", None, "The coach, Dan Hill, was hurt on Friday. Emma Clark broke his ankle with a bat."),
    ("person.", None, "Each of the swimmers thanked the club for her locker."),
    (
        "person.",
        None,
        "Karl Lowe, 60, sold his herd on Friday. His wife kept the farm. Mrs Lowe said he had no choice.",
    ),
    ("grammar.", None, "Those starting school in May will get a bus pass, the council said."),
    ("grammar.preposition", None, "The jobless total stood at 90,000 in May, down 1,500 on April, the office said."),
    ("date.sequence", None, "Drivers waited for up to six hours between 9am and 9pm."),
    ("number.", None, "The tax was half the national average, 6 per cent."),
    ("number.", None, "Nine boats came in on Monday and another followed at dusk. All 10 boats were full."),
    (
        "headline.",
        "Landlord evicts family after row",
        "A tenant was evicted on Monday from a flat in Leeds with a wife and three sons.",
    ),
    (
        "headline.",
        "Pool saved",
        "The pool was to have been closed on Monday, the council said on Friday. A donor paid.",
    ),
]


@pytest.mark.parametrize(("check", "text", "words"), WRONG)
def test_slips_beside_exceptions_are_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize(("check", "title", "text"), HEADINGS)
def test_headings_of_slips_are_found(errors: Check, check: str, title: str, text: str) -> None:
    assert any(error.check == check and error.field == "title" for error in errors(text, title=title))


@pytest.mark.parametrize(("family", "title", "text"), RIGHT)
def test_right_copy_of_the_same_build_is_left_alone(errors: Check, family: str, title: str | None, text: str) -> None:
    assert not [error for error in errors(text, title=title) if error.check.startswith(family)]
