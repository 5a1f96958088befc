"""``newsroom-bot doctor``: one row a part, what is wrong with it, and what to do."""

import asyncio
import os
import shutil
import socket
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Literal

import typer

from bot.cli.common import EXIT_FAILED, Options, settings
from bot.cli.config import hide_password
from bot.failures import Failure
from bot.settings import CONFIG_FILE, CONFIG_VARIABLE, Settings

PREFIX: Final = "NEWSROOM_"
LEAST_DISK: Final = 200_000_000
"""Bytes that should be free where the data is kept."""

State = Literal["good", "hint", "broken"]


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
    checks: list[Callable[[Settings], Diagnosis]]
    checks = [_config, _environment, _model, _database, _disk, _port, _contact, _slack, _discord]
    return [check(chosen) for check in checks]


def _config(chosen: Settings) -> Diagnosis:
    named = Options.config or os.environ.get(CONFIG_VARIABLE) or (CONFIG_FILE if CONFIG_FILE.is_file() else None)
    return Diagnosis("settings", "good", f"valid, from {named}" if named else "valid; no settings file")


def _environment(chosen: Settings) -> Diagnosis:
    known = {
        f"{PREFIX}{section}__{name}".upper() for section, entries in chosen.model_dump().items() for name in entries
    }
    known |= {f"{PREFIX}{section}".upper() for section in chosen.model_dump()} | {CONFIG_VARIABLE}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if not unknown:
        return Diagnosis("environment", "good", "every NEWSROOM_ variable is a setting")
    meant = [near[0] for name in unknown if (near := get_close_matches(name.upper(), known, n=1, cutoff=0.8))]
    advice = f"Did you mean {', '.join(meant)}? Between section and name stand two underscores." if meant else ""
    return Diagnosis("environment", "hint", f"no setting, and not read: {', '.join(unknown)}", advice)


def _model(chosen: Settings) -> Diagnosis:
    from bot.language.reader import Reader

    try:
        info = Reader(chosen.language).info
    except (OSError, ImportError, ValueError) as error:
        advice = "Set language.model to “builtin”, or install the spaCy pipeline that it names."
        return Diagnosis("language model", "broken", f"{chosen.language.model} cannot be loaded: {error}", advice)
    return Diagnosis("language model", "good", f"{info.name} {info.version} reads")


def _database(chosen: Settings) -> Diagnosis:
    from bot.store.migrate import pending

    where = hide_password(chosen.store.url) or f"files in {chosen.store.folder.resolve()}"
    folder = _existing(chosen.store.folder)
    if not chosen.store.url and not os.access(folder, os.W_OK | os.X_OK):
        return Diagnosis("database", "broken", f"{folder} is not writable", "Change its owner, or set store.folder.")
    try:
        behind = pending(chosen.store)
    except Failure as failure:
        return Diagnosis("database", "broken", f"{where}: {failure}", "Check store.url, and that the server runs.")
    if behind:
        advice = "The next start does that, and so does: newsroom-bot db upgrade"
        return Diagnosis("database", "hint", f"{where}: tables to be made or changed", advice)
    return Diagnosis("database", "good", f"{where}, up to date")


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(path for path in (folder.resolve(), *folder.resolve().parents) if path.exists())


def _disk(chosen: Settings) -> Diagnosis:
    folder = _existing(chosen.store.folder)
    free = shutil.disk_usage(folder).free
    if free < LEAST_DISK:
        advice = "Free some space, or set store.folder."
        return Diagnosis("disk", "broken", f"{free / 1e6:,.0f} MB free in {folder}", advice)
    return Diagnosis("disk", "good", f"{free / 1e9:,.0f} GB free")


def _port(chosen: Settings) -> Diagnosis:
    from bot.web.app import CannotServe, check_exposure

    host, port = chosen.web.host, chosen.web.port
    try:
        check_exposure(chosen)
    except CannotServe as error:
        return Diagnosis("port", "broken", "the web server would not start", str(error))
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


def _slack(chosen: Settings) -> Diagnosis:
    if not chosen.slack.is_configured:
        advice = "To connect it, set NEWSROOM_SLACK__BOT_TOKEN and NEWSROOM_SLACK__APP_TOKEN."
        return Diagnosis("Slack", "hint", "not connected", advice)
    from bot.chat.slack_adapter.install import inspect

    setup = asyncio.run(inspect(chosen.slack))
    if not setup.problem:
        return Diagnosis("Slack", "good", f"Slack knows it as {setup.name}")
    return Diagnosis("Slack", "hint" if setup.name else "broken", setup.problem, setup.advice)


def _discord(chosen: Settings) -> Diagnosis:
    if not chosen.discord.token.get_secret_value():
        return Diagnosis("Discord", "hint", "not connected", "To connect it, set NEWSROOM_DISCORD__TOKEN.")
    from bot.chat.discord_adapter.install import inspect

    setup = asyncio.run(inspect(chosen.discord))
    if not setup.problem:
        return Diagnosis("Discord", "good", f"Discord knows it as {setup.name}")
    return Diagnosis("Discord", "hint" if setup.name else "broken", setup.problem, setup.advice)


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
