"""A reader shared by the demand tests, and the demands of a text through the real analysis."""

from collections.abc import Callable

import pytest

from bot.analysis.actors import find_actors
from bot.analysis.demands import find_demands
from bot.analysis.quotes import find_quotes
from bot.language.reader import Reader
from bot.model import Article, Demand
from bot.settings import LanguageSettings

Finder = Callable[..., list[Demand]]


@pytest.fixture(scope="session")
def demands_in() -> Finder:
    reader = Reader(LanguageSettings())

    def find(text: str, published: str | None = None, title: str | None = None) -> list[Demand]:
        reading = reader.read(Article(text=text, published=published, title=title))
        actors = find_actors(reading)
        return find_demands(reading, actors, find_quotes(reading, actors))

    return find
