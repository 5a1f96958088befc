"""Quotations and who speaks them."""

from bot.language.reading import Reading
from bot.model import Actor, Quote


def find_quotes(reading: Reading, actors: list[Actor]) -> list[Quote]:
    """The quotations of the article in reading order."""
    return []
