"""A Slack on loopback: the Web API, Socket Mode, events over HTTP, response URLs and OAuth.

It speaks the real protocol to the real clients and refuses what Slack refuses. Tests write messages
and press buttons through its methods, and break it through :attr:`FakeSlack.limits`,
:attr:`FakeSlack.is_down` and the like.
"""

import asyncio
import hashlib
import hmac
import json
import time
from base64 import b64decode
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import aiohttp
from aiohttp import WSMsgType, web

from tests.fakes.slack.blocks import Refused
from tests.fakes.slack.methods import METHODS, Methods
from tests.fakes.slack.world import ANN, Channel, World

TEAM, TOKEN, APP_TOKEN, SECRET, APP = "T0PRESS", "xoxb-press", "xapp-1-press", "signing-secret", "A0NEWSROOM"
RETRIES = 3


class FakeSlack:
    """One Slack with one app in it. ``scopes`` and ``events`` are what the app's manifest asks for."""

    def __init__(self, scopes: set[str], events: set[str]) -> None:
        self.world = World()
        self.scopes = scopes
        self.events = events
        self.ack_seconds = 5.0
        self.trigger_seconds = 30.0
        self.events_url: str | None = None
        self.limits: dict[str, list[float]] = {}
        self.lost_answers: dict[str, int] = {}
        self.is_down = False
        self.fetches_images = True
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.said: dict[str, list[dict[str, Any]]] = {}
        self.unacknowledged: list[dict[str, Any]] = []
        self._sockets: list[web.WebSocketResponse] = []
        self._tickets: set[str] = set()
        self._acks: dict[str, asyncio.Future[Any]] = {}
        self._triggers: dict[str, float] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._codes: dict[str, str] = {}
        self._methods = Methods(self)
        self.base = ""

    @asynccontextmanager
    async def running(self) -> AsyncIterator["FakeSlack"]:
        """Serves on a free port until the end of the block."""
        app = web.Application(client_max_size=10_000_000)
        app.add_routes(
            [
                web.route("*", "/api/{method}", self._api),
                web.get("/socket", self._socket),
                web.post("/response/{id}", self._response),
            ]
        )
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self.disconnect()
            await runner.cleanup()

    @property
    def api_url(self) -> str:
        return f"{self.base}/api/"

    # ---- the Web API -----------------------------------------------------------------------------

    async def _api(self, request: web.Request) -> web.Response:
        name = request.match_info["method"]
        arguments = await _arguments(request)
        self.calls.append((name, arguments))
        if self.is_down:
            return web.Response(status=503, text="<html>upstream connect error</html>", content_type="text/html")
        if self.limits.get(name):
            headers = {"Retry-After": str(self.limits[name].pop(0))}
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
        try:
            answer = self._answer(name, request, arguments)
        except Refused as refused:
            return web.json_response({"ok": False, "error": refused.code, **self._explained(refused)})
        if self.lost_answers.get(name, 0) > 0:
            self.lost_answers[name] -= 1
            assert request.transport is not None
            request.transport.abort()
        headers = {"x-oauth-scopes": ",".join(sorted(self._granted(request)))}
        return web.json_response({"ok": True, **answer}, headers=headers)

    def _granted(self, request: web.Request) -> set[str]:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return self.world.installations[token].scopes if token in self.world.installations else set()

    def _explained(self, refused: Refused) -> dict[str, Any]:
        if refused.code == "missing_scope":
            return {"needed": refused.details[0], "provided": ",".join(sorted(self.scopes))}
        return {"response_metadata": {"messages": [f"[ERROR] {detail}" for detail in refused.details]}}

    def _answer(self, name: str, request: web.Request, arguments: dict[str, Any]) -> dict[str, Any]:
        authorization = request.headers.get("Authorization", "")
        if authorization.startswith("Basic "):
            arguments["client_secret"] = b64decode(authorization.split()[1]).decode().partition(":")[2]
        token = authorization.removeprefix("Bearer ") or arguments.pop("token", "")
        arguments.pop("token", None)
        if name == "apps.connections.open":
            return self._connection(token)
        if name == "oauth.v2.access":
            return self._grant(arguments)
        if name not in METHODS:
            raise Refused("unknown_method")
        if not token:
            raise Refused("not_authed")
        by = self.world.installations.get(token)
        if by is None:
            raise Refused("invalid_auth")
        if by.is_revoked:
            raise Refused("token_revoked")
        function, scopes = METHODS[name]
        for scope in scopes - by.scopes:
            raise Refused("missing_scope", scope)
        return function(self._methods, by, arguments)

    def _connection(self, token: str) -> dict[str, Any]:
        if token != APP_TOKEN:
            raise Refused("not_allowed_token_type" if token.startswith("xoxb") else "invalid_auth")
        ticket = self.world.number("ticket")
        self._tickets.add(ticket)
        return {"url": f"{self.base.replace('http', 'ws')}/socket?ticket={ticket}"}

    def _grant(self, arguments: dict[str, Any]) -> dict[str, Any]:
        if arguments.get("client_secret") != "client-secret":
            raise Refused("bad_client_secret")
        if arguments.get("grant_type") == "refresh_token":
            team = self._codes.pop(str(arguments.get("refresh_token")), None)
            if team is None:
                raise Refused("invalid_refresh_token")
        else:
            team = self._codes.pop(str(arguments.get("code")), None)
            if team is None:
                raise Refused("invalid_code")
        for old in [one for one in self.world.installations.values() if one.team == team]:
            old.is_revoked = True
        made = self.world.install(team, self.world.number("xoxe.xoxb-"), self.scopes)
        refresh = self.world.number("xoxe-1-")
        self._codes[refresh] = team
        return {
            "app_id": APP,
            "access_token": made.token,
            "token_type": "bot",
            "scope": ",".join(sorted(made.scopes)),
            "bot_user_id": made.user,
            "refresh_token": refresh,
            "expires_in": 43_200,
            "team": {"id": team, "name": team},
            "enterprise": None,
            "is_enterprise_install": False,
            "authed_user": {"id": ANN},
        }

    def channels_are_empty(self) -> bool:
        """Whether nothing was ever written."""
        return not any(channel.messages for channel in self.world.channels.values())

    def code_for(self, team: str) -> str:
        """What Slack gives to an admin of ``team`` who agreed to the installation."""
        code = self.world.number("code")
        self._codes[code] = team
        return code

    async def _response(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.said.setdefault(request.match_info["id"], []).append(body)
        return web.Response(text="ok")

    # ---- Socket Mode -----------------------------------------------------------------------------

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if self.is_down or request.query.get("ticket") not in self._tickets:
            return web.Response(status=408)
        self._tickets.discard(request.query["ticket"])
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}})
        self._sockets.append(socket)
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                answer = json.loads(frame.data)
                waiting = self._acks.get(answer["envelope_id"])
                if waiting and not waiting.done():
                    waiting.set_result(answer.get("payload") or {})
        if socket in self._sockets:
            self._sockets.remove(socket)
        return socket

    @property
    def is_connected(self) -> bool:
        return bool(self._sockets)

    async def refresh(self) -> None:
        """Asks the client to reconnect, as Slack does every few hours."""
        for socket in list(self._sockets):
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})

    async def disconnect(self) -> None:
        """Cuts every connection."""
        for socket in list(self._sockets):
            await socket.close()
        self._sockets.clear()

    # ---- deliveries ------------------------------------------------------------------------------

    def deliver(self, kind: str, payload: dict[str, Any]) -> asyncio.Task[dict[str, Any] | None]:
        """Sends a request to the app, again when it is not acknowledged; the result is the app's answer."""
        task = asyncio.create_task(self._deliver(kind, payload))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _deliver(self, kind: str, payload: dict[str, Any]) -> dict[str, Any] | None:
        attempts = 1 + RETRIES if kind == "events_api" else 1
        for attempt in range(attempts):
            if self.is_down:
                return None
            try:
                async with asyncio.timeout(self.ack_seconds):
                    if self.events_url:
                        return await self.request(kind, payload, attempt)
                    return await self._envelope(kind, payload, attempt)
            except (TimeoutError, aiohttp.ClientError, ConnectionError):
                continue
        self.unacknowledged.append(payload)
        return None

    async def _envelope(self, kind: str, payload: dict[str, Any], attempt: int) -> dict[str, Any]:
        while not self._sockets:  # noqa: ASYNC110 - the client decides when it comes back
            await asyncio.sleep(0.01)
        identity = self.world.number("envelope")
        envelope = {"envelope_id": identity, "type": kind, "payload": payload, "accepts_response_payload": True}
        if kind == "events_api":
            envelope |= {"accepts_response_payload": False, "retry_attempt": attempt, "retry_reason": ""}
        self._acks[identity] = asyncio.get_running_loop().create_future()
        await self._sockets[-1].send_json(envelope)
        return await self._acks[identity]

    async def request(
        self, kind: str, payload: dict[str, Any], attempt: int = 0, *, secret: str = SECRET, age: float = 0.0
    ) -> dict[str, Any]:
        """One signed HTTP request to the app; raises ``aiohttp.ClientResponseError`` unless it answers 200."""
        body = {
            "events_api": lambda: json.dumps(payload),
            "slash_commands": lambda: urlencode(payload),
            "interactive": lambda: urlencode({"payload": json.dumps(payload)}),
        }[kind]()
        stamp = str(int(time.time() - age))
        signed = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        form = "application/json" if kind == "events_api" else "application/x-www-form-urlencoded"
        headers = {"Content-Type": form, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={signed}"}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_error"}
        assert self.events_url
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.events_url, data=body, headers=headers) as response,
        ):
            response.raise_for_status()
            text = await response.text()
        return json.loads(text) if text.startswith("{") else {"text": text} if text else {}

    async def idle(self) -> None:
        """Waits until every delivery is acknowledged or given up."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    # ---- events ----------------------------------------------------------------------------------

    def event(self, team: str, event: Mapping[str, Any]) -> asyncio.Task[dict[str, Any] | None]:
        """Delivers one event."""
        payload = {
            "type": "event_callback",
            "team_id": team,
            "api_app_id": APP,
            "event": dict(event),
            "event_id": self.world.number("Ev"),
            "event_time": int(time.time()),
            "authorizations": [
                {"team_id": team, "enterprise_id": None, "is_bot": True, "is_enterprise_install": False}
            ],
        }
        return self.deliver("events_api", payload)

    def tell_message(self, team: str, channel: Channel, message: Mapping[str, Any]) -> None:
        """Delivers a ``message`` event, when the app is a member and subscribed to that kind of channel."""
        kind = {"channel": "channels", "group": "groups"}.get(channel.kind, channel.kind)
        is_member = any(one.team == team and one.user in channel.members for one in self.world.installations.values())
        if is_member and f"message.{kind}" in self.events and not self.is_down:
            shown = {name: value for name, value in message.items() if value is not None}
            self.event(team, {**shown, "type": "message", "channel": channel.id, "channel_type": channel.kind})

    def tell_deletion(self, team: str, channel: Channel, message: dict[str, Any]) -> None:
        """Delivers what Slack sends when a message is deleted: a stone in its place when it has replies."""
        happened = {"ts": self.world.timestamp(), "hidden": True, "previous_message": dict(message)}
        if message.get("reply_count"):
            stone = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "hidden": True}
            stone |= {"text": "This message was deleted.", "ts": message["ts"], "thread_ts": message["ts"]}
            self.tell_message(team, channel, {**happened, "subtype": "message_changed", "message": stone})
        else:
            gone = {**happened, "subtype": "message_deleted", "deleted_ts": message["ts"]}
            self.tell_message(team, channel, gone)

    def trigger(self) -> str:
        """A fresh trigger for one view."""
        identity = f"{self.world.number('')}.{APP}"
        self._triggers[identity] = time.monotonic()
        return identity

    def use_trigger(self, identity: Any) -> None:
        """Refuses a trigger that is unknown, used or too old."""
        made = self._triggers.get(str(identity))
        if made is None:
            raise Refused("invalid_trigger_id")
        if made < 0:
            raise Refused("exchanged_trigger_id")
        if time.monotonic() - made > self.trigger_seconds:
            raise Refused("expired_trigger_id")
        self._triggers[str(identity)] = -1.0


async def _arguments(request: web.Request) -> dict[str, Any]:
    """What a method was called with, in any of the forms that Slack takes."""
    arguments: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return arguments | await request.json()
    form = {name: str(value) for name, value in (await request.post()).items()}
    for name in ("blocks", "view", "metadata"):
        if name in form:
            form[name] = json.loads(form[name])
    return arguments | form
