"""Copy that looks wrong to a rule read too narrowly, and is right."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

SILENT = [
    "The guild, led by three potters over a long lunch, cut its courses from 40 to 28.",
    "She fired the kiln on twelve nights rather than the usual three or four.",
    "The guild sees sales of 85 million to 95 million euros, against an earlier range of 50 million to 70 million.",
    "The team counted 14 bowls. In the 27 others nothing was found.",
    "The guild will sell about 900 bowls this season, against 1,600 last year.",
    "Owen Darcy, 58, won the prize on Tuesday. He plans to retire at 70. Darcy has two apprentices.",
    "Lena Moor has died at the age of 91. She died on Saturday. Moor was born in Haldane in 1934. She won a place at"
    " the university when she was 17.",
    "The harbourmaster shut the quay, and the schoolchildren went home.",
    "A slick reached Ohrid on 12 May, three days after the barge that leaked it sank, on 9 May.",
    "Nothing short of a unanimous vote will do for the guild.",
    "A forger of old bowls has been caught in Ohrid. Officers led by Ana Petrova broke down his door at dawn.",
    "Vera Holt sold her ex-husband’s kiln while he was in hospital.",
    "Both of her hands were burnt by the glaze. The lesson was learnt, and the name was spelled in full.",
    "She has read all there is on the Byzantine navy. Dean Hollis keeps bees.",
    "The rim of the bowl, she has found, is what buyers like.",
    "Miners in Peru have dug up 12 million tonnes of ore, down from 15 million last year.",
    "Surgeons in Ohrid gave the boy an artificial pancreas.",
    "She won for the first time on clay. He left with a stolen chalice under his coat.",
    "A court told the potter to return a house to her pupil.",
    "The Bank of Ceylon will lend more to potters next year.",
    "Trains from Leeds to London and London to Leeds were late. It was in May that May Holt said she would go.",
    "He bought 10 10 pound bowls, and the match ended 2 2 after a late goal.",
    "He will lose his stall if he is convicted, his sister reminded them.",
    "Of every 100 bowls the team sold, 12 carried the stamp, and of those 12 nearly all were older than three years.",
]

QUIET = [
    ("person.pronoun", "Astrid Holm ran the yard. Letters to “Mr Holm” came for years, and she sent them back."),
    (
        "person.pronoun",
        "The mill was built by Helen Price, 61. Her cousin Robert Price, 58, grinds the oats. He gets up at two. "
        "Ms Price said that the mill would stay open.",
    ),
    (
        "person.pronoun",
        "Margaret Hollis, who has died aged 90, ran the ferry for years. She never learned to swim.\n\n"
        "She married George Hollis, a fisherman, in 1951. She won a medal in 1980.\n\n"
        "George died in 1999. She is survived by three grandsons.",
    ),
    ("person.changing-role", "Lieutenant Sara Quill told prosecuting counsel David Marr that the door was open."),
    (
        "person.changed-name",
        "The goalkeeper, Uwe Dobermann, saved nine shots, and his side moved up to third place after a long winter. "
        "They are level with Dorna’s Marek on points, with a game in hand.",
    ),
    (
        "person.unintroduced",
        "The cup went to Bannow on Sunday after a late goal by Orla Fahy, a student who had come on late. "
        "Rathdowney settled first. Their captain, Niamh Daly, hit three points. Rathdowney replied through two frees.",
    ),
    ("person.name-spelling", "The airport at Tumbelan is closed. In the Tumbilan valley the maize was nearly ripe."),
    ("fact.changing-kind", "Elwood AG is to close its works. Trade union IG Metall wept. The company made a loss."),
    ("fact.changing-kind", "Two villages share a tributary of the Vaksh. The side that holds the reservoir will pay."),
    ("claim.hearsay", "A man of 58 was taken to hospital with chest pains and was said to be stable."),
    ("claim.hearsay", "The bell, cast in 1420, is said to be older than the church."),
    ("claim.hearsay", "Her father, who was suspected of hoarding timber, spent a year in prison."),
    ("claim.hearsay", "The city bought 40 carts. Critics say they are for show.\n\n“They rust,” said Ada Lund."),
    (
        "number.arithmetic",
        "The yard has 96 shipwrights, 12 below its full strength, which has had four owners since May.",
    ),
    (
        "number.proportion",
        "Some 61 per cent of voters chose to remove the mayor, and 57 per cent to remove his deputy.",
    ),
    (
        "number.proportion",
        "The judge had warned her five times in nine years, and on three of those occasions she was late by hours, "
        "once because of a ferry that makes up a third of the town’s fleet.",
    ),
    (
        "number.proportion",
        "The pact cuts the catch to 7,200 tonnes from 9,000, a fall of 20 percent. Divers had asked for a cut of 40 "
        "percent.",
    ),
    (
        "number.inconsistent",
        "A driver was sentenced on Friday to nine years in prison for the deaths of three cousins on their way home.",
    ),
    (
        "number.age",
        "Ida Moor, who has died at 79, wrote a hymn at the age of 26, lost it on a train and sought it for years.\n\n"
        "Moor was born in Hull on May 12, 1945. She died on August 20, 2025.",
    ),
    (
        "date.career",
        "At school Lund met Ada Moor, a potter. They married in 1968 and divorced in 1975. In 1981 he met the tenor "
        "Uwe Holm. They entered into a civil partnership in 2006, and married in 2015.",
    ),
    (
        "person.name-spelling",
        "Ewa Zielińska, 67, paid 52 million crowns for Zieliński Foods, which was to shut in May.",
    ),
    (
        "number.age",
        "Lund, a father at 19 and a grandfather at 40, has died at 79. He was born in Hull on May 12, 1945.",
    ),
    ("number.proportion", "Some 61 per cent of voters approved of the tax and 58 per cent of the ban on carts."),
    ("number.proportion", "Some 72 per cent of voters in the north and 64 per cent in the south chose to leave."),
    ("number.proportion", "The chair was recalled by 61 per cent of voters, her deputy by 58 per cent."),
    ("number.arithmetic", "Holm won 61 per cent of the vote in the first round, and Lund 58 per cent in the second."),
    ("number.proportion", "Sales fell to 80m crowns from 100m. The guild had forecast a fall of 10 per cent."),
    ("person.name-spelling", "Ewa Zielińska, 67, runs the mill. Mr Zieliński, her husband, had bought it in 1990."),
    ("person.name-spelling", "Ewa Zielińska, 67, is the widow of Jan Zieliński. The Zielińskis bought it in 1990."),
    ("typo.small-name", "Her aunt gave her a pair of wellington boots for the walk."),
    ("grammar.lost-link", "Only 3 of the 40 acres was sold."),
    ("grammar.agreement", "Only 3 of the 40 acres was sold."),
]

FIRES = [
    ("person.pronoun", "Margaret Hollis ran the ferry. She was bold.\n\nGeorge Lowe sang. She is a baker.", "She is"),
    ("person.name-spelling", "The Ceramond works are closed. In Leeds the Ceramont works were sold.", "Ceramont"),
    ("fact.changing-kind", "Open Door, a charity that feeds the poor, moved. The company has two vans.", "The company"),
    ("fact.changing-kind", "A lake near the town of Brod is dying. The marsh is two miles long.", "marsh"),
    ("claim.hearsay", "The driver was said to be plotting an attack. The road was closed.", "was said to be"),
    ("claim.hearsay", "The mayor is suspected of taking bribes. The road was closed.", "is suspected of taking"),
    ("claim.hearsay", "The city bought 40 carts. Critics say they are for show.\n\nThey are grey.", "Critics say"),
    ("number.arithmetic", "The fleet has 84 boats, 14 fewer than the 108 it had last year.", "84 boats, 14"),
    (
        "number.proportion",
        "Some 61 per cent of voters want to leave the guild, and 57 per cent to stay.",
        "61 per cent",
    ),
    (
        "number.proportion",
        "In May 61 per cent of voters planned to vote for Holm and 57 per cent to vote for Lund.",
        "61 per cent",
    ),
    (
        "number.proportion",
        "The pact cuts the catch to 7,200 tonnes from 9,000. The fall of 40 percent is a record.",
        "40",
    ),
    ("number.proportion", "Some 61 per cent of voters backed the mayor and 58 per cent the challenger.", "61 per cent"),
    (
        "number.arithmetic",
        "Holm won 58 per cent of the vote in the second round, and Lund 47 per cent.",
        "58 per cent",
    ),
    (
        "person.name-spelling",
        "Ewa Zielińska, 67, runs the mill. Ms Zieliński, a baker, bought it in 1990.",
        "Zieliński",
    ),
    (
        "number.inconsistent",
        "The crash killed three boys near the mill.\n\nA driver was held for the crash in which four boys were killed.",
        "four boys",
    ),
    (
        "number.age",
        "Ida Moor, who has died at the age of 69, wrote a hymn.\n\nMoor was born in Hull on May 12, 1945. She died on "
        "August 20, 2025.",
        "69",
    ),
    ("date.career", "Lund and Moor divorced in 1975. They had married in 1985.", "1985"),
    ("person.name-spelling", "Ewa Zielińska bought the mill. Zieliński said that it would stay open.", "Zieliński"),
    ("typo.small-name", "The boats of the guild sail from havana to the cape each May.", "havana"),
    ("grammar.a-an", "They paid a unannounced visit to the kiln.", "a unannounced"),
    (
        "date.order",
        "The fair opened in 1959 with a play. Five years after the opening, in 1954, it burnt down.",
        "Five years after",
    ),
    ("fact.defunct-entity", "The National Bank of Yugoslavia will raise rates next month.", "Yugoslavia"),
]

HEADLINES = [
    ("Court upholds nine-year term", "The court on Monday refused to reduce the nine-year term of a potter."),
    (
        "Kiln glows again after 60 years",
        "The kiln of Ohrid was lit on Friday. It went out when the guild left. The bricks came from France. The repair"
        " took four years.",
    ),
    ("Three of four kilns stolen from the guild are found", "Three kilns were found in a barn on Monday, police said."),
    (
        "Confession ends 20-year mystery",
        "The potter vanished in 2003. His pupil spoke after two decades, and got 24 years.",
    ),
    ("Thieves take €2m in bowls", "Two men emptied the kiln on Monday. Its owner offers €50,000 for their return."),
]


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_check_says_nothing(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_what_is_near_and_wrong_is_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


def test_headline_with_the_number_of_something_else(errors: Check) -> None:
    text = "Five people died when a siege at a bank ended on Monday, police said."
    (error,) = errors(text, title="Two dead after five-hour siege at bank")
    assert (error.check, error.text) == ("headline.number", "Two")


@pytest.mark.parametrize(("title", "text"), HEADLINES)
def test_headline_fits_the_text(errors: Check, title: str, text: str) -> None:
    assert errors(text, title=title) == []
