"""Verdicts on likely errors in the local desk: given below a brief, and what they changed in a channel."""

from http import HTTPStatus
from typing import Any, Final

from aiohttp import web

from bot.chat.local.adapter import WORKSPACE, LocalChat
from bot.desk import Desk
from bot.desk.verdicts import LONGEST_ITEM, LONGEST_REASON
from bot.web.local_desk import AUTHOR
from bot.web.requests import json_body, refusal, text_of

FORGOTTEN: Final = "That article is not kept here any more."
_RIGHT: Final = {"right": True, "wrong": False}
_WHO: Final[dict[str, Any]] = {"author": AUTHOR, "is_admin": True}
"""Whoever may open the local desk runs it, and so is its admin."""


class FeedbackRoutes:
    """Handlers of ``/api/…/verdicts`` and ``/api/channels/{channel}/feedback``."""

    def __init__(self, chat: LocalChat, desk: Desk) -> None:
        self._chat = chat
        self._desk = desk

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes that this class answers."""
        return [
            web.get("/api/channels/{channel}/verdicts", self.own),
            web.put("/api/replies/{reply}/verdicts", self.judge),
            web.get("/api/channels/{channel}/feedback", self.show),
            web.delete("/api/channels/{channel}/feedback", self.reset),
            web.delete("/api/channels/{channel}/feedback/words/{words}", self.flag_again),
        ]

    async def own(self, request: web.Request) -> web.Response:
        """``GET /api/channels/{channel}/verdicts``: what was said, by reply and finding."""
        said = await self._desk.verdicts.own(WORKSPACE, await self._channel(request), AUTHOR)
        verdicts = {
            reply: {item: "right" if one.is_right else "wrong" for item, one in items.items()}
            for reply, items in said.items()
        }
        return web.json_response({"verdicts": verdicts})

    async def judge(self, request: web.Request) -> web.Response:
        """``PUT /api/replies/{reply}/verdicts`` with ``{"item", "verdict", "reason"}``; no verdict takes one back."""
        body, reply = await json_body(request), request.match_info["reply"]
        item, verdict = text_of(body, "item", LONGEST_ITEM), body.get("verdict")
        reason = text_of(body, "reason", LONGEST_REASON) if "reason" in body else ""
        if not (verdict is None or (isinstance(verdict, str) and verdict in _RIGHT)):
            raise refusal(HTTPStatus.BAD_REQUEST, "A verdict is “right” or “wrong”.")
        channel = await self._chat.channel_of(reply)
        article = await self._desk.article_of_reply(WORKSPACE, reply)
        if channel is None or article is None:
            raise refusal(HTTPStatus.NOT_FOUND, FORGOTTEN)
        verdicts = self._desk.verdicts
        if verdict is None:
            said: str | None = await verdicts.take_back(WORKSPACE, channel, article, item, AUTHOR)
        else:
            is_right = _RIGHT[verdict]
            said = await verdicts.give(WORKSPACE, channel, article, item, AUTHOR, is_right=is_right, reason=reason)
        if said is None:
            raise refusal(HTTPStatus.NOT_FOUND, FORGOTTEN)
        return web.json_response({"said": said})

    async def show(self, request: web.Request) -> web.Response:
        """``GET /api/channels/{channel}/feedback``: what the verdicts of a channel changed."""
        overview = await self._desk.verdicts.overview(WORKSPACE, await self._channel(request), **_WHO)
        return web.json_response(
            {
                name: [{**line.model_dump(), "described": line.described} for line in lines]
                for name, lines in (("checks", overview.checks), ("words", overview.words))
            }
        )

    async def reset(self, request: web.Request) -> web.Response:
        """``DELETE /api/channels/{channel}/feedback?check=``: forgets the verdicts on one check, or on all."""
        channel, check = await self._channel(request), request.query.get("check")
        return web.json_response({"reset": await self._desk.verdicts.reset(WORKSPACE, channel, check, **_WHO)})

    async def flag_again(self, request: web.Request) -> web.Response:
        """``DELETE /api/channels/{channel}/feedback/words/{words}``: lets words be flagged again."""
        channel = await self._channel(request)
        found = await self._desk.verdicts.flag_again(WORKSPACE, channel, request.match_info["words"], **_WHO)
        return web.json_response({"found": found})

    async def _channel(self, request: web.Request) -> str:
        name = request.match_info["channel"]
        if name not in await self._chat.channels():
            raise refusal(HTTPStatus.NOT_FOUND, f"There is no channel #{name}.")
        return name
