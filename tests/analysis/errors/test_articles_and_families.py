"""Articles before sounds, numbers of nouns, and words of one family side by side."""

import pytest

from bot.analysis.errors.first_sound import takes_an
from bot.analysis.errors.word_families import same_family
from tests.analysis.errors.examples import Check, assert_fires

FIRES = [
    ("grammar.a-an", "The mill was sold to an European brewer in the spring.", "an European"),
    ("grammar.a-an", "The coach wants an utility fielder who can also keep goal.", "an utility"),
    ("grammar.a-an", "The vet sent the swan for a X-ray on Friday.", "a X-ray"),
    ("grammar.a-an", "A MP from the island asked for a second ferry.", "A MP"),
    ("grammar.a-an", "The tenants were given a 18-month lease.", "a 18-month"),
    ("grammar.a-an", "Officials spoke of an one-off payment to the growers.", "an one-off"),
    ("grammar.determiner", "One of the neighbour heard the horn and rang the coastguard.", "One of the neighbour"),
    ("grammar.determiner", "Each of the wooden boat will carry forty tonnes of gravel.", "Each of the wooden boat"),
    ("grammar.determiner", "The farm now needs less pickers than it did under glass.", "less pickers"),
    ("grammar.determiner", "Wardens counted dozen of seals on the spit.", "dozen of"),
    ("grammar.determiner", "Neither teams had scored by the time the rain came.", "Neither teams"),
    ("wording.tautology", "The harbour office predicted a prediction of heavier swell.", "predicted a prediction"),
    ("wording.tautology", "The choir sang in near darkness before a silent silence fell.", "silent silence"),
    ("wording.tautology", "The board confirmed in its confirmation that the pier will stay shut.", "confirmed in its"),
    ("wording.tautology", "The growers’ decision to decide on a levy was put off.", "decision to decide"),
    ("wording.tautology", "The town wants more lending lenders on its high street.", "lending lenders"),
]
SILENT = [
    "A European brewer bought the mill, and a university will use the loft. It took an hour’s work.",
    "An MBA is no use here. A NATO officer and an FBI agent shared a US visa form. A UN envoy left.",
    "An honest heir gave an 80-year-old an 11-page letter; a 100-page reply came in a one-line note.",
    "It was an historic hotel. Vitamin A is sold in the shop, and plan A or B may be tried.",
    "The A-side was a hit. Group A United won; a European Union official watched.",
    "One of the family stayed, like many of her generation. Two of the crew were hurt.",
    "Each of the council’s lorries is new.",
    "Much needed repairs were made, and less experienced rowers stayed ashore for less than two hours.",
    "A dozen of the bells rang, two dozen of them cracked. Half a dozen of the ropes held.",
    "The growers have a plan to plant an orchard, part of party policy, and the vet heard his heart.",
    "The past pastor painted in pain, met the metal workers and let the letter lie. You can see a seed.",
    "An Uber driver met a Uyghur poet in an Udinese shirt at an 18000-seat ground.",
    "The category four storm passed. A category two gale followed. This many days of rain are rare.",
    "A Unesco envoy came hours after an unissued stamp was sold. She dreamed a dream of boats.",
    "The farmer fought a fierce fight. The two elections followed the election of a new mayor.",
    "The driver drives a tram, and the singer sang. They stood side by side on the plane of a planet.",
    "The union agreed, and the agreement was signed.",
    "The glazier pleaded guilty to theft, and his son pleaded not guilty to all charges.",
    "The lamp was on for nine days. The chapel, which dates from 1704, is shut.",
    "The glazier sold the lamp and gave the money to his mother",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert not errors(text)


@pytest.mark.parametrize(
    ("word", "an"),
    [
        ("apple", True), ("European", False), ("unusual", True), ("union", False), ("one-way", False), ("hour", True),
        ("horse", False), ("historic", None), ("Hanover", None), ("MP", True), ("UN", False), ("NATO", None),
        ("FBI", True), ("BBC", False), ("X-ray", True), ("U-turn", False), ("8", True), ("80,000", True), ("18", True),
        ("1,100", None), ("1800", None), ("110", False), ("iPhone", None), ("x", None), ("Ürümqi", None),
    ],
)  # fmt: skip
def test_first_sound(word: str, an: bool | None) -> None:
    assert takes_an(word) is an


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("decided", "decision", True), ("publish", "publication", True), ("ban", "banned", True),
("planet", "planning", False), ("count", "country", False),
        ("silver", "silent", False), ("plan", "plant", False), ("plan", "planned", True), ("part", "party", False),
        ("hear", "heart", False), ("see", "seed", False), ("act", "action", False), ("noise", "noisy", True),
        ("on", "one", False),
    ],
)  # fmt: skip
def test_same_family(one: str, other: str, same: bool) -> None:
    assert same_family(one, other) is same
