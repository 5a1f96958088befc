"""What stands above a story and where the story begins: headline and standfirst, each to be held against the text."""

import re
from dataclasses import dataclass

from bot.analysis.errors.captions import captions
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.counts import Count, counts
from bot.analysis.errors.datelines import date_line
from bot.analysis.errors.figures import Figure, Sentence, sentences
from bot.language.quantities import Quantity, quantities
from bot.language.tokens import Doc, Token
from bot.model import FieldName, Span

_FEWEST_WORDS, _MOST_CHARACTERS = 6, 260
_DATE_ALONE = re.compile(r"(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+\.? \d{1,2}),? \d{4}")
_BYLINE = re.compile(r"By (?:[A-Z]|our )")
_CAPITALS = re.compile(r"(?<![A-Z])[A-Z]{3,}(?: [A-Z]{3,})*(?:,[^.\n]{0,60})? ?(?:\([^)\n]{2,40}\) ?)?[-–—]")
"""A date line."""


@dataclass(frozen=True)
class Heading:
    """A headline or standfirst: where it stands in its field, its figures and counts, and what the story says."""

    doc: Doc
    field: FieldName
    start: int
    end: int
    text: str
    """All of the field that it stands in."""
    figures: list[Sentence]
    counts: list[Count]
    story: "Story"

    @property
    def shown(self) -> str:
        """The heading itself."""
        return self.text[self.start : self.end]

    @property
    def words(self) -> list[Token]:
        """Its words and marks."""
        return [token for token in self.doc if self.start <= token.idx < self.end]


@dataclass(frozen=True)
class Story:
    """The story below a heading: the body from an offset on, and where its first sentence begins behind a date line."""

    text: str
    start: int
    lead: int
    figures: list[Sentence]
    counts: list[Count]
    said: list[Quantity]


def headings(copy: Copy) -> list[Heading]:
    """The headline and the standfirst, if there are such."""
    return copy.once(_headings)


def story_start(copy: Copy) -> int:
    """Where the first sentence of the body begins, behind standfirst and date line."""
    return copy.once(_story_start)


def standfirst(copy: Copy) -> Span | None:
    """The paragraph that opens the body without a stop or above a byline or date line; no byline itself, no caption."""
    paragraphs = copy.paragraphs
    if not copy.title or len(paragraphs) < 3:
        return None
    first = paragraphs[0]
    below = paragraphs[1].text
    is_set_off = _BYLINE.match(below) is not None or _CAPITALS.match(below) is not None
    if (
        not (first.text[-1].isalnum() or is_set_off)
        or len(first.text) > _MOST_CHARACTERS
        or len(first.text.split()) < _FEWEST_WORDS
    ):
        return None
    if _DATE_ALONE.search(first.text) or _BYLINE.match(first.text):
        return None
    return None if any(picture.start_char == first.start for picture in captions(copy)) else first


def _story_start(copy: Copy) -> int:
    line, below = copy.once(date_line), copy.once(standfirst)
    return line.end if line is not None else below.end if below is not None else 0


def _headings(copy: Copy) -> list[Heading]:
    found, below, lead = [], copy.once(standfirst), story_start(copy)
    said = list(quantities(copy.text))
    if copy.title:
        title = copy.docs[0]
        story = Story(copy.text, 0, lead, copy.figures, copy.counts, said)
        found.append(
            Heading(title, "title", 0, len(copy.title), copy.title, sentences(title), counts(title, "title"), story)
        )
    if below is not None:
        end = below.end
        inside = [s for s in copy.figures if s.start < end]
        rest = Story(
            copy.text,
            end,
            max(lead, end),
            [s for s in copy.figures if s.start >= end],
            [c for c in copy.counts if c.quantity.start >= end],
            [q for q in said if q.start >= end],
        )
        told = [c for c in copy.counts if c.quantity.start < end]
        found.append(Heading(copy.body, "text", below.start, end, copy.text, inside, told, rest))
    return found


def opening(story: Story, reach: int) -> list[Figure]:
    """The figures of the first characters of a story."""
    return [f for s in story.figures if s.start < story.lead + reach for f in s.figures]


def in_marks(title: str, at: int) -> bool:
    """True when a place of the headline stands in quotation marks, single ones too."""
    return any(m.start() < at < m.end() for m in re.finditer(r"[‘“\"'](?! )[^‘“”\"]{3,}?(?<! )[’”\"'](?!\w)", title))
