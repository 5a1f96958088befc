"""What the language stage hands on: the article with its parsed body and title."""

from dataclasses import dataclass

from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan
from bot.model import Article, FieldName, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its two parses. Character offsets of ``body`` are those of ``article.text``."""

    article: Article
    body: Doc
    title: Doc

    def field_of(self, piece: Doc | DocSpan | Token) -> FieldName:
        """Which field of the article a piece of a parse belongs to."""
        doc = piece if isinstance(piece, Doc) else piece.doc
        return "title" if doc is self.title else "text"

    def span(self, piece: DocSpan | Token) -> Span:
        """The contract span of a token or a run of tokens."""
        start = piece.idx if isinstance(piece, Token) else piece.start_char
        end = start + len(piece.text)
        return Span(field=self.field_of(piece), start=start, end=end, text=piece.text)
