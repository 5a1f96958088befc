"""Figures of everyday reports that come out right, and look to the checks as if they were meant to give others."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_no_reckoning, assert_silent, assert_slip

RIGHT = [
    "The typical rent is now £1,240, which is £15 less than a month ago but £60 more than in March last year.",
    "The growth in exports slowed from 3.4% to 3% in the spring, the ministry said.",
    "The draw leaves them fourth with 31 points from 16 games, three behind Hull and five behind the leaders.",
    (
        "Members voted by 310 to 190 to sell the ground. The majority of 120 was smaller than expected, as 44 members "
        "tore up their ballots and a further 25 or so left the hall."
    ),
    "The firm expects sales of between $3bn and $3.2bn, less than the $3.6bn that it had told investors in May.",
    (
        "The zoo was the busiest attraction, with 90,000 visitors, ahead of the aquarium on 72,000. The four farms "
        "shared the other 68,000."
    ),
    (
        "Trips to the county's parks rose to 300,000. The lake alone drew 120,000 visitors. Children made up 12% of "
        "the total, or 36,000 visitors."
    ),
    "Some 1,500 hens were lost to foxes last year, the most on record and 25% more than the previous high, 1,200 hens.",
    (
        "The error came to light in checks on 60 councillors, four of whom had claimed too much. The other three have "
        "paid the money back."
    ),
    (
        "The flood cut off 9,000 homes. Crews had reached 7,000 of them by noon, and all but 400 of the other 2,000 "
        "were dry again by nightfall."
    ),
    "Net profit rose by a half to €210m. Tickets this winter were on average 5% dearer than last, at €38.",
    "# Cold snap deaths put at 3,400\n\nAbout 3,400 more people died in the cold snap than is usual, officials said.",
    (
        "# Death toll in ferry disaster passes 400\n\nAt least 418 people are now known to have died when a ferry sank "
        "on Sunday. Of the dead, 290 were found in the hull and 96 on the shore; the remaining 32 were killed when a "
        "pier collapsed."
    ),
    (
        "# Rail freight to double by 2031\n\nRail freight is to double in six years under a plan by the state carrier. "
        "It carries a third less than in 2001."
    ),
    (
        "Two brothers were jailed on Monday. Joe Harker, 41, was given six years, and Neil, 37, four. Their cousin "
        "walked free."
    ),
    "Sales were $6.1bn in the quarter. Analysts had bet on a strong year, but the forecast of less than the $6.4bn "
    "that investors had hoped for sent the shares down.",
    "About 500 runners chose the 10-mile course, and another 200 the 20-mile.",
    "The number of rural pubs has dropped below 5,000 for the first time, to 4,980, a fall of 210 in a year.",
    "The 640 patients, aged 40 to 80, were split evenly, with 320 on the tablet and 320 on a dummy.",
    "Mercer, who is 31, made four centuries in June, including a 163 against Kent.",
    "Sales of heat pumps were at 31% of the target last winter, against an average of 84% in the years before.",
    "Her group also holds 22 of the 43 seats on the board, enough for a majority of one.",
    "Guests spent £48bn, a rise of 12%, or £820 each.",
    "The bank must pay about £300m and the other two roughly £90m each.",
    "The ride covered 164km over four hills. Only 131 of the 163 starters reached the finish in Cork.",
    (
        "Storms drove 64 seals ashore in March, most of them in one group of 58 on Lewis. The worst month before was "
        "one with a group of 41 in 2019, of which two were saved. The other six came ashore in Kent."
    ),
]

SLIPS = [
    "# Barn fire kills 12 goats\n\n{Twelve=>Nineteen} of a flock of 70 goats were killed in a fire in Devon on Monday.",
    "The number of rural pubs fell to 4,980 from 5,190, a fall of {210=>320}.",
    "The 640 patients were split evenly. Of the 640 patients, 320 had the tablet and the other {320=>230} a dummy.",
    "Turnout was 62 per cent, {four=>six} points higher than the 58 per cent of those eligible who voted last time.",
    "The two firms must pay £90m each, a total of {£180m=>£280m}.",
    "The typical rent is now £1,240, {£40=>£140} more than the £1,200 of a year ago.",
    "Growth slowed to 3%. Exports {rose=>fell} from 3% to 3.4% in the spring.",
    "Rovers have 34 points and Hull 31, so that Rovers are {three=>five} points ahead of Hull.",
    "Members voted by 310 to 190 to sell the ground, a majority of {120=>210}.",
    "A third of the 1,500 hens, or {500=>900}, were lost to foxes.",
    "The council has 40 vans on its books and 31 on the road. The missing {nine=>19} are at a garage.",
    "Net profit was €140m. It rose to €210m, {50%=>80%} more.",
]

COPY = [
    "Of the 52 cases, 45 ended in a fine, five were dropped and two are still to be heard.",
    "The bill for repairs came to £4.2m, down 3% on September, and is paid by the county.",
    "Each widow was sent the equivalent of £900 by the state, and the rest went to the schools.",
    "On one wet day alone 61mm was measured at the dam, and the road had to be closed.",
    "The choir will end the season with the piece it opened with, a mass in five parts that lasts an hour.",
    "Swift will lose the silver medal she won at the world championships that June and the prize money.",
    "The walkers have come so far and worn out eleven pairs of boots between them.",
    "The town pays £9m, the port £7m and the state £4m. Lorries now take an hour to reach the quay.",
    "The average age of the players is 31, and the oldest of them will be 40 in May.",
    'The rector said that she would not stand again "while I can still run, and I am only 52".',
    "The state gave £22m, the county £6m and a levy on local shops the other £3m.",
    "Kent was visited by nine million people, Sussex by 7.1 million and Devon by 6.2 million. Tourism is growing.",
    "Among those starting work this year were two of his own sons.",
    "Reid, who began with a 70, is 11 under on 133, three shots clear of the field.",
    "About 700 rode the short loop, 300 the 50-mile and the fittest 90 the long one over the hills.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_figures_that_come_out_are_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


@pytest.mark.parametrize("text", SLIPS)
def test_slips_beside_them_are_marked(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", COPY)
def test_the_sentences_around_figures_are_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_a_headline_may_clear_somebody(errors: Check) -> None:
    text = "A builder from Leeds has been cleared of two of the four charges that he faced."
    assert errors(text, title="Leeds man cleared of two of four charges") == []


def test_numbers_of_a_headline_are_still_marked(errors: Check) -> None:
    text = "Rail freight is to double by 2031 under a plan by the state carrier. It moved little in 2009."
    found = errors(text, title="Rail freight to double by 2013")
    assert [error.check for error in found] == ["headline.number"]
    text = "The captain of the ferry, 91, died at home on Sunday. He had been ill for a year."
    assert [error.check for error in errors(text, title="Ferry captain dies at 19")] == ["headline.number"]


def test_wrong_sentences_like_these_are_marked(errors: Check) -> None:
    assert_fires(errors, "grammar.preposition", "The plant shut on September, and nobody was told.", "on September")
    assert_fires(errors, "grammar.agreement", "Two clinics was opened in the town last year.", "clinics was")
