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
    (
        "number.arithmetic",
        "City drew level with three in the fourth, the next two innings were blank, and the visitors "
        "scored two more in the seventh.",
    ),
    (
        "number.arithmetic",
        "Police found 12 guns in the loft and three in the shed, and officers later seized six more at a farm.",
    ),
    ("number.arithmetic", "The crew sold 14 boats in May and 20 in June, and hopes to sell four more in July."),
    (
        "number.arithmetic",
        "The brewer made a profit of £150,000 on sales of £8.4m last year, after a loss of £290,000 the year before.",
    ),
    ("number.arithmetic", "The airline reported a loss of £3m on sales of £20m, against a loss of £2m in 2023."),
    ("number.arithmetic", "The trust made a loss of £310,000 on sales of £9m, against sales of £10m a year earlier."),
    ("number.arithmetic", "Sales rose to £9.2m from £8.1m, but a loss of £310,000 followed."),
    ("number.proportion", "Output is up by six per cent and accidents are down from 12 a month to five."),
    ("number.proportion", "Sales were up by 12 per cent, and the number of shops fell from 40 to 31."),
    ("number.proportion", "Rents rose by nine per cent last year while evictions dropped from 210 to 180."),
    ("number.proportion", "The rent is up by a fifth and the number of tenants is down from 12 to seven."),
    ("wording.idiom", "Shops are struggling to keep their heads above water as rents rise."),
    ("wording.idiom", "Ministers have buried their heads in the sand, and the losing side hung their heads in shame."),
    (
        "quote.altered",
        "“A voice behind the door said, ‘Mind your step, Tom,’” said Ann Boyle, prosecuting. “The officer"
        " looked in. She then told Mr Dacre to mind your step himself.”",
    ),
    (
        "quote.altered",
        "“The coach shouted, ‘Keep the ball moving, lads,’” she said. “So we tried to keep the ball moving forwards.”",
    ),
    ("date.tense", "A plant was to have been closed next month but will stay open after its workers bought it."),
    (
        "date.order",
        "Born in Lille in 1931, she joined the bank in 1952. Her first novel was turned down everywhere. "
        "Four years later, in 1971, it won a prize.",
    ),
    (
        "date.order",
        "The mine opened in 1931. In 1968 it closed. The village was then bought by a banker, who died "
        "three years later, in 1984.",
    ),
    ("number.proportion", "Sales rose by 12 per cent, helped by a fall in costs from £3.1m to £2.8m."),
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
    ("number.arithmetic", "The clinic had 24 cases last year and 30 this year, eight more.", "eight"),
    ("number.arithmetic", "She bought the barge for £64,000 and sold it for £96,000, a profit of £23,000.", "£23,000"),
    ("number.arithmetic", "The fair took £64,000 and cost £96,000, leaving a loss of £23,000.", "£23,000"),
    ("number.proportion", "The fare rose by 50 per cent and went from £4 to £5.", "50 per cent"),
    (
        "number.proportion",
        "The number of thefts fell by 30 per cent as the town recorded 36, down from 40.",
        "30 per cent",
    ),
    ("number.proportion", "Attendance fell by 30 per cent, with crowds down from 40 to 36.", "30 per cent"),
    ("wording.idiom", "He hung his heads in shame as the verdict was read.", "his heads"),
    (
        "quote.altered",
        "The slogan “a bridge too far for us” was used by Ruth Lowe in May. She said the words “a bridge "
        "too long for us” again on Sunday.",
        "long",
    ),
    ("date.tense", "The plant was closed next month after its workers failed to buy it.", "next month"),
    (
        "date.order",
        "The mine opened in 1931. In 1968 it closed. Three years later, in 1984, a banker bought the village.",
        "1984",
    ),
]


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_a_right_text_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error.message for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("check", "text", "words"), LOUD)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


SPARED = [
    "A bakery that was to shut for good on Sunday will stay open after its regulars raised £90,000 in seven weeks.",
    "The bakery, which was about to be closed, will stay open after its regulars raised £90,000 in seven weeks.",
    "The bakery, threatened with being shut, will stay open after its regulars raised £90,000 in seven weeks.",
    "A bakery that faced being closed next month will stay open after its regulars raised £90,000.",
]


@pytest.mark.parametrize("text", SPARED)
def test_what_was_to_come_need_not_have_come(errors: Check, text: str) -> None:
    found = [e for e in errors(text, title="Neighbours cheer as bakery is saved") if e.check == "headline.contradicted"]
    assert found == []


def test_what_came_is_held_against_the_headline(errors: Check) -> None:
    text = "A bakery was closed on Friday after its regulars failed to buy it."
    assert "headline.contradicted" in [error.check for error in errors(text, title="Bakery saved by regulars")]
