"""Ranking and thresholds, and the published schema."""

import json
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
from hypothesis import HealthCheck, given, settings

from bot.brief import assemble, narrow, rank_demands, rank_errors, with_comparisons
from bot.cli.schema import schema_text
from bot.model import Actor, Analysis, Brief, Comparison, Demand, LikelyError, Party, Version
from bot.settings import BriefSettings
from tests.render.briefs import MODEL, briefs, harbour

PUBLISHED = Path(__file__).parent.parent / "docs" / "brief.schema.json"


def finding(severity: str, confidence: float, start: int = 0, check: str = "a.check") -> LikelyError:
    return LikelyError(
        start=start,
        end=start + 1,
        text="H",
        check=check,
        severity=severity,
        confidence=confidence,
        message="Possible.",
    )


def test_the_gravest_errors_come_first_then_the_surest_then_in_reading_order() -> None:
    found = [finding("minor", 0.99), finding("major", 0.8, 9), finding("major", 0.8, 3), finding("critical", 0.6)]
    ranked = [(error.severity, error.start) for error in rank_errors(found)]
    assert ranked == [("critical", 0), ("major", 3), ("major", 9), ("minor", 0)]


def test_one_of_each_check_comes_before_a_second_of_any() -> None:
    found = [finding("major", 0.9, 1), finding("major", 0.9, 2), finding("major", 0.7, 3, "b.check")]
    assert [error.start for error in rank_errors(found)] == [1, 3, 2]


def test_what_versions_show_is_ranked_with_the_rest_and_says_so_in_the_judgement() -> None:
    brief = harbour(errors=[finding("minor", 0.9)])
    version = Version(title="The original", similarity=0.8, is_likely_original=True)
    at = brief.article.text.index("Friday")
    found = finding("critical", 0.8, at, "version.number").model_copy(update={"end": at + 6, "text": "Friday"})
    doubtful = finding("minor", 0.3, 0, "version.wording")
    shown = Comparison(version=version, errors=[found, doubtful], rewritten=True)
    known = with_comparisons(brief, [shown], BriefSettings())
    assert [error.check for error in known.errors] == ["version.number", "a.check"]
    assert known.document.versions == [version]
    assert known.document.spun.score >= 0.5
    assert "replaced one by one" in known.document.spun.reasons[0]
    assert with_comparisons(brief, [], BriefSettings()) is brief


def test_a_difference_that_stands_no_longer_where_it_was_found_is_dropped() -> None:
    brief = harbour(errors=[])
    moved = finding("critical", 0.8, 1, "version.number")
    shown = Comparison(version=Version(), errors=[moved])
    assert with_comparisons(brief, [shown], BriefSettings()).errors == []


def test_demands_between_actors_that_matter_and_strong_ones_come_first() -> None:
    demand = harbour().demands[0].model_copy(update={"deadline": None, "status": "made", "confidence": 0.7})
    ultimatum = demand.model_copy(update={"strength": "ultimatum"})
    stranger = demand.model_copy(update={"demander": Party(text="someone"), "addressee": None})
    actors = [Actor(id="a1", name="Ana Torres", kind="person", salience=0.9)]
    assert rank_demands([stranger, demand, ultimatum], actors) == [ultimatum, demand, stranger]


def test_what_is_below_the_thresholds_stays_out_and_all_else_stays_in() -> None:
    sure = harbour().demands[0]
    unsure: Demand = sure.model_copy(update={"confidence": 0.59})
    errors = [finding("minor", 0.9), finding("major", 0.59), *[finding("major", 0.6, n) for n in range(20)]]
    analysis = Analysis(errors=errors, demands=[sure, unsure])
    brief = assemble(
        harbour().article,
        analysis,
        BriefSettings(min_confidence=0.6, min_confidence_major=0.6, min_severity="major"),
        id="1",
        model=MODEL,
        fetched_at=datetime(2024, 5, 1, tzinfo=UTC),
        timings={"analysis": 1.5},
    )
    assert brief.demands == [sure]
    assert len(brief.errors) == 20
    assert brief.fetched_at == "2024-05-01T00:00:00+00:00"
    assert brief.timings_ms == {"analysis": 1.5}


def test_each_severity_has_its_own_threshold() -> None:
    brief = harbour(errors=[finding("minor", 0.6), finding("major", 0.6), finding("critical", 0.6)])
    left = narrow(brief, BriefSettings(min_confidence_minor=0.7, min_confidence_critical=0.65))
    assert [error.severity for error in left.errors] == ["major"]
    assert narrow(brief, BriefSettings(min_confidence=0.99)).demands == []


def test_the_published_schema_is_the_current_one() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text(), "run: newsroom-bot schema > docs/brief.schema.json"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(briefs())
def test_every_brief_fits_the_schema_and_comes_back_the_same(brief: Brief) -> None:
    text = brief.model_dump_json(by_alias=True)
    jsonschema.validate(json.loads(text), json.loads(PUBLISHED.read_text(encoding="utf-8")))
    assert Brief.model_validate_json(text) == brief
