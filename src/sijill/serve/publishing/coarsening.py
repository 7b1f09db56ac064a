"""Rows as they may be published: places and days coarsened, small numbers suppressed. Only ever less than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.model import MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sijill.serve.exports.sheet import Cell, Row
    from sijill.serve.publishing.configuration import Configuration

NUMBERS = frozenset(f"{measure}_{kind}" for measure in MEASURES for kind in ("low", "best", "high", "stated"))
SUPPRESSED = "suppressed"
UNIT, COUNTRY = 4, 6  # UCDP's where_prec of a first-level unit and of a country
MONTH, YEAR = 4, 5  # UCDP's date_prec


def coarsened(row: Mapping[str, Cell], wanted: Configuration) -> Row:
    """Return the fields of a row that a release holds, as it may hold them, with what was suppressed."""
    cells = dated(placed(dict(row), wanted), wanted)
    small = sorted(name for name in NUMBERS & set(wanted.fields) if is_small(cells[name], wanted.suppress_below))
    cells |= dict.fromkeys(small)
    kept: Row = {name: cells[name] for name in wanted.fields}
    return {**kept, SUPPRESSED: "; ".join(small) or None} if wanted.suppress_below else kept


def is_small(cell: Cell, limit: int) -> bool:
    """Tell whether a number of people is too small to be given; nobody is not too small."""
    return isinstance(cell, int) and 0 < cell < limit


def placed(row: Row, wanted: Configuration) -> Row:
    """Return a row with its place as coarse as is wanted."""
    if wanted.places == "exact":
        return row
    row["place_name"] = None
    if wanted.places == "decimals":
        return row | {name: rounded(row[name], wanted.decimals) for name in ("latitude", "longitude")}
    precision = COUNTRY if wanted.places == "country" else UNIT
    admin1 = None if wanted.places == "country" else row["admin1"]
    row |= {"latitude": None, "longitude": None, "admin1": admin1}
    return row | {"place_precision": at_least(row["place_precision"], precision)}


def rounded(cell: Cell, decimals: int) -> Cell:
    """Return a number of degrees rounded."""
    return round(cell, decimals) if isinstance(cell, float) else cell


def at_least(cell: Cell, precision: int) -> Cell:
    """Return the coarser of two precisions; none where none is known."""
    return max(cell, precision) if isinstance(cell, int) else None


def dated(row: Row, wanted: Configuration) -> Row:
    """Return a row with its days as coarse as is wanted: the month or the year that they begin and end in."""
    if wanted.days == "exact":
        return row
    length, precision = (7, MONTH) if wanted.days == "month" else (4, YEAR)
    for name in ("first_day", "last_day"):
        day = row[name]
        row[name] = day[:length] if isinstance(day, str) else None
    return row | {"days_precision": at_least(row["days_precision"], precision)}
