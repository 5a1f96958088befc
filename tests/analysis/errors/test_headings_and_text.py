"""Headlines, standfirsts, captions, quotations and denials against what the rest of the text says."""

import pytest

from tests.analysis.errors.examples import Check

WRONG = [
    (
        "headline.number",
        "Council raises rates by 6.4%",
        "The council voted on Monday to raise rates by 4.6 per cent. A third of the members were away, and the rise is "
        "the first since 2019.",
    ),
    (
        "headline.number",
        "Storm leaves 7,200 without power",
        "STORNOWAY, Feb 3 (Norrwire) - A storm that tore down lines on Sunday had left 2,700 homes without power by "
        "Monday morning. Engineers said the town of 7,000 had four generators.",
    ),
    (
        "headline.number",
        "Chapel bell lost since 1896 turns up in barn",
        "TRURO, England, May 6, 2024 (West Wire) - A bell that was stolen from a chapel in 1869 has been found in a "
        "barn. It was cast in 1801, the finder said.",
    ),
    (
        "headline.number",
        "Nurses win 8% pay rise",
        "Nurses at the clinic won a pay rise of 6% on Tuesday. They had asked for eight, and 71% of them voted for the "
        "deal, with 29% against.",
    ),
    (
        "headline.number",
        "Blast kills nine at paint works",
        "Seven people, five fitters and two drivers, were killed by a blast at a paint works on Monday, police said. "
        "Faults were found in nine valves.",
    ),
    (
        "headline.number",
        "Bell-founder dies",
        "Last of her family, she cast more than 4,000 bells and taught half the county\n\nThe founder Ida Lund has "
        "died.\n\nShe cast 412 bells in all, her books show.",
    ),
    (
        "headline.word",
        "Flood cuts off villages in eastern Kenya",
        "Flood water cut off eleven villages in western Kenya on Sunday, officials said. The rain is to go on.",
    ),
    (
        "headline.word",
        "North Vale Water fined over spill",
        "The firm was fined on Tuesday over a spill that killed fish. Directors of South Vale Water said it was sorry.",
    ),
    (
        "headline.word",
        "In Lille, a choir sings in a coal shed",
        "The choir meets in a wool shed by the canal. The wool shed closed in 1990, and the choir has swept it.",
    ),
    (
        "headline.word",
        "Nurse found alive after two nights on moor",
        "A teacher who went missing on the moor on Sunday was found alive on Tuesday. She was cold but unhurt.",
    ),
    (
        "headline.word",
        "A kite is found",
        '"Boy With a Blue Kite," painted in 1901, was found in a cellar on Monday.\n\nThe owner said he was glad.\n\n'
        'Photo: "Boy With a Yellow Kite," the 1901 painting.',
    ),
    (
        "headline.place",
        "Osaka climate talks end in discord",
        "KYOTO, May 3 (Wire) - Talks on the climate ended in Kyoto on Friday without a deal. In Kyoto nobody was "
        "surprised.",
    ),
    (
        "headline.contradicted",
        "Councillors vote to save Holme pool",
        "Holme Town Council is to close the Holme pool in March. The cabinet took the decision by five votes to two.",
    ),
    (
        "headline.contradicted",
        "Trustees vote 6-1 to end free lunches",
        "LEEDS, May 2 - The trustees voted 6-1 on Monday to keep free lunches, which they brought in two years ago.",
    ),
    (
        "headline.contradicted",
        "Red Cross secures $40 million for flood victims",
        "The Red Cross appealed on Monday for $40 million to help the victims of the flood. It has 300 people at work.",
    ),
    (
        "headline.contradicted",
        "Driver pleads guilty over school bus crash",
        "A driver pleaded not guilty on Monday to causing a crash in which a school bus overturned.",
    ),
    (
        "headline.contradicted",
        "Brewer posts 12% fall in sales",
        "The brewer Hallam reported a 12% rise in sales on Thursday as the heat went on.",
    ),
    (
        "headline.contradicted",
        "Coffee at ten-year low as frost bites",
        "A pound of coffee cost five dollars on Monday, the highest since 2011, after frost hit the hills.",
    ),
    (
        "headline.doer",
        "Lowe beats Marsh to take Harbour Cup",
        "LEEDS, May 2 - Jo Marsh won the Harbour Cup on Sunday when she beat Ann Lowe in straight sets.",
    ),
    (
        "headline.doer",
        "Norsteel buys Danish rival Halvor",
        "Halvor, a Danish maker of pipes, has bought Norsteel for $40m, the two companies said on Monday.",
    ),
    ("claim.hearsay", "Cork", "Exports of cork doubled in a year, it is believed. The ministry has not replied."),
    (
        "claim.hearsay",
        "Rents",
        "Rents will rise again, as a shortage of flats is widely feared. The council meets soon.",
    ),
    ("claim.hearsay", "Schools", "It is widely accepted that the short week suits farmers. The board met on Monday."),
    ("claim.unsourced-label", "Bridge", "The bridge has been dubbed “a ladder to nowhere”. Lowe was not amused."),
    (
        "quote.altered",
        "Coach laughs",
        "“I was too tired to be wise,” said Ann Lowe. She had walked for nine hours.\n\nHer coach, Jo Marsh, laughed "
        "at talk of being “too happy to be wise”.",
    ),
    (
        "quote.altered",
        "Lorries",
        "“We stopped sending empty lorries to places nobody knew,” said Ann Lowe, the manager.\n\nJo Marsh, an analyst,"
        " said Lowe’s decision to stop “selling empty lorries” had paid.",
    ),
    (
        "quote.altered",
        "Bears meet a “sitting wall” of hikers",
        "“It is a moving wall of hikers,” said Ann Lowe, a ranger. The bears keep away from it.",
    ),
    (
        "fact.lost-not",
        "Hack",
        "Ann Lowe said the company had paid a ransom and would not do so. The police were told on Monday.",
    ),
    (
        "fact.lost-not",
        "Trip",
        "The mayor, Ann Lowe, admitted that her office had paid for the trip. “Not a penny was paid,” she said.",
    ),
    ("fact.lost-not", "Fog", "The team could land at Leeds because of fog and flew to York instead."),
    ("fact.lost-not", "Port", "The auditors said they had seen any evidence of fraud at the port in three years."),
    ("fact.lost-not", "Moons", "“We think that it is a moon, but we can be sure of that yet,” said Ann Lowe."),
    ("fact.lost-not", "Talks", "The talks will resume until both sides have freed their prisoners, said Ann Lowe."),
    (
        "headline.contradicted",
        "Court rejects recount in Tollen",
        "The Constitutional Court on Tuesday ordered ballots to be recounted at 14 polling stations in Tollen.",
    ),
    (
        "headline.contradicted",
        "Norland court upholds law on polls",
        "Norland’s top court ruled on Thursday that a law postponing the polls by two years was void.",
    ),
    (
        "headline.contradicted",
        "Court backs mine over sacked workers",
        "The Labour Court on Friday ordered a platinum mine to take back 118 workers whom it had sacked.",
    ),
    (
        "headline.contradicted",
        "Norland budget defeated by six votes",
        "Norland's parliament approved the government's budget on Thursday by 33 votes to 27 after a long debate.",
    ),
    (
        "headline.number",
        "Court sentences five over bank robbery",
        "LEEDS — Four men were jailed on Tuesday for a robbery at a bank in which a guard was beaten. A judge gave "
        "them terms of up to nine years.\n\nA fifth defendant was acquitted. The gang escaped with £60,000.",
    ),
    (
        "headline.number",
        "Hundreds flee as river bursts banks",
        "More than 12,000 people were evacuated on Friday after the Oder burst its banks in three places, the fire "
        "service said. No one was hurt.\n\nThe water is expected to fall on Sunday.",
    ),
    (
        "headline.number",
        "Rovers beat Albion 1-3 to reach final",
        "Rovers reached the cup final on Saturday with a 3-1 win over Albion in front of a full house.\n\nTwo goals "
        "came late.",
    ),
    (
        "headline.number",
        "Storm destroys half of olive crop",
        "A hailstorm destroyed about a fifth of the olive crop in the south on Wednesday, farmers said.\n\nInsurance "
        "covers little of it.",
    ),
    (
        "headline.number",
        "Village choir celebrates 40 years of song",
        "The choir of Aldham turned 60 on Sunday and sang for two hours in the church.\n\nIts oldest member is 91.",
    ),
    (
        "headline.doer",
        "Rovers win county shield after shootout",
        "Albion Town won the county shield for the third time on Sunday when they scored late to secure a 2-1 win over "
        "Rovers at Hadley.\n\nThe crowd was 4,000.",
    ),
    (
        "headline.contradicted",
        "Former mayor cleared of taking bribes",
        "The former mayor of Ludo was sentenced to six years in prison on Monday for taking bribes from builders.\n\n"
        "He will go to jail next week.",
    ),
    (
        "headline.contradicted",
        "Airline slips into loss as fuel costs climb",
        "The airline Skyline returned to profit last year, helped by cheap fuel, it said on Monday.\n\nIt carried two "
        "million people.",
    ),
    (
        "caption.number",
        "Lion comes home",
        "Children greeted the stone lion on Saturday. Two soldiers lifted all 64 kilograms of it on to a plinth.\n\n"
        "Photo: The lion outside the museum. It weighs 46 kilograms.",
    ),
]


@pytest.mark.parametrize(("check", "title", "text"), WRONG)
def test_contradictions_are_seen(check: str, title: str, text: str, errors: Check) -> None:
    assert check in {error.check for error in errors(text, title=title)}
