"""Where the checks look: the words of a concordance, and those at which a pattern may match."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.analysis import errors
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.firsts import first_class
from bot.analysis.errors.needs import ways
from bot.analysis.errors.openings import Searched, find_all
from bot.analysis.story import Story


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        (r"\b(?:[Oo]n|at) the run\b", {"on", "at"}),
        (r"\b(?:in )?despite of\b", {"in", "desp"}),
        (r"\baccus(?:ed|es?) [^.,]{2,40}? for\b|(?<![\w-])go(?![\w-])", {"accu", "go"}),
        (r"\b(?:do|does)n[’']t (?=[a-z])", {"don", "does"}),
        (r"\b(?i:it) is said", {"it"}),
    ],
)
def test_the_words_that_matches_start_with(pattern: str, keys: set[str]) -> None:
    (way,) = ways(re.compile(pattern)) or ()
    assert way.keys == keys


@pytest.mark.parametrize(
    ("pattern", "pieces", "reach"),
    [
        (r"(?:talk|deal)s? of", {"talk of", "talks of", "deal of", "deals of"}, 8),
        (r"(?<![\w,;] )Some say", {"some say"}, 8),
        (r"\b[a-z]{1,9} (?:[a-z]+ )?ago\b", {"ago"}, None),
        (r"\b\d{1,3}(?:\.\d)? ?(?:%|per cent)", {"%", "per cent"}, 14),
        (r"(?i)“[^”]{0,20}\bNEVER\b", {"“"}, 1),
    ],
)
def test_what_a_match_needs_and_how_far_from_its_start(pattern: str, pieces: set[str], reach: int | None) -> None:
    found = {(need.pieces, need.reach) for way in ways(re.compile(pattern)) or () for need in way.needs}
    assert (frozenset(pieces), reach) in found


@pytest.mark.parametrize(
    "pattern", [r"\b[a-z]+ing\b", r"(?<!so )\b(?P<who>they|[]x]+)", r"\ban?[a-z]+", r"(?:the )?", r"(\w+) \1"]
)
def test_a_pattern_that_may_match_anywhere_has_no_ways(pattern: str) -> None:
    found = ways(re.compile(pattern))
    assert found is None or not any(way.keys for way in found)


@pytest.mark.parametrize(
    ("pattern", "opens", "does_not"),
    [
        (r"\b([A-Z][a-z]+) and \1", "AZ", "az1 "),
        (r"(?<![\w.])(?:(?P<sum>[$£]\d+)|\d{1,3}|Rs )", "$£0٣R", "ars"),
        (r"(?:(?>[B-D])?|X*)(?=k)[“-]?Q", "BDX“-Q", "Ak"),
        (r"(?i)ß?Q", "ßẞqQ", "a"),
    ],
)
def test_the_characters_that_a_match_opens_with(pattern: str, opens: str, does_not: str) -> None:
    found = first_class(re.compile(pattern))
    assert found is not None
    assert found.findall(opens) == list(opens)
    assert not found.findall(does_not)


@pytest.mark.parametrize(
    "pattern", [r"[^a-z]x", r".x", r"\Wx", r"[A-Z]?", r"(?i:Q)x", r"([A-Z]?)\1x", r"\b[a-z]+", r"\w"]
)
def test_some_openings_are_unknown_or_too_common(pattern: str) -> None:
    assert first_class(re.compile(pattern)) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:in|on) the\b",
        r"\b([A-Z])\w+",
        r"(?<!O)(?:[NOT]|,) ?\w",
        r"\bon and on\b",
        r"\bin (?:the )?\w+",
        r"(?<![\w-])(?:end|user)\b",
        "n",
        r"d-us|paid;",
        r"[a-z]{2,5}-(?:user|run)",
        r"(?:he|they) (?:went|go) o",
        r"\w+ (?:hall|run)\.",
    ],
)
def test_searched_text_has_every_match_in_order_and_none_twice(pattern: str) -> None:
    text = "In the end he went on and on and on, in the hall. The end-user paid; on Monday they go on the run."
    compiled = re.compile(pattern, re.I)
    found = [match.span() for match in Searched(text).finditer(compiled)]
    assert found
    assert found == [match.span() for match in compiled.finditer(text)]
    assert [m.span() for m in Searched(text).finditer(compiled, 30)] == [m.span() for m in compiled.finditer(text, 30)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bin(?![^\w ])", "go into it in-house in it"),
        (r"(?<![^\w])x[a-z]", "axb xc"),
        (r"(?i)\bistanbul", "in İstanbul, in ISTANBUL"),
        (r"(?i)\bsays that", "ſays that she SAYS THAT"),
        ("ΟΔΟΣ του", "στην ΟΔΟΣ του"),
        (r"(?<!\w)[0-z]b then c", ":b then c"),
        (r"(?a)\bin the", "éin the in the"),
        (r"(?a:\bin) the", "éin the in the"),
        (r"(?i)\bμm thick", "10 µm thick, 20 μm thick"),
        (r"\bin(?!)", "in in"),
        (r"(?P<mark>['’])s (?(mark)own|his)", "it’s own it's own"),
        (r"(?:a|ab)(?>c|cd)d\b", "acd abcd abcdd"),
    ],
)
def test_odd_patterns_are_found_as_by_themselves(pattern: str, text: str) -> None:
    compiled = re.compile(pattern)
    text = text + " and so on" * 40
    assert [m.span() for m in find_all(compiled, text)] == [m.span() for m in compiled.finditer(text)]


def patterns_of_the_checks() -> Iterator[re.Pattern[str]]:
    """Every pattern that a module of the checks holds, by itself or in a list."""
    for module in pkgutil.walk_packages(errors.__path__, f"{errors.__name__}."):
        held = list(vars(importlib.import_module(module.name)).values())
        while held:
            value = held.pop()
            if isinstance(value, re.Pattern):
                yield value
            elif isinstance(value, tuple | list):
                held += value


ARTICLES = sorted((Path(__file__).parents[3] / "evals" / "errors" / "later" / "right").glob("*.md"))[:12]
TEXTS = (
    *(path.read_text(encoding="utf-8") for path in ARTICLES),
    "MARLBY, March 3 — “It is said that the the mill was sold,” said Ms Ines Holt, 41, who was born in 1984. Half of "
    "the 120 workers, or 60, have been told. On Monday, 4 May, at 3.30pm, the vote was 12 to 9; two days later a price "
    "had risen by 20 per cent, from £1.5m to £1.8m. İstanbul's Ǆ is odd. She has not seen any evidence yet.",
)


def test_every_pattern_of_the_checks_is_found_as_by_itself() -> None:
    patterns = set(patterns_of_the_checks())
    assert len(patterns) > 500
    met: set[re.Pattern[str]] = set()
    for text in TEXTS:
        searched = Searched(text)
        for pattern in patterns:
            found = [match.span() for match in searched.finditer(pattern)]
            assert found == [match.span() for match in pattern.finditer(text)], pattern
            met |= {pattern} if found else set()
    assert len(met) > 300


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
