"""``newsroom-bot brief``: one article, in the wanted form, on standard output."""

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast

import typer

from bot.brief import Worth, select, with_comparisons
from bot.cli.common import EXIT_USAGE, fail, on_terminal, settings
from bot.failures import Failure
from bot.model import Brief, Page
from bot.settings import SectionName, Settings
from bot.workers import Workers

ADVICE: Final = {
    "blocked": "If it is on your own network, name it in fetch.allow_hosts and its port in fetch.allowed_ports.",
    "too-large": "The setting fetch.max_bytes allows more.",
    "too-long": "The setting extract.max_words allows more.",
}
"""What an operator can do about a kind of failure."""

HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
HTML_STARTS: Final = (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<article", b"<div", b"<p")


def run(source: str, format: str, sections: Sequence[str], *, full: bool, against: Sequence[str] = ()) -> None:
    """Prints the brief of ``source``, compared with ``against``. Ends the command when one cannot be read."""
    chosen = settings()
    if [source, *against].count("-") > 1:
        fail("Standard input holds one article only.", "Name a file or an address for the others.", EXIT_USAGE)
    try:
        brief = asyncio.run(_read(source, against, chosen))
    except Failure as failure:
        fail(failure.sentence(), _advice(failure))
    _write(brief, format, cast(Sequence[SectionName], sections), chosen, full=full)


def _advice(failure: Failure) -> str:
    return ADVICE.get(failure.kind, "Trying again later may help." if failure.retryable else "")


async def _read(source: str, against: Sequence[str], chosen: Settings) -> Brief:
    local = {name: _local_page(name, chosen.fetch.max_bytes) for name in (source, *against) if not _is_address(name)}
    with _spinner() as status:
        async with Workers(chosen) as workers:
            briefs = []
            for name in (source, *against):
                page = local.get(name) or await _fetched(name, chosen, status)
                _say(status, "Reading the article")
                briefs.append(await workers.brief_page(page, name if name != "-" else "stdin"))
            if not against:
                return briefs[0]
            _say(status, "Comparing the versions")
            return with_comparisons(briefs[0], await workers.compare(briefs[0], briefs[1:]), chosen.brief)


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _spinner() -> Any:
    if not on_terminal():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status("Starting")


def _say(status: Any, words: str) -> None:
    if status is not None:
        status.update(words)


async def _fetched(address: str, chosen: Settings, status: Any) -> Page:
    from bot.fetch import Fetcher

    _say(status, "Fetching the page")
    async with Fetcher(chosen.fetch) as fetcher:
        return await fetcher.fetch(address)


def _local_page(source: str, max_bytes: int) -> Page:
    path = Path(source)
    try:
        with nullcontext(sys.stdin.buffer) if source == "-" else path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except OSError as error:
        reason = "There is no such file" if isinstance(error, FileNotFoundError) else error.strerror
        fail(f"{source}: {reason}.", "SOURCE is an address with http:// or https://, a file, or -.", EXIT_USAGE)
    if len(body) > max_bytes:
        fail(f"{source} has more than {max_bytes:,} bytes.", "The setting fetch.max_bytes allows more.")
    kind = "text/html" if path.suffix.lower() in HTML_SUFFIXES or _looks_like_html(body) else "text/plain"
    return Page(url="", final_url="", content_type=kind, body=body, fetched_at=datetime.now(UTC))


def _looks_like_html(body: bytes) -> bool:
    return body[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(HTML_STARTS)


def _write(brief: Brief, format: str, sections: Sequence[SectionName], chosen: Settings, *, full: bool) -> None:
    """Writes a brief: as JSON everything it holds, else what a channel without settings of its own would be shown."""
    from bot.ports import Platform
    from bot.render import render, render_page

    selection = select(brief, chosen.desk)
    worth = None if full else selection.worth
    match format:
        case "json":
            typer.echo(brief.model_dump_json(by_alias=True, indent=2))
        case "html":
            typer.echo(render_page(selection.brief, sections, chosen.brief, worth=worth, full=full), nl=False)
        case "slack" | "discord":
            platform = Platform(format)
            payload = render(selection.brief, platform, sections, settings=chosen.brief, worth=worth, full=full)
            typer.echo(json.dumps(payload, ensure_ascii=False, indent=2))
        case _:
            _write_text(selection.brief, sections, chosen, worth, full=full)


def _write_text(
    brief: Brief, sections: Sequence[SectionName], chosen: Settings, worth: Worth | None, *, full: bool
) -> None:
    from bot.render.card import lay_out
    from bot.render.text import render_text, renderable

    if not sys.stdout.isatty():
        typer.echo(render_text(brief, sections, chosen.brief, worth=worth, full=full), nl=False)
        return
    from rich.console import Console

    console = Console(highlight=False, emoji=False)
    card = lay_out(brief, sections, chosen.brief, worth=worth, full=full)
    console.print(renderable(card), width=min(console.width, 110))
