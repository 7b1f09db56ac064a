"""Rows of a table in words: "Orzan 12 killed, 30 wounded" counts what happened in Orzan.

Invariant: a row is one line that opens with a place's name and goes on with a number, or with a bullet, a name and a
colon, above or below another such line.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.captions import caption_above, is_of_origins
from sijill.extract.calendar_words import MONTHS, WEEKDAYS
from sijill.extract.words import places_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Span

    from sijill.extract.words import Page

_WORD: Final = r"[^\W\d_][\w'\u2019-]*"
_SOME: Final = r"(?:(?:at least|at most|up to|about|around|more than|over|some|nearly|almost) |[~<>])?\d"
_ROW: Final = re.compile(
    rf"(?P<bullet>[-*\u2022\u2013] ?)?(?:On [^,:\n]{{3,30}}, in (?=[^:\n]*: ))?(?P<name>{_WORD}(?: {_WORD}){{0,3}})"
    rf"(?: ?(?P<colon>:) (?(bullet)(?=\S)|(?={_SOME}))| (?=\d))"
)
_DATES: Final = (
    MONTHS
    | WEEKDAYS
    | frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
    | frozenset({"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"})
    | frozenset({"ramadan", "spring", "summer", "autumn", "winter", "today", "yesterday"})
)
"""Words that open the rows of a table by days, months or seasons."""
_SURELY_PLACES: Final = 2
"""Rows of a table that open with a place, from which its other rows open with one too; one where all have a colon."""
_OF_SO_MANY: Final = 8
"""Rows of a long table among which one at least opens with a place."""


class _Table(NamedTuple):
    """How many rows a table has, how many open with a place, and whether each has a colon."""

    rows: int
    places: int
    colons: bool


class _Row(NamedTuple):
    """A row of a table, and whether the reader takes its first words for a place."""

    table: _Table
    row: re.Match[str]
    is_place: bool


def head_of_row(page: Page, at: int) -> tuple[int, int] | None:
    """Return where the place's name stands that opens the row in which a character of the cleaned text stands.

    None where the line is no row, or the reader did not take its first words for a place, nor those of other rows.
    """
    text = page.text.text
    start = text.rfind("\n", 0, at) + 1
    found = _tables(page).get(start)
    if found is None or found.row.end("name") > at or is_of_origins(caption_of(text, start)):
        return None
    table, row = found.table, found.row
    enough = max(1 if table.colons else _SURELY_PLACES, table.rows // _OF_SO_MANY)
    sure = table.places - found.is_place >= enough
    return row.span("name") if found.is_place or (sure and _is_named(page, row)) else None


def is_head_of_row(page: Page, at: int) -> bool:
    """Tell whether a character of the cleaned text stands in the place's name that opens a row: nobody speaks there."""
    found = _tables(page).get(page.text.text.rfind("\n", 0, at) + 1)
    return found is not None and at < found.row.end("name") and head_of_row(page, found.row.end()) is not None


def caption_voice(page: Page, at: int) -> tuple[int, int] | None:
    """Return where the caption of the rows of places stands among which a character does, None where it is in none."""
    start = page.text.text.rfind("\n", 0, at) + 1
    if head_of_row(page, at) is None:
        return None
    caption = caption_of(page.text.text, start)
    first = page.text.text.rfind(caption, 0, start) if caption else -1
    return (first, first + len(caption)) if first >= 0 else None


def _tables(page: Page) -> Mapping[int, _Row]:
    """Return the rows of all tables by where their lines begin, found once for a report; a lone row is no table."""
    known: dict[int, _Row] | None = page.doc.user_data.get("tables")
    if known is None:
        known = page.doc.user_data["tables"] = {}
        for rows in _runs_of_rows(page.text.text):
            places = [_is_place(page, row) for row in rows]
            table = _Table(rows=len(rows), places=sum(places), colons=all(row["colon"] for row in rows))
            known.update((row.start(), _Row(table, row, is_place)) for row, is_place in zip(rows, places, strict=True))
    return known


def _runs_of_rows(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the rows that stand one below another, two or more."""
    lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    for is_row, run in groupby((_ROW.match(text, line) for line in lines), key=lambda row: row is not None):
        rows = [row for row in run if row is not None]
        if is_row and len(rows) > 1:
            yield rows


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
