"""Lines above lists: what the rows of a list have in common stands in its caption.

Invariant: a caption is one line with words in it, above all rows of its list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_ROWS: Final = 100
"""Lines above a row in which its caption is looked for: tables may be long."""
_ONE_EVENT: Final = re.compile(
    r"\b(?:ambush|assault|attack|blast|bombing|collapse|crash|derailment|explosion|fire|killings|landslide|massacre|raid"
    r"|shipwreck|shooting|siege|sinking|stampede|strike|went off"
    r"|(?:bodies|victims|wounded|injured) (?:were|have been) (?:brought|taken)|by hospital)\b",
    re.IGNORECASE,
)
"""An act in the singular: "the blast in Idlib killed 12", not "Israeli strikes hit the strip"."""
_ORIGINS: Final = re.compile(
    r"\b(?:came|come|hail|hailed|are|were) from\b|\bnationalit(?:y|ies)\b|\bby origin\b", re.IGNORECASE
)


def caption_above(text: str, line: int, is_row: Callable[[int], bool]) -> str:
    """Return the line above the rows among which the line that begins at `line` stands, "" where there is none near."""
    for _ in range(MOST_ROWS):
        if line <= 0:
            break
        below, line = line, text.rfind("\n", 0, line - 1) + 1
        words = text[line : below - 1]
        if words.strip() and not is_row(line):
            return words
    return ""


def is_of_one_event(caption: str) -> bool:
    """Tell whether a caption names one act, or where people come from: its rows are no happenings of their own."""
    return _ONE_EVENT.search(caption) is not None or is_of_origins(caption)


def is_of_origins(caption: str) -> bool:
    """Tell whether a caption tells that the rows are headed by where people come from."""
    return _ORIGINS.search(caption) is not None
