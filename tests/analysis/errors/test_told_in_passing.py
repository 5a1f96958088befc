"""Right news that once fooled a check: what is told in passing, what somebody nearly did, whose figures are whose."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

QUIET = [
    (
        "date.order",
        "Born in Lille in 1929, he bought the mill in 1948. He sold it in 1987, three years after he was "
        "made a knight.",
    ),
    (
        "date.order",
        "Born in Lille in 1929, he bought the mill in 1948. He gave it away in 1987, three years after "
        "his wife's death.",
    ),
    (
        "date.order",
        "The mine opened in 1911 and closed in 1974. The cinema opened in 1999, four years after winning a grant.",
    ),
    (
        "date.order",
        "The mine opened in 1911 and closed in 1974. Two years after the war, in 1947, the valley got a school.",
    ),
    ("date.order", "The band was founded in 1962. Its second record came out in 1975, five years after the first."),
    (
        "grammar.broken-opening",
        "Ana Ruiz ran the hotel. Her sons, Luis and Jon, survive her. Neither of them, she liked to say, could cook.",
    ),
    ("grammar.main-clause", "Ana Ruiz ran the hotel. Neither of the boys, she liked to point out, could cook."),
    ("grammar.main-clause", "The rain came at last. The mayor, he was fond of saying, could not swim."),
    ("grammar.main-clause", "The theatre opened. The town, she was often told, had no need of it."),
    ("grammar.main-clause", "The theatre opened. The bill, she would later admit, had gone unpaid."),
    (
        "number.inconsistent",
        "Eight boats put out at dawn. The ninth, the Ailsa, had a broken winch. The owner of the nine boats was glad.",
    ),
    (
        "number.inconsistent",
        "Seven hikers came down by lifeboat. Another walked out by herself. The eight hikers were unhurt.",
    ),
    (
        "person.changed-name",
        "The plan failed after Cr Ines Falk, who had backed it, changed her mind. She had wanted more for"
        " the harbour.\n\nCr Falk then voted against the budget as well, and so did Cr Otto Brandt, who "
        "wanted no rise at all this year.",
    ),
]

LOUD = [
    (
        "date.order",
        "The lock opened in 1959 and was widened in 1980. It was shut in 1962, five years after it opened.",
        "five years after",
    ),
    (
        "date.order",
        "She joined the choir in 1959 and left it in 1980. Five years after joining the choir, in 1962, she wed.",
        "Five years after",
    ),
    ("grammar.main-clause", "The theatre opened. The town council, it liked to say it was poor.", "it"),
    ("grammar.broken-opening", "The theatre opened. The mayor, he liked to walk home, could not swim.", "The mayor"),
    (
        "number.inconsistent",
        "Seven hikers came down by lifeboat. Two of them had broken legs. The eight hikers were from Leeds.",
        "eight hikers",
    ),
]


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_a_right_text_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error.message for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("check", "text", "words"), LOUD)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
