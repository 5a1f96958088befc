"""Checks on who speaks, who is who, and which office belongs where."""

from collections.abc import Callable

import pytest

from tests.analysis.errors.examples import Check, assert_fires, assert_silent

FIRES = [
    ("quote.outlet-as-speaker", "As the Hill Herald put it: “I gave that kiln my whole life.”", "the Hill Herald"),
    ("quote.outlet-as-speaker", "“I apologised for the smoke myself, and often,” Reuters said.", "Reuters said"),
    (
        "quote.outlet-as-speaker",
        "Hanley told Le Potier that he was tired. “I quit in May,” Le Potier said.",
        "Le Potier said",
    ),
    ("claim.unsourced-label", "The scheme, seen by many as “a swindle”, begins in May.", "seen by many as"),
    ("claim.hearsay", "Two potters were reportedly warned about the kiln. It burst in June.", "reportedly"),
    ("quote.outlet-as-speaker", "“We lost the whole harvest to the frost,” Reuters said.", "Reuters said"),
    ("quote.outlet-as-speaker", "“I never saw the letter before today,” said the Hill Herald.", "the Hill Herald"),
    (
        "quote.outlet-as-speaker",
        "“The kilns must be rebuilt this year,” CNN said.\n\n“Nobody has the money for that,” Hanley told CNN.",
        "CNN said",
    ),
    ("claim.unsourced-label", "The scheme has been branded “a swindle”. Work begins in May.", "branded"),
    ("claim.unsourced-label", "The guild’s offers were dismissed as “laughable” last week.", "dismissed"),
    ("person.pronoun", "Susan Hartley runs the pottery.\n\n“We will fire the kiln,” he said.", "he said"),
    ("person.pronoun", "Robert Fenwick, the guild’s treasurer, was angry. “I quit,” she added.", "she added"),
    ("person.pronoun", "Mrs Okonjo paused at the gate.\n\n“It is cold,” he said.", "he said"),
    ("person.name-spelling", "Clara Wentworth opened the sale. “Come in,” Wentwerth said.", "Wentwerth"),
    ("person.name-spelling", "Hamid Rezaei spoke first. Later Hamid Rezaie spoke again.", "Rezaie"),
    (
        "person.name-spelling",
        "The company Nordhelm sells bowls. Nordhelm has ten shops in Leeds. Now Nordhelf will close.",
        "Nordhelf",
    ),
    ("person.incompatible-roles", "Spanish painter Luis Ortega, Italian ambassador to Kenya, spoke.", "Luis Ortega"),
    (
        "person.incompatible-roles",
        "Home Secretary Jane Cole spoke on Monday at the bridge.\n\n"
        "The crowd was large and the night was long. Home Secretary Mark Dunn left early.",
        "Mark Dunn",
    ),
    ("person.broken-apposition", "Vera Lindholm and WTO director opened the fair.", "WTO director"),
    ("person.broken-apposition", "Vera Lindholm and Geneva expert valued the bowl.", "Geneva expert"),
    ("person.broken-apposition", "Vera Lindholm and chief trade negotiator left.", "chief trade negotiator"),
    ("quote.outlet-as-speaker", "“Nobody will harvest the rye this year,” the Hill Lantern said.", "the Hill Lantern"),
    ("quote.outlet-as-speaker", "“We must harvest our rye this year,” La Hoja del Monte newspaper said.", "del Monte"),
    ("quote.outlet-as-speaker", "“The rye is not a matter for us,” RTV said.", "RTV said"),
    ("office.wrong-body", "The Secretary-General of France spoke in Lyon.", "Secretary-General of France"),
    ("office.wrong-body", "Norwegian President Kari Berg met the potters.", "Norwegian President"),
    ("office.wrong-body", "They greeted city Prime Minister Otto Lang.", "city Prime Minister"),
    (
        "office.wrong-body",
        "Brackwell, a maker of tiles, grew. “Good,” said Brackwell’s chief justice.",
        "chief justice",
    ),
    ("office.wrong-body", "“Brackwell Holdings grew,” said Otto Lang, finance minister.", "finance minister"),
    ("office.mangled-title", "Finance Priest Olga Brandt resigned.", "Finance Priest"),
    ("office.mangled-title", "A spokesman for the Union for Rivers and Ports Policy spoke.", "Union for Rivers"),
    ("fact.defunct-entity", "The deal will let Czechoslovakia sell its bowls next year.", "Czechoslovakia"),
    ("claim.hearsay", "Two potters have not been paid, it is believed.", "it is believed"),
    ("claim.hearsay", "It is widely expected that the guild will appeal.", "It is widely expected"),
    ("claim.hearsay", "It is feared that public kilns could close.", "It is feared"),
    ("claim.hearsay", "The guild is said to have “sacked two potters”. It met on Friday.", "is said to have"),
    (
        "claim.unsourced-label",
        "It was called “a swindle” this week. Ms Cole said she would go.",
        "“a swindle” this week",
    ),
    ("fact.defunct-entity", "She sold two kilns in Denmark in March and one in Yugoslavia in April.", "Yugoslavia"),
    ("fact.defunct-entity", "The guild asked for help from the European Community on Friday.", "European Community"),
    (
        "person.changing-role",
        "Otto Lang, secretary of the potters’ union, spoke.\n\n“No,” said Lang, the company’s head of personnel.",
        "the company’s head of personnel",
    ),
    ("person.changing-role", "A lawyer for Brackwell, guild spokesman Otto Lang, said so.", "guild spokesman"),
    (
        "person.changing-role",
        "Mei Tanaka of Japan won the 200 metres.\n\nTanaka, the Chinese record holder, said she had slept badly.",
        "Chinese record holder",
    ),
    (
        "person.changing-role",
        "The mayor, Rania Haddad, spoke. Her rival, Otto Lang, the leader of the opposition, said it was late.\n\n"
        "“We shall open it,” said Mr Lang, the mayor.",
        "mayor",
    ),
    ("fact.acronym", "The National Pottery Guild (NPC) met.", "NPC"),
    ("fact.acronym", "The International Monetary Fund (WHO) lent the money.", "WHO"),
    ("fact.acronym", "The Leeds Potters’ Federation (LGF) met.", "Potters"),
    ("fact.acronym", "The rise in the gross national product (GDP) was small.", "national"),
    ("fact.acronym", "The Pan African Health Organization (PAHO) sent doctors.", "African"),
]

SILENT = [
    "“We lost the whole harvest to the frost,” Hanley told Reuters.",
    "“We will not leave this house,” Oxfam said. “We will not leave it,” Peter Beacon said.",
    "Vera Lindholm and her lawyer left. Leeds United and England captain Mark Dunn stayed.",
    "Vera Lindholm and former chairman left the hall open. Vera Lindholm and union leader Mark Dunn spoke.",
    "“Reuters stands by its report on the harvest,” Reuters said.",
    "“The council must now act on the frost,” the Hill Herald said in an editorial.",
    "“We will appeal against this ruling,” a BBC spokeswoman said.",
    "The scheme has been branded “a swindle” by the potters. The peak was dubbed “the Old Man’s Chair”.",
    "It is thought unwise to fire it twice.",
    "Her father had fled Czechoslovakia with a suitcase, she said on Tuesday. Ceylon tea is dear this year.",
    "The kiln, whose maker left Zaire as a boy, was sold on Friday.",
    "Brackwell, a maker of tiles, got a loan. The prime minister and Otto Lang, finance minister, signed it.",
    "Otto Lang, secretary of the potters’ union, spoke.\n\nLang, a former head of the company’s kilns, said no.",
    "Otto Lang of Norway threw pots.\n\nLang, the Swedish Open champion, won.",
    "Kari Berg, president of the guild, spoke. The president of the club, Otto Lang, left.\n\n"
    "“No,” said Ms Berg, the president.",
    "The plan was described as “bold”, according to the guild. “It has been called ‘a swindle’,” Hanley said.",
    "Susan Hartley and Robert Fenwick run the pottery.\n\n“We will fire the kiln,” he said.",
    "Quillon Ashgrove-Tamm runs the pottery.\n\n“We will fire the kiln,” she said.",
    "Susan Hartley runs the pottery with a brother.\n\n“We will fire the kiln,” he said.",
    "Susan Hartley runs the pottery.\n\n“We will fire the kiln,” they said.",
    "“He told me to leave,” Susan Hartley said.",
    "Clara Wentworth and her rival Klara Wenworth-Hale spoke. Ms Andersson met Mr Anderson.",
    "The Koreas talked. A Korean envoy came, and Kim Lee met Tim Lee.",
    "British painter Luis Ortega, former Italian ambassador to Kenya, spoke.",
    "Home Secretary Jane Cole spoke on Monday. Her predecessor as Home Secretary Mark Dunn left early.",
    "Vera Lindholm and WTO director Paul Adeyemi opened the fair. Vera Lindholm, the WTO director, spoke.",
    "UN Secretary-General Maria Lopes met French President Luc Morel, the mayor of Lyon and the King of Spain.",
    "The Foreign Secretary and the Attorney General met the union’s president.",
    "The Soviet Union fell in 1991. Former Soviet republics will sign. Soviet-era kilns are still in use.",
    "The National Pottery Guild (NPG) met Doctors Without Borders (MSF) and the Free Farmers’ Front (FARC).",
    "The Federal Bureau of Investigation (FBI) and the Bank of England (BoE) declined to comment.",
]


@pytest.mark.parametrize(("check", "text", "words"), FIRES)
def test_fires(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(errors: Check, text: str) -> None:
    assert_silent(errors, text)


def test_no_finding_asserts_a_gender(errors: Check) -> None:
    (error,) = errors("Susan Hartley runs the pottery.\n\n“We will fire the kiln,” he said.")
    assert "Check who is meant" in error.message
    assert not {"man", "woman", "male", "female", "gender"} & set(error.message.lower().replace(".", " ").split())
    assert error.evidence[0].text == "Susan Hartley"


def test_hearsay_is_counted_once_when_asked_for(make_story: Callable[..., object]) -> None:
    from bot.analysis.errors import find_errors
    from bot.settings import AnalysisSettings

    story = make_story(
        "The bridge is thought to have been built in 1310.\n\nAll is quiet there.\n\nAnalysts say that trade will fall."
    )
    settings = AnalysisSettings(enabled_checks=["claim.unattributed"])
    assert find_errors(story, AnalysisSettings(), strict=True) == []
    (error,) = find_errors(story, settings, strict=True)
    assert error.message.startswith("Possible gap: 2 claims")
    assert [span.text for span in error.evidence] == ["Analysts say"]
