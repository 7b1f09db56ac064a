"""A release as one file to hand over: a zip, byte for byte the same from the same release.

Invariant: no clock, no name of a machine, a fixed order. Nothing is compressed: how it is differs between zlibs.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.serve.publishing.release import Release

FOLDER = "release"
PINNED = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
UNIX, READABLE = 3, 0o644 << 16  # who made it, and who may read a file of it


def zip_of(release: Release) -> bytes:
    """Return the files of a release in a zip, within a folder."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, data in sorted(release.files.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", date_time=PINNED)
            entry.create_system, entry.external_attr = UNIX, READABLE
            packed.writestr(entry, data)
    return target.getvalue()
