"""A parsed text seen with its quotations: what lies inside, before and behind each."""

from bisect import bisect_right

from bot.analysis.quotes.marks import Quotation
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan

_ENDS = frozenset({".", "!", "?", "…", ";"})
_CLAUSE_BREAKS = frozenset({":", ",", ".", "!", "?", ";", "–", "—", "-", "…", "...", "|"})


class QuotedText:
    """A document, its quotations and its paragraphs, with look-ups between them."""

    def __init__(self, doc: Doc, quotations: list[Quotation], places: list[tuple[int, int]]) -> None:
        self.doc = doc
        self.characters = doc.text
        self.quotations = quotations
        self._places = places
        self._ends = [end for _, end in places]
        self.spans = [_span(doc, quotation) for quotation in quotations]
        self._inside = {i: number for number, span in enumerate(self.spans) for i in range(span.start, span.end)}

    def quotation_at(self, token: Token) -> int | None:
        """The number of the quotation that a token stands in."""
        return self._inside.get(token.i)

    def root(self, number: int) -> Token:
        """The head of a quotation's first sentence."""
        span = self.spans[number]
        first = next((token for token in span if token.is_alpha), span[0])
        return self.doc[span.start : max(first.i + 1, min(span.end, first.sent.end))].root

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that a character stands in."""
        return min(bisect_right(self._ends, offset), len(self._ends) - 1)

    def words_of_paragraph(self, number: int) -> list[Token]:
        """The tokens of a paragraph, white space left out; none for a paragraph that does not exist."""
        if not 0 <= number < len(self._places):
            return []
        start, end = self._places[number]
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return [token for token in span if not token.is_space] if span is not None else []

    def after(self, number: int) -> list[Token]:
        """The tokens behind a quotation up to the end of the sentence, the next quotation or the paragraph."""
        span = self.spans[number]
        home = self.paragraph(self.quotations[number].end - 1)
        found: list[Token] = []
        for token in self.doc[span.end :]:
            if token.is_space:
                continue
            if token.i in self._inside or token.idx >= self._places[home][1] or (found and token.text in _ENDS):
                break
            found.append(token)
        return found

    def before(self, number: int) -> list[Token]:
        """The tokens in front of a quotation back to the start of the sentence, the last quotation or the paragraph."""
        span = self.spans[number]
        home = self.paragraph(self.quotations[number].start)
        found: list[Token] = []
        for i in range(span.start - 1, -1, -1):
            token = self.doc[i]
            if token.is_space:
                continue
            if i in self._inside or token.idx < self._places[home][0] or (found and token.text in _ENDS):
                break
            found.append(token)
        return found[::-1]

    def opens_paragraph(self, number: int) -> bool:
        """True when nothing stands before the quotation in its paragraph."""
        words = self.words_of_paragraph(self.paragraph(self.quotations[number].start))
        return bool(words) and words[0].i >= self.spans[number].start

    def fills_paragraph(self, start: int, end: int) -> bool:
        """True when a paragraph holds nothing but the characters between two offsets."""
        place = self._places[self.paragraph(start)]
        return self.characters[place[0] : place[1]].strip() == self.characters[start:end].strip()

    def stands_alone(self, number: int) -> bool:
        """True for a quotation that is a sentence of its own: nothing of its sentence outside, apart from a tag."""
        before = self.before(number)
        starts = not before or before[-1].text in _ENDS or before[-1].text in (":",)
        inside = [t for t in self.spans[number] if not t.is_space and not t.is_quote]
        if not starts or not inside:
            return False
        after = self.after(number)
        closed = inside[-1].text in _ENDS | {"..."} or not after or after[0].text in _ENDS
        return closed or (inside[-1].text in (",", "—", "–") and before == [])

    def continues_clause(self, number: int) -> bool:
        """True when the quotation goes on with a clause begun outside ("said it was “a shame”")."""
        before = self.before(number)
        if not before:
            inside = [t for t in self.spans[number] if t.is_alpha]
            return bool(inside) and inside[0].is_lower and not self.opens_paragraph(number)
        return before[-1].text not in _CLAUSE_BREAKS and before[-1].pos_ not in ("VERB",)


def _span(doc: Doc, quotation: Quotation) -> DocSpan:
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    assert span is not None
    return span
