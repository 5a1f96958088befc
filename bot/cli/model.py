"""``newsroom-bot model``."""

import json
from collections.abc import MutableMapping
from pathlib import Path

import tomlkit
import typer

from bot.cli.common import fail, settings, settings_file
from bot.settings import LanguageSettings


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


def use(name: str) -> None:
    """Writes into the settings file that the model ``name`` reads. Ends the command when it cannot be loaded."""
    from bot.language.reader import Reader

    settings()
    try:
        loaded = Reader(LanguageSettings(model=name)).info
    except (OSError, ImportError, ValueError) as error:
        fail(f"{name} cannot be loaded: {error}", "Name “builtin”, or a spaCy pipeline that is installed here.")
    file = settings_file()
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    try:
        file.write_text(with_model(before, name), encoding="utf-8")
    except (OSError, ValueError) as error:
        fail(f"{file} cannot be changed: {error}", f"Write there under [language]: model = {json.dumps(name)}")
    if settings().language.model != name:
        fail("The environment names another model, and goes before the file.", "Unset NEWSROOM_LANGUAGE__MODEL.")
    typer.echo(f"{loaded.name} {loaded.version} reads from the next start on, as {file} says.")


def with_model(text: str, name: str) -> str:
    """A settings file's text with ``language.model`` set to ``name`` and everything else, comments too, as it was.

    Raises ``ValueError`` when it is no TOML or its ``language`` is no table.
    """
    document = tomlkit.parse(text)
    table = document.setdefault("language", tomlkit.table())
    if not isinstance(table, MutableMapping):
        raise ValueError("“language” is no table in it")
    table["model"] = name
    return tomlkit.dumps(document)
