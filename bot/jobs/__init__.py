"""The durable work behind every link: read the page, compose the reply, post it.

Built on DBOS workflows over the application's tables. May use the store, the fetcher, the workers
and the renderers; knows chat platforms only as :class:`bot.ports.ChatAdapter`.
"""

from bot.jobs.engine import Engine, open_engine
from bot.jobs.parts import BriefWorkers, PageFetcher, Parts, Renderer

__all__ = ["BriefWorkers", "Engine", "PageFetcher", "Parts", "Renderer", "open_engine"]
