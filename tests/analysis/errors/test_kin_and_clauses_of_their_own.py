"""Right sentences in which kin, a clause of its own or a plan beside a day once fooled a check, and slips like them."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

_LUND = (
    "Warren Lund, 52, was jailed for two years at Leeds Crown Court on Friday. His wife, Nadia, 49, was given a year,"
    " suspended.\n\nThe pair sold 90 horses from a farm near Otley, where Mrs Lund, calling herself Rose, told buyers"
    " that each was her daughter's own."
)
_READ_ALOUD = (
    "The court sat for a week, and the hall was full.\n\nIn a letter read aloud by District Attorney Robin Holt, the"
    " priest asked Judge Ann Berg for mercy. The parish, he wrote, had forgiven her."
)

QUIET = [
    (
        "person.pronoun",
        "Mary Berg taught botany for 40 years. She was born in Hull in 1931, the only child of a coal trimmer and his"
        " wife.",
    ),
    ("person.pronoun", _LUND),
    (
        "person.pronoun",
        "Peter Cole sat where he did, at the front, because Sarah Lund had moved him there in May for throwing a plum."
        "\n\n“Best thing I ever did,” she said by telephone from the hospital.",
    ),
    (
        "person.changed-name",
        "The goalkeeper was watched by Bill Marcher, a scout for the club, who liked what he saw on that wet evening in"
        " the park and said so.\n\nHis wife, Marnie, a nurse, works most Saturdays. She had seen him play once.",
    ),
    (
        "person.unintroduced",
        "The ferry broke down on Friday night, and the island of Sulay had no fresh milk or bread over the weekend.\n\n"
        "Ewan and Morag Munro, who own the hotel, said they had lost nine bookings and two weddings.",
    ),
    (
        "person.pronoun",
        "Greta Wolf, 61, was fined on Monday. She had sold the lake house that her husband left her.\n\n“I knew Mr."
        " Wolf,” the judge said.\n\nShe will pay in May.",
    ),
    (
        "person.pronoun",
        "Tom Reed, 44, was jailed on Monday. He stole cash from the club. His wife wept.\n\nMrs. Reed told reporters"
        " that he had let her down. He will appeal.",
    ),
    (
        "person.pronoun",
        "Ada Holm won the prize on Monday. She had waited nine years for it. The letter began, “Dear Mr. Holm.”\n\nShe"
        " has framed it.",
    ),
    (
        "person.changing-role",
        "Omar and Lena Hadid have run the inn since 2011. Mrs Hadid, a chemist by training, cooks. Mr Hadid, a welder,"
        " tends the bar.",
    ),
    (
        "person.changing-role",
        "Karim Saleh, a dentist, was born in Cairo. His wife chose the plot. Mrs Saleh, an architect, drew the house.",
    ),
    (
        "person.changing-role",
        "Rosa Pinto, 71, a pianist, and her son, Luis, ran the inn for years. Mr Pinto, a plumber, cooked. She played.",
    ),
    ("person.changing-role", "The widow of Tom Cole, a miner, spoke. Mrs Cole, a teacher, said he had loved the sea."),
    (
        "number.age",
        "Greta Wolf, 61, ran the shop for years. She sold it on Friday. Her husband had baked a cake.\n\nMr. Wolf, 68,"
        " said that it was dry.",
    ),
    ("person.incompatible-roles", _READ_ALOUD),
    (
        "date.weekday",
        "The first tram will run on Friday, November 7, and the trial will last for 26 weekends, with the last trams"
        " running on the night of May 2, 2026.",
    ),
    (
        "date.clock",
        "The weather service said 40 inches had fallen in Redfield by 4 p.m. Sunday. The road was closed on Saturday."
        "\n\nThey had been married at 2 p.m. Saturday, two hours before the road closed, and had to stay.",
    ),
    ("wording.idiom", "The judge said that she had played a lesser part and cares for her disabled brother."),
    ("wording.spun-phrase", "Passing sentence, the judge said that he had read the letters."),
    ("wording.echo", "It was better to have a pool without a car park than a car park without a pool."),
    ("grammar.preposition", "The tax office does not care which of them it was."),
    ("grammar.run-on", "At 14 she bought a fiddle with money she had earned picking apples."),
]

FIRES = [
    (
        "person.pronoun",
        "Greta Wolf, a nurse, has left the ward. She had worked there for 20 years. Mr Wolf said that the beds were"
        " full. She will move to Leeds.",
        "Mr",
    ),
    (
        "person.changing-role",
        "Greta Wolf, a nurse, bought the mill with her husband. Ms Wolf, a plumber, laid the pipes.",
        "a plumber",
    ),
    (
        "person.pronoun",
        "Mary Berg taught botany for 40 years. Berg left the school in 1990, and his pupils wrote to her for years.",
        "his pupils",
    ),
    ("wording.idiom", "Delays are part and cares of the job.", "part and cares"),
    ("grammar.run-on", "She bought a fiddle with money she had three sisters.", "money she had"),
]

HEADLINES = [
    (
        "Snow buries towns east of Lake Huron",
        "The snow began on Friday and buried the mailboxes on Lake Street. The weather service said that more would"
        " come.",
    ),
]


@pytest.mark.parametrize(("check", "text"), QUIET)
def test_it_is_left_alone(errors: Check, check: str, text: str) -> None:
    assert [error for error in errors(text) if error.check == check] == []


@pytest.mark.parametrize(("title", "text"), HEADLINES)
def test_a_street_is_no_lake(errors: Check, title: str, text: str) -> None:
    assert [error for error in errors(text, title) if error.check == "headline.word"] == []


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_its_slip_is_still_found(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)
