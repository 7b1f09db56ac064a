"""Rows of a table in words: "Orzan 12 killed, 30 wounded" counts what happened in Orzan.

Invariant: a row is one line that opens with a place's name and goes on with a number, or with a bullet, a name and a
colon, above or below another such line.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from sijill.captions import caption_above, is_of_origins
from sijill.extract.calendar_words import MONTHS, WEEKDAYS
from sijill.extract.words import places_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from sijill.extract.words import Page

_WORD: Final = r"[^\W\d_][\w'\u2019-]*"
_ROW: Final = re.compile(
    rf"(?P<bullet>[-*\u2022\u2013] ?)?(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
    r"(?: ?(?P<colon>:) (?(bullet)(?=\S)|(?=\d))| (?=\d))"
)
_DATES: Final = (
    MONTHS
    | WEEKDAYS
    | frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
    | frozenset({"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"})
    | frozenset({"ramadan", "spring", "summer", "autumn", "winter", "today", "yesterday"})
)
"""Words that open the rows of a table by days, months or seasons."""
_ASKED: Final = 8
"""Rows above, and below, that are asked: tables may be long."""
_SURELY_PLACES: Final = 2
"""Rows of a table that open with a place, from which its other rows open with one too; one where all have a colon."""


def head_of_row(page: Page, at: int) -> tuple[int, int] | None:
    """Return where the place's name stands that opens the row in which a character of the cleaned text stands.

    None where the line is no row, or the reader did not take its first words for a place, nor those of other rows.
    """
    text = page.text.text
    start = text.rfind("\n", 0, at) + 1
    row, others = _ROW.match(text, start), _other_rows(text, start)
    if row is None or row.end("name") > at or not others or is_of_origins(caption_of(text, start)):
        return None
    enough = 1 if all(other["colon"] for other in (row, *others)) else _SURELY_PLACES
    sure = sum(_is_place(page, other) for other in others) >= enough
    return row.span("name") if _is_place(page, row) or (sure and _is_named(page, row)) else None


def heads_another_row(page: Page, at: int, place: int) -> bool:
    """Tell whether a place heads a row below the line in which a character stands: its row is told of alone."""
    start = page.text.text.rfind("\n", 0, place) + 1
    row = _ROW.match(page.text.text, start) if at < start else None
    return row is not None and row.start("name") <= place < row.end("name") and head_of_row(page, row.end()) is not None


def tells_origins(page: Page, place: int) -> bool:
    """Tell whether a place heads a row of a list of where people come from: nothing happened there."""
    start = page.text.text.rfind("\n", 0, place) + 1
    row = _ROW.match(page.text.text, start)
    return row is not None and place < row.end("name") and is_of_origins(caption_of(page.text.text, start))


def caption_of(text: str, start: int) -> str:
    """Return the line above the list of which the line that begins at a character is a row."""
    row = _ROW.match(text, start)
    listed = row is not None and row.start("name") > start

    def is_row(line: int) -> bool:
        other = _ROW.match(text, line)
        return other is not None and (other.start("name") > line) == listed

    return caption_above(text, start, is_row)


def _other_rows(text: str, start: int) -> list[re.Match[str]]:
    """Return the next rows above and below the line that begins at a character."""
    return [row for above in (True, False) for row in islice(_rows(text, start, above=above), _ASKED)]


def _rows(text: str, start: int, *, above: bool) -> Iterator[re.Match[str]]:
    while (start := _line_above(text, start) if above else text.find("\n", start) + 1) > (-1 if above else 0):
        row = _ROW.match(text, start)
        if row is None:
            return
        yield row


def _line_above(text: str, start: int) -> int:
    """Return where the line above one begins, -1 above the first."""
    return text.rfind("\n", 0, start - 1) + 1 if start > 0 else -1


def _is_place(page: Page, row: re.Match[str]) -> bool:
    name = page.doc.char_span(*row.span("name"))
    return name is not None and (name.start, name.end) in places_named(name)


def _is_named(page: Page, row: re.Match[str]) -> bool:
    """Tell whether a row opens with a name ("Diyala"), not with what it sums ("Total 318 killed") or its day.

    An army's or a party's row counts its own dead.
    """
    name = page.doc.char_span(*row.span("name"))
    return name is not None and all(word.pos_ == "PROPN" for word in name) and not (_is_dated(name) or _is_body(name))


def _is_dated(name: Span) -> bool:
    return any(word.lower_ in _DATES or word.lower_.rstrip("s") in WEEKDAYS for word in name)


def _is_body(name: Span) -> bool:
    """Tell whether the reader takes a name for a body's; for a person's it takes many a town's that it never saw."""
    return any(word.ent_type_ == "ORG" for word in name)
