"""A quotation with other words, or another speaker, than in the version read before."""

from collections.abc import Iterator
from typing import Final

from bot.analysis.comparison.words import words
from bot.analysis.errors.checks.name_spelling import edit_distance
from bot.analysis.errors.outlets import is_outlet
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.versions import Versions
from bot.analysis.errors.word_classes import FUNCTION
from bot.language.tables import fold
from bot.model import Brief, Quote

_SAME_WORDS: Final = 0.7
"""Quotations that share fewer of their words may be two translations, or two utterances."""
_FEWEST_WORDS: Final = 4
_SPELT_ALIKE: Final = 2
"""Names so many letters apart may be one that is misspelt, which other checks report."""


@check("version.quotation", "Quotation changed from another version", severity="critical", confidence=0.8)
def version_quotation(versions: Versions) -> Iterator[Finding]:
    """Words of meaning exchanged inside a quotation that is the same otherwise."""
    for change in versions.changes:
        if change.quoted and change.replaces and (versions.rewritten or change.passage.likeness >= _SAME_WORDS):
            yield versions.finding(change, "an altered quotation", confidence=0.8)


@check("version.speaker", "Quotation with another speaker in another version", severity="critical", confidence=0.7)
def version_speaker(versions: Versions) -> Iterator[Finding]:
    """The same words, credited to somebody else there; only speakers who are named in both versions count."""
    known = [(quote, _bag(quote)) for quote in versions.theirs.quotes if _is_named(quote)]
    for quote in versions.mine.quotes:
        mine = _bag(quote)
        if not _is_named(quote) or quote.speaker_span is None or len(mine) < _FEWEST_WORDS:
            continue
        twin = max(known, key=lambda entry: _shared(mine, entry[1]), default=None)
        if twin is None or _shared(mine, twin[1]) < _SAME_WORDS or not _are_two(versions, quote, twin[0]):
            continue
        there = twin[0].speaker or ""
        yield Finding(
            quote.speaker_span,
            f"Possibly the wrong speaker: these words are credited to {quote.speaker} here, to {there} in "
            f"{versions.other}. Check who said them.",
            suggestion=there,
            evidence=(versions.mine.article.span(quote.start, quote.end, quote.field),),
            confidence=versions.sure(0.7),
        )


def _bag(quote: Quote) -> frozenset[str]:
    return frozenset(word.key for word in words(quote.text))


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / max(len(mine), len(theirs), 1)


def _is_named(quote: Quote) -> bool:
    return quote.kind != "indirect" and not quote.carried and (quote.speaker or "")[:1].isupper()


def _are_two(versions: Versions, mine: Quote, theirs: Quote) -> bool:
    """True when the two speakers can be no names of one: an outlet and somebody else, or two persons."""
    one, other = mine.speaker or "", theirs.speaker or ""
    if one.lower() in FUNCTION or other.lower() in FUNCTION:
        return False
    if any(edit_distance(a, b) <= _SPELT_ALIKE for a in _parts(one) for b in _parts(other)):
        return False
    if is_outlet(one) != is_outlet(other):
        return is_outlet(one)
    return _kind(versions.mine, mine) == _kind(versions.theirs, theirs) == "person"


def _parts(name: str) -> list[str]:
    return fold(name).split()


def _kind(brief: Brief, quote: Quote) -> str | None:
    return next((actor.kind for actor in brief.actors if actor.id == quote.speaker_id), None)
