"""Where the checks look: the words of a concordance, and those at which a pattern may match."""

import re
from collections.abc import Callable

import pytest

from bot.analysis.errors.copy import Copy
from bot.analysis.errors.openings import Searched, openings
from bot.analysis.story import Story


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        (r"\b(?:[Oo]n|at) the run\b", {"on", "at"}),
        (r"\b(?:in )?despite of\b", {"in", "desp"}),
        (r"\baccus(?:ed|es?) [^.,]{2,40}? for\b|(?<![\w-])go(?![\w-])", {"accu", "go"}),
        (r"\b(?:do|does)n[’']t (?=[a-z])", {"don", "does"}),
        (r"(?<!so )\b(?P<who>they|[]x]+)", None),
        (r"\b[a-z]+ing\b", None),
        (r"\ban?[a-z]+", None),
        (r"(?:talk|deal)s? of", None),
        (r"(?<![\w,;] )Some say", None),
    ],
)
def test_the_words_at_which_a_pattern_may_match(pattern: str, keys: set[str] | None) -> None:
    assert openings(pattern) == keys


@pytest.mark.parametrize(
    "pattern", [r"\b(?:in|on) the\b", r"\bon and on\b", r"\bin (?:the )?\w+", r"(?<![\w-])(?:end|user)\b", "n"]
)
def test_searched_text_has_every_match_in_order_and_none_twice(pattern: str) -> None:
    text = "In the end he went on and on and on, in the hall. The end-user paid; on Monday they go on the run."
    compiled = re.compile(pattern, re.I)
    found = [match.span() for match in Searched(text).finditer(compiled)]
    assert found
    assert found == [match.span() for match in compiled.finditer(text)]


def test_a_concordance_gives_words_in_text_order(make_story: Callable[..., Story]) -> None:
    words = Copy(make_story("The potters met. The smiths and the potters had met them before.")).words
    assert [token.text for token in words.spelt({"potters", "the", "kilns"})] == [
        "The",
        "potters",
        "The",
        "the",
        "potters",
    ]
    assert [token.i for token in words.of_lemma({"meet"})] == [2, 10]
    assert {token.text for token in words.related("conj")} == {"potters"}


def test_what_a_check_makes_of_a_copy_is_made_once(make_story: Callable[..., Story]) -> None:
    seen: list[Copy] = []

    def opening(copy: Copy) -> str:
        seen.append(copy)
        return copy.text[:3]

    copy = Copy(make_story("The kiln was cold."))
    assert [copy.once(opening), copy.once(opening)] == ["The", "The"]
    assert seen == [copy]
