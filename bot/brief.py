"""The brief: what of an analysis reaches the reader, and in which order."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final, get_args

from bot.model import Actor, Analysis, Article, Brief, Demand, LikelyError, ModelInfo, Severity, Strength
from bot.settings import BriefSettings

SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)
STRENGTHS: Final[tuple[str, ...]] = get_args(Strength)

STRENGTH_WEIGHT: Final = 0.1
DEADLINE_WEIGHT: Final = 0.1
ANSWER_WEIGHT: Final = 0.1
PARTIES_WEIGHT: Final = 0.2


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
    """Ranks and thresholds an analysis into the published brief. Everything above the thresholds stays."""
    brief = Brief(
        id=id,
        url=article.url,
        canonical_url=article.canonical_url,
        fetched_at=fetched_at.isoformat() if fetched_at else None,
        article=article,
        gist=analysis.gist[: settings.gist_sentences],
        entities=analysis.entities,
        actors=rank_actors(analysis.actors),
        quotes=analysis.quotes,
        demands=rank_demands(analysis.demands, analysis.actors),
        errors=rank_errors(analysis.errors),
        document=analysis.document,
        model=model,
        timings_ms=dict(timings or {}),
    )
    return narrow(brief, settings.min_confidence, settings.min_severity)


def narrow(
    brief: Brief, min_confidence: float, min_severity: str = SEVERITIES[0], disabled_checks: Collection[str] = ()
) -> Brief:
    """The same brief without the findings below a channel's thresholds."""
    floor = SEVERITIES.index(min_severity)
    errors = [
        error
        for error in brief.errors
        if error.confidence >= min_confidence
        and SEVERITIES.index(error.severity) >= floor
        and error.check not in disabled_checks
    ]
    demands = [demand for demand in brief.demands if demand.confidence >= min_confidence]
    return brief.model_copy(update={"errors": errors, "demands": demands})


def rank_actors(actors: list[Actor]) -> list[Actor]:
    """Key actors first, then by salience."""
    return sorted(actors, key=lambda actor: (not actor.key, -actor.salience))


def rank_errors(errors: list[LikelyError]) -> list[LikelyError]:
    """The gravest first; among equals one of each check before a second of any, then the surest, then the earliest."""
    ranked = sorted(errors, key=lambda error: (-round(error.confidence, 2), error.field == "text", error.start or 0))
    seen: Counter[str] = Counter()
    repeats: list[int] = []
    for error in ranked:
        repeats.append(seen[error.check])
        seen[error.check] += 1
    order = sorted(range(len(ranked)), key=lambda at: (-SEVERITIES.index(ranked[at].severity), repeats[at]))
    return [ranked[at] for at in order]


def rank_demands(demands: list[Demand], actors: list[Actor]) -> list[Demand]:
    """Those first that are sure, strong, dated or answered, and between actors that matter in the story."""
    salience = {actor.id: actor.salience for actor in actors}

    def weight(demand: Demand) -> float:
        parties = [party for party in (demand.demander, demand.addressee) if party]
        return (
            demand.confidence
            + STRENGTH_WEIGHT * STRENGTHS.index(demand.strength)
            + DEADLINE_WEIGHT * (demand.deadline is not None)
            + ANSWER_WEIGHT * (demand.status != "made")
            + PARTIES_WEIGHT * sum(salience.get(party.actor_id or "", 0.0) for party in parties)
        )

    return sorted(demands, key=lambda demand: (-weight(demand), demand.start))
