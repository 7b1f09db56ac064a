"""A base map of the user's own: raster PMTiles are read in ranges, anything else is refused with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from sijill.errors import UsageError
from sijill.serve.web import make_app
from sijill.serve.web.tiles import ADDRESS, checked

if TYPE_CHECKING:
    from pathlib import Path


def archive(kind: int, version: int = 3) -> bytes:
    header = bytearray(127)
    header[:8] = b"PMTiles" + bytes([version])
    header[99] = kind
    return bytes(header) + b"tiles" * 1000


def test_a_base_map_is_served_in_ranges_and_the_page_names_it(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "base.pmtiles"
    file.write_bytes(archive(2))
    with TestClient(make_app(str(register), reviewer="Amal", base_map=file), base_url="http://127.0.0.1") as desk:
        part = desk.get(ADDRESS, headers={"range": "bytes=0-2999", "accept-encoding": "gzip"})
        assert (part.status_code, part.content) == (206, archive(2)[:3000])
        assert part.headers.get("content-encoding", "identity") == "identity"  # a range is of the file's own bytes
        html = desk.get("/").text
    assert f'data-tiles="{ADDRESS}"' in html
    assert "/assets/pmtiles.js" in html


def test_without_one_there_is_none_and_no_script_for_it(register: Path) -> None:
    with TestClient(make_app(str(register), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        assert desk.get(ADDRESS).status_code == 404
        assert "pmtiles" not in desk.get("/").text


@pytest.mark.parametrize(
    ("content", "words"),
    [(archive(1), "holds vector tiles"), (archive(2, version=2), "no PMTiles file of version 3"), (b"", "no PMTiles")],
)
def test_what_cannot_be_drawn_is_refused_with_words(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "base.pmtiles"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=words):
        checked(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the tiles"):
        checked(tmp_path / "none.pmtiles")
