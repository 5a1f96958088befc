"""Measures what the comparison with other versions adds to a brief, with 0, 1 and 1,000 articles read before.

    python -m evals.versions_time DATA

DATA is a folder of texts as for ``evals.versions``; its ``spun`` copies are read, with their ``clean`` originals among
what was read before. The other articles are sentences of the corpus drawn by chance. CPU time of one core,
medians over the copies.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.analysis.compare import compare
from bot.analysis.comparison import bands
from bot.extract import article_from_text
from bot.jobs.comparing import others_read
from bot.language.reader import Reader
from bot.model import Brief, Validators
from bot.pipeline import brief_article
from bot.ports import Platform, Workspace
from bot.settings import Settings, StoreSettings
from bot.store import articles, versions
from bot.store.database import Database, open_database
from bot.store.workspaces import workspace_id

HERE = Workspace(platform=Platform.LOCAL, id="local")
SENTENCES = 25
Times = dict[str, list[float]]


@contextmanager
def timed(times: Times, name: str) -> Iterator[None]:
    """Adds the milliseconds of processor time spent inside."""
    began = time.process_time()
    yield
    times.setdefault(name, []).append((time.process_time() - began) * 1000)


async def keep(database: Database, name: str, brief: Brief) -> tuple[int, int]:
    """Has the workspace read an article: its row id and the article's."""
    async with database.write() as connection:
        owner = await workspace_id(connection, HERE)
        article = await articles.save(connection, f"https://news.example/{name}", brief, Validators())
        await versions.keep_signature(connection, article, bands(brief.article.text))
        await articles.note_reading(connection, [owner], article)
    return owner, article


async def measure(stored: int, copies: list[tuple[str, Brief]], originals: list[Brief], filler: list[Brief]) -> Times:
    """The times of each copy with ``stored`` articles read before."""
    times: Times = {}
    with tempfile.TemporaryDirectory() as folder:
        async with open_database(StoreSettings(folder=Path(folder))) as database:
            for number, brief in enumerate([*originals, *filler][:stored] if stored > 1 else []):
                await keep(database, f"old/{number}", brief)
            for number, (name, copy) in enumerate(copies):
                if stored == 1:
                    await keep(database, f"old/{number}", originals[number])
                with timed(times, "signature"):
                    bands(copy.article.text)
                owner, article = await keep(database, name, copy)
                with timed(times, "search"):
                    async with database.read() as connection:
                        others = await others_read(connection, owner, article)
                with timed(times, "compare"):
                    compare(copy, list(others.values()), Settings().analysis)
    return times


def main() -> None:
    """Prints one line for each number of stored articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    settings = Settings()
    reader = Reader(settings.language)

    def read(text: str, id: str) -> Brief:
        title, _, body = text.partition("\n\n")
        return brief_article(article_from_text(body, title=title, url=None), reader, settings, id=id)

    files = sorted((data / "spun").glob("*.txt"))
    read(files[0].read_text(), "warm")
    plain: Times = {}
    copies = []
    for file in files:
        with timed(plain, "analysis"):
            copies.append((file.stem, read(file.read_text(), file.stem)))
    originals = [read((data / "clean" / file.name).read_text(), file.stem) for file in files]
    draw = random.Random(1)  # noqa: S311 the same filler each time
    sentences = [one for file in sorted(data.rglob("*.txt")) for one in file.read_text().split(". ")]
    drawn = [". ".join(draw.sample(sentences, SENTENCES)) for _ in range(1000 - len(originals))]
    filler = [
        originals[0].model_copy(
            update={
                "article": article_from_text(text, title=None, url=None),
                "errors": [],
                "entities": [],
                "actors": [],
            }
        )
        for text in drawn
    ]
    filler = [brief.model_copy(update={"gist": [], "quotes": [], "demands": []}) for brief in filler]
    whole = statistics.median(plain["analysis"])
    print(f"language and analysis: {whole:.0f} ms")
    for stored in (0, 1, 1000):
        times = asyncio.run(measure(stored, copies, originals, filler))
        parts = {name: statistics.median(values) for name, values in times.items()}
        shown = ", ".join(f"{name} {value:.1f} ms" for name, value in parts.items())
        print(f"{stored} stored: {shown}; {sum(parts.values()) / whole:.2f} of the reading")


if __name__ == "__main__":
    main()
