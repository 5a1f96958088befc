"""One person or thing that is told of in two ways which exclude each other."""

import re

import pytest

from tests.analysis.errors.examples import Check

_EDIT = re.compile(r"\{(?P<right>[^{}]*)=>(?P<wrong>[^{}]*)\}")
_OF_PEOPLE = ("person.changing-role", "person.incompatible-roles", "fact.changing-kind", "fact.contradiction")

TWICE = [
    (
        "Tom Kessler, who keeps goal for Aldershot, was carried off. Kessler, {the goalkeeper=>the striker}, "
        "will be back."
    ),
    (
        "Gareth Pugh, who teaches chemistry at Llanelli High School, won the prize. Pugh has {taught "
        "chemistry=>taught history} at the school for 12 years."
    ),
    (
        "Mr Hollis, the landlord, told the tribunal that he had asked for repairs. The tribunal ruled that Mr"
        " Hollis, as the {landlord=>tenant}, was liable for the boiler."
    ),
    (
        "Bishop Thomas Akande led the prayers. The Anglican bishop called for calm. “Nobody gains from "
        "revenge,” said Akande, the {Anglican=>Catholic} bishop."
    ),
    (
        "Joanna Price, a mother of two, said she had queued since five. Price said all {two=>three} of her "
        "children had asthma."
    ),
    (
        "Peter Nolan's wife, Susan, said he had left for work at six as usual. Susan Nolan, {his wife of 30 "
        "years=>his daughter}, said that he never went to the quarry."
    ),
    (
        "Salma Idris was elected mayor of Port Harlow by 61 votes. As mayor of {Port Harlow=>Kingsferry}, "
        "Idris will also sit on the county board."
    ),
    (
        "Rosalind Achebe, defending, told magistrates that the boy had been led astray. Mrs Achebe, {for the "
        "defence=>for the prosecution}, asked the bench for mercy."
    ),
    (
        "Rev. Clement Adeyemi, vicar of St Luke's, rang the bell himself. Mr Adeyemi, who has been vicar of "
        "{St Luke's=>St Anne's} since 2009, said that a new one would cost £300."
    ),
    (
        "Terry Holt, the club's secretary, said that the roof would cost £70,000. Mr Holt, who has been "
        "{secretary=>treasurer} since 1998, said that members would have to find the rest."
    ),
    (
        "Retired nurse Eileen Maguire found the ring in a bag of potatoes. “I thought it was a bit of wire,” "
        "said the retired {nurse=>teacher}, who is 77."
    ),
    (
        "Professor Martha Kane of the University of Exeter led the study. Kane, an entomologist at "
        "{Exeter=>Durham}, plans to try wasps."
    ),
    (
        "The Labour leader of the council, Yasmin Shah, said that the libraries would stay open. Ms Shah's "
        "{Labour=>Conservative} group holds 31 of the 54 seats."
    ),
    (
        "The captain of the Lions, Ewan Reid, lost the toss. Reid, captain of the {Lions=>Tigers} since "
        "April, said that the pitch had done nothing wrong."
    ),
    (
        "Two brothers, Tariq and Imran Mahmood, pulled the driver from the canal. Police said that the "
        "{brothers=>sisters} would be put forward for a bravery award."
    ),
    (
        "Samuel Oduya grew up in Kisumu, where his father mended boats. Last year Oduya went back to "
        "{Kisumu=>Mombasa}, his home town, to open a school."
    ),
    (
        "The destroyer Kestrel put to sea from Portsmouth at dawn. The {destroyer=>submarine} will join the "
        "patrol within two weeks."
    ),
    (
        "The oil tanker Calypso ran aground off Brittany at about 4am. By evening the {tanker=>trawler} had "
        "begun to break up."
    ),
    (
        "A helicopter crashed on a hillside near Bergen on Friday. The {helicopter=>plane} had been "
        "inspecting power lines."
    ),
    (
        "The Danish pump maker Halvard said on Tuesday that it would cut 600 jobs. The {Danish=>Swedish} "
        "company has lost money for three years."
    ),
]


@pytest.mark.parametrize("text", TWICE)
def test_what_the_text_told_before_is_kept_up(errors: Check, text: str) -> None:
    wrong, right = (_EDIT.sub(lambda edit, side=side: edit[side], text) for side in ("wrong", "right"))
    assert any(error.check in _OF_PEOPLE for error in errors(wrong)), errors(wrong)
    assert [error for error in errors(right) if error.check in _OF_PEOPLE] == []


@pytest.mark.parametrize(
    "text",
    [
        "Owen Dempsey, a chest physician, never smoked. He played guitar and saxophone in a local band, Dempsey said.",
        "Ann Lowe, a retired nurse from Leeds, found the ring. Lowe, a volunteer guide at the museum, gave it back.",
        "The trawler Margaret Ann went down off Tory Island. Five men were taken off by the lifeboat in a force nine.",
        "Demirel was born in Izmir in March 1998. Elif Demirel, 24, took up running in Ankara.",
        "Kofi Mensah, captain of Ghana, thanked the crowd. Mensah, the Arsenal captain, flies back on Monday.",
        "Otto Kranz, the firm's chairman, opened the plant. Kranz, its chief executive as well, wore a helmet.",
        "The crew of the yacht Petrel saw a ferry at dawn. By noon the ferry had taken them off, the coastguard said.",
        "Agnes Baird, a widow, said that her husband had worked at the yard from 1957 until it closed.",
        "Ada Quist, a mother of two, is at home all day. Quist said that her four foster children keep her young.",
        "Ida Holm, a widow, married again in May. Holm and her husband keep bees on the roof.",
        "Ben Raske is secretary of the choir and treasurer of the chess club. Raske, the treasurer, sent the letters.",
        "Tove Lang, a drummer, plays the bass on two songs. The record is out in June.",
        "Lord Mayor Sanna Ek of Visby met Mayor Olle Grip of Turku. The mayor of Turku gave the mayor of Visby a bell.",
        "Professor Hanne Vik of the University of Bergen moved to Aarhus in May. Vik, a botanist at Aarhus, is 50.",
        "Dr Ola Strand, a surgeon at Holm Hospital, runs the trial. Strand, a professor at Lund University, is 50.",
        "Mr Kvist, the tenant, lets a room to a student. As the student's landlord, Mr Kvist was fined.",
        "Eva Thorn, the seller of the mill, was also the buyer of the barn. Thorn, the buyer, wants a survey.",
        "The frigate Alva fired at dawn. The submarine that it had hunted for a week got away.",
        "A mare broke out of the field. The gelding that shared it stayed where it was.",
        "Open Hands, a charity that owns a company, lost a million. The company sells candles in Oslo.",
        "Erik Rolf, the father, is a judge. Erik Rolf, the son, is a prosecutor. They do not meet in court.",
        "The prop, Jon Ask, threw in after a red card. Ask, the hooker for ten minutes, missed none.",
        "Lena Fors, of the Green Party, stood for Labour in 2010. Fors, a Labour councillor for a year, is 60.",
        "Twins Ann and Liv Sund rowed with their cousins, Dora and Eve Fry. The sisters met them once.",
        "A Norwegian trawler was boarded. The Russian vessel that came to its aid was let go at noon.",
        "The pianist Olga Bask broke a wrist. Bask, a violinist in her youth, will conduct.",
        "Mia Rask is Karl Rask's wife. Karl Rask, her brother-in-law for nine years, married her in 2004.",
        "The goalkeeper, Tor Blom, headed in a corner. The striker at the other end, Luis Mora, had missed.",
    ],
)
def test_what_goes_together_is_left_alone(errors: Check, text: str) -> None:
    assert [error for error in errors(text) if error.check in _OF_PEOPLE] == []
