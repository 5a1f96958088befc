"""Numbers that are taken up again as others, and such as nobody need have counted before."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    (
        "Photo: The {nine=>six} lions at the gate of the park\n\nA park in Bern is to sell nine lions "
        "that have stood at its gate for a century."
    ),
    (
        "Photo: Ida Lund at the loom that she has worked since {1987=>1978}\n\nThe weaver Ida Lund began in 1987. "
        "She will stop next month."
    ),
    (
        "Nearly nine in ten bakers work at night, a study has found.\n\n“When {almost 90 per cent=>almost 80 per "
        "cent} of a trade never sees the sun, something is wrong,” its author said."
    ),
    (
        "Four trawlers were seized off the Kerry coast on Monday after their nets were found to be too "
        "fine, the fisheries board said.\n\nThe crews were questioned in Dingle. All {four=>six} boats "
        "were later allowed to leave."
    ),
    (
        "# Nine held after stadium brawl\n\nPolice held nine fans after a fight outside the ground in "
        "Split on Saturday. A steward was cut on the hand.\n\nThe {nine=>seven}, most of them in their "
        "twenties, will appear in court on Tuesday."
    ),
    (
        "A landslide cut off 340 villagers in the hills above Salerno on Sunday. Helicopters dropped "
        "food and blankets.\n\nBy Monday night 120 of the {340=>430} villagers had been flown out, the "
        "prefect said."
    ),
    (
        "The orchestra will play 27 concerts in eight cities. Of the {27=>37}, nine are sold out "
        "already, its manager said."
    ),
    "The union represents 5,400 bakers. A ballot of the {5,400=>4,500} members closes on Friday.",
    (
        "The mill employed 230 people until last year. The closure shocked the town. Only a dozen of "
        "the {230=>320} workers have found other jobs."
    ),
    (
        "Six councillors walked out of the meeting on Thursday. The mayor said she was sorry to see "
        "them go, but the {six=>eight} councillors had broken their oath."
    ),
    (
        "The library will close for 14 weeks while the roof is mended. Readers will have to use the "
        "branch in Hope Street during the {14=>40} weeks."
    ),
    (
        "A Danish court sent a nurse to prison for 11 years on Friday. Her lawyer said the "
        "{11-year=>12-year} sentence was too long and that she would appeal."
    ),
    (
        "The reward stands at $25,000, the sheriff said. No one has come forward to claim the "
        "{$25,000=>$52,000}, he added."
    ),
    "The firm was fined £340,000 for the leak. It said that it would pay the {£340,000=>£430,000} fine without delay.",
    (
        "Ten paintings were stolen from the villa in the night. Only three of the {ten=>12} paintings "
        "were insured, the owner said."
    ),
    (
        "The bridge, which carries 8,000 cars a day, will be shut until spring. Drivers of those "
        "{8,000=>18,000} cars will have to take the ferry."
    ),
    (
        "Some 60 lorries were waiting at the border on Friday. The queue was six kilometres long. "
        "Customs officers said that half of the {60=>80} lorries carried fruit."
    ),
    (
        "The airline has grounded 22 aircraft after a crack was found in a wing. It hopes that all "
        "{22=>32} will be flying again by June."
    ),
    (
        "The team of 13 climbers set out from Skardu in July. Bad weather held them back. Eleven of the "
        "{13=>30} climbers reached the top."
    ),
    (
        "Three schools in Limerick were shut by the flood. Pupils at the {three=>five} schools will "
        "have lessons at home until Monday, the council said."
    ),
    (
        "Organisers expect 9,500 runners on Sunday, a record for the race. Roads will be shut from six "
        "in the morning. The {9,500=>5,900} runners will set off in waves."
    ),
    (
        "The strike by 700 tram drivers enters its second week on Monday. Talks failed on Friday. The "
        "{700=>900} drivers want a rise of 5 per cent."
    ),
    "The choir, which has 38 members, is to sing in Rome. The {38 singers=>83 singers} will travel by train.",
    (
        "Inspectors found rats in seven of the restaurants that they visited. The owners of all "
        "{seven=>nine} have been told to close."
    ),
    (
        "Her book has been translated into 19 languages. Asked in which of the {19=>29} languages it "
        "read best, she said Welsh."
    ),
    "The bank is to shut 45 branches in the north of England. The {45=>54} branches employ 310 people.",
    (
        "He spent 16 years in the monastery and then left it to open a bar in Porto. “Those {16=>six} "
        "years taught me how to listen,” he said."
    ),
    (
        "A museum in Leiden has bought a set of 12 chairs made for a Dutch queen. It paid €400,000 for "
        "the {12=>14}, which will go on show in the spring."
    ),
    (
        "Customs officers in Rotterdam found 640 kilograms of cocaine in a crate of bananas. The "
        "{640=>460} kilograms would have been worth about €48m, they said."
    ),
    (
        "# Bees stop play in Hobart\n\nA swarm of some 30,000 bees held up a cricket match in Hobart for "
        "40 minutes on Saturday.\n\nThe umpires lay flat on the grass. A keeper took the swarm away in a "
        "box. After the {40-minute=>90-minute} break the home side lost three wickets."
    ),
    (
        "The ferry company said that 17 crew had fallen ill on the crossing from Bari. Passengers were "
        "not affected.\n\nA doctor who examined the {17=>27} crew members blamed the shellfish."
    ),
    (
        "Hungary's government will close 11 rural courts, the justice minister said. Towns that lose "
        "theirs will be paid for it.\n\nThe minister said that judges from the {11=>12} courts would move "
        "to Szeged and Pecs."
    ),
    (
        "A farmer in Kansas has found 212 coins in a milk churn. Experts think that they were hidden "
        "during the war.\n\nThe {212=>221} coins are worth about $40,000."
    ),
    (
        "Seven hikers spent the night in a barn after losing their way in fog, mountain rescuers in "
        "Aberdeenshire said.\n\nThe group set off at noon. All {seven=>eight} were found to be well."
    ),
    (
        "The poet sent the letters over a period of 23 years to a schoolteacher in Trieste, who burned "
        'most of them.\n\n"In {23=>32} years he never once asked me how I was," the teacher told her '
        "niece."
    ),
    (
        "About 2,600 households were without power on Sunday evening after a storm tore down lines in "
        "the Ardennes.\n\nBy Monday noon all but 90 of the {2,600=>6,200} households had been reconnected."
    ),
    (
        "The three-day strike by ferry workers has cost the island €2m, its hoteliers said.\n\nOn the "
        "last evening of the {three-day=>five-day} strike, tourists slept on the quay."
    ),
    (
        "The zoo's two elephants, Rani and Tara, are to go to a sanctuary in Tennessee. The "
        "{two=>three} elephants have lived in Toledo since 1991."
    ),
    "Police said 19 cars had been damaged in the car park. The owners of the {19=>29} vehicles have been told.",
    (
        "Eleven villages in Calabria will share a single priest from January, the bishop of Cosenza "
        "said.\n\nDon Paolo, who is 71, will say mass in each of the {11=>15} villages once a month."
    ),
    (
        "The dam was built by 4,000 prisoners. Their names are lost. A stone in memory of the "
        "{4,000=>40,000} was unveiled on Friday."
    ),
    "The choir sang 14 songs, three of them new. Most of the {14=>41} songs were by its founder.",
    "A bus with 52 pensioners aboard broke down in the tunnel. Firemen led the {52=>25} passengers out on foot.",
]

RIGHT = [
    "Police arrested five men on Monday and let two go. The three were charged on Tuesday.",
    "Five men and four women were hurt. The nine were taken to hospital.",
    "Ada Moss, Ben Hart, Cy Dunn and Di Lane won. The four will sail in June.",
    "Six trawlers were seized. Two of the nine harbours on the coast were shut.",
    "The strike lasted 12 days. The last 20 years have been hard on the port.",
    "Eleven schools took part. The 40 pupils who came first will go to Rome.",
    "The company was fined £20,000. It will pay the £3,000 costs of the inquiry as well.",
    "Seven people died. The three countries on the lake have agreed to share its water.",
    "More than a third of farmers said yes. About 60 per cent of their wives said no.",
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned_and_what_is_right_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


@pytest.mark.parametrize("text", RIGHT)
def test_near_miss_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)


def test_victims_of_the_headline_are_the_people_of_the_lead(errors: Check) -> None:
    text = "Four guests were taken to hospital after a tent came down in high winds at a wedding on Saturday."
    assert [error.check for error in errors(text, "Five hurt as tent collapses")] == ["headline.number"]
    assert errors(text, "Four hurt as tent collapses") == []
