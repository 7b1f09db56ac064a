"""Addresses of pages: the questions of a list kept, one of them changed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from fastapi import Request


def with_questions(request: Request, path: str | None = None, **changed: str | None) -> str:
    """Return the address of this page, or of `path`, with its questions and those changed; None takes one out."""
    asked = {name: value for name, value in request.query_params.items() if value} | changed
    query = urlencode({name: value for name, value in asked.items() if value is not None})
    return (path or request.url.path) + (f"?{query}" if query else "")
