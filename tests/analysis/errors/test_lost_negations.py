"""Statements that have lost their “not”, beside others that only look like them."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

FIRES = [
    ("fact.lost-not", "The inspectors have found any fault with the saw.", "have found any fault"),
    ("fact.lost-not", "“She is afraid of anybody,” the joiner said.", "is afraid of anybody"),
    ("fact.lost-not", "“We dispute a single line of the ruling,” the joiner said.", "dispute a single line"),
    ("fact.lost-not", "The yard is calm. The river had been so high in ten years.", "had been so high in ten years"),
    ("fact.lost-not", "Ada Lund has pleaded guilty. If convicted, she faces three years.", "guilty"),
    (
        "fact.lost-not",
        "The owner assured the joiners that every worker would be laid off.",
        "that every worker would be laid off",
    ),
    ("fact.contradiction", "She was the fourth of three children of a joiner.", "the fourth of three children"),
    ("fact.contradiction", "He was the only child of a joiner. His elder brother drowned in 1953.", "the only child"),
    ("claim.hearsay", "The yard burned in May. The joiner reportedly sold two saws. He denied it.", "reportedly"),
    ("fact.lost-not", "She could hear a thing over the saw.", "hear a thing"),
    ("fact.contradiction", "The council approved the yard by 41 votes to 55.", "approved"),
    ("fact.contradiction", "“We dispute that he served,” Lund said. “We only dispute the sum.”", "We dispute that"),
    (
        "claim.hearsay",
        "Critics say the list leaves out widows. Lund denied it. He said any could apply.",
        "Critics say",
    ),
]

SILENT = [
    ("fact.contradiction", "The plan, which would have cost more in 1990, was approved."),
    ("fact.contradiction", "Lund denied the charges for two years before pleading guilty."),
    ("fact.contradiction", "“We want the mill to stay,” Lund said. “We only want a fair price.”"),
    ("claim.hearsay", "The region is believed to have 150 sawmills. Oak is dear."),
    ("fact.lost-not", "Oslo sees any expansion of the mill as a threat."),
    ("fact.lost-not", "The inspectors found any breach to be mild. The joiner gave any profit to a school."),
    ("fact.lost-not", "The joiner offered any buyer a refund."),
    ("fact.lost-not", "She spent a single hour there and shed a tear for the mill."),
    ("fact.lost-not", "The saw was cured by changing a single line of code."),
    ("fact.lost-not", "The mill may shut for any reason whatsoever."),
    ("fact.lost-not", "Divers went down in case there was any harm to the weir."),
    ("fact.lost-not", "The mill can ill afford to wait any longer."),
    ("fact.lost-not", "The saw has been so popular since it came out, shops have added a shift."),
    ("fact.lost-not", "The pool will reopen until Sunday."),
    ("fact.lost-not", "Ada Lund pleaded guilty in May. Ole Berg denies theft. The trial continues."),
    ("fact.lost-not", "The party promised voters that 300 mill jobs would be cut."),
    ("fact.lost-not", "Families complained that nobody would lose their job."),
    ("fact.contradiction", "He was an only child and longed for a younger brother."),
    ("fact.contradiction", "The late substitute Ole Berg, 23, hopes to play."),
    ("fact.contradiction", "Rain cost the joiners a third of the two sessions."),
    ("fact.lost-not", "The joiner sold any saw he could find."),
    ("fact.lost-not", "The ruling ended any hope of a new saw."),
    ("fact.lost-not", "The town had been so quiet since the mill closed that shops shut at four."),
    ("fact.lost-not", "Ada Lund pleaded guilty in 2019. Her trial is expected to last a week."),
    ("fact.lost-not", "The owner promised that no worker would be laid off."),
    ("fact.lost-not", "The owner promised that those who cheated would be laid off."),
    ("fact.lost-not", "Ada Lund pleaded guilty. Her husband faces three years if convicted."),
    ("fact.lost-not", "The families fear that nobody will be jailed."),
    ("fact.lost-not", "Joiners were allowed back until nightfall. The pool will be open until the mill is done."),
    ("fact.contradiction", "The bill, which would have helped joiners, was defeated by 41 votes to 55."),
    ("fact.contradiction", "“We do not dispute that he served,” Lund said. “We only dispute the sum.”"),
    ("fact.contradiction", "Lund denied one charge of theft, dropped after her guilty plea to fraud."),
    ("fact.contradiction", "She was the third of three children of a joiner."),
    ("fact.contradiction", "She was the only child of a joiner. Her husband and his brother drowned."),
    ("claim.hearsay", "The joiner reportedly sold two saws, according to a clerk."),
    ("claim.hearsay", "Critics say the list leaves out widows. “It is a list of men,” said Ada Lund."),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_silent(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []
