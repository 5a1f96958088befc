"""The brief: what of an analysis reaches the reader, in which order, in which words."""

from collections.abc import Mapping
from datetime import datetime

from bot.model import Analysis, Article, Brief, ModelInfo
from bot.settings import BriefSettings

SEVERITIES = ("minor", "major", "critical")


def assemble(
    article: Article,
    analysis: Analysis,
    settings: BriefSettings,
    *,
    id: str,
    model: ModelInfo,
    fetched_at: datetime | None = None,
    timings: Mapping[str, float] | None = None,
) -> Brief:
    """Ranks and thresholds an analysis into the published brief; everything above the thresholds stays."""
    floor = SEVERITIES.index(settings.min_severity)
    errors = [
        error
        for error in analysis.errors
        if error.confidence >= settings.min_confidence and SEVERITIES.index(error.severity) >= floor
    ]
    return Brief(
        id=id,
        url=article.url,
        canonical_url=article.canonical_url,
        fetched_at=fetched_at.isoformat() if fetched_at else None,
        article=article,
        gist=analysis.gist,
        entities=analysis.entities,
        actors=analysis.actors,
        quotes=analysis.quotes,
        demands=[demand for demand in analysis.demands if demand.confidence >= settings.min_confidence],
        errors=errors,
        document=analysis.document,
        model=model,
        timings_ms=dict(timings or {}),
    )
