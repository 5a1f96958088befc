"""Checks on forms, prepositions, lost words and words mistaken for one another."""

import pytest

from bot.analysis.errors.patterns import required
from bot.analysis.errors.verbs import is_base_only, is_inflected, is_past_only
from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("grammar.verb-form", "The guild has decide to wait.", "has decide"),
    ("grammar.verb-form", "The potters did not attended the fair.", "did not attended"),
    ("grammar.", "They must to pay by June.", "must to"),
    ("grammar.verb-form", "He is been held in a cell.", "is been"),
    ("grammar.determiner", "Three potter resigned on Friday.", "Three potter"),
    ("grammar.determiner", "Every potters signed the letter.", "Every potters"),
    ("grammar.determiner", "It was one of the biggest storm in years.", "biggest storm"),
    ("grammar.agreement", "The kilns of the guild was sold on Friday.", "was"),
    ("grammar.agreement", "The bridge were closed in May.", "bridge were"),
    ("grammar.preposition", "The potter apologised of the delay.", "apologised of"),
    ("grammar.preposition", "The potter insisted in a new vote.", "insisted in"),
    ("grammar.preposition", "The potters were opposed against the plan.", "opposed against"),
    ("grammar.lost-word", "Potters have been unable reach the village since the storm.", "unable reach"),
    ("grammar.lost-word", "The decision been welcomed by potters.", "been"),
    ("grammar.lost-word", "Many of residents refused to leave.", "Many of residents"),
    ("grammar.run-on", "The potter left the room he refused to answer questions.", "he refused"),
    ("typo.confusion", "The guild lost it’s licence in June.", "it’s"),
    ("typo.confusion", "The potters were lead by a captain.", "were lead"),
    ("typo.confusion", "The new rule will effect thousands of families.", "will effect"),
    ("wording.idiom", "The ruling paved the way a new kiln.", "paved the way a"),
    ("wording.idiom", "The plan fell short from the goal.", "fell short from"),
    ("wording.idiom", "The plan fell between two stalls.", "fell between two stalls"),
    ("typo.confusion", "The potter tried to brake the record.", "brake the record"),
    ("grammar.agreement", "Each of the drawers hold a dozen letters.", "hold"),
]

SILENT = [
    "The guild has decided to wait. Had they come, she would have run. He has got a kiln. Prices have set records.",
    "The potters did not attend the fair. Would armed men come? They must go to pay.",
    "Three potters resigned. Two thousand came, and these sheep are many a farmer’s pride. Every two weeks they meet.",
    "It was one of the biggest storms in years, and one of the crew was hurt.",
    "The police were told. The number of kilns was small, and two years was too long.",
    "He was charged for two years of rent. She was accused on Monday of theft. They arrived to applause.",
    "The potters allowed to stay will likely receive a letter. He wants to go to the fair.",
    "It’s the first time it’s been open. The lead by noon was four points. They effect change.",
    "Which of them is right? The kiln he had booked was cold.",
    "The ruling paved the way for a kiln. They turned a blind eye, and he came up the hill.",
    "The clerk asked where each of the maps lay. On it were the names of 40 potters.",
    "Forty-one of the kilns are cold. The guild did all it could to save the rest.",
    "He poured hot water on the clay and opened a can of paint. The ball fell between two potters.",
    "She kept her hands clean, dug her own well and looked down at the kilns. He had to brake hard.",
    "He said that most of them concerned noisy kilns.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_terms_are_no_misspellings(errors: Check) -> None:
    found = errors("The riders had two soigneurs. The droppings, known to the learned as spraint, smell of tea.")
    assert "typo.spelling" not in {error.check for error in found}


def test_forms_that_can_be_nothing_else() -> None:
    assert [word for word in ("decide", "plan", "become") if is_base_only(word)] == ["decide"]
    assert [word for word in ("took", "put", "decided") if is_past_only(word)] == ["took"]
    assert [word for word in ("takes", "run") if is_inflected(word)] == ["takes"]


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        (r"\bin the wake (?:from|to)\b", "in the wake "),
        (r"\bfollow(?:s|ed)? suit [a-z]+", "follow"),
        (r"\bprevents? him\b", "prevent"),
        (r"\b(?:come|came) (?:force|effect)\b", " "),
        (r"\bone way\b|\banother\b", ""),
    ],
)
def test_every_match_holds_the_required_part(pattern: str, part: str) -> None:
    assert required(pattern) == part
