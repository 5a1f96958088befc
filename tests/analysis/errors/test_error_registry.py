"""The registry: identity, switches, isolation, documentation, merging."""

import ast
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.analysis.errors import UnknownCheck, enabled, find_errors, run
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.registry import DOUBTED, Finding, check
from bot.analysis.errors.table import CHECKS, RETIRED, VERSION_CHECKS
from bot.analysis.merge import merge
from bot.analysis.story import Story
from bot.model import LikelyError, Span
from bot.settings import AnalysisSettings

ALL = (*CHECKS, *VERSION_CHECKS)
DOCS = Path(__file__).parents[3] / "docs" / "checks"


def test_ids_are_unique_and_well_formed() -> None:
    ids = [entry.id for entry in ALL]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+\.[a-z-]+", id) for id in ids)


def test_every_check_is_documented_with_what_it_does_and_cannot_see() -> None:
    sections = dict(
        re.findall(
            r"^## `([a-z.-]+)`\n(.*?)(?=^## |\Z)",
            "\n".join(p.read_text() for p in DOCS.glob("[a-z]*.md")),
            re.MULTILINE | re.DOTALL,
        )
    )
    assert set(sections) == {entry.id for entry in ALL}
    for entry in ALL:
        text = sections[entry.id]
        assert "Cannot see:" in text, entry.id
        assert f"{entry.severity}, confidence {entry.confidence:.2f}" in text, entry.id
        assert ("off by default" in text) == (not entry.default), entry.id


def test_settings_switch_checks_off_and_on() -> None:
    everything = {entry.id for entry in enabled(AnalysisSettings())}
    assert "typo.doubled-word" in everything
    assert everything == {entry.id for entry in CHECKS if entry.default}
    fewer = enabled(AnalysisSettings(disabled_checks=["typo.doubled-word"]))
    assert everything - {entry.id for entry in fewer} == {"typo.doubled-word"}


def test_an_unknown_check_in_the_settings_is_named() -> None:
    with pytest.raises(UnknownCheck, match=r"no check named typo\.tripled-word"):
        enabled(AnalysisSettings(disabled_checks=["typo.tripled-word"]))


def test_a_check_that_is_no_more_may_still_be_named() -> None:
    assert not {entry.id for entry in ALL} & RETIRED
    assert enabled(AnalysisSettings(disabled_checks=sorted(RETIRED))) == enabled(AnalysisSettings())


def test_a_failing_check_loses_only_its_own_findings(
    make_story: Callable[..., Story], caplog: pytest.LogCaptureFixture
) -> None:
    @check("test.crash", "Crash", severity="minor", confidence=0.9)
    def crash(copy: Copy) -> Iterator[Finding]:
        yield Finding(copy.span(0, 3), "found before the crash")
        raise ZeroDivisionError

    copy = Copy(make_story("The the kiln was cold."))
    with caplog.at_level(logging.ERROR):
        found = run([crash, *(entry for entry in CHECKS if not entry.on_spun_copy)], copy)
    checks = {error.check for error in found}
    assert "typo.doubled-word" in checks
    assert "test.crash" not in checks
    assert "test.crash" in caplog.text
    with pytest.raises(ZeroDivisionError):
        run([crash], copy, strict=True)


def test_copy_is_not_read_word_by_word_where_nobody_asked(
    make_story: Callable[..., Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Copy] = []
    monkeypatch.setattr("bot.analysis.errors.reads_rewritten", lambda copy: bool(asked.append(copy)))
    suspect = make_story("“We are prepared now, “he said. They went with to talk of the of bill. Harmony talks began.")
    find_errors(suspect, AnalysisSettings(disabled_checks=["wording.replaced-word"]), strict=True)
    assert not asked
    find_errors(suspect, AnalysisSettings(), strict=True)
    assert len(asked) == 1


def test_other_languages_are_left_alone(make_story: Callable[..., Story]) -> None:
    story = make_story("Il presidente ha detto che la la riunione si terra domani a Roma. " * 4)
    assert find_errors(story, AnalysisSettings(), strict=True) == []
    assert find_errors(make_story("The the kiln.", language="de"), AnalysisSettings(), strict=True) == []


def _error(start: int, end: int, **more: object) -> LikelyError:
    fields = {"check": "a.b", "severity": "minor", "confidence": 0.9, "message": "m", "text": "x" * (end - start)}
    return LikelyError(**{**fields, "start": start, "end": end, **more})


def test_findings_on_the_same_words_become_the_gravest() -> None:
    other = Span(start=90, end=92, text="no")
    kept = merge([_error(10, 12, evidence=[other]), _error(8, 14, severity="major", check="c.d"), _error(40, 50)])
    assert [(error.check, error.start) for error in kept] == [("c.d", 8), ("a.b", 40)]
    assert kept[0].evidence == [other]


def test_a_word_inside_a_long_stretch_keeps_its_own_finding() -> None:
    kept = merge([_error(0, 200), _error(50, 55, check="c.d")])
    assert [error.start for error in kept] == [0, 50]


def test_a_doubtful_finding_is_minor_whatever_its_check(make_story: Callable[..., Story]) -> None:
    @check("typo.sample", "Sample", severity="critical", confidence=DOUBTED)
    def sample(copy: Copy) -> Iterator[Finding]:
        for confidence in (None, DOUBTED - 0.01, 0.9):
            yield Finding(copy.span(0, 3), "Check it.", confidence=confidence)

    found = [error.severity for error in sample.errors(Copy(make_story("The mill is shut.")))]
    assert found == ["critical", "minor", "critical"]


def test_no_module_gives_two_things_one_name() -> None:
    """The second would silently take the place of the first."""
    for path in (Path(__file__).parents[3] / "bot").rglob("*.py"):
        names = [
            target.id
            for statement in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(statement, ast.Assign)
            for target in statement.targets
            if isinstance(target, ast.Name)
        ]
        assert len(names) == len(set(names)), path
