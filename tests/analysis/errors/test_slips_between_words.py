"""Stops behind a preposition, "of" behind verbs that take none, lost words in short phrases, words said twice."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    (
        "punctuation.broken-sentence",
        "The potters will return to the kiln in. Lyon on Friday, when the fair is to open.",
        "in. Lyon",
    ),
    ("punctuation.broken-sentence", "The guild was woken by a dog named. Rex barked for an hour.", "named. Rex"),
    (
        "punctuation.stray-stop",
        "The potter won the race with a last lap of. 58.9 seconds that left all the others far behind.",
        "of. 58.9",
    ),
    ("grammar.preposition", "The potters deserved of their prize.", "deserved of"),
    ("grammar.preposition", "The potters have yet to share of the profits.", "share of"),
    ("grammar.verb-form", "The potter spent a month to teach her pupils a song.", "to teach"),
    ("grammar.lost-word", "The deal came after 11 hours talks in Leeds.", "11 hours talks"),
    ("grammar.lost-word", "An expert who not involved in the sale praised the vase.", "who not involved"),
    ("grammar.article-plural", "The mine produces about a 140,000 metric tons of clay.", "a 140,000 metric tons"),
    ("typo.doubled-word", "They waited until the mayor had had finished.", "had had"),
    ("typo.spelling", "The potters took one souviner home.", "souviner"),
    ("wording.tautology", "It was one of the longest disputes over disputed land.", "disputes over disputed"),
    ("wording.same-word-joined", "The fund will lend to potters, potters and weavers.", "potters, potters"),
    ("wording.idiom", "The claim was rejected in the grounds that it came late.", "in the grounds that it"),
    ("wording.idiom", "The potter was lost from words.", "lost from words"),
]

SILENT = [
    "She moved in. Lyon was cold. The dog was named. Rex it was. They let him in. Friday came and he left.",
    "He thought of the kiln and spoke of it. She approved of the plan, and the vase was made of clay.",
    "They spent a month teaching and 40 pounds to mend the kiln.",
    "She worked for 11 hours. After two days’ talks they left, and in three weeks potters will return.",
    "The potter, who not only sold vases but made them, has died.",
    "The club ran a 400 metres. The council will wait until an independent review reports in the spring.",
    "He had had enough, and she had had a kiln built.",
    "She was warier than before. They grubbed up the old vines.",
    "‘Somebody call a doctor,’ he said.",
    "Of the 47 potters, 19 have moved to Leeds, 16 are building and 12 have sold up.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
