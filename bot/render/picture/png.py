"""The picture as PNG, for platforms that show images only.

It is drawn by a process of its own: the library holds the interpreter's lock while it draws, so that a thread
would stop the event loop, and native code that shows outside words should be able to crash alone.
"""

import asyncio
import sys
from collections import OrderedDict
from pathlib import Path
from typing import Final

from bot.render.picture.drawing import svg
from bot.render.picture.figure import Figure

ZOOM: Final = 2
FONTS: Final = tuple(sorted((Path(__file__).parent / "fonts").glob("*.ttf")))
"""Noto Sans for Latin, Greek and Cyrillic; other scripts are shown where the machine has a font for them."""
SECONDS: Final = 20.0
AT_ONCE: Final = 2
KEPT: Final = 32
"""Pictures are small, and every platform asks for one right after it was posted."""


class CannotDraw(Exception):
    """The picture could not be drawn in time, or not at all."""


class Draughtsman:
    """Draws pictures for one event loop, a few at a time, and keeps the last ones."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    async def png(self, figure: Figure) -> bytes:
        """The picture, :data:`ZOOM` pixels a unit. Raises :class:`CannotDraw`."""
        drawn = await asyncio.to_thread(svg, figure)
        async with self._turns:
            if drawn not in self._kept:
                self._kept[drawn] = await _rasterised(drawn)
        self._kept.move_to_end(drawn)
        image = self._kept[drawn]
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return image


async def _rasterised(drawn: str) -> bytes:
    program = [sys.executable, "-I", str(Path(__file__).with_name("rasterise.py")), str(ZOOM), *map(str, FONTS)]
    process = await asyncio.create_subprocess_exec(
        *program, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(SECONDS):
            image, _ = await process.communicate(drawn.encode())
    except TimeoutError as error:
        raise CannotDraw(f"not drawn in {SECONDS:g} s") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise CannotDraw(f"the process that draws ended with {process.returncode}")
    return image
