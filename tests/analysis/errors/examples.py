"""What every table of examples asks of the checks: to mark the words of a slip, and to leave clean copy alone."""

from collections.abc import Callable

from bot.model import LikelyError

Check = Callable[..., list[LikelyError]]
"""The findings on a text: the fixture ``errors``."""


def assert_fires(errors: Check, check: str, text: str, words: str) -> None:
    """The check, or one of its family when the name ends in a dot, marks the words where they stand."""
    everything, is_family = errors(text), check.endswith(".")
    found = [error for error in everything if error.check == check or (is_family and error.check.startswith(check))]
    assert any(words in error.text or error.text in words for error in found if error.text), everything
    assert all(text[error.start : error.end] == error.text for error in found if error.start is not None)


def assert_silent(errors: Check, text: str) -> None:
    """No check says anything."""
    assert errors(text) == []
