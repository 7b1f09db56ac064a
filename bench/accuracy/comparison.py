"""Incidents of the FA-KES reports beside UCDP's events of the Syrian war: what agrees, what differs.

    SIJILL_DATA=... python -m bench.accuracy.comparison [--register FILE] [--differences N] [--write]

Reads the reports into a register (minutes; `--register` names a file that is used as it is if it is there), and lays
each incident with a number of killed, of one day and one governorate, beside the events that UCDP codes there that day.
A report tells of one or two happenings of a day, UCDP codes all: an incident is held against the one event whose
numbers come closest, a whole governorate's day only where both have it. `--write` renews the tables of
docs/comparison.md; `--differences` draws incidents that no event fits, with a fixed seed, to be read by hand.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.accuracy.corpora import PROJECT, outside
from bench.accuracy.intervals import SEED
from sijill.acquire import Options
from sijill.incident import Filters
from sijill.ledger import open_register
from sijill.reconcile import rule_of
from sijill.reconcile.counting import count, precision_of
from sijill.run import read_into
from sijill.run.incidents import incidents_of, link_register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sijill.incident import Incident

DOCUMENT = PROJECT / "docs" / "comparison.md"
BEGIN, END = "<!-- made by bench.accuracy.comparison -->", "<!-- end of what was made -->"
GOVERNORATES = {
    "Al Hasakah": "SY.01", "Latakia": "SY.02", "Quneitra": "SY.03", "Ar Raqqah": "SY.04", "As Suwayda": "SY.05",
    "Daraa": "SY.06", "Deir ez Zor": "SY.07", "Rif Dimashq": "SY.08", "Aleppo": "SY.09", "Hamah": "SY.10",
    "Homs": "SY.11", "Idlib": "SY.12", "Damascus": "SY.13", "Tartus": "SY.14",
}  # fmt: skip
"""UCDP's name of a governorate -> GeoNames' code of it."""
CLOSE, MANY = 1.35, 10
"""Numbers within a third of each other are close; from so many killed on, that is hardly chance."""
NAMES = {code: name for name, code in GOVERNORATES.items()}
Cell = tuple[date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Killed on one day in one governorate, by an incident or by an event; `high` None is open."""

    cell: Cell
    low: int
    best: int
    high: int | None
    id: str

    def meets(self, other: Count) -> bool:
        """Tell whether one number fits both."""
        return self.low <= upper(other.high) and other.low <= upper(self.high)


def upper(high: int | None) -> float:
    """Return an upper end as a number."""
    return float("inf") if high is None else high


def events(path: Path) -> Iterator[Count]:
    """Yield UCDP's events of one day in a known governorate."""
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            code = GOVERNORATES.get(row["adm_1"].removesuffix(" Governorate"))
            if code and row["date_start"] == row["date_end"]:
                low, best, high = (int(float(row[name])) for name in ("low", "best", "high"))
                yield Count(
                    cell=(date.fromisoformat(row["date_start"]), code), low=low, best=best, high=high, id=row["id"]
                )


def placed(incidents: Iterable[Incident], years: range) -> Iterator[Count | str]:
    """Yield each incident with a number of killed under UCDP's rule, or why it has no day or governorate to share."""
    rule = rule_of("ucdp")
    for incident in incidents:
        counted = count(incident, Filters(), rule)
        if isinstance(counted, str):
            continue
        left_out = unplaced(incident, years)
        if left_out or incident.place is None or incident.days.first is None:
            yield left_out
            continue
        found, cell = counted.range, (incident.days.first, incident.place.admin1_code or "")
        yield Count(cell=cell, low=found.low, best=counted.best or found.low, high=found.high, id=incident.id)


def unplaced(incident: Incident, years: range) -> str:
    """Return why an incident cannot lie beside UCDP's events; nothing where it can."""
    days, place = incident.days, incident.place
    if days.first is None or days.last is None:
        return "no day known"
    if days.first.year not in years:
        return f"not of {years[0]} to {years[-1]}"
    if precision_of(incident) > 1 or days.first != days.last:
        return "several days"
    if place is None or place.country is None:
        return "no place known"
    if place.country != "SY":
        return "outside Syria"
    return "" if place.admin1_code in NAMES else "no governorate known"


def fits(incident: Count, others: Mapping[Cell, Sequence[Count]], within: int) -> bool:
    """Tell whether some event of the governorate, so many days before or after at most, has numbers that meet."""
    day, code = incident.cell
    days = (date.fromordinal(day.toordinal() + shift) for shift in range(-within, within + 1))
    return any(incident.meets(event) for at in days for event in others.get((at, code), ()))


def near(incident: Count, others: Mapping[Cell, Sequence[Count]]) -> bool:
    """Tell whether the best number of some event of the day and governorate is within a third of the incident's."""
    pairs = (sorted((incident.best, event.best)) for event in others.get(incident.cell, ()))
    return any(high <= CLOSE * low for low, high in pairs)


def by_cell(counts: Iterable[Count]) -> dict[Cell, list[Count]]:
    """Return counts by day and governorate."""
    found: dict[Cell, list[Count]] = defaultdict(list)
    for one in counts:
        found[one.cell].append(one)
    return found


def summed(counts: Sequence[Count]) -> Count:
    """Return the sum over one cell."""
    highs = [c.high for c in counts]
    high = None if None in highs else sum(h for h in highs if h is not None)
    low, best = sum(c.low for c in counts), sum(c.best for c in counts)
    return Count(cell=counts[0].cell, low=low, best=best, high=high, id="")


def verdict(ours: Count, theirs: Count) -> str:
    """Say how the sums of one day and governorate stand to each other."""
    if ours.meets(theirs):
        return "meet"
    return "lower" if upper(ours.high) < theirs.low else "higher"


HEAD = (
    "| governorate | days shared | incidents | killed, Sijill | killed, UCDP | days that meet | Sijill lower "
    "| Sijill higher | incidents that an event of the day fits | of the day before or after only | none |"
)


def table(ours: Mapping[Cell, Sequence[Count]], theirs: Mapping[Cell, Sequence[Count]]) -> Iterator[str]:
    """Yield the rows of the table of shared days, a governorate a row, and their sum."""
    yield HEAD
    yield "| --- " * HEAD.count(" | ") + "| --- |"
    shared = sorted(set(ours) & set(theirs))
    codes = sorted({code for _, code in shared}, key=lambda code: NAMES[code])
    for name, cells in [*((NAMES[c], [s for s in shared if s[1] == c]) for c in codes), ("all", shared)]:
        yield row(name, cells, ours, theirs)


def row(
    name: str, cells: Sequence[Cell], ours: Mapping[Cell, Sequence[Count]], theirs: Mapping[Cell, Sequence[Count]]
) -> str:
    """Return one row of the table."""
    sums = [(summed(ours[cell]), summed(theirs[cell])) for cell in cells]
    seen = Counter(verdict(*pair) for pair in sums)
    incidents = [one for cell in cells for one in ours[cell]]
    same = sum(fits(one, theirs, 0) for one in incidents)
    beside = sum(fits(one, theirs, 1) for one in incidents) - same
    numbers = (
        len(cells), len(incidents), sum(mine.best for mine, _ in sums), sum(other.best for _, other in sums),
        seen["meet"], seen["lower"], seen["higher"], same, beside, len(incidents) - same - beside,
    )  # fmt: skip
    return f"| {name} | " + " | ".join(f"{n:,}" for n in numbers) + " |"


def made(ours: Sequence[Count], left_out: Counter[str], theirs: Sequence[Count]) -> str:
    """Return the part of the document that is made: what could be laid side by side, and the table."""
    mine, other = by_cell(ours), by_cell(theirs)
    alone = [one for cell, found in mine.items() if cell not in other for one in found]
    whole = len(ours) + sum(left_out.values())
    said = [f"{whole:,} incidents have a number of killed under UCDP's rule. Not laid beside UCDP's events:", ""]
    said += [f"- {reason}: {n:,}" for reason, n in left_out.most_common()]
    said += [f"- a day and governorate of which UCDP codes no event of one day: {len(alone):,}", ""]
    return "\n".join([*said, *table(mine, other), "", *closeness([one for one in ours if one.cell in other], other)])


def closeness(shared: Sequence[Count], theirs: Mapping[Cell, Sequence[Count]]) -> Iterator[str]:
    """Yield how many incidents have a best number like that of an event of the day, all and those of many killed."""
    for name, asked in (("all incidents of shared days", shared), (f"those of {MANY} killed or more", [
        one for one in shared if one.best >= MANY
    ])):  # fmt: skip
        close = sum(near(one, theirs) for one in asked)
        yield f"- {name}: {close} of {len(asked)} have a best number within a third of that of an event of the day"


def differing(ours: Sequence[Count], theirs: Sequence[Count]) -> list[Count]:
    """Return the incidents of shared days and governorates that no event of the day fits."""
    other = by_cell(theirs)
    return sorted((one for one in ours if one.cell in other and not fits(one, other, 0)), key=lambda one: one.id)


def show(drawn: Iterable[Count], theirs: Sequence[Count]) -> None:
    """Print incidents with the events of their day and governorate."""
    other = by_cell(theirs)
    for one in drawn:
        events_there = ", ".join(
            f"{e.low}/{e.best}/{e.high}" for e in sorted(other[one.cell], key=lambda e: -e.best)[:8]
        )
        print(f"{one.id[:12]} {one.cell[0]} {NAMES[one.cell[1]]}: {one.low}/{one.best}/{one.high}; UCDP {events_there}")


def filled(register: Path, reports: Path) -> Path:
    """Return a register that holds the reports, linked; one that is there is taken as it is."""
    if not register.exists():
        with open_register(register) as book:
            read_into(book, [str(reports)], Options())
            link_register(book)
    return register


def compared(register: Path, theirs: Sequence[Count]) -> tuple[list[Count], Counter[str]]:
    """Return a register's incidents of one day and governorate, and how many have none, by reason."""
    years = range(min(e.cell[0].year for e in theirs), max(e.cell[0].year for e in theirs) + 1)
    with open_register(register, read_only=True) as book:
        found = list(placed(incidents_of(book).incidents, years))
    return [f for f in found if isinstance(f, Count)], Counter(f for f in found if isinstance(f, str))


def written(text: str, part: str) -> str:
    """Return a document with the part between its marks made anew."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{part}\n{END}{rest.split(END)[1]}"


def main() -> None:
    """Compare, print, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--differences", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    folder = outside()
    if folder is None:
        sys.exit("set SIJILL_DATA to the folder that holds data/")
    theirs = list(events(folder / "data" / "tolls" / "ucdp-ged-syria-2016-2019.csv"))
    with TemporaryDirectory() as own:
        reports = folder / "data" / "reports" / "fa-kes.jsonl"
        ours, left_out = compared(filled(args.register or Path(own) / "fa-kes.db", reports), theirs)
    part = made(ours, left_out, theirs)
    print(part)
    if args.differences:
        found = differing(ours, theirs)
        drawn = random.Random(SEED).sample(found, min(args.differences, len(found)))  # noqa: S311 -- a fixed draw
        print(f"\n{len(found)} incidents that no event of their day fits, {len(drawn)} of them:")
        show(drawn, theirs)
    if args.write:
        DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8"), part), encoding="utf-8")


if __name__ == "__main__":
    main()
