"""The newsroom bot: article links in, briefs an editor can trust out.

Data flows one way: link → fetch → extract → language → analysis → brief → render → post.
The layers and who may import whom are listed in ``pyproject.toml`` and checked by import-linter.
"""

__version__ = "0.1.0"
