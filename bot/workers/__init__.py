"""Extraction and analysis in processes of their own, off the event loop.

May import the pipeline and everything below it; knows nothing of chat, jobs or rendering.
"""

from bot.workers.errors import AnalysisCrashed, TooSlow
from bot.workers.pool import Workers

__all__ = ["AnalysisCrashed", "TooSlow", "Workers"]
