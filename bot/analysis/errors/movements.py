"""What rises and what falls: "sales rose", "a fall in profit", "passengers had risen"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from bot.analysis.errors.axes import is_denied, is_open, on_axes
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar

_AXIS = next(iter(on_axes("plummet")))
_UP = word_set("rise increase jump gain growth climb surge upturn")
_DOWN = word_set("fall drop decline decrease slump dip slide plunge downturn")


@dataclass(frozen=True, slots=True)
class Movement:
    """One thing that goes up (1) or down (-1), by the lemma of its noun, and the word that says so."""

    thing: str
    way: int
    word: Token


def movements(words: Sequence[Token]) -> Iterator[Movement]:
    """The movements that some words tell of, as verbs with a subject and as nouns with "in"."""
    for word in words:
        lemma = word.lemma_.lower()
        way = 1 if lemma in _UP else -1 if lemma in _DOWN else 0
        if way and (thing := _moved(word)) is not None:
            yield Movement(thing.lemma_.lower(), way, word)
        elif word.pos_ == "VERB" and (way := on_axes(lemma).get(_AXIS, 0)) and not is_denied(word) and not is_open(word):
            thing = grammar.subject(word)
            if thing is not None and thing.pos_ == "NOUN" and not grammar.objects(word):
                yield Movement(thing.lemma_.lower(), way, word)


def _moved(word: Token) -> Token | None:
    """The noun behind "fall in", whatever the parse makes of the words."""
    if word.i + 2 >= len(word.doc) or word.nbor(1).lower_ != "in":
        return None
    return next((c.head for c in (word.nbor(1),) if c.head.pos_ == "NOUN" and c.head.i > word.i), None)
