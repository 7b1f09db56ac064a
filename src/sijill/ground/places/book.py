"""The packaged gazetteer file: towns, first-level units and countries of GeoNames, and the names they go by.

The file is SQLite that holds compressed pages. `entry_page` has the places in order of their number, a tab-separated
line each (kind "s" is the seat of a country's government); `name_page` has "key <tab> numbers" lines in order of the
key (`exact_key` of every Latin-script name) and `fold_page` the same for `fold_key`, for the countries whose names are
written in Arabic script.

Invariant: the file is opened read-only and never changed; all lines of one key stand in one page.
"""

from __future__ import annotations

import sqlite3
import zlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sijill.errors import DataError
from sijill.ground.places.entries import PRECISION, Entry
from sijill.ground.places.lists import country_points

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "1"
ENTRIES_PER_PAGE = 128
_KINDS = {"t": "town", "s": "town", "u": "unit", "c": "country"}
_PAGE_OF_KEY = {
    table: f"SELECT lines FROM {table} WHERE first <= ? ORDER BY first DESC LIMIT 1"  # noqa: S608 -- two fixed names
    for table in ("name_page", "fold_page")
}


class Book:
    """An opened gazetteer file."""

    def __init__(self, path: Path) -> None:
        """Open the file; DataError where it is missing, damaged or of another format."""
        self.path = path
        try:
            self._db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self.about = dict(self._db.execute("SELECT name, value FROM about"))
        except sqlite3.Error as error:
            msg = f"{path}: the gazetteer cannot be opened ({error}); install Sijill again or build it anew"
            raise DataError(msg) from error
        if self.about.get("format") != FORMAT:
            msg = f"{path}: gazetteer format {self.about.get('format')!r}, not {FORMAT!r}; build it anew"
            raise DataError(msg)
        self._lines = lru_cache(maxsize=1024)(self._read_lines)
        self._rows = lru_cache(maxsize=2048)(self._read_rows)
        self.area = cache(self._read_area)
        self.capital = cache(self._read_capital)
        self.units = cache(self._read_units)

    def named(self, key: str) -> list[Entry]:
        """Return the places with a name of this `exact_key`."""
        return self._found("name_page", key)

    def folded(self, key: str) -> list[Entry]:
        """Return the places with a name of this `fold_key`, in the countries that are indexed by it."""
        return self._found("fold_page", key)

    def _found(self, table: str, key: str) -> list[Entry]:
        numbers = self._numbers(table, key) if key else ()
        return [self._at(number) for number in numbers]

    def _numbers(self, table: str, key: str) -> tuple[int, ...]:
        row = self._db.execute(_PAGE_OF_KEY[table], (key,)).fetchone()
        lines = "" if row is None else self._lines(row[0])
        start = lines.find(f"\n{key}\t")
        if start < 0:
            return ()
        line = lines[start + 1 : lines.index("\n", start + 1)]
        return tuple(int(n, 36) for n in line.partition("\t")[2].split(" "))

    @staticmethod
    def _read_lines(page: bytes) -> str:
        return "\n" + zlib.decompress(page).decode() + "\n"

    def _read_rows(self, page: int) -> list[str]:
        (lines,) = self._db.execute("SELECT lines FROM entry_page WHERE page = ?", (page,)).fetchone()
        return zlib.decompress(lines).decode().split("\n")

    def _read_area(self, code: str) -> Entry | None:
        """Return the country ("SY") or first-level unit ("SY.12") of a code."""
        return self._entry_of("SELECT entry FROM area WHERE code = ?", code)

    def _read_capital(self, country: str) -> Entry | None:
        """Return the capital of a country."""
        return self._entry_of("SELECT seat FROM area WHERE code = ?", country)

    def _read_units(self, country: str) -> tuple[Entry, ...]:
        """Return the first-level units of a country."""
        found = self._db.execute("SELECT code FROM area WHERE code LIKE ? ORDER BY code", (f"{country}.%",))
        return tuple(entry for (code,) in found if (entry := self.area(code)))

    def _entry_of(self, question: str, code: str) -> Entry | None:
        found = self._db.execute(question, (code,)).fetchone()
        return None if found is None or found[0] is None else self._at(found[0])

    def _at(self, number: int) -> Entry:
        return _entry(self._rows(number // ENTRIES_PER_PAGE)[number % ENTRIES_PER_PAGE])


@lru_cache(maxsize=8192)
def _entry(row: str) -> Entry:
    kind_letter, number, name, latitude, longitude, population, country, unit, derived = row.split("\t")
    kind = _KINDS[kind_letter]
    middle = country_points().get(country) if kind_letter == "c" else None
    if middle is not None:
        latitude, longitude = map(str, middle)
    return Entry(
        id=f"geonames:{number}",
        name=name,
        kind=kind,
        latitude=float(latitude),
        longitude=float(longitude),
        country=country or None,
        population=int(population),
        admin1_code=f"{country}.{unit}" if unit else None,
        precision=PRECISION[kind],
        derived=derived == "1",
        capital=kind_letter == "s",
    )
