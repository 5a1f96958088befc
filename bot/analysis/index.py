"""Which actor a word of the article stands for."""

from bot.language import grammar
from bot.language.reading import Reading
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan
from bot.model import Actor, Mention, Span

_NAMED_BY = frozenset({"flat", "appos", "nmod:desc", "compound"})


class ActorIndex:
    """Looks actors up by token, span or id.

    Of mentions inside one another ("the minister's son" holds "the minister") a word belongs to the
    shortest.
    """

    def __init__(self, reading: Reading, actors: list[Actor]) -> None:
        self._reading = reading
        self._actors = {actor.id: actor for actor in actors}
        self._at: dict[tuple[str, int], tuple[Actor, Mention]] = {}
        pairs = [(mention, actor) for actor in actors for mention in actor.mentions]
        for mention, actor in sorted(pairs, key=lambda pair: len(pair[0].text), reverse=True):
            for token in self._tokens(mention):
                self._at[mention.field, token.i] = (actor, mention)

    def by_id(self, actor_id: str | None) -> Actor | None:
        """The actor with an id."""
        return self._actors.get(actor_id or "")

    def of(self, token: Token) -> Actor | None:
        """The actor that a word mentions.

        A title stands for the name it belongs to: "minister" in "the minister Jan Kos" is Jan Kos.
        """
        found = self._lookup(token)
        if found:
            return found[0]
        for child in grammar.dependents(token):
            how = grammar.relation(child)
            named = self._lookup(child) if how in _NAMED_BY and child.pos_ == "PROPN" else None
            if named and (how == "appos" or named[0].kind == "person"):
                return named[0]
        above = grammar.governor(token)
        if above is not None and grammar.relation(token) in _NAMED_BY and (named := self._lookup(above)):
            return named[0] if named[0].kind == "person" else None
        return None

    def mention_of(self, token: Token) -> Mention | None:
        """The shortest mention that a word is part of."""
        found = self._lookup(token)
        return found[1] if found else None

    def of_span(self, span: DocSpan | Span) -> Actor | None:
        """The actor that a phrase mentions: that of its head, else the only one named in it."""
        tokens = self._tokens(span) if isinstance(span, Span) else list(span)
        if not tokens:
            return None
        head = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].root
        actor = self.of(head)
        if actor is not None:
            return actor
        inside = {found[0].id: found[0] for token in tokens if (found := self._lookup(token))}
        return next(iter(inside.values())) if len(inside) == 1 and len(tokens) <= 2 else None

    def _lookup(self, token: Token) -> tuple[Actor, Mention] | None:
        return self._at.get((self._reading.field_of(token), token.i))

    def _tokens(self, span: Span) -> list[Token]:
        doc: Doc = self._reading.title if span.field == "title" else self._reading.body
        found = doc.char_span(span.start, span.end, alignment_mode="expand")
        return [token for token in found if not token.is_space] if found is not None else []
