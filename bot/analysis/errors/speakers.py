"""The quotations of a story with a name or a noun for their speaker, as the checks of attribution look at them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.people import Person
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan
from bot.model import Quote, Span

_FEWEST = 3
"""Words of a quotation that tell something."""


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation: its words without marks, the head of the words for its speaker, the verb that introduces it."""

    quote: Quote
    place: Span
    words: list[Token]
    speaker: Token
    cue: Token | None
    person: Person | None
    """Who speaks, where a name says so."""

    @property
    def actor_id(self) -> str | None:
        """Who speaks, as the actors of the story tell."""
        return self.quote.speaker_id


def said(copy: Copy) -> list[Said]:
    """The quotations of the body whose own tag names the speaker, with a name or a noun, in text order."""
    return list(_said(copy))


def _said(copy: Copy) -> Iterator[Said]:
    for quote in copy.story.quotes:
        place = quote.speaker_span
        if quote.kind == "indirect" or quote.field != "text" or quote.carried or place is None:
            continue
        tag, inside = _tokens(copy.body, place), _tokens(copy.body, quote)
        if tag is None or inside is None or tag.root.pos_ == "PRON":
            continue
        words = [token for token in inside if not token.is_punct and not token.is_space]
        if len(words) < _FEWEST:
            continue
        cue = _tokens(copy.body, quote.cue) if quote.cue is not None else None
        person = next((person for mention, person in copy.mentions if tag.start <= mention.root.i < tag.end), None)
        yield Said(quote, place, words, tag.root, cue.root if cue is not None else None, person)


def _tokens(body: Doc, place: Span) -> DocSpan | None:
    return body.char_span(place.start, place.end, alignment_mode="expand")
