"""The gist is whole sentences that stand on their own, the most telling first."""

import pytest

from bot.analysis.actors import find_actors
from bot.analysis.gist import MAX_SENTENCES, find_gist
from bot.language.reader import Reader
from bot.model import Article, Span
from bot.settings import LanguageSettings

STORY = """\
VADSTAD, Norway – The Norwegian parliament voted on Tuesday to close the last coal mine on the Arctic island of Vadstad.

Will the miners find other work? He did not want to say.

But the decision had been expected for a long time in the small town.

“We shall miss the lamps in the tunnel every single winter morning, all of us,” said Ingrid Dahl.

The mine, which opened in 1921, employs 140 people and supplies coal to the power station in the harbour.

Sign up for our newsletter to read more about the Norwegian parliament and the coal mine on Vadstad.

Parliament set aside 90 million kroner to retrain the miners and clean up the coal mine before 2027.
"""


@pytest.fixture(scope="module")
def gist():
    reader = Reader(LanguageSettings())

    def find(text: str, title: str | None = None) -> list[Span]:
        reading = reader.read(Article(text=text, title=title))
        return find_gist(reading, find_actors(reading))

    return find


def test_lead_comes_first_without_its_dateline(gist) -> None:
    first = gist(STORY, "Norway closes last Arctic coal mine")[0]
    assert first.text.startswith("The Norwegian parliament voted")
    assert first.text.endswith("Vadstad.")


@pytest.mark.parametrize("place", ["NEW HAVEN: ", "Lima, Peru: ", "TURKU, Nov 3 (Wire) - "])
def test_where_a_piece_was_written_is_not_told(gist, place: str) -> None:
    (only,) = gist(place + "The ferry company sold its last steamer to a museum on Monday for one euro.")
    assert only.text.startswith("The ferry company")


def test_words_before_a_dash_are_told(gist) -> None:
    (only,) = gist("The three men on the bridge - Ada, Tor and Ivo - asked the council for a lamp on Monday.")
    assert only.text.startswith("The three men")


def test_a_caption_is_passed_over(gist) -> None:
    (only,) = gist(
        "Mayor Ada Obi, left, opens the bridge with the engineer who designed it.\n\n"
        "The bridge over the Tavi cost nine million euros and opened a year late."
    )
    assert only.text.startswith("The bridge")


def test_spans_are_of_the_article_and_few(gist) -> None:
    found = gist(STORY)
    assert 2 <= len(found) <= MAX_SENTENCES
    assert all(STORY[span.start : span.end] == span.text for span in found)
    assert len({span.start for span in found}) == len(found)


@pytest.mark.parametrize("unfit", ["Will the miners", "Sign up", "We shall miss", "But the decision"])
def test_what_cannot_stand_alone_is_passed_over(gist, unfit: str) -> None:
    assert not any(unfit in span.text for span in gist(STORY))


@pytest.mark.parametrize(
    "text", ["", "Advertisement", "Photo: the harbour at dawn", "A caption without a verb and no end"]
)
def test_nothing_to_say_gives_nothing(gist, text: str) -> None:
    assert gist(text) == []


def test_a_sentence_is_not_told_twice(gist) -> None:
    lead = "The Norwegian parliament voted on Tuesday to close the last coal mine on the island."
    assert len(gist(f"{lead}\n\n{lead}\n\n{lead}")) == 1
