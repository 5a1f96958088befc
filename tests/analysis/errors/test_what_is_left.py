"""What is left of a group, what comes and goes, games and votes, rates and margins told apart from their figures."""

import pytest

from tests.analysis.errors.examples import Check, assert_no_reckoning, assert_slip

SLIPS = [
    (
        "The flood drove {520=>620} people from their homes in Cobbley. Some were taken in by friends. About 20 "
        "soldiers helped.\n\nBy nightfall 140 of the evacuees were in the sports hall. The other 380 were with "
        "relatives."
    ),
    (
        "The surgeon faced 31 charges of fraud at the court in Leeds.\n\nHe was convicted of 18 of them on "
        "Friday. On the other {13=>23} the jury could not agree."
    ),
    (
        "The council owns 94 flats on the estate. Tenants of 58 of the flats have signed. The other {36=>46} "
        "have until May."
    ),
    (
        "A bus with 44 pupils left the road near Oban. Doctors kept 13 of the children in overnight and sent "
        "the other {31=>21} home."
    ),
    "Judges upheld 12 of the complaints and threw out the other {eight=>nine}. The paper had received 20 complaints.",
    "Eight of the 14 escaped; the {six=>five} others were caught.",
    (
        "By Monday 17 ships were in the search. Nine of the vessels are Danish. The others were sent by "
        "neighbours, {six=>seven} by Norway and two by Sweden."
    ),
    (
        "The brigade sent 24 engines. Fifteen of the engines came from the county and the others from outside, "
        "{five=>six} from Kent and four from Surrey."
    ),
    (
        "The panel read 48 novels. Thirty of the books are by women; the others are by men, {12=>14} of them "
        "first novels and six translations."
    ),
    (
        "The airline owns 26 jets. Seventeen of the planes are Airbuses. The rest are Boeings, {seven=>eight} "
        "of them leased and two its own."
    ),
    (
        "Six of the boats turned back on Saturday and five had done so earlier. Of the 58 that left Brest, "
        "{47=>57} are still racing."
    ),
    "The district had 48 schools. Seven were shut last year and four merged this summer, which leaves {37=>39}.",
    (
        "Eight of the chain's 60 shops were closed during the year and five were opened, which means it now has "
        "{57=>67}."
    ),
    "The party had 41 seats. It lost six and gained two, and so now holds {37=>39}.",
    "The zoo began the year with 140 penguins. Nineteen died and 31 were hatched, so there are now {152=>162}.",
    "The band began with 12 players; four left and three joined, so there are {11=>13} now.",
    "There are now nine judges on the list. Two more will be named in May, making {11=>12}.",
    "At present five of them guard the park. The state has promised three new posts, which would make {eight=>nine}.",
    "Harlow won seven of their twelve games, drew {three=>four} and lost two.",
    "She won 31 of her 40 matches last season and lost {nine=>eleven}.",
    "Kilmore had eight wins, two draws and {four=>five} defeats in their 14 games.",
    "The women are unbeaten in 16 matches, with 13 wins and {three=>four} draws.",
    (
        "The council passed the budget by seven votes to four, with no abstentions. All {eleven=>twelve} "
        "members were present."
    ),
    "The board rejected the plan by five votes to three, with one abstention. All {nine=>ten} members took part.",
    "The senate passed the bill 27-{22=>24}. All 49 senators voted.",
    "The court ruled by {five=>six} votes to two that the law was void. All seven judges sat.",
    "The museum costs €72,000 a year to heat, of which {€48,000=>€58,000} goes on gas and €24,000 on power.",
    "He left $3.2m, $1.9m of it to his daughter and {$1.3m=>$1.8m} to the zoo.",
    (
        "The losers must pay the winner's costs of £8,300 in addition to their own of £5,600, a bill of "
        "{£13,900=>£14,900}."
    ),
    'He pays $30 every Saturday for each of his three daughters. "That is {$360=>$630} a month," he said.',
    "A day ticket costs £12. For a family of five that is {£60=>£80}.",
    'The clinic charges 40 euros a visit, and she goes twice a week. "That is {320=>230} euros a month," she said.',
    "The plant makes 150 cars an hour. In an eight-hour shift that is {1,200=>1,500}.",
    "The town owns 1,500 shares, worth {£18,000=>£28,000} at the present price of £12.",
    "The group sold 2 million shares at $15, raising {$30=>$50} million.",
    "At $12 each, the 250 tickets brought in {$3,000=>$2,000}.",
    (
        'Maria Kanu fled with her five children. The eldest, a girl of nine, was lost on the road.\n\n"The '
        'other {four=>five} ask for her every night," she said.'
    ),
    (
        "Seven climbers set out at dawn. One turned back with a broken strap. The other {six=>seven} reached "
        "the top at noon."
    ),
    "Leeds beat York 78-{64=>66}, a margin of 14 points.",
    "The Lions won 31-17, a {14-point=>24-point} victory that took them top.",
    "Five calls were made in all, the court heard, two by Mr Lee and {three=>four} by his wife.",
    "Crews made {84=>94} trips that night, 61 of them by lorry and 23 on foot.",
    "Eleven matches were played in the rain, seven at Hove and {four=>six} at Lord's.",
    "Police took away 23 people, 14 men and {nine=>eight} women.",
    (
        "Seven people died and 26 were hurt when the stand fell. Of the injured, nine were kept in hospital and "
        "{17=>27} were sent home."
    ),
    (
        "A virus shut down 11 schools in Kent this week. The trust said it would pay. Seven of its schools are "
        "in Dover and {four=>five} are in Deal."
    ),
    (
        "Eighteen children went missing in the gorge on Sunday. Rescuers found eleven boys and {seven=>nine} "
        "girls at dusk."
    ),
    "Ryanair scrapped 62 flights and easyJet put its figure at 28, making {90=>80} between them.",
    "The fare goes from $2.40 to $2.75 in May. The rise of {35=>53} cents is the first since 2015.",
    "The quota was cut from 340 tonnes to 290. The cut of {50=>60} tonnes will hurt, fishermen said.",
    "England beat Kenya by {41=>31} runs on Sunday. England made 238 for six and Kenya were bowled out for 197.",
    "Hale held the seat by 1,204 votes. She had {9,618=>9,816} to her rival's 8,414.",
    "She took {four=>five} for 31, all four of them before lunch.",
    "Police held {three=>four} men, all three of them from Derby.",
    "Turnout rose from 41 to 48 per cent, up {seven=>nine} points.",
    "The road cost £18m, {£4m=>£6m} over its budget of £14m.",
    "The firm has spent £6m of its £10m and has {£4m=>£5m} left.",
    "The appeal has raised £320,000 of the £500,000 needed, and {£180,000=>£280,000} is still to be found.",
    "The 12 dead were five women, four men and {three=>four} children.",
    (
        "The UN asked for $640 million for Chad. Of the total, $310 million is for food, $170 million for "
        "health and the remaining {$160=>$260} million for shelter."
    ),
]


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_questioned_and_what_is_right_left_alone(errors: Check, text: str) -> None:
    assert_slip(errors, text)


RIGHT = [
    "Of the 126 who set out, 98 remain. Eight gave up on Friday.",
    "Rovers have won 12 of their 30 games and lost 10.",
    "The team has lost four of its past five games, won 12 of 20 at home and drawn none.",
    "Seven of its 40 shops were closed and three were opened last year, and it now employs 410 people.",
    "Five of its 30 routes were dropped last year and two were added; it now flies to 41 cities.",
    "The council voted 7-4 to sell. All seven who voted for it were newcomers.",
    "United beat City 3-1 to open a four-point lead at the top.",
    "He has three sons. One of the four grandchildren is a doctor and the other three are teachers.",
    (
        "The farm had six horses and six ponies. One of the horses died; the other five are well, and all six "
        "ponies were sold."
    ),
    "The police held 140 of the marchers overnight. The other 380 prisoners in the jail were moved.",
    "A ticket costs £12, and a family of five that books early pays £48.",
    "He earns £14 an hour. That is £560 a week for a full-timer.",
    "He bought 200 shares at £12, and they are now worth £4,000.",
    "The borrower took £8,000 and has paid back £3,000, a debt of £5,000.",
    "The league has 20 clubs; three went down and three came up, so it still has 20.",
    "The cabinet backed it by six votes to two. All ten ministers had been invited.",
    "Of the £55m, £31m is for roads and £14m for buses; the rest will be kept.",
    "The library spent £61,000, of which £34,000 went on wages and £18,000 on the building, and put £9,000 by.",
    (
        "The trust has 96 schools. Thirty of the schools are in Kent. The others are spread over the south, "
        "among them 20 in Sussex and 11 in Dorset."
    ),
    "Half of the 48 pupils passed. The other 26 candidates were adults.",
    "He won by 1,200 votes; in 2019 his rival took 4,100 to his 3,900.",
    "The storm hit 84,000 homes, 61,000 of them in Kerry and 13,000 in Cork, and the rest in Clare.",
    "Leeds have won six and drawn four of their 14 games, with one abandoned and three lost.",
    (
        "Nine people were hurt when a bus hit a tram.\n\nPolice said four passengers and five pedestrians were "
        "taken to hospital."
    ),
    (
        '"Two children share a desk here," said the head.\n\nMaria Okoro, 30, walked to the school with her '
        "four children. The youngest, a boy of two, slept."
    ),
    "Eleven people died: five women, four men and two children.",
    "It was 31C in Lyon, three degrees above the average of 28.",
    "A farm worker aged 31 drowned on Friday. Three people have died in the flood.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_need_not_come_out_is_left_alone(errors: Check, text: str) -> None:
    assert_no_reckoning(errors, text)
