"""What rises and what falls: "sales rose", "a fall in profit", "passengers had risen"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.analysis.errors.axes import is_denied, is_open, on_axes
from bot.analysis.errors.lexicon import word_set
from bot.language import grammar
from bot.language.tokens import Token

_AXIS = next(iter(on_axes("plummet")))
_UP = word_set("rise increase jump gain growth climb surge upturn")
_DOWN = word_set("fall drop decline decrease slump dip slide plunge downturn")
_MEASURES = word_set("cent percent percentage point pound dollar euro")


@dataclass(frozen=True, slots=True)
class Movement:
    """One thing that goes up (1) or down (-1), by the lemma of its noun, and the word that says so."""

    thing: str
    way: int
    word: Token


_RECORDS = re.compile(
    r"\b(?:(?:record|all-time|historic|\w+-(?:year|month|week|day|decade)) (?P<noun>high|low)"
    r"|(?P<most>highest|lowest|most|fewest|biggest|smallest)(?: [a-z]+){0,3} (?:since|in|for|on record|ever))\b"
)
_PHRASE = ("DET", "ADJ", "PRON", "NUM", "NOUN", "PROPN", "PART")
_TOP = word_set("high highest most biggest")


def records(text: str, start: int, end: int) -> list[tuple[int, re.Match[str]]]:
    """The records of a text, high (1) or low (-1): "a five-year low", "the highest since 2019"."""
    found = _RECORDS.finditer(text, start, end)
    return [(1 if (m["noun"] or m["most"]) in _TOP else -1, m) for m in found]


def movements(words: Sequence[Token]) -> Iterator[Movement]:
    """The movements that some words tell of, as verbs with a subject and as nouns with "in"."""
    for word in words:
        lemma = word.lemma_.lower()
        way = 1 if lemma in _UP else -1 if lemma in _DOWN else 0
        if way and (thing := _moved(word)) is not None:
            yield Movement(thing.lemma_.lower(), way, word)
        elif (
            word.pos_ == "VERB" and (way := on_axes(lemma).get(_AXIS, 0)) and not is_denied(word) and not is_open(word)
        ):
            thing = grammar.subject(word)
            if thing is not None and thing.pos_ == "NOUN" and all(map(_is_figure, grammar.objects(word))):
                yield Movement(thing.lemma_.lower(), way, word)


def _is_figure(noun: Token) -> bool:
    """True for how far something moves, which is no object: "sales rose 3 per cent"."""
    return (
        noun.pos_ in ("NUM", "SYM") or noun.lemma_.lower() in _MEASURES or any(c.pos_ == "NUM" for c in noun.children)
    )


def _moved(word: Token) -> Token | None:
    """The noun behind "fall in", the last of its phrase; parses of headlines often miss it."""
    if word.i + 2 >= len(word.doc) or word.nbor(1).lower_ != "in":
        return None
    phrase = takewhile(lambda t: t.pos_ in _PHRASE, word.doc[word.i + 2 :])
    nouns = [token for token in phrase if token.pos_ == "NOUN"]
    return nouns[-1] if nouns else None
