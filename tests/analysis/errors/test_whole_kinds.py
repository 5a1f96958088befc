"""Checks that hold one part of a story against the others: who is mentioned, which days and places, what is known."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    (
        "person.pronoun",
        "Ivan Petrov left on Monday.\n\nDeputy Secretary-General of the United States Wendy Marsh lamented that "
        "nobody came.\n\n"
        "He further added that the guild may not have been ready for that.",
        "He further added",
    ),
    ("person.pronoun", "Mrs Okonjo runs the pottery in Leeds. The guild gave him a medal in May.", "him"),
    ("person.pronoun", "Susan Hartley is a potter. Buyers liked the glaze of his bowls.", "his bowls"),
    ("person.pronoun", "Robert Fenwick sold the kiln in May. The guild said that she would retire.", "she"),
    ("quote.outlet-as-speaker", "“I slept beside the kiln,” the newspaper Brdski Glas confided.", "Brdski Glas"),
    ("quote.outlet-as-speaker", "“My hands were cold,” recalled Gazeta Górska.", "recalled Gazeta Górska"),
    ("quote.outlet-as-speaker", "“I fired it twice,” the Northern Review of Kilns remarked.", "Review of Kilns"),
    ("quote.outlet-as-speaker", "Radio Fjell admitted: “I never liked my own bowls.”", "Radio Fjell admitted"),
    (
        "fact.defunct-entity",
        "The National Coal Board said on Friday that it had bought the kiln.",
        "National Coal Board",
    ),
    ("fact.defunct-entity", "The accounts were checked by Arthur Andersen last week.", "Arthur Andersen"),
    ("fact.acronym", "The Potters' Benefit Fund (PBX) met. A man of the PBF spoke.", "PBX"),
    ("fact.acronym", "The World Hygiene Organization (WHO) praised the kiln.", "World Hygiene Organization"),
    ("fact.acronym", "It was checked by the Federal Deposit Industry Corporation, known as the FDIC.", "Industry"),
    (
        "fact.acronym",
        "The Royal Society for the Protection of Boats counted the herons.",
        "Society for the Protection of Boats",
    ),
    ("fact.acronym", "The Guild of Kiln Makers (TRX) met in Leeds, England.", "TRX"),
    ("fact.acronym", "The Leeds Clay Fund (LCF) met. The LCF grew. A letter reached the LFC too.", "LFC"),
    ("date.weekday", "The fair opens on Monday, 4 August, and ends on Friday, 7 August.", "Friday, 7 August"),
    ("date.weekday", "The fair opened on 3 March 2025, a Tuesday.", "3 March 2025, a Tuesday"),
    ("date.weekday", "The fair opened on Wed., March 3, 2025.", "Wed., March 3, 2025"),
    ("dateline.place", "TROMSØ, Sweden — The potters met on the quay.", "TROMSØ, Sweden"),
    ("dateline.place", "ACCRA — Potters in this Nigerian town lost their kilns, the guild said.", "ACCRA"),
    ("dateline.place", "QUITO — Potters in this city will march. Peru has 900 of them.", "QUITO"),
    ("dateline.date", "ROME, Feb. 3 — The kiln will open on Jan. 14, the guild said.", "Feb. 3"),
    ("dateline.date", "ROME, 3 February — The kiln was opened on 20 February, the guild said.", "3 February"),
    ("dateline.date", "ROME, June 3 — The guild meets next week, on June 29.", "June 3"),
    ("number.age", "Ada Lind was born in 1970. She was twelve when she won, in 1992.", "twelve"),
    ("number.age", "Karl Moe kept his 80th birthday in 2015. Moe, who was born in 1945, is a potter.", "80th"),
    ("number.age", "Olga Brandt (1931–2019), the potter, died at 78 in her sleep.", "78"),
    ("number.age", "Jan Vos joined the kiln at 15 and left 40 years later, at 65.", "65"),
    ("number.age", "Samuel Ortiz, 54, keeps bees. Ortiz, 45, sells the honey in Leeds.", "54"),
    ("number.age", "Karl Moe opened the kiln in 1979. He was 21. Moe turns 57 this year, in 2025.", "57"),
    ("number.age", "Ada Lind joined the guild in 1962 aged 23. She turned 96 in March 2025.", "96"),
    ("number.age", "Karl Moe was a boy of six during the raid of May 1944. In 2024 Moe, now 95, went back.", "six"),
    ("number.age", "Ada Lind, who turned 39 in May and sold her first bowl at 20, nine years ago, is a potter.", "20"),
    ("number.age", "The boy, who was born in March 2018 and is nine, sold a bowl in May 2024.", "nine"),
    ("number.age", "Karl Moe was ordained in 1988, aged 26. He will retire in 2027, when he reaches 75.", "75"),
    ("person.name-spelling", "Siobhán Mulcahy spoke. Siobhán Mulcahy sang. Later Siobhan Mulcahy left.", "Siobhan"),
]

SILENT = [
    "Shares in the kiln rose 12p to 412p, a gain of 3 per cent.",
    "Shares in the mill fell 4p to 96p, a drop of 4 per cent.",
    "The fair pays £80 to the winner and £40 to the loser, from a total fund of £250.",
    "Ada Lind was born in Hull in 1927. She did not throw a bowl until 1987, when she joined a class a week before her "
    "60th birthday.",
    "Greeks mark St Andrew’s Day, on 13 December in the old calendar.",
    "Karl Moe opened the kiln in 1979. He was 21. Moe turns 67 this year, in 2025.",
    "Ada Lind, who has died aged 91, joined the guild in 1951, when she was 18.",
    "Karl Moe joined straight from school, aged 18, and left it last month aged 66.",
    "Ada Lind, who was crowned in Riga in January 2022, at 16, has retired. She turned 20 in May 2025.",
    "Karl Moe, 62, was 23 on the day he reached the top. He sold the kiln in 2021.",
    "Ada Lind is 41. Karl Moe is six years younger.",
    "The guild found two spoiled papers. Of the 590 ballot papers cast, 310 went to the potters and 278 to the bakers.",
    "Dear readers. Arabian coffee has risen since May.",
    "Nobody can say. Robert Fenwick, whose father bought it at a fair, kept it in a drawer.",
    "The potters met in Leeds on June 20, 1958, and in York on April 19.",
    "In Berlin the Social Democratic Party (SPD) won the vote.",
    "The singer has won three guild awards, 14 country awards and two critics' awards.",
    "Susan Hartley runs the bank. Each buyer keeps a card in his or her wallet.",
    "Susan Hartley met the driver. The guild gave him a medal.",
    "When he left, Robert Fenwick waved to Susan Hartley.",
    "Susan Hartley met him in May.\n\nRobert Fenwick was the buyer.",
    "Robert Fenwick sold the ship in May. She sank in June.",
    "“We raised our price in May,” the newspaper said in an editorial.",
    "“I slept beside the kiln,” she told the newspaper Brdski Glas.",
    "“I slept beside the kiln,” said Radio Fjell’s editor.",
    "“We raised our prices,” the agency said.",
    "The National Coal Board bought the kiln in 1951. The former Inland Revenue office said on Friday it would close.",
    "The Kurdistan Workers’ Party (PKK) met in Turkey. The World Health Organisation (WHO) met.",
    "The Guild of Kiln Makers (TRX) met in Lyon, France.",
    "The fair opens on Monday, 4 August, and ends on Thursday, 7 August.",
    "On 14 March, Monday’s fair was put off.",
    "VICTORIA — Potters in this city will march. Canada has 900 of them.",
    "ROME, Feb. 3 — The kiln will open on March 14, the guild said. It was closed on Jan. 20.",
    "Ada Lind was born in 1970. She was twelve when she won, in 1982, and at 15 she gave up.",
    "Born in 1948, Elsie Brand left school at 14 and was 30 when her first child was born in 1978.",
    "Elsie Brand died a week before her 90th birthday. Brand, 89, was a potter.",
    "Ada Lind, a widow in her eighties, swims daily. Lind was born in 1942.",
    "A neighbour who has kept the key, Rubén Toro, said that the kiln had stood there for years.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_a_story_that_says_one_pronoun_throughout_is_believed(errors: Check) -> None:
    """A given name suggests; what the story says of somebody all the time counts for more."""
    once = "Susan Hartley runs the pottery. The guild gave him a medal."
    assert [error.check for error in errors(once)] == ["person.pronoun"]
    assert errors(once + " Buyers liked his bowls. In May he sold them.") == []


def test_an_article_of_its_time_may_name_a_body_that_ended_later(errors: Check) -> None:
    text = "The Inland Revenue said on Friday that it would raise the tax on kilns in Britain."
    assert errors(text, published="1998-05-04") == []
    assert [error.check for error in errors(text, published="2024-05-04")] == ["fact.defunct-entity"]
