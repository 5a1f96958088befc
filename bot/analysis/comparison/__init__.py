"""Two versions of one story, side by side: how alike they are, which sentences belong together, what differs.

Knows words and sentences alone: nothing of storage, of chat, or of what makes a difference an error
(:mod:`bot.analysis.errors`).
"""

from bot.analysis.comparison.alignment import Edit, Passage, align
from bot.analysis.comparison.shingles import Likeness, bands, likeness
from bot.analysis.comparison.words import Word

__all__ = ["Edit", "Likeness", "Passage", "Word", "align", "bands", "likeness"]
