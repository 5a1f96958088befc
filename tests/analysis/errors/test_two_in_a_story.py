"""Pronouns that go from one to the other of two people whom a story is about."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

PAIR = "Robert Fenwick opened the quarry with Helen Lowe in May.\n\nHe digs, and she keeps the books.\n\n"
MAN = "Robert Fenwick opened the quarry in May.\n\nIt employs 40 people.\n\nHe lives in Leeds.\n\n"
WOMAN = "Susan Hartley opened the quarry in May.\n\nIt employs 40 people.\n\nShe lives in Leeds.\n\n"

SILENT = [
    # Couples, and others with one surname.
    "Ann Berg, a potter, died in May. At 20 she married Karl Berg, a mason.\n\nThe kiln went cold in 2004. Berg did "
    "not mind. “It was a greedy kiln,” she said.",
    "Karl Berg, 52, denies stealing from Ann Berg, 49, a potter.\n\nThe court heard that Berg sold his wife a kiln.",
    "The shop belonged to Roy and Ann Berg. Mrs Berg kept the books.\n\nMr Berg drove the van.\n\nThe Bergs will sell "
    "it. He intends to sail. She intends to sleep.",
    "Karl Berg, 68, ran the hall. His wife, Paula, kept its diary.\n\nThe court heard that Berg wrote himself cheques. "
    "She signed them.",
    "Karl Berg was 103 and his wife, Opal, 101.\n\nKarl died on Sunday at home. She was told on Monday.",
    "Karl Berg met Ann Lowe in Leeds.\n\nThey married in 1998. He was a mason. She kept bees.",
    "Ann Lowe leads the council.\n\nThe mayor, Karl Berg, says he will not serve under her. They were married for six "
    "years.\n\n“We know each other,” she said.",
    "Ann Lowe cut the mayor's hair for 20 years.\n\nHer husband, Karl, works at night. “It is quiet then,” she said.",
    # A relative behind a name, who tells of him.
    "Callum Reid went to sea in May with his cousin. The boy, 15, was cold.\n\nCallum, his mother said, cannot swim.",
    # Who has been in the story for long leads to the other.
    PAIR + "Lowe said that the rock was soft. Fenwick, in a letter, disagreed.\n\nLowe has kept his letter.",
    PAIR + "Lowe asked for his keys in June.",
    "Ann Lowe leads the league.\n\nShe left the council in May.\n\nKarl Berg, the mayor, had heard of her plan.",
    "Ann Lowe writes in the attic.\n\nShe has written nine books.\n\nKarl Berg has put seven of her books into Welsh.",
    "Mr Cole said that the row had grown. It began when Mrs Etch moved a tub. He responded by moving it back.",
    "Ann Lowe spoke of her son on Monday.\n\nThe driver, Karl Berg, wept as she spoke.",
    # Somebody told something in the sentence itself, and a man whom only a noun tells.
    "Karl Berg, a tailor, died in May.\n\n“It is new,” he told the producer, when she complained.",
    "Police seek a man who took a hearse.\n\nAnn Lowe, its driver, was indoors.\n\nHe drove it to Hull.",
]

FIRES = [
    # Who has only just come in is meant whoever was told of before.
    (PAIR + "The warden, Karl Berg, was less amused.\n\nShe felt that the second blast was too loud.", "She felt"),
    (PAIR + "Karl Berg, the warden, was calm. “The rock is soft,” she said.", "she said"),
    (WOMAN + "Her brother, Karl Berg, said that the rock was soft. “We shall see,” she said.", "she said"),
    (WOMAN + "Her father, Karl Berg, was proud.\n\n“I had so much to say to her,” she said.", "she said"),
    (MAN + "Mary Dunn, who leads the union, said his members would strike.", "his members"),
    # One surname for two women tells their gender.
    ("Ann Berg and Jane Berg sold the kiln. Berg said that he was glad.", "he"),
]


@pytest.mark.parametrize("text", SILENT)
def test_either_of_two_may_be_meant(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(("text", "words"), FIRES)
def test_a_mix_up_is_still_marked(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.pronoun", text, words)
