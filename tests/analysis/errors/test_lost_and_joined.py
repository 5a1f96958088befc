"""Lost words, things without an article, joined verbs and small names, beside copy that only looks like them."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

CENSUS = (
    "The joiners tried it in May. They said the trial shelf was loud. "
    "In June the trial shelf broke, and the trial shelf cost more."
)

FIRES = [
    ("typo.spelling", "The shelf is 90 centimters wide, the joiner said.", "centimters"),
    ("typo.place-spelling", "The joiner sells his shelves in Portugla and in Spain.", "Portugla"),
    ("typo.place-spelling", "The Norwegain joiner won the prize.", "Norwegain"),
    ("typo.small-name", "The shelves went to two brazilian banks in May.", "brazilian"),
    ("grammar.bare-noun", "The joiner ordered lorry from a firm in Oslo.", "ordered lorry"),
    ("grammar.bare-noun", "Villagers launched petition in March against the sawmill.", "launched petition"),
    ("grammar.joined-forms", "The joiners slept less and making worse shelves.", "slept less and making"),
    ("grammar.lost-word", "The court has ten days decide the case of the shelf.", "days decide"),
    ("grammar.lost-word", "The joiner waited a week before his mother would him leave.", "would him"),
    ("grammar.lost-word", "The sawmill complied the order within a week.", "complied the order"),
    ("grammar.lost-word", "Volunteers knocked 300 doors in the village.", "knocked 300 doors"),
    ("grammar.lost-word", "The saws been running since dawn.", "saws been running"),
    ("grammar.function-words", "He had sawn wood since at leaving the navy.", "since at"),
    ("grammar.function-words", "It is a rule under which joiners pay according to of their trade.", "to of"),
    ("grammar.agreement", "The union’s demands was rejected by the sawmill.", "demands was"),
    ("grammar.agreement", "Three timber mills has closed since May.", "mills has"),
    ("grammar.agreement", "Both crews travels to Oslo on Friday.", "crews travels"),
    ("grammar.agreement", "The owner has said that she decide on the offer in May.", "she decide"),
    ("grammar.article-plural", "Ada Lund, a 20-year-old wood-carvers from Oslo, won.", "a 20-year-old wood-carvers"),
    ("wording.tautology", "The village had two flooding flooded cellars.", "flooding flooded"),
    ("wording.same-word-joined", "The owners can reject or reject the offer.", "reject or reject"),
    ("wording.idiom", "Three sawmills closed, and two more followed suit them.", "followed suit them"),
    ("punctuation.stray-stop", "The sawmill last burned in early. March 2020 and was rebuilt.", "early. March"),
    ("quote.unbalanced", "The shelf would come down by itself,” she said. “We keep the saw.”", "The shelf would come"),
    (
        "quote.unbalanced",
        "She had “no more than a moment to jump.\n\n“The saw fell behind me,” she said.",
        "“no more than a moment",
    ),
    ("grammar.broken-opening", "Monday hearing, which took an hour, joiners held up their saws.", "Monday hearing"),
    ("grammar.article-plural", "She met a joiners in Oslo.", "a joiners"),
    ("grammar.lost-word", "One of the saws had be pulled out of the river.", "had be"),
    ("grammar.lost-word", "She has never learned play the organ.", "learned play"),
    ("grammar.lost-word", "The joiner asked the village pay for the saw.", "village pay"),
    ("grammar.lost-word", "The court closed the case, saying that of it had seen no saw.", "saying that of it"),
    ("grammar.function-words", "The saws were kept in of sheds without locks.", "in of"),
    ("grammar.run-on", "The paper now prints 11,500 it has 9,200 paying readers online.", "11,500 it has"),
    (
        "punctuation.stray-stop",
        "The yard burned and was rebuilt only in. March this year, with money from Oslo.",
        "in. March",
    ),
    ("typo.spelling", "The figures are prelimary, the joiner said.", "prelimary"),
    ("wording.tautology", "The joiners crossed a snowy snow field.", "snowy snow"),
    ("wording.tautology", "They waited on the windswept winds above the yard.", "windswept winds"),
    ("wording.same-word-joined", "She told the joiners to saw less oak and to saw less oak.", "saw less oak"),
    ("wording.same-word-joined", "She told the joiners to saw less and to saw less, and went home.", "saw less and to"),
    (
        "person.broken-apposition",
        "On Monday Lund and UNESCO adviser inspected the roof of the yard.",
        "Lund and UNESCO adviser",
    ),
    ("grammar.preposition", "She has not been accused for any theft, the joiner said.", "accused for"),
    ("wording.phrase-capital", CENSUS.replace("the trial shelf cost", "the Trial Shelf cost"), "Trial Shelf"),
    (
        "leftover.boilerplate",
        "The saw was sold.\n\nReading time: 3 minutes | Share | Print\n\nIt was old.",
        "Reading time",
    ),
    (
        "claim.unsourced-label",
        "The saw has been described as “a menace” in recent weeks.",
        "a menace” in recent weeks",
    ),
    ("quote.unbalanced", 'I saw it fall," said Ada Lund. "I ran to the gate."', 'I saw it fall,"'),
    (
        "quote.unbalanced",
        "“It fell,” said Ada Lund, who lives in Oslo. My son ran out. Then the wall came in.”",
        "My son ran out. Then",
    ),
]
SILENT = [
    ("typo.spelling", "The neighbors traveled 40 kilometers to a theater by the harbor."),
    (
        "typo.place-spelling",
        "Kingson Albani, who runs Bulgari in Oslo, came from Manila. Surinam is named Suriname now.",
    ),
    ("typo.small-name", "She put the china and the polish in a jersey bag; her catholic taste is known."),
    ("grammar.bare-noun", "She abandoned ship. They left hospital on Friday with letter and ticket in hand."),
    ("grammar.bare-noun", "The joiner sent coat hangers and letter boxes to the museum."),
    ("grammar.joined-forms", "She denied theft and resisting arrest. They went home, singing and dancing."),
    ("grammar.joined-forms", "He spent the year sawing and planing. The work involved sawing and planing."),
    (
        "grammar.lost-word",
        "She has two weeks to decide. He asked what the day would bring him, and so would her sister.",
    ),
    (
        "grammar.lost-word",
        "She listened all day. The firm participated last year, and they insisted the saw was sound.",
    ),
    (
        "grammar.function-words",
        "The school to which he had looked for help, and at times for money, was the one he wrote to.",
    ),
    ("grammar.agreement", "Two miles is a long way. The council’s number of joiners has risen. Did she decide?"),
    ("grammar.agreement", "The owner demanded that she decide by May. Both sales managers agreed."),
    ("grammar.article-plural", "She packed a thermos and ran a season-high 12 miles at an electronically timed 9 mph."),
    ("wording.tautology", "Investors invest in land, and the bank banks on growth."),
    ("wording.same-word-joined", "They waited and waited, and read and read the letters."),
    ("grammar.run-on-relative", "The shop said the cheque she received each spring was cut to 20 crowns."),
    ("grammar.main-clause", "Whether to saw the oak now is a matter for the village, which meets on Friday."),
    (
        "grammar.comma-splice",
        "Joiner wins the prize in Oslo, rival drops to fifth\n\nAda Lund won the prize on Friday.",
    ),
    ("person.broken-apposition", "Ravi Lund, a joiner at a yard that lost 12 saws, said the gate was open."),
    ("person.broken-apposition", "Ravi Lund, a joiner whose brother was hurt, walked from Oslo to see the saw."),
    ("quote.unbalanced", "She said: “The saw fell.\n\n“Then I ran.”"),
    ("wording.phrase-capital", CENSUS.replace("the trial shelf cost", "the Trial Shelf Prize cost")),
    (
        "wording.phrase-capital",
        "The White House spoke. Later the White House denied it. He lives in the white house by the river.",
    ),
    (
        "wording.phrase-capital",
        "The town council met in May. In June the town council met in the Town Council chamber, which leaks.",
    ),
    (
        "grammar.run-on",
        "The yard has raised 52,000 of the 100,000 it needs. It kept the £90 she gave, of the £500 he wanted.",
    ),
    ("grammar.bare-noun", "They carried bucket after bucket to the yard, and voted report by report."),
    ("wording.same-word-joined", "They make good fences, and good fences keep good joiners."),
    ("grammar.agreement", "She sorts them by hand, and sorting images takes years."),
    ("claim.unsourced-label", "The bend is known as “the joiner’s elbow”, and the fish as “poor man’s lobster”."),
    ("fact.lost-not", "It takes years to build a yard, but it takes a single spark to lose it."),
    ("punctuation.stray-stop", "They came early. March was warm."),
    ("punctuation.stray-stop", "The saw was brought in. March was warm."),
    (
        "punctuation.broken-sentence",
        "In the yard, where 140 joiners were to spend the night on straw mats, a Swiss cook, Lukas Lund, was handing "
        "out blankets and tea. He said what the yard needed most was dry weather.",
    ),
    ("grammar.article-plural", "It was a means of getting out, a summons to the yard and a series of saws."),
    ("grammar.lost-word", "The cracked valve forced the saw offline on Friday. She asked the village council."),
    ("grammar.agreement", "Finding planets was not in the contract."),
    ("grammar.collision", "They ran as if somebody had left a light on for her."),
    (
        "grammar.run-on",
        "In 2011 they sold the yard. The firm said in 2012 it would pay. When it burned in 2013 they left.",
    ),
    ("grammar.run-on-relative", "In the eighth game she won; in the tenth she tried it again, and was punished."),
    ("grammar.comma-splice", "The alarm went off at 3:42 a.m. Six minutes later the thieves had gone."),
    ("typo.spelling", "Culture councilor Ada Lund said the yard was safe."),
    ("wording.idiom", "They came down little by little. She urged them not to tar a whole trade with the same brush."),
    ("wording.phrase-capital", CENSUS),
    ("wording.same-word-joined", "It was better and better, day after day and week after week."),
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_silent(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []
