"""Singulars behind a count, and words that stand twice where nobody puts them twice."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

MORE_THAN_ONE = [
    ("The two met for the first time in 14 year, the mayor said.", "14 year"),
    ("The potter sold 300 tile at the fair.", "300 tile"),
    ("The guild sent letters to 1,600 member in May.", "1,600 member"),
    ("The farm keeps about 118 such goat in winter.", "118 such goat"),
    ("Some 12 million brick were sold in Leeds.", "million brick"),
    ("He told the story to a dozen driver in the yard.", "dozen driver"),
    ("Three pottery company have shut their doors.", "Three pottery company"),
    ("They made a deal with six other clay producer in May.", "six other clay producer"),
    ("Many of the farmer were angry.", "Many of the farmer"),
    ("Dozens of bus passenger were late.", "Dozens of bus passenger"),
    ("Two of its border crossing were shut in autumn.", "Two of its border crossing"),
    ("Hundreds of visitor had been waiting since dawn.", "Hundreds of visitor"),
    ("The club sent 40 child to the coast.", "40 child"),
]

RIGHT_COUNTS = [
    "The 300 bus was late. A 40 metre wall fell on Route 66 traffic, and the July 4 parade was shut.",
    "He ran the 400 metre race at 19 and won a 21 year lease. It was 12 noon.",
    "The town has 40 police and 300 cattle. Many of the crew and several of the staff were hurt.",
    "Hundreds of people and dozens of livestock were moved. In 2019 trade fell, and in 11 months profit did.",
    "She took 20 percent of it, and the under 21 side won. It has 5.1 surround sound.",
    "“It was a field of 40 acre, and I kept 12 goat,” he said.",
    "Many of the town’s young people left. Several of the group stayed.",
]

TWICE = [
    ("He left the town in 1946 and never never spoke of it.", "never never"),
    ("She raised the flag again again after the storm.", "again again"),
    ("The coat reached her her ankles.", "her her"),
    ("Members were worried that that unpaid helpers would replace the staff.", "that that"),
    ("He told the guild that that if the clay was wet the kiln would crack.", "that that"),
]

RIGHT_TWICE = [
    "He gave her her coat, told her her son was safe and paid her her wages.",
    "When he met her her father was ill. The nurse who raised her her whole life sang.",
    "They had known her her entire life.",
    "They said that that deal was dead, and that that small red house was hers.",
    "They said that that week ministers had met, and that that house they built was dear.",
    "“I will never never go,” he said. They built a Never Never Land and a never never land.",
]


@pytest.mark.parametrize(("text", "words"), MORE_THAN_ONE)
def test_a_count_wants_a_plural(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "grammar.determiner", text, words)


LISTED_TWICE = [
    ("Lighting, lighting and insurance will be matters for the guild.", "Lighting, lighting"),
    ("The ship has two bars, two bars and a small cinema.", "two bars, two bars"),
    ("The deed was signed by Olga Brandt and Olga Brandt on Friday.", "Olga Brandt and Olga Brandt"),
]

RIGHT_LISTS = [
    "It was a long, long and dusty road. “Clay, clay and more clay,” he said.",
    "The firm Brandt and Brandt won. Olga Brandt and Olga Moss sang. It rained for days, days and nights.",
    "The Black Kiln and the White Kiln were shut, and a kiln, kilns and all, was sold.",
]


@pytest.mark.parametrize(("text", "words"), LISTED_TWICE)
def test_one_thing_is_listed_twice(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "wording.same-word-joined", text, words)


@pytest.mark.parametrize(("text", "words"), TWICE)
def test_a_word_stands_twice(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "typo.doubled-word", text, words)


@pytest.mark.parametrize("text", [*RIGHT_COUNTS, *RIGHT_TWICE, *RIGHT_LISTS])
def test_what_is_right_is_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text)
