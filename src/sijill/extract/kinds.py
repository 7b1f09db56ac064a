"""What kind of source some words name; the table `data/source_kinds.csv` decides, its first matching row wins."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from sijill.errors import DataError
from sijill.model import SOURCE_KINDS

REMEMBERED: Final = 65_536
"""Sources' words whose kind is kept: an archive's are without number."""
_BETWEEN: Final = r"(?<!\blocal)\s+and\s+|,\s+"
"""What stands between two sources; in "local and media sources" two adjectives are joined."""


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    table = resources.files("sijill.extract") / "data" / "source_kinds.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return tuple(_row(number, row) for number, row in enumerate(rows, start=2))


def _row(number: int, row: dict[str, str]) -> tuple[re.Pattern[str], str, str]:
    if row["kind"] and row["kind"] not in SOURCE_KINDS:
        msg = f"source_kinds.csv line {number}: unknown kind {row['kind']!r}; use one of {', '.join(SOURCE_KINDS)}"
        raise DataError(msg)
    return re.compile(row["pattern"], re.IGNORECASE), row["kind"], row["note"]


@lru_cache(maxsize=REMEMBERED)
def kind_of(worded: str) -> tuple[str, str] | None:
    """Return (kind, the table's note) for a source's words, None where no row matches or the one that does has none.

    Of several sources ("residents and activists") the first named decides.
    """
    first = re.split(_BETWEEN, worded, maxsplit=1, flags=re.IGNORECASE)[0]
    for words in dict.fromkeys((first, worded)):
        for pattern, kind, note in _rows():
            if pattern.search(words):
                return (kind, note) if kind else None
    return None
