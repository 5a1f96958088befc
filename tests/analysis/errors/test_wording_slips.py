"""Slips of wording and grammar in several shapes each, beside sentences that only look like them."""

import pytest

from bot.analysis.errors.checks.slip import UNSURE_CONFIDENCE
from tests.analysis.errors.examples import Check, assert_fires, assert_silent

NEWS = " The guild voted on Monday. The mayor was there."
FIRES = [
    ("punctuation.stray-stop", "The guild settled for a smaller. Kiln near the river.", "smaller. Kiln"),
    (
        "punctuation.fragment",
        "Nobody could say where the bowl was. Under the stairs. The potter laughed.",
        "was. Under",
    ),
    ("wording.idiom", "The guild won for a whisker.", "for a whisker"),
    ("wording.idiom", "The younger potters led to a wide margin.", "to a wide margin"),
    ("wording.idiom", "Potters have taken the fair in granted, or taken it by granted.", "taken it by granted"),
    ("wording.idiom", "The guild is on the verge to collapse.", "on the verge to"),
    ("wording.idiom", "The potters met again, following suit last month’s fair.", "following suit last"),
    ("wording.idiom", "The guild started of scratch.", "started of scratch"),
    ("wording.tautology", "She is the best painting painter of the guild.", "painting painter"),
    ("wording.tautology", "It was the rainiest rain of the year.", "rainiest rain"),
    ("fact.defunct-entity", "The bowl was bought by the Yugoslav ambassador." + NEWS, "Yugoslav"),
    ("typo.doubled-word", "The kiln is kept open in in winter. Schools were closed in in three towns.", "in in"),
    ("grammar.function-words", "The wall came down of on the kiln.", "of on"),
    ("grammar.lost-word", "The guild raised its prices by a total 12 per cent.", "a total 12"),
    ("grammar.lost-word", "She spoke in front the kiln.", "in front the"),
    ("grammar.agreement", "The potters from Leeds has signed the letter.", "has"),
    ("grammar.agreement", "Six bowls was stolen in the night.", "bowls was"),
    ("grammar.agreement", "The deal run until March, with a review in May.", "deal run"),
    ("grammar.verb-form", "The mayor is to be took to court.", "be took"),
    ("grammar.verb-form", "They will to be paid in May.", "will to"),
    ("grammar.verb-form", "The guild met to chose a mayor.", "to chose"),
    ("grammar.verb-form", "The new kiln is more faster.", "more faster"),
    ("grammar.verb-form", "There were a kiln near the river.", "There were a"),
    ("grammar.verb-form", "She said everyone were late.", "everyone were"),
    ("grammar.run-on-relative", "The bowl was sold for the kiln fund it raised 300 pounds.", "fund it raised"),
    ("grammar.run-on", "Crowds filled the square they carried flags.", "square they carried"),
    ("claim.hearsay", "The kiln closed in May. It is widely believed that the mayor sold it.", "It is widely believed"),
    ("claim.hearsay", "The kiln closed. Some say the mayor sold it.", "Some say"),
    (
        "wording.body-capital",
        "In May the guild said the council was late. But the council met, and the Council voted.",
        "Council",
    ),
    ("typo.confusion", "She won the race and then she road through the town.", "she road"),
    ("typo.confusion", "Sales felt by a third.", "felt by"),
    ("typo.confusion", "The town held a day of mourning, then a week of morning.", "week of morning"),
    ("leftover.boilerplate", "The potters left at noon.\n\nGot a tip? Write to the desk", "Got a tip"),
]
SILENT = [
    "The guild of Leeds followed suit last year, and that of York followed suit Monday.",
    "The sale opens at 2 a.m. Saturday. At the end the potters cheered.",
    "The guild won in a landslide. It lost by a mile. He was ahead of a wide field.",
    "She took it for granted, and the costs of all repairs were shared.",
    "The potters were painting pots.",
    "The Soviet ambassador bought the bowl in 1974. The guild voted on Monday.",
    "They came in in the evening and checked in in pairs.",
    "Hot water ran out of the kiln, and the mayor was heard of in Leeds.",
    "A total of 12 potters came, and a total eclipse followed.",
    "The kiln in Leeds has closed. Five miles was too far. Ten pounds was raised.",
    "The will to be fair is strong. The room is to be lit by candles.",
    "If everyone were early, the fair would open.",
    "The fund it raised has grown. The night it lost its roof was cold.",
    "The school she got her degree from has closed. The prize they gave her went to the guild.",
    "It is believed that the kiln is old, the mayor said.",
    "The road she took was long. The glaze felt by hand was rough.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


HALF_DOUBTED = [
    (None, "The farmer fought the good fight over the fence, and the two firms came together."),
    (
        None,
        "Talks were held with Iran, and Iran said it would answer. He blamed Israel and Israel blamed him.",
    ),
    (None, "The canal will let more ships through from next month, its operator said."),
    (None, "NAIROBI, Kenya — The guild of Somalia met. Potters in Somalia said that Somalia had no clay."),
    (None, "Neither of the teams scored. Either way the price rises by five the number of berths."),
    (None, "She is the one the potters trust. Some of the oldest kilns are theirs, and all the bowls."),
    (None, "The mayor, proud of the result, smiled. The door open, she called the police."),
    (None, "Tenants still in the tower on Monday night. Two goals up at half-time, the visitors lost."),
    (None, "Read more slowly, the teacher told the class before they began."),
    (None, "The potters sailed in 1974. Papers shown on Friday tell of a Soviet officer, who was never found."),
    (None, "The potters waited years, years and years."),
    (None, "It is a truth that that which is free is not prized."),
    (None, "The guild sails between Oslo and Kiel and Kiel and Riga. The firm of Johnson and Johnson will appeal."),
    (None, "The guild wants to pedestrianise the quay and securitise its debts. A shepherd slept in the shieling."),
    ("Bowl comes home after 14 years", "It was lent in 2010 to a dealer of 30 years’ standing, who forgot it."),
]
"""Right sentences by themselves with a word that the detector of slips half doubts."""


@pytest.mark.parametrize(("title", "text"), HALF_DOUBTED)
def test_a_half_doubt_is_less_than_a_reply_shows(errors: Check, title: str | None, text: str) -> None:
    found = errors(text, title=title)
    assert {error.check for error in found} <= {"wording.slip"}
    assert all(error.confidence == UNSURE_CONFIDENCE for error in found)
