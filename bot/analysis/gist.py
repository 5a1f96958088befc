"""Gist: the sentences that say what the article is about."""

from bot.language.reading import Reading
from bot.model import Actor, Span


def find_gist(reading: Reading, actors: list[Actor]) -> list[Span]:
    """Whole sentences of the body, most telling first."""
    return []
