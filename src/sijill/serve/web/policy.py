"""What every answer carries, and which requests are refused before they are looked at.

Invariant: a page runs no script and loads nothing that is not this server's own file; another site's page can neither
read from here nor enter anything.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import Response

from sijill.serve.web.problems import problem
from sijill.serve.web.reviewer import name_in

if TYPE_CHECKING:
    from starlette.middleware.base import RequestResponseEndpoint
    from starlette.requests import Request
    from starlette.types import ASGIApp

    from sijill.serve.web.desk import Desk

CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": CONTENT,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE = ("GET", "HEAD", "OPTIONS")


class Policy(BaseHTTPMiddleware):
    """Adds the headers, answers 304 where nothing was entered since, refuses what other sites send."""

    def __init__(self, app: ASGIApp, *, desk: Desk) -> None:
        """Keep the desk, whose book tells whether anything changed."""
        super().__init__(app)
        self._desk = desk

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        """Answer a request."""
        response = await self._answer(request, call_next)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    async def _answer(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        if request.method not in SAFE and is_foreign(request):
            return problem(403, "refused", "this was sent by a page of another site: use the workbench's own pages")
        if request.method != "GET" or request.url.path.startswith("/assets/"):
            return await call_next(request)
        tag = self._tag(request)
        if tag in request.headers.get("if-none-match", "").replace("W/", "").split(", "):
            return Response(status_code=304, headers={"ETag": f"W/{tag}"})
        response = await call_next(request)
        if response.status_code == 200:  # noqa: PLR2004 -- OK
            response.headers["ETag"] = f"W/{tag}"
        response.headers["Cache-Control"] = "private, no-cache"
        response.headers["Vary"] = "Accept, Cookie, Sijill-Reviewer, HX-Request"
        return response

    def _tag(self, request: Request) -> str:
        """Return what changes whenever the answer may: the book, the question, and who asks."""
        asked = (request.url.path, request.url.query, request.headers.get("accept", ""), name_in(request, self._desk))
        fragment = request.headers.get("hx-request", "")
        told = "\x1f".join((str(self._desk.book.length), str(self._desk.unmasked), fragment, *asked))
        return f'"{hashlib.sha256(told.encode()).hexdigest()[:20]}"'


def is_foreign(request: Request) -> bool:
    """Tell whether a page of another site sent a request; programs, which name no origin, are let through."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
