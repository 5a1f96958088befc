"""What actors did is counted from the findings."""

from bot.analysis.story import with_counts
from bot.model import Actor, Demand, Party, Quote, Span


def test_quotations_and_demands_are_counted() -> None:
    span = Span(start=0, end=1, text="x")
    actors = [Actor(id="a1", name="One", kind="person"), Actor(id="a2", name="Two", kind="organization")]
    quotes = [
        Quote(**span.model_dump(), kind="direct", speaker_id="a1"),
        Quote(**span.model_dump(), kind="mixed", speaker_id="a1"),
        Quote(**span.model_dump(), kind="indirect", speaker_id="a2"),
    ]
    demand = Demand(
        **span.model_dump(),
        trigger=span,
        demander=Party(text="One", actor_id="a1"),
        addressee=Party(text="Two", actor_id="a2"),
    )
    first, second = with_counts(actors, quotes, [demand])
    assert (first.quotes, first.demands_made, first.demands_received) == (2, 1, 0)
    assert (second.quotes, second.demands_made, second.demands_received) == (0, 0, 1)
