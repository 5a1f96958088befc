"""Quotations given twice, and quotations whose speaker the rest of the story rules out."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

HARTLEY_AND_FENWICK = (
    "The potter Susan Hartley and the merchant Robert Fenwick fell out on Monday over a kiln that he had sold her.\n\n"
)

DATE_LINE = "LIMA, March 3 (Puna Newswire) — A kiln burned down near Lima on Monday.\n\n"

FIRES = [
    ("quote.outlet-as-speaker", DATE_LINE + "“It burned for nine hours and nobody came,” Puna added.", "Puna added"),
    (
        "quote.outlet-as-speaker",
        "‘It was cold,’ Susan Hartley told the Brackwell Herald. ‘Well, we lit it again at dawn,’ the Herald said.",
        "the Herald said",
    ),
    (
        "quote.outlet-as-speaker",
        "“I shall be back before the bowls have cooled,” said the Brackwell Courier outside the shed.",
        "the Brackwell Courier",
    ),
    ("quote.outlet-as-speaker", "“I was never asked about the kiln,” reporters said in the yard.", "reporters said"),
    ("quote.thing-as-speaker", "“I wash my hands in the yard before I go home,” the meeting said.", "the meeting"),
    (
        "quote.altered",
        "“I like the man, but a kiln is no toaster,” Susan Hartley said.\n\nTold of the remark that “a toaster is no "
        "kiln”, Robert Fenwick shrugged.",
        "a toaster is no kiln",
    ),
    (
        "quote.altered",
        "“There was a heap of small cracks, and each was made by a tired potter,” Susan Hartley said.\n\n“I always "
        "find a heap of small creaks,” Robert Fenwick said, borrowing her words.",
        "creaks",
    ),
    ("quote.thing-as-speaker", "“But I did open a window, whatever they say,” the tractor added.", "the tractor"),
    ("quote.thing-as-speaker", "A goat ate the list. “He never liked that list at all,” said the goat.", "the goat"),
    (
        "quote.thing-as-speaker",
        "“I wash my hands in the yard before I go home,” the report said on Monday.",
        "the report",
    ),
    ("quote.thing-as-speaker", "“I have not slept since my kiln burned,” the committee said.", "the committee"),
    (
        "quote.wrong-speaker",
        HARTLEY_AND_FENWICK + "“He sold me a cold kiln and kept my money,” Mr Fenwick told the guild.",
        "Mr Fenwick",
    ),
    (
        "quote.wrong-speaker",
        "The treasurer, Susan Hartley, and Robert Fenwick, a potter, spoke on Monday. "
        "“You have never lit a fire in your life,” Ms Hartley told the treasurer.",
        "Ms Hartley",
    ),
    (
        "quote.altered",
        "The note said: “Stoke until they cough.” It hung in the shed. "
        "“‘Stoke until they sneeze’ is all the advice I had,” Susan Hartley said.",
        "sneeze",
    ),
    (
        "quote.altered",
        "“This is the coldest kiln of my life,” Susan Hartley wrote. "
        "The phrase “the coldest kiln of my career” was printed on a banner.",
        "career",
    ),
    (
        "quote.altered",
        "Susan Hartley called the plan “a plaster on a broken kiln”. “A plaster on a broken chimney? She should "
        "visit us,” Robert Fenwick said.",
        "chimney",
    ),
]

SILENT = [
    "The play opened on Friday. “A masterpiece of our time and of any other,” the Financial Times wrote.",
    "Its anchor has left. “We thank him for his long service to our viewers,” Fox News said in an email.",
    "“It was the best day of my life,” said Ann Lowe. “It was the worst day of my life,” recalled Jo Lowe.",
    DATE_LINE + "The Puna Guild met. “It burned for nine hours and nobody came,” the Puna Guild said.",
    "“It was cold in the shed,” Susan Hartley told the Brackwell Herald. The Herald’s report named nobody.",
    "“I wrote it for the guild,” the meeting was told.",
    "“There was a heap of small cracks,” Susan Hartley said. “I found a heap of small coins,” Robert Fenwick said.",
    "Her husband, Robert Fenwick, said: “I was 23 when I met her.” The hospital said: “We loved her.”",
    "“The kiln stays cold all winter,” the committee said.",
    "“The kiln stays cold all winter,” the report said.",
    "The bowl, in white letters on its rim, said “I was here before you”.",
    "“I wash my hands in the yard,” the guild’s report quoted a potter as saying.",
    HARTLEY_AND_FENWICK + "“He sold me a cold kiln and kept my money,” Ms Hartley told the guild.",
    HARTLEY_AND_FENWICK + "“My father made it. He never lit it,” Mr Fenwick said.",
    HARTLEY_AND_FENWICK + "“A kiln is not a toaster,” Mr Fenwick said. She replied that it was dearer.",
    HARTLEY_AND_FENWICK + "“It is cold,” Mr Fenwick said. Asked about the money, he replied that it was spent.",
    "The treasurer, Susan Hartley, spoke on Monday. “You have never lit a fire,” Robert Fenwick told the treasurer.",
    "Robert Fenwick sat beside Susan Hartley, whose son died in the kiln.\n\n"
    "“My boy had to die before anyone would look at it,” Ms Hartley said.",
    "Robert Fenwick complained. The potter, Susan Hartley, replied by letter. “It is whole,” Ms Hartley wrote.",
    "Robert Fenwick read “The Lord of the Bowls” first. Susan Hartley read “The Lord of the Kilns” afterwards.",
    "“We will light the kiln,” Susan Hartley said. “We will sell the shop,” Robert Fenwick said.",
]

LONG_STORY = (
    "“We lit it at dawn. She was a wall of heat,” Susan Hartley said of the kiln. "
    + "The guild met on a dry evening and talked of glazes, of clay and of the price of wood. " * 15
)

CITED = [
    (None, "The “fence”, as Ms Hartley called the kiln, cooled at noon.", ["fence"]),
    (None, "Robert Fenwick objected to the word “sham”.", ["sham"]),
    ("Potters warn of ‘sour’ glazes", "They went home.", ["sour"]),
    (None, "The “wall”, as Ms Hartley called the kiln, cooled at noon.", []),
    (None, "Robert Fenwick avoided the word “sham”.", []),
    ("Potters warn of ‘priced’ glazes", "They went home.", []),
]

HEADLINES = [
    ("Nobody asked the owls about the kiln", "‘Nobody asked the owls’", "goats", "text"),
    ("Nobody asked anybody about the kiln", "‘Nobody asked the owls’", "owls", "title"),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert [error for error in errors(text) if error.check.startswith("quote.")] == []


@pytest.mark.parametrize(("lead", "title", "words", "field"), HEADLINES)
def test_marks_the_wording_of_two_that_nothing_else_bears_out(
    errors: Check, lead: str, title: str, words: str, field: str
) -> None:
    body = f"{lead}, which has a tunnel for them. “Nobody asked the goats,” Susan Hartley said."
    found = [error for error in errors(body, title=title) if error.check == "quote.altered"]
    assert [(error.text, error.field) for error in found] == [(words, field)]


@pytest.mark.parametrize(("title", "text", "words"), CITED)
def test_cited_words_must_stand_somewhere(errors: Check, title: str | None, text: str, words: list[str]) -> None:
    found = errors(f"{LONG_STORY}\n\n{text}", title=title)
    assert [error.text for error in found if error.check == "quote.not-said"] == words


def test_a_short_piece_leaves_out_much(errors: Check) -> None:
    found = errors("Robert Fenwick objected to the word “sham”.")
    assert [error for error in found if error.check == "quote.not-said"] == []


def test_the_agency_of_the_date_line_is_no_person(errors: Check) -> None:
    text = DATE_LINE + "“The kilns are there. What is missing is a word about the clay,” Puna Newswire said."
    assert "quote.outlet-as-speaker" in {error.check for error in errors(text)}


def test_the_agency_of_a_date_line_is_called_once(errors: Check) -> None:
    line = "LIMA, Peru (Northern Press Wire) – The pier was swept away on Monday."
    told = "“I have not slept since the storm,” said Northern Press Wire outside the hall."
    assert [error.check for error in errors(f"{line}\n\n{told}")] == ["quote.outlet-as-speaker"]
