"""Where each word of a parse stands, so that a check need not walk over all of them to find the few it cares for."""

from collections import defaultdict
from collections.abc import Callable, Collection
from functools import cached_property
from operator import attrgetter

from bot.language import grammar
from bot.language.tokens import Doc, Token

_BY_PLACE = attrgetter("i")


class Concordance:
    """The words of one parse by form, lemma, tag and part of speech. What is found comes in text order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        """Every word and mark."""

    def spelt(self, words: Collection[str]) -> list[Token]:
        """The words that are, in small letters, one of some."""
        return _found(self.by_form, words)

    def of_lemma(self, lemmas: Collection[str]) -> list[Token]:
        """The words whose lemma is, in small letters, one of some."""
        return _found(self.by_lemma, lemmas)

    def tagged(self, *tags: str) -> list[Token]:
        """The words with one of some tags ("VBD")."""
        return _found(self._by_tag, tags)

    def of_class(self, *classes: str) -> list[Token]:
        """The words of some parts of speech ("NOUN")."""
        return _found(self._by_class, classes)

    def related(self, *relations: str) -> list[Token]:
        """The words that stand in one of some relations to what they depend on ("conj")."""
        return _found(self._by_relation, relations)

    @cached_property
    def by_form(self) -> dict[str, list[Token]]:
        """The words by what they are in small letters."""
        return self._by(lambda token: token.lower_)

    @cached_property
    def by_lemma(self) -> dict[str, list[Token]]:
        """The words by their lemma in small letters."""
        return self._by(lambda token: token.lemma_.lower())

    @cached_property
    def _by_tag(self) -> dict[str, list[Token]]:
        return self._by(attrgetter("tag_"))

    @cached_property
    def _by_class(self) -> dict[str, list[Token]]:
        return self._by(attrgetter("pos_"))

    @cached_property
    def _by_relation(self) -> dict[str, list[Token]]:
        return self._by(grammar.relation)

    def _by(self, key: Callable[[Token], str]) -> dict[str, list[Token]]:
        found: dict[str, list[Token]] = defaultdict(list)
        for token in self.tokens:
            found[key(token)].append(token)
        return dict(found)


def _found(index: dict[str, list[Token]], keys: Collection[str]) -> list[Token]:
    places = [index[key] for key in index.keys() & keys]
    return sorted((token for tokens in places for token in tokens), key=_BY_PLACE) if len(places) != 1 else places[0]
