"""What can go wrong between a fetched page and its article."""

from typing import ClassVar

from bot.failures import Failure


class EmptyPage(Failure):
    """The page holds no text at all. ``needs_script`` when its text is only made by a program."""

    kind: ClassVar[str] = "empty-page"

    def __init__(self, *, needs_script: bool = False) -> None:
        self.needs_script = needs_script
        super().__init__()

    def sentence(self) -> str:
        """One sentence for the reader."""
        if self.needs_script:
            return "This page needs JavaScript to show its text, so there was nothing to read."
        return "This page holds no text."


class NoArticle(Failure):
    """The page has text, but nothing that reads like an article."""

    kind: ClassVar[str] = "no-article"

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "No article was found on this page."


class NotText(Failure):
    """The document was sent as a page but is a binary file."""

    kind: ClassVar[str] = "not-text"

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "This link leads to a file that is not a text page."


class LiveBlog(Failure):
    """A running live blog: a stream of separate updates, not one article."""

    kind: ClassVar[str] = "live-blog"

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "This is a live blog that keeps changing, so it is not briefed as one article."


class TooLong(Failure):
    """More words than ``extract.max_words``."""

    kind: ClassVar[str] = "too-long"

    def __init__(self, words: int, limit: int) -> None:
        self.words = words
        self.limit = limit
        super().__init__(words, limit)

    def sentence(self) -> str:
        """One sentence for the reader."""
        return f"This text has {self.words:,} words, more than the {self.limit:,} that are read at once."


class TooSlow(Failure):
    """Extraction did not end within ``extract.time_limit`` seconds."""

    kind: ClassVar[str] = "too-slow"

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "This page took too long to take apart."
