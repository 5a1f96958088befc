"""From a page or an article to its brief: extract, read, analyse, assemble.

Every function here takes the loaded reader and the settings last, so that a worker process can call
any of them with its own (:mod:`bot.workers`).
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from bot.analysis.analyse import analyse
from bot.analysis.compare import compare
from bot.analysis.comparison import bands
from bot.brief import assemble
from bot.extract import extract
from bot.extract.metadata import guess_language
from bot.language.reader import Reader
from bot.model import Analysis, Article, Brief, Comparison, ModelInfo, Page
from bot.settings import AnalysisSettings, BriefSettings, Settings

ANALYSED_LANGUAGE = "en"
LANGUAGE_CHARS = 200
"""Shorter texts of no stated language are taken for English: a guess on a sentence or two is often wrong."""

_FIRST_WORDS = "Which language this is in can be told from its words and letters."


class Stopwatch:
    """Milliseconds spent in each stage of one brief."""

    def __init__(self, timings: Mapping[str, float] | None = None) -> None:
        self.timings: dict[str, float] = dict(timings or {})

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times one stage."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.timings[name] = round((time.perf_counter() - started) * 1000, 2)


def load_reader(settings: Settings) -> Reader:
    """The reader, and with it everything else that is slow the first time, by reading a sentence."""
    guess_language(_FIRST_WORDS)
    reader = Reader(settings.language)
    brief_article(Article(text=_FIRST_WORDS), reader, settings, id="")
    return reader


def model_info(reader: Reader, settings: Settings) -> ModelInfo:
    """Which model reads."""
    return reader.info


def extract_page(page: Page, reader: Reader, settings: Settings) -> tuple[Article, dict[str, float]]:
    """The article of a fetched page, and the time it took. Raises :class:`bot.failures.Failure` when there is none."""
    watch = Stopwatch()
    with watch.stage("extract"):
        article = extract(page, settings.extract)
    return article, watch.timings


def brief_page(page: Page, reader: Reader, settings: Settings, *, id: str) -> Brief:
    """The brief of a fetched page. Raises :class:`bot.failures.Failure` when it holds no article."""
    article, timings = extract_page(page, reader, settings)
    return brief_article(article, reader, settings, id=id, fetched_at=page.fetched_at, timings=timings)


def brief_article(
    article: Article,
    reader: Reader,
    settings: Settings,
    *,
    id: str,
    fetched_at: datetime | None = None,
    timings: Mapping[str, float] | None = None,
    brief: BriefSettings | None = None,
    analysis: AnalysisSettings | None = None,
) -> Brief:
    """The brief of an article. ``brief`` and ``analysis`` replace those sections of the settings.

    An article in a language that the model was not made for gets its opening as the gist and nothing
    that would take understanding.
    """
    watch = Stopwatch(timings)
    article = with_language(article)
    if is_english(article):
        with watch.stage("language"):
            reading = reader.read(article)
        with watch.stage("analysis"):
            findings = analyse(reading, analysis or settings.analysis)
    else:
        findings = opening(article)
    return assemble(
        article,
        findings,
        brief or settings.brief,
        id=id,
        model=reader.info,
        fetched_at=fetched_at,
        timings=watch.timings,
    )


def compare_briefs(
    brief: Brief,
    others: Sequence[Brief],
    reader: Reader,
    settings: Settings,
    *,
    analysis: AnalysisSettings | None = None,
) -> list[Comparison]:
    """What other articles show that are versions of the same story; ``analysis`` as in :func:`brief_article`."""
    return compare(brief, others, analysis or settings.analysis)


def signature(article: Article, reader: Reader, settings: Settings) -> list[int]:
    """What other versions of an article are found by; empty for one that is too short or not in English."""
    return bands(article.text) if is_english(with_language(article)) else []


def with_language(article: Article) -> Article:
    """The article with the language that it reads as, when none is stated and the text is long enough."""
    if article.language or len(article.text) < LANGUAGE_CHARS:
        return article
    return article.model_copy(update={"language": guess_language(article.text)})


def is_english(article: Article) -> bool:
    """True when the article is in English, or in no known language."""
    return article.language is None or article.language.lower().partition("-")[0] == ANALYSED_LANGUAGE


def opening(article: Article) -> Analysis:
    """The first paragraph of running text, or the first there is, as the gist."""
    start, paragraphs = 0, []
    for piece in article.text.split("\n\n"):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            paragraphs.append(article.span(start + lead, start + len(piece.rstrip())))
        start += len(piece) + 2
    running = [paragraph for paragraph in paragraphs if len(paragraph.text) >= 80]
    return Analysis(gist=(running or paragraphs)[:1])
