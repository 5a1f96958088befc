"""What every check of the analysis may look at."""

from collections import Counter
from dataclasses import dataclass

from bot.language.reading import Reading
from bot.model import Actor, Demand, Quote


@dataclass(frozen=True, slots=True)
class Story:
    """One article read and understood: the parse, the actors, the quotations, the demands."""

    reading: Reading
    actors: list[Actor]
    quotes: list[Quote]
    demands: list[Demand]


def with_counts(actors: list[Actor], quotes: list[Quote], demands: list[Demand]) -> list[Actor]:
    """The actors with what they did in the article counted: quotations in marks, demands made and received."""
    spoken = Counter(quote.speaker_id for quote in quotes if quote.kind != "indirect")
    made = Counter(demand.demander.actor_id for demand in demands)
    received = Counter(demand.addressee.actor_id for demand in demands if demand.addressee is not None)
    return [
        actor.model_copy(
            update={
                "quotes": spoken[actor.id],
                "demands_made": made[actor.id],
                "demands_received": received[actor.id],
            }
        )
        for actor in actors
    ]
