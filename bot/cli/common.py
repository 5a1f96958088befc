"""What every command shares: settings, consoles, and errors that say what to do next."""

import os
import sys
from pathlib import Path
from typing import Final, NoReturn

import typer

from bot.settings import CONFIG_FILE, CONFIG_VARIABLE, Settings, load

EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2


class Options:
    """What was given before the command's name."""

    config: Path | None = None


def fail(message: str, advice: str = "", code: int = EXIT_FAILED) -> NoReturn:
    """Ends the command with one line that says what went wrong, and one that says what to do."""
    typer.secho(message, fg=typer.colors.RED, err=True)
    if advice:
        typer.echo(advice, err=True)
    raise typer.Exit(code)


def settings() -> Settings:
    """The settings of this run. Ends the command when they are not valid, naming each."""
    from pydantic import ValidationError

    try:
        return load(Options.config)
    except FileNotFoundError as error:
        fail(
            f"There is no configuration file {error.args[0]}.",
            "Name another with --config, or copy config/default.toml there.",
            EXIT_USAGE,
        )
    except ValidationError as error:
        lines = [f"  {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_input=False)]
        fail("\n".join(["These settings are not valid:", *lines]), "config/default.toml explains each.", EXIT_USAGE)
    except ValueError as error:  # a file that is no TOML
        fail(f"The configuration file cannot be read: {error}", "config/default.toml shows the form.", EXIT_USAGE)


def settings_file() -> Path:
    """The settings file of this run, or where it would be."""
    return Options.config or Path(os.environ.get(CONFIG_VARIABLE) or CONFIG_FILE)


def on_terminal() -> bool:
    """True when standard error is a terminal, so that progress can be shown there."""
    return sys.stderr.isatty()
