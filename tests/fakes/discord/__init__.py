"""Discord on this machine: its gateway and its REST API, and people who use it.

It refuses what Discord refuses. :func:`open_discord` starts one and points discord.py at it.
"""

from tests.fakes.discord.server import FakeDiscord, open_discord

__all__ = ["FakeDiscord", "open_discord"]
