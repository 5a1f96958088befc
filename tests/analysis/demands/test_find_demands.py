"""Who wants whom to do what, on sentences of each kind."""

from collections.abc import Callable

import pytest

from bot.model import Demand

Finder = Callable[..., list[Demand]]


def parties(demand) -> tuple[str, str | None]:
    return demand.demander.text, demand.addressee.text if demand.addressee else None


@pytest.mark.parametrize(
    ("text", "demander", "addressee", "action"),
    [
        ("Norway urged Sweden to open the border.", "Norway", "Sweden", "open the border"),
        ("Nurses demanded that the hospital hire more staff.", "Nurses", "hospital", "hire more staff"),
        ("Peru has called on Chile to return the statue.", "Peru", "Chile", "return the statue"),
        ("The mayor asked residents to save water.", "mayor", "residents", "save water"),
        ("A judge ordered the company to pay the fine.", "judge", "company", "pay the fine"),
        ("Estonia was urged by Latvia to share the data.", "Latvia", "Estonia", "share the data"),
        ("Students marched through Lima to demand the resignation of the minister.", "Students", "minister", None),
        ("Denmark said Iceland must cut its quota.", "Denmark", "Iceland", "cut its quota"),
        ("Greenpeace renewed its appeal to Japan to end the hunt.", "Greenpeace", "Japan", "end the hunt"),
    ],
)
def test_parties_and_action(demands_in: Finder, text: str, demander: str, addressee: str, action: str | None) -> None:
    (demand,) = demands_in(text)
    assert parties(demand) == (demander, addressee)
    assert demand.action is not None
    assert action is None or demand.action.text == action


def test_who_rejects_a_request_is_not_who_made_it(demands_in: Finder) -> None:
    (demand,) = demands_in("Jordan rejected an Italian request to hand over the pilot.")
    assert parties(demand) == ("Italian", "Jordan")
    assert demand.status == "rejected"
    assert demand.responder is not None
    assert demand.responder.text == "Jordan"


def test_every_span_measures_the_article(demands_in: Finder) -> None:
    text = "Rain fell.\n\nThe union demanded that the port reopen by Friday or face a strike."
    (demand,) = demands_in(text)
    for span in (demand, demand.trigger, demand.action, demand.condition, demand.deadline.span, demand.demander.span):
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text",
    [
        "The union did not demand higher pay.",
        "Has France asked Spain to leave?",
        "The minister refused to call on the judge to resign.",
        "Reporters asked the minister how the money was spent.",
        "The president called on the king at the palace.",
        "Thousands sought asylum in Canada last year.",
        "The defendant appealed against the verdict.",
        "She wants to travel to Rome.",
        "He worked hard in order to win.",
        "Demand for copper rose in May.",
    ],
)
def test_no_demand(demands_in: Finder, text: str) -> None:
    assert demands_in(text) == []
