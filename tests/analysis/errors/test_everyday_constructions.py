"""Constructions of everyday news that once fooled a check, each beside the slip that it must still find."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

FIGURES_ALONE = [
    "Four out of five drivers with old licences said they had paid the equivalent of nine fares in fines.",
    "Of the 12 stations in the county, seven are staffed at night, down from nine a decade ago.",
    "Of the 30 bears caught, 21 went to one park, six to another and three to a sanctuary between the two.",
    "The plan limits spending to $600 million this year. Roads would get $210 million, schools $150 million and parks "
    "$60 million. The remaining $180 million is held back for floods.",
    "Of the 14 clubs in the league, nine made a loss last season, against ten the year before.",
    "One in five patients waited more than eight hours, and one in ten more than 12.",
    "Half of the 62 works are on loan, 14 of them from Spain and nine from two museums in Peru.",
    "Of the 22 wells tested, 14 were safe and eight were not; of 19 tested in the hills, 16 were safe.",
    "More than half of the 300 flats, 180 in all, have no heat.",
    "Of 60 hens vaccinated, 52 were alive in June. Only nine of the 58 in another shed survived.",
    "Spain led the table with 14 medals, three ahead of France, while Malta won five and Cyprus two.",
    "The repair bill, which was $12,000 in 2019, fell to $5,000 last year, and harvests have grown by a quarter.",
]
FIGURES_WRONG = [
    ("Of the 12 stations in the county, seven are staffed at night and eight are closed.", "eight"),
    ("Of the nine analysts, six advise buying the stock and five selling it.", "five"),
    (
        "The plan limits spending to $600 million this year. Roads would get $310 million, schools $150 million and "
        "parks $60 million.",
        "$600 million",
    ),
    ("Spain led the table with 14 medals, three ahead of France, which won nine.", "nine"),
    ("Of the 22 wells tested, 14 were safe and ten were not; of 19 tested in the hills, 16 were safe.", "ten"),
    ("More than half of the 300 flats, 120 in all, have no heat.", "120"),
]
HEADINGS = [
    (
        "By 115 votes, miners choose a nurse as their leader",
        "Harriet Ostler won 2,310 votes to 2,195 for Colin Brade in the election of the miners’ union.",
    ),
    (
        "Actress, 60, passes driving test at fourth attempt",
        "Anna Dale, 60, has a licence at last. She failed on her second attempt, in 2011, when she hit a kerb.",
    ),
    (
        "Mayor wins by 41 votes after third count",
        "The mayor won 4,120 votes to 4,079 for Lee Carr, the clerk said. A first count had put Carr ahead by six.",
    ),
]
HEADINGS_WRONG = [
    ("Half of town’s 62 works are on loan after sixth theft", "It was the town’s fifth theft. The works are in Peru."),
    (
        "By 135 votes, miners choose a nurse as their leader",
        "Harriet Ostler beat Colin Brade by 115 votes in the election of the miners’ union.",
    ),
    ("Actress, 60, passes driving test at fourth attempt", "Anna Dale, 60, passed on her third attempt on Monday."),
]
LATER = "It closed in March. The ferry will take cars from April 2, 2025, and lorries {}, on April 23."
PEOPLE_ALONE = [
    "Lee Venter, 61, left the bank on Friday. He had run it for years.\n\nThe bills were for boats, all dated last "
    "summer. Bank rules require two names on any bill.\n\nThe chairwoman, Ruth Ames, said she had accepted his offer "
    "without joy. She and Venter had met in 2010.",
    "Mr. and Mrs. Venter, who ran the inn for 30 years, sold it in May. He is 80. She is 78 and has a sister in Peru.",
    "Paula Wood led the party for years. She left it in May.\n\nCarl Venter accused his former protégée of theft. She "
    "published her letters.",
    "Ann Tull, who ran the line, has died at 88.\n\nShe was the daughter of a boatman, George, and his wife, Mary.",
    "Karl Lund, 70, was found by his nephew, Erik.\n\nErik Lund told the court that his uncle was fit. “He loved the "
    "hills,” he said.\n\nMrs Lund, who had been waiting outside, wept. Karl Lund was buried on Monday.",
    "Her grandson Carl Venter, who chairs the club, said he had no idea. “We were told to wait,” he said. “Gran said "
    "she had been told no such thing.” Nobody in the hall that night had a key, and the rain went on and on.",
]
QUIET = [
    ("grammar.determiner", "The two plan to try new lamps on six boats."),
    ("grammar.broken-opening", "The fleet now numbers 31, the loans were repaid in May, and two crews run the boats."),
    ("wording.idiom", "The nominee to head the agency spoke for an hour, and nobody asked her to head the council."),
    ("wording.idiom", "For years they sold bread on opposite sides of the same road."),
]
LOUD = [
    ("grammar.determiner", "The two plan of the council were rejected.", "two plan"),
    ("grammar.broken-opening", "The agreement, drivers will be paid for the hours that they wait.", "The agreement"),
    ("wording.idiom", "He is the head the agency that tests boats.", "head the agency"),
    ("wording.idiom", "The tax and the debt are two sides of the same street, she said.", "street"),
    (
        "person.pronoun",
        "The chairwoman, Ruth Ames, said he had rejected the plan. She had worked at the bank since 2010.",
        "he had",
    ),
]


def _about(errors: Check, kind: str, text: str, title: str | None = None) -> list[str]:
    return [error.message for error in errors(text, title) if error.check.startswith(kind)]


@pytest.mark.parametrize("text", FIGURES_ALONE)
def test_figures_that_are_no_parts_are_not_added(errors: Check, text: str) -> None:
    assert _about(errors, "number.", text) == []


@pytest.mark.parametrize(("text", "words"), FIGURES_WRONG)
def test_parts_are_still_added(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "number.arithmetic", text, words)


@pytest.mark.parametrize(("title", "text"), HEADINGS)
def test_a_headline_may_tell_a_margin_or_a_later_rank(errors: Check, title: str, text: str) -> None:
    assert _about(errors, "headline.", text, title) == []


@pytest.mark.parametrize(("title", "text"), HEADINGS_WRONG)
def test_a_wrong_margin_or_rank_is_found(errors: Check, title: str, text: str) -> None:
    assert _about(errors, "headline.number", text, title)


def test_a_day_may_take_its_year_from_the_one_it_counts_from(errors: Check) -> None:
    assert _about(errors, "date.", LATER.format("three weeks later")) == []
    assert _about(errors, "date.order", LATER.format("nine weeks later"))


@pytest.mark.parametrize("text", PEOPLE_ALONE)
def test_people_are_told_apart(errors: Check, text: str) -> None:
    assert _about(errors, "person.", text) == []


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_a_right_construction_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert _about(errors, check, text) == []


@pytest.mark.parametrize(("check", "text", "words"), LOUD)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
