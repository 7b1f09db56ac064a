"""Tables whose cells stand between bars, read row by row: "| Orzan | 12 | 30 |" says "Orzan: 12 killed, 30 injured".

Invariant: a table is rewritten only where its first line names what a column counts; every character keeps its place in
the report, and what the head of a column adds to a number maps to what stands behind that number.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.clean.mapped import Mapped

    Edit = tuple[int, int, str]

_LINE: Final = re.compile(r"^[^|\n]*\|[^\n]*$", re.MULTILINE)
_CELL: Final = re.compile(r"[^|\s](?:[^|\n]*[^|\s])?")
_RULE: Final = re.compile(r"[\s|:=+-]*")
"""A line that only rules off the head of a table."""
_NUMBER: Final = re.compile(
    r"(?:at least |up to |about |over |more than |[~<>+])?\d[\d,. ]*\+?(?: ?- ?\d[\d,.]*)?", re.IGNORECASE
)
_NOTHING: Final = re.compile(r"[-\u2013\u2014.?]*|n/?a|nil|unknown", re.IGNORECASE)
_DATE: Final = re.compile(
    r"\b(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\w+day)\b",
    re.IGNORECASE,
)
_INDEX: Final = re.compile(r"(?:no|nr|num|number|id|s/?n|ref)?[.#]*", re.IGNORECASE)
"""The head of a column that only numbers the rows."""
_MEASURES: Final = (
    ("killed or injured", r"casualties|killed (?:or|and|/|&) (?:injured|wounded)"),
    ("killed", r"killed|dead|deaths?|died|fatalit(?:y|ies)|martyr(?:s|ed)|lives lost|slain|kia"),
    ("injured", r"injur(?:ed|ies)|wounded|hurt|wia"),
    ("missing", r"missing|disappeared"),
    ("arrested", r"arrest(?:ed|s)|detained|detainees|detentions"),
    ("abducted", r"abduct(?:ed|ions)|kidnap(?:ped|pings)"),
    ("displaced", r"displaced|idps|displacements?"),
)
_OTHERWISE: Final = re.compile(r"\b(?:age|by|cause|date|name|perpetrator|place|source|when|where|who)\b", re.IGNORECASE)
"""Words of a head whose column tells something else of the dead."""
_LONGEST: Final = 5
"""Words of a head, at most, where no line rules it off."""
_COUNTED: Final = [(re.compile(rf"\b(?:{heads})\b", re.IGNORECASE), word) for word, heads in _MEASURES]
_IDLE: Final = re.compile(
    r"\b(?:number|no|of|total|the|people|persons|reported|count|and|or)\b|[^\w\s-]", re.IGNORECASE
)
"""Words of a head that say nothing of whom its column counts."""


class _Line(NamedTuple):
    """A line of a table: where it begins and ends, and each of its cells without the blanks around it."""

    start: int
    end: int
    cells: tuple[tuple[int, int], ...]


def in_rows(whole: Mapped) -> Mapped:
    """Return a text with each row of its tables in words, as a list of places has them."""
    edits = [edit for table in _tables(whole.text) for edit in _edits(whole.text, table)]
    return whole.rewrite(edits) if edits else whole


def _tables(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines with bars, one right below another, that are a head and a row at least."""
    lines = [_line(text, match) for match in _LINE.finditer(text)] if "|" in text else []
    starts = [
        0,
        *(at for at, (above, below) in enumerate(pairwise(lines), 1) if below.start != above.end + 1),
        len(lines),
    ]
    yield from (lines[a:b] for a, b in pairwise(starts) if b - a > 1)


def _line(text: str, match: re.Match[str]) -> _Line:
    """Return the cells of a line; an empty one has no length."""
    start, end = match.span()
    bars = [at for at in range(start, end) if text[at] == "|"]
    edges = [start - 1, *bars, end] if text[start:end].strip() else []
    gaps = [(a + 1, b) for a, b in pairwise(edges)]
    cells = [(found.span() if (found := _CELL.search(text, a, b)) else (b, b)) for a, b in gaps]
    first = 1 if cells and cells[0][0] == cells[0][1] else 0
    last = len(cells) - 1 if len(cells) > 1 and cells[-1][0] == cells[-1][1] else len(cells)
    return _Line(start, end, tuple(cells[first:last]))


def _edits(text: str, table: Sequence[_Line]) -> Iterator[Edit]:
    """Yield what turns the rows of a table into words; nothing where its head counts nobody."""
    head, *rows = table
    heads = [text[a:b] for a, b in head.cells]
    counted = [_counted(name) for name in heads]
    ruled = _RULE.fullmatch(text, rows[0].start, rows[0].end) is not None
    body = rows[1:] if ruled else rows
    if not any(counted) or not body or not (ruled or _is_head(heads)) or not _counts(text, body, counted):
        return
    yield head.start, body[0].start, ""
    for row in body:
        yield from _row(text, row, heads, counted)


def _is_head(heads: Sequence[str]) -> bool:
    """Tell whether the cells of a line name columns: a few words each, and no digits ("Homs | 12 killed" is a row)."""
    return all(len(head.split()) <= _LONGEST and not re.search(r"\d", head) for head in heads)


def _counts(text: str, body: Sequence[_Line], counted: Sequence[str | None]) -> bool:
    """Tell whether the rows have as many cells as the head, and numbers in a column that counts."""
    alike = all(abs(len(row.cells) - len(counted)) <= 1 for row in body)
    cells = (text[slice(*cell)] for row in body for cell, head in zip(row.cells, counted, strict=False) if head)
    return alike and any(map(_is_number, cells))


def _counted(head: str) -> str | None:
    """Return what the head of a column adds to its numbers ("civilians killed"), None where it counts nobody."""
    if _OTHERWISE.search(head):
        return None
    for pattern, word in _COUNTED:
        if pattern.search(head):
            people = " ".join(_IDLE.sub(" ", pattern.sub(" ", head)).lower().split())
            return f"{people} {word}".strip()
    return None


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _row(text: str, row: _Line, heads: Sequence[str], counted: Sequence[str | None]) -> Iterator[Edit]:
    """Yield what turns a row into words: its first name, a colon, then what each cell says."""
    kept = [(a, b, n) for n, (a, b) in enumerate(row.cells[: len(heads)]) if not _is_empty(text[a:b], heads[n])]
    if not kept:
        return
    names = [n for a, b, n in kept if not _is_number(text[a:b])]
    label = next((n for n in names if not _is_dated(row, n, text)), names[0] if names else None)
    yield row.start, kept[0][0], "On " if label is not None and kept[0][2] < label else ""
    said = [f" {counted[n]}" if counted[n] and n != label and _is_number(text[a:b]) else "" for a, b, n in kept]
    for words, (_, end, n), behind in zip(said, kept, kept[1:], strict=False):
        yield end, behind[0], words + _between(n, behind[2], label) + _named(text, behind, heads, counted)
    yield kept[-1][1], row.end, f"{said[-1]}."


def _between(cell: int, behind: int, label: int | None) -> str:
    """Return what parts two cells: a colon behind the name that a row is about, "in" before it."""
    return ": " if cell == label else ", in " if behind == label else ", "


def _is_dated(row: _Line, cell: int, text: str) -> bool:
    return _DATE.search(text, *row.cells[cell]) is not None


def _named(text: str, cell: tuple[int, int, int], heads: Sequence[str], counted: Sequence[str | None]) -> str:
    """Return the head before a number that counts no people: "population 30,000"."""
    start, end, n = cell
    return f"{heads[n].lower()} " if counted[n] is None and _is_number(text[start:end]) else ""


def _is_empty(cell: str, head: str) -> bool:
    return _NOTHING.fullmatch(cell) is not None or (_is_number(cell) and _INDEX.fullmatch(head) is not None)
