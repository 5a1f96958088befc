"""The full report of a brief and its picture, for whoever was given its link.

The link is the right to read: no password is asked, nothing leads from one report to another, and an
unknown link, a wrong one and that of a forgotten article are answered alike.
"""

import asyncio
import logging
from http import HTTPStatus
from typing import Final

from aiohttp import web

from bot.desk import Desk
from bot.render import render_page
from bot.render.html import style_hash
from bot.render.picture import PICTURE
from bot.render.picture.figure import figure_of
from bot.render.picture.png import CannotDraw, Draughtsman
from bot.store.reports import PATH

log = logging.getLogger(__name__)

HEADERS: Final = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src '{style_hash()}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cache-Control": "private, no-store",
}
NOT_HERE: Final = "There is no report here. The link is not complete, or the article has been forgotten.\n"


class Reports:
    """Handlers of ``/r/``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._draughtsman = Draughtsman()

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes that this class answers."""
        return [
            web.get(PATH + "{token}" + PICTURE, self.picture),
            web.get(PATH + "{token:.*}", self.show),
        ]

    async def show(self, request: web.Request) -> web.Response:
        """``GET /r/TOKEN?of=WORDING``: the report beside the words of the article that it rests on.

        ``of`` is the wording that the link's fragment points into.
        """
        report = await self._desk.report(request.match_info["token"])
        if report is None:
            return _not_here()
        seen = request.query.get("of")
        # A long article takes a while to mark up, and the event loop must not wait for that.
        page = await asyncio.to_thread(
            render_page, report.brief, report.sections, worth=report.worth, full=True, seen=seen
        )
        return web.Response(text=page, content_type="text/html", headers=HEADERS)

    async def picture(self, request: web.Request) -> web.Response:
        """``GET /r/TOKEN/picture.png``: who demands what of whom, for chat platforms, which fetch it themselves."""
        report = await self._desk.report(request.match_info["token"])
        figure = figure_of(report.brief, report.worth) if report and "demands" in report.sections else None
        if figure is None:
            return _not_here()
        try:
            image = await self._draughtsman.png(figure)
        except CannotDraw as error:
            log.error("a picture is missing: %s", error)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=HEADERS)
        return web.Response(body=image, content_type="image/png", headers=HEADERS)


def _not_here() -> web.Response:
    return web.Response(text=NOT_HERE, status=HTTPStatus.NOT_FOUND, headers=HEADERS)
