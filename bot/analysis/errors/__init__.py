"""Likely errors: one check a file below ``checks/``, found through the registry.

:func:`find_errors` runs the checks over one story, :func:`examine` weighs their findings as well
into a judgement on the article as a whole, :func:`find_changes` compares it with a version that was
read before. Only ``bot.analysis`` and what is above it import this.
"""

import logging
from collections.abc import Iterable, Sequence

from bot.analysis.errors.checks.replaced_word import replaced_word
from bot.analysis.errors.copy import Copy
from bot.analysis.errors.document import SPUN, is_suspect, judge, reads_rewritten, spun
from bot.analysis.errors.registry import Check, Subject
from bot.analysis.errors.table import CHECKS, RETIRED, VERSION_CHECKS
from bot.analysis.errors.versions import Versions
from bot.analysis.merge import merge
from bot.analysis.story import Story
from bot.model import DocumentFindings, LikelyError
from bot.settings import AnalysisSettings

log = logging.getLogger(__name__)


class UnknownCheck(ValueError):
    """Settings name a check that does not exist. ``unknown`` are the ids in question."""

    def __init__(self, unknown: Iterable[str]) -> None:
        self.unknown = sorted(unknown)
        super().__init__(f"there is no check named {', '.join(self.unknown)}; `docs/checks` lists them all")


def enabled(settings: AnalysisSettings) -> list[Check[Copy]]:
    """The checks of one article that the settings leave on.

    Raises :class:`UnknownCheck` for an id that no check has or had, also among those that compare versions.
    """
    return _enabled(CHECKS, settings)


def _enabled(checks: Sequence[Check[Subject]], settings: AnalysisSettings) -> list[Check[Subject]]:
    on, off = set(settings.enabled_checks), set(settings.disabled_checks)
    known = {check.id for check in CHECKS} | {check.id for check in VERSION_CHECKS}
    if unknown := (on | off) - known - RETIRED:
        raise UnknownCheck(unknown)
    return [check for check in checks if check.id not in off and (check.default or check.id in on)]


def find_errors(story: Story, settings: AnalysisSettings, *, strict: bool = False) -> list[LikelyError]:
    """Every finding of every enabled check, in reading order, overlapping ones merged.

    The checks know English only; an article in another language has no findings. A check that
    raises loses its own findings only; the log names it. ``strict`` raises instead.
    """
    return examine(story, settings, strict=strict)[0]


def examine(
    story: Story, settings: AnalysisSettings, *, strict: bool = False
) -> tuple[list[LikelyError], DocumentFindings]:
    """The findings as :func:`find_errors` gives them, and what they make of the article as a whole: whether it looks
    machine-rewritten or lifted from another outlet, and whether it is dated."""
    copy = Copy(story)
    errors = _errors_of(copy, settings, strict=strict)
    return errors, judge(copy, errors)


def _errors_of(copy: Copy, settings: AnalysisSettings, *, strict: bool) -> list[LikelyError]:
    checks = enabled(settings)
    if not copy.is_english:
        return []
    found = run([check for check in checks if not check.on_spun_copy], copy, strict=strict)
    on_spun = [check for check in checks if check.on_spun_copy]
    if on_spun and (spun(found, copy).score >= SPUN or _is_read_as_spun(copy, found, on_spun)):
        found += run(on_spun, copy, strict=strict)
    return merge(found)


def _is_read_as_spun(copy: Copy, found: list[LikelyError], on_spun: list[Check[Copy]]) -> bool:
    """Whether suspect copy reads rewritten; nobody reads it where the settings turn ``wording.replaced-word`` off."""
    return replaced_word in on_spun and is_suspect(found, copy) and reads_rewritten(copy)


def find_changes(versions: Versions, settings: AnalysisSettings, *, strict: bool = False) -> list[LikelyError]:
    """Every finding of every enabled check that compares two versions; none when this one is likely the original.

    ``strict`` as in :func:`find_errors`.
    """
    checks = _enabled(VERSION_CHECKS, settings)
    return [] if versions.origin == "mine" else merge(run(checks, versions, strict=strict))


def run(checks: Sequence[Check[Subject]], subject: Subject, *, strict: bool = False) -> list[LikelyError]:
    """The findings of some checks, unmerged; see :func:`find_errors` for ``strict``."""
    found: list[LikelyError] = []
    for check in checks:
        try:
            found += list(check.errors(subject))
        except Exception:
            if strict:
                raise
            log.exception("check %s failed", check.id)
    return found
