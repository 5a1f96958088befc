"""The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME with what was missed, INVALID_SESSION, close codes."""

import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.discord.world import APPLICATION, BOT, CONTENT_INTENT, GUILD, Json, World, user_json, without_text

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
HEARTBEAT_MS = 41_250
BAD_TOKEN, NOT_AUTHENTICATED, BAD_SEQUENCE, BAD_INTENTS, DISALLOWED_INTENTS = 4004, 4003, 4007, 4013, 4014
WITH_TEXT = ("MESSAGE_CREATE", "MESSAGE_UPDATE")
INTENTS = {"MESSAGE_REACTION": 1 << 10, "MESSAGE": 1 << 9, "GUILD": 1 << 0, "THREAD": 1 << 0, "CHANNEL": 1 << 0}


@dataclass
class Session:
    """One identified client: what it was sent, and the socket it listens on, if any."""

    id: str
    intents: int
    shard: list[int]
    sent: list[Json] = field(default_factory=list)
    received: int = 0
    socket: "Socket | None" = None


class Socket:
    """One WebSocket, compressed as the client asked."""

    def __init__(self, socket: web.WebSocketResponse, compress: str | None) -> None:
        self.socket = socket
        self._deflate = zlib.compressobj() if compress == "zlib-stream" else None

    async def send(self, payload: Json) -> None:
        """Sends one payload."""
        text = json.dumps(payload)
        if self.socket.closed:
            return
        if self._deflate is None:
            await self.socket.send_str(text)
        else:
            data = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
            await self.socket.send_bytes(data)


class Gateway:
    """Every session of the fake."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._sessions: dict[str, Session] = {}
        self.url = ""
        self.identified = 0
        self.resumed = 0

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """``GET /gateway``: one client's connection."""
        response = web.WebSocketResponse()
        await response.prepare(request)
        socket = Socket(response, request.query.get("compress"))
        await socket.send({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}, "s": None, "t": None})
        session: Session | None = None
        async for message in response:
            if message.type is not WSMsgType.TEXT:
                break
            payload = json.loads(message.data)
            match payload["op"]:
                case 1:
                    if session:
                        session.received = payload["d"] or 0
                    await socket.send({"op": ACK, "d": None, "s": None, "t": None})
                case 2:
                    session = await self._identify(socket, payload["d"])
                case 6:
                    session = await self._resume(socket, payload["d"])
                case _ if session is None:
                    await response.close(code=NOT_AUTHENTICATED)
                case _:
                    pass
            self._world.note()
        if session and session.socket is socket:
            session.socket = None
        self._world.note()
        return response

    async def _identify(self, socket: Socket, data: Json) -> Session | None:
        self.identified += 1
        if data["token"] != self._world.token:
            await socket.socket.close(code=BAD_TOKEN)
            return None
        if data["intents"] & CONTENT_INTENT and not self._world.grants_content:
            await socket.socket.close(code=DISALLOWED_INTENTS)
            return None
        session = Session(f"session{self.identified}", data["intents"], data.get("shard", [0, 1]), socket=socket)
        self._sessions[session.id] = session
        await self._send(
            session,
            "READY",
            {
                "v": 10,
                "user": user_json(BOT),
                "guilds": [{"id": GUILD, "unavailable": True}] if self._world.is_member else [],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "shard": session.shard,
                "application": {"id": APPLICATION, "flags": 0},
            },
        )
        if self._world.is_member:
            await self._send(session, "GUILD_CREATE", self._world.guild())
        self._world.note()
        return session

    async def _resume(self, socket: Socket, data: Json) -> Session | None:
        session = self._sessions.get(data["session_id"])
        if data["token"] != self._world.token:
            await socket.socket.close(code=BAD_TOKEN)
            return None
        if session is None or data["seq"] is None:
            await socket.send({"op": INVALID_SESSION, "d": False, "s": None, "t": None})
            return None
        if data["seq"] > len(session.sent):
            await socket.socket.close(code=BAD_SEQUENCE)
            return None
        self.resumed += 1
        session.socket = socket
        for payload in session.sent[data["seq"] :]:
            await socket.send(payload)
        await self._send(session, "RESUMED", {})
        self._world.note()
        return session

    async def dispatch(self, event: str, data: Any) -> None:
        """Sends an event to every session that asked for its kind; those without a socket get it when they resume.

        Without the content intent, what others wrote is left out.
        """
        for session in self._sessions.values():
            wanted = next((bit for name, bit in INTENTS.items() if event.startswith(name)), 0)
            if wanted and not session.intents & wanted:
                continue
            hidden = event in WITH_TEXT and not session.intents & CONTENT_INTENT
            await self._send(session, event, without_text(data) if hidden else data)

    async def _send(self, session: Session, event: str, data: Any) -> None:
        payload = {"op": DISPATCH, "d": json.loads(json.dumps(data)), "s": len(session.sent) + 1, "t": event}
        session.sent.append(payload)
        if session.socket:
            await session.socket.send(payload)

    # ---- trouble ---------------------------------------------------------------------------------

    @property
    def is_heard(self) -> bool:
        """Whether any client is connected."""
        return any(session.socket for session in self._sessions.values())

    async def ask_for_heartbeats(self) -> None:
        """Asks every client how much it has received."""
        for session in self._sessions.values():
            if session.socket:
                await session.socket.send({"op": HEARTBEAT, "d": None, "s": None, "t": None})

    @property
    def is_received(self) -> bool:
        """Whether every connected client has said that it has received everything."""
        return all(session.received >= len(session.sent) for session in self._sessions.values() if session.socket)

    async def drop(self, *, forget: bool = False) -> None:
        """Breaks every connection; with ``forget``, the sessions can not be taken up again."""
        sockets = [session.socket for session in self._sessions.values() if session.socket]
        for session in self._sessions.values():
            session.socket = None
        if forget:
            self._sessions.clear()
        for socket in sockets:
            await socket.socket.close(code=4000)

    async def ask_to_reconnect(self) -> None:
        """Sends RECONNECT to everybody."""
        for session in self._sessions.values():
            if session.socket:
                await session.socket.send({"op": RECONNECT, "d": None, "s": None, "t": None})
