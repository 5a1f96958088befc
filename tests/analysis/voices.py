"""What the tests of actors and quotations share: one reader, and one text read to the end."""

from dataclasses import dataclass
from functools import cache

from bot.analysis.actors import find_actors
from bot.analysis.index import ActorIndex
from bot.analysis.quotes import find_quotes
from bot.language.reader import Reader
from bot.language.reading import Reading
from bot.model import Actor, Article, Quote
from bot.settings import LanguageSettings


@cache
def reader() -> Reader:
    return Reader(LanguageSettings())


@dataclass(frozen=True)
class Read:
    reading: Reading
    actors: list[Actor]
    quotes: list[Quote]

    def actor(self, name: str) -> Actor:
        """The one actor that goes by a name; fails when there is none or several."""
        found = [a for a in self.actors if name == a.name or name in a.aliases]
        assert len(found) == 1, f"{name}: {[(a.name, a.aliases) for a in self.actors]}"
        return found[0]

    def meant_by(self, word: str, occurrence: int = 0) -> str | None:
        """The name of the actor that an occurrence of a word in the body means."""
        tokens = [token for token in self.reading.body if token.text == word]
        actor = ActorIndex(self.reading, self.actors).of(tokens[occurrence])
        return actor.name if actor else None

    @property
    def marked(self) -> list[Quote]:
        return [quote for quote in self.quotes if quote.kind != "indirect"]

    @property
    def speakers(self) -> list[str | None]:
        return [quote.speaker for quote in self.marked]


def read(text: str, title: str | None = None) -> Read:
    reading = reader().read(Article(title=title, text=text))
    actors = find_actors(reading)
    return Read(reading, actors, find_quotes(reading, actors))
