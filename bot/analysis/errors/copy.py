"""A story as a copy editor looks at it: views of its text that several checks share, made once."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from bot.analysis.errors.chronology.distances import Distance, distances
from bot.analysis.errors.chronology.moments import Moment, moments
from bot.analysis.errors.concordance import Concordance
from bot.analysis.errors.counts import Count, counts
from bot.analysis.errors.figures import Sentence, sentences
from bot.analysis.errors.openings import find_all
from bot.analysis.errors.outlets import named_outlets, outlets_of
from bot.analysis.errors.people import Person, joined_nouns, people
from bot.analysis.errors.proofreader import Scores, proofreader
from bot.analysis.errors.quotation import Region, quoted_regions
from bot.analysis.errors.whereabouts import Where, places
from bot.analysis.index import ActorIndex
from bot.analysis.story import Story
from bot.language.dates import dates
from bot.language.reading import Reading
from bot.language.tokens import Doc, Token
from bot.language.tokens import Span as DocSpan
from bot.model import Article, FieldName, Span

_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "is", "was", "for", "that", "with", "it", "as", "by", "on", "at", "from", "be"}
    | {"this", "has", "have", "are", "said"}
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


_FULL_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2},? ((?:19|20)\d\d)\b|\b\d{1,2} [A-Z][a-z]{2,8} ((?:19|20)\d\d)\b")


_OPENING = 1200
_BORN, _BEFORE = re.compile(r"\b[Bb]orn\b[^.;]*$"), 60
"""A full date behind it says nothing of the day of writing."""

View = TypeVar("View")
"""What a check makes of a piece of copy."""


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


@dataclass(frozen=True)
class Copy:
    """One story with lazily made views. Offsets are those of ``article.text`` or ``article.title``."""

    story: Story

    @cached_property
    def reading(self) -> Reading:
        """The article and its parses."""
        return self.story.reading

    @cached_property
    def article(self) -> Article:
        """The article itself."""
        return self.story.reading.article

    @cached_property
    def text(self) -> str:
        """The body."""
        return self.article.text

    @cached_property
    def title(self) -> str:
        """The headline; empty when there is none."""
        return self.article.title or ""

    @cached_property
    def body(self) -> Doc:
        """The parse of the body."""
        return self.story.reading.body

    @cached_property
    def docs(self) -> tuple[Doc, Doc]:
        """The parses of headline and body."""
        return self.story.reading.title, self.story.reading.body

    @cached_property
    def words(self) -> Concordance:
        """The words of the body."""
        return Concordance(self.body)

    @cached_property
    def all_words(self) -> tuple[Concordance, Concordance]:
        """The words of headline and body."""
        return Concordance(self.story.reading.title), self.words

    @cached_property
    def sentences(self) -> list[DocSpan]:
        """The sentences of the body."""
        return list(self.body.sents)

    @cached_property
    def sentence_words(self) -> list[list[Token]]:
        """The words and marks of each sentence of the body, without blanks."""
        tokens = self.words.tokens
        return [[t for t in tokens[one.start : one.end] if not t.is_space] for one in self.sentences]

    @cached_property
    def is_english(self) -> bool:
        """True when the language of the article is stated as English or, failing that, reads like it."""
        if self.article.language:
            return self.article.language.lower().startswith("en")
        words = [token.lower_ for token in self.body[:400] if token.is_alpha]
        return len(words) < 20 or sum(word in _ENGLISH for word in words) >= 0.12 * len(words)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs of the body, as blank lines or, failing those, line ends set them apart; none is empty."""
        separator = _BLANK_LINE if _BLANK_LINE.search(self.text) else re.compile(r"\n")
        edges = [0, *(edge for match in separator.finditer(self.text) for edge in match.span()), len(self.text)]
        return [self.trimmed(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if self.text[a:b].strip()]

    @cached_property
    def regions(self) -> list[Region]:
        """What stands in quotation marks in the body, in text order."""
        return [region for paragraph in self.paragraphs for region in quoted_regions(paragraph)]

    @cached_property
    def _quoted(self) -> bytearray:
        mask = bytearray(len(self.text))
        for region in self.regions:
            mask[region.start : region.end] = b"\1" * (region.end - region.start)
        return mask

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The names of news outlets in headline and body, without a leading "the"."""
        return named_outlets(self.docs)

    @cached_property
    def hearers(self) -> dict[str, bool]:
        """The outlets by every name they have in the story, and whether it speaks of being told to them."""
        return outlets_of(self.text, self.outlets)

    @cached_property
    def people(self) -> list[Person]:
        """The people named in headline and body, in order of first mention."""
        return people(self.docs, self.outlets, lambda word: word.doc is self.body and self.is_quoted(word.idx))

    @cached_property
    def actors(self) -> ActorIndex:
        """The actors of the story, by token."""
        return ActorIndex(self.reading, self.story.actors)

    @cached_property
    def moments(self) -> list[Moment]:
        """The times that the body states."""
        return moments(self.text)

    @cached_property
    def distances(self) -> list[Distance]:
        """The lengths of time from one moment to another that the body states."""
        return list(distances(self.text))

    @cached_property
    def figures(self) -> list[Sentence]:
        """The sentences of the body with their figures."""
        return sentences(self.body)

    @cached_property
    def counts(self) -> list[Count]:
        """The plain numbers of the body, with what they count."""
        return counts(self.body, "text")

    @cached_property
    def places(self) -> list[Where]:
        """The places named in the body."""
        return places(self.body)

    @cached_property
    def mentions(self) -> list[tuple[DocSpan, Person]]:
        """The mentions of people in the body, in text order, each with whose it is."""
        found = [(mention, person) for person in self.people for mention in person.mentions]
        return sorted((place for place in found if place[0].doc is self.body), key=lambda place: place[0].start)

    @cached_property
    def role_nouns(self) -> frozenset[Token]:
        """The nouns joined to the names of people in the body."""
        return frozenset(noun for mention, _ in self.mentions for noun in joined_nouns(mention))

    @cached_property
    def published(self) -> date | None:
        """The day the article appeared: from its metadata, else from a line of the text that is only a date."""
        stated = self.article.published
        if stated and (day := _iso_day(stated)) is not None:
            return day
        for paragraph in self.paragraphs[:4]:
            if len(paragraph.text) < 45 and (found := list(dates(paragraph.text, None))) and found[0].iso is not None:
                rest = paragraph.text[: found[0].start] + paragraph.text[found[0].end :]
                if not re.search(r"[a-z]{3,}", re.sub(r"(?i)\b\w+day\b|updated|published|posted", "", rest)):
                    return _iso_day(found[0].iso)
        return None

    @cached_property
    def year(self) -> int | None:
        """The year of publication, else the latest year that a full date of the opening names, or of the whole body."""
        if self.published is not None:
            return self.published.year
        for stretch in (self.text[:_OPENING], self.text):
            stated = [
                int(match[1] or match[2])
                for match in _FULL_DATE.finditer(stretch)
                if not _BORN.search(stretch, max(0, match.start() - _BEFORE), match.start())
            ]
            if stated:
                return max(stated)
        return None

    @cached_property
    def proofread(self) -> tuple[dict[int, Scores], dict[int, Scores]]:
        """For headline and body, by token number, how likely each word is a slip of each kind; costs time."""
        title, body = self.docs
        return proofreader().read(title), proofreader().read(body)

    @cached_property
    def _made(self) -> dict[Callable[..., Any], Any]:
        return {}

    def once(self, make: Callable[["Copy"], View]) -> View:
        """What a function makes of the copy, made once for all checks that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(View, self._made[make])

    def is_quoted(self, offset: int) -> bool:
        """True when the character of the body at ``offset`` stands in quotation marks."""
        return offset < len(self._quoted) and self._quoted[offset] == 1

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], FieldName]]:
        """Every match of a pattern in the headline, then in the body."""
        for match in find_all(pattern, self.title):
            yield match, "title"
        for match in find_all(pattern, self.text):
            yield match, "text"

    def last_word(self, match: re.Match[str], field: FieldName = "text") -> Token | None:
        """The word that a match of :meth:`matches` ends in."""
        doc, end = self.docs[0 if field == "title" else 1], match.start() + len(match.group().rstrip())
        piece = doc.char_span(end - 1, end, alignment_mode="expand")
        return piece[0] if piece else None

    def span(self, start: int, end: int, field: FieldName = "text") -> Span:
        """The contract span ``field[start:end]``."""
        return self.article.span(start, end, field)

    def trimmed(self, start: int, end: int, field: FieldName = "text") -> Span:
        """The contract span ``field[start:end]`` without white space at its ends."""
        source = self.text if field == "text" else self.title
        piece = source[start:end]
        start += len(piece) - len(piece.lstrip())
        return self.span(start, start + len(piece.strip()), field)

    def of(self, piece: DocSpan | Token) -> Span:
        """The contract span of a piece of a parse."""
        return self.story.reading.span(piece)

    def paragraph_number(self, offset: int) -> int:
        """Which of the paragraphs holds a character of the body, else the last one before it."""
        return max(0, bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1)
