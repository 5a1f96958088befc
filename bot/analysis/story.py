"""What every check of the analysis may look at."""

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
