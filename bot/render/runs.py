"""Runs of styled text, the common form that every renderer escapes in its own way."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Style(StrEnum):
    """What a run is; the renderers decide what that looks like."""

    PLAIN = "plain"
    STRONG = "strong"
    EXCERPT = "excerpt"
    FOCUS = "focus"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line. ``text`` is cleaned but not escaped. An excerpt is the article's own words."""

    text: str
    style: Style = Style.PLAIN

    @classmethod
    def strong(cls, text: str) -> Self:
        """Something that stands out."""
        return cls(text, Style.STRONG)

    @classmethod
    def excerpt(cls, text: str) -> Self:
        """Words of the article."""
        return cls(text, Style.EXCERPT)

    @classmethod
    def focus(cls, text: str) -> Self:
        """Words of the article that are the point, between others that give context."""
        return cls(text, Style.FOCUS)

    @classmethod
    def muted(cls, text: str) -> Self:
        """Something secondary."""
        return cls(text, Style.MUTED)
