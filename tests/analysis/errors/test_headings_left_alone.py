"""Headlines, standfirsts and captions that say less than the text, or otherwise, and are right."""

import pytest

from tests.analysis.errors.examples import Check

RIGHT = [
    ("Seven charged in fraud case", "Prosecutors charged three bankers and four lawyers on Monday with fraud."),
    (
        "Profit halves at Skyline after it slips to loss in spring",
        "Skyline, which returned to profit last year, said on Monday that it had lost £2m in the spring.",
    ),
    ("Austria opens talks", "Ministers from six states opened two days of talks in Vienna on Thursday on power lines."),
    (
        "Teenager stunned by prize",
        "A teenager from Leeds won the lottery on Saturday and said that she was stunned. She is 19.",
    ),
    (
        "Court jails five over bank robbery",
        "Four men were jailed on Tuesday for a robbery in Leeds. A fifth was sent to prison last week.\n\nThe gang "
        "escaped with £60,000.",
    ),
    ("Bus crash kills three", "A bus crash on Monday killed two passengers and the driver, police said. It was wet."),
    ("Eight rescued from ridge", "Rescuers pulled six climbers and their two guides from a ridge on Sunday."),
    ("Firm to cut 500 workers", "The company will sack 200 workers in Wales, 200 in Kent and 100 in Leeds."),
    ("Blast kills seven at plant", "An explosion killed five workers on Monday. Two more died in hospital on Tuesday."),
    ("Albion lose 1-3 to Rovers", "Rovers reached the cup final on Saturday with a 3-1 win over Albion."),
    (
        "Storm destroys half of olive crop",
        "A hailstorm destroyed a fifth of the olive crop in the south and half of it in the north.",
    ),
    (
        "Former mayor cleared on appeal",
        "The former mayor of Ludo, who was sentenced to six years in 2020, was acquitted on appeal on Monday.",
    ),
    ("Power cut hits 7,200 homes", "A storm left 7,200 homes without power. By Monday 2,700 were still dark."),
    ("Bus crash kills 12", "Eleven people were killed when a bus left the road, and a twelfth died in hospital."),
    ("More than 100 killed in unrest", "At least 106 people were killed, a rights group said. It named 100 towns."),
    (
        "Nurses to get 8% pay rise over two years",
        "Nurses won 5% from May and a further 3% from April. They had asked for a pay rise of 12%.",
    ),
    (
        "Flood cuts off villages in northern Kenya",
        "Flood water cut off eleven villages in the north of Kenya on Sunday. Western Kenya was dry.",
    ),
    ("Prince opens new wing", "Prince Anselm opened a new wing of the museum on Monday."),
    (
        "Paris police seize cocaine",
        "LILLE, France, May 3 - Police from the French capital seized cocaine in Lille on Friday.",
    ),
    (
        "Farmer fined over dead animals",
        "A farmer was fined on Monday over the deaths of nine cows. The cows had starved.",
    ),
    ("Storm damages village church", "A storm tore the roof from the village chapel on Monday night."),
    (
        "Councillors vote to save Holme pool",
        "Holme Town Council had planned to close the pool in March. It will stay open, the cabinet decided on Monday.",
    ),
    (
        "Ex-mayor admits taking bribes",
        "A former mayor who had denied taking bribes changed his plea on Tuesday and pleaded guilty to six counts.",
    ),
    (
        "Brewer posts 12% fall in profit",
        "The brewer Hallam reported a 12% fall in profit on Thursday although sales rose by a tenth.",
    ),
    (
        "Red Cross seeks $40 million for flood victims",
        "The Red Cross appealed on Monday for $40 million. It received $12 million last year.",
    ),
    (
        "Lowe beats Marsh to take Harbour Cup",
        "Ann Lowe won the Harbour Cup on Sunday when she beat Jo Marsh. Marsh had beaten her in 2020.",
    ),
    ("Lowe loses to Marsh in final", "Jo Marsh beat Ann Lowe on Sunday."),
    (
        "Norsteel buys Danish rival",
        "Halvor, a Danish maker of pipes, has been bought by Norsteel for $40m. Halvor bought Pipeco in 2011.",
    ),
    ("Rates", "The bank is widely expected to cut rates on Thursday. It kept them in May."),
    ("Bridge", "The bridge has been dubbed “Lowe’s Folly”. Lowe was not amused."),
    ("Roof", "“It was good for another 20 years,” said Ann Lowe.\n\n“I wrote two years,” said Jo Marsh."),
    ("Trip", "The mayor, Ann Lowe, admitted that her office had paid for the trip. “It was wrong,” she said."),
    ("Hack", "Ann Lowe said the company had paid a ransom and would not do so again."),
    ("Fog", "The team could not land at Leeds because of fog. It could only land at York because of the wind."),
    ("Theft", "The clerk, Ann Lowe, admitted that she had hidden the ring. “I never planned to sell it,” she said."),
    ("Exams", "Ann Lowe acknowledged that the papers had been lost. “Nobody lost them by choice,” she said."),
    (
        "Rooms",
        "The inn, Ann Lowe confirmed, has shut. She confirmed that it had sold. “No guests had booked,” she said.",
    ),
    ("Vote", "The mayor conceded that rumours had spread. “It is untrue,” said the mayor, Ann Lowe, of all of them."),
    (
        "Rowers",
        "The crew had called the coast twice that day and could not do so, as the mast was gone, Ann Lowe said.",
    ),
    ("Walk", "The walkers had agreed to leave the hut and would not do so. The warden, Ann Lowe, gave up."),
    ("Hunt", "The lodge had let the land to others and would not do so with hounds about, Ann Lowe said."),
    ("Boats", "Two boats could leave because of the ice pilot’s advice. They could race because of a lack of wind."),
    ("Crops", "Pickers can start earlier because of the rain. They could work because of a strike being put off."),
    (
        "Fares",
        "Fares rose from £20 to £24. A rise of £6 had been asked for. A further rise of £1 is due, Ann Lowe said.",
    ),
    ("Shops", "The firm had 50 shops. Ten closed, and several were sold; it now has 35, Ann Lowe said."),
    ("Zoo", "A ticket costs £8. For a family of five it is £32."),
    ("Cup", "Hull won two of their five home ties and lost both away. They have won three in all."),
    ("Iron", "It is widely known that copper conducts heat. It was widely expected that it would rain, and it did."),
    ("Tiles", "“Growth is slow,” said Otto Lang, finance minister. Brackwell, a maker of tiles, has cut jobs."),
    ("Vote", "Otto Lang, the opposition leader, spoke. Lang, the government minister’s nephew, sat down."),
    ("Court", "Otto Lang was convicted of arson in 2011. In 2017 he was charged with perjury."),
    ("Strike", "Patients could die because of the strike, the union said. The shop could close because of the flood."),
    ("Doubt", "Doctors doubt that there is any risk. Few had seen any sign of it, and she is happier than ever."),
    ("Film", "It was her best film yet, and the team has yet to win. If the firm has paid any of it, it will say so."),
    ("Dam", "It takes years to build a dam, but it takes a single crack to lose it. The shop could open until nine."),
    ("Heat", "The order leaves out bakeries, an omission that the unions regret."),
    ("Train", "The train was due to leave at nine, but it did so at ten. She denied that she had taken any money."),
    ("Shop", "“I came with a blanket,” Ann Lowe said. “I am leaving with a blanket and a receipt.”"),
    ("Lowe wins challenge match", "Ann Lowe won three games, lost two and drew seven in the match."),
    (
        "Moor keeps calm as Lund loses lead, temper and title",
        "Ada Moor won the biggest title of her career in Bonn on Sunday after Eva Lund was docked a point.",
    ),
    ("Solvik sees off the Swedes", "Marit Solvik led Ebba Wik of Sweden up the last climb on Saturday."),
    (
        "Cold autumn ahead for growers",
        "Nights from September on will be colder than usual, the weather service says. Last summer was dry, and so was "
        "the summer before it.",
    ),
    (
        "Nephew sues uncle over mill",
        "A miller who once took his niece to court is now sued over his mill. The niece won, and his brother’s son may "
        "too.",
    ),
    (
        "Tram fares to go up",
        "Riders in Lund will pay a tenth more from May. Taxi fares rose in March, and taxi firms want more.",
    ),
    (
        "Council wins case over bells",
        "The village may ring them at night, judges said. The bank next door had sued. The bank may appeal.",
    ),
    (
        "Fire at timber yard is out",
        "The blaze at a wood merchant’s in Lund is out. It spread to a paper store, and paper burnt for hours.",
    ),
    (
        "Baker jailed for tax fraud",
        "A man who hid £90,000 in flour sacks was jailed on Friday. A teacher next door had raised the alarm.",
    ),
    (
        "Nurse, caretaker and a passer-by help deliver girl",
        "A girl was born in a lift on Sunday. A midwife gave help by telephone, and the midwife said all was well.",
    ),
    (
        "Regatta moved to 21 June",
        "The regatta, planned for 14 June, will be rowed a week on, as the river is in flood. Tickets stay valid.",
    ),
    (
        "Ridge win 4-1 to go top",
        "Two goals from Ida Lund and late ones from Berg and Holm sent Ridge top. Ridge led 2-1 at the break.",
    ),
    (
        "Strike to begin on Tuesday",
        "Ferry crews will walk out for a week as soon as the holiday ends, their union said on Saturday.",
    ),
    (
        "Kiln 9 owners told to wait",
        "Parts for the newest model are late. Owners of Kiln 8 need none, its maker says.",
    ),
    (
        "Crown at three-year high",
        "The Swedish currency rose on Monday, its strongest since 2022, as the rouble hit a record low.",
    ),
    (
        "Fares rise as jobless rate hits record low",
        "Pay grew by 4 per cent, the highest rate since 2003, the ministry says. Vacancies fell.",
    ),
    (
        "Exports climb as costs fall at mills",
        "Exports climbed 6 per cent in May, while the costs of wool fell. A drop in exports of felt was the exception.",
    ),
    (
        "Lund holds her nerve in Osaka to win challenge match",
        "Ida Lund, a baker’s daughter from Kobe, won the last game on Sunday. She won three games and lost two.",
    ),
    (
        "Ridge women snatch title",
        "Picture caption: Ann Lowe lifts the Harbour Ridge shield\n\nJo Marsh kicked Ridge to the title on Saturday.",
    ),
    (
        "Tenant keeps flat but loses cat",
        "A couple who would not pay more for two rooms may stay, a court ruled. Their landlord had asked for more."
        " Ivan Petrov, the landlord, lost a cat of his own in May.",
    ),
    (
        "Pupils cheer as school reopens",
        "Children went back to class on Monday after a flood. Teachers cheered at the gate. The teachers had swept it.",
    ),
    (
        "Juror faints at murder trial",
        "A woman on the panel fell as pictures were shown. The defendant fainted an hour later. The defendant is 61.",
    ),
]

FAMILY = (
    *("headline.", "claim.", "quote.altered", "fact.lost-not", "fact.contradiction", "caption."),
    *("number.", "office.", "person.changing-role", "date.career"),
)


@pytest.mark.parametrize(("title", "text"), RIGHT)
def test_headings_may_say_less_and_otherwise(title: str, text: str, errors: Check) -> None:
    assert not [error for error in errors(text, title=title) if error.check.startswith(FAMILY)]
