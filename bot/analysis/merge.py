"""Findings that overlap, made one."""

from collections.abc import Iterable

from bot.model import LikelyError, Span

_RANK = {"minor": 0, "major": 1, "critical": 2}
_WIDE = 40


def merge(errors: Iterable[LikelyError]) -> list[LikelyError]:
    """Reading order, the headline first; of findings on much the same words the gravest stays.

    The same words means that the shorter lies within the longer, which is not a whole stretch of
    text around it. The one that stays keeps the evidence of the others.
    """
    ordered = sorted(errors, key=lambda e: (-_RANK[e.severity], -e.confidence, e.start or 0))
    kept: list[LikelyError] = []
    for error in ordered:
        twin = next((i for i, other in enumerate(kept) if _same_words(error, other)), None)
        if twin is None:
            kept.append(error)
        else:
            kept[twin] = _with_evidence(kept[twin], error.evidence)
    return sorted(kept, key=lambda e: (e.field != "title", e.start if e.start is not None else -1))


def _same_words(one: LikelyError, other: LikelyError) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None or one.field != other.field:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter, longer = sorted((one.end - one.start, other.end - other.start))
    return shared > 0 and shared == shorter and longer <= shorter + _WIDE


def _with_evidence(error: LikelyError, evidence: list[Span]) -> LikelyError:
    fresh = [span for span in evidence if span not in error.evidence]
    return error.model_copy(update={"evidence": [*error.evidence, *fresh]}) if fresh else error
