"""Stories in which two people act on each other, whose pronouns go from one to the other."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

MAN = "Robert Fenwick opened the quarry in May.\n\nIt employs 40 people.\n\nHe lives in Leeds.\n\n"
WOMAN = "Susan Hartley opened the quarry in May.\n\nIt employs 40 people.\n\nShe lives in Leeds.\n\n"

SILENT = [
    # One tells of the other, who is the subject of the sentence before.
    "The mayor of Ambleby has quarrelled with the dean.\n\nMayor Ann Lowe wants to move the clock.\n\nDean Karl Berg "
    "says that she has no right to touch it.",
    "The pilot Karl Berg felt faint over the Alps.\n\nAnn Lowe, a stewardess, gave him oxygen.\n\nHe says that she "
    "saved the plane.",
    # Who is told, given or asked something is not who does it.
    "Karl Berg, a trader, showed Ann Lowe his books.\n\nLowe denies it. She says that he hid them from her.",
    "A cook was sacked by a banker. Ann Lowe had fed his family for years.\n\nLowe said that she would come back if he "
    "asked her himself.",
    # A noun tells of somebody whom the pronoun fits.
    "The novelist Ann Lowe has caught a real criminal, and he was using her name.",
    "When Karl Berg wrote to the Duchess of Ambleby, he expected no reply. On Monday she sent one.",
    "A juror pointed at the accused and said that she would know his voice anywhere. She told the court so.",
    # A name right behind a noun with an article goes with that one.
    "The widow of the explorer Karl Berg has asked for a statue of him.",
    # Of whom a sentence is about another tells.
    "Chief Karl Berg arrested his deputy at dawn.\n\nAnn Lowe was in bed. Lowe, he said, had sold a file.",
    # Whom a pronoun means may be named behind it.
    "Having waited for years to meet the woman who had called his book worthless, Karl Berg shook her hand.",
    "The critic Karl Berg called her first play dull. On Friday he married Ann Lowe in Leeds.",
    # What is done to another's as well.
    "Karl Berg was grateful to Ann Lowe. To her credit, he said, she did not try to change his mind.",
    "The cellist Ann Lowe fell into the pit and hit her former husband.\n\nKarl Berg, who drums, broke a finger. "
    "She was unhurt.",
    # A relative of whom the text told before.
    "Ollie Rusk met Pat Denby on the quay. She said that her husband swore by the lure. On Friday it brought up a cod."
    " Jack Denby wants it back.",
    # Two prepositions in a clause whose verb has another subject than "which".
    "She walked at a pace which, she says, she would have been ashamed of in a horse.",
    "Two brothers will play side by side for Oldham on Saturday.",
    # A parse that hangs a name on a noun behind it, or on the noun before it in a ring.
    "The former Wimbledon champion Jana Petrova has married a man who once brought her tea.",
    # A relative of whom the text told, with a name of either gender.
    "Karl Lowther has found the letters his wife never sent him. They were in a tin. Jean Lowther wrote one a day.",
    # "to call somebody something", in a clause without "that".
    "A captain has apologised to the coach she called a dinosaur.",
    "They walked hand in hand along the beach.",
]

FIRES = [
    (MAN + "The warden, Ann Lowe, said he was tired of the noise.", "he"),
    (WOMAN + "The quarry is deep.\n\nThe warden, Karl Berg, said that she was tired of the noise.", "she"),
    (MAN.replace("He lives", "It lies") + "Helen Lowe, a potter, has given up his house to a student.", "his"),
    (WOMAN + "Karl Berg, the warden, was calm. “The rock is soft,” she said.", "she said"),
]


@pytest.mark.parametrize("text", SILENT)
def test_the_other_is_meant(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("text", "words"), FIRES)
def test_a_mix_up_is_still_marked(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.pronoun", text, words)


@pytest.mark.parametrize(
    "text",
    [
        "Helen Lowe came to the ford. She broke his leg at the first fence.",
        "Helen Lowe spoke in May. She changed his mind in June.",
    ],
)
def test_what_nobody_else_may_own_is_still_marked(errors: Check, text: str) -> None:
    assert_fires(errors, "person.reflexive", text, "his")


def test_a_headline_may_tell_what_was_before(errors: Check) -> None:
    text = "A retired detective has cleared the man whom she helped to send to prison in 1991."
    assert errors(text, title="Detective clears man she jailed") == []


def test_a_headline_may_leave_out_what_makes_a_passive(errors: Check) -> None:
    text = "A farmer has told a court how his neighbour shot at him over a wall."
    assert errors(text, title="Farmer shot at by neighbour") == []


def test_whom_somebody_lets_do_it_is_the_doer(errors: Check) -> None:
    text = "Although she does not believe in God, the broadcaster Kate Minto has let a bishop baptise her son."
    assert errors(text, title="Bishop baptises atheist's child") == []


def test_pronouns_of_one_person_are_one_question(errors: Check) -> None:
    text = (
        "Mrs Ann Lowe opened the kiln in May. He said the clay was good, and that he would stay.\n\n"
        "The guild, he added, had lent the money.\n\nThe kiln is the oldest in the valley.\n\n"
        "Tiles are dear.\n\nMrs Lowe has two sons. He will open a shop."
    )
    found = [error for error in errors(text) if error.check == "person.pronoun"]
    assert [text[: error.start].count("\n\n") for error in found] == [0, 4]
    assert [span.text for span in found[0].evidence] == ["Ann Lowe", "he", "he"]
