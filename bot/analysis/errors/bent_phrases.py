"""Fixed phrases of which every word is there, but two have changed places, or an article has crept in or is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.phrases import Part, Phrase, anchored, around, indexed, lines
from bot.analysis.errors.valency import PREPOSITIONS
from bot.language.tokens import Token

_ARTICLES = ("the", "a", "an")
_SMALL = frozenset({*_ARTICLES, *PREPOSITIONS, "and", "or", "not", "no", "as", "it", "one", "OBJ", "POSS", "?", "'s"})
_LEAST = 3
"""Words of a phrase that must be there for it to be known by the others."""


@dataclass(frozen=True, slots=True)
class Bent:
    """A stretch that is a phrase of the table in another shape."""

    phrase: Phrase
    first: Token
    last: Token

    @property
    def lacks_word(self) -> bool:
        """True when an article of the phrase is missing, as headlines leave it out."""
        return len(self.phrase.parts) < len(self.phrase.shown.split())


def bent_phrases(words: Concordance) -> Iterator[Bent]:
    """Every place of a parse where a phrase stands with two words swapped, an article too many or one too few."""
    for phrase, token in anchored(_bent(), words):
        bent = _stands_at(phrase, token)
        if bent is not None:
            yield bent


def _stands_at(phrase: Phrase, anchor: Token) -> Bent | None:
    others = around(phrase, anchor)
    if others is None:
        return None
    places = sorted([anchor, *(token for token, _ in others)], key=lambda token: token.i)
    return Bent(phrase, places[0], places[-1])


@cache
def _bent() -> dict[str, tuple[Phrase, ...]]:
    plain = [(tuple(replace(part, is_slot=False, is_open=False) for part in parts), shown) for parts, shown in lines()]
    right = {tuple(part.words for part in parts) for parts, _ in plain}
    return indexed(
        (parts, shown)
        for line, shown in plain
        if all(part.words for part in line) and len(line) >= _LEAST
        for parts in (*_swapped(line), *_with_article(line), *_without_article(line))
        if tuple(part.words for part in parts) not in right
    )


def _is_content(part: Part) -> bool:
    return not part.is_verb and not _SMALL.intersection(part.words)


def _swapped(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """ "throw the wind to caution": the two telling words, with articles or without, when others part them."""
    bare = [part for part in parts if not set(part.words) <= set(_ARTICLES)]
    at = [i for i, part in enumerate(bare) if _is_content(part)]
    differ = len(at) == 2 and set(bare[at[0]].words).isdisjoint(bare[at[1]].words)
    if len(bare) >= _LEAST and differ and at[1] > at[0] + 1 and not {"and", "or"} & set(bare[at[0] + 1].words):
        bare[at[0]], bare[at[1]] = bare[at[1]], bare[at[0]]
        article = Part(_ARTICLES, shortest=0)
        yield tuple(piece for i, part in enumerate(bare) for piece in ((article, part) if i in at else (part,)))


def _with_article(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """ "come to the light": an article before a noun that stands bare behind verb and preposition."""
    if parts[0].is_verb and PREPOSITIONS.issuperset(parts[1].words) and _is_content(parts[2]):
        yield (*parts[:2], Part(_ARTICLES), *parts[2:])


def _without_article(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    """ "turn blind eye to": an article inside the phrase that is lost."""
    for i, part in enumerate(parts[1:-1], 1):
        lost = set(part.words) <= set(_ARTICLES) and "most" not in parts[i + 1].words  # "makes most of the power"
        if lost and len(parts) > _LEAST and parts[0].is_verb:
            yield (*parts[:i], *parts[i + 1 :])
