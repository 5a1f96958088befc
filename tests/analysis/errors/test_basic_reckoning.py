"""Differences, stretches of years, shares, votes, products, ordinals and levels in many wordings."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    "Unemployment dropped to 5.1% in June from 5.8% in May, a decline of {0.7=>0.9} percentage points.",
    "The line was shortened from 88 stops to 71, a saving of {17=>27} stops.",
    "The herd, which numbered 930 in 2015, is down to 780 today, a fall of {150=>250}.",
    "The bridge is 312 metres long, {44=>64} metres longer than the old one, which measured 268 metres.",
    "Wanjiru won in 2:21:08. She finished {34=>54} seconds ahead of Tola, who ran 2:21:42.",
    "Doyle scored after 12 minutes. {Nineteen=>Twenty-nine} minutes later, in the 31st, Park doubled the lead.",
    "Under the deal, Peru holds 60 per cent of the venture and Bolivia {40=>50} per cent.",
    "Of the electricity, 62 percent comes from the dams and {38=>48} percent from gas.",
    "In the 101-seat council, 54 voted for the plan and 38 against; six abstained and {three=>13} were away.",
    "In the vote, 21,430 people were for the tunnel and {18,120=>28,120} against, out of 39,550 valid ballots.",
    "A voucher is worth S$300. All 2,310 passengers will get one, which will cost the line S${693,000=>963,000}.",
    "The fine is 40 euros a day. For the 90 days he owes {3,600=>6,300} euros.",
    "It was his {fourth=>fifth} title, following wins in 2009, 2011 and 2016.",
    "The reservoir stood at 38 per cent on Monday. At {38=>48} per cent, the old bridge shows above the water.",
    "Nineteen men were working in the tunnel. {Twelve=>Fourteen} escaped on their own; the seven others were cut off.",
]


@pytest.mark.parametrize("marked", SLIPS)
def test_a_figure_that_the_others_of_its_sentence_or_the_next_contradict(errors: Check, marked: str) -> None:
    assert_slip(errors, marked)


@pytest.mark.parametrize(
    "text",
    [
        "The party took 34 of the 101 seats, a gain of five, and its partners kept 21.",
        "The bank cut its rate to 4.25 percent from 4.5 percent, after a cut of 0.5 points in March.",
        "He scored after 12 minutes and Park after 31; ten minutes later, in the 41st, it was 3-0.",
        "She won 60 percent of the vote in Lima and 55 percent in Cusco.",
        "Her firm owns 60 percent of the shares and his 60 percent of the votes.",
        "The assembly of 120 passed the bill by 61 votes to 40. Nineteen members abstained or stayed away.",
        "A voucher costs $30. The 200 members also paid a fee of $12, and the club took in $8,400 in all.",
        "The river reached 6.2 metres on Friday. At 7.2 metres, the dyke would break, the mayor said.",
        "Ms Ray had 14,250 votes. Mr Cole had 11,300 and Ms Fry 4,210. A total of 29,760 votes were counted.",
        "Of those hurt, 23 were treated at the scene and 15 were taken to two hospitals, where five remained.",
    ],
)
def test_figures_that_need_not_make_each_other(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
