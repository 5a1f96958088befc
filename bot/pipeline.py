"""From a page or an article to its brief: extract, read, analyse, assemble."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Protocol

from bot.analysis.analyse import analyse
from bot.brief import assemble
from bot.language.reading import Reading
from bot.model import Article, Brief, ModelInfo, Page
from bot.settings import Settings


class ArticleReader(Protocol):
    """What turns an article into its parse: :class:`bot.language.Reader`, loaded once per process."""

    @property
    def info(self) -> ModelInfo:
        """Which model reads."""
        ...

    def read(self, article: Article) -> Reading:
        """The parsed article."""
        ...


class Stopwatch:
    """Milliseconds spent in each stage of one brief."""

    def __init__(self, timings: dict[str, float] | None = None) -> None:
        self.timings: dict[str, float] = dict(timings or {})

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times one stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.timings[name] = round((time.perf_counter() - started) * 1000, 2)


def brief_page(page: Page, reader: ArticleReader, settings: Settings, *, id: str) -> Brief:
    """The brief of a fetched page. Raises :class:`bot.failures.Failure` when it holds no article."""
    from bot.extract import extract

    watch = Stopwatch()
    with watch.stage("extract"):
        article = extract(page, settings.extract)
    return brief_article(article, reader, settings, id=id, fetched_at=page.fetched_at, timings=watch.timings)


def brief_article(
    article: Article,
    reader: ArticleReader,
    settings: Settings,
    *,
    id: str,
    fetched_at: datetime | None = None,
    timings: dict[str, float] | None = None,
) -> Brief:
    """The brief of an article."""
    watch = Stopwatch(timings)
    with watch.stage("language"):
        reading = reader.read(article)
    with watch.stage("analysis"):
        analysis = analyse(reading, settings.analysis)
    return assemble(
        article, analysis, settings.brief, id=id, model=reader.info, fetched_at=fetched_at, timings=watch.timings
    )
