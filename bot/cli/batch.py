"""``newsroom-bot batch``: files, progress and exit code around :mod:`bot.cli.answering`."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import IO, Any, cast

from bot.cli.answering import answer_all
from bot.cli.common import fail, on_terminal, settings
from bot.settings import Settings


def run(source: Path, output: Path, workers: int | None) -> None:
    """Answers every line of ``source`` in ``output``. Ends the command when a file cannot be opened."""
    chosen = settings()
    if workers:
        chosen = chosen.model_copy(update={"workers": chosen.workers.model_copy(update={"processes": workers})})
    if source != Path("-") and output.exists() and source.exists() and output.samefile(source):
        fail(f"{output} is the input.", "Name another file with --output.", code=2)
    with ExitStack() as stack:
        try:
            lines = stack.enter_context(_reading(source))
            out = stack.enter_context(_writing(output))
        except OSError as error:
            fail(f"{error.filename} cannot be opened: {error.strerror}")
        counted = _progress(lines, source) if on_terminal() else lines
        try:
            asyncio.run(_answer(chosen, counted, out))
        except OSError as error:
            fail(f"The answers cannot be written to {output}: {error.strerror or error}")


async def _answer(chosen: Settings, lines: Iterator[bytes], out: IO[bytes]) -> None:
    async for answer in answer_all(lines, chosen):
        out.write(answer + b"\n")
        out.flush()


def _reading(source: Path) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if source == Path("-") else cast(Any, source.open("rb"))


def _writing(output: Path) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdout.buffer) if output == Path("-") else cast(Any, output.open("wb"))


def _progress(lines: Iterator[bytes], source: Path) -> Iterator[bytes]:
    """The lines, with a bar on standard error that moves as they are taken."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    total = None
    if source != Path("-"):
        with source.open("rb") as file:
            total = sum(1 for line in file if line.strip())
    columns = (TextColumn("Reading articles"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=total)
        for line in lines:
            yield line
            if line.strip():
                progress.advance(task)
