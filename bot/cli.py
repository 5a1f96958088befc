"""The command line."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def root() -> None:
    """Reads news articles for editors."""


class BlankReader:
    """Stand-in until the language stage is there."""

    def __init__(self) -> None:
        import spacy

        from bot.model import ModelInfo

        self.nlp = spacy.blank("en")
        self.nlp.add_pipe("sentencizer")
        self.info = ModelInfo(name="blank", version="0")

    def read(self, article: Any) -> Any:
        from bot.language.reading import Reading

        return Reading(article, self.nlp(article.text), self.nlp(article.title or ""))


def _reader(settings: Any) -> Any:
    try:
        from bot.language.reader import Reader
    except ImportError:
        return BlankReader()
    reader = Reader(settings.language)
    if not hasattr(reader, "info"):
        from bot.model import ModelInfo

        reader.info = ModelInfo(name="builtin", version="0")
    return reader


def _article(item: dict[str, Any], settings: Any) -> Any:
    from datetime import UTC, datetime

    from bot.model import Article, Page

    if item.get("html") is not None:
        from bot.extract import extract

        url = item.get("url") or "about:blank"
        page = Page(url=url, final_url=url, charset="utf-8", body=item["html"].encode(), fetched_at=datetime.now(UTC))
        return extract(page, settings.extract)
    return Article(
        title=item.get("title"),
        published=item.get("published"),
        url=item.get("url"),
        text=item["text"],
        words=len(item["text"].split()),
    )


@app.command()
def batch(
    source: Path,
    output: Annotated[Path, typer.Option("-o", "--output")],
    workers: int = 0,
) -> None:
    """Briefs for every line of a JSONL file."""
    import traceback

    from bot.failures import Failure
    from bot.pipeline import brief_article
    from bot.settings import load

    settings = load()
    reader = _reader(settings)
    with source.open(encoding="utf-8") as lines, output.open("w", encoding="utf-8") as out:
        for line in lines:
            if not line.strip():
                continue
            item = json.loads(line)
            try:
                brief = brief_article(_article(item, settings), reader, settings, id=str(item["id"]))
                out.write(brief.model_dump_json() + "\n")
            except Exception as problem:
                kind = problem.kind if isinstance(problem, Failure) else type(problem).__name__
                if not isinstance(problem, Failure):
                    traceback.print_exc()
                failure = {"kind": kind, "message": str(problem)}
                out.write(json.dumps({"id": item["id"], "failure": failure}) + "\n")


@app.command()
def version() -> None:
    """The version."""
    typer.echo("0.1.0")


def main() -> None:
    """Entry point."""
    app()
