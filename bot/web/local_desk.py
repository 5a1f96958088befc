"""The local desk's pages and its JSON interface: channels, messages, files, live events.

Everything here is a view of :class:`bot.chat.local.adapter.LocalChat`; what a message leads to is
the desk's business.
"""

import asyncio
import contextlib
import json
import re
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from aiohttp import BodyPartReader, web

from bot.chat.local.adapter import PAGE_SIZE, WORKSPACE, LocalChat
from bot.chat.local.intake import Intake
from bot.chat.local.messages import LocalEvent, LocalMessage
from bot.desk import MAX_DOCUMENT_BYTES, Desk
from bot.ports import Document, Payload
from bot.render.html import STYLESHEET
from bot.web.requests import json_body, refusal, text_of

STATIC: Final = Path(__file__).parent / "static"
AUTHOR: Final = "you"
MAX_MESSAGE: Final = 200_000
"""Characters in one message; a pasted article fits, a pasted book does not."""
MAX_CHANNEL_NAME: Final = 40
HEARTBEAT_SECONDS: Final = 15.0
EVENT_ID: Final = re.compile("[0-9]{1,18}")
"""Ids that a page may name; longer ones are more than a database can compare."""
FILE_TYPES: Final = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}


class LocalDesk:
    """Handlers of the local desk over one :class:`LocalChat`."""

    def __init__(self, chat: LocalChat, desk: Desk) -> None:
        self._chat = chat
        self._desk = desk
        self._intake = Intake(chat, desk)

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes that this class answers."""
        return [
            web.get("/", self.page),
            web.static("/static", STATIC),
            web.get("/brief.css", self.brief_style),
            web.get("/api/channels", self.channels),
            web.post("/api/channels", self.add_channel),
            web.get("/api/channels/{channel}/messages", self.messages),
            web.post("/api/channels/{channel}/messages", self.send),
            web.post("/api/channels/{channel}/files", self.send_file),
            web.get("/api/replies/{reply}/article", self.article),
            web.get("/api/events", self.events),
        ]

    async def page(self, _request: web.Request) -> web.FileResponse:
        """``GET /``: the desk."""
        return web.FileResponse(STATIC / "desk.html", headers={"Cache-Control": "no-cache"})

    async def brief_style(self, _request: web.Request) -> web.FileResponse:
        """``GET /brief.css``: the style of the briefs inside the desk's page."""
        return web.FileResponse(STYLESHEET, headers={"Cache-Control": "no-cache"})

    async def channels(self, _request: web.Request) -> web.Response:
        """``GET /api/channels``: their names and when the bot answers in them."""
        names = await self._chat.channels()
        modes = [(await self._desk.settings_for(WORKSPACE, name)).mode for name in names]
        shown = [{"name": name, "mode": mode} for name, mode in zip(names, modes, strict=True)]
        return web.json_response({"channels": shown})

    async def add_channel(self, request: web.Request) -> web.Response:
        """``POST /api/channels`` with ``{"name"}``: lower case, blanks become hyphens."""
        name = "-".join(text_of(await json_body(request), "name", MAX_CHANNEL_NAME).lower().lstrip("#").split())
        if not name:
            raise refusal(HTTPStatus.BAD_REQUEST, "Give the channel a name.")
        if not name.isprintable():
            raise refusal(HTTPStatus.BAD_REQUEST, "That name has characters that cannot be seen.")
        await self._chat.add_channel(name)
        return web.json_response({"name": name}, status=HTTPStatus.CREATED)

    async def messages(self, request: web.Request) -> web.Response:
        """``GET /api/channels/{channel}/messages?before=ID``: the newest, oldest first, each with its thread.

        ``before`` asks for those before a message; ``earlier`` says whether there are still others before these.
        ``newest`` is where :meth:`events` has to go on so that a page misses nothing.
        """
        newest = await self._chat.newest()
        before = request.query.get("before", "")
        found = await self._chat.messages(
            request.match_info["channel"], int(before) if EVENT_ID.fullmatch(before) else None, PAGE_SIZE + 1
        )
        shown = found[-PAGE_SIZE:]
        threads = [await self._chat.replies(message.id) for message in shown]
        return web.json_response(
            {
                "newest": newest,
                "earlier": len(found) > len(shown),
                "messages": [
                    {**message_json(message), "replies": [message_json(reply) for reply in thread]}
                    for message, thread in zip(shown, threads, strict=True)
                ],
            }
        )

    async def send(self, request: web.Request) -> web.Response:
        """``POST /api/channels/{channel}/messages`` with ``{"text"}``."""
        text = text_of(await json_body(request), "text", MAX_MESSAGE)
        if not text.strip():
            raise refusal(HTTPStatus.BAD_REQUEST, "The message is empty.")
        sent = await self._chat.post_message(await self._channel(request), AUTHOR, text)
        await self._intake.take_over()
        return web.json_response({"id": sent.id}, status=HTTPStatus.CREATED)

    async def send_file(self, request: web.Request) -> web.Response:
        """``POST /api/channels/{channel}/files``: one text or HTML file as multipart form data."""
        document = await _document(request)
        channel = await self._channel(request)
        sent = await self._chat.post_message(channel, AUTHOR, "", files=[document])
        await self._intake.take_over()
        return web.json_response({"id": sent.id}, status=HTTPStatus.CREATED)

    async def article(self, request: web.Request) -> web.Response:
        """``GET /api/replies/{reply}/article``: the words that the lines of a brief rest on.

        ``wording`` tells whether they are those the reply was written from; the article may have been read again.
        """
        article = await self._desk.article_of_reply(WORKSPACE, request.match_info["reply"])
        brief = await self._desk.brief(WORKSPACE, article) if article is not None else None
        if brief is None:
            raise refusal(HTTPStatus.NOT_FOUND, "That article is not kept here any more.")
        shown = brief.article.model_dump(include={"title", "text", "language"})
        return web.json_response({**shown, "wording": brief.article.wording})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """``GET /api/events?after=ID``: server-sent events; a page that comes back names the last id it saw."""
        last = request.headers.get("Last-Event-ID") or request.query.get("after", "")
        seen = int(last) if EVENT_ID.fullmatch(last) else None
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        await response.write(b"retry: 1000\n\n")
        beat = asyncio.create_task(_heartbeat(response))
        try:
            async for event in self._chat.subscribe(seen):
                await response.write(_event_lines(event))
        except ConnectionResetError:
            pass  # The page was closed.
        finally:
            beat.cancel()
        return response

    async def _channel(self, request: web.Request) -> str:
        name = request.match_info["channel"]
        if name not in await self._chat.channels():
            raise refusal(HTTPStatus.NOT_FOUND, f"There is no channel #{name}.")
        return name


def message_json(message: LocalMessage) -> dict[str, Any]:
    """A message as the page shows it."""
    said = [message.markup, *(f"File: {name}" for name in message.documents)]
    return {
        "id": message.id,
        "channel": message.channel,
        "thread": message.thread,
        "author": message.author,
        "text": "\n".join(part for part in said if part),
        "at": datetime.fromtimestamp(message.posted_at, UTC).isoformat(),
        "progress": dict(message.progress),
        **_reply_json(message.payload),
    }


def _reply_json(payload: Payload | None) -> dict[str, Any]:
    return {} if payload is None else {"html": "", "hits": [], **payload}


async def _document(request: web.Request) -> Document:
    if not request.content_type.startswith("multipart/"):
        raise refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the file as form data.")
    part = await (await request.multipart()).next()
    if not isinstance(part, BodyPartReader) or not part.filename:
        raise refusal(HTTPStatus.BAD_REQUEST, "There is no file in the request.")
    suffix = Path(part.filename).suffix.lower()
    if suffix not in FILE_TYPES:
        raise refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Only text and HTML files (.txt, .html) can be read.")
    body = bytearray()
    while chunk := await part.read_chunk():
        body += chunk
        if len(body) > MAX_DOCUMENT_BYTES:
            raise refusal(
                HTTPStatus.BAD_REQUEST, f"That file is too large: at most {MAX_DOCUMENT_BYTES // 1_000_000} MB."
            )
    if not body.strip():
        raise refusal(HTTPStatus.BAD_REQUEST, "That file is empty.")
    return Document(name=Path(part.filename).name[:200], content_type=FILE_TYPES[suffix], body=bytes(body))


def _event_lines(event: LocalEvent) -> bytes:
    if event.new is not None:
        data: dict[str, Any] = {"type": "message", "message": {**message_json(event.new), "replies": []}}
        number = f"id: {event.message}\n"
    elif event.kind == "forgotten":
        data, number = {"type": "forgotten"}, ""
    else:
        data = {"type": "progress", "message": event.message, "url": event.url, "stage": event.stage}
        number = ""
    return f"{number}data: {json.dumps(data)}\n\n".encode()


async def _heartbeat(response: web.StreamResponse) -> None:
    """A comment now and then, so that a page that is gone is noticed."""
    with contextlib.suppress(ConnectionResetError):
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            await response.write(b": still here\n\n")
