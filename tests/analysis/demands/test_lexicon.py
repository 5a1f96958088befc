"""The trigger lexicon: every line is read, wrong lines are refused."""

import pytest

from bot.analysis.demands.lexicon import SUBJECT, Pattern, lexicon, parse

WORDS = """
[responses]
rejected = []
accepted = []
withdrawn = []
[responses.particles]
[words]
"""


def test_the_shipped_lexicon_is_read_whole() -> None:
    triggers = lexicon()
    assert {"demand", "urge", "call", "ask", "insist"} <= triggers.verbs.keys()
    assert {"call", "demand", "request", "appeal", "ultimatum", "petition"} <= triggers.nouns.keys()
    assert set(triggers.responses.particles) <= triggers.responses.rejected | triggers.responses.accepted


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("HEARER to DO", Pattern("", "infinitive", "", frozenset())),
        ("on HEARER to DO", Pattern("on", "infinitive", "", frozenset())),
        ("that HEARER DO strict", Pattern(SUBJECT, "that", "", frozenset({"strict"}))),
        ("for HEARER to DO", Pattern(SUBJECT, "infinitive", "", frozenset())),
        ("THING from HEARER", Pattern("from", "thing", "", frozenset())),
        ("on HEARER for THING", Pattern("on", "thing", "for", frozenset())),
        ("HEARER against DO", Pattern("", "gerund", "against", frozenset())),
        ("for THING things", Pattern(None, "thing", "for", frozenset({"things"}))),
    ],
)
def test_patterns(line: str, expected: Pattern) -> None:
    assert Pattern.parse(line) == expected


@pytest.mark.parametrize("line", ["", "HEARER", "to HEARER", "HEARER to do", "DO THING", "HEARER to DO soon"])
def test_what_is_no_pattern_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        Pattern.parse(line)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="force"):
        parse(
            'verbs = [{lemmas=["x"], strength="demand", certainty=0.5, patterns=["THING"], force=1}]\nnouns = []'
            + WORDS
        )
