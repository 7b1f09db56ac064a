"""A release made at the workbench: of the book as it is, masked whatever the pages show, kept until another is made.

Invariant: nothing is entered, and a release is of one state of the book: whatever is entered meanwhile is in the next.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sijill.errors import RegisterError
from sijill.serve.publishing import release_of, toml_of, zip_of
from sijill.serve.publishing.methodology import held_back, left_out
from sijill.serve.web.release_form import question_of

if TYPE_CHECKING:
    from sijill.serve.publishing import Configuration
    from sijill.serve.publishing.release import Release
    from sijill.serve.web.desk import Desk

ARCHIVE = "/api/v1/release.zip"
TRIES = 5


@dataclass(frozen=True, kw_only=True)
class Made:
    """A release of the book when it held `length` entries."""

    wanted: Configuration
    release: Release
    length: int

    @cached_property
    def archive(self) -> bytes:
        """The zip that is handed over."""
        return zip_of(self.release)


def made_of(desk: Desk, wanted: Configuration) -> Made:
    """Return the release of the book as it is: the one that was made last where it is the same."""
    last: Made | None = desk.released
    if last is None or (last.wanted, last.length) != (wanted, desk.book.length):
        last = desk.released = newly_made(desk, wanted)
    return last


def newly_made(desk: Desk, wanted: Configuration) -> Made:
    """Return a release, made again where somebody entered something meanwhile; RegisterError where that goes on."""
    for _ in range(TRIES):
        now = desk.now()
        made = Made(wanted=wanted, release=release_of(now.shelf.masked(), wanted), length=now.length)
        if desk.book.length == now.length:
            return made
    msg = "the book grows faster than a release of it can be made: try again when nobody enters anything"
    raise RegisterError(msg)


def document(made: Made) -> dict[str, Any]:
    """Return what a release holds: its files with their sums, what it leaves out, and how it is made again."""
    sheet = made.release.sheet
    return {
        "title": made.wanted.title,
        "incidents": len(sheet.rows),
        "left_out": [{"incidents": number, "reason": reason} for reason, number in left_out(sheet)],
        "held_back": list(held_back(made.wanted)),
        "columns": list(sheet.names),
        "files": [told(name, data) for name, data in sorted(made.release.files.items())],
        "archive": {**told("release.zip", made.archive), "address": f"{ARCHIVE}?{question_of(made.wanted)}"},
        "configuration": asdict(made.wanted),
        "toml": toml_of(made.wanted),
    }


def told(name: str, data: bytes) -> dict[str, Any]:
    """Return the name, size and sum of a file."""
    return {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
