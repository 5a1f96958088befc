"""Who is speaking at a word: inside a quotation its speaker, in reported speech the one who reports."""

from dataclasses import dataclass

from bot.analysis.demands.parties import Parties, first_person, speaker_above
from bot.analysis.demands.people import can_ask
from bot.language import grammar
from bot.language.tokens import Token
from bot.model import Party, Quote

PRESS = frozenset({"reporter", "journalist", "correspondent", "newspaper", "agency", "radio", "television", "news"})
"""Who hears a demand only to pass it on."""
_TELLING = frozenset({"tell", "urge", "warn", "order", "beg", "beseech", "implore", "instruct", "advise"})


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

    def told(self, quote: Quote) -> Token | None:
        """Who a quotation is spoken to: the prime minister of “Resign,” Sarr told the prime minister."""
        if quote.cue is None:
            return None
        doc = self.parties.reading.title if quote.field == "title" else self.parties.reading.body
        cue = doc.char_span(quote.cue.start, quote.cue.end, alignment_mode="expand")
        if cue is None or cue.root.lemma_.lower() not in _TELLING or grammar.is_passive(cue.root):
            return None
        heard = [*grammar.related(cue.root, "iobj"), *grammar.related(cue.root, "obj")]
        return next((noun for noun in heard if can_ask(noun) and noun.lemma_.lower() not in PRESS), None)

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
