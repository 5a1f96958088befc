"""Key actors: mentions, alias clusters, pronouns, roles, salience."""

from bot.language.reading import Reading
from bot.model import Actor


def find_actors(reading: Reading) -> list[Actor]:
    """The actors of the article, most salient first."""
    return []
