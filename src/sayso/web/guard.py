"""A request to a refusal or to the pages: hosts, the launch token, origins, and safe headers."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Everything comes from this server alone, and nothing that stands in a page is run.
POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
        "connect-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    )
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer" a browser would send its own forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
READING, CHANGING = ("GET", "HEAD"), ("POST",)
COOKIE = "sayso_visit"
#: The most bytes that a change may bring.
LARGEST = 64 * 1024
CLOSED = (
    "These pages open only from the address that `sayso serve` printed when it started, and each "
    "of its addresses works once. Look at the terminal for the newest one."
)


class Gate:
    """Who may come in: the hosts that we answer for, the token of the next visitor, and cookies.

    ``told`` is called with each new token, for the next browser.
    """

    def __init__(self, hosts: Iterable[str], *, told: Callable[[str], None] | None = None) -> None:
        self.hosts = frozenset(host.lower() for host in hosts)
        self.token = secrets.token_urlsafe(32)
        self._told = told
        self._visits: set[str] = set()

    def admits(self, token: str) -> str | None:
        """Return a new cookie for the token, which is then worth nothing; None for a wrong one."""
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return None
        self.token = secrets.token_urlsafe(32)
        visit = secrets.token_urlsafe(32)
        self._visits.add(visit)
        if self._told is not None:
            self._told(self.token)
        return visit

    def knows(self, visit: str) -> bool:
        """Tell whether a cookie is one of ours."""
        known = [secrets.compare_digest(visit.encode(), one.encode()) for one in self._visits]
        return any(known)


class Guard:
    """ASGI middleware: refuses what may not come in, and puts the headers on what goes out."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            answer = self._refusal(scope) or self.app
            await answer(scope, receive, _with_headers(send))
        # Anything else (a web socket) is closed by being left without an answer.

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self.gate.hosts:
            return PlainTextResponse("This host is not served here.", 421)
        if scope["method"] in CHANGING:
            refused = _refused_change(headers)
            if refused:
                return PlainTextResponse(refused, 403)
        elif scope["method"] not in READING:
            return PlainTextResponse("Only GET, HEAD and POST are answered.", 405)
        if scope["path"].startswith("/static/"):
            return None
        return self._entry(scope, headers)

    def _entry(self, scope: Scope, headers: Headers) -> Response | None:
        words = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(words).get("token")
        if given is not None and scope["method"] == "GET":
            visit = self.gate.admits(given)
            if visit is not None:
                rest = urlencode([(k, v) for k, v in words if k != "token"])
                answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
                name = cookie_name(headers)
                answer.set_cookie(name, visit, httponly=True, samesite="strict")
                return answer
        if self.gate.knows(_cookie(headers)):
            return None
        return PlainTextResponse(CLOSED, 401)


def cookie_name(headers: Headers) -> str:
    """Return the cookie's name: cookies do not keep ports apart, and two servers may run."""
    port = headers.get("host", "").rpartition(":")[2]
    return f"{COOKIE}_{port}" if port.isdigit() else COOKIE


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(cookie_name(headers))
    except CookieError:
        return ""
    return "" if found is None else found.value


def _refused_change(headers: Headers) -> str | None:
    """Return why a change is refused: it must come from a page of this very server."""
    site = headers.get("sec-fetch-site", "same-origin")
    origin = headers.get("origin", "").lower()
    host = headers.get("host", "").lower()
    if site != "same-origin" or origin not in (f"http://{host}", f"https://{host}"):
        return "Changes are taken only from the pages of this server."
    length = headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST:
        return f"A change brings at most {LARGEST} bytes and says how many."
    return None


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending
