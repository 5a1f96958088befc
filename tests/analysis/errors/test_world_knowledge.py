"""Tables of the world: capitals, borders, landmarks, bodies that are no more or not yet, set phrases."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("fact.geography", "Envoys met in Graz, the capital of Austria, on Friday.", "Graz"),
    ("fact.geography", "Ministers met in Bergen, the Norwegian capital, on Friday.", "Bergen"),
    ("fact.geography", "Trucks waited at the border between Portugal and Germany on Friday.", "Germany"),
    ("fact.geography", "Ghana is one of the largest cocoa countries in Asia.", "Asia"),
    ("fact.geography", "Crowds gathered below the Colosseum in Oslo on Friday.", "Colosseum in Oslo"),
    ("fact.defunct-entity", "The kiln was sold to a dealer in Czechoslovakia in 2014.", "Czechoslovakia"),
    ("fact.defunct-entity", "In 1974 the potters wrote to the National Crime Agency.", "National Crime Agency"),
    ("fact.acronym", "The Potters and Glaziers Union met. The PUG said that it would strike.", "PUG"),
    ("dateline.place", "WHITBY, Cornwall — The potters met on Friday.", "WHITBY, Cornwall"),
    ("dateline.place", "LEEDS — Trams stopped on Princes Street on Friday as this city’s potters marched.", "LEEDS"),
    ("wording.idiom", "The potter barked up the wrong street.", "street"),
    ("wording.idiom", "The guild left no stone untouched.", "left no stone"),
    ("wording.idiom", "She had her work and her cake, and wanted to have her cake and heat it.", "heat"),
]
SILENT = [
    "A Soviet tank is on show, and the Byzantine Empire exhibition runs until May.",
    "Envoys met in Vienna, the capital of Austria, on Friday.",
    "Trucks waited at the border between Portugal and Spain on Friday.",
    "The kiln was built in 1981 by a potter who had fled Czechoslovakia.",
    "The potter barked up the wrong tree.",
    "The Potters and Glaziers Union met. The PGU said that it would strike.",
    "WHITBY, Yorkshire — The potters met on Friday.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
