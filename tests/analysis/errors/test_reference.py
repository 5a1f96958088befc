"""Pronouns of whose possible meanings hardly any fits, though somebody further up does."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

MAN = "Robert Fenwick opened the quarry in May.\n\nIt employs 40 people.\n\nHe lives in Leeds.\n\n"
WOMAN = "Susan Hartley opened the quarry in May.\n\nIt employs 40 people.\n\nShe lives in Leeds.\n\n"

FIRES = [
    # Who spoke last speaks on, across paragraphs and other matter.
    (
        MAN + "The inspector, Helen Lowe, said that 14 blasts had broken the limit.\n\nThe limit was set in 2009.\n\n"
        "“Nobody reads the meter at night,” he said.",
        "he said",
    ),
    (WOMAN + "The treasurer, Gordon Pike, spoke for an hour. The club, she said, owed the bank £40,000.", "she said"),
    (MAN + "Cllr Bronwen Price told the committee that the roof leaked.\n\n“We have 11 buckets,” he said.", "he said"),
    (MAN + "Helen Lowe ran the 200m in 22.4 seconds.\n\n“My legs were gone,” he said.", "he said"),
    # Who is spoken to in a quotation does not speak it.
    (
        WOMAN
        + "Helen Lowe, who appeared for the family, asked about the lift.\n\n“It was not on your list, Mr Pike,” he "
        "said.",
        "he said",
    ),
    # A clause with "who" has its own subject.
    (
        WOMAN
        + "The quarry closed in July.\n\nGordon Pike, who owns a mill in Hull and buys half of her wool from Chile, "
        "said he would raise prices.",
        "her",
    ),
    # The paragraph before leads.
    (MAN + "“I will swim again,” said Helen Lowe. She lost two toes in May.\n\nHis doctor sat beside her.", "His"),
    (WOMAN + "The coach, Gordon Pike, was less amused.\n\nShe felt that the second goal was offside.", "She felt"),
    # A name behind the place or body of an office is that of who holds it.
    (
        WOMAN + "The head of the delegation, Gordon Pike, said the talks had failed. “We tried,” she said.",
        "she said",
    ),
    (WOMAN + "Its candidate for mayor, the dentist Gordon Pike, spoke last. “I am no liar,” she said.", "she said"),
    # What her husband did is told by her.
    (
        MAN
        + "Helen Lowe, 44, peels potatoes there. Her husband lost two fingers, she said.\n\n“My mother went on strike "
        "as well,” he said.",
        "he said",
    ),
    # "the judge" is the one judge of the story.
    (
        MAN
        + "Justice Helen Lowe heard the case.\n\nThe judge said that the order, which he had signed in June, was void.",
        "he",
    ),
]

SILENT = [
    MAN
    + "The inspector, Helen Lowe, said that 14 blasts had broken the limit.\n\nFenwick denied it.\n\n“Nobody reads the "
    "meter at night,” he said.",
    MAN + "The inspector, Helen Lowe, met Fenwick in June. “She found nothing,” he said.",
    "Peter Cole, the captain, was on deck.\n\nRuth Hale checked the cabin at dawn. “She saw no one,” he said.",
    "Mr Peter Cole runs the ferry.\n\nThe boat carries 40 cars.\n\n“It is a hard job,” said Ruth Hale. He nodded.",
    MAN + "The inspector, Helen Lowe, came in June. Her driver said he had waited.",
    WOMAN
    + "Mr Pike was questioned by Helen Lowe.\n\n“It was not on your list, Mr Pike,” she said.\n\n“I was in Hull that "
    "day,” he replied.",
    WOMAN + "Gordon Pike, who became her deputy in 2019, left in June.",
    WOMAN + "Helen Lowe was born in Hull, a daughter of Gordon Pike and his wife, Ann.",
    MAN + "“I will swim again,” said Helen Lowe.\n\nHer doctor sat beside her. He agreed.",
    MAN + "Helen Lowe met a surveyor at the gate. He told her that the shed was full.",
    MAN + "A burglar climbed into the shed on Sunday. Helen Lowe heard a noise. He was held by two neighbours.",
    # A clause on the role before the verb; a particle that a sentence begins with.
    WOMAN + "Gordon Pike, a Welsh carter whose brother was among the dead, came from Hull for the trial.",
    WOMAN + "Willemijn de Haas led the talks in June.\n\nDe Haas, whose term ends in May, said she was tired.",
    MAN + "The vote went ahead.\n\n“The clay is cold,” said Helen Lowe. He agreed.",
    MAN + "Helen Lowe inspected the shed on Tuesday. “She found nothing,” he said.",
    WOMAN + "The shortstop's widow asked that his number never be worn again.",
    WOMAN + "The pianist's husband, Gordon Pike, said he had sold her scores.",
    WOMAN + "A friend of the mayor, Gordon Pike, said she had left. “I waved,” he said.",
    WOMAN + "The mason asked Helen Lowe why he had not been paid.",
    "Gordon Pike met Helen Lowe at the pier. He lent her his coat. “It is too big,” she said.",
    "Helen Lowe lives with her husband, Gordon, in Hull.\n\n“We sold it,” she said.\n\n“It hurt,” he added.",
    "Lord Pike left the inn to his cook, Mrs Lowe. She sold it.",
]


@pytest.mark.parametrize(("text", "words"), FIRES)
def test_fires(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.pronoun", text, words)


@pytest.mark.parametrize("text", SILENT)
def test_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
