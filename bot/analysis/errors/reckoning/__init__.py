"""Relations between figures that can be recomputed, one family a module.

Each function takes a :class:`~bot.analysis.errors.figures.Sentence` and the one before it in the same paragraph, and
yields what does not come out. Where figures can be related in more than one way, one way that comes out is enough.
Only the checks import this.
"""
