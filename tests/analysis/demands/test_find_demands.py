"""Who wants whom to do what, on sentences of each kind."""

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.model import Demand

Finder = Callable[..., list[Demand]]


def parties(demand: Demand) -> tuple[str, str | None]:
    return demand.demander.text, demand.addressee.text if demand.addressee else None


@pytest.mark.parametrize(
    ("text", "demander", "addressee", "action"),
    [
        ("Norway urged Sweden to open the border.", "Norway", "Sweden", "open the border"),
        ("Nurses demanded that the hospital hire more staff.", "Nurses", "hospital", "hire more staff"),
        ("Peru has called on Chile to return the statue.", "Peru", "Chile", "return the statue"),
        ("The mayor asked residents to save water.", "mayor", "residents", "save water"),
        ("A judge ordered the company to pay the fine.", "judge", "company", "pay the fine"),
        ("Students marched through Lima to demand the resignation of the minister.", "Students", "minister", None),
        ("Greenpeace renewed its appeal to Japan to end the hunt.", "Greenpeace", "Japan", "end the hunt"),
        ("Cuba asked Spain for two ships.", "Cuba", "Spain", "two ships"),
        ("Unions demanded an apology from the bank.", "Unions", "bank", "an apology"),
        ("Unions demanded an apology and a refund from the bank.", "Unions", "bank", "an apology and a refund"),
        ("Fans want the club to sack the coach.", "Fans", "club", "sack the coach"),
        ("Lebanon has warned Cyprus not to drill there.", "Lebanon", "Cyprus", "not to drill there"),
        (
            "Two senators wrote to the governor asking him to veto the bill.",
            "Two senators",
            "governor",
            "veto the bill",
        ),
        ("Ghana called for peace talks with Togo.", "Ghana", "Togo", "peace talks with Togo"),
        (
            "The miners demanded that the company reopen the pit by June and warned that they would strike.",
            "miners",
            "company",
            "reopen the pit by June",
        ),
    ],
)
def test_parties_and_action(demands_in: Finder, text: str, demander: str, addressee: str, action: str | None) -> None:
    (demand,) = demands_in(text)
    assert parties(demand) == (demander, addressee)
    assert demand.action is not None
    assert action is None or demand.action.text == action


@pytest.mark.parametrize(
    ("text", "demander", "addressee"),
    [
        ("Estonia was urged by Latvia to share the data.", "Latvia", "Estonia"),
        ("The islanders were asked to boil their water.", "unnamed", "islanders"),
        ("The crew was called on by the port to clear the deck.", "port", "crew"),
    ],
)
def test_in_the_passive_the_subject_hears(demands_in: Finder, text: str, demander: str, addressee: str) -> None:
    assert [parties(demand) for demand in demands_in(text)] == [(demander, addressee)]


@pytest.mark.parametrize(
    ("text", "demander", "addressee", "directness"),
    [
        ("Denmark said Iceland must cut its quota.", "Denmark", "Iceland", "reported"),
        ("The banks should publish their fees, the regulator said.", "regulator", "banks", "reported"),
        ("“The banks must publish their fees,” said Anna Kvist.", "Anna Kvist", "banks", "quoted"),
        ("“Open the gates tonight,” said Anna Kvist.", "Anna Kvist", None, "quoted"),
        ("“We ask the court to free him,” said Anna Kvist.", "Anna Kvist", "court", "quoted"),
    ],
)
def test_who_speaks_asks(demands_in: Finder, text: str, demander: str, addressee: str | None, directness: str) -> None:
    (demand,) = demands_in(text)
    assert (*parties(demand), demand.directness) == (demander, addressee, directness)


def test_coordinated_parties_are_one_record(demands_in: Finder) -> None:
    (demand,) = demands_in("Benin and Togo urged Niger and Mali to reopen the road.")
    assert parties(demand) == ("Benin and Togo", "Niger and Mali")


def test_two_triggers_are_two_records(demands_in: Finder) -> None:
    found = demands_in("The bishop urged voters to stay calm and asked the army to stay away.")
    assert [parties(demand) for demand in found] == [("bishop", "voters"), ("bishop", "army")]


def test_the_headline_repeats_nothing(demands_in: Finder) -> None:
    text = "Malawi urged Zambia to share the lake."
    assert len(demands_in(text, title="Malawi urges Zambia to share lake")) == 1


def test_pronoun_demander_is_named(demands_in: Finder) -> None:
    found = demands_in("Slovakia closed its embassy in June. It has also urged Austria to recall its envoy.")
    assert [parties(demand) for demand in found] == [("Slovakia", "Austria")]
    assert found[0].demander.span is not None
    assert found[0].demander.span.text == "It"


def test_passive_clause_names_who_is_affected(demands_in: Finder) -> None:
    (demand,) = demands_in("Villagers demanded that the mine be closed.")
    assert parties(demand) == ("Villagers", None)
    assert demand.affected is not None
    assert demand.affected.text == "mine"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Oslo asked Bergen to build a bridge.", "do"),
        ("Oslo asked Bergen to stop the work.", "stop"),
        ("Oslo asked Bergen not to build a bridge.", "not"),
        ("Oslo warned Bergen against building a bridge.", "not"),
    ],
)
def test_polarity(demands_in: Finder, text: str, polarity: str) -> None:
    (demand,) = demands_in(text)
    assert demand.action is not None
    assert demand.action.polarity == polarity


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Lagos asked the firm to pay.", "request"),
        ("Lagos demanded that the firm pay the fine.", "demand"),
        ("The tribunal ordered the firm to pay.", "order"),
        ("Lagos gave the firm three days to pay.", "ultimatum"),
        ("The firm must pay, the court ruled.", "order"),
    ],
)
def test_strength(demands_in: Finder, text: str, strength: str) -> None:
    assert [demand.strength for demand in demands_in(text)] == [strength]


def test_the_condition_of_what_was_done_beside_asking_is_none_of_the_demand(demands_in: Finder) -> None:
    (demand,) = demands_in("The miners demanded that the company reopen the pit, and warned of a strike if it refused.")
    assert demand.condition is None


def test_every_span_measures_the_article(demands_in: Finder) -> None:
    text = "Rain fell.\n\nThe union demanded that the port reopen by Friday or face a strike."
    (demand,) = demands_in(text)
    for span in (demand, demand.trigger, demand.action, demand.condition, demand.deadline.span, demand.demander.span):
        assert text[span.start : span.end] == span.text
    assert demand.condition.text == "or face a strike"


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
        "China's demand for copper rose in May.",
        "The train should arrive at noon, the company said.",
        "The train must have left early, the guard said.",
        "Neither party has called for a vote.",
        "If Ghana asks Togo to pay, the talks will fail.",
        "Ghana might ask Togo to pay.",
        "The budget calls for 300 new buses.",
        "The runner was urged on by the crowd.",
        "“I must go home now,” said Anna Kvist.",
        "Visitors will be asked to leave their bags at the door.",
        "You should drink more water, the app says.",
    ],
)
def test_no_demand(demands_in: Finder, text: str) -> None:
    assert demands_in(text) == []


@settings(max_examples=25, deadline=None)
@example(words=["“", "”", "demanded", "that"])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "demanded",
                "to",
                "that",
                "for",
                "on",
                "the",
                "must",
                "said",
                "asked",
                "of",
                "Oslo",
                "“",
                "”",
                "?",
                ",",
                "not",
                "by",
            ]
        ),
        max_size=18,
    )
)
def test_broken_text_gives_sound_records(demands_in: Finder, words: list[str]) -> None:
    text = " ".join(words)
    for demand in demands_in(text):
        spans = (demand.trigger, demand.action, demand.demander.span)
        assert all(text[span.start : span.end] == span.text for span in spans if span is not None)


def test_what_is_handed_over_is_a_demand(demands_in: Finder) -> None:
    (demand,) = demands_in("The rebels sent the king a list of demands.")
    assert parties(demand) == ("rebels", "king")
    assert demand.action is not None
    assert demand.action.text == "demands"


def test_with_nobody_to_act_the_action_is_the_whole_clause(demands_in: Finder) -> None:
    (demand,) = demands_in("The village must be rebuilt before winter, said the mayor.")
    assert parties(demand) == ("mayor", None)
    assert demand.action is not None
    assert demand.action.text == "The village must be rebuilt before winter"
