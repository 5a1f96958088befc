"""The brief: what of an analysis reaches the reader, and in which order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, get_args

from bot.analysis.merge import merge
from bot.model import (
    Actor,
    Analysis,
    Article,
    Brief,
    Comparison,
    Demand,
    LikelyError,
    ModelInfo,
    Record,
    Severity,
    Spun,
    Strength,
)
from bot.settings import BriefSettings, DeskSettings
from bot.verdicts import NO_LESSONS, Lessons

SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)
STRENGTHS: Final[tuple[str, ...]] = get_args(Strength)

STRENGTH_WEIGHT: Final = 0.1
DEADLINE_WEIGHT: Final = 0.1
ANSWER_WEIGHT: Final = 0.1
PARTIES_WEIGHT: Final = 0.2

REWRITTEN: Final = 0.8
"""The least score of copy that the original shows to be rewritten word by word."""
REWRITTEN_REASON: Final = "words were replaced one by one, compared with the likely original"


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
    return narrow(brief, settings)


def with_comparisons(brief: Brief, comparisons: Sequence[Comparison], settings: BriefSettings) -> Brief:
    """The brief with what other versions of its story show, ranked and thresholded with the rest.

    A difference that no longer stands where it was found, because the article was read again since, is left out.
    """
    if not comparisons:
        return brief
    errors = [error for one in comparisons for error in one.errors if _stands(error, brief.article)]
    spun = brief.document.spun
    if any(one.rewritten for one in comparisons):
        spun = Spun(score=max(spun.score, REWRITTEN), reasons=[REWRITTEN_REASON, *spun.reasons])
    document = brief.document.model_copy(update={"versions": [one.version for one in comparisons], "spun": spun})
    ranked = rank_errors(merge([*brief.errors, *errors]))
    return narrow(brief.model_copy(update={"errors": ranked, "document": document}), settings)


def _stands(error: LikelyError, article: Article) -> bool:
    source = article.text if error.field == "text" else article.title or ""
    return error.start is not None and source[error.start : error.end] == error.text


def narrow(brief: Brief, settings: BriefSettings) -> Brief:
    """The same brief without what is below the thresholds."""
    errors = [error for error in brief.errors if _reaches(error, settings)]
    demands = [demand for demand in brief.demands if demand.confidence >= settings.min_confidence]
    return brief.model_copy(update={"errors": errors, "demands": demands})


class Worth(Record):
    """How much of a brief is worth showing unasked: so many of its first errors, and of its first demands.

    ``withheld`` are critical errors that are not among them only because of what readers said.
    """

    errors: int
    demands: int
    withheld: int = 0


class Selection(Record):
    """A brief as one channel wants it: what is worth showing comes first, the rest behind it."""

    brief: Brief
    worth: Worth


def select(brief: Brief, settings: DeskSettings, lessons: Lessons = NO_LESSONS) -> Selection:
    """What a channel is shown unasked, by its settings and by what its readers taught.

    The findings of checks that are switched off are dropped; all others stay, for who asks for the rest.
    """
    shown: list[LikelyError] = []
    rest: list[LikelyError] = []
    withheld = 0
    for error in brief.errors:
        if error.check in settings.disabled_checks:
            continue
        if not _reaches(error, settings):
            rest.append(error)
        elif lessons.withhold(error, least_confidence(settings, error.severity)):
            rest.append(error)
            withheld += error.severity == "critical"
        else:
            shown.append(error)
    demands = [demand for demand in brief.demands if demand.confidence >= settings.min_confidence]
    others = [demand for demand in brief.demands if demand.confidence < settings.min_confidence]
    ordered = brief.model_copy(update={"errors": [*shown, *rest], "demands": [*demands, *others]})
    return Selection(brief=ordered, worth=Worth(errors=len(shown), demands=len(demands), withheld=withheld))


def _reaches(error: LikelyError, settings: BriefSettings | DeskSettings) -> bool:
    is_grave = SEVERITIES.index(error.severity) >= SEVERITIES.index(settings.min_severity)
    return is_grave and error.confidence >= least_confidence(settings, error.severity)


def least_confidence(settings: BriefSettings | DeskSettings, severity: Severity) -> float:
    """The confidence that the settings ask of likely errors of a severity."""
    match severity:
        case "minor":
            return settings.min_confidence_minor
        case "major":
            return settings.min_confidence_major
        case "critical":
            return settings.min_confidence_critical


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
