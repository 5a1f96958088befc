"""The newsroom bot: article links in, briefs an editor can trust out.

Data flows one way: link → fetch → extract → language → analysis → brief → render → post.
The layers and who may import whom are listed in ``pyproject.toml`` and checked by import-linter.
"""

import os

__version__ = "0.1.0"

# numpy reads this when it is imported. Its helper threads wait for more work by running in circles, for about a fifth
# of a second behind each product of two matrices: another worker has better use for that processor.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
