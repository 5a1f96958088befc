"""Figures that are recomputed from others of the sentences around them."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    (
        "Ticket sales rose to 9,000 in May from 7,500 in April. The increase of {20=>30} per cent was "
        "the largest for a decade, the theatre said."
    ),
    "The council has 48 members. In the vote on Monday 26 were in favour, 17 were against and {five=>nine} abstained.",
    "The shop sold 140 bicycles in March and 175 in April, {25=>40} per cent more.",
    "Of 80 trees planted along the avenue, 61 have survived. The other {19=>29} will be replaced in the autumn.",
    (
        "The festival sold 12,400 tickets over its three days: 4,100 on Friday, 5,200 on Saturday and "
        "{3,100=>2,100} on Sunday."
    ),
    "She scored 38, 44, 41 and 37 in her four rounds, an average of {40=>46}.",
    "Each of the 15 villages will be given €20,000 for a playground, {€300,000=>€500,000} in all.",
    "The town will spend $96,000 on eight new buses shelters, or {$12,000=>$21,000} for each one.",
    "A third of the company's 600 workers, or {200=>300}, will lose their jobs.",
    "Wages will go up by {8 per cent=>12 per cent}, from £12.50 an hour to £13.50.",
    "The wall is 42 kilometers ({26=>62} miles) long.",
    "One fell short. The candidate won 5,120 votes against 4,870 for his rival, a lead of {250=>350}.",
    (
        "The reservoir held 30 million cubic metres in March. By August it was down to 18 million, a "
        "fall of {40=>60} per cent."
    ),
    "Searchers have found 31 of the 38 sheep that went over the cliff. {Seven=>Eleven} are still missing.",
    (
        "The owners paid £640,000 for the hotel in 2015 and sold it last year for £960,000, a profit of "
        "{£320,000=>£230,000}."
    ),
    "The ship left Hull at 9.15pm and docked in Rotterdam at 8.15am, after a crossing of {11 hours=>14 hours}.",
    "The farm has 120 cows and 80 sheep. The {200=>300} animals will be sold at auction.",
    "The appeal has raised £45,000 so far, {£15,000=>£25,000} short of its goal of £60,000.",
    "Two in five of the city's 250 taxis, or {100=>150}, run on gas.",
    "Rent on the flat is £900 a month, or {£10,800=>£18,000} a year.",
    "The orchard yielded 36 tonnes of apples from 12 hectares, {three=>five} tonnes a hectare.",
    "Of the 54 passengers, 22 were hurt and {32=>42} were unharmed.",
    "The parcel weighed 5kg ({11lb=>21lb}), the post office said.",
    "Turnout was 64 per cent, {six=>nine} points higher than the 58 per cent of four years ago.",
    "The vote was 212 in favour and 188 against, a majority of {24=>34}.",
    "The herd has grown from 40 animals to 60, {a rise of half=>a rise of a third}.",
    "Of every 100 letters posted, 93 arrive the next day and the other {seven=>nine} later.",
    "The three sisters are 71, 68 and 65, {204 years=>214 years} between them.",
    "The block has 12 floors with eight flats on each, {96=>86} flats in all.",
    "The museum had 150,000 visitors last year, {30,000=>50,000} more than the 120,000 of the year before.",
    "The club sold its striker for €18m, three times the {€6m=>€9m} that it had paid for him.",
    "Just 12 of the 40 places were taken, {30 per cent=>40 per cent}.",
    "The tax will raise $24m a year, or {$2m=>$4m} a month.",
    "The walkers covered 120 kilometres in five days, an average of {24=>34} kilometres a day.",
    "Prize money of £9,000 was split equally between the three winners, who got {£3,000=>£4,000} each.",
    "The lift can carry 12 people or 900 kilograms, {75=>85} kilograms each.",
    "About {60 per cent=>80 per cent} of the 500 houses, some 300, have been sold.",
    "The council owes £4m to its bank and £3m to the state, {£7m=>£9m} in total.",
    "The ward had 20 beds, of which 14 were taken and {six=>eight} free.",
    "Sales fell to £45m from £50m, a drop of {10=>20} per cent.",
    "The quartet played 62 concerts last year and 54 this year, {eight=>12} fewer.",
    "The marathon is 42.2 kilometres ({26.2=>36.2} miles) long.",
    (
        "The two water boards will form one company with 6,420 miles of pipe. Northern brings 4,150 miles of pipe to "
        "the merger, and Southern {2,270=>2,470}."
    ),
    (
        "The brewery is to be sold for 7.6 million euros. The buyer will pay {5.4=>5.9} million euros in cash and take "
        "on 2.2 million euros of debt."
    ),
    (
        "Kovač won the race in 2hr 11min 14.2sec. Horvat finished in 2:11:21.5, a gap of {7.3=>4.3} seconds, "
        "and the rest were far behind."
    ),
    (
        "The council passed the plan on Tuesday by 24 votes to 19, after a debate that went on late into the evening."
        "\n\n{Two=>Six} of the 45 members of the council were absent."
    ),
    (
        "The first list took 5,210 votes and the second 4,830. Three smaller lists shared the remaining 960, for a "
        "total of {11,000=>12,000} ballots."
    ),
    "Ann Hill won in 2:41:50, almost {five=>nine} minutes ahead of Jo Marsh, who finished in 2:46:43.",
    "Ann Hill won in 2:41:50, more than {four=>six} minutes ahead of Jo Marsh, who finished in 2:46:33.",
    "Ann Hill finished in 2:41:50, {55=>45} seconds behind Jo Marsh, who won in 2:40:55.",
    "About half of the houses, {51=>70} per cent, were sold.",
    "A third of the harvest, {33=>60} per cent, was lost.",
]

RIGHT = [
    "Ann Hill won in 2:41:50, nearly five minutes ahead of Jo Marsh, who finished in 2:46:23.",
    "Ann Hill won in 2:41:50, five minutes ahead of Jo Marsh, who finished in 2:46:43.",
    "Ann Hill won in 41:50, less than two seconds ahead of Jo Marsh, who finished in 41:51.",
    "Ann Hill won in 2:41:50, some four minutes ahead of Jo Marsh, who finished in 2:45:40.",
    "Ann Hill finished in 2:41:50, just under a minute behind Jo Marsh, who won in 2:40:55.",
    "Fares rose by 12 per cent last year. The union expects half that, about 6 per cent, in May.",
    "Prices rose by 8 per cent. Wages rose by half as much, about 4 per cent.",
    "The jobless rate in the valley is half the national average, about 3 per cent.",
    "Growth slowed to a third of last year’s pace, or 2 per cent.",
    "Half its staff, 12 per cent of all nurses in the county, live in the town.",
    "Half the pupils, 70 per cent of them girls, go by bus. Half the trains, 20 per cent more than usual, were late.",
    "The party took 15 of the 36 seats, six fewer than before.",
    "Sales rose to 9,000 in May. Costs rose by 30 per cent.",
    "The recipe needs 2 cups of flour, 1 cup of milk, 3 eggs and 8 ounces of butter.",
    "The fine was £29,000. He paid £1,200 for a horse, £850 for a cart and £450 for hay.",
    "Of the 60 boats, 44 were found in coves. Three more are missing from other ports.",
    "A third of the 600 workers, or about 200, will go. Half of the town is out of work.",
    "The firm made a profit of £4m, up from £3m, on sales of £50m.",
    "He walked 12, 15 and 20 miles on three days, an average of almost 16.",
    "Westport, the largest of the three towns, had 31,400 residents, Easton 21,300 and Norwick 14,200.",
    "Each driver is owed pay of 2,500 rand a week, or 40,000 rand. The total comes to 4.8 million rand.",
    "The union took 5,210 votes and the guild 4,830. Three smaller lists shared the remaining 960.",
    ("Fees rose by only three per cent. The plan to double the grant fell by four votes, and it was dropped."),
    "The deal allows 4,600 tonnes. Hull will land 2,050 tonnes, Leith 1,250, and the remaining 1,300 are kept back.",
    "The town will buy 15 buses. In June a tram stopped 12km away, and four people were hurt.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned_and_what_is_right_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_near_miss_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
