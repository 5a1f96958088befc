"""Clauses, marks and words that are out of place: what fires, and the near misses that must not."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

FIRES = [
    ("grammar.collision", "The petition was signed by to nine hundred tanners from the valley.", "by to"),
    ("grammar.function-words", "The ferry sank in of the harbour shortly before the feast began.", "in of"),
    ("grammar.collision", "The mill has been is rebuilt with money from the guild.", "been is"),
    ("grammar.collision", "The farmers could to win as many as nine seats on the board.", "could to"),
    ("grammar.collision", "The miller replied to the each of the nine letters.", "the each"),
    ("grammar.collision", "The painting was it sold yesterday to a dealer from Porto.", "was it"),
    ("grammar.collision", "Although that the truce held, the farmers kept their goats indoors.", "Although that"),
    ("wording.echo", "The guild has said has that it may close two of the mills.", "has said has"),
    ("wording.echo", "The price of wool rose up rose by a third after the flood.", "rose up rose"),
    ("wording.echo", "The tanner was given a warning a formal warning after the fire.", "warning"),
    ("typo.doubled-word", "The crew waited for up to nine hours for up to nine hours in the cold.", "for up to"),
    ("grammar.main-clause", "Although the coroner recorded a verdict of misadventure on the two divers.", "Although"),
    ("grammar.main-clause", "With a tunnel used by smugglers has been found below the chapel.", "With a"),
    ("grammar.main-clause", "A barge which carrying nine tonnes of salt turned back to the port.", "which"),
    ("grammar.main-clause", "The treaty, it was ratified by the guild in 1953, has lapsed.", "it was"),
    ("punctuation.stray-comma", "The number of goats in the high valleys, fell to its lowest level in years.", "fell"),
    ("punctuation.stray-comma", "The tanner who, had denied stealing the hides was sent to prison.", "who"),
    ("punctuation.stray-comma", "The miller says, that the flood was no surprise to him.", "that"),
    ("punctuation.stray-comma", "The tanker, which flies the flag of Malta had switched off its lights.", "had"),
    ("punctuation.broken-sentence", "When the bell rang at noon. The crew ran out to the pier and cheered.", "The"),
    ("punctuation.stray-stop", "The miller of the old town. who had won the prize, gave it away.", "who"),
    ("grammar.comma-splice", "The price of wool has doubled, farmers now want to know why.", "farmers"),
]

SILENT = [
    "The bill was paid for by the guild, and the cart was fought over for years.",
    "He looked for a house to live in with his sister. She logged on to the site and moved in with her aunt.",
    "The pilot was homing in on the light, and shots came from behind the wall.",
    "Had he been at home, he would have heard it. Not until Monday was it sold.",
    "They waited and waited. What it had done had shocked them. The price went from bad to worse.",
    "When the bell rang at noon, the crew ran out to the pier and cheered.",
    "The tanker, which flies the flag of Malta, had switched off its lights.",
    "The coroner, Ada Lund, said that nobody was to blame.",
    "The first, said the miller, is dry. The tanner, the baker and the smith went home.",
    "Last week, she sold the mill. The next day, it burned down.",
    "A retired miller, he was in the queue by seven. His brother, it was thought, had left the town.",
    "A tunnel that was first drawn when Ada Lund was mayor could be dug by 2040 if voters agree to it.",
    "Why it fell, nobody can say. Two mills which floated last year have lost half of their worth since then.",
    "The ferry is the only way across for the miller. He asked whether that worried her.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_is_silent(errors: Check, text: str) -> None:
    found = [error for error in errors(text) if error.check in {check for check, _, _ in FIRES}]
    assert found == []
