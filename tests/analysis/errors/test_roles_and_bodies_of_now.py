"""Two roles at one name, roles without a name, offices with "its", bodies that ended or had not begun."""

import pytest

from tests.analysis.errors.examples import Check, assert_fires

SEEN = [
    ("person.incompatible-roles", "The goalkeeper Mats Lund, the referee, will miss the next match.", "the referee"),
    ("person.incompatible-roles", "Eva Holm, the referee and goalkeeper of the side, fell ill.", "goalkeeper"),
    ("person.incompatible-roles", "Mats Lund, the referee, who scored twice on Sunday, is 34.", "the referee"),
    (
        "person.incompatible-roles",
        "Trade Minister Eva Holm, the health minister, spoke on Friday.",
        "the health minister",
    ),
    ("person.broken-apposition", "The visit was arranged by Dutch ambassador and was kept secret.", "ambassador"),
    ("person.broken-apposition", "Finance Minister told the council that the road would stay open.", "Minister"),
    ("person.broken-apposition", "She had met Bishop of Durham and his wife at the station.", "Bishop"),
    (
        "person.broken-apposition",
        "It was sent to Interior Minister prosecutor Eva Holm on Monday.",
        "Minister prosecutor",
    ),
    ("person.name-spelling", "The driver was Gareth Cunningham, 34. Cuningham was taken to hospital.", "Cuningham"),
    ("office.wrong-body", "Nissan said on Friday that its foreign minister, Eva Holm, would stay.", "foreign minister"),
    ("office.wrong-body", "Eva Holm, Spain’s ambassador to Spain, was called to the ministry.", "ambassador to Spain"),
    ("office.wrong-body", "The governor of the European Commission spoke on Monday.", "governor"),
    ("fact.defunct-entity", "“We will meet the mayor in the Soviet Union on Friday,” she said.", "Soviet Union"),
    ("fact.defunct-entity", "Tickets can be changed at the counters of Interflug until 5 May 2025.", "Interflug"),
    ("fact.defunct-entity", "In 1962 Google closed its works in the town.", "Google"),
]


@pytest.mark.parametrize(("check", "text", "words"), SEEN)
def test_seen(errors: Check, check: str, text: str, words: str) -> None:
    assert_fires(errors, check, text, words)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy met President Mats Lund, the mayor of Chester and the king of Spain.",
        "Defence Minister General Mats Lund met the troops on Friday.",
        "Judge Eva Holm, who prosecuted thieves as a young lawyer, was sworn in on Friday.",
        "The National Sports Authority will pay the runners next week, its director said.",
        "Senator Eva Holm, the former judge, will miss the vote.",
        "The visit was arranged by Dutch ambassador Mats Lund and was kept secret.",
        "She had met Bishop of Chester Mats Lund and his wife at the station.",
        "Nissan said its plant would open in Mexico, and Norway will send its king to the feast.",
        "Eva Holm, Spain’s ambassador to France, was called to the ministry.",
        "Eva Holm, who took her degree in 1965, runs Google in the town.",
        "The founder of Interflug will be buried on Friday.",
        "The driver was Gareth Cunningham, 34. Cunningham was taken to hospital.",
    ],
)
def test_let_be(errors: Check, text: str) -> None:
    seen = {check for check, _, _ in SEEN}
    assert not seen & {error.check for error in errors(text)}
