"""The REST API, as far as the bot uses it."""

import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.refusals import Refused, check_commands, check_form, check_message, invalid
from tests.fakes.discord.world import (
    ADD_REACTIONS,
    APPLICATION,
    BOT,
    CREATE_THREADS,
    EPHEMERAL,
    GUILD,
    MANAGE_MESSAGES,
    PUBLIC_THREAD,
    READ_HISTORY,
    REPORTER,
    SEND_IN_THREADS,
    SEND_MESSAGES,
    USUAL,
    VIEW_CHANNEL,
    Asked,
    Json,
    World,
    message_json,
    now,
    user_json,
    without_text,
)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MAY_READ = 1 << 19
PONG, MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL = 1, 4, 5, 6, 7, 9


class Rest:
    """The routes under ``/api/v10``."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway

    def routes(self) -> list[web.RouteDef]:
        """All of them."""
        message = "/channels/{channel}/messages/{message}"
        webhook = "/webhooks/{application}/{token}"
        return [
            web.get("/users/@me", self.me),
            web.get("/users/@me/guilds", self.guilds),
            web.get("/oauth2/applications/@me", self.application),
            web.get("/gateway/bot", self.gateway_bot),
            web.get("/applications/{application}/commands", self.list_commands),
            web.put("/applications/{application}/commands", self.put_commands),
            web.get("/channels/{channel}", self.get_channel),
            web.patch("/channels/{channel}", self.edit_channel),
            web.get("/channels/{channel}/messages", self.history),
            web.post("/channels/{channel}/messages", self.post),
            web.get(message, self.get_message),
            web.delete(message, self.delete_message),
            web.post(message + "/threads", self.start_thread),
            web.put(message + "/reactions/{emoji}/@me", self.react),
            web.delete(message + "/reactions/{emoji}/@me", self.unreact),
            web.post("/interactions/{interaction}/{token}/callback", self.callback),
            web.post(webhook, self.follow_up),
        ]

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Notes the request, asks for the token, limits rates, and turns refusals into answers."""
        if not request.path.startswith("/api/"):
            return await handler(request)
        self._world.requests.append((request.method, request.path.removeprefix("/api/v10")))
        try:
            is_webhook = "/webhooks/" in request.path or "/interactions/" in request.path
            if not is_webhook and request.headers.get("Authorization") != f"Bot {self._world.token}":
                raise Refused(401, 0, "401: Unauthorized")
            response = self._limited(request) or await handler(request)
        except Refused as refused:
            self._world.refusals.append(refused.code)
            response = refused.response()
        finally:
            self._world.note()
        if isinstance(response, web.Response) and response.body:
            response.headers["Content-Type"] = "application/json"  # discord.py takes nothing after it
        return response

    def _limited(self, request: web.Request) -> web.Response | None:
        limit = self._world.limit
        if limit is None or limit.times == 0 or request.method != "POST" or not request.path.endswith("/messages"):
            return None
        limit.times -= 1
        headers = {"Retry-After": str(limit.seconds), "X-RateLimit-Scope": "user"}
        if not limit.by_proxy:
            headers["Via"] = "1.1 google"
        body = {"message": "You are being rate limited.", "retry_after": limit.seconds, "global": False}
        return web.json_response(body, status=429, headers=headers)

    # ---- who and where ---------------------------------------------------------------------------

    async def me(self, _request: web.Request) -> web.Response:
        return web.json_response(user_json(BOT))

    async def guilds(self, _request: web.Request) -> web.Response:
        return web.json_response([self._world.guild() | {"permissions": str(USUAL)}] if self._world.is_member else [])

    async def application(self, _request: web.Request) -> web.Response:
        return web.json_response(
            {
                "id": APPLICATION,
                "name": "Newsroom bot",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "owner": user_json(REPORTER),
                "verify_key": "",
                "flags": MAY_READ if self._world.grants_content else 0,
            }
        )

    async def gateway_bot(self, _request: web.Request) -> web.Response:
        limits = {"total": 1000, "remaining": 999, "reset_after": 1000, "max_concurrency": 1}
        return web.json_response({"url": self._gateway.url, "shards": 1, "session_start_limit": limits})

    async def list_commands(self, _request: web.Request) -> web.Response:
        return web.json_response(self._world.commands)

    async def put_commands(self, request: web.Request) -> web.Response:
        commands = await request.json()
        check_commands(commands)
        self._world.syncs += 1
        self._world.commands = [
            {"description": "", "application_id": APPLICATION, "version": "1"} | one | {"id": self._world.snowflake()}
            for one in commands
        ]
        return web.json_response(self._world.commands)

    async def get_channel(self, request: web.Request) -> web.Response:
        return web.json_response(self._channel(request))

    async def edit_channel(self, request: web.Request) -> web.Response:
        channel, body = self._channel(request), await request.json()
        channel["thread_metadata"]["archived"] = body["archived"]
        await self._gateway.dispatch("THREAD_UPDATE", channel)
        return web.json_response(channel)

    def _channel(self, request: web.Request, *needed: int) -> Json:
        channel = self._world.channels.get(request.match_info["channel"])
        if channel is None:
            raise Refused(404, 10003, "Unknown Channel")
        granted = self._world.permissions[channel["parent_id"] or channel["id"]]
        if not granted & VIEW_CHANNEL:
            raise Refused(403, 50001, "Missing Access")
        if any(not granted & bit for bit in needed):
            raise Refused(403, 50013, "Missing Permissions")
        return channel

    def _message(self, request: web.Request, *needed: int) -> Json:
        channel = self._channel(request, *needed)
        message = self._world.find(channel["id"], request.match_info["message"])
        if message is None:
            raise Refused(404, 10008, "Unknown Message")
        return message

    # ---- messages --------------------------------------------------------------------------------

    async def history(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        limit, after = int(request.query.get("limit", 50)), int(request.query.get("after", 0))
        before = int(request.query.get("before", 1 << 63))
        if not 1 <= limit <= 100:
            raise invalid("limit: int value should be between 1 and 100.")
        if not self._world.permissions[channel["parent_id"] or channel["id"]] & READ_HISTORY:
            return web.json_response([])
        found = [one for one in self._world.messages[channel["id"]] if after < int(one["id"]) < before]
        chosen = found[:limit] if "after" in request.query else found[-limit:]
        return web.json_response([self._seen(one) for one in reversed(chosen)])

    async def get_message(self, request: web.Request) -> web.Response:
        return web.json_response(self._seen(self._message(request, READ_HISTORY)))

    def _seen(self, message: Json) -> Json:
        return message if self._world.grants_content else without_text(message)

    async def post(self, request: web.Request) -> web.Response:
        channel, body = self._channel(request), await request.json()
        is_thread = channel["type"] == PUBLIC_THREAD
        self._channel(request, SEND_IN_THREADS if is_thread else SEND_MESSAGES)
        if is_thread and channel["thread_metadata"]["locked"]:
            raise Refused(400, 160005, "Thread is locked")
        check_message(body)
        if body.get("embeds") and not self._world.takes_embeds:
            raise Refused(400, 240000, "Message blocked by harmful links filter")
        reference = body.get("message_reference")
        if reference and not self._world.find(channel["id"], str(reference["message_id"])):
            if reference.get("fail_if_not_exists", True):
                raise invalid("message_reference: Unknown message")
            reference = None
        nonce = body.get("nonce") if body.get("enforce_nonce") else None
        if nonce in self._world.nonces:
            return web.json_response(self._world.nonces[nonce])
        message = await self._keep(channel, body, reference)
        if nonce is not None:
            self._world.nonces[nonce] = message
        if self._world.broken_posts:
            self._world.broken_posts -= 1
            raise _cut(request)
        return web.json_response(message | {"nonce": body.get("nonce")})

    async def _keep(self, channel: Json, body: Json, reference: Json | None) -> Json:
        if channel["type"] == PUBLIC_THREAD:
            channel["thread_metadata"]["archived"] = False
        message = self._world.add_message(
            channel["id"],
            BOT,
            body.get("content") or "",
            embeds=body.get("embeds") or [],
            components=body.get("components") or [],
            flags=body.get("flags", 0),
            type=19 if reference else 0,
            allowed_mentions=body.get("allowed_mentions"),
        )
        if reference:
            message["message_reference"] = reference
        await self._gateway.dispatch("MESSAGE_CREATE", message | {"guild_id": GUILD, "nonce": body.get("nonce")})
        return message

    async def delete_message(self, request: web.Request) -> web.Response:
        message = self._message(request)
        channel = self._channel(request)
        if message["author"]["id"] != BOT:
            self._channel(request, MANAGE_MESSAGES)
        if channel["type"] == PUBLIC_THREAD and channel["thread_metadata"]["archived"]:
            raise Refused(400, 50083, "Thread is archived")
        self._world.messages[channel["id"]].remove(message)
        event = {"id": message["id"], "channel_id": channel["id"], "guild_id": GUILD}
        await self._gateway.dispatch("MESSAGE_DELETE", event)
        return web.Response(status=204)

    async def start_thread(self, request: web.Request) -> web.Response:
        message, body = self._message(request, CREATE_THREADS), await request.json()
        channel = self._channel(request)
        if channel["type"] == PUBLIC_THREAD:
            raise Refused(400, 50024, "Cannot execute action on this channel type")
        if not 1 <= len(body["name"]) <= 100:
            raise invalid("name: Must be between 1 and 100 in length.")
        if message["id"] in self._world.channels:
            raise Refused(400, 160004, "A thread has already been created for this message")
        thread = self._world.add_thread(channel["id"], message["id"], body["name"], BOT)
        await self._gateway.dispatch("THREAD_CREATE", thread | {"newly_created": True})
        return web.json_response(thread, status=201)

    async def react(self, request: web.Request) -> web.Response:
        message = self._message(request, ADD_REACTIONS)
        self._world.reactions[message["id"]].add(request.match_info["emoji"])
        return web.Response(status=204)

    async def unreact(self, request: web.Request) -> web.Response:
        message = self._message(request)
        self._world.reactions[message["id"]].discard(request.match_info["emoji"])
        return web.Response(status=204)

    # ---- interactions ----------------------------------------------------------------------------

    async def callback(self, request: web.Request) -> web.Response:
        asked = self._asked(request, Refused(404, 10062, "Unknown interaction"))
        if asked.acknowledged:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        body = await request.json()
        kind, data = body["type"], body.get("data") or {}
        answer: Json | None = None
        if kind == MESSAGE:
            check_message(data)
            answer = self._show(asked, data)
        elif kind == DEFERRED:
            answer = message_json(self._world.snowflake(), asked.channel, BOT, "") | {"flags": 128}
        elif kind == UPDATE:
            answer = self._update(asked, data)
        elif kind == MODAL:
            check_form(data)
            asked.form = data
        elif kind != DEFERRED_UPDATE:
            raise invalid("type")
        asked.acknowledged = True
        resource = {"type": kind} | ({"message": answer} if answer else {})
        identity = {"id": asked.id, "type": 2}
        return web.json_response({"interaction": identity, "resource": resource})

    def _update(self, asked: Asked, data: Json) -> Json:
        if asked.source is None:
            raise invalid("type: there is no message to update")
        changed = asked.source | {name: value for name, value in data.items() if value is not None}
        if "content" in data:
            changed["content"] = data["content"] or ""
        check_message(changed)
        asked.messages.append(changed)
        return changed

    def _show(self, asked: Asked, body: Json) -> Json:
        message = message_json(self._world.snowflake(), asked.channel, BOT, body.get("content") or "")
        message |= {name: body[name] for name in ("embeds", "components", "flags") if body.get(name)}
        asked.messages.append(message)
        return message

    async def follow_up(self, request: web.Request) -> web.Response:
        asked = self._asked(request, Refused(401, 50027, "Invalid Webhook Token"))
        if not asked.acknowledged:
            raise Refused(404, 10015, "Unknown Webhook")
        body = json.loads(await request.text())
        check_message(body)
        if not body.get("flags", 0) & EPHEMERAL:
            raise AssertionError("what the bot says to one person is for that person alone")
        return web.json_response(self._show(asked, body) | {"timestamp": now()})

    def _asked(self, request: web.Request, refusal: Refused) -> Asked:
        asked = self._world.asked.get(request.match_info["token"])
        if asked is None or asked.expired:
            raise refusal
        return asked


def _cut(request: web.Request) -> Exception:
    """Breaks the connection, so that the client cannot know whether its request was carried out."""
    assert request.transport is not None
    request.transport.abort()
    return ConnectionResetError()
