"""Who may talk to the web server, and what the browser may do with its pages.

Without a password only this machine is served, and only under a loopback name, so that a page
elsewhere cannot reach the desk by pointing its own name at 127.0.0.1 (DNS rebinding). Requests that
change something must come from our own pages (Origin, Fetch Metadata). With a password everyone
else has to sign in once; the session cookie is a keyed hash of its expiry, so a restart with the same
password keeps it and a changed password ends it.
"""

import hashlib
import hmac
import ipaddress
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import web

from bot.store import reports

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

COOKIE = "newsroom_session"
SESSION_SECONDS = 7 * 24 * 3600
OPEN_PATHS = frozenset({"/healthz", "/readyz", "/metrics", "/sign-in", "/static/desk.css", "/static/icon.svg"})
SIGNED_PATHS = ("/slack/", "/discord/", reports.PATH)
"""Called from elsewhere, by chat platforms and by readers; the signature that every request carries is
checked where it is answered."""
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
MAX_SIGN_INS_PER_MINUTE = 10
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SIGN_IN_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Newsroom desk</title>
<link rel="stylesheet" href="/static/desk.css"><link rel="icon" href="/static/icon.svg">
<form method="post" action="/sign-in" class="empty"><p><label>Password of this desk
<input type="password" name="password" autocomplete="current-password" autofocus required></label>
<button>Open</button></p><p role="alert">{note}</p></form></html>"""


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Adds the security headers; for ``Application.on_response_prepare``."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


def is_loopback(host: str) -> bool:
    """True when ``host`` (a name or an address, no port) can only mean this machine."""
    bare = host.strip("[]").lower().rstrip(".")
    if bare == "localhost" or bare.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False


class Guard:
    """The access rules of one running server."""

    def __init__(self, password: str) -> None:
        self._password = password
        self._key = hashlib.scrypt(password.encode(), salt=b"newsroom-bot session", n=2**14, r=8, p=1)
        self._attempts: list[float] = []

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuses what must not pass."""
        if request.path.startswith(SIGNED_PATHS):
            return await handler(request)
        return self._refusal(request) or await handler(request)

    def _refusal(self, request: web.Request) -> web.Response | None:
        if not self._password and not is_loopback(host_name(request.host)):
            return _refuse(HTTPStatus.MISDIRECTED_REQUEST, "This desk answers to localhost only.")
        if request.method in UNSAFE and not _same_origin(request):
            return _refuse(HTTPStatus.FORBIDDEN, "This request came from another page.")
        if self._password and request.path not in OPEN_PATHS and not self._signed_in(request):
            if request.path.startswith("/api/"):
                return _refuse(HTTPStatus.UNAUTHORIZED, "Sign in first: reload the page.")
            return web.Response(text=SIGN_IN_PAGE.format(note=""), content_type="text/html", status=401)
        return None

    async def sign_in(self, request: web.Request) -> web.Response:
        """``POST /sign-in``: the password for a session cookie; few attempts a minute."""
        now = time.monotonic()
        self._attempts = [at for at in self._attempts if now - at < 60]
        if len(self._attempts) >= MAX_SIGN_INS_PER_MINUTE:
            return _sign_in_again("Too many attempts. Wait a minute.", HTTPStatus.TOO_MANY_REQUESTS)
        form = await request.post()
        given = str(form.get("password", ""))
        if not self._password or not hmac.compare_digest(given.encode(), self._password.encode()):
            self._attempts.append(now)
            return _sign_in_again("That is not the password.", HTTPStatus.UNAUTHORIZED)
        response = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": "/"})
        expires = str(int(time.time()) + SESSION_SECONDS)
        value = f"{expires}.{self._sign(expires)}"
        response.set_cookie(
            COOKIE, value, max_age=SESSION_SECONDS, httponly=True, samesite="Strict", secure=request.secure
        )
        return response

    def _signed_in(self, request: web.Request) -> bool:
        expires, _, signature = request.cookies.get(COOKIE, "").partition(".")
        genuine = hmac.compare_digest(signature.encode(), self._sign(expires).encode())
        return genuine and expires.isdigit() and int(expires) > time.time()

    def _sign(self, expires: str) -> str:
        return hmac.new(self._key, expires.encode(), hashlib.sha256).hexdigest()


def host_name(host: str) -> str:
    """The name or address in a Host header; empty when it makes no sense."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _same_origin(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None:
        # The scheme is not compared: behind a proxy that ends TLS, pages of https reach us by http, and no header
        # that would tell can be trusted. Whoever can answer for this host over https already is this desk's owner.
        return origin.partition("://")[2] == request.host
    # Browsers name the origin or the site; a client that names neither is no browser and carries no cookies of one.
    return request.headers.get("Sec-Fetch-Site", "same-origin") in {"same-origin", "none"}


def _refuse(status: HTTPStatus, message: str) -> web.Response:
    return web.json_response({"error": message}, status=status)


def _sign_in_again(note: str, status: HTTPStatus) -> web.Response:
    return web.Response(text=SIGN_IN_PAGE.format(note=note), content_type="text/html", status=status)
