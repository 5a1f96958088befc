"""Pronouns whose place ties them to somebody, though somebody they fit was named further up."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

_BEFORE = "{name} opened the kiln museum in May.\n\nIt drew 400 visitors on the first day.\n\n"
MAN, WOMAN = _BEFORE.format(name="Robert Fenwick"), _BEFORE.format(name="Susan Hartley")

FIRES = [
    # The speaker of a quotation is the subject of the sentence before it.
    (MAN + "Helen Lowe, a potter, was less cheerful. “The glaze is poor,” he said.", "he said"),
    (WOMAN + "Her brother, Gordon Pike, said that she had worked hard. “I am proud,” she said.", "she said"),
    (WOMAN + "Her accountant, Gordon Pike, was calm. “The plan was mine,” she said.", "she said"),
    (MAN + "The report’s author, the chemist Helen Lowe, urged care. “Lead is lead,” he said.", "he said"),
    (
        MAN + "His lawyer, Helen Lowe, denied that he had lied.\n\n“No rule was broken,” he said. “He asked me.”",
        "he said",
    ),
    (MAN + "Helen Lowe said that the glaze was poor. ‘We shall see,’ he said.", "he said"),
    # The subject of the sentence before goes on.
    (MAN + "The clay was bought by the ton, said Helen Lowe, who runs the works. He will buy more in June.", "He"),
    (WOMAN + "Gordon Pike left the works in March. Her shed stands empty.", "Her"),
    # A clause on what somebody says hangs on who says it.
    ("The works at Kirkton of Ashby are cold.\n\nHelen Lowe, a potter, said that he felt the cold.", "he"),
    (MAN + "Helen Lowe, a potter, has given up his house to a student.", "his"),
    # A name of either gender, of whom the story tells.
    (MAN + "Dr Amara Lowe, a chemist, tests the clay. He found lead.\n\n“It is safe now,” she said.", "He"),
    # The clause before names somebody for the first time, and "who" speaks.
    (MAN + "The warden, Helen Lowe, was tired, but he refused to leave.", "he"),
    (MAN + "The work is led by Helen Lowe, who said he was glad of the heat.", "he"),
    (MAN + "Ms Helen Lowe, a lawyer, said his clients had lost two ovens.", "his"),
    # Quoted words behind the verb of the sentence before; two men in one clause.
    (MAN + "Helen Lowe called the glaze “solid, not pretty”. He warned that the clay was cold.", "He"),
    (WOMAN + "Gordon Pike had sought Mary Dunn since May. She met her twice in Leeds.", "She"),
    (MAN + "S Helen Lowe, a potter, has given up his house to a student.", "his"),
]

SILENT = [
    # Somebody whom it fits is named in the paragraph.
    MAN + "Helen Lowe praised Gordon Pike. “The glaze is fine,” he said.",
    WOMAN + "Susan Hartley came with Gordon Pike. Gordon Pike left early. “The glaze is fine,” she said.",
    WOMAN + "Her brother, Gordon Pike, was calm. “The plan was mine,” he said.",
    MAN + "Fenwick came to the pit. “The clay is cold,” said Helen Lowe. He agreed.",
    MAN + "“The clay is cold,” Helen Lowe said. He told her that it was warm.",
    MAN + "Helen Lowe, who taught the Taoiseach to throw pots, died in May. He said that she was strict.",
    MAN + "“He was kind,” said Helen Lowe, his sister.",
    MAN + "Helen Lowe, a potter, is tired. Fenwick is 80. Lowe won in May, but he came fourth.",
    WOMAN + "Gordon Pike had sought Mary Dunn since May. She met him twice in Leeds.",
    "Susan Hartley made pots so fine that one of them left her a clock in his will and one of us wept.",
    # Borne by women and by men.
    "Jordan Hayes won the title in Leeds on Sunday. She ran the last lap alone.",
    "Kelly Slade announced his retirement on Monday, after a year of injuries.",
    # The story says so throughout.
    "Kim Lowe tests the clay. He found lead.\n\n“It is safe now,” he said.",
]


@pytest.mark.parametrize(("text", "words"), FIRES)
def test_fires(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.pronoun", text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)
