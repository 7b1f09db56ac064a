"""A public release over the API: what it holds, and the zip. Both are only asked for: making one enters nothing."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from starlette.responses import Response

from sijill.serve.web.release_form import QueryRelease, bounded
from sijill.serve.web.releasing import document, made_of

router = APIRouter(tags=["release"], dependencies=[Depends(bounded)])
ZIP = "application/zip"
NAMED = {"Content-Disposition": 'attachment; filename="release.zip"'}


class File(BaseModel):
    """A file of a release."""

    name: str
    bytes: int
    sha256: str


class Archive(File):
    """The zip of all files; at `address` it is handed over."""

    address: str


class LeftOut(BaseModel):
    """How many incidents are left out for a reason."""

    incidents: int
    reason: str


class ReleaseTold(BaseModel):
    """What a release holds. `toml` makes the same with `sijill publish`."""

    title: str
    incidents: int
    left_out: list[LeftOut]
    held_back: list[str]
    columns: list[str]
    files: list[File]
    archive: Archive
    configuration: dict[str, Any]
    toml: str


@router.get("/release", response_model=ReleaseTold)
def release(request: Request, wanted: QueryRelease) -> dict[str, Any]:
    """Tell what a public release holds: files with their SHA-256, incidents, what is left out. Always masked."""
    return document(made_of(request.app.state.desk, wanted.configuration))


@router.get(
    "/release.zip",
    response_class=Response,
    responses={200: {"content": {ZIP: {"schema": {"type": "string", "format": "binary"}}}}},
)
def archive(request: Request, wanted: QueryRelease) -> Response:
    """Hand over a public release, byte for byte the same from the same book and the same question."""
    return Response(made_of(request.app.state.desk, wanted.configuration).archive, media_type=ZIP, headers=NAMED)
