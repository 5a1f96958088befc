"""Who is speaking at a word: inside a quotation its speaker, in reported speech the one who reports."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.demands.parties import Parties, first_person, speaker_above
from bot.model import Party, Quote


@dataclass(frozen=True, slots=True)
class Speech:
    """The quotations of one article and their speakers."""

    parties: Parties
    quotes: list[Quote]

    def quote_at(self, word: Token) -> Quote | None:
        """The innermost direct or mixed quotation that a word stands in."""
        field = self.parties.reading.field_of(word)
        inside = [q for q in self.quotes if q.field == field and q.start <= word.idx < q.end and q.kind != "indirect"]
        return min(inside, key=lambda quote: quote.end - quote.start, default=None)

    def speaker_at(self, word: Token) -> Party | None:
        """Who says "I" or "we" at a word; None when nobody is named."""
        quote = self.quote_at(word)
        if quote is not None:
            return speaker(quote)
        says = speaker_above(word)
        return None if says is None or first_person(says) else self.parties.party(says)


def speaker(quote: Quote | None) -> Party | None:
    """The speaker of a quotation as a party."""
    if quote is None or quote.speaker is None:
        return None
    return Party(text=quote.speaker, actor_id=quote.speaker_id, span=quote.speaker_span)
