"""Demands: who wants what from whom, how strongly, by when, on what condition, with what answer."""

from bot.language.reading import Reading
from bot.model import Actor, Demand, Quote


def find_demands(reading: Reading, actors: list[Actor], quotes: list[Quote]) -> list[Demand]:
    """The demands of the article in reading order."""
    return []
