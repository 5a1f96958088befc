"""Likely errors: one check a file, found through the registry."""

from bot.analysis.story import Story
from bot.model import DocumentFindings, LikelyError
from bot.settings import AnalysisSettings


def find_errors(story: Story, settings: AnalysisSettings) -> list[LikelyError]:
    """Every finding of every enabled check, in reading order."""
    return []


def judge_document(story: Story, errors: list[LikelyError]) -> DocumentFindings:
    """Findings on the article as a whole."""
    return DocumentFindings()
