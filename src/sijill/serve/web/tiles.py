"""The user's own base map: one PMTiles file of raster tiles, read by the page in ranges; nothing else is fetched."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import FileResponse, Response

from sijill.errors import NotFoundError, UsageError

router = APIRouter(include_in_schema=False)
ADDRESS = "/assets/tiles/map.pmtiles"
HEADER = 127  # bytes; what stands where is fixed by the PMTiles specification, version 3
MAGIC, VERSION_AT, KIND_AT = b"PMTiles", 7, 99
KINDS = {1: "vector tiles", 2: "png", 3: "jpeg", 4: "webp", 5: "avif"}
RASTER = ("png", "jpeg", "webp", "avif")


def checked(path: Path) -> Path:
    """Return the path of a PMTiles file of raster tiles; UsageError says what else it is."""
    try:
        with path.open("rb") as stream:
            header = stream.read(HEADER)
    except OSError as error:
        msg = f"cannot read the tiles {path}: {error.strerror or error}"
        raise UsageError(msg) from None
    if len(header) < HEADER or not header.startswith(MAGIC) or header[VERSION_AT] != 3:  # noqa: PLR2004 -- the version
        msg = f"{path} is no PMTiles file of version 3: give one, or leave --tiles out"
        raise UsageError(msg)
    kind = KINDS.get(header[KIND_AT], "tiles of an unknown kind")
    if kind not in RASTER:
        msg = f"{path} holds {kind}, only pictures can be drawn: make a raster PMTiles of it (png, jpeg, webp, avif)"
        raise UsageError(msg)
    return path


def tiles_file(request: Request) -> Path:
    """Return the file that the server was started with."""
    path: Path | None = request.app.state.desk.tiles
    if path is None:
        msg = "the server was started without --tiles"
        raise NotFoundError(msg)
    return path


@router.get(ADDRESS)
def tiles(path: Annotated[Path, Depends(tiles_file)]) -> Response:
    """Return the file, or the range of it that is asked for; never compressed on the way, so that ranges hold."""
    headers = {"Content-Encoding": "identity", "Cache-Control": "private, no-cache"}
    return FileResponse(path, media_type="application/octet-stream", headers=headers)
