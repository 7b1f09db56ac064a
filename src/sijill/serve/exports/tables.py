"""The lists in data/: shapes of tables and what Sijill's codes are elsewhere; adding a row needs no Python.

Invariant: what loads here names only values that the model has; DataError says which file and row does not.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sijill import model, values
from sijill.errors import DataError
from sijill.serve.exports.sheet import TYPES, Column

if TYPE_CHECKING:
    from collections.abc import Mapping

LISTS: Final = {
    "@HAPPENINGS": model.HAPPENINGS,
    "@MEASURES": model.MEASURES,
    "@CATEGORIES": model.CATEGORIES,
    "@SCOPES": model.SCOPES,
    "@CERTAINTIES": model.CERTAINTIES,
    "@COMPARATORS": values.COMPARATORS,
}
"""What a shape's codes may name instead of listing them."""


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of data/NAME.csv; DataError where one has more or fewer cells than the heading."""
    text = files("sijill.serve.exports").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            msg = f"data/{name}.csv, line {number}: it has more or fewer cells than the heading"
            raise DataError(msg)
    return rows


@cache
def shape_of(name: str) -> tuple[Column, ...]:
    """Return the columns of a shape, in order."""
    return tuple(_column(name, row) for row in rows_of(f"shapes/{name}"))


def _column(shape: str, row: Mapping[str, str]) -> Column:
    if row["type"] not in TYPES or row["empty"] not in {"yes", "no"}:
        msg = f"data/shapes/{shape}.csv, {row['column']}: a type is one of {', '.join(TYPES)}, empty is yes or no"
        raise DataError(msg)
    codes = LISTS.get(row["codes"]) or tuple(code for code in row["codes"].split("|") if code)
    empty, tag = row["empty"] == "yes", row.get("tag")
    return Column(name=row["column"], type=row["type"], empty=empty, codes=codes, tag=tag)


@cache
def by_key(name: str, key: str) -> Mapping[str, Mapping[str, str]]:
    """Return the rows of a list by one of its columns; DataError where a key stands twice."""
    found: dict[str, dict[str, str]] = {}
    for row in rows_of(name):
        if row[key] in found:
            msg = f"data/{name}.csv: {row[key]!r} stands there twice"
            raise DataError(msg)
        found[row[key]] = row
    return found


@cache
def precision(scale: str) -> Mapping[int, int | None]:
    """Return ACLED's precision for each of UCDP's, None where ACLED has none; `scale` is "place" or "days"."""
    rows = (row for row in rows_of("precision") if row["scale"] == scale)
    return {int(row["sijill"]): int(row["acled"]) if row["acled"] else None for row in rows}


def country(code: str | None) -> Mapping[str, str]:
    """Return names and codes of a country by its ISO 3166 two-letter code; empty where it is not listed."""
    return by_key("countries", "country").get(code or "", {})


def happening(name: str | None) -> Mapping[str, str]:
    """Return what a type of happening is in other code lists; empty for None."""
    return by_key("happenings", "happening").get(name or "", {})


def party(kind: str | None) -> Mapping[str, str]:
    """Return what a kind of party is in other code lists."""
    return by_key("parties", "kind")[kind or "unspecified"]
