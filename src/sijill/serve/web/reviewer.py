"""Who is at the desk: the name in the header or the cookie, else the one that the server was started with.

It names, and proves nothing: whoever can open the page is trusted, as is whoever can write the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Request

from sijill.run.acts import Person

if TYPE_CHECKING:
    from sijill.serve.web.desk import Desk

HEADER, COOKIE = "Sijill-Reviewer", "sijill-reviewer"
LONGEST_NAME = 100  # characters


def name_in(request: Request, desk: Desk) -> str:
    """Return the name under which a request is made."""
    given = request.headers.get(HEADER) or request.cookies.get(COOKIE) or ""
    name = " ".join(unquote(given).split())[:LONGEST_NAME]
    return name or desk.reviewer


def written(name: str) -> str:
    """Return a name as header and cookie hold it."""
    return quote(" ".join(name.split())[:LONGEST_NAME])


def reviewer(request: Request) -> Person:
    """Return the person who makes a request; UsageError for the program's own name."""
    return Person(name=name_in(request, request.app.state.desk))


Reviewer = Annotated[Person, Depends(reviewer)]
