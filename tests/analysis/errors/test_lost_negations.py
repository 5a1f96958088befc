"""Statements that have lost their “not”, beside others that only look like them."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

FIRES = [
    ("fact.lost-not", "The inspectors have found any fault with the saw.", "have found any fault"),
    ("fact.lost-not", "“She is afraid of anybody,” the joiner said.", "is afraid of anybody"),
    ("fact.lost-not", "“We dispute a single line of the ruling,” the joiner said.", "dispute a single line"),
    ("fact.lost-not", "The yard is calm. The river had been so high since last spring.", "had been so high since"),
    ("fact.lost-not", "She said the yard had run out of oak but would do so by Friday.", "had run"),
    ("fact.lost-not", "The sawmill was closed, merely moved to Oslo.", "was closed"),
    ("fact.lost-not", "The order covers the saws, an omission that joiners lament.", "The order covers the saws"),
    ("fact.lost-not", "Without the grant, the joiner would be able to buy a saw.", "would be able to"),
    ("fact.lost-not", "Ada Lund has pleaded guilty. If convicted, she faces three years.", "guilty"),
    (
        "fact.lost-not",
        "The owner assured the joiners that every worker would be laid off.",
        "that every worker would be laid off",
    ),
    ("fact.lost-not", "The joiners feared that no worker would lose their job.", "that no worker would lose their job"),
    ("fact.contradiction", "She was the fourth of three children of a joiner.", "the fourth of three children"),
    ("fact.contradiction", "He was the only child of a joiner. His elder brother drowned in 1953.", "the only child"),
    ("claim.hearsay", "The yard burned in May. The joiner reportedly sold two saws. He denied it.", "reportedly"),
    ("fact.lost-not", "The mill will reopen until the vet has tested the saws.", "will reopen"),
    ("fact.lost-not", "The joiner would comment on the saw, saying only that it was his.", "would comment"),
    ("fact.lost-not", "She could hear a thing over the saw.", "hear a thing"),
    ("fact.contradiction", "The bill, which would have helped joiners, was carried on Monday.", "carried"),
    ("fact.contradiction", "The council approved the yard by 41 votes to 55.", "approved"),
    ("fact.contradiction", "“We dispute that he served,” Lund said. “We only dispute the sum.”", "We dispute that"),
    ("fact.contradiction", "Lund denied all nine charges and will be jailed after pleading guilty.", "denied"),
    (
        "claim.hearsay",
        "The region is believed to have 150 sawmills. Oak is dear.",
        "is believed to have 150",
    ),
    (
        "claim.hearsay",
        "Critics say the list leaves out widows. Lund denied it. He said any could apply.",
        "Critics say",
    ),
]

SILENT = [
    ("fact.lost-not", "The joiner sold any saw he could find."),
    ("fact.lost-not", "The ruling ended any hope of a new saw."),
    ("fact.lost-not", "The town had been so quiet since the mill closed that shops shut at four."),
    ("fact.lost-not", "The joiner had won twice but would do so again."),
    ("fact.lost-not", "The order leaves out the saws, an omission that joiners lament."),
    ("fact.lost-not", "Without the fees, the joiners would be able to buy a saw."),
    ("fact.lost-not", "Ada Lund pleaded guilty in 2019. Her trial is expected to last a week."),
    ("fact.lost-not", "The owner promised that no worker would be laid off."),
    ("fact.lost-not", "The owner promised that those who cheated would be laid off."),
    ("fact.lost-not", "Ada Lund pleaded guilty. Her husband faces three years if convicted."),
    ("fact.lost-not", "She had thanked the joiner but hoped to do so in person."),
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
