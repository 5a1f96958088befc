"""What became of a demand: in its own clause, in an accusation, in a later sentence."""

from collections.abc import Callable

import pytest

from bot.model import Demand

Finder = Callable[..., list[Demand]]


@pytest.mark.parametrize(
    ("text", "demander", "addressee", "status"),
    [
        ("Jordan rejected an Italian request to hand over the pilot.", "Italian", "Jordan", "rejected"),
        ("Jordan turned down a request from Italy for two ships.", "Italy", "Jordan", "rejected"),
        ("The bank did not accept the union's demand for shorter hours.", "union", "bank", "rejected"),
        ("The bank refused to meet the union's demand for shorter hours.", "union", "bank", "rejected"),
        ("Oman agreed to a Swedish request to free the sailor.", "Swedish", "Oman", "accepted"),
        ("A request by Italy to extend the talks was granted by Jordan.", "Italy", "Jordan", "accepted"),
        ("Italy accused Jordan of ignoring its appeal to free the pilot.", "Italy", "Jordan", "rejected"),
        ("Jordan might reject an Italian request to hand over the pilot.", "Italian", "Jordan", "made"),
    ],
)
def test_who_answers_is_not_who_asks(demands_in: Finder, text: str, demander: str, addressee: str, status: str) -> None:
    (demand,) = demands_in(text)
    assert demand.demander.text == demander
    assert demand.addressee is not None
    assert demand.addressee.text == addressee
    assert demand.status == status
    if status != "made":
        assert demand.responder is not None
        assert demand.responder.text == addressee


def test_who_withdraws_had_asked(demands_in: Finder) -> None:
    (demand,) = demands_in("Malta withdrew its request for two ships.")
    assert (demand.demander.text, demand.status, demand.responder) == ("Malta", "withdrawn", None)


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Vilnius rejected the request on Monday.", "rejected"),
        ("Vilnius refused.", "rejected"),
        ("Vilnius agreed to the demand after a night of talks.", "accepted"),
        ("Vilnius recalled its envoy.", "made"),
    ],
)
def test_a_later_sentence_answers(demands_in: Finder, later: str, status: str) -> None:
    (demand,) = demands_in(f"Serbia asked Lithuania to return the plane. {later}")
    assert demand.status == status
    assert (demand.responder is None) == (status == "made")


def test_the_asker_does_not_answer(demands_in: Finder) -> None:
    (demand,) = demands_in("Serbia asked Lithuania to return the plane. Serbia later rejected the request.")
    assert demand.status == "made"


def test_a_headline_that_asks_answers_nothing(demands_in: Finder) -> None:
    text = "Norway wants Oman to free the sailor. The talks go on."
    asked = demands_in(text, title="Will Oman give in to Norway's demands? | Harbour Daily")
    assert [demand.status for demand in asked] == ["made"]
    told = demands_in(text, title="Oman gives in to Norway's demands")
    assert [demand.status for demand in told] == ["accepted"]
