"""What reads like a demand and is none, and what an aside does to one."""

import pytest

from tests.analysis.demands.conftest import Finder


@pytest.mark.parametrize(
    "text",
    [
        "A person who asked not to be named said the sale was off.",
        "The broker requested anonymity because the talks are private.",
        "Critics suggested the mayor may have been paid.",
        "The maker suggested the pump should be able to lift twice as much.",
        "I used to think that people who bake must be wizards.",
        "People will ask you to speak at their weddings.",
        "I was asked to speak in Lisbon twice.",
        "“… prevent the sale of the island,” read the end of the note, Ines Duarte said.",
        "She asked, “Who is going to pay?”",
        "The song urges the listener to dance.",
        "Oslo fears that Lima will only demand more.",
    ],
)
def test_nobody_is_asked_for_anything(demands_in: Finder, text: str) -> None:
    assert demands_in(text) == []


@pytest.mark.parametrize(
    ("text", "status", "responder"),
    [
        ("Her lawyers asked for the trial to be moved to Turku, which the judge allowed.", "accepted", "judge"),
        ("Oslo urged Lima to open the port, a plea that the minister dismissed at once.", "rejected", "minister"),
        ("Fans were calling for a women's team. On Tuesday the board gave in.", "accepted", "board"),
    ],
)
def test_an_aside_may_answer(demands_in: Finder, text: str, status: str, responder: str) -> None:
    (demand,) = demands_in(text)
    assert (demand.status, demand.responder.text if demand.responder else None) == (status, responder)
    assert demand.action is not None
    assert responder not in demand.action.text


def test_an_order_is_spoken_to_whom_the_tag_names(demands_in: Finder) -> None:
    (demand,) = demands_in("“Release the minutes,” Ndiaye Sarr told the prime minister on Monday.")
    assert demand.addressee is not None
    assert demand.addressee.text == "prime minister"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Oslo said Lima must pay the crews and the strike would end.", "pay the crews"),
        ("The landlord wants the tenants to leave so that the roof can be mended.", "leave"),
        ("The bank urged an “end to the strike and a return to work”.", "end to the strike and a return to work"),
    ],
)
def test_the_action_ends_where_another_thought_begins(demands_in: Finder, text: str, action: str) -> None:
    (demand,) = demands_in(text)
    assert demand.action is not None
    assert demand.action.text.strip("”“.") == action


def test_a_year_behind_a_doer_is_no_deadline(demands_in: Finder) -> None:
    (demand,) = demands_in("Oslo urged Lima to publish the papers released by Wikileaks in 2010.")
    assert demand.deadline is None
