"""Briefs with any demands between any actors, to be drawn."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from bot.model import Action, Actor, Article, Brief, Demand, Party
from bot.render.picture.figure import Figure, figure_of
from tests.render.briefs import HOSTILE, MODEL

ACTION = "hand the keys of the old lighthouse to the keepers before the winter storms and pay for the paint"


def demanding(names: Sequence[str], pairs: Sequence[tuple[int, int]], **changes: Any) -> Brief:
    """A brief in which, for every pair, the actor of the first number demands something of that of the second."""
    article = Article(text=f"They want to {ACTION}.", words=20)
    actors = [Actor(id=f"a{n}", name=name, kind="group", key=n < 2) for n, name in enumerate(names)]
    start = article.text.index(ACTION)
    demand = Demand(
        **article.span(0, len(article.text)).model_dump(),
        trigger=article.span(5, 9),
        demander=Party(text="They"),
        action=Action(**article.span(start, start + len(ACTION)).model_dump()),
        confidence=0.9,
    )
    demands = [
        demand.model_copy(
            update={"demander": party(source), "addressee": party(target), **changes},
        )
        for source, target in pairs
    ]
    return Brief(id="1", article=article, actors=actors, demands=demands, model=MODEL)


def party(number: int) -> Party:
    return Party(text="somebody", actor_id=f"a{number}")


NAMES = st.one_of(
    st.sampled_from(["Norhaven", "Valmere Port Authority", "International Federation of Lighthouse Keepers", "Þórdís"]),
    st.sampled_from(HOSTILE),
    st.text(min_size=1, max_size=60),
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure with 2 to 12 actors, each of whom demands something or is asked for it."""
    names = draw(st.lists(NAMES, min_size=2, max_size=12))
    number = st.integers(0, len(names) - 1)
    pairs = draw(st.lists(st.tuples(number, number).filter(lambda pair: pair[0] != pair[1]), min_size=1, max_size=16))
    brief = demanding(names, pairs)
    changed = [
        demand.model_copy(
            update={
                "status": draw(st.sampled_from(["made", "accepted", "partly", "rejected", "withdrawn"])),
                "strength": draw(st.sampled_from(["request", "demand", "order", "ultimatum"])),
            }
        )
        for demand in brief.demands
    ]
    figure = figure_of(brief.model_copy(update={"demands": changed}))
    assert figure
    return figure
