"""Everyday news that once fooled a check: who asks on, whose age it is, what a number names, which sums go together."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

QUIET = [
    ("number.proportion", "Costs last year came to $12m. Income increased by 9% to $48m."),
    ("number.proportion", "A dividend of £8m was paid last year. Profit rose by 10% to £66m."),
    ("number.proportion", "Exports to Peru were worth A$310m in 2024. Total exports rose by 2% to A$4.1bn."),
    ("number.proportion", "Brokers had expected A$77m. Sales rose by 4% to A$610m."),
    ("office.wrong-body", "Trams in Bremen stood still. The city's transport minister, Ute Harms, was in Rome."),
    ("number.arithmetic", "Sixteen boats left. Boat 12 turned back in the swell, and the remaining 15 reached Skye."),
    ("number.arithmetic", "Eleven cubs left the pen. One known as Number Six ran, and the other 10 followed."),
    (
        "number.age",
        "For most of her life Ada Roth kept 400 songs in her head and saw no reason to put them anywhere else.\n\nNext "
        "Friday, a month after her 91st birthday, the singer publishes a book of 120 of them, written down over three "
        "winters by her great-nephew Karl. She cannot read it.\n\nRoth was born near Linz in 1934, the fifth of eight "
        "children. Her father had one flute.\n\nKarl Roth, who is 27 and teaches music in Graz, first recorded his "
        "great-aunt in 2019. He thought he knew her songs.",
    ),
    (
        "grammar.main-clause",
        "By the time Ramesh returned with the range officer, Tanvi Rao, about 300 people had gathered.",
    ),
    (
        "number.age",
        "Kira Roth, who had never held an oar until she was 27, will row at bow for Austria on Saturday.\n\nRoth "
        "is one of two new rowers in the boat named on Thursday by the head coach, Fiona Aber. The other, the stroke "
        "Lose Tupou, is 13 years younger. At 19 she is the baby of the crew, and at 32 Roth is its oldest member.",
    ),
    (
        "person.pronoun",
        "Ruth Sands, who chairs the panel, asked the surgeon, Karl Venter, why he was alone. There was nobody to call, "
        "Venter said.\n\n“Was there no telephone?” she asked.",
    ),
    (
        "person.changed-name",
        "Karl Venter, 71, found the ring near Hull. His son, Greg, 40, had paid for the spade.\n\nThe ring is old, and "
        "the museum wants it. It has put it behind glass for now.\n\n“I only bought it to get him out of the house,” "
        "Greg Venter said.",
    ),
    (
        "person.changed-name",
        "Karl Geraghty, 19, scored 11 points on Sunday. His mother, Ada, played for Clare. Gerry, her husband, was the "
        "captain of the side that lost in 1998. The club has waited for a final ever since that day.",
    ),
    ("grammar.collision", "The crew winched him in by his harness after an hour in the water."),
    ("grammar.collision", "He hauled the net in by hand, as his father had done."),
    ("grammar.determiner", "They led by four with a minute to go. The visitors got two of those back."),
    ("typo.confusion", "The six, which weigh 17kg together, appear to come from three animals."),
]
LOUD = [
    ("number.proportion", "Membership stood at 4,200 in 2023. Membership rose by 10% to 5,200.", "10%"),
    ("number.proportion", "The fair drew 400 visitors last year. Attendance grew by 50% to 500.", "50%"),
    (
        "office.wrong-body",
        "Trams in Leeds stood still. The city's transport minister, Ute Harms, was in Rome.",
        "minister",
    ),
    ("number.arithmetic", "Sixteen boats left. Twelve turned back, and the remaining 15 reached Skye.", "Twelve"),
    ("number.age", "Karl Roth was born in Hull in 1938. Roth, who is 61, has kept bees since 1970.", "is 61"),
    (
        "person.pronoun",
        "Ruth Sands runs the bakery. Sands said that the ovens were old.\n\n“They will not last,” he said.",
        "he said",
    ),
    ("grammar.collision", "The firm sold the boats in by London.", "in by"),
    ("grammar.determiner", "Two of those storm hit the town.", "Two of those storm"),
]


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_a_right_text_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error.message for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("check", "text", "words"), LOUD)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
