"""A name, title or pronoun that is another one in the version read before."""

import re
from collections.abc import Iterator
from typing import Final

from bot.analysis.comparison import Word
from bot.analysis.errors.registry import Finding, check
from bot.analysis.errors.versions import Change, Versions, renames
from bot.analysis.errors.word_classes import COURTESIES, DAYS, FEMININE, MASCULINE, MONTHS, acronym, content
from bot.language.places import same_state
from bot.language.tables import fold
from bot.model import Brief

_NO_NAMES: Final = COURTESIES | DAYS | MONTHS
_SOUNDS: Final = (
    (re.compile(r"kh|gh|ck|q|c(?![eiy])|g(?![eiy])"), "k"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"ts|tz|z|c"), "s"),
    (re.compile(r"dj|g"), "j"),
    (re.compile(r"[aeiouyh'`]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that transcriptions of one name write differently, and what stands for them."""


@check("version.name", "Name or title changed from another version", severity="major", confidence=0.75)
def version_name(versions: Versions) -> Iterator[Finding]:
    """Capitalised words for other capitalised words: a person, place, body or title under another name."""
    for change in versions.changes:
        if change.replaces and renames(change) and not _same_name(versions, change):
            yield versions.finding(change, "a wrong name or title", confidence=0.75)


@check("version.pronoun", "Pronoun changed from another version", severity="major", confidence=0.7)
def version_pronoun(versions: Versions) -> Iterator[Finding]:
    """ "he" where the other version has "she", in a sentence that is the same otherwise."""
    for change in versions.changes:
        here, there = {word.key for word in change.mine}, {word.key for word in change.theirs}
        if len(change.mine) != 1 or len(change.theirs) != 1:
            continue
        if (here <= MASCULINE and there <= FEMININE) or (here <= FEMININE and there <= MASCULINE):
            yield versions.finding(change, "a wrong pronoun", confidence=0.7)


def _same_name(versions: Versions, change: Change) -> bool:
    """True when both may be names of one bearer, or the words are no names at all."""
    here, there = content(change.mine), content(change.theirs)
    if all(word.key in _NO_NAMES for word in (*here, *there)):
        return True
    if acronym(change.mine, change.theirs) or acronym(change.theirs, change.mine) or _is_abbreviated(here, there):
        return True
    one, other = (" ".join(word.text for word in side) for side in (here, there))
    if same_state(one, other) or _is_transcription(versions, one, other):
        return True
    if any(_borne_by_one(brief, here, there) for brief in (versions.mine, versions.theirs)):
        return True
    # A name that stands in both versions may only have been chosen for another of the same bearer.
    return not versions.rewritten and all(word.key in versions.vocabulary[1] for word in here)


def _is_abbreviated(here: list[Word], there: list[Word]) -> bool:
    """True when all that differs is a title that one of them shortens: "Capt", "Captain"."""
    pairs = [(one.key, other.key) for one, other in zip(here, there, strict=False) if one.key != other.key]
    return len(here) == len(there) and all(_shortens(*sorted(pair, key=len)) for pair in pairs)


def _shortens(short: str, long: str) -> bool:
    letters = iter(long)
    return short in COURTESIES and short[0] == long[0] and all(letter in letters for letter in short)


def _borne_by_one(brief: Brief, here: list[Word], there: list[Word]) -> bool:
    """True when one actor of a version goes by both names."""
    wanted = {fold(word.text) for word in (*here, *there)}
    for actor in brief.actors:
        forms = (actor.name, *actor.aliases, *(role.text for role in actor.roles))
        if wanted <= {part for form in forms for part in fold(form).split()}:
            return True
    return False


def _is_transcription(versions: Versions, one: str, other: str) -> bool:
    """True for two spellings of one foreign name, when this version keeps to its own."""
    return _sound(one) == _sound(other) and fold(other) not in versions.vocabulary[0]


def _sound(name: str) -> str:
    sound = fold(name)
    first = sound[:1]
    for letters, kept in _SOUNDS:
        sound = letters.sub(kept, sound)
    return sound or first
