"""Headlines against what the text says: who did what, how many, where and when."""

import pytest

from tests.analysis.errors.examples import Check

HEADLINES = [
    (
        "Water to be shut off at night from Friday",
        "Wednesday was the last day of talks. The town will be without water at night from Monday, the mayor said.",
    ),
    ("Sergeant Is Cleared Over Missing Tape", "The police board has fired a sergeant whose tape went missing."),
    (
        "High Court overturns potter’s election victory",
        "The High Court on Friday threw out a petition against the election of Ann Lowe, a potter.",
    ),
    (
        "Lowe wins by nine seconds",
        "Ann Lowe won on Sunday by two seconds. She had begun 31 seconds down, and Jo Marsh came in 23 seconds later.",
    ),
    (
        "Death toll in mill fire rises to 24",
        "Five more bodies were found in the mill, bringing to 14 the number of people killed. Nineteen firemen worked.",
    ),
    ("Ferry line doubles fares for summer", "The ferry line Norrsund said on Thursday that its fares halved in June."),
    (
        "Leeds potters reject 12% raise, ending strike",
        "Potters in Leeds voted on Friday to accept a 12% pay increase, ending a strike of two weeks.",
    ),
    (
        "Death toll in mill fire rises to 24",
        "The number of people killed by a fire that burned down part of a mill in Leeds rose to 14 on Saturday.",
    ),
    (
        "Lowe wins by twelve seconds",
        "Ann Lowe won the race on Sunday by two seconds. Third place went to Jo Marsh, 1 minute 12 seconds behind.",
    ),
    (
        "Council approves plan for tram line",
        (
            "Leeds, England – The city council on Tuesday rejected a plan for a tram line to the airport, "
            "saying it would cost too much."
        ),
    ),
    (
        "Judge frees nurse accused of theft",
        "A judge on Monday jailed a nurse accused of stealing medicines from the hospital where she worked.",
    ),
    (
        "Norway beat Denmark to reach final",
        "Norway lost to Denmark on Sunday and missed the final of the women's handball cup.",
    ),
    (
        "Rents fall in Dublin",
        "Rents in Dublin rose by 4 percent in the first three months of the year, figures showed on Monday.",
    ),
    (
        "Minister will not resign over report",
        "The minister said on Friday that he would resign over the report, which found he had misled parliament.",
    ),
    (
        "Hospital to close maternity ward",
        "The hospital will keep its maternity ward open after months of protest, its managers said on Friday.",
    ),
    ("Dockers end strike", "Dockers in the port voted on Monday to continue their strike for a second week."),
    (
        "Senate votes against fishing bill",
        "The Senate voted on Monday to pass a bill that limits fishing on the reef.",
    ),
    (
        "Man jailed for 12 years over fire",
        "A man was jailed for 15 years on Tuesday for setting fire to a hotel in Split.",
    ),
    (
        "Painter Ida Lund dies at 92",
        "The painter Ida Lund, whose seascapes hang in 30 museums, has died aged 87, her gallery said.",
    ),
    (
        "Rovers win 3-1 to go top",
        "Rovers went top of the league on Saturday with a 2-1 win over City before 20,000 people.",
    ),
    (
        "City wins fifth title",
        "City won its fourth title on Sunday after a draw with United. The fourth title came late.",
    ),
    (
        "Library gets £3m gift",
        "The city library has been given £5 million by a retired printer, the largest gift in its history.",
    ),
    (
        "Ferry carrying 300 runs aground",
        (
            "A ferry carrying 200 passengers ran aground on Monday near the harbour of Ystad. The "
            "passengers were taken off."
        ),
    ),
    (
        "Floods kill nine in Kenya",
        (
            "Kampala, Uganda – Floods killed nine people in eastern Uganda on Sunday, the Red Cross said. "
            "Rivers burst their banks near Mbale after two days of rain, and hundreds of people in the "
            "Ugandan hills lost their homes. The government in Kampala sent tents. The Red Cross said it "
            "had asked for help, and that roads to three towns were cut. Police warned people to stay away "
            "from the rivers, which are still rising, and said that schools would stay closed on Monday and "
            "Tuesday."
        ),
    ),
    (
        "Mayor: ‘We will never sell the park’",
        "“We will never close the park,” the mayor told a meeting on Monday. The park was opened in 1900.",
    ),
    (
        "Report finds ‘serious and repeated failings’",
        "The report found “serious and persistent failings” at the clinic, where four people died in May.",
    ),
    (
        "Teachers accept pay offer",
        "Teachers turned down the pay offer on Thursday by a large majority, their union said.",
    ),
    ("Firm to hire 200", "The engineering firm said on Monday that it would cut 200 jobs at its plant."),
    (
        "Court upholds ban on fishing",
        "The Supreme Court on Monday overturned a ban on fishing in the bay, in a win for boat owners.",
    ),
    ("Airline cancels merger", "The airline has completed its merger with a rival, it said on Monday."),
    (
        "Strike to start on Friday",
        "Bus drivers in Leeds will walk out on Monday, their union said. The strike will last a day.",
    ),
    (
        "City to ban diesel cars by 2035",
        "The city will ban diesel cars by 2030, the mayor said on Monday, in a plan to clean its air.",
    ),
]

FAIR_HEADLINES = [
    (
        "Smugglers jailed",
        "Three men who hid tobacco in coffins will spend nine years behind bars. Their driver was acquitted.",
    ),
    (
        "Court lets harbour work resume",
        "Dredging can start again, the top court said. A district judge in April ordered the port to stop.",
    ),
    ("Brewer slips into the red", "The brewer made a loss of £2m. It returned to profit in 2021 under its owner."),
    ("Tram line falls behind schedule", "Work will take a year more. The first part opened ahead of schedule in 2020."),
    (
        "Steel mill to reopen",
        "Work begins again in Corby in May, the owner said. The mill shut in January for repairs.",
    ),
    (
        "Brewery buys Leeds cider maker",
        "The brewery said on Tuesday that it would buy the cider maker Orchard Row, a Leeds firm founded in 1902.",
    ),
    (
        "Coffee maker doubles profit",
        "The coffee maker said on Tuesday that its profit doubled in the first half of the year.",
    ),
    (
        "Lowe moves motion on kilns",
        "The member for Leeds, Ann Lowe, moved a motion on the kilns on Tuesday, and the council passed it.",
    ),
    (
        "Water to be shut off at night from Friday",
        "Wednesday was the last day of talks. The town will be without water at night from Friday, the mayor said.",
    ),
    (
        "High Court upholds potter’s election victory",
        "The High Court on Friday threw out a petition against the election of Ann Lowe, a potter.",
    ),
    (
        "Lowe wins by two seconds",
        "Ann Lowe won on Sunday by two seconds. She had begun 31 seconds down, and Jo Marsh came in 23 seconds later.",
    ),
    ("Ferry line doubles fares for summer", "The ferry line Norrsund said on Thursday that its costs halved in June."),
    (
        "Leeds potters accept 12% raise, ending strike",
        "Potters in Leeds voted on Friday to accept a 12% pay increase, ending a strike of two weeks.",
    ),
    (
        "Death toll in mill fire rises to 14",
        "The number of people killed by a fire that burned down part of a mill in Leeds rose to 14 on Saturday. "
        "Last year 31 people died in 12 fires.",
    ),
    (
        "Stolen bowl comes home after 41 years",
        "A bowl that vanished in 1983 was handed back in March 2024. Its potter had worked for 36 years.",
    ),
    (
        "Council approves plan for tram line",
        (
            "The city council on Tuesday approved a plan for a tram line to the airport. It had rejected an "
            "earlier plan."
        ),
    ),
    (
        "Unions reject offer that bosses accepted",
        "Unions on Monday rejected a pay offer. The employers had accepted it on Friday.",
    ),
    (
        "Rents fall in Dublin as prices rise in Cork",
        "Rents in Dublin fell by 4 percent. Rents in Cork rose by 2 percent, figures showed.",
    ),
    (
        "Norway beat Denmark to reach final",
        "Norway beat Denmark 3-2 on Sunday. Denmark lost for the first time this year.",
    ),
    (
        "Opposition backs bill that government opposes",
        "The opposition said on Monday it would back the bill. The government opposes the bill.",
    ),
    (
        "Hospital to close maternity ward",
        "The hospital will close its maternity ward, managers said, though it will keep a clinic open.",
    ),
    (
        "Man jailed for 12 years over fire",
        "A man was jailed for 12 years on Tuesday for setting fire to a hotel. He had faced 20 years.",
    ),
    ("Painter Ida Lund dies at 92", "The painter Ida Lund has died aged 92. Her husband, 87, survives her."),
    ("Rovers win 3-1 to go top", "Rovers, who led 1-0 at half-time, went top with a 3-1 win over City."),
    ("Library gets £5m gift", "The library has been given £5.2 million by a printer. It needs £9 million in all."),
    (
        "More than 300 on stranded ferry",
        "A ferry carrying 287 passengers and 24 crew ran aground on Monday. It was the third in 20 years.",
    ),
    ("Mayor: ‘We will never sell the park’", "“We will never sell the park, never,” the mayor said on Monday."),
    ("Report finds ‘failings’ at clinic", "The report found “serious and persistent failings” at the clinic."),
    (
        "Minister denies he will quit",
        "The minister denied on Friday that he would quit. Newspapers had said he would resign.",
    ),
    (
        "Shares fall as profit rises",
        "Shares in the firm fell on Monday although its profit rose by 3 percent to £5m.",
    ),
    (
        "Two firms cut jobs while third hires 200",
        "Two firms said on Monday they would cut 90 jobs in all. A third will hire 200 people.",
    ),
    (
        "Strike ends after 9 days",
        "The dockers' strike ended on Thursday after nine days, unions said. It began on September 27.",
    ),
    (
        "Five things to know about the budget",
        "The budget will be read on Monday. It has three parts. Two of the things in it are new.",
    ),
    (
        "£1bn plan to widen motorway",
        "The government will spend £995m on widening the motorway, it said. The first part costs £200m.",
    ),
    (
        "Third of pupils fail test",
        "About 34 percent of pupils failed the test, the ministry said. One in five sat it twice.",
    ),
    (
        "US jobs growth slows",
        (
            "Employers added 120,000 jobs in May, the Labor Department said in Washington on Friday, fewer "
            "than in April."
        ),
    ),
    ("Strike to start on Friday", "Bus drivers in Leeds will walk out on Friday, their union said on Monday."),
    (
        "City to ban diesel cars by 2035",
        "The city will ban diesel cars by 2035, the mayor said on Monday. Trucks will be banned by 2030.",
    ),
]


@pytest.mark.parametrize(("title", "text"), HEADLINES)
def test_headline_is_questioned(ours: Check, title: str, text: str) -> None:
    assert any(error.evidence for error in ours(text, title=title))


@pytest.mark.parametrize(("title", "text"), FAIR_HEADLINES)
def test_fair_headline_is_left_alone(ours: Check, title: str, text: str) -> None:
    assert ours(text, title=title) == []
