"""``newsroom-bot model``."""

from pathlib import Path

import typer

from bot.cli.common import settings


def info() -> None:
    """Prints which language model the settings name, its version and its pipeline."""
    from bot.language.reader import Reader

    reader = Reader(settings().language)
    typer.echo(f"{reader.info.name} {reader.info.version}")
    typer.echo("pipeline: " + ", ".join(reader.nlp.pipe_names))


def evaluate(treebank: Path, names: Path | None, documents: str) -> None:
    """Prints F1 in per cent of every measure, one a line."""
    from bot.language import evaluate as scoring
    from bot.language.reader import Reader

    scores = scoring.evaluate(Reader(settings().language).nlp, treebank, names, documents)
    for measure, value in scores.summary().items():
        typer.echo(f"{measure:10} {value:6.2f}")
