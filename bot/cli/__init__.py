"""The command line ``newsroom-bot``. Heavy imports stand inside the commands, so that help is instant.

Exit codes: 0 done; 1 it could not be done, and a line on standard error says why; 2 the command was
not understood; 130 interrupted.
"""

from bot.cli.main import main

__all__ = ["main"]
