"""``newsroom-bot config``."""

import json
from collections.abc import Iterator
from typing import Any

import typer

from bot.cli.common import settings, settings_file
from bot.settings import CONFIG_FILE


def show() -> None:
    """Prints every setting as TOML. Secrets show as asterisks, and so does a password inside an address."""
    typer.echo("\n".join(_toml(settings().model_dump(mode="json"))))


def path() -> None:
    """Prints the settings file that is read, or that there is none."""
    named = settings_file()
    typer.echo(str(named.resolve()) if named.is_file() else f"No settings file; {CONFIG_FILE} would be read.")


def _toml(values: dict[str, Any]) -> Iterator[str]:
    for section, entries in values.items():
        yield f"[{section}]"
        for name, value in entries.items():
            shown = hide_password(value) if isinstance(value, str) else value
            # JSON's strings, numbers, booleans and lists are TOML's; a missing value has no form in TOML
            yield f"# {name} is not set" if shown is None else f"{name} = {json.dumps(shown, ensure_ascii=False)}"
        yield ""


def hide_password(text: str) -> str:
    """The text with the password of an address like ``scheme://user:password@host`` hidden."""
    scheme, divider, rest = text.partition("://")
    credentials, at, host = rest.rpartition("@")
    user, colon, _ = credentials.partition(":")
    return f"{scheme}{divider}{user}:**********{at}{host}" if divider and at and colon else text
