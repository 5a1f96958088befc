"""One reader for all tests of the checks, and a short way to run them."""

from collections.abc import Callable

import pytest

from bot.analysis.actors import find_actors
from bot.analysis.errors import find_errors
from bot.analysis.quotes import find_quotes
from bot.analysis.story import Story
from bot.language.reader import Reader
from bot.model import Article, LikelyError
from bot.settings import AnalysisSettings, LanguageSettings
from tests.analysis.errors.examples import Check

ALL_OFF_BY_DEFAULT = ["claim.unattributed"]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(LanguageSettings())


@pytest.fixture(scope="session")
def make_story(reader: Reader) -> Callable[..., Story]:
    def make(text: str, title: str | None = None, **metadata: object) -> Story:
        article = Article(title=title, text=text, words=len(text.split()), **metadata)
        reading = reader.read(article)
        actors = find_actors(reading)
        return Story(reading, actors, find_quotes(reading, actors), [])

    return make


@pytest.fixture(scope="session")
def errors(make_story: Callable[..., Story]) -> Check:
    """The findings on a text, above the confidence that briefs show by default; a failing check fails the test."""

    def check(text: str, title: str | None = None, **metadata: object) -> list[LikelyError]:
        found = find_errors(make_story(text, title, **metadata), AnalysisSettings(), strict=True)
        return [error for error in found if error.confidence >= 0.5]

    return check


OURS = ("number.", "date.", "headline.", "fact.", "quote.altered", "dateline.")


@pytest.fixture
def ours(errors: Check) -> Check:
    """The findings of the checks on figures, days, headlines and claims alone."""

    def check(text: str, title: str | None = None) -> list[LikelyError]:
        return [error for error in errors(text, title=title) if error.check.startswith(OURS)]

    return check
