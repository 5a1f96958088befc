"""Small words lost or put for others, and slips of spelling that only the words around explain."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("typo.confusion", "The dam was built in the 1960s too supply water to the capital.", "too"),
    ("typo.confusion", "He may loose his place in the side for Saturday.", "loose"),
    ("typo.confusion", "Wheat prices have climbed since the summer, witch has pushed up the cost of bread.", "witch"),
    ("typo.confusion", "The theater has been closed since 2020. Its expected to reopen in the fall.", "Its expected"),
    ("typo.spelling", "It was almot impossible to see the road on Sunday.", "almot"),
    (
        "grammar.comma-splice",
        "The ward saw 412 patients on Sunday, officials said the heat had caused the surge.",
        "officials",
    ),
    ("grammar.agreement", "Police has appealed for witnesses to the crash.", "Police has"),
    ("grammar.agreement", "A bomb went off in the east of the city. No group have claimed it.", "have"),
    ("grammar.determiner", "The two company’s announced the merger late on Monday.", "two company"),
    ("grammar.joined-forms", "The men broke in through a skylight and taken jewelry worth a fortune.", "taken"),
    ("grammar.bare-noun", "The prosecutor accused former minister of steering contracts to a firm.", "minister"),
    ("grammar.bare-noun", "A dozen countries have agreed to send police officer to Haiti.", "officer"),
    ("grammar.lost-word", "The vaccine was given to more 40,000 volunteers in Brazil.", "more 40,000"),
    ("grammar.lost-word", "He will then travel Paris for talks with the president.", "travel Paris"),
    ("grammar.verb-form", "The two sides agreed to met again in Oslo next month.", "to met"),
    (
        "grammar.lost-be",
        "The runner, who had led for most of the race, overtaken on the final bend by two men.",
        "runner",
    ),
    ("typo.confusion", "The reform has born fruit in two years, the minister told parliament.", "born"),
    ("typo.confusion", "Auditors poured over the accounts for a month before they went to the police.", "poured over"),
    ("typo.doubled-word", "This is the worst drought that that anyone here can remember.", "that that"),
]
SILENT = [
    "Those who walked every day were less likely to develop heart disease, it says. They are likely winners.",
    "She praised the film as a welcome and surprising find but urged caution. The clinic handed out antibiotics.",
    "The new pumps supply water too. The quay is ours.",
    "The ministry recalled its ambassador. The firm keeps its expected return secret.",
    "She called it a “frunk”. His kanda bhaji cost 20 rupees. The airline had canceled the flight.",
    "The ward saw 412 patients on Sunday, officials said. Asked about it, officials said the heat had caused it.",
    "The police have appealed for witnesses. The police force has 400 officers. The club have won twice.",
    "The two companies’ shares rose. The two company men left. Two women’s groups met.",
    "The men had broken in and taken jewelry. They were seen and taken home.",
    "The town elected mayor Ann Reed again. They met former minister Ole Berg. He was named captain of the side.",
    "It was given to more than 40,000 volunteers. He wants to travel. He sent two more 40,000-ton ships.",
    "The report led to lost jobs. The runner was overtaken on the bend. He was used to being met at the gate.",
    "He said that that deal was dead. The search was called off on Tuesday.",
    "Lawyers accused the former minister of steering contracts to a firm.",
    "The duke bought a collage at the college sale. The baby gave its name to the berth of her birth.",
    "Twins were borne through the streets. They raze the huts. The prise of a crowbar opened it.",
    "Tenants study a leat above the mill. The bandh was called off. She filled an arepa with beans.",
    "She wore a thobe. He sang a cappella. The tups were sold. A new codec drops frames.",
    "The Goa police has sent officers to Delhi. The military police has a jail of its own.",
    "Mayor Jo Hart, seen here in 2017.\n\nShe ran the town for six years. He fitted a hanger to the rail.",
    "A van stolen. A door broken. Such was the night on Mill Lane.",
    "She was used to shut doors and drawn blinds. They took to closed shops and broken lamps.",
    "The salad is one the cook recommends. The song was one the critics loved.",
    "They wore ship twice before dawn.",
    "Its too few exits worry the fire service.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_a_small_word_that_is_wrong_is_marked(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_the_right_word_is_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text)
