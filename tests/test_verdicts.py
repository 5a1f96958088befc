"""The rule by which verdicts change what is shown, with the numbers of docs/feedback.md."""

import pytest

from bot.brief import select
from bot.model import LikelyError, Span
from bot.settings import DeskSettings
from bot.verdicts import Lessons, Tally, finding_key, words_of
from tests.render.briefs import harbour


def finding(text: str = "the the", confidence: float = 0.9, severity: str = "major", **more) -> LikelyError:
    values = {"check": "typo.doubled-word", "message": "Possible.", "start": 0, "end": len(text)} | more
    return LikelyError(text=text, severity=severity, confidence=confidence, **values)


def evidence(text: str, start: int = 40) -> Span:
    return Span(start=start, end=start + len(text), text=text)


# ---- checks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "wrong", "severity", "needed"),
    [
        (0, 4, "major", 0.75),
        (2, 4, "major", 0.625),
        (4, 4, "major", 0.5),
        (9, 3, "major", 0.5),
        (0, 8, "major", 1.0),
        (0, 9, "major", 1.0625),
        (0, 4, "critical", 0.625),
        (0, 16, "critical", 1.0),
    ],
)
def test_wrong_verdicts_raise_the_needed_confidence_and_right_ones_weigh_against_them(
    right: int, wrong: int, severity, needed: float
) -> None:
    assert Tally(right=right, wrong=wrong, articles=3).needed(severity, 0.5) == needed


@pytest.mark.parametrize(
    ("tally", "needed"),
    [
        (Tally(wrong=2, articles=2), 0.55),
        (Tally(wrong=3, articles=3), 0.75625),
        (Tally(wrong=3, right=2, articles=3), 0.64375),
    ],
)
def test_the_example_of_the_documentation_holds(tally: Tally, needed: float) -> None:
    assert tally.needed("major", 0.55) == pytest.approx(needed)


def test_it_is_the_estimate_of_a_beta_binomial_that_must_reach_the_threshold() -> None:
    for right in range(12):
        for wrong in range(12):
            tally = Tally(right=right, wrong=wrong, articles=3)
            for confidence in (0.55, 0.7, 0.93):
                estimate = (8 * confidence + right) / (8 + right + wrong)
                shown = confidence >= 0.6 and estimate >= 0.6
                if abs(estimate - 0.6) > 1e-9:
                    assert (confidence >= tally.needed("minor", 0.6)) == shown


@pytest.mark.parametrize("articles", [0, 1, 2])
def test_no_number_of_clicks_below_three_articles_changes_a_check(articles: int) -> None:
    assert Tally(wrong=500, articles=articles).needed("minor", 0.5) == 0.5


def test_a_channel_that_wants_everything_gets_everything() -> None:
    assert Tally(wrong=500, articles=50).needed("minor", 0.0) == 0.0


# ---- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (finding("The  THE"), "the the"),
        (finding("“U.S.-led”  forces,"), "u.s led forces"),
        (finding("it’s its"), "it's its"),
        (finding("adviser"), "adviser"),
        (finding("he"), ""),
        (finding(". “"), ""),
        (finding("", start=None, end=None), ""),
        (finding("he", evidence=[evidence("Ana Torres")]), "he / ana torres"),
        (finding("15 people", evidence=[evidence("12 people")]), "15 people / 12 people"),
    ],
)
def test_a_finding_is_known_again_by_words_that_tell_it(error: LikelyError, words: str) -> None:
    assert words_of(error) == words


def test_words_are_bounded_whatever_a_page_holds() -> None:
    assert len(words_of(finding("ﬀ word\u202e\x00 " * 5000))) <= 200


def test_keys_tell_headline_and_text_apart() -> None:
    assert finding_key(finding()) == "typo.doubled-word@0"
    assert finding_key(finding(field="title")) == "typo.doubled-word@title:0"
    assert finding_key(finding("", start=None, end=None)) == "typo.doubled-word@"


# ---- what a channel is shown ---------------------------------------------------------------------


def shown(errors: list[LikelyError], lessons: Lessons, **settings) -> tuple[list[str], int]:
    """The texts that are shown unasked, and how many critical ones were withheld."""
    selection = select(harbour(errors=errors), DeskSettings(**settings), lessons)
    assert sorted(map(finding_key, selection.brief.errors)) == sorted(map(finding_key, errors)), "nothing is lost"
    return [error.text for error in selection.brief.errors[: selection.worth.errors]], selection.worth.withheld


def test_each_severity_has_its_own_threshold() -> None:
    errors = [finding(name, 0.7, name) for name in ("minor", "major", "critical")]
    asked = {"min_confidence_minor": 0.8, "min_confidence_major": 0.7, "min_confidence_critical": 0.6}
    assert shown(errors, Lessons(), **asked) == (["major", "critical"], 0)
    assert shown(errors, Lessons(), **asked, min_severity="critical") == (["critical"], 0)


def test_a_check_that_readers_call_wrong_is_withheld_and_the_others_are_not() -> None:
    lessons = Lessons(tallies={"typo.doubled-word": Tally(wrong=6, articles=3)})
    errors = [finding("one one"), finding("two two", 0.97), finding("a", check="grammar.a-an")]
    assert shown(errors, lessons)[0] == ["two two", "a"]


def test_words_called_wrong_are_withheld_for_their_check_only() -> None:
    lessons = Lessons(votes={("typo.doubled-word", "kim kim"): 1})
    errors = [finding("Kim Kim"), finding("the the"), finding("Kim Kim", check="name.spelling")]
    assert shown(errors, lessons)[0] == ["the the", "Kim Kim"]


def test_critical_findings_need_more_verdicts_and_are_never_withheld_in_silence() -> None:
    error = finding("no longer", severity="critical")
    assert shown([error], Lessons(votes={(error.check, "no longer"): 1})) == (["no longer"], 0)
    assert shown([error], Lessons(votes={(error.check, "no longer"): 2})) == ([], 1)
    assert shown([error], Lessons(tallies={error.check: Tally(wrong=7, articles=7)})) == (["no longer"], 0)
    assert shown([error], Lessons(tallies={error.check: Tally(wrong=13, articles=7)})) == ([], 1)


def test_what_is_switched_off_is_not_among_the_rest_either() -> None:
    selection = select(harbour(errors=[finding()]), DeskSettings(disabled_checks=["typo.doubled-word"]))
    assert selection.brief.errors == []
