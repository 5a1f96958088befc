"""What a text says in one place and excludes in another; details that change; claims without a source."""

from collections.abc import Callable

import pytest

from bot.analysis.errors import find_errors
from bot.analysis.story import Story
from bot.model import LikelyError
from bot.settings import AnalysisSettings
from tests.analysis.errors.examples import Check, assert_fires, assert_silent

OFF = ["fact.opposed", "fact.other-kind"]
"""Checks that run only when they are named."""


@pytest.fixture
def errors(make_story: Callable[..., Story]) -> Check:
    """The findings that briefs show by default, also of the checks that are off."""

    def check(text: str, title: str | None = None, **metadata: object) -> list[LikelyError]:
        found = find_errors(make_story(text, title, **metadata), AnalysisSettings(enabled_checks=OFF), strict=True)
        return [error for error in found if error.confidence >= 0.5]

    return check


FIRES = [
    (
        "fact.opposed",
        "The beach at Porth Wen is unsafe for bathers, the council told residents on Friday.\n\nTests of the beach "
        "found no trace of sewage, it said.",
        "unsafe",
    ),
    (
        "fact.opposed",
        "A jury found that the driver had been negligent when his van hit a wall, clearing him of any blame.",
        "clearing",
    ),
    (
        "fact.opposed",
        "The launch of the balloon was successful because a broken valve stopped it from rising.",
        "stopped",
    ),
    (
        "fact.opposed",
        "The school will continue to lock its gates at noon, dropping a rule that parents had called absurd.",
        "dropping",
    ),
    (
        "fact.other-kind",
        "Elena Petrova trained as a violinist in Sofia before she turned to painting. She still sleeps beside the "
        "piano.",
        "violinist",
    ),
    (
        "fact.other-kind",
        "Beekeepers were told to look out for a pest carried by moths. They should search the hives at night, when "
        "the beetles feed.",
        "moths",
    ),
    (
        "claim.hearsay",
        "The owner left on Friday. He reportedly owes two million euros in rent. The doors are shut.",
        "reportedly",
    ),
    ("claim.hearsay", "The vase was stolen at night. The culprits are thought to be students.", "are thought to be"),
    ("claim.hearsay", "The hall is empty. Mara Lindt is believed to have taken the keys.", "is believed to have taken"),
    (
        "claim.accusation",
        "The treasurer left the club in May. Paul Harker had embezzled the fees of 400 members.",
        "embezzled",
    ),
    (
        "claim.accusation",
        "The head, Jana Novak, resigned on Monday. She had accepted cash from parents in return for places.",
        "accepted",
    ),
]
SILENT = [
    "The bridge is safe, engineers said on Friday. The road beside it is unsafe, but it will be mended.",
    "The pool was closed in March. It opened again in June.",
    "A jury found that the driver had been negligent when his van hit a wall, awarding the owner 4,000 euros.",
    "The council will continue to lock the gates at noon, saying that a rule is a rule.",
    "The launch failed because a broken valve stopped the balloon from rising.",
    "Elena Petrova trained as a violinist in Sofia. She still sleeps beside the violin.",
    "Moths and beetles were found in the hives. The beetles feed at night.",
    "The owner reportedly owes two million euros in rent, according to the daily Trud.",
    "The barn is thought to have been built in 1310. Its beams are of oak.",
    "A court found that Paul Harker had embezzled the fees of 400 members.",
    "Paul Harker has not embezzled anything.",
    "Photo: Children feed the geese on the frozen lake at Bled\n\nThe lake at Bled froze on Tuesday. Geese stood by.",
]
HEADLINES = [
    (
        "fact.opposed",
        "Study finds no link between tea and sleep",
        "People who drink tea are more likely to sleep badly, a study has found. Its authors saw a strong "
        "link between tea and sleep.",
    ),
    (
        "fact.opposed",
        "Minister stays silent on contract",
        "A former minister agreed to answer questions about a contract on Monday. She said “No comment” eleven times.",
    ),
    (
        "headline.word",
        "Kovač resigns as health minister",
        "Slovenia's justice minister, Ana Kovač, resigned on Monday after a dispute over the courts.",
    ),
    (
        "caption.number",
        "The ferryman of Lake Orta",
        "Photo: Carlo Bini at the oars of the boat that he has rowed since 1968\n\nCarlo Bini, 80, began in 1986, "
        "and will stop in May.",
    ),
    (
        "caption.number",
        "Lions for sale",
        "Photo: The three bronze lions before the bank\n\nA bank is to sell a pair of lions that stood at its door.",
    ),
    (
        "quote.altered",
        "Singer: I owe it all to my dentist",
        "The singer, 70, thanked nobody else. “I owe it all to my barber,” she said.",
    ),
    (
        "quote.altered",
        "Mayor calls plan “a costly mistake”",
        "The mayor, Ines Lund, said no. “It is a costly failure and we pay for it,” Lund said.",
    ),
    ("quote.altered", "“We were fooled”, says mayor", "“We were warned,” the mayor, Ines Prado, said on Monday."),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("check", "title", "text"), HEADLINES)
def test_heads_are_held_against_the_text(errors: Check, check: str, title: str, text: str) -> None:
    assert check in {error.check for error in errors(text, title=title)}


def test_a_headline_that_the_text_bears_out_is_left_alone(errors: Check) -> None:
    text = "The brewery is to open four pubs in Leeds by the spring. It shut two last year."
    assert errors(text, title="Brewery to open four pubs in Leeds") == []
