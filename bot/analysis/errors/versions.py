"""Two versions of one story as a copy editor compares them: what was changed, and which is the original."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from bot.analysis.comparison import Edit, Passage, Word, align
from bot.analysis.comparison.words import words
from bot.analysis.errors.lexicon import is_attested
from bot.analysis.errors.origin import SPUN, Origin, later, origin
from bot.analysis.errors.quotation import quoted_regions
from bot.analysis.errors.registry import Finding
from bot.analysis.errors.word_classes import FUNCTION, UPDATING, content, same_words
from bot.model import Article, Brief, Span

CLOSE: Final = 0.6
"""Passages less alike than this were written anew, and their words are not compared."""
LONGEST: Final = 6
"""Where more words than this were exchanged at once, the passage was written anew there."""
REPLACEMENTS: Final = 3
"""Replacements in quotations and names that show a copy to be rewritten word by word: a person touches neither."""
UNCLEAR: Final = 0.6
"""The most confidence in a difference while it is not clear which version came first."""
DOUBTFUL: Final = 0.5
"""The confidence in a difference that the course of events may explain."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ in a passage that is the same otherwise.

    ``quoted`` is True when both versions have them inside quotation marks.
    """

    edit: Edit
    passage: Passage
    quoted: bool

    @property
    def mine(self) -> tuple[Word, ...]:
        """The words of this version."""
        return self.edit.mine

    @property
    def theirs(self) -> tuple[Word, ...]:
        """The words of the other."""
        return self.edit.theirs

    @property
    def replaces(self) -> bool:
        """True when a few words of meaning stand for a few others."""
        return bool(content(self.mine) and content(self.theirs)) and max(len(self.mine), len(self.theirs)) <= LONGEST


@dataclass(frozen=True)
class Versions:
    """This article (``mine``) and a version of it that was read before (``theirs``), with lazily made views."""

    mine: Brief
    theirs: Brief

    @cached_property
    def passages(self) -> list[Passage]:
        """What both tell in nearly the same words."""
        return [one for one in align(self.mine.article, self.theirs.article) if one.likeness >= CLOSE]

    @cached_property
    def changes(self) -> list[Change]:
        """The differences in these passages that are more than spelling."""
        masks = [_quoted(brief.article) for brief in (self.mine, self.theirs)]
        return [
            Change(edit, passage, _inside(edit.mine, masks[0]) and _inside(edit.theirs, masks[1]))
            for passage in self.passages
            for edit in passage.edits
            if not same_words(edit.mine, edit.theirs)
        ]

    @cached_property
    def origin(self) -> Origin:
        """Which of the two is likely the original."""
        slips = [sum(error.start is not None for error in brief.errors) for brief in (self.mine, self.theirs)]
        for change in self.changes:
            mine, theirs = (_odd_pairs(change.edit, side) for side in (change.mine, change.theirs))
            slips[0] += change.replaces and mine > theirs
            slips[1] += change.replaces and theirs > mine
        return origin(self.mine, self.theirs, slips_here=slips[0], slips_there=slips[1])

    @cached_property
    def rewritten(self) -> bool:
        """True when this copy was made from the other word by word, as machines do it."""
        if self.mine.document.spun.score >= SPUN:
            return self.origin != "mine"
        untouchable = sum(change.replaces and (change.quoted or renames(change)) for change in self.changes)
        return self.origin == "theirs" and untouchable >= REPLACEMENTS

    @cached_property
    def later(self) -> bool | None:
        """Whether this version is the later one; None when that is not known."""
        return later(self.mine, self.theirs)

    @cached_property
    def told_anew(self) -> bool:
        """True when one of the versions says that things have moved: "has risen", "updated", "now"."""
        return any(word.key in UPDATING for change in self.changes for word in (*change.mine, *change.theirs))

    @cached_property
    def vocabulary(self) -> tuple[frozenset[str], frozenset[str]]:
        """The keys of every word of this version and of the other."""
        return _vocabulary(self.mine.article), _vocabulary(self.theirs.article)

    @property
    def other(self) -> str:
        """What messages call the other version."""
        if self.rewritten:
            return "the likely original"
        return "the earlier version" if self.origin == "theirs" else "another version"

    def finding(self, change: Change, what: str, *, confidence: float, moved: bool = False) -> Finding:
        """Both wordings side by side, the other's as the suggestion. ``what`` completes "Possibly …".

        With ``moved`` the course of events may explain the difference, which is minor then and no error.
        """
        here, there = self.here(change), self.there(change)
        if moved and not self.rewritten:
            since = "since the earlier version" if self.origin == "theirs" else "between the versions"
            message = f"Possibly changed {since}: “{there}” there, “{here}” here. Check what holds now."
            return Finding(self.place(change), message, confidence=DOUBTFUL, severity="minor")
        sides = f"“{here}” here, “{there}” in {self.other}" if change.theirs else f"“{here}” is not in {self.other}"
        message = f"Possibly {what}: {sides}. Check which is right."
        suggestion = there if change.theirs else None
        return Finding(self.place(change), message, suggestion, confidence=self.sure(confidence))

    def sure(self, confidence: float) -> float:
        """The confidence in a difference, lower while it is not clear which version came first."""
        return min(confidence, UNCLEAR) if self.origin == "unclear" else confidence

    def place(self, change: Change) -> Span:
        """The words in question; where words are missing, the ones around the gap."""
        around = [word for word in (change.edit.before, change.edit.after) if word is not None]
        found = change.mine or tuple(around)
        return self.mine.article.span(found[0].start, found[-1].end, found[0].field)

    def here(self, change: Change) -> str:
        """The words of this version, as printed; where words are missing, the ones around the gap."""
        return " ".join(self.place(change).text.split())

    def there(self, change: Change) -> str:
        """The words of the other version in their place, as printed."""
        if change.mine and change.theirs:
            return self.printed(change.theirs)
        around = [change.edit.before, *change.theirs, change.edit.after]
        return " ".join(word.text for word in around if word is not None)

    def printed(self, theirs: tuple[Word, ...]) -> str:
        """The stretch of the other version from the first to the last of some words."""
        article = self.theirs.article
        source = article.text if theirs[0].field == "text" else article.title or ""
        return " ".join(source[theirs[0].start : theirs[-1].end].split())


def renames(change: Change) -> bool:
    """True when capitalised words stand for other capitalised words, so that a name or title was changed.

    At the start of a sentence a capital tells only before a further one ("Justice Achieng").
    """
    sides = (content(change.mine), content(change.theirs))
    if not all(sides) or change.mine[0].field == "title":
        return False
    if not all(word.is_capitalised and len(word.text) > 1 for side in sides for word in side):
        return False
    after = change.edit.after
    return not any(side[0].opens for side in sides) or (after is not None and after.is_capitalised and not after.opens)


def is_odd(change: Change) -> bool:
    """True when the words here, with those around them, make a pair that nobody writes, and the other's do not."""
    return _odd_pairs(change.edit, change.mine) > _odd_pairs(change.edit, change.theirs)


def _odd_pairs(edit: Edit, side: tuple[Word, ...]) -> int:
    around = [word for word in (edit.before, *side, edit.after) if word is not None]
    return sum(_never_written(first, second) for first, second in pairwise(around))


def _never_written(first: Word, second: Word) -> bool:
    if {first.key, second.key} & FUNCTION or not (first.text.isalpha() and second.text.isalpha()):
        return False
    if first.is_capitalised and second.is_capitalised:
        return False
    return not is_attested(first.text.lower(), second.text.lower())


def _vocabulary(article: Article) -> frozenset[str]:
    return frozenset(word.key for word in (*words(article.text), *words(article.title or "")))


def _quoted(article: Article) -> bytearray:
    """Which characters of the body stand in quotation marks."""
    mask = bytearray(len(article.text))
    for line in _lines(article):
        for region in quoted_regions(line):
            mask[region.start : region.end] = b"\1" * (region.end - region.start)
    return mask


def _lines(article: Article) -> Iterator[Span]:
    start = 0
    for line in article.text.splitlines(keepends=True):
        yield article.span(start, start + len(line))
        start += len(line)


def _inside(some: tuple[Word, ...], mask: bytearray) -> bool:
    """True when some words of the body stand in quotation marks."""
    return bool(some) and some[0].field == "text" and all(mask[word.start] for word in some)
