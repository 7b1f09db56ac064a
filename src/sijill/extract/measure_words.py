"""The words that name a measure: `data/measures.csv`, a table that people may edit."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from sijill.errors import DataError
from sijill.model import MEASURES


@cache
def words() -> dict[str, str]:
    """Return the measure of every word of the table."""
    rows = csv.DictReader((resources.files("sijill.extract") / "data" / "measures.csv").read_text("utf-8").splitlines())
    table = {row["word"]: row["measure"] for row in rows}
    unknown = sorted(set(table.values()) - set(MEASURES))
    if unknown:
        msg = f"measures.csv: unknown measure {unknown[0]!r}; use one of {', '.join(MEASURES)}"
        raise DataError(msg)
    return table
