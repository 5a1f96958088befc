"""The comparison of an article with other versions of its story, from briefs to findings."""

from collections.abc import Sequence
from typing import Final

from bot.analysis.comparison import likeness
from bot.analysis.errors import find_changes
from bot.analysis.errors.versions import Versions
from bot.model import Brief, Comparison, Version
from bot.settings import AnalysisSettings

SAME_STORY: Final = 0.25
"""The shorter of two versions of a story has at least this share of its word pairs from the other."""
MOST_VERSIONS: Final = 3


def compare(brief: Brief, others: Sequence[Brief], settings: AnalysisSettings) -> list[Comparison]:
    """Those of some articles that tell the same story, the likeliest original first; none when they are no versions.

    What differs is listed for the first alone: the same difference need not be told twice.
    """
    found: list[tuple[Comparison, Versions]] = []
    for place, other in enumerate(others):
        alike = likeness(brief.article.text, other.article.text)
        if alike.containment < SAME_STORY or not (_is_english(brief) and _is_english(other)):
            continue
        versions = Versions(brief, other)
        version = Version(
            url=other.url or None,
            title=other.article.title,
            site=other.article.site,
            published=other.article.published,
            similarity=round(alike.containment, 2),
            is_likely_original=versions.origin == "theirs",
        )
        found.append((Comparison(other=place, version=version, rewritten=versions.rewritten), versions))
    found.sort(key=lambda entry: (not entry[0].version.is_likely_original, -entry[0].version.similarity))
    comparisons = [comparison for comparison, _ in found[:MOST_VERSIONS]]
    if comparisons:
        errors = find_changes(found[0][1], settings)
        comparisons[0] = comparisons[0].model_copy(update={"errors": errors})
    return comparisons


def _is_english(brief: Brief) -> bool:
    return (brief.article.language or "en").lower().startswith("en")
