"""Times that cannot both be: feasts, deaths, tenses, and days counted from one another."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_no_reckoning, assert_silent, assert_slip

SLIPS = [
    "The choir sang outside the bakery on Christmas Eve, {24 December=>22 December}, and was given buns.",
    "The parade will be held on {17 March=>16 March}, St Patrick’s Day, if the river does not rise.",
    "The hearing was set for Halloween. It will now be held on the day after, {1 November=>31 October}, at noon.",
    "The well was dug on {Christmas Eve 2019, 24 December=>Christmas Eve 2019, 23 December}, by two brothers.",
    "The choir will sing in the cathedral {next Friday=>last Friday}.",
    "The harvest ended {last week=>next week} in the hills above the town.",
    "The driver {will go=>went} to prison for six years if he is convicted.",
    "The barge reached the lock on 6 May, four days {after=>before} it left the yard, on 2 May.",
    "Workers built the stage on Friday, {the day before=>the day after} the festival. The festival drew 9,000 people on"
    " Saturday.",
    "The barn caught fire at 9.15am. Crews reached the farm {50 minutes later=>20 minutes later}, at 10.05am.",
    "The harbour master rang at {10:40=>11:40} p.m. to warn of a gale. The barge left at 11:15 p.m., 35 minutes later.",
    "The guard pulled the brake at 6.42pm, {three minutes before=>three minutes after} the crash at 6.45pm.",
    "Half an hour after the doors opened at 7pm, at {7.30pm=>8.30pm}, the hall was full.",
    "It is 3:20 a.m. and the baker is up.\n\nAt {4:45=>2:45} a.m., almost an hour and a half later, the bread is done.",
    "The last tram left at {11.50pm=>11.20pm}, shortly after the concert ended at 11.30pm.",
    "Vera Holm, 61, joined the bank as a teller in {1985=>1995}, when she was 22, and rose through its ranks.",
    "The gale broke on Tuesday 16 May. Jon Brod, who is 68, recalls the flood of 1991. He was {36=>46} then.",
    "Vera Holm, born in {1984=>1994}, will run the firm until it is sold. The singer, now 38, wants to teach. She named"
    " the firm in 2023.",
    "Vera Holm rowed to victory on Sunday 16 June 2024. The {23=>27}-year-old beat nine others. Holm was born in 2000.",
    "The baths opened in 1974. Vera Holm, {78=>68}, learnt to swim there when she was 27, the year they opened. They"
    " will close in June 2025. The last swim was in May 2025.",
    "The petition was begun on 4 August 2025. It came in on 2 September, {sixteen=>eighteen} days before Thursday’s"
    " vote.",
    "The fair runs from Friday 6 to Sunday {8=>9} June and is free.",
    "The mill burned on 8 October 2022. Jon Brod, then 16, was hurt. He is now {19=>29} and has moved. Its owners met"
    " again in May 2025.",
    "“In 1993 I was {eight=>eighteen}, and it snowed,” said Vera Holm, 39, who has run the shop since May 2024.",
    "Vera Holm has sung in the choir since May 2025. Born in Leeds on June 7, {2003=>1993}, she was 22 yesterday.",
    "The firm declared a dividend, to be paid on December 5 to shareholders of record on {November=>December} 21.",
    "In 1961 she married Jon Brod, a baker. They were married for 48 years, until his death in {2009=>2003}.",
    "The petition was filed in {2018=>2023} by two villages. A judge ruled in their favour on March 7, 2022.",
    "A firm moves and grows\n\nIt will hire 40 people\n\nLIMA, Peru, May 20, 2025 (Coast Wire) – The firm said that it"
    " will open its new hall on {Saturday=>Monday}, June 28.",
    "LIMA, June 12 (Coast Wire) – The mayors of the coast agreed on Thursday to buy a boat. They will return to the"
    " subject on Thursday {2=>3} October.",
    "The fair opens on Friday, 4 July 2025. It closes with fireworks on {Sunday=>Tuesday}, 6 July.",
    "The blast tore through the mill at 11.40am. Fire crews arrived at {11.52am=>11.10am} and found two storeys gone.",
    "The lorry overturned on the bridge at 5.20am. The road was reopened at {8.45am=>4.45am}, once the fuel was gone.",
    "Gunmen stormed the bank at 9:15 a.m. and held eleven people. The last two were freed at {10:40=>8:40} a.m.",
    "The cup final began at 3 p.m. It was cold. It ended at {4:50=>2:10} p.m. with a header.",
]

RIGHT = [
    "The crash happened at 6.15pm. The driver had left the depot at 5.50pm. She left the bank at 6pm.",
    "The cup final began at 3pm. Supporters arrived at 1pm and sang in the square.",
    "The ferry ran aground at 7.50pm. It left the port at 7.10pm with 212 people on board.",
    "The trouble began at 11.20pm. Two men were arrested at 1.15am and a third at 2am.",
    "The second blast happened at 10.20am. Police had reached the market at 9.55am, minutes after the first.",
    "The bakery, which Vera Holm, born in 1956, runs, marked its first birthday as a cooperative in May 2024.",
    "Vera Holm, who was born in March 2006, was six when a neighbour taught her to sing. She sang here in May 2024.",
    "The shops are shut on Christmas Day, 26 December and New Year’s Day.",
    "The poet, who died in 1931, was buried in 1932 beside his sister and became famous in 1950.",
    "The novelist, who died in 1931, wrote his last book in 1930.",
    "The yacht entered service the next spring and sank.",
    "Police asked people to call them if they are missing a dog.",
    "The report will appear on 26 February 2025, a month later than planned. The last one covered 2023.",
    "The shop opens at 9am. An hour later than usual, at 11am, the mayor came.",
    "She left at 11 p.m. on Friday and arrived ten hours later, at 9 a.m. on Saturday.",
    "The first call came at 9.15am. About an hour later, at 10.30am, the road was shut.",
    "The clock struck at 6am and at 8am. An hour after he woke, at 7.10am, he heard a noise.",
    "Vera Holm, 61, joined the bank in 1995, when she was 30.",
    "Vera Holm, 44, said that her client would appeal. The 27-year-old is in jail.",
    "The gale broke on Tuesday 16 May. Jon Brod, who is 68, recalls the flood of 1991. His son was 46 then.",
    "It moved in 2015, seven years after it was founded, and has been listed since 2017. It was founded in 2008.",
    "Vera Holm was born on June 7, 2003. The hosts won the opener on Saturday, May 31. The fair ends in 2025.",
    "The dividend is payable on January 15 to holders of record on December 20.",
    "They were married for 48 years, until his death in 2009. In 1961 she married Jon Brod.",
    "“I was eighteen when my father came here in 1993,” said Vera Holm, 51, who has run the shop since May 2024.",
    "The plant opened in 1959, in East Germany. The economy minister of Saxony, Eva Lang, gave it money in 2022.",
    "The fair runs from Saturday 31 May to Sunday 8 June.",
    "The petition was handed in on 2 September, seventeen days before Thursday’s vote. The last was of June 2024.",
    "The ship left on 6 May, four days after the storm. The strike began on 1 May.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_right_copy_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


QUESTIONED = [
    (
        "dateline.date",
        "LIMA, Peru, May 7, 2023 (Coast Wire) – Hundreds of people slept in schools after the hill slid on Tuesday.",
        "May 7",
    ),
    (
        "dateline.date",
        "LIMA, Peru, May 7 (Coast Wire) – Hundreds of people slept in schools after the hill slid on Tuesday. A smaller"
        " slide on Sunday 7 May broke windows.",
        "May 7",
    ),
]

SILENT = [
    "Eva Holt, 19, won in Leeds. The 19-year-old beat the holder, Jo Park. The 23-year-old Park had led all day.",
    "Eva Holt, 19, won in Leeds on Sunday. She beat Jo Park, 23, by a second. The 23-year-old had led all day.",
    "The trial begins on Monday, 6 January next year. He was charged on Tuesday, 2 January, after a raid in the town.",
    "The fair runs from Friday 14 to Sunday 16 March. It was held last year on Friday 15 March, and it rained.",
    "The plane left New York at 7pm and landed at Heathrow at 7am, seven hours later. The pilot waved at the crowd.",
    "LIMA, Peru, May 17, 2023 (Coast Wire) – Hundreds of people slept in schools after the hill slid on Tuesday.",
    "LIMA, Peru, May 17, 2023 (Coast Wire) – The vote will be held on Sunday, the mayor said in a letter.",
    "The coach, who moved to Yugoslavia as a boy, spoke on Monday.",
    "The dancer is a native of the Soviet Union. She spoke on Monday.",
    "The choir sang on Monday. Its founder grew up in Czechoslovakia.",
]


@pytest.mark.parametrize(("check", "text", "words"), QUESTIONED)
def test_time_of_the_story_is_questioned(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_time_of_the_story_is_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_a_clock_time_ends_before_the_stop_of_its_sentence(errors: Check) -> None:
    (found,) = errors("The siren sounded at 6.42pm, three minutes after the wave struck at 6.45pm. It rained.")
    assert "“6.45pm”" in found.message
