"""A report before its publication day and language are known: what every form of input is turned into."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
REPLACEMENT: Final = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Where bytes came from: what people call them, the report's name, and the address they were fetched from."""

    label: str
    name: str
    origin: str
    url: str | None = None
    charset: str | None = None  # as the server or a heading declared it


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text and what was said beside it; `field_day` and `metadata_day` are days as worded."""

    text: str
    given: Given
    sha256: str = ""
    name: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    field_day: str | None = None
    metadata_day: str | None = None
    notes: tuple[str, ...] = ()


def sha256(data: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def storable(text: str) -> tuple[str, int]:
    """Return the text with every lone surrogate as U+FFFD, one for one, and how many there were."""
    return _SURROGATE.subn(REPLACEMENT, text)
