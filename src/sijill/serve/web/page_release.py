"""The page on which a public release is made: what it is, what is kept back, its form, and what came of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from sijill.errors import DataError, InputError, UsageError
from sijill.model import MEASURES
from sijill.serve.publishing import MOST_BYTES, configuration_of, configuration_read
from sijill.serve.publishing.configuration import DAYS, FORMS, LONGEST, MOST_DECIMALS, PLACES
from sijill.serve.publishing.release import METHODOLOGY
from sijill.serve.web.release_form import ENDS, PLAIN, bounded, filled_in, question_of, table_of
from sijill.serve.web.releasing import document, made_of
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from sijill.serve.web.releasing import Made

router = APIRouter()
FIRST = 5  # rows shown of what is published
CHOICES = {
    "rules": ("ibc", "airwars", "ucdp", "acled"),
    "places": dict(zip(PLACES, ("as the register holds them", "coordinates, rounded", "first-level unit only",
                                "country only"), strict=True)),
    "days": dict(zip(DAYS, ("as the register holds them", "the month", "the year"), strict=True)),
    "formats": FORMS,
    "plain": PLAIN,
    "words": {"incident": "id of the incident", "admin1": "first-level unit", "part_of": "part of (an incident)"},
    "measures": MEASURES,
    "ends": ENDS,
    "most_decimals": MOST_DECIMALS,
    "longest": LONGEST,
}  # fmt: skip


@router.get("/release", dependencies=[Depends(bounded)])
def release(request: Request) -> Response:
    """Show the form, and the release once it was filled in."""
    table = table_of(request.query_params.multi_items())
    try:
        made = made_of(request.app.state.desk, configuration_of(table)) if table else None
    except UsageError as error:
        return shown(request, table, problem=str(error))
    return shown(request, table, made=made)


@router.post("/release")
def from_file(request: Request, toml: Annotated[str, Form()] = "", file: UploadFile | None = None) -> Response:
    """Make the release that a configuration asks for, which was pasted or is in a file."""
    try:
        wanted = configuration_read(*given(toml, file, min(MOST_BYTES, request.app.state.desk.max_bytes)))
    except (DataError, InputError) as error:
        return shown(request, {}, problem=str(error), toml=toml)
    return RedirectResponse(f"/release?{question_of(wanted)}", status_code=303)


def given(toml: str, file: UploadFile | None, most: int) -> tuple[bytes, str]:
    """Return the configuration and what to call it, a file before what was pasted; InputError for none or too much."""
    named = file is not None and file.filename
    size = (file.size or 0) if file is not None and named else len(toml.encode())
    if size > most:
        msg = f"the configuration holds {size:,} bytes, where {most:,} are the most that is read: is it the right file?"
        raise InputError(msg)
    if file is not None and named:
        return file.file.read(), str(file.filename)
    if not toml.strip():
        msg = "there is no configuration: choose a file, or paste one"
        raise InputError(msg)
    return toml.encode(), "the pasted configuration"


def shown(request: Request, table: dict[str, Any], *, made: Made | None = None, problem: str | None = None,
          toml: str = "") -> Response:  # fmt: skip
    """Return the page; what is wrong stands above the form, with all that was entered still in it."""
    return page(
        request,
        "release.html",
        status=422 if problem else 200,
        wanted=filled_in(table),
        choices=CHOICES,
        problem=problem,
        toml=toml,
        made=document(made) if made else None,
        methodology=made.release.files[METHODOLOGY].decode() if made else "",
        rows=list(islice(made.release.sheet.rows, FIRST)) if made else [],
    )
