"""What is told when something cannot be done: problem+json (RFC 9457) to programs, a page to people. No traceback."""

from __future__ import annotations

from html import escape
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from sijill.errors import InputError, NotFoundError, RegisterError, SijillError, UsageError
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request

KIND = "application/problem+json"
STATUSES: dict[type[SijillError], int] = {NotFoundError: 404, UsageError: 422, InputError: 422, RegisterError: 503}
PAGE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="/assets/page.css"></head>
<body><main id="main"><h1>{title}</h1><p dir="auto">{detail}</p>
<p><a href="/">To the overview</a></p></main></body></html>
"""


class Problem(BaseModel):
    """What went wrong: `detail` is written for people."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


PROBLEM: dict[int | str, dict[str, Any]] = {
    code: {"description": words, "content": {KIND: {"schema": Problem.model_json_schema()}}}
    for code, words in ((403, "Refused"), (404, "Not found"), (413, "Too large"), (422, "Cannot be done"),
                        (503, "The register cannot be written"))
}  # fmt: skip


def problem(status: int, title: str, detail: str) -> JSONResponse:
    """Return a problem as programs read it."""
    body = Problem(title=title, status=status, detail=detail).model_dump()
    return JSONResponse(body, status_code=status, media_type=KIND)


def told(request: Request, status: int, detail: str) -> Response:
    """Return a problem in the form that was asked for."""
    title = HTTPStatus(status).phrase
    if wants_page(request):
        words = {"title": escape(title), "detail": escape(one_line(detail))}
        return HTMLResponse(PAGE.format(**words), status_code=status)
    return problem(status, title, detail)


def wants_page(request: Request) -> bool:
    """Tell whether people ask, not a program."""
    return not request.url.path.startswith("/api/")


def answer_errors(app: FastAPI) -> None:
    """Have every error of an application told in words."""
    app.add_exception_handler(SijillError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, not_served)


def refused(request: Request, error: Exception) -> Response:
    """Tell what Sijill refuses."""
    return told(request, STATUSES.get(type(error), 422) if isinstance(error, SijillError) else 500, str(error))


def invalid(request: Request, error: Exception) -> Response:
    """Tell which value is not what was asked for."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    words = "; ".join(f"{'.'.join(map(str, one['loc'][1:])) or one['loc'][0]}: {one['msg']}" for one in found)
    return told(request, 422, words)


def not_served(request: Request, error: Exception) -> Response:
    """Tell that there is nothing here, or that it is not done so; keep the headers that say how."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = told(request, status, str(getattr(error, "detail", "")))
    response.headers.update(getattr(error, "headers", None) or {})
    return response
