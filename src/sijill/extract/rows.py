"""Rows of a table in words: "Orzan 12 killed, 30 wounded" counts what happened in Orzan.

Invariant: a row is one line that opens with a place's name and goes on with a number, above or below another such line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sijill.extract.words import Page

_WORD: Final = r"[^\W\d_][\w'\u2019-]*"
_ROW: Final = re.compile(rf"(?:[-*\u2022\u2013] ?)?(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?: ?: | )\d")


def head_of_row(page: Page, at: int) -> tuple[int, int] | None:
    """Return where the place's name stands that opens the row in which a character of the cleaned text stands.

    None where the line is no row, or the reader did not take its first words for a place.
    """
    text = page.text.text
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    row = _ROW.match(text, start)
    above = _is_row(text, text.rfind("\n", 0, max(0, start - 1)) + 1, start)
    if row is None or row.end("name") > at or not (above or (end >= 0 and _is_row(text, end + 1, len(text)))):
        return None
    named = any(e.label_ == "LOC" and (e.start_char, e.end_char) == row.span("name") for e in page.doc.ents)
    return row.span("name") if named else None


def _is_row(text: str, start: int, end: int) -> bool:
    """Tell whether a line of the same form begins at `start`, before `end`."""
    return start < end and _ROW.match(text, start) is not None
