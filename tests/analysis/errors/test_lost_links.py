"""Small words that are lost between two others, stops in dates and names, marks that close nothing, two numbers."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("grammar.lost-link", "The club won 30 the 38 matches it played last season.", "30 the 38"),
    ("grammar.lost-link", "Potters went on strike in four its seven kilns.", "four its seven"),
    ("grammar.lost-link", "The baker told pupils that they could come and us at any hour.", "come and us"),
    ("grammar.lost-link", "The widow lives two sons in a flat above the bakery.", "lives two sons"),
    ("grammar.lost-word", "The union sided students who had occupied the hall.", "sided students"),
    ("grammar.lost-link", "The captain told them wait for the rescue boat.", "told them wait"),
    ("grammar.lost-link", "They invited him do so at once.", "invited him do"),
    ("grammar.lost-link", "The old man was fond the harbour and its cranes.", "fond the harbour"),
    ("grammar.lost-link", "The town grows hops, barley and, among other, a rare red onion.", "among other"),
    ("grammar.lost-link", "The choir sang in Oslo for first time on Sunday.", "for first time"),
    ("grammar.lost-link", "Engineers had to measure height of the dam before the flood.", "measure height of"),
    ("grammar.lost-link", "“We had no water for three days,” the farmer on Monday.", "the farmer on Monday"),
    (
        "grammar.lost-link",
        "The minister, Ilse Lund, and Norwegian ambassador both attended the service on Monday.",
        "and Norwegian ambassador both",
    ),
    ("grammar.lost-word", "She clung the railing until the boat came.", "clung the railing"),
    ("grammar.verb-form", "The mayor cannot will resign before the budget is passed.", "cannot will"),
    ("grammar.verb-form", "The passengers would have wait at the border.", "have wait"),
    ("grammar.verb-form", "The clerk scarcely nobody knew had run the office.", "scarcely nobody"),
    ("grammar.agreement", "The league said it plan to appeal against the ruling.", "it plan"),
    ("grammar.agreement", "Each village send two men to the dam in spring.", "village send"),
    ("grammar.agreement", "In the flood 40 people has lost their homes.", "people has"),
    ("grammar.agreement", "Some 30 of the 90 buses is out of service, the city said.", "30 of the 90 buses is"),
    ("grammar.agreement", "Schools and clinics remains closed until Thursday.", "Schools and clinics remains"),
    ("grammar.collision", "The opening of is planned for May, the museum said.", "of is"),
    ("grammar.collision", "The garden is open to anyone of who owns a ticket.", "of who"),
    ("grammar.collision", "The pipes should be of replaced before winter, the engineer said.", "be of"),
    ("grammar.article-plural", "The council opened an inquiries into the fire.", "an inquiries"),
    ("grammar.article-plural", "All four are a women from the north.", "a women"),
    ("grammar.run-on", "She locked the gate of the yard she is not telling who has the key.", "yard she is"),
    ("punctuation.stray-stop", "The kiln has been shut since. January 2021, the union said.", "since. January"),
    ("punctuation.stray-stop", "Prices have doubled since early. 2020 in the north.", "since early. 2020"),
    ("punctuation.stray-stop", "The team will play on Easter. Monday in the rain.", "Easter. Monday"),
    ("punctuation.stray-stop", "She left the navy in 1970 and in. 1984 was elected to the council.", "and in."),
    ("punctuation.stray-stop", "The wreck was found near the Elbe. Estuary and was raised in May.", "Elbe. Estuary"),
    ("punctuation.stray-stop", "The kiln last went out in . March 2011 was a cold month.", "."),
    ("typo.spelling", "Thirty people were hrut when the stand fell.", "hrut"),
    ("typo.spelling", "Corridors and hallwyas were painted blue.", "hallwyas"),
    ("typo.spelling", "The roots had been holowed out by beetles.", "holowed"),
    ("typo.spelling", "The dog trys to open the gate.", "trys"),
    ("typo.spelling", "He is a geolologist in Leeds.", "geolologist"),
    ("typo.spelling", "Investigaters will look at the kiln.", "Investigaters"),
    ("wording.tautology", "He said his firm's firm would honour the deal.", "firm's firm"),
    ("wording.tautology", "It was a defensive defence that lost the match.", "defensive defence"),
    ("wording.idiom", "Spain followed suit four other states and closed the border.", "followed suit four"),
    ("wording.idiom", "The vote tipped the balance the council.", "tipped the balance the council"),
    (
        "quote.unbalanced",
        '"The water rose in the night, the farmer said. "We took the pigs to the roof."',
        '"The water rose in the night, the farmer said. "',
    ),
    (
        "quote.unbalanced",
        "‘The vase was the best I ever made, she said.",
        "‘The vase was the best I ever made, she said.",
    ),
    ("quote.misplaced-mark", '"We will not sell the land, "the farmer said. "It is all we have."', ', "t'),
]

SILENT = [
    "By the time he was 30 the two brothers had opened three kilns, and in 2019 the 40 potters went on strike.",
    "On day 3 the six climbers reached the ridge. The bus left at nine the two men knew.",
    "She lives two doors from the kiln, speaks three languages and waited three hours for the bus.",
    "The coach made them run and let them rest. The firm asked them about pay and told them lunch was ready.",
    "At the same time the club sold its striker for the first time in ten years, and same-store sales rose.",
    "“It was the worst night of my life,” the nurse, 34, said. “We are tired,” a second letter says.",
    "The minister, Ilse Lund, and her Norwegian counterpart both attended, and so did deputy mayor Karl Brandt.",
    "The minister said that she need not resign. The judge ruled that he pay the victims within a year.",
    "The head of schools and clinics says that the manager faces a charge.",
    "He would have help from two aides, and they will have work until the summer. She can and will appeal.",
    "The plan must be of lasting value, and what the vase is made of is unknown.",
    "The house she lived in. March was cold, and 2019 was the year she moved in. March and April brought snow.",
    "The road ran along the Danube. Bridges were closed. He walked by the Thames. River traffic had stopped.",
    "The wets and the drys argued, and the Kennedys came. The naan was cold, and the tofu and the miso were hot.",
    "My mother's mother and the firm's owner met at the city's city hall.",
    "The kiln she is not using stands in the hall. He said ‘no’ and ‘perhaps’, and it was the ’60s.",
    "Spain followed suit two years later, and five other states followed suit. I am paying more for less.",
    "The potter won by six runs to take the series, and I thought it might be third time lucky. It stank of eggs.",
    "The reason, it turns out, is on page 112. Since the storm they have had to launch the boat from the strand.",
    "Of the 4,200 potters, about 2,900 are staying with relatives and 1,300 in schools.",
    "For now Ilse Lund, headmistress of the largest school in Leeds, has other concerns.",
    "Five were convicted, two more await trial, and two were acquitted. In 2019 there were 140; last fall 365.",
    "She was born in 1947, the year a flood carried the kiln down the river, and turned 78 in April.",
    "The last one, from the captain of the side, she deflected onto the bar with her foot.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
