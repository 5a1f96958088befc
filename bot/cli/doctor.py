"""``newsroom-bot doctor``: one row a part, what is wrong with it, and what to do."""

import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import typer

from bot.cli.common import EXIT_FAILED, Options, settings
from bot.cli.config import hide_password
from bot.failures import Failure
from bot.settings import CONFIG_VARIABLE, Settings

LEAST_DISK: Final = 200_000_000
"""Bytes that should be free where the data is kept."""

State = Literal["good", "hint", "broken"]
TOKENS: Final = {
    "Slack": ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"),
    "Discord": ("DISCORD_TOKEN",),
}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How one part is. ``advice`` says what to do about it."""

    part: str
    state: State
    finding: str
    advice: str = ""


def run() -> None:
    """Prints the diagnoses. Ends the command with code 1 when one is broken."""
    diagnoses = examine(settings())
    _show(diagnoses)
    if any(diagnosis.state == "broken" for diagnosis in diagnoses):
        raise typer.Exit(EXIT_FAILED)


def examine(chosen: Settings) -> list[Diagnosis]:
    """Every diagnosis, in the order in which things depend on one another."""
    checks: list[Callable[[Settings], Diagnosis]] = [_config, _model, _database, _disk, _port, _contact]
    return [*(check(chosen) for check in checks), *(_tokens(name) for name in TOKENS)]


def _config(chosen: Settings) -> Diagnosis:
    named = Options.config or os.environ.get(CONFIG_VARIABLE)
    return Diagnosis("settings", "good", f"valid, from {named}" if named else "valid")


def _model(chosen: Settings) -> Diagnosis:
    from bot.language.reader import Reader

    try:
        info = Reader(chosen.language).info
    except (OSError, ImportError, ValueError) as error:
        advice = "Set language.model to “builtin”, or install the spaCy pipeline that it names."
        return Diagnosis("language model", "broken", f"{chosen.language.model} cannot be loaded: {error}", advice)
    return Diagnosis("language model", "good", f"{info.name} {info.version} reads")


def _database(chosen: Settings) -> Diagnosis:
    from bot.store.migrate import upgrade

    where = hide_password(chosen.store.url) or f"files in {chosen.store.folder.resolve()}"
    try:
        upgrade(chosen.store)
    except Failure as failure:
        advice = (
            "Check store.url and that the server runs." if chosen.store.url else "Check that the folder is writable."
        )
        return Diagnosis("database", "broken", f"{where}: {failure}", advice)
    return Diagnosis("database", "good", f"{where}, up to date")


def _disk(chosen: Settings) -> Diagnosis:
    folder = next(
        path for path in (chosen.store.folder.resolve(), *chosen.store.folder.resolve().parents) if path.exists()
    )
    free = shutil.disk_usage(folder).free
    if free < LEAST_DISK:
        return Diagnosis(
            "disk", "broken", f"{free / 1e6:,.0f} MB free in {folder}", "Free some space, or move store.folder."
        )
    return Diagnosis("disk", "good", f"{free / 1e9:,.0f} GB free")


def _port(chosen: Settings) -> Diagnosis:
    host, port = chosen.web.host, chosen.web.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        advice = "The bot may be running already; else choose another with NEWSROOM_WEB__PORT."
        return Diagnosis("port", "hint", f"{host}:{port} is not free: {error.strerror}", advice)
    return Diagnosis("port", "good", f"{host}:{port} is free")


def _contact(chosen: Settings) -> Diagnosis:
    if chosen.fetch.contact:
        return Diagnosis("contact", "good", chosen.fetch.contact)
    advice = "Set fetch.contact to an address where site owners can reach you."
    return Diagnosis("contact", "hint", "sites that are read cannot tell who reads them", advice)


def _tokens(platform: str) -> Diagnosis:
    names = TOKENS[platform]
    missing = [name for name in names if not os.environ.get(name)]
    if not missing:
        return Diagnosis(platform, "good", "tokens are set")
    if len(missing) < len(names):
        return Diagnosis(platform, "broken", "some tokens are missing", f"Set {', '.join(missing)}.")
    return Diagnosis(platform, "hint", "not connected", f"To connect it, set {', '.join(names)}.")


def _show(diagnoses: list[Diagnosis]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    marks = {"good": ("✓", "green"), "hint": ("·", "yellow"), "broken": ("✗", "bold red")}
    table = Table(box=None, pad_edge=False, show_header=False)
    for diagnosis in diagnoses:
        mark, style = marks[diagnosis.state]
        words = Text(diagnosis.finding)
        if diagnosis.advice:
            words.append(f"\n{diagnosis.advice}", style="" if diagnosis.state == "broken" else "dim")
        table.add_row(Text(mark, style=style), Text(diagnosis.part, style="bold"), words)
    Console(highlight=False).print(table)
