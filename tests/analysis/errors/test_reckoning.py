"""Figures, days and claims that contradict one another, and such as an editor would leave alone."""

import pytest

from tests.analysis.errors.examples import Check

CONTRADICTED = [
    "Of the 32 pupils who sat the paper, 19 passed and 15 failed.",
    "Of the 430 ballots cast, 460 went to the two sisters, 12 to a farmer and three to nobody.",
    "Sixty families were offered plots on higher ground. Only 74 moved.",
    "He said that the deficit had grown to 1.3 million dollars from 900 million in a year.",
    "The bowl was valued at between 2.5 million and 2 million euros.",
    "Tickets will cost between 40 and 25 pounds.",
    "The guild said 900 members voted for the deal and 300 against, a majority of nearly five to one.",
    "7:10 a.m. Rain.\n\n8:25 a.m. A tree falls.\n\n6:40 a.m. No power.\n\n10:15 a.m. Help.\n\n11:30 a.m. Over.",
    "The jury heard from 14 witnesses: nine for the prosecution and six for the defence.",
    "The fleet has 24 buses, 15 of them electric and 11 diesel.",
    "The charity housed 40 families in 2021 and 55 in 2022, a total of 105.",
    "The council spent £3.2m on roads and £1.9m on bridges, £6.1m in all.",
    "Membership rose by 20 percent, from 500 to 650.",
    "Sales climbed from 12,000 to 15,000, up 40 per cent.",
    "Passenger numbers have doubled, from 1.2 million in 2015 to 1.9 million last year.",
    "Complaints tripled to 90 from 45.",
    "The motion was carried by 31 votes to 24, a majority of nine.",
    "She received 4,210 votes to his 3,980, winning by a majority of 330.",
    "Of the 250 tenants, 180 signed, or 62 percent.",
    "Some 45 of the 60 members, 65 percent, backed the plan.",
    "The firm will buy 20 trams at €3m each, a total of €80m.",
    "The lorry was carrying 12 tonnes of sand. Fifty-two of the 48 crates were broken.",
    "The trail runs for 80 kilometres (70 miles) along the coast.",
    "Temperatures reached 40C (94F) on Tuesday.",
    "The farm covers 200 acres, or 120 hectares.",
    "The board has 15 members. Nine voted for the plan, five against and three abstained.",
    (
        "The crash involved 18 people; of those, 11 were taken to hospital and the remaining nine were "
        "treated at the scene."
    ),
    "The survey found that 46 percent were in favour, 39 percent were against and 25 percent were undecided.",
    "One in four residents, or 40 percent, had no car.",
    "Rents fell 10 percent to 900 pounds from 1,100 pounds.",
    "The orchestra raised $50,000 from ticket sales and $20,000 from donors, bringing the total to $90,000.",
    "Twelve people were hurt: five men, four women and two children.",
    "Two-thirds of the voters, 52 percent, said no.",
    "Unemployment fell from 6.2 percent to 6.8 percent in March.",
    "The course has 18 holes. The club had 340 members last year and now has 410, an increase of 50.",
    "Police seized 60 bikes, 25 more than the 40 taken in the previous raid.",
    "They worked 30 days at 12 hours a day, a total of 460 hours.",
    "The bridge cost $12 million (€29 million).",
    "The three lifeboats carried 14, 11 and 9 passengers respectively, 44 in all.",
    "The squad of 23 includes 15 forwards and 12 backs.",
    "Production doubled from 400 tonnes to 700 tonnes.",
    "The grant was halved from £80,000 to £60,000.",
    "The scheme will pay for 300 homes over five years, an average of 90 a year.",
    "The unemployment rate stood at 4.1 percent in June, down from 3.8 percent in May.",
    "The library lent 9,000 books in 2010; that has risen to 7,400.",
    "The two brothers each inherited 40 hectares, making 120 hectares in all.",
    "Of the nine goals he scored, four were penalties, three headers and four from outside the area.",
    "Nearly 200 guests came on Friday and 310 on Saturday, 620 in total.",
    "Ticket prices will go up from £24 to £30, an increase of 15 percent.",
    "The company said profits fell 30 percent to $7m from $14m.",
    (
        "Thirty-four councillors backed the budget, 22 opposed it and six abstained, the clerk said; "
        "the council has 58 seats. The vote of 34 to 22 gave it a majority of 14."
    ),
    "The plant employs 640 people, 410 of whom work in the foundry and 290 in offices.",
    "Ferry fares will double from 12 euros to 20 euros.",
    (
        "She left the estate to three charities, with £200,000 going to the first, £150,000 to the "
        "second and £100,000 to the third, £500,000 altogether."
    ),
    "A return ticket costs 64 kroner, three times the 32 kroner it cost in 2010.",
    "The party won 38 seats, six fewer than the 46 it took four years ago.",
    "The lake rose 3 metres (6.6 feet) overnight.",
    "Firefighters rescued 15 animals: eight dogs, four cats and two parrots.",
    "The firm plans to hire 120 people in Cork and 80 in Galway, for a total of 220 jobs.",
    "Eleven of the ten jurors agreed.",
    (
        "The crew spent 14 hours on deck, and the harbour master said 60 percent of the boats were "
        "moored, 30 percent were at sea and the remaining 20 percent were laid up."
    ),
    "The trust spent $45 million on the hall and $18 million on the square. Together they cost $73 million.",
    (
        "The potter Ida Lund, who has died aged 84, made bowls for the royal house. Her gallery said "
        "she died on Tuesday, May 14, 2024.\n\nIda Lund was born in Aarhus in 1951, the daughter of a "
        "smith."
    ),
    "The race was won on Sunday, June 2, 2024, by Tom Hale, 31.\n\nHale was born in Leeds in 1985.",
    (
        "Maria Rossi opened her first shop in 1999, at 34. Now 50, Rossi runs twelve shops. The firm "
        "said on May 3, 2024, that it would open another."
    ),
    "John Marsh, a 71-year-old farmer born in 1943, spoke on Monday, May 6, 2024.",
    "Police held a man on Tuesday. Two days later, on Friday, he was freed.",
    "The fair opened on Saturday. The following day, Monday, it rained.",
    "The dockers walked out from March 3 to March 9, a ten-day strike that closed the port.",
    "The shop is open from 9am to 5pm, a six-hour day.",
    "The first call came at 9.15am. Crews reached the farm 20 minutes later, at 10.05am.",
    "She has led the choir for 22 years, since 2010. The choir sang on May 3, 2024.",
    "The festival runs from June 12 to June 3.",
    (
        "09:05 Polls open in the capital.\n\n09:40 Queues form at schools.\n\n09:20 The president "
        "votes.\n\n10:15 Turnout is put at 12 percent.\n\n11:00 The count goes on."
    ),
    (
        "The minister called the plan “a gift to the rich” on Monday. Asked again on Tuesday whether it "
        "was “a gift to the poor”, she said she stood by her words."
    ),
    "Lima, Chile – Bus drivers in the capital stopped work on Monday. The drivers want more pay.",
    (
        "Nairobi, Kenya – Police in Lagos arrested 12 men on Monday over a raid on a bank. The Nigerian "
        "central bank said the money was found in Ibadan. The men will appear in court in Lagos next "
        "week. Nigeria has seen a rise in raids."
    ),
    "The new hall cost £12m. The council gave £7m, the lottery £4m and donors £3m.",
    "The 45-member assembly met on Monday. The bill was passed by 31 votes to 24.",
    "Last year the co-op sold 4,000 bikes. This year it sold 5,000, a rise of 40 percent.",
    (
        "The Norwegian parliament approved the fishing treaty on Monday.\n\nMinisters were cheerful. The "
        "Norwegian parliament rejected the fishing treaty after a long debate."
    ),
    (
        "The board did not suspend the coach, it said on Monday.\n\nFans waited outside. The board "
        "suspended the coach after the match."
    ),
]

RIGHT = [
    "Lowe has led since the second stage. She began the sixth and last stage a minute down in her seventh race.",
    "Of the 490 ballots cast, 460 went to the two sisters, 12 to a farmer and three to nobody.",
    "Sixty families were offered plots on higher ground. Only 14 moved.",
    "He said that the deficit had grown to 1.3 billion dollars from 900 million in a year.",
    "The difference between 40 and 25 pounds is small. A walk takes between 40 minutes and 2 hours.",
    "The guild said 910 members voted for the deal and 300 against, a majority of about three to one.",
    "A trial in 36 of the schools over two years found that pupils missed an average of four fewer days a year.",
    "7:10 p.m. Rain.\n\n8:25 p.m. A tree falls.\n\n9:40 p.m. No power.\n\n10:15 p.m. Help.\n\n12:30 a.m. Over.",
    "“I taught him,” Ms Lowe, 64, said in 2024 of her rival, who is 41.",
    "Of the 32 pupils who sat the paper, 19 passed and 13 failed.",
    "Of the 32 pupils, 19 speak French and 20 also speak German.",
    "The jury heard from 14 witnesses, including nine for the prosecution.",
    "The fleet has 24 buses, 15 of them electric and 9 diesel.",
    "The charity housed 40 families in 2021 and 55 in 2022, a total of 95.",
    "The council spent £3.2m on roads and £1.9m on bridges, part of a budget of £46.1m in all.",
    "Membership rose by 30 percent, from 500 to 650. Sales climbed from 12,000 to 15,000, up 25 per cent.",
    "Passenger numbers have almost doubled, from 1.2 million in 2015 to 2.2 million last year.",
    "The motion was carried by 31 votes to 24, a majority of seven, with 12 members away.",
    "Of the 250 tenants, 180 signed, or 72 percent. About 45 of the 60 members, three quarters, backed the plan.",
    "The firm will buy 20 trams at €3m each, a total of €60m.",
    "The trail runs for 80 kilometres (50 miles) along the coast. It was 40C (104F).",
    "The board has 15 members. Nine voted for the plan, five against and one abstained.",
    "Police arrested 12 people and seized 30 phones, and a total of 50 officers took part.",
    (
        "The survey found that 46 percent were in favour, up from 39 percent a year earlier, and 25 "
        "percent were undecided."
    ),
    "Turnout was 61 percent; 54 percent voted yes and 46 percent no.",
    "The rate rose from 4 percent to 5 percent, an increase of 25 percent.",
    "The rate rose one percentage point, from 4 percent to 5 percent.",
    "Seven people died on Monday and five on Tuesday, and the total since May now stands at 40.",
    "Three more bodies were found, bringing the total to 20.",
    "The team won 31 of their last 40 matches and scored 120 goals.",
    "He paid $20 for a ticket, twice as much as the $10 of last year.",
    "The museum drew 12,000 visitors in May and 15,000 in June, compared with a total of 20,000 a year earlier.",
    (
        "Twelve people were hurt, five of them seriously. Twelve people were hurt: five men, four women "
        "and three children."
    ),
    "Of the 40 seats, the party won 22, eight more than the 14 of four years ago.",
    "The firm employs 1,200 people in 14 countries, 300 of them in Leeds and 250 in York.",
    "Between 20 and 30 people came. In all, 55 people signed, among them 14 teachers and 12 nurses.",
    "The ferry can carry 450 passengers and 120 cars. It had 410 passengers and 130 crew on board.",
    "Wages will rise by 5 percent to 15 pounds an hour for 3,000 workers.",
    "Prices rose 3.2 percent in March after a rise of 3.4 percent in February.",
    "The fund paid out $200 a month to each of 30 families for two years, $144,000 in all.",
    "The bill was £120 for four people, £30 each.",
    "The company made a profit of $4 million, up from $3 million, on sales of $50 million.",
    "Two out of three voters, 67 percent, said no. A third of the 90 jobs, 30, will go.",
    "She has written 12 novels, four plays and two memoirs.",
    "The town has five schools, two of which are closed, and three libraries.",
    "Fifteen boats, eight of them from Norway, took part in a race with 40 crew.",
    "Some 20 houses, three shops and a church were damaged in the five villages.",
    "The unemployment rate stood at 3.8 percent in June, down from 4.1 percent in May.",
    "The library lent 7,000 books in 2010; that has risen to 9,400.",
    "The two brothers each inherited 40 hectares, making 80 hectares in all.",
    "Of the nine goals he scored, four were penalties, three headers and two from outside the area.",
    "The trust spent $45 million on the hall and $18 million on the square. It has $73 million left.",
    "A return ticket costs 64 kroner, twice the 32 kroner it cost in 2010.",
    "He scored 30 points and took 12 rebounds in a 98-90 win, his total of 30 the highest of the season.",
    "The firm cut 400 of its 3,000 jobs last year and 250 of its 2,600 this year.",
    "About 60 percent of the boats were moored, 30 percent were at sea and the rest were laid up.",
    "Three of the five men were jailed for four, six and 12 years, a combined 22 years.",
    "The vote was 64 to 31 with five abstentions. It needed a two-thirds majority of 67.",
    (
        "The stock fell 4 percent to $18.20, its lowest since 2012, after the firm cut its forecast to "
        "$2 a share from $2.50."
    ),
    "Sales rose to 5.1 million from 4.9 million a year earlier, while costs fell to 3.2 million from 3.5 million.",
    "Shares were up 3 percent at 210 pence. The index fell 1.2 percent to 7,100.",
    "The storm dumped 30cm (12in) of snow and winds reached 90mph (145km/h).",
    "The charity has given 2,000 meals a week to 300 families since March, about 80,000 in total.",
    "Of 120 applicants, 40 were interviewed and 12 were hired. Ten of the 12 are women.",
    "The club has 15 coaches and 400 members, 60 of them juniors.",
    "In all, 4,000 people came on the two days, 1,000 more than the organisers expected.",
    "Exports to the region are worth £4bn a year, or 8 percent of the total of £50bn.",
    "The mayor's party has 24 of 45 seats; the opposition holds 15 and independents six.",
    "Workers will get 3 percent this year, 3 percent next year and 2 percent in the third, 8 percent in all.",
    "The deficit narrowed from 4 percent of GDP in 2010 to 3 percent. Inflation rose to 5 percent.",
    (
        "The potter Ida Lund, who has died aged 84, made bowls. Her gallery said she died on Tuesday, "
        "May 14, 2024.\n\nIda Lund was born in Aarhus in 1939."
    ),
    (
        "Tom Hale, 31, won on Sunday, June 2, 2024. His coach, Peter Moss, was born in 1951.\n\nHale was "
        "born in Leeds in 1992."
    ),
    (
        "Maria Rossi opened her first shop in 1999, at 34. Now 59, Rossi runs twelve shops. The firm "
        "said so on May 3, 2024."
    ),
    "Police held a man on Tuesday. Three days later, on Friday, he was freed.",
    "The fair opened on Saturday. The following day, Sunday, it rained.",
    "The dockers walked out from March 3 to March 9, a seven-day strike. It was the first in 30 days.",
    "The shop is open from 9am to 5pm, an eight-hour day.",
    "She has led the choir for 14 years, since 2010. The choir sang on May 3, 2024.",
    "Anna Bell, 45, and her son Max, 12, left in 2010. Anna Bell was born in 1979. They spoke on May 3, 2024.",
    "Her grandfather, born in 1901, built the mill. She is 45. The mill was sold on May 3, 2024.",
    (
        "At 18, Lena Moss joined the navy. She was born in 1960 and was made captain in 1999 at 39. The "
        "navy said so on May 3, 2024."
    ),
    "The festival runs from June 12 to July 3, with 12 days of music.",
    "Bus 48, from 9am to 5pm, runs every 12 minutes. It takes two hours.",
    "He called it “a good day for the town”. His rival said it was “a bad day for the town”.",
    (
        "Geneva – The UN said on Monday that 300 people had fled fighting in Sudan. Sudan's army denied "
        "it. In Khartoum, shops were shut. Sudanese police said so."
    ),
    "“We will not go,” she said. “We will go when they ask us,” he said. “They will not go,” said the guard.",
    "Paris, Texas – The council met on Monday. London, Ontario – The council met.",
    "The new hall cost £12m. The council gave £5m, the lottery £4m and donors £3m.",
    "The 45-member assembly met on Monday. The bill was passed by 25 votes to 14.",
    "Last year the co-op sold 4,000 bikes. This year it sold 5,000, a rise of 25 percent.",
    (
        "The Norwegian parliament approved the fishing treaty on Monday.\n\nThe parliament had rejected "
        "the treaty in 2012."
    ),
    "The board suspended the coach on Monday.\n\nThe board did not suspend the captain.",
]


@pytest.mark.parametrize("text", CONTRADICTED)
def test_contradiction_is_questioned(ours: Check, text: str) -> None:
    found = ours(text)
    assert found
    for error in found:
        assert text[error.start : error.end] == error.text


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(ours: Check, text: str) -> None:
    assert ours(text) == []
