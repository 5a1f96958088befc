"""What every table of examples asks of the checks: to mark the words of a slip, and to leave clean copy alone."""

import re
from collections.abc import Callable

from bot.model import LikelyError

_EDIT = re.compile(r"\{(?P<right>[^{}]*)=>(?P<wrong>[^{}]*)\}")
_RECKONING = ("number.", "date.", "caption.", "headline.")

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


def assert_slip(errors: Check, text: str) -> None:
    """The checks on figures and dates question a text with ``{right=>wrong}`` in it, and leave the right one alone.

    ``# `` begins a headline.
    """
    title, body = text.removeprefix("# ").split("\n\n", 1) if text.startswith("# ") else (None, text)
    wrong, right = (_EDIT.sub(lambda edit, side=side: edit[side], body) for side in ("wrong", "right"))
    assert any(error.check.startswith(_RECKONING) for error in errors(wrong, title))
    assert [error for error in errors(right, title) if error.check.startswith(_RECKONING)] == []


def assert_no_reckoning(errors: Check, text: str) -> None:
    """No check on figures and dates says anything; ``# `` begins a headline."""
    title, body = text.removeprefix("# ").split("\n\n", 1) if text.startswith("# ") else (None, text)
    assert [error for error in errors(body, title) if error.check.startswith(_RECKONING)] == []
