"""Forms of "be", prepositions and articles that are lost, in basic sentences, and what looks like them and is right."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("grammar.lost-be", "The chapel empty when its tower fell.", "chapel empty"),
    ("grammar.lost-be", "The port has closed because the water too shallow.", "water too shallow"),
    ("grammar.lost-be", "The clinic had able to treat only ten patients.", "had able"),
    ("grammar.lost-be", "The mayor proud of the result.", "mayor proud"),
    ("grammar.lost-preposition", "The case was heard a judge in Leeds.", "heard a judge"),
    ("grammar.lost-preposition", "The nurse was seated row twelve when the plane landed.", "seated row"),
    ("grammar.lost-preposition", "The baker was sitting a wooden bench in the yard.", "sitting a wooden bench"),
    ("grammar.lost-preposition", "The witness asked a glass of water.", "asked a glass"),
    ("grammar.lost-preposition", "The amendment failed the same margin.", "failed the same margin"),
    ("grammar.lost-preposition", "The painter took no part the talks.", "part the talks"),
    ("grammar.lost-preposition", "He was sentenced five years in prison.", "sentenced five years"),
    ("grammar.lost-preposition", "She was born a farm near Lyon.", "born a farm"),
    ("grammar.lost-article", "Sawmills in United States are unhappy, the union said.", "in United States"),
    ("grammar.lost-article", "She is youngest member of the council.", "is youngest member"),
    ("grammar.lost-link", "Mayor Ann Reed and fire brigade chief said the road was safe.", "and fire brigade chief"),
    ("grammar.lost-link", "The dispute was not about money, but that distance.", "but that distance"),
    ("grammar.broken-opening", "The deal, Uzbekistan will have the use of most of the water.", "The deal"),
    ("grammar.preposition", "The ministry borrowed four billion shillings to local banks.", "shillings to"),
    ("grammar.preposition", "Hospitals relied at a few satellite phones.", "relied at"),
    ("grammar.preposition", "He got 40 letters, about half from them friendly.", "half from them"),
    ("grammar.article-plural", "A spokeswomen for the police said the roads were open.", "A spokeswomen"),
    ("punctuation.broken-sentence", "The company opened its first. Factory in Wales in 1981.", "first. Factory"),
    ("typo.spelling", "The prosecuters said the evidence was clear.", "prosecuters"),
    ("typo.spelling", "The defendent's car was found near the river.", "defendent"),
    ("wording.tautology", "Her diaries are written in a small handwritten hand.", "handwritten hand"),
]

SILENT = [
    "The chapel emptied when its tower fell. Not sure that the plan would work, she left.",
    "Applications open on Monday. The road under water was closed for a week.",
    "The case was heard the same day. The bill passed the Senate. The motion failed the second time.",
    "She was born a slave and died a hero. The boy was born a month early, and he sat his exams in May.",
    "The new inn sleeps a dozen people. She was awarded a medal, and her son was given a chair.",
    "The witness asked a question of the judge. He was sentenced two years ago, and she took part the next day.",
    "Relations between United States officials and the union are bad.",
    "Mayor Ann Reed and fire brigade chief Karl Brandt said the road was safe.",
    "It is not that they disagree, but that a deal takes time.",
    "The agreement, both countries said, was fair. The law, employers fear, will cost them money.",
    "The bank borrowed money to pay its debts. Hospitals relied at first on satellite phones.",
    "The kitchen will have ready to cook meals for sale. Her cousin sat the bar, and he arrived a pauper.",
    "The clerk at World Bank level said so, and the nurse is married with three small sons.",
    "When the boy turned nine the three cousins met. Once the dogs were asleep the thieves came in.",
    "The grant is for first time owners and for same sex pairs. The inquest opened on foot of a complaint.",
    "The soup has depth of flavour. A marshal waved the riders through, and a friar talked the man down.",
    "At noon the wall fell in. 15 sheep were lost. The dance went on. Friday, though, was quiet.",
    "A child wrote to Santa. The film is on Amazon Prime. He sang with the Marlow. Theatre was his life.",
    "‘Twas ever thus at the mill, said the miller. The dam makes most of the valley’s power.",
    "The striker came first. Factory owners in Wales complained, and what they have is a coat.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
