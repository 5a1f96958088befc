"""The commands and what they are called with."""

from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.common import Options

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
config_app = typer.Typer(no_args_is_help=True, help="Shows the settings in force and where they come from.")
db_app = typer.Typer(no_args_is_help=True, help="Looks after the database.")
model_app = typer.Typer(no_args_is_help=True, help="Looks at the language model.")
app.add_typer(model_app, name="model", rich_help_panel="Look after it")
app.add_typer(config_app, name="config", rich_help_panel="Look after it")
app.add_typer(db_app, name="db", rich_help_panel="Look after it")

READ, SERVE, TEND = "Read articles", "Run the bot", "Look after it"


class Format(StrEnum):
    """How a brief is written."""

    TEXT = "text"
    JSON = "json"
    SLACK = "slack"
    DISCORD = "discord"
    HTML = "html"


class SectionChoice(StrEnum):
    """A part of a brief."""

    GIST = "gist"
    ERRORS = "errors"
    DEMANDS = "demands"
    ACTORS = "actors"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"newsroom-bot {version('newsroom-bot')}")
        raise typer.Exit


@app.callback()
def root(
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings file; else $NEWSROOM_CONFIG, else ./newsroom.toml."),
    ] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Shows the version.")
    ] = False,
) -> None:
    """Reads news articles and says who matters, who wants what, and what looks wrong.

    Exit codes: 0 done, 1 could not be done (standard error says why), 2 not understood, 130 interrupted.
    """
    Options.config = config


@app.command(rich_help_panel=READ)
def brief(
    source: Annotated[str, typer.Argument(help="An address, an .html or .txt file, or - for standard input.")],
    format: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to write it.", show_default="text")
    ] = None,
    section: Annotated[
        list[SectionChoice] | None, typer.Option("--section", "-s", help="Only this part; may be given again.")
    ] = None,
    all: Annotated[bool, typer.Option("--all", "-a", help="Every finding, also the less likely ones.")] = False,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="OTHER", help="Another version of the story to compare it with; may be given again."),
    ] = None,
) -> None:
    """Briefs one article.

    For example: newsroom-bot brief https://example.org/story · newsroom-bot brief draft.txt -s errors --all
    · newsroom-bot brief copy.html --against https://example.org/original
    """
    from bot.cli.brief import run

    sections = [one.value for one in section or SectionChoice]
    run(source, (format or Format.TEXT).value, sections, full=all, against=against or [])


@app.command(rich_help_panel=READ)
def batch(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="One JSON object a line; - for standard input.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT.jsonl", help="Where the briefs go.")],
    workers: Annotated[int | None, typer.Option("--workers", min=1, max=64, help="Processes that read.")] = None,
) -> None:
    """Briefs many articles: one JSON line in, one JSON line out, in the same order.

    Each input line has an "id" and one of "url", "html" or "text", and may have "url", "title" and "published".
    With "versions", a list of {"text", "title", "url", "published"}, it is compared with other versions of its story.
    "html" is never fetched again. An item that cannot be read gives {"id", "failure": {"kind", "message"}} and the
    run goes on; the exit code is 0 when every line was answered.
    """
    from bot.cli.batch import run

    run(source, output, workers)


@app.command(rich_help_panel=READ)
def schema() -> None:
    """Prints the JSON Schema of a brief."""
    from bot.cli.schema import schema_text

    typer.echo(schema_text(), nl=False)


@app.command(rich_help_panel=SERVE)
def run() -> None:
    """Starts the whole bot: local desk, chat platforms whose tokens are set, jobs."""
    from bot.cli.serve import serve

    serve()


@app.command(rich_help_panel=SERVE)
def web() -> None:
    """Starts what takes links over, for a server: the local desk and the chat platforms.

    On PostgreSQL the work is left to "newsroom-bot worker" processes; on files it is done here.
    """
    from bot.cli.serve import take

    take()


@app.command(rich_help_panel=SERVE)
def worker() -> None:
    """Starts a process that only works off jobs, beside others on one PostgreSQL database."""
    from bot.cli.serve import work

    work()


@app.command(rich_help_panel=TEND)
def doctor() -> None:
    """Checks settings, model, database, ports, tokens and disk, and says what to do. Exit code 1 when one is broken."""
    from bot.cli.doctor import run

    run()


@model_app.command("info")
def model_info() -> None:
    """Prints which language model reads, and its version."""
    from bot.cli.model import info

    info()


@model_app.command("evaluate")
def model_evaluate(
    treebank: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A treebank in CoNLL-U.")],
    names: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Names of the same sentences, in IOB2.")
    ] = None,
    documents: Annotated[str, typer.Option(help="Only documents whose name starts with this.")] = "",
) -> None:
    """Scores the language model on a treebank, from raw text."""
    from bot.cli.model import evaluate

    evaluate(treebank, names, documents)


@model_app.command("use")
def model_use(
    name: Annotated[str, typer.Argument(help="“builtin”, or an installed spaCy pipeline such as en_core_web_trf.")],
) -> None:
    """Chooses the language model that reads: tries it, and writes it into the settings file."""
    from bot.cli.model import use

    use(name)


@config_app.command("show")
def config_show() -> None:
    """Prints every setting in force as TOML. Secrets are hidden."""
    from bot.cli.config import show

    show()


@config_app.command("path")
def config_path() -> None:
    """Prints which settings file is read."""
    from bot.cli.config import path

    path()


@db_app.command("upgrade")
def db_upgrade() -> None:
    """Creates the tables or brings them up to date. Safe to run again."""
    from bot.cli.database import upgrade

    upgrade()


def main() -> None:
    """Entry point."""
    app()
