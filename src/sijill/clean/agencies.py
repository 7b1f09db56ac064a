"""The agencies and cities that datelines name: `data/agencies.csv`, `data/cities.csv`."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from sijill.errors import DataError


@cache
def agencies() -> dict[str, str]:
    """Return each way of writing an agency's name with its usual one."""
    return {row["written"]: row["agency"] for row in _rows("agencies.csv", ("written", "agency"))}


@cache
def cities() -> frozenset[str]:
    """Return the cities, in capitals, that stand in datelines without a country."""
    return frozenset(row["city"] for row in _rows("cities.csv", ("city",)))


@cache
def agency_words() -> str:
    """Return a regular expression for any agency's name, the longest first."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(agencies(), key=len, reverse=True)) + ")"


@cache
def city_words() -> str:
    """Return a regular expression for any city, in capitals or with capital initials."""
    written = {way for city in cities() for way in (city, city.title())}
    return "(?:" + "|".join(re.escape(name) for name in sorted(written, key=len, reverse=True)) + ")"


def _rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the rows of a table; raise DataError where its columns are others or a cell is empty."""
    lines = files("sijill.clean").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    reader = csv.DictReader(lines)
    rows = list(reader)
    if tuple(reader.fieldnames or ()) != columns or not all(all(row.values()) for row in rows):
        msg = f"{name}: the columns must be {', '.join(columns)}, and no cell may be empty"
        raise DataError(msg)
    return rows
