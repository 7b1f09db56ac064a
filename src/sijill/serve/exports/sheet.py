"""A table on its way out: columns with their types and codes, rows, and what was left out with the reason.

Invariant: `faults` finds nothing in a sheet that an export gives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Cell = str | int | float | bool | None
Row = dict[str, Cell]
TYPES = ("text", "whole", "number", "day", "flag")
LARGEST = 2**63 - 1  # what a file's whole number holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `type` of TYPES, the values that it may hold (none: any), whether it may be empty, its HXL tag."""

    name: str
    type: str
    empty: bool = True
    codes: tuple[str, ...] = ()
    tag: str | None = None

    def fault(self, cell: Cell) -> str | None:
        """Return what is wrong with a cell, None where nothing is."""
        if cell is None:
            return None if self.empty else "is empty"
        if not self._holds(cell):
            return f"holds {cell!r}, which is no {self.type}"
        if self.codes and str(cell) not in self.codes:
            return f"holds {cell!r}, which is not one of its codes"
        return None

    def _holds(self, cell: Cell) -> bool:
        if self.type == "flag" or isinstance(cell, bool):
            return self.type == "flag" and isinstance(cell, bool)
        if self.type == "whole":
            return isinstance(cell, int) and -LARGEST <= cell <= LARGEST
        if self.type == "number":
            return isinstance(cell, int | float)
        return isinstance(cell, str) and (self.type == "text" or is_day(cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that the shape cannot hold, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its name; `left_out` lists what the shape has no room for."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Cell]]
    left_out: tuple[LeftOut, ...] = field(default=())

    @property
    def size(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def tags(self) -> dict[str, Cell] | None:
        """The row of HXL tags, None where the columns have none."""
        return {c.name: c.tag for c in self.columns} if any(c.tag for c in self.columns) else None

    def faults(self) -> Iterator[str]:
        """Yield in words whatever departs from the shape."""
        for number, row in enumerate(self.rows, start=1):
            if tuple(row) != self.names:
                yield f"{self.name}, row {number}: other columns than the shape's"
            found = ((column.name, column.fault(row.get(column.name))) for column in self.columns)
            yield from (f"{self.name}, row {number}: {name} {fault}" for name, fault in found if fault)


def is_day(text: str) -> bool:
    """Tell whether a text is a day, written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Documents on their way out, where a table does not hold them; `whole` marks that they are one document."""

    name: str
    documents: Sequence[Mapping[str, object]]
    left_out: tuple[LeftOut, ...] = field(default=())
    whole: bool = False

    @property
    def size(self) -> int:
        """How many documents there are; of one whole document, how many features it holds."""
        features = self.documents[0].get("features") if self.whole else None
        return len(features) if isinstance(features, list) else len(self.documents)
