"""The registry of checks: what a check is, how it is declared, how its findings leave it.

A check is a generator over a :class:`~bot.analysis.errors.copy.Copy`, declared with :func:`check`
in a file of its own below ``checks/`` and listed in ``bot/analysis/errors/table.py``; one that compares
an article with an earlier version of it looks at a :class:`~bot.analysis.errors.versions.Versions` instead::

    @check("typo.doubled-word", "Doubled word", severity="minor", confidence=0.95)
    def doubled_word(copy: Copy) -> Iterator[Finding]: ...

Ids are ``family.name``, lower case with hyphens; they are stable, as settings and feedback name them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.model import LikelyError, Severity, Span

DOUBTED = 0.6
"""A finding that is less sure than this is minor, whatever it would mean if it were right: the grave ones that an
editor is shown first should mostly be errors. By default it is left for ``/brief all``."""

Subject = TypeVar("Subject")
"""What a check looks at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found at one place; ``span`` is None for the whole article.

    None for confidence or severity takes the check's own.
    """

    span: Span | None
    message: str
    suggestion: str | None = None
    evidence: tuple[Span, ...] = ()
    confidence: float | None = None
    severity: Severity | None = None


Find = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """One check: its identity, how bad its findings are (see :data:`DOUBTED`), how often right (0–1), and its function.

    A check with ``default=False`` runs only when ``analysis.enabled_checks`` names it; one with
    ``on_spun_copy`` only on copy that the findings of the others show to be machine-rewritten.
    """

    id: str
    title: str
    severity: Severity
    confidence: float
    find: Find[Subject]
    default: bool = True
    on_spun_copy: bool = False

    def errors(self, subject: Subject) -> Iterator[LikelyError]:
        """The findings on one piece of copy, in the form of the published brief."""
        for finding in self.find(subject):
            span = finding.span
            confidence = self.confidence if finding.confidence is None else finding.confidence
            yield LikelyError(
                field=span.field if span else "text",
                start=span.start if span else None,
                end=span.end if span else None,
                text=span.text if span else "",
                check=self.id,
                severity="minor" if confidence < DOUBTED else finding.severity or self.severity,
                confidence=confidence,
                message=finding.message,
                suggestion=finding.suggestion,
                evidence=list(finding.evidence),
            )


def check(
    id: str, title: str, *, severity: Severity, confidence: float, default: bool = True, on_spun_copy: bool = False
) -> Callable[[Find[Subject]], Check[Subject]]:
    """Declares the decorated generator as a check."""

    def declare(find: Find[Subject]) -> Check[Subject]:
        return Check(id, title, severity, confidence, find, default, on_spun_copy)

    return declare
