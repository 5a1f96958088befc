"""What can go wrong between asking a worker process and its answer."""

from typing import ClassVar

from bot.failures import Failure


class AnalysisCrashed(Failure):
    """The worker raised something unforeseen, or died. ``reason`` is one line for the log."""

    kind: ClassVar[str] = "analysis-crashed"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def sentence(self) -> str:
        """One sentence for the reader."""
        return "Something went wrong on our side while this article was being read; the log of the bot says what."


class TooSlow(Failure):
    """The worker did not answer within ``seconds`` and was stopped."""

    kind: ClassVar[str] = "too-slow"

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def sentence(self) -> str:
        """One sentence for the reader."""
        return f"This page was given up because reading it took longer than {self.seconds:g} seconds."
