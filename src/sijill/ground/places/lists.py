"""The lists that people edit: countries and demonyms, spellings of first-level units, places that GeoNames lacks.

They are CSV files in `ground/data`; several names in one field are parted by "|". A new row needs no Python and no
building.

Invariant: a row that breaks the schema is refused with DataError, never skipped.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from sijill.errors import DataError
from sijill.ground.places.entries import KINDS, Entry
from sijill.ground.places.keys import exact_key, fold_key

DATA = Path(__file__).parent.parent / "data"
PEOPLE_OF_LISTED = {"region": 2_000_000, "town": 30_000, "neighbourhood": 20_000}
"""What a listed place counts for when it competes with towns of the same name; 300,000 for the other kinds."""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a list; DataError where one has too few or too many fields."""
    path = DATA / name
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    for line, row in enumerate(found, start=2):
        if None in row or None in row.values():
            msg = f"{path}, row {line}: it must have as many fields as the header; quote a field that holds a comma"
            raise DataError(msg)
    return found


def parted(field: str) -> list[str]:
    """Return the names in a field."""
    return [name.strip() for name in field.split("|") if name.strip()]


@dataclass(frozen=True)
class Lists:
    """All three lists, by `exact_key`."""

    extra: dict[str, tuple[Entry, ...]]
    codes: dict[str, tuple[str, ...]]
    demonyms: dict[str, str]

    @cached_property
    def folded(self) -> dict[str, tuple[Entry, ...]]:
        """The places of the extra list by `fold_key`."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for key, entries in self.extra.items():
            found[fold_key(key)] += [e for e in entries if e not in found[fold_key(key)]]
        return {key: tuple(entries) for key, entries in found.items() if key}


@cache
def load_lists() -> Lists:
    """Return the lists, read once."""
    codes: dict[str, list[str]] = defaultdict(list)
    demonyms: dict[str, str] = {}
    for row in rows("countries.csv"):
        for name in parted(row["names"]):
            codes[exact_key(name)].append(row["country"])
        demonyms.update({exact_key(word): row["country"] for word in parted(row["demonyms"])})
    for row in rows("units_extra.csv"):
        for name in parted(row["variants"]):
            codes[exact_key(name)].append(row["admin1_code"])
    return Lists(
        extra=_extra(), codes={key: tuple(dict.fromkeys(found)) for key, found in codes.items()}, demonyms=demonyms
    )


def _extra() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in rows("places_extra.csv"):
        entry = _entry(row)
        for key in dict.fromkeys(exact_key(name) for name in [row["name"], *parted(row["variants"])]):
            found[key].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _entry(row: dict[str, str]) -> Entry:
    try:
        latitude, longitude, precision = float(row["latitude"]), float(row["longitude"]), int(row["precision"])
    except ValueError as error:
        msg = f"places_extra.csv, {row['name']!r}: {error}"
        raise DataError(msg) from error
    in_range = abs(latitude) <= 90 and abs(longitude) <= 180 and 1 <= precision <= 7  # noqa: PLR2004 -- degrees, where_prec
    if not in_range or row["kind"] not in KINDS:
        msg = f"places_extra.csv, {row['name']!r}: coordinates or precision out of range, or kind not of {KINDS}"
        raise DataError(msg)
    return Entry(
        id=f"sijill:{exact_key(row['name']).replace(' ', '-')}",
        name=row["name"],
        kind=row["kind"],
        latitude=latitude,
        longitude=longitude,
        country=row["country"] or None,
        population=PEOPLE_OF_LISTED.get(row["kind"], 300_000),
        admin1_code=row["admin1_code"] or None,
        precision=precision,
    )


@cache
def country_points() -> dict[str, tuple[float, float]]:
    """Return, by ISO 3166 code, the latitude and longitude of the middle of each country's land.

    Natural Earth's outlines, by tools/country_points.py. A happening somewhere in a country is none in its capital.
    """
    return {row["country"]: (float(row["latitude"]), float(row["longitude"])) for row in rows("country_points.csv")}


def country_of_demonym(word: str) -> str | None:
    """Return the ISO 3166 code of the country whose people the word names: "Syrian" and "Syrians" give "SY"."""
    return load_lists().demonyms.get(exact_key(word))
