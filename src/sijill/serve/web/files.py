"""The page's own files: styles, scripts, and the vendored libraries and outlines. Nothing else is read from disk."""

from __future__ import annotations

import zipfile
from functools import cache
from importlib import resources
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from sijill.errors import NotFoundError

router = APIRouter(include_in_schema=False)
KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml"}
FOLDERS = ("static", "vendor")
A_DAY = {"Cache-Control": "private, max-age=86400"}
Country = Annotated[str, Path(pattern="^[A-Z]{2}$")]


@cache
def assets() -> dict[str, tuple[bytes, str]]:
    """Return every file that may be served, with its content type, by name."""
    found = {}
    for folder in FOLDERS:
        for file in (resources.files("sijill.serve.web") / folder).iterdir():
            kind = KINDS.get("." + file.name.rsplit(".", 1)[-1])
            if kind and file.is_file():
                found[file.name] = (file.read_bytes(), kind)
    return found


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    """Return a file."""
    if name not in assets():
        msg = f"there is no file {name!r} here"
        raise NotFoundError(msg)
    data, kind = assets()[name]
    return Response(data, media_type=kind, headers=A_DAY)


@router.get("/assets/outlines/{country}.json")
def outlines(country: Country) -> Response:
    """Return the outlines of a country's first-level units, as TopoJSON; nothing for one that has none here."""
    archive = resources.files("sijill.serve.web") / "vendor" / "first-level.zip"
    with archive.open("rb") as stream, zipfile.ZipFile(stream) as packed:
        name = f"{country}.json"
        if name not in packed.namelist():
            return Response(status_code=204, headers=A_DAY)
        return Response(packed.read(name), media_type="application/json", headers=A_DAY)


@router.get("/favicon.ico")
def icon() -> Response:
    """Return no icon, so that the browser stops asking."""
    return Response(status_code=204, headers=A_DAY)
