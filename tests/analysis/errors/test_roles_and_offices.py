"""Roles that change, names that nobody introduces, names and roles that do not join, offices that a body lacks."""

import pytest

from bot.analysis.errors import bodies
from bot.analysis.errors.role_classes import CLASS_OF, CONTRASTS, may_be_both
from tests.analysis.errors.examples import Check, assert_fires, assert_silent

REST = " It had rained for nine days, and two of the kilns stood under water until the pumps came from the next town. "
"""What stands between two mentions."""

ROLES = [
    (f"Councillor Jean Abbot spoke first.{REST}“It is late,” Judge Abbot said.", "Judge"),
    (f"The paediatrician Mina Sow runs the trial.{REST}Sow, an architect, was pleased.", "an architect"),
    (f"Colonel Sok Vann found the kilns.{REST}Sergeant Sok said so.", "Sergeant"),
    (f"Rear Admiral Eve Strand came.{REST}Vice Admiral Strand left.", "Vice Admiral"),
    (f"The health minister, Tom Reid, came.{REST}The education minister, Mr Reid, left.", "The education minister"),
    (f"Deputy Mayor Ken Ito shut the bridge.{REST}Mayor Ito said it was old.", "Mayor"),
    (f"The pianist Clara Voss played.{REST}Voss, a cellist, was pleased.", "a cellist"),
    (f"The vicar, Ann Hale, sang.{REST}The archbishop, Hale, wept.", "The archbishop"),
    (f"The Labour MP Diane Frost spoke.{REST}The Conservative MP, Ms Frost, left.", "The Conservative MP"),
    (f"Sheep farmer Owen Pryce found it.{REST}Pryce, a dairy farmer, was pleased.", "a dairy farmer"),
    (f"Port Ellen striker Craig Mull scored.{REST}Dunmore Rovers striker Mull was booked.", "Dunmore Rovers striker"),
    (f"Marine biologist Pilar Uribe dived.{REST}The astronomer said it was dark.", "The astronomer"),
    (f"The Polish engineer Marek Zak built it.{REST}“It will last,” the Hungarian said.", "the Hungarian"),
    (f"A spokeswoman for the police, Lena Ruiz, came. Ruiz, speaking for the hospital, left.{REST}", "speaking for"),
    (f"Her lawyer, Mark Dunn, came.{REST}Dunn, who prosecuted the case, left.", "prosecuted"),
    (f"The union leader Paul Kane came.{REST}Kane told his fellow owners to wait.", "fellow owners"),
    (f"The tenor Sam Roth met the baker Eva Lind.{REST}The pianist thanked her neighbours.", "The pianist"),
    (f"A thatcher has won the lottery. Nick Cole works alone.{REST}On Monday the cobbler went to work.", "the cobbler"),
    (f"The wrestler, Igor Petrov, fell ill.{REST}The fencer’s two sons were with him.", "The fencer"),
    (f"Major Ruth Cole found the kilns.{REST}The juggler said she had been lucky.", "The juggler"),
    (f"The governor of the island, Ruth Cole, slipped.{REST}The acrobat laughed it off.", "The acrobat"),
    (f"The rabbi, Ari Stein, opened it.{REST}The imam spoke for an hour.", "The imam"),
    (f"The senator, Ruth Cole, sang.{REST}The mayor had learned it from her aunt.", "The mayor"),
    (f"The rowing champion Ruth Cole slipped.{REST}The golfer laughed it off.", "The golfer"),
    (f"Dairy minister Tom Reid came.{REST}Reid was pleased. “It works,” the wool minister said.", "the wool minister"),
]

ROLES += [
    (
        f"Senator Ruth Cole, an Iowa Democrat, came.{REST}Cole sat down; the Iowa Republican said so.",
        "the Iowa Republican",
    ),
]

ROLES_SILENT = [
    f"Senator Ruth Cole, an Iowa Democrat, came.{REST}Cole sat down; the Iowa Democrat said so.",
    f"Judge Jean Abbot spoke first.{REST}The former councillor Jean Abbot then left.",
    f"Dr Mina Sow, a cardiologist, runs the trial.{REST}Sow, a physician, was pleased.",
    f"Mayor Ken Ito, a baker, shut the bridge.{REST}Ito, a father of two, was pleased.",
    f"The vicar, Ann Hale, sang.{REST}The judge said it was late.",
    f"The German coach Ralf Stein praised the Spanish striker Luis Ortega.{REST}The Spaniard scored twice.",
    f"Lieutenant Colonel Sok Vann found the kilns.{REST}Colonel Sok said so.",
    f"The chairman and chief executive, Dan Moor, came.{REST}Moor, the chief executive, left.",
    f"The tenor Sam Roth met the painter Eva Lind.{REST}The artist thanked her neighbours.",
    f"The tenor Sam Roth, once a pupil of two pianists, sang.{REST}The pianist thanked him.",
    f"The wrestler, Igor Petrov, fell ill.{REST}The fencer of whom he spoke was with him.",
    f"The wrestler, Igor Petrov, fell ill.{REST}“The fencer was with me,” he said.",
    f"The wrestler, Igor Petrov, prayed in the mosque.{REST}The imam spoke for an hour.",
    f"The senator, Ruth Cole, met the bailiff, Tom Reid.{REST}The mayor had sent for them.",
    f"The wrestler, Igor Petrov, has turned down the job.{REST}The harpist, Ann Hale, said so.",
    f"The health minister, Tom Reid, met the education minister, Ann Poe.{REST}The education minister left.",
]

NAMES = [
    ("person.changed-name", f"Rhian Prosser mends bridges.{REST}Parfitt said that she was done.", "Parfitt"),
    ("person.changed-name", f"Carol Vander built the mill.{REST}Karen Vander said that it was done.", "Karen Vander"),
    ("person.changed-name", f"Ousmane Ndiaye-Faye ran.{REST}Ndiaye-Sarr said that he was pleased.", "Ndiaye-Sarr"),
    ("person.changed-name", f"Dr Moira Tennant runs the trial.{REST}It will cost Dr Tolland a year.", "Tolland"),
    ("person.changed-name", f"Sergeant Niamh Torrey came.{REST}Sergeant Noreen Torrey wept.", "Noreen Torrey"),
    (
        "person.changed-name",
        f"Bernard Delmotte kept a diary.{REST}The town has given Mr Delcroix a prize.",
        "Delcroix",
    ),
    ("person.changed-name", f"How Alma Sorensen dries clay\n\nAnna Sorensen has a new kiln.{REST}", "Alma Sorensen"),
    ("person.changed-name", f"Vasant Kulkarni built the kiln.{REST}Vinod wept when it fell.", "Vinod"),
    ("person.unintroduced", f"The mill has burned down.{REST}“We had wind,” said Lammi.", "Lammi"),
    ("person.unintroduced", f"The mill has burned down.{REST}Geraghty said the wind had turned.", "Geraghty"),
]

NAMES += [
    (
        "person.unintroduced",
        f"The mill has burned down.{REST}Geraghty disagreed. “It is dry,” Geraghty said. “It burns.”",
        "Geraghty",
    ),
]

NAMES_SILENT = [
    f"The mill has burned down.{REST}So will “Geraghty.” Ruth Cole, the mayor, said that it was a play.",
    f"Rhian Prosser mends bridges.{REST}Prosser said that she was done.",
    f"Rhian Prosser mends bridges.{REST}The Prosser-built bridge fell, and Dr Ann Poole wept.",
    f"Sergeant Niamh Torrey came.{REST}Sergeant Niamh Torrey wept.",
    f"The mill has burned down.{REST}The letter was signed by Mr Geraghty.",
    f"Marek Halloran stole a pram.{REST}“It was mine,” Teresa Halloran said.",
    f"Bernard Delmotte kept a diary.{REST}The choir sang Schubert.",
    f"Carol Vander built the mill.{REST}Her sister Karen Vander said that it was done.",
    f"The mill has burned down.{REST}“We had wind,” said Lammi, who led the firefighters.",
    f"The mill of Riikka Lammi has burned down.{REST}“We had wind,” said Lammi.",
    f"The mill has burned down.{REST}Captain Geraghty said the wind had turned.",
    f"The transport chief told the council.{REST}Ms Geraghty said the wind had turned.",
]

APPOSITIONS = [
    ("The manager and Kevin Stott, was the first to help.", "Stott, was"),
    ("The coroner, Amina Yusuf said the kiln was old.", "Yusuf said"),
    ("Ingrid Dahl, the mayor of Vadstad said the kiln was old.", "Vadstad said"),
    ("Consuelo Arriaga and the baker says the loaf is hers.", "baker says"),
    ("The coroner and Amina Yusuf said she would write.", "Yusuf said"),
    ("The director, Tom Reid, and said the kiln would close.", "and said"),
    ("The federation's president Joseph and Kiptanui said no.", "Joseph and Kiptanui"),
    ("The union's leader Carla, Spadoni and Aldo Ferretti shook hands.", "Carla, Spadoni"),
    ("Ingrid Dahl and mayor of Vadstad said the kiln was old.", "mayor of Vadstad"),
    ("The mayor of Ingrid Dahl said the kiln was old.", "mayor of Ingrid Dahl"),
    ("The inquest heard that the coroner, Amina Yusuf would write.", "Yusuf would"),
    ("“It was dark,” said Ingrid Dahl the mayor of Vadstad.", "Ingrid Dahl the mayor"),
    ("Ingrid Dahl who runs the bakery, said the loaf was hers.", "bakery, said"),
    ("Ingrid Dahl, who runs the bakery said the loaf was hers.", "bakery said"),
    ("The baker, Ingrid Dahl, 44 said the loaf was hers.", "44 said"),
    ("They met the Danish, pig farmer Mette Skov in Odense.", "Danish, pig farmer"),
]

APPOSITIONS += [
    ("Ingrid Dahl, a teacher of music, and mayor’s deputy came on Friday.", "deputy"),
]

APPOSITIONS_SILENT = [
    "Ingrid Dahl, a teacher of music, and the mayor’s deputy came on Friday.",
    "The coroner, Amina Yusuf, said the kiln was old. Amina Yusuf, a coroner, left.",
    "Ingrid Dahl, told of the fire, ran home.",
    "Ingrid Dahl and the baker said they would wait. The baker and Ingrid Dahl were pleased.",
    "On Friday the mayor, Ingrid Dahl, opened the kiln.",
    "Ingrid Dahl and her wife left. Ingrid Dahl and fellow potter Tom Reid stayed.",
    "The biographer of Ingrid Dahl said no. They made Ingrid Dahl the mayor.",
    "Ingrid Dahl, who runs the bakery, said the loaf was hers. Ingrid Dahl, who thinks it was theft, said so.",
]

OFFICES = [
    ("The King of France met the potters.", "King of France"),
    ("The mayor of Bavaria met the potters.", "mayor of Bavaria"),
    ("The prime minister of the central bank met the potters.", "prime minister of the central bank"),
    ("The attorney general of the I.M.F. met the potters.", "attorney general of the I.M.F."),
    ("The governor of the House of Lords met the potters.", "governor of the House of Lords"),
    ("The club's foreign minister met the potters.", "foreign minister"),
    ("The French chancellor met the potters.", "French chancellor"),
    ("The taoiseach of Denmark met the potters.", "taoiseach of Denmark"),
    ("The prime minister of Chicago met the potters.", "prime minister of Chicago"),
]

OFFICES += [
    ("The prime minister of Wales met the potters.", "prime minister of Wales"),
    ("Ontario Governor Ruth Cole met the potters.", "Ontario Governor"),
    ("The Prime Minister of Queensland met the potters.", "Prime Minister of Queensland"),
    ("Gdynia's fisheries minister, Jan Rau, met the potters.", "fisheries minister"),
    ("The Swedish ambassador to the Senate met the potters.", "ambassador to the Senate"),
    ("UN President Ruth Cole met the potters.", "UN President"),
    ("Jan Rau, the mayor of the provincial assembly, met the potters.", "mayor of the provincial assembly"),
    ("The mayor of Norway, Ruth Cole, met the potters last week.", "mayor of Norway"),
    ("US Foreign Minister Ruth Cole met the potters.", "US Foreign Minister"),
    ("The abbot of the school met the matron of the central bank.", "abbot of the school"),
    ("The king of Japan met the potters.", "king of Japan"),
    ("The Speaker of the Supreme Court met the potters.", "Speaker of the Supreme Court"),
    ("The prison's chief conductor left, and so did the conductor of the parliament.", "conductor of the parliament"),
    ("The rector of the students' union wrote to the pope of the foundry.", "pope of the foundry"),
]

OFFICES += [
    (
        "Ruth Cole, the mayor of the Technical University of Ghent, met the potters.",
        "mayor of the Technical University",
    ),
    ("The board's chief justice, Ruth Cole, met the potters.", "chief justice"),
    ("The trust's secretary of state, Ruth Cole, met the potters.", "secretary of state"),
]

OFFICES_SILENT = [
    "Ruth Cole, the rector of the University of Ghent, met the board's chairman and the trust's secretary.",
    "The secretary of state met the consul general in the ministry and Trade Minister Ruth Cole.",
    "The mayor of Mexico City met the governor of the Bank of England and the president of Harvard.",
    "The king of Spain met the German chancellor and the vice-chancellor of the university.",
    "The Dutch president of the bank met the governor of Georgia.",
    "A museum shows the crown of the last king of France, who died in 1793.",
    "The chancellor of the exchequer met the bishop of the diocese.",
    "The first minister of Wales met the premier of Queensland and the lieutenant governor of Ontario.",
    "Belfast's health minister met Athens's shipping minister and the governor of Bavaria.",
    "The Swedish ambassador to Washington met the ambassador to the UN General Assembly.",
    "The Turkish mayor met the Portuguese secretary-general of the club and the Welsh president of the choir.",
    "Scottish Premier League players met the Welsh Premier Ladies.",
    "The last prime minister of Northern Ireland before 1972 met the potters.",
    "The emperor of Japan met the emir of Qatar and the US secretary of state.",
]


@pytest.mark.parametrize(("text", "words"), ROLES)
def test_a_role_that_changes_is_marked(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.changing-role", text, words)


def test_whom_the_headline_calls_what_nobody_can_be_is_marked(errors: Check) -> None:
    found = errors(
        "The plumber, Ann Hale, has said that she is sorry. She left at nine.", "Surgeon says sorry for fire"
    )
    assert [error.text for error in found if error.check == "person.changing-role"] == ["The plumber"]


@pytest.mark.parametrize(
    "text",
    [
        "The plumber, Ann Hale, has said that Tom Reid was. She left at nine.",
        "The surgeon, Ann Hale, has said that she is sorry. She left at nine.",
    ],
)
def test_whom_the_headline_may_mean_is_left_alone(errors: Check, text: str) -> None:
    assert errors(text, "Surgeon says sorry for fire") == []


@pytest.mark.parametrize(("check", "text", "words"), NAMES)
def test_a_name_that_nobody_introduces_is_marked(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize(("text", "words"), APPOSITIONS)
def test_a_name_and_role_that_do_not_join_are_marked(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "person.broken-apposition", text, words)


@pytest.mark.parametrize(("text", "words"), OFFICES)
def test_an_office_that_its_body_lacks_is_marked(errors: Check, text: str, words: str) -> None:
    assert_fires(errors, "office.wrong-body", text, words)


def test_a_field_of_policy_before_an_office_that_has_none_is_marked(errors: Check) -> None:
    text = "Energy and Mines Consul General Ruth Cole met the potters in May."
    assert_fires(errors, "office.mangled-title", text, "Energy and Mines Consul General")


@pytest.mark.parametrize("text", [*ROLES_SILENT, *NAMES_SILENT, *APPOSITIONS_SILENT, *OFFICES_SILENT])
def test_what_may_be_right_is_left_alone(errors: Check, text: str) -> None:
    assert_silent(errors, text)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("judge", "prosecutor", False),
        ("mayor", "medicine", True),
        ("mayor", "governor", False),
        ("premier", "president", False),
        ("director", "life", True),
        ("church", "mosque", False),
        ("defendant", "medicine", True),
        ("defendant", "judge", False),
    ],
)
def test_which_classes_go_together(one: str, other: str, both: bool) -> None:
    assert may_be_both(one, other) is may_be_both(other, one) is both


def test_the_tables_of_roles_and_offices_hold_together() -> None:
    classes = set(CLASS_OF.values())
    assert set(CONTRASTS) <= classes
    assert all(CLASS_OF.get(word) == name for name, words in CONTRASTS.items() for word in words)
    kinds = {"country", "us-state", "region", "vatican", "continent", "town", *bodies.kinds()}
    assert all(without <= kinds for without in bodies.offices().values())
